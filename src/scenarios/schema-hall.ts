import { z } from 'zod';
import { distribution } from './distribution';
import { parameter } from './provenance';
import { clock, id, interval, onDays, share, where } from './schema-parts';
import { localText } from './text';

const shifts = z
  .array(interval)
  .max(48)
  .optional()
  .describe('When it is staffed; absent: whenever the hall is open');
const breaks = z.array(interval).max(48).default([]).describe('Short breaks within the shifts');

const absence = z.strictObject({
  share: share.describe('Probability that the clerk is absent on a day'),
  cover: z
    .strictObject({
      afterS: parameter(z.number().min(0).max(86_400)).describe(
        'From the beginning of the shift until the cover is there',
      ),
      efficiency: parameter(z.number().positive().max(100)).default(1),
    })
    .nullable()
    .default(null)
    .describe('Temporary cover (临时顶岗); null: the window stays closed that day'),
  ...where,
});

/** A window's shifts may differ from one day of the week to another. */
const windowShifts = z
  .array(interval.extend({ days: onDays }))
  .max(700)
  .optional()
  .describe('When it is staffed; absent: whenever the hall is open');

export const window = z.strictObject({
  id: id.describe('The same id as in the floor plan'),
  name: localText,
  area: z.enum(['comprehensive', 'department', 'issuing']).default('comprehensive'),
  serves: z
    .array(id)
    .max(1000)
    .describe('Ids of the classes that it serves; the issuing window: []'),
  helps: z
    .array(id)
    .max(1000)
    .default([])
    .describe('Classes that it can serve besides, when `queueing` is by skill and lets it'),
  shifts: windowShifts,
  breaks,
  efficiency: parameter(z.number().positive().max(100))
    .default(1)
    .describe('Speed of its clerk; 1 is the norm'),
  absence: absence.optional().describe("Absent: the hall's `staff.absence`"),
  onDemand: z
    .strictObject({
      whenWaiting: z.int().min(1).max(10_000).describe('Opens when so many wait for its classes'),
      untilWaiting: z.int().min(0).max(10_000).describe('Closes when no more than so many wait'),
      afterS: parameter(z.number().min(0).max(14_400))
        .default(0)
        .describe('From the decision until the clerk is there'),
    })
    .optional()
    .describe('Opened only when the queue passes a threshold'),
  ...where,
});

/** How those who wait are brought to the windows. */
export const queueing = z
  .discriminatedUnion('kind', [
    z
      .strictObject({ kind: z.literal('pooled') })
      .describe('One ticket sequence; the free window calls the longest waiting it may serve'),
    z
      .strictObject({
        kind: z.literal('separateLines'),
        choice: z
          .enum(['shortest', 'random'])
          .default('shortest')
          .describe('Which line a newcomer joins'),
        jockeyAt: z
          .int()
          .min(1)
          .max(1000)
          .nullable()
          .default(null)
          .describe('The last of a line changes to one shorter by so many; null: nobody changes'),
      })
      .describe('A line at every window'),
    z
      .strictObject({
        kind: z.literal('bySkill'),
        reserve: z
          .int()
          .min(0)
          .max(500)
          .default(0)
          .describe('Free windows that have to be left for their own classes before one helps'),
        helpAtWaiting: z
          .int()
          .min(1)
          .max(10_000)
          .default(1)
          .describe('Help comes when so many of the class wait'),
      })
      .describe('Pooled; a free window also helps with the classes in `helps`'),
  ])
  .default({ kind: 'pooled' });

/** Who may go first. */
export const greenChannel = z.strictObject({
  share: share.describe('Part of the visitors with the right to it (绿色通道)'),
  rule: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('first') }).describe('Called before everybody without it'),
    z
      .strictObject({
        kind: z.literal('credit'),
        creditS: parameter(z.number().min(0).max(86_400)),
      })
      .describe('Called as if the ticket were that much older'),
  ]),
  ...where,
});

/** Calls that nobody answers. */
export const calls = z.strictObject({
  noShow: share.describe('Part of the called who are not there at the first call'),
  recalls: z.int().min(0).max(10).describe('How often the number is called again'),
  afterS: parameter(z.number().positive().max(3600)).describe('Wait before each further step'),
  answers: share.describe('Probability that a recall is answered'),
  passedOver: z
    .enum(['leaves', 'rejoins'])
    .describe('Who does not answer at all: is gone, or takes the last place in the queue'),
  ...where,
});

export const wrongTicket = z.strictObject({
  share: share.describe('Part of those not guided who take a ticket for other windows'),
  clarify: distribution.describe('Time at the wrong window'),
  rule: z
    .enum(['firstAsked', 'newTicket'])
    .describe(
      'firstAsked (首问责任): handed to the right queue with the place of the old ticket; newTicket: begins anew',
    ),
  ...where,
});

export const guideDesk = z.strictObject({
  share,
  service: distribution,
  paperCheck: z
    .strictObject({ detects: share.describe('Probability that a missing paper is seen'), ...where })
    .optional()
    .describe('Papers are looked through here; who lacks one is told at once (一次性告知)'),
  shifts,
  breaks,
});

const lunch = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('together'), from: clock, to: clock, ...where })
    .describe('All windows close while the hall stays open'),
  z
    .strictObject({ kind: z.literal('inTurns'), turns: z.array(interval).min(2).max(6), ...where })
    .describe('Windows of each area take the turns one after the other'),
]);

export const staff = z
  .strictObject({
    lunch: lunch.optional().describe('Within opening sessions; absent: no window closes for lunch'),
    absence: absence.optional(),
  })
  .describe('What holds for the clerks of all windows');

export const backOffice = z.strictObject({
  id,
  name: localText,
  approvers: parameter(z.int().min(1).max(10_000)),
  shifts: z
    .array(interval)
    .max(48)
    .optional()
    .describe(
      'When approvers take up cases; absent: in opening hours and as long as somebody waits',
    ),
  ...where,
});

export const rating = z.strictObject({
  shares: z
    .tuple([share, share, share, share, share])
    .describe('非常满意 … 非常不满意; sum to one'),
  duration: distribution.describe('At the rating device, after the service'),
  waitEffect: z
    .strictObject({
      perMinuteOverTarget: share.describe(
        'For each minute over the target, probability added that the rating is one level lower',
      ),
      ...where,
    })
    .optional(),
  followUp: z
    .strictObject({
      backOffice: id.describe('Who follows up'),
      duration: distribution,
      withinDays: parameter(z.int().min(0).max(1000)).describe('Working days allowed'),
      ...where,
    })
    .optional()
    .describe('Follow-up of the two lowest levels'),
  ...where,
});

/** Speeds of one group of people; normal, cut at both ends. */
export const mobility = z.strictObject({
  id: z.enum(['adult', 'senior', 'limited']),
  share,
  meanMps: parameter(z.number().positive().max(10)),
  sdMps: parameter(z.number().nonnegative().max(10)),
  minMps: z.number().positive().max(10),
  maxMps: z.number().positive().max(10),
  ...where,
});

/** People who come along, wait beside the visitor and are not served. */
export const companions = z.strictObject({
  byNumber: z
    .array(share)
    .min(2)
    .max(6)
    .describe('Part of the visitors with 0, 1, 2 … companions; sum to one'),
  ...where,
});
