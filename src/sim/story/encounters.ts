import { EventKind, LeaveReason, Origin } from '../hall/record';
import { Activity, type Timeline } from '../hall/timeline';

/** Kinds of visitors worth following, in the order in which they are offered. */
export const ENCOUNTERS = [
  'longestWait',
  'longestInHall',
  'approval',
  'green',
  'sentHome',
  'acceptedIncomplete',
  'gaveUp',
  'passedOver',
  'turnedBack',
  'wheelchair',
  'appointment',
  'kiosk',
] as const;
export type EncounterId = (typeof ENCOUNTERS)[number];

/** For each kind of visitor one of the day, or null where nobody is of that kind. */
export type Encounters = Readonly<Record<EncounterId, number | null>>;

/**
 * Finds somebody of each kind in a recorded day. Whoever is said to be the longest is; of the
 * green channel the one who passed the most people by; of all other kinds the first to come who
 * went furthest.
 */
export function encountersOf(timeline: Timeline): Encounters {
  const { record } = timeline;
  const limited = record.header.mobility.indexOf('limited');
  const accepted = acceptedIncomplete(timeline);
  const ended = (...reasons: readonly LeaveReason[]) =>
    richest(timeline, (v) => {
      const reason = timeline.leaveReason(v);
      return reason !== null && reasons.includes(reason);
    });
  return {
    longestWait: longest(timeline, (v) => waitedUs(timeline, v)),
    longestInHall: longest(timeline, (v) =>
      timeline.companionOf(v) < 0 ? insideUs(timeline, v) : 0,
    ),
    approval: longest(timeline, (v) =>
      timeline.leaveReason(v) === LeaveReason.Issued
        ? timeUsOf(timeline, v, Activity.AwaitingApproval)
        : 0,
    ),
    green: mostOvertaken(timeline),
    sentHome: ended(LeaveReason.SentBack),
    acceptedIncomplete: richest(timeline, (v) => accepted.has(v)),
    gaveUp: longest(timeline, (v) =>
      timeline.leaveReason(v) === LeaveReason.Abandoned ? waitedUs(timeline, v) : 0,
    ),
    passedOver: ended(LeaveReason.PassedOver),
    turnedBack: ended(LeaveReason.Balked, LeaveReason.Full, LeaveReason.SentAway),
    wheelchair: richest(timeline, (v) => limited >= 0 && timeline.mobility(v) === limited),
    appointment: richest(timeline, (v) => timeline.origin(v) === Origin.Appointment),
    kiosk: ended(LeaveReason.Kiosk),
  };
}

/** Waited for a first call in all, µs. */
export function waitedUs(timeline: Timeline, visitor: number): number {
  return timeUsOf(timeline, visitor, Activity.Waiting);
}

/** From door to door, µs; until the end of the record for who is still inside. */
export function insideUs(timeline: Timeline, visitor: number): number {
  const story = timeline.story(visitor);
  const [first, last] = [story[0], story.at(-1)];
  return first && last ? last.endUs - first.startUs : 0;
}

/**
 * Whom a green-channel ticket was called before: people whose ticket was older and who still
 * waited for their first call then. By visitor, of every call of such a ticket.
 */
export function overtakenBy(timeline: Timeline): ReadonlyMap<number, number> {
  const { events } = timeline.record;
  const waits = new Set<number>();
  const found = new Map<number, number>();
  for (let i = 0; i < events.length; i++) {
    const visitor = events.visitor[i]!;
    switch (events.kind[i]) {
      case EventKind.Ticket:
        // Taken last, it stands last.
        waits.add(visitor);
        break;
      case EventKind.Call: {
        if (waits.has(visitor) && timeline.isGreen(visitor)) {
          let before = 0;
          for (const other of waits) {
            if (other === visitor) break;
            before++;
          }
          found.set(visitor, before);
        }
        waits.delete(visitor);
        break;
      }
      case EventKind.Abandon:
        waits.delete(visitor);
        break;
    }
  }
  return found;
}

function timeUsOf(timeline: Timeline, visitor: number, activity: Activity): number {
  let sum = 0;
  for (const step of timeline.story(visitor))
    if (step.activity === activity) sum += step.endUs - step.startUs;
  return sum;
}

/** The first of those with the largest positive value. */
function longest(timeline: Timeline, amountOf: (visitor: number) => number): number | null {
  let best: number | null = null;
  let most = 0;
  for (let visitor = 0; visitor < timeline.visitors; visitor++) {
    const value = amountOf(visitor);
    if (value <= most) continue;
    most = value;
    best = visitor;
  }
  return best;
}

/** Of those who qualify the first whose story has the most steps. */
function richest(timeline: Timeline, qualifies: (visitor: number) => boolean): number | null {
  return longest(timeline, (v) => (qualifies(v) ? timeline.story(v).length : 0));
}

function mostOvertaken(timeline: Timeline): number | null {
  const overtaken = overtakenBy(timeline);
  return longest(timeline, (v) => (timeline.isGreen(v) ? 1 + (overtaken.get(v) ?? 0) : 0));
}

/** Who was accepted although a paper was missing. */
function acceptedIncomplete({ record: { events } }: Timeline): ReadonlySet<number> {
  const found = new Set<number>();
  for (let i = 0; i < events.length; i++)
    if (events.kind[i] === EventKind.AcceptIncomplete) found.add(events.visitor[i]!);
  return found;
}
