import { z } from 'zod';
import { distribution } from './distribution';
import { parameter } from './provenance';
import { id, interval, onDays, share, where, workingDays } from './schema-parts';
import { localText } from './text';

const perHour = z.number().nonnegative().max(10_000_000);

/** How visitors of one class come. Rates are per hour of the stated interval. */
const arrivals = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('share'), share, ...where })
    .describe("A share of the scenario's `demand`; the shares of all classes sum to one"),
  z
    .strictObject({ kind: z.literal('poisson'), perHour: parameter(perHour), ...where })
    .describe('A Poisson process at one rate while the doors are open'),
  z
    .strictObject({
      kind: z.literal('poissonByInterval'),
      intervals: z
        .array(
          interval.extend({
            perHour,
            days: onDays,
          }),
        )
        .min(1)
        .max(2000),
      dayFactorCv: parameter(z.number().nonnegative().max(5))
        .optional()
        .describe(
          'Scatter of whole days, as in `demand`: all rates of a day times a gamma factor of mean 1 with this coefficient of variation; classes share what makes a day busy or quiet',
        ),
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
    .describe(
      'Fixed times in seconds since midnight of the first day, as from a ticket log; a day has 86400',
    ),
]);

/** Visitors who have booked a time; they come besides those of `arrivals`. */
const appointments = z.strictObject({
  slots: z
    .array(
      interval.extend({ everyS: z.number().min(1).max(86_400), places: z.int().min(1).max(100) }),
    )
    .min(1)
    .max(48)
    .describe('Bookable times: one every `everyS` seconds, each with so many places'),
  booked: share.describe('Part of the places that is booked'),
  noShow: share.default(0).describe('Part of the booked who do not come'),
  punctuality: z
    .strictObject({
      meanS: parameter(z.number().min(-7200).max(7200)).describe(
        'Negative: before the time booked',
      ),
      sdS: parameter(z.number().min(0).max(7200)),
    })
    .default({ meanS: 0, sdS: 0 })
    .describe('Arrival minus the time booked: normal, cut at two hours either way'),
  priority: z
    .int()
    .min(0)
    .max(9)
    .optional()
    .describe("Priority of who has booked; absent: the class's"),
  ...where,
});

const officeWork = z.strictObject({
  backOffice: id.describe('Which back office works on it'),
  duration: distribution.describe("An approver's work on the case"),
});

/** What becomes of a visitor when the window has served them; the shares sum to one. */
const outcomes = z
  .strictObject({
    done: share.describe('Accepted, decided and issued at the window (马上办)'),
    approval: z
      .strictObject({
        share,
        ...officeWork.shape,
        joint: z
          .array(officeWork)
          .max(20)
          .default([])
          .describe('Further departments that review at the same time; all have to be done'),
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

/** What happens to a promised case after its visitor has left. */
const promisedCase = z.strictObject({
  promisedDays: parameter(z.int().min(0).max(1000)).describe(
    'Working days from acceptance within which it is promised to be decided',
  ),
  survey: z
    .strictObject({ share, after: workingDays })
    .optional()
    .describe('Site survey (现场踏勘): the review begins that many working days later'),
  review: z
    .array(officeWork.extend({ agrees: share.default(1) }))
    .min(1)
    .max(20)
    .describe('Departments that review at the same time (联审联办); all have to agree'),
  result: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('none') }).describe('Nothing is handed over'),
      z
        .strictObject({
          kind: z.literal('handedOver'),
          delivered: share.describe('By post; the others collect at the issuing window'),
          collectAfter: workingDays.describe('Working days from the decision to the collection'),
          issue: distribution.describe('Service at the issuing window'),
        })
        .describe('Delivered, or collected on a visit of its own'),
    ])
    .default({ kind: 'none' }),
  ...where,
});

export const visitorClass = z.strictObject({
  id,
  name: localText,
  items: localText.optional().describe('The items that the class stands for'),
  arrivals,
  appointments: appointments.optional(),
  priority: z
    .int()
    .min(0)
    .max(9)
    .default(0)
    .describe('Called before every lower number (绿色通道); first come, first served within one'),
  creditS: parameter(z.number().min(0).max(86_400))
    .default(0)
    .describe('Waiting credit: called as if the ticket were that much older'),
  service: distribution,
  patience: distribution
    .nullable()
    .default(null)
    .describe('Wait that is borne before leaving; null: for ever'),
  balking: z
    .array(z.strictObject({ waiting: z.int().min(0).max(100_000), share }))
    .max(50)
    .default([])
    .describe('Part of the newcomers who turn back when at least so many wait for their windows'),
  outcomes: outcomes.optional().describe('Absent: every served visitor is done'),
  promisedCase: promisedCase
    .optional()
    .describe('How promised cases go on; absent: they are not followed'),
  acceptedIncomplete: z
    .strictObject({
      share: share.describe('Of those whose paper is missing'),
      broughtAfter: workingDays.describe('Working days until the paper is handed in'),
      handIn: distribution.describe('Service when it is handed in at a window'),
      online: share.default(0).describe('Part of the papers that follows online, without a visit'),
      ...where,
    })
    .optional()
    .describe('容缺受理: accepted although a paper is missing, which follows'),
  returnVisit: z
    .strictObject({
      share: share.describe('Of those sent back for a missing paper'),
      after: z.discriminatedUnion('kind', [
        ...workingDays.options,
        z
          .strictObject({ kind: z.literal('delay'), duration: distribution })
          .describe('After a time, not at a time of the day: for steady states'),
      ]),
      again: share.default(0).describe('Probability that a paper is missing on a return visit'),
      ...where,
    })
    .optional()
    .describe('Who comes back with the missing paper; absent: nobody within the horizon'),
});
export type VisitorClass = z.infer<typeof visitorClass>;
