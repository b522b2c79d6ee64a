import { z } from 'zod';
import { parameter } from './provenance';
import { date, dateSpan, interval, share, weekday, where } from './schema-parts';

const opening = {
  sessions: z
    .array(interval)
    .min(1)
    .max(12)
    .describe('Opening sessions in order; the time between two is a break'),
  doorsOpenBeforeS: parameter(z.number().min(0).max(14_400))
    .default(0)
    .describe('Doors and ticket machines open that much before the counters, at every session'),
  closing: z
    .enum(['serveInside', 'sendAway'])
    .describe('At the end of a session: serve those inside first, or send the waiting away'),
};

/** How long is simulated, and what is open when. */
export const horizon = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('day'),
      date: date.optional().describe('Which day it is: its weekday, market day and holidays count'),
      ...opening,
      ...where,
    })
    .describe('One working day of a hall'),
  z
    .strictObject({
      kind: z.literal('days'),
      firstDate: date.describe('The first working day on or after this date begins the run'),
      workingDays: z.int().min(1).max(10_000),
      warmUpDays: z
        .int()
        .min(0)
        .max(5000)
        .default(0)
        .describe('Working days before those: simulated, not measured'),
      ...opening,
      ...where,
    })
    .describe('Working days in a row: cases and return visits go on from day to day'),
  z
    .strictObject({
      kind: z.literal('continuous'),
      warmUpS: z.number().nonnegative().finite().default(0).describe('Not measured'),
      durationS: z.number().positive().finite().describe('Measured, after the warm-up'),
      ...where,
    })
    .describe('Open without end: for steady states that theory knows'),
]);

/** Which dates are worked. */
export const workCalendar = z
  .strictObject({
    weekend: z
      .array(weekday)
      .max(6)
      .default(['sat', 'sun'])
      .describe('Days of the week without work'),
    holidays: z.array(dateSpan).max(500).default([]).describe('Closed, whatever the weekday'),
    makeUpDays: z
      .array(date)
      .max(500)
      .default([])
      .describe('Days of a weekend that are worked (调休)'),
    ...where,
  })
  .describe('Weekends, holidays and make-up days');

const profile = z
  .array(interval.extend({ weight: z.number().nonnegative() }))
  .min(1)
  .max(288)
  .describe('How the day is spread over intervals; only the proportions count');

const factor = parameter(z.number().nonnegative().max(100));

/** The visits of an ordinary day, and what makes a day more or less than ordinary. */
export const demand = z.strictObject({
  visitsPerDay: parameter(z.number().nonnegative().max(1_000_000)),
  profile,
  dayFactorCv: parameter(z.number().nonnegative().max(5))
    .optional()
    .describe('Scatter of whole days: a gamma factor of mean 1 with this coefficient of variation'),
  weekdays: z
    .array(
      z.strictObject({
        days: z.array(weekday).min(1).max(7),
        factor: factor.default(1),
        profile: profile.optional().describe('Absent: the ordinary profile'),
        ...where,
      }),
    )
    .max(7)
    .default([])
    .describe('Days of the week that differ from the ordinary'),
  marketDays: z
    .strictObject({
      on: z.discriminatedUnion('kind', [
        z
          .strictObject({
            kind: z.literal('lunar'),
            daysOfMonth: z.array(z.int().min(1).max(30)).min(1).max(30),
          })
          .describe('Days of the lunar month, as market days are fixed (逢三、八 …)'),
        z.strictObject({ kind: z.literal('dates'), dates: z.array(date).min(1).max(5000) }),
      ]),
      factor,
      ...where,
    })
    .optional()
    .describe('Market days (圩日): visits times this factor'),
  afterHoliday: z
    .strictObject({ factors: z.array(factor).min(1).max(60), ...where })
    .optional()
    .describe('Factors of the first, second … working day after a holiday'),
  onlineShare: share
    .default(0)
    .describe('Part of the visits that is served online and never comes to the hall'),
  ...where,
});
