import { z } from 'zod';
import { distribution } from './distribution';
import { floorPlanSchema } from './floorplan';
import { parameter, provenance } from './provenance';
import { localText } from './text';

const id = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/)
  .describe('Letters, digits, - and _, beginning with a letter');
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$|^24:00(:00)?$/)
  .describe('Time of day, "HH:MM" or "HH:MM:SS"');
const share = parameter(z.number().min(0).max(1));
const where = { provenance: provenance.optional() };
const interval = z.strictObject({ from: clock, to: clock });

/** How long is simulated, and what is open when. */
const horizon = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('day'),
      sessions: z
        .array(interval)
        .min(1)
        .max(12)
        .describe('Opening sessions in order; the time between two is a break'),
      closing: z
        .enum(['serveInside', 'sendAway'])
        .describe('At the end of a session: serve those inside first, or send the waiting away'),
      ...where,
    })
    .describe('One working day of a hall'),
  z
    .strictObject({
      kind: z.literal('continuous'),
      warmUpS: z.number().nonnegative().finite().default(0).describe('Not measured'),
      durationS: z.number().positive().finite().describe('Measured, after the warm-up'),
      ...where,
    })
    .describe('Open without end: for steady states that theory knows'),
]);

/** How visitors of one class come. Rates are per hour of the stated interval. */
const arrivals = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('share'), share, ...where })
    .describe("A share of the scenario's `demand`; the shares of all classes sum to one"),
  z
    .strictObject({
      kind: z.literal('poisson'),
      perHour: parameter(z.number().nonnegative().max(10_000_000)),
      ...where,
    })
    .describe('A Poisson process at one rate while the doors are open'),
  z
    .strictObject({
      kind: z.literal('poissonByInterval'),
      intervals: z
        .array(interval.extend({ perHour: z.number().nonnegative().max(10_000_000) }))
        .min(1)
        .max(2000),
      ...where,
    })
    .describe('A Poisson process whose rate is constant in each interval'),
  z
    .strictObject({ kind: z.literal('renewal'), between: distribution, ...where })
    .describe('Independent times between arrivals'),
  z
    .strictObject({
      kind: z.literal('list'),
      atS: z.array(z.number().nonnegative()).max(1_000_000),
      ...where,
    })
    .describe('Fixed times in seconds since midnight, as from a ticket log'),
]);

/** What becomes of a visitor when the window has served them; the shares sum to one. */
const outcomes = z
  .strictObject({
    done: share.describe('Accepted, decided and issued at the window (马上办)'),
    approval: z
      .strictObject({
        share,
        backOffice: id.describe('Which back office approves'),
        duration: distribution.describe("An approver's work on the case"),
        issue: distribution.describe('Service at the issuing window'),
      })
      .optional()
      .describe('Waits in the hall for the approval, then collects at the issuing window'),
    promised: share.optional().describe('Leaves with a promised date (承诺办结)'),
    sentBack: share
      .optional()
      .describe('A paper is missing: leaves with the one-time notice (一次性告知)'),
  })
  .describe('What becomes of a served visitor');

const visitorClass = z.strictObject({
  id,
  name: localText,
  items: localText.optional().describe('The items that the class stands for'),
  arrivals,
  priority: z
    .int()
    .min(0)
    .max(9)
    .default(0)
    .describe('Called before every lower number (绿色通道); first come, first served within one'),
  service: distribution,
  patience: distribution
    .nullable()
    .default(null)
    .describe('Wait that is borne before leaving; null: for ever'),
  outcomes: outcomes.optional().describe('Absent: every served visitor is done'),
});
export type VisitorClass = z.infer<typeof visitorClass>;

const window = z.strictObject({
  id: id.describe('The same id as in the floor plan'),
  name: localText,
  area: z.enum(['comprehensive', 'department', 'issuing']).default('comprehensive'),
  serves: z
    .array(id)
    .max(1000)
    .describe('Ids of the classes that it serves; the issuing window: []'),
  shifts: z
    .array(interval)
    .max(48)
    .optional()
    .describe('When it is staffed; absent: whenever the hall is open'),
  efficiency: parameter(z.number().positive().max(100))
    .default(1)
    .describe('Speed of its clerk; 1 is the norm'),
  ...where,
});

/** Speeds of one group of people; normal, cut at both ends. */
const mobility = z.strictObject({
  id: z.enum(['adult', 'senior', 'limited']),
  share,
  meanMps: parameter(z.number().positive().max(10)),
  sdMps: parameter(z.number().nonnegative().max(10)),
  minMps: z.number().positive().max(10),
  maxMps: z.number().positive().max(10),
  ...where,
});

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
  targetWaitS: parameter(z.number().nonnegative().finite()).describe(
    'A wait up to this is within target',
  ),
  demand: z
    .strictObject({
      visitsPerDay: parameter(z.number().nonnegative().max(1_000_000)),
      profile: z
        .array(interval.extend({ weight: z.number().nonnegative() }))
        .min(1)
        .max(288)
        .describe('How the day is spread over intervals; only the proportions count'),
      dayFactorCv: parameter(z.number().nonnegative().max(5))
        .optional()
        .describe(
          'Scatter of whole days: a gamma factor of mean 1 with this coefficient of variation',
        ),
      ...where,
    })
    .optional(),
  classes: z.array(visitorClass).min(1).max(200),
  windows: z.array(window).min(1).max(500),
  queueing: z
    .discriminatedUnion('kind', [z.strictObject({ kind: z.literal('pooled') })])
    .default({ kind: 'pooled' })
    .describe(
      'pooled: one ticket sequence, the free window calls the longest waiting it may serve',
    ),
  guideDesk: z
    .strictObject({ share, service: distribution })
    .optional()
    .describe('Who asks at the guide desk first; absent: nobody'),
  ticketMachine: z
    .strictObject({ service: distribution })
    .optional()
    .describe('Taking a ticket; absent: takes no time'),
  kiosk: z
    .strictObject({ share, service: distribution })
    .optional()
    .describe('Who is served at a self-service kiosk and never reaches a window; absent: nobody'),
  backOffices: z
    .array(
      z.strictObject({
        id,
        name: localText,
        approvers: parameter(z.int().min(1).max(10_000)),
        ...where,
      }),
    )
    .max(100)
    .default([]),
  rating: z
    .strictObject({
      shares: z
        .tuple([share, share, share, share, share])
        .describe('非常满意 … 非常不满意; sum to one'),
      duration: distribution.describe('At the rating device, after the service'),
      ...where,
    })
    .optional(),
  mobility: z
    .array(mobility)
    .max(3)
    .default([])
    .describe('Groups by walking speed; needed with a floor plan'),
});

/** A scenario as read, defaults filled in. */
export type Scenario = z.infer<typeof scenarioSchema>;
/** A scenario as a person may write it. */
export type ScenarioInput = z.input<typeof scenarioSchema>;
