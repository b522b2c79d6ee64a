import { z } from 'zod';
import { distribution, simpleDistribution } from './distribution';
import { floorPlanSchema } from './floorplan';
import { hallStateSchema, moment, waitingPeople } from './hall-state';
import { provenance } from './provenance';
import { scenarioSchema } from './scenario';
import { sweepPlanSchema } from './sweep-plan';
import { localText } from './text';
import { ticketEventSchema } from './ticket-event';
import { tourSchema } from './tours/tour';

// Named, the parts that recur are written once, under $defs.
for (const [id, part] of Object.entries({
  text: localText,
  provenance,
  simpleDistribution,
  distribution,
  floorplan: floorPlanSchema,
  moment,
  waitingPeople,
}))
  z.globalRegistry.add(part, { ...z.globalRegistry.get(part), id });

/** Formats that are published as JSON Schema. */
export const FORMATS = ['scenario', 'floorplan', 'state', 'ticket-event', 'sweep', 'tour'] as const;
export type Format = (typeof FORMATS)[number];

const PUBLISHED = {
  scenario: {
    schema: scenarioSchema,
    title: 'Hall Twin scenario',
    description:
      'Who comes, what is open, who serves whom and how long it takes. Durations in seconds, distances in metres, rates per hour, shares between 0 and 1. Unknown fields are refused; a number can say where it comes from as { "value", "provenance" }.',
  },
  floorplan: {
    schema: floorPlanSchema,
    title: 'Hall Twin floor plan',
    description:
      'A measured hall: [x, y] in metres, x to the right, y upward in the plan, z up; directions in degrees, 0 along +x, counterclockwise. Unknown fields are refused.',
  },
  state: {
    schema: hallStateSchema,
    title: 'Hall Twin state of a hall',
    description:
      'A hall at an instant of a day: who waits since when, which windows are open and since when they are busy. The rest of the day is forecast from it. Unknown fields are refused.',
  },
  'ticket-event': {
    schema: ticketEventSchema,
    title: 'Hall Twin ticket event',
    description:
      'What happens in a real hall, one event a line (NDJSON). Unknown fields are refused; format and version may be left out.',
  },
  sweep: {
    schema: sweepPlanSchema,
    title: 'Hall Twin sweep',
    description:
      'Many halls, in many variants, over many days: what is run by hall sweep. Factors multiply what each hall assumes. Unknown fields are refused.',
  },
  tour: {
    schema: tourSchema,
    title: 'Hall Twin guided tour',
    description:
      'A hall, people of its recorded day found by what happens to them, and captions tied to those events with a view for each. Times in simulated seconds. Unknown fields are refused.',
  },
} as const;

/** JSON Schema (draft 2020-12) of a format as a person may write it: fields with defaults may be left out. */
export function jsonSchema(format: Format): Record<string, unknown> {
  const { schema, title, description } = PUBLISHED[format];
  const { $schema, $ref, $defs, ...root } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
  });
  const parts = { ...$defs };
  // A named part that is the document itself stands at the root, not behind a reference.
  const own = $ref === undefined ? undefined : $ref.replace('#/$defs/', '');
  const body = own === undefined ? root : parts[own];
  if (own !== undefined) delete parts[own];
  return { $schema, title, description, ...(body as object), $defs: parts };
}
