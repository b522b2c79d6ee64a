import { DAY_US } from '../hall/arrivals';
import { type DayRecord, EventKind } from '../hall/record';

/** Shorter gaps are changes of hands, not an unmanned window. */
const UNMANNED_FROM_US = 60e6;
/** The two lowest of the five levels. */
const LOW_RATING = 3;

/** One line of the electronic supervision list. */
export type Supervision =
  | {
      readonly kind: 'wait';
      readonly atUs: number;
      readonly visitor: number;
      readonly classIndex: number;
      readonly waitUs: number;
      /** How the wait ended. */
      readonly how: 'called' | 'gaveUp' | 'sentAway';
    }
  | {
      readonly kind: 'caseLate';
      /** When it was decided; null: still open, and overdue, at the end of the record. */
      readonly atUs: number | null;
      readonly visitor: number;
      readonly classIndex: number;
      readonly promisedDays: number;
      readonly tookDays: number;
    }
  | {
      readonly kind: 'unmanned';
      readonly atUs: number;
      readonly untilUs: number;
      readonly window: number;
      /** absent: the clerk did not come; onDemand: opens for a long queue only; roster: shift, break or lunch. */
      readonly reason: 'absent' | 'onDemand' | 'roster';
    }
  | {
      readonly kind: 'lowRating';
      readonly atUs: number;
      readonly visitor: number;
      readonly window: number;
      readonly level: number;
      /** When it was followed up; null: not yet. */
      readonly followedUpUs: number | null;
      readonly late: boolean;
    };

/**
 * The supervision list of a record: waits over target, promised cases late, windows unmanned in
 * opening hours, low ratings. In order of time within each kind.
 */
export function supervisionOf(record: DayRecord): readonly Supervision[] {
  return [...longWaits(record), ...lateCases(record), ...unmanned(record), ...lowRatings(record)];
}

/** A visitor's wait as the measures count it: with a wrong ticket, both waits together. */
interface Wait {
  readonly classIndex: number;
  /** Since when they wait; null: they do not, for the time being. */
  sinceUs: number | null;
  waitedUs: number;
}

function longWaits({ events, header }: DayRecord): Supervision[] {
  const found: Supervision[] = [];
  const waits = new Map<number, Wait>();
  const end = (
    visitor: number,
    wait: Wait,
    atUs: number,
    how: 'called' | 'gaveUp' | 'sentAway',
  ) => {
    // What comes after the first wait is not looked into.
    waits.delete(visitor);
    const waitUs = wait.waitedUs + (wait.sinceUs === null ? 0 : atUs - wait.sinceUs);
    if (waitUs > header.targetUs)
      found.push({ kind: 'wait', atUs, visitor, classIndex: wait.classIndex, waitUs, how });
  };
  for (let i = 0; i < events.length; i++) {
    const atUs = events.timeUs[i]!;
    const visitor = events.visitor[i]!;
    const value = events.value[i]!;
    const kind = events.kind[i]!;
    if (kind === EventKind.Arrive)
      waits.set(visitor, { classIndex: events.place[i]!, sinceUs: null, waitedUs: 0 });
    const wait = waits.get(visitor);
    if (!wait) continue;
    switch (kind) {
      case EventKind.Ticket:
      case EventKind.Redirect:
        wait.sinceUs = atUs;
        break;
      case EventKind.Call:
        if (value === 0) {
          if (wait.sinceUs === null) waits.delete(visitor);
          else end(visitor, wait, atUs, 'called');
        } else if (wait.sinceUs !== null) {
          wait.waitedUs += atUs - wait.sinceUs;
          wait.sinceUs = null;
        }
        break;
      case EventKind.PassOver:
        if (value === 0) end(visitor, wait, atUs, 'called');
        break;
      case EventKind.Abandon:
        end(visitor, wait, atUs, value === 0 ? 'gaveUp' : 'sentAway');
        break;
      case EventKind.Leave:
        waits.delete(visitor);
        break;
    }
  }
  return found;
}

