import { z } from 'zod';
import { date, id } from './schema-parts';

/** A time of day to the thousandth of a second: logs and live events are that exact. */
export const moment = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?$/)
  .describe('Time of day, "HH:MM", "HH:MM:SS" or "HH:MM:SS.sss"');

/** The areas of a hall whose windows serve visitors. */
export const SERVING_AREAS = ['comprehensive', 'department'] as const;

/** People who wait for the same thing; one by one, or so many at once. */
export const waitingPeople = z
  .strictObject({
    count: z.int().min(1).max(10_000).default(1),
    class: id
      .optional()
      .describe('Absent: unknown, drawn from those who come at this time of the day'),
    area: z
      .enum(SERVING_AREAS)
      .optional()
      .describe('Where the class is unknown: one that this area serves'),
    since: moment.describe(
      'Since when the first of them waits; several are spread evenly between then and now',
    ),
    ticket: z.string().min(1).max(40).optional().describe('As called; shown, not computed with'),
  })
  .describe('People who wait');
export type WaitingPeople = z.infer<typeof waitingPeople>;

export const windowNow = z.strictObject({
  id: id.describe('As in the scenario'),
  open: z.boolean().describe('Whether a clerk is there'),
  serving: z
    .strictObject({
      class: id.optional().describe('Absent: unknown, one that the window serves'),
      since: moment.describe('Since when the phase lasts'),
      phase: z
        .enum(['called', 'serving', 'rating'])
        .default('serving')
        .describe('called: has not reached the window yet'),
      ticket: z.string().min(1).max(40).optional().describe('As called; shown, not computed with'),
    })
    .optional()
    .describe('Absent: nobody'),
  until: moment
    .optional()
    .describe('Of an open window: closes then, today for good; absent: as its shifts say'),
  backAt: moment
    .optional()
    .describe('Of a closed window: opens then; absent: stays closed for the rest of the day'),
});
export type WindowNow = z.infer<typeof windowNow>;

/**
 * A hall at an instant: who waits since when, which windows are open, and since when they are busy
 * with whom. What it leaves out goes by the scenario: a window that is not named is open if its
 * shifts say so, and serves nobody.
 */
export const hallStateSchema = z.strictObject({
  format: z.literal('hall-twin/state'),
  version: z.literal(1),
  scenario: id.optional().describe('Whose state it is; with another scenario it is refused'),
  date: date.optional().describe('Absent: the day that is asked for'),
  at: moment.describe('The present'),
  arrived: z
    .int()
    .min(0)
    .max(1_000_000)
    .optional()
    .describe(
      'Came through the door today up to now (booked visits not counted): tells a busy day from a quiet one',
    ),
  waiting: z.array(waitingPeople).max(10_000).default([]).describe('With a ticket, not yet called'),
  windows: z.array(windowNow).max(500).default([]),
  approvals: z
    .array(waitingPeople)
    .max(10_000)
    .default([])
    .describe('In the hall, while the back office decides; since: handed in'),
  issue: z
    .array(waitingPeople)
    .max(10_000)
    .default([])
    .describe('Decided, wait for the issuing window; since: decided'),
});

/** A state as read, defaults filled in. */
export type HallState = z.infer<typeof hallStateSchema>;
/** A state as a person or a program may write it. */
export type HallStateInput = z.input<typeof hallStateSchema>;

/** Seconds since midnight of a moment that the schema has checked. */
export function momentToS(text: string): number {
  const [h = 0, m = 0, s = 0] = text.split(':').map(Number);
  return h * 3600 + m * 60 + s;
}

/** The moment of seconds since midnight, cut to thousandths; whole minutes and seconds are written short. */
export function momentOf(seconds: number): string {
  const thousandths = Math.floor(seconds * 1000 + 1e-6);
  const two = (n: number) => String(n).padStart(2, '0');
  const s = Math.floor(thousandths / 1000);
  const rest = thousandths % 1000;
  const minutes = `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}`;
  if (rest === 0 && s % 60 === 0) return minutes;
  return `${minutes}:${two(s % 60)}${rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`}`;
}
