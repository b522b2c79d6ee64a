import { z } from 'zod';
import { distribution } from './distribution';
import { floorPlanSchema } from './floorplan';
import { parameter } from './provenance';
import { visitorClass } from './schema-class';
import {
  backOffice,
  calls,
  companions,
  greenChannel,
  guideDesk,
  mobility,
  queueing,
  rating,
  staff,
  window,
  wrongTicket,
} from './schema-hall';
import { id, share, where } from './schema-parts';
import { pastWaits } from './schema-past-waits';
import { demand, horizon, workCalendar } from './schema-time';
import { localText } from './text';

/**
 * One question to the twin: who comes, what is open, who serves whom and how long it takes.
 * Durations are in seconds, distances in metres, rates per hour, shares between 0 and 1.
 * Unknown fields are refused.
 */
export const scenarioSchema = z.strictObject({
  format: z.literal('hall-twin/scenario'),
  version: z.literal(1),
  id,
  name: localText,
  description: localText.optional(),
  floorplan: z
    .union([z.string().min(1).max(500), floorPlanSchema])
    .nullable()
    .describe(
      'Id of a shipped floor plan, a file beside the scenario, a whole plan, or null: walking takes no time',
    ),
  horizon,
  calendar: workCalendar.optional().describe('Absent: Saturdays and Sundays off, no holidays'),
  targetWaitS: parameter(z.number().nonnegative().finite()).describe(
    'A wait up to this is within target',
  ),
  demand: demand.optional(),
  classes: z.array(visitorClass).min(1).max(200),
  windows: z.array(window).min(1).max(500),
  queueing,
  greenChannel: greenChannel.optional(),
  calls: calls.optional().describe('Absent: everybody hears the first call'),
  wrongTicket: wrongTicket.optional().describe('Absent: nobody takes a wrong ticket'),
  waitingZone: z
    .strictObject({
      capacity: parameter(z.int().min(0).max(100_000)).describe('People, companions included'),
      ...where,
    })
    .optional()
    .describe('Who would have to wait when it is full is turned away; absent: no limit'),
  guideDesk: guideDesk.optional().describe('Who asks at the guide desk first; absent: nobody'),
  ticketMachine: z
    .strictObject({ service: distribution })
    .optional()
    .describe('Taking a ticket; absent: takes no time'),
  kiosk: z
    .strictObject({ share, service: distribution })
    .optional()
    .describe('Who is served at a self-service kiosk and never reaches a window; absent: nobody'),
  staff: staff.optional(),
  backOffices: z.array(backOffice).max(100).default([]),
  rating: rating.optional(),
  mobility: z
    .array(mobility)
    .max(3)
    .default([])
    .describe('Groups by walking speed; needed with a floor plan'),
  companions: companions.optional().describe('Absent: everybody comes alone'),
  pastWaits: pastWaits
    .optional()
    .describe('What the days of the log waited that it was fitted to; absent: no log'),
});

/** A scenario as read, defaults filled in. */
export type Scenario = z.infer<typeof scenarioSchema>;
/** A scenario as a person may write it. */
export type ScenarioInput = z.input<typeof scenarioSchema>;
export type { VisitorClass } from './schema-class';
