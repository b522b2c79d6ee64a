import { clockToS } from '../../scenarios/clock';
import type { VisitorEvent, VisitorQuery } from '../../scenarios/tours/tour';
import { EventKind, Outcome } from '../hall/record';
import type { Timeline } from '../hall/timeline';
import { overtakenBy, waitedUs } from './encounters';

/** What happened to everybody of a day, each thing at its first time. */
export interface Happenings {
  readonly timeline: Timeline;
  /** When it happened first, µs; undefined if it did not. */
  at(visitor: number, event: VisitorEvent): number | undefined;
  /** Index of the window where it did; −1 for none. */
  windowAt(visitor: number, event: VisitorEvent): number;
  readonly overtaken: ReadonlyMap<number, number>;
}

interface Happening {
  readonly timeUs: number;
  readonly window: number;
}

/** Reads what happened to whom out of a recorded day. */
export function happeningsOf(timeline: Timeline): Happenings {
  const { events, header } = timeline.record;
  const guides = guideDesks(header);
  const all: Map<VisitorEvent, Happening>[] = Array.from(
    { length: timeline.visitors },
    () => new Map(),
  );
  for (let i = 0; i < events.length; i++) {
    const own = all[events.visitor[i]!];
    if (!own) continue;
    const kind: EventKind = events.kind[i]!;
    // Of all stations the guide desk alone is worth a caption.
    if (kind === EventKind.StationStart && !guides.has(events.place[i]!)) continue;
    const event = eventOf(kind, events.value[i]!, own);
    if (event === null || own.has(event)) continue;
    const window = AT_WINDOWS.has(kind) ? events.place[i]! : -1;
    own.set(event, { timeUs: events.timeUs[i]!, window });
  }
  const overtaken = overtakenBy(timeline);
  return {
    timeline,
    at: (visitor, event) => all[visitor]?.get(event)?.timeUs,
    windowAt: (visitor, event) => all[visitor]?.get(event)?.window ?? -1,
    overtaken,
  };
}

/** Indices of the stations that are guide desks. */
function guideDesks({ stations, places }: Timeline['record']['header']): ReadonlySet<number> {
  const ids = new Set(places.filter(({ kind }) => kind === 'guideDesk').map(({ id }) => id));
  return new Set(stations.flatMap((id, i) => (ids.has(id) ? [i] : [])));
}

/** Events whose place is a window. */
const AT_WINDOWS: ReadonlySet<EventKind> = new Set([
  EventKind.Call,
  EventKind.ServiceStart,
  EventKind.ServiceEnd,
  EventKind.PassOver,
  EventKind.Rate,
]);

const OUTCOMES: Readonly<Record<Outcome, VisitorEvent | null>> = {
  [Outcome.Done]: 'finished',
  [Outcome.Approval]: 'accepted',
  [Outcome.Promised]: 'promised',
  [Outcome.SentBack]: 'sentBack',
  [Outcome.Issued]: 'issued',
  [Outcome.Redirected]: null,
};

/** What an event of the record is in the words of a tour. */
function eventOf(
  kind: EventKind,
  value: number,
  before: ReadonlyMap<VisitorEvent, Happening>,
): VisitorEvent | null {
  switch (kind) {
    case EventKind.Arrive:
      return 'arrives';
    case EventKind.StationStart:
      return 'asksGuide';
    case EventKind.TurnBack:
      return 'toldMissing';
    case EventKind.Ticket:
      return 'takesTicket';
    case EventKind.Call:
      return before.has('approved') ? 'calledToIssue' : 'called';
    case EventKind.ServiceStart:
      return 'served';
    case EventKind.ServiceEnd:
      return OUTCOMES[value as Outcome] ?? null;
    case EventKind.CaseSubmit:
      return 'submitted';
    case EventKind.ApprovalStart:
      return 'approvalStarts';
    case EventKind.ApprovalEnd:
      return 'approved';
    case EventKind.AcceptIncomplete:
      return 'acceptedIncomplete';
    case EventKind.Abandon:
      return 'givesUp';
    case EventKind.PassOver:
      return 'passedOver';
    case EventKind.Rate:
      return 'rated';
    case EventKind.Leave:
      return 'leaves';
    default:
      return null;
  }
}

/** Who of a day fits a query; null if nobody does. */
export function visitorFor(query: VisitorQuery, happenings: Happenings): number | null {
  const { timeline } = happenings;
  const fits: number[] = [];
  for (let v = 0; v < timeline.visitors; v++) if (fitsQuery(query, happenings, v)) fits.push(v);
  const best = (value: (visitor: number) => number): number | null =>
    fits.reduce<number | null>((a, b) => (a === null || value(b) > value(a) ? b : a), null);
  switch (query.pick) {
    case 'first':
      return fits[0] ?? null;
    case 'longestWait':
      return best((v) => waitedUs(timeline, v));
    case 'shortestWait':
      return best((v) => -waitedUs(timeline, v));
    case 'mostOvertaken':
      return best((v) => happenings.overtaken.get(v) ?? -1);
  }
}

function fitsQuery(query: VisitorQuery, happenings: Happenings, visitor: number): boolean {
  const { timeline } = happenings;
  if (timeline.companionOf(visitor) >= 0) return false;
  const { green, from, to, waitedAtLeastS, waitedAtMostS } = query;
  if (green !== undefined && timeline.isGreen(visitor) !== green) return false;
  const kind = timeline.record.header.classes[timeline.classIndex(visitor)];
  if (query.class !== undefined && kind !== query.class) return false;
  const cameS = (timeline.story(visitor)[0]?.startUs ?? 0) / 1e6;
  if (from !== undefined && cameS < clockToS(from)) return false;
  if (to !== undefined && cameS >= clockToS(to)) return false;
  const waitedS = waitedUs(timeline, visitor) / 1e6;
  if (waitedAtLeastS !== undefined && waitedS < waitedAtLeastS) return false;
  if (waitedAtMostS !== undefined && waitedS > waitedAtMostS) return false;
  const happened = (event: VisitorEvent) => happenings.at(visitor, event) !== undefined;
  return query.has.every(happened) && !query.hasNot.some(happened);
}
