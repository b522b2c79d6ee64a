import { z } from 'zod';
import { InputError, type Problem } from './problem';
import { problemAt, say } from './problems-text';
import { carryKnownKeys, problemsOfIssues } from './problems-zod';

/** What the hall's own machines can tell, one event a line. */
export const TICKET_EVENTS = [
  'ticket-taken',
  'called',
  'recalled',
  'service-started',
  'service-ended',
  'left',
  'no-show',
  'window-opened',
  'window-closed',
] as const;
export type TicketEventKind = (typeof TICKET_EVENTS)[number];

/** The longest line that is read, in characters; the format needs a twentieth of it. */
export const MAX_EVENT_LINE = 4096;

const AT =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?$/;

const mark = {
  format: z.literal('hall-twin/ticket-event').optional(),
  version: z.literal(1).optional(),
  id: z
    .string()
    .min(1)
    .max(200)
    .describe('Unique for each event: a second line with it is taken for the same event'),
  at: z.string().regex(AT).meta({
    id: 'eventTime',
    description:
      'When it happened: "2026-12-01T09:05:12+08:00", or the hall\'s own time without an offset',
  }),
};
const ticket = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .meta({ id: 'ticketNumber', description: 'The number as printed, such as A012' });
const window = z.string().trim().min(1).max(120).meta({
  id: 'windowName',
  description: 'Id, name or number of the window in the scenario',
});
const next = z.enum(['leaves', 'waits-for-issue', 'waits-again']).optional();

/**
 * One event of a hall's ticket system: a line of NDJSON. `format` and `version` may be left out.
 * Unknown fields are refused.
 */
export const ticketEventSchema = z.discriminatedUnion('event', [
  z
    .strictObject({
      ...mark,
      event: z.literal('ticket-taken'),
      ticket,
      item: z
        .string()
        .trim()
        .min(1)
        .max(120)
        .optional()
        .describe('What it is for: id or name of a class in the scenario'),
    })
    .describe('Somebody takes a number and waits from now on'),
  z
    .strictObject({ ...mark, event: z.literal('called'), ticket, window })
    .describe('The number is called to a window'),
  z
    .strictObject({ ...mark, event: z.literal('recalled'), ticket, window })
    .describe('It is called again, having not come'),
  z
    .strictObject({ ...mark, event: z.literal('service-started'), ticket, window })
    .describe('Is at the window; where the machine knows no difference, leave it out'),
  z
    .strictObject({
      ...mark,
      event: z.literal('service-ended'),
      ticket,
      window,
      next: next.describe(
        'What then: leaves (as assumed where it is absent), waits in the hall to be called for the result, or waits again in another queue',
      ),
    })
    .describe('The service is over; the window is free'),
  z
    .strictObject({ ...mark, event: z.literal('left'), ticket })
    .describe('Gave up waiting, or was sent away'),
  z
    .strictObject({
      ...mark,
      event: z.literal('no-show'),
      ticket,
      window: window.optional(),
      next: next.describe('Absent: is passed over for good'),
    })
    .describe('Was called and did not come; the window is free'),
  z
    .strictObject({ ...mark, event: z.literal('window-opened'), window })
    .describe('A clerk is there from now on'),
  z
    .strictObject({ ...mark, event: z.literal('window-closed'), window })
    .describe('The clerk goes; who is being served is served to the end'),
]);

/** An event as read: its time on the hall's own clock. */
export interface TicketEvent {
  readonly id: string;
  readonly kind: TicketEventKind;
  /** Milliseconds from 1970-01-01 00:00 to the event, as the hall's clock shows it. */
  readonly atMs: number;
  /** '' where the event is of no ticket. */
  readonly ticket: string;
  /** '' where the event is of no window. */
  readonly window: string;
  /** '' where it is not told. */
  readonly item: string;
  readonly next: 'leaves' | 'waits-for-issue' | 'waits-again';
}

const badTime = (at: string) =>
  say(
    `"${at}" 不是存在的时间`,
    `"${at}" is no time that exists`,
    '写作 2026-12-01T09:05:12+08:00，或不带时区的本地时间',
    'Write 2026-12-01T09:05:12+08:00, or the local time without an offset',
  );
const notLine = say(
  '这一行不是 JSON',
  'The line is not JSON',
  '每行写一个事件对象，格式见 hall schema ticket-event',
  'Write one event object a line; hall schema ticket-event prints the format',
);

/**
 * A time as written, on the clock of the hall.
 *
 * @param offsetMin what the hall's clock is ahead of UTC, minutes
 * @returns ms from 1970-01-01 00:00 of that clock; null for a time that does not exist
 */
export function hallTime(at: string, offsetMin: number): number | null {
  const found = AT.exec(at);
  if (!found) return null;
  const [, date, h, m, s = '0', fraction = '', zone] = found;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const [hour, minute, second] = [Number(h), Number(m), Number(s)];
  if (!Number.isFinite(midnight) || hour > 23 || minute > 59 || second > 59) return null;
  // 2026-02-30 is carried into March by the platform's own reading; it does not exist.
  if (hallDate(midnight) !== date) return null;
  const ms = fraction === '' ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  const shown = midnight + ((hour * 60 + minute) * 60 + second) * 1000 + ms;
  if (zone === undefined) return shown;
  const away = zone === 'Z' ? 0 : minutesOf(zone);
  return away === null ? null : shown + (offsetMin - away) * 60_000;
}

/** Minutes of an offset such as +08:00; null for one that no place has. */
export function minutesOf(zone: string): number | null {
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!found) return null;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  if (minutes > 14 * 60 || Number(found[3]) > 59) return null;
  return found[1] === '-' ? -minutes : minutes;
}

const dateFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'UTC',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The date "YYYY-MM-DD" on the hall's clock. */
export function hallDate(atMs: number): string {
  return dateFormat.format(atMs);
}

/** What reading a line gives: the event, or what is wrong with it. */
export type ReadEvent =
  | { readonly event: TicketEvent; readonly problems: null }
  | { readonly event: null; readonly problems: readonly Problem[] };

/** Reads a value that is parsed already as an event. */
export function parseTicketEvent(value: unknown, offsetMin: number): ReadEvent {
  const read = ticketEventSchema.safeParse(value, { error: carryKnownKeys });
  if (!read.success) return { event: null, problems: problemsOfIssues(read.error.issues, value) };
  const line = read.data;
  const atMs = hallTime(line.at, offsetMin);
  if (atMs === null) return { event: null, problems: [problemAt(['at'], badTime(line.at))] };
  return {
    event: {
      id: line.id,
      kind: line.event,
      atMs,
      ticket: 'ticket' in line ? line.ticket : '',
      window: ('window' in line ? line.window : '') ?? '',
      item: ('item' in line ? line.item : '') ?? '',
      next: ('next' in line ? line.next : 'leaves') ?? 'leaves',
    },
    problems: null,
  };
}

/** Reads one line of NDJSON. */
export function readTicketEvent(line: string, offsetMin: number): ReadEvent {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { event: null, problems: [problemAt([], notLine)] };
  }
  return parseTicketEvent(value, offsetMin);
}

/**
 * Events of a text: NDJSON, one event, or a JSON list of them.
 *
 * @param source what messages call it
 * @throws InputError for a text that is neither
 */
export function ticketEventsOf(text: string, source: string): readonly unknown[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  if (trimmed.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(trimmed);
      if (Array.isArray(list)) return list;
    } catch {
      // Said below.
    }
    throw new InputError(source, [problemAt([], notLine)]);
  }
  return trimmed.split(/\r?\n/).filter((line) => line.trim() !== '');
}