function lateCases({ events }: DayRecord): Supervision[] {
  const found: Supervision[] = [];
  const open = new Map<number, { day: number; classIndex: number; promisedDays: number }>();
  let lastDay = 0;
  for (let i = 0; i < events.length; i++) {
    const atUs = events.timeUs[i]!;
    const visitor = events.visitor[i]!;
    lastDay = Math.floor(atUs / DAY_US);
    if (events.kind[i] === EventKind.CaseAccept)
      open.set(visitor, {
        day: lastDay,
        classIndex: events.place[i]!,
        promisedDays: events.value[i]!,
      });
    if (events.kind[i] !== EventKind.CaseDecided) continue;
    const { day, ...one } = open.get(visitor)!;
    open.delete(visitor);
    if (events.value[i]! >= 2)
      found.push({ kind: 'caseLate', atUs, visitor, ...one, tookDays: lastDay - day });
  }
  for (const [visitor, { day, ...one }] of open)
    if (lastDay - day > one.promisedDays)
      found.push({ kind: 'caseLate', atUs: null, visitor, ...one, tookDays: lastDay - day });
  return found;
}

function unmanned({ events, header }: DayRecord): Supervision[] {
  const manned = header.windows.map(() => [] as { fromUs: number; toUs: number }[]);
  const absent = new Set<string>();
  let days = 0;
  for (let i = 0; i < events.length; i++) {
    const atUs = events.timeUs[i]!;
    const place = events.place[i]!;
    switch (events.kind[i]) {
      case EventKind.DayStart:
        days = place + 1;
        break;
      case EventKind.ClerkAbsent:
        absent.add(`${place} ${Math.floor(atUs / DAY_US)}`);
        break;
      case EventKind.WindowOpen:
        manned[place]!.push({ fromUs: atUs, toUs: Number.POSITIVE_INFINITY });
        break;
      case EventKind.WindowClose:
        manned[place]!.at(-1)!.toUs = atUs;
        break;
    }
  }
  const found: Supervision[] = [];
  for (let day = 0; day < days; day++)
    for (const hours of header.openHours)
      for (const [window, spans] of manned.entries()) {
        let fromUs = day * DAY_US + hours.fromUs;
        const endUs = day * DAY_US + hours.toUs;
        const gap = (toUs: number) => {
          if (toUs - fromUs < UNMANNED_FROM_US) return;
          const reason = header.onDemand[window]
            ? 'onDemand'
            : absent.has(`${window} ${day}`)
              ? 'absent'
              : 'roster';
          found.push({ kind: 'unmanned', atUs: fromUs, untilUs: toUs, window, reason });
        };
        for (const span of spans) {
          if (span.toUs <= fromUs || span.fromUs >= endUs) continue;
          gap(span.fromUs);
          fromUs = Math.max(fromUs, span.toUs);
        }
        gap(endUs);
      }
  return found;
}

function lowRatings({ events }: DayRecord): Supervision[] {
  type Rating = Extract<Supervision, { kind: 'lowRating' }>;
  const found: { -readonly [Key in keyof Rating]: Rating[Key] }[] = [];
  const byVisitor = new Map<number, (typeof found)[number]>();
  for (let i = 0; i < events.length; i++) {
    const atUs = events.timeUs[i]!;
    const visitor = events.visitor[i]!;
    const value = events.value[i]!;
    if (events.kind[i] === EventKind.Rate && value >= LOW_RATING) {
      const line = {
        kind: 'lowRating' as const,
        atUs,
        visitor,
        window: events.place[i]!,
        level: value,
        followedUpUs: null,
        late: false,
      };
      found.push(line);
      byVisitor.set(visitor, line);
    }
    const line = byVisitor.get(visitor);
    if (events.kind[i] === EventKind.FollowUpEnd && line)
      Object.assign(line, { followedUpUs: atUs, late: value === 1 });
  }
  return found;
}
