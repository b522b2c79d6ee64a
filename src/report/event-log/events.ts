import { dateOf, dayNumberOf } from '../../scenarios/work-calendar';
import { type DayRecord, EventKind, LeaveReason, Origin, Outcome } from '../../sim/hall/record';

/** What an event says of the work that it belongs to, as process mining counts it. */
export type Transition = 'schedule' | 'start' | 'complete';

/** Where something happens. */
type PlaceKind = 'window' | 'station' | 'backOffice' | 'class' | 'session' | 'day' | 'none';

interface Meaning {
  /** Kinds with the same activity are begun, and ended, pieces of the same work. */
  readonly activity: string;
  readonly transition: Transition;
  readonly place: PlaceKind;
}

const of = (activity: string, transition: Transition, place: PlaceKind): Meaning => ({
  activity,
  transition,
  place,
});

/** Every kind of event of a record in the words of an event log. */
const MEANINGS: Readonly<Record<EventKind, Meaning>> = {
  [EventKind.Arrive]: of('arrive', 'complete', 'class'),
  [EventKind.StationJoin]: of('station', 'schedule', 'station'),
  [EventKind.StationStart]: of('station', 'start', 'station'),
  [EventKind.StationEnd]: of('station', 'complete', 'station'),
  [EventKind.Ticket]: of('take ticket', 'complete', 'class'),
  [EventKind.Call]: of('call', 'complete', 'window'),
  [EventKind.ServiceStart]: of('service', 'start', 'window'),
  [EventKind.ServiceEnd]: of('service', 'complete', 'window'),
  [EventKind.CaseSubmit]: of('approval', 'schedule', 'backOffice'),
  [EventKind.ApprovalStart]: of('approval', 'start', 'backOffice'),
  [EventKind.ApprovalEnd]: of('approval', 'complete', 'backOffice'),
  [EventKind.Abandon]: of('give up', 'complete', 'class'),
  [EventKind.Rate]: of('rate', 'complete', 'window'),
  [EventKind.Leave]: of('leave', 'complete', 'none'),
  [EventKind.WindowOpen]: of('window open', 'start', 'window'),
  [EventKind.WindowClose]: of('window open', 'complete', 'window'),
  [EventKind.SessionStart]: of('session', 'start', 'session'),
  [EventKind.SessionEnd]: of('session', 'complete', 'session'),
  [EventKind.DayStart]: of('day', 'start', 'day'),
  [EventKind.Online]: of('served online', 'complete', 'class'),
  [EventKind.Origin]: of('come again', 'complete', 'none'),
  [EventKind.Accompany]: of('accompany', 'start', 'none'),
  [EventKind.CompanionLeave]: of('accompany', 'complete', 'none'),
  [EventKind.Recall]: of('call again', 'complete', 'window'),
  [EventKind.PassOver]: of('pass over', 'complete', 'window'),
  [EventKind.Redirect]: of('redirect', 'complete', 'class'),
  [EventKind.LineJoin]: of('join line', 'complete', 'window'),
  [EventKind.AcceptIncomplete]: of('accept incomplete', 'complete', 'class'),
  [EventKind.TurnBack]: of('turn back', 'complete', 'station'),
  [EventKind.CaseAccept]: of('promised case', 'start', 'class'),
  [EventKind.ReviewSubmit]: of('review', 'schedule', 'backOffice'),
  [EventKind.ReviewStart]: of('review', 'start', 'backOffice'),
  [EventKind.ReviewEnd]: of('review', 'complete', 'backOffice'),
  [EventKind.CaseDecided]: of('decide case', 'complete', 'class'),
  [EventKind.CaseClosed]: of('promised case', 'complete', 'class'),
  [EventKind.FollowUpSubmit]: of('follow up', 'schedule', 'backOffice'),
  [EventKind.FollowUpEnd]: of('follow up', 'complete', 'backOffice'),
  [EventKind.ClerkAbsent]: of('clerk absent', 'complete', 'window'),
  [EventKind.StationOpen]: of('station open', 'start', 'station'),
  [EventKind.StationClose]: of('station open', 'complete', 'station'),
  [EventKind.OfficeOpen]: of('office open', 'start', 'backOffice'),
  [EventKind.OfficeClose]: of('office open', 'complete', 'backOffice'),
  [EventKind.GreenTicket]: of('green ticket', 'complete', 'class'),
};

/** An event in words, ready to be written in any format. */
export interface LoggedEvent {
  /** Its number in the record, from 0. */
  readonly index: number;
  /** ISO 8601 to the millisecond, at the hall's own clock. */
  readonly time: string;
  readonly kind: string;
  readonly activity: string;
  readonly transition: Transition;
  /** Visitor's or companion's number; null for what concerns nobody alone. */
  readonly visitor: number | null;
  /** As displayed, like `A012`; null before it is taken. */
  readonly ticket: string | null;
  /** Counts the tickets that the visitor has taken, from 1; 0 before the first. */
  readonly ticketCount: number;
  readonly class: string | null;
  readonly window: string | null;
  readonly station: string | null;
  readonly backOffice: string | null;
  /** How it came out, where that is a matter of words. */
  readonly outcome: string | null;
  /** As recorded: what it means depends on the kind. */
  readonly value: number;
}

/** A record as people and cases went through the hall. */
export interface EventLog {
  readonly header: DayRecord['header'];
  readonly events: readonly LoggedEvent[];
  /** By visitor: the visitor whose case it is, the first visit of a chain; companions that whom they came with. */
  readonly caseOf: ReadonlyMap<number, number>;
  /** By companion: whom they came with. */
  readonly companionOf: ReadonlyMap<number, number>;
  /** Whether dates were made up, because the scenario names none. */
  readonly datesAssumed: boolean;
}

const DAY_US = 86_400e6;
/** China has one time zone and no summer time. */
const ZONE = '+08:00';
/** A Monday: stands for the first day where the scenario names no date (an assumption, told in the log). */
const NO_DATE = '2000-01-03';

/** Reads a record as an event log. */
export function eventLogOf(record: DayRecord): EventLog {
  const { header, events } = record;
  const clock = clockOf(header.dates);
  const classes = new Map<number, number>();
  const tickets = new Map<number, { text: string; count: number }>();
  const caseOf = new Map<number, number>();
  const companionOf = new Map<number, number>();
  const logged: LoggedEvent[] = [];
  for (let index = 0; index < events.length; index++) {
    const kind = events.kind[index] as EventKind;
    const [visitor, place, value] = [
      events.visitor[index]!,
      events.place[index]!,
      events.value[index]!,
    ];
    const meaning = MEANINGS[kind];
    const somebody = visitor >= 0;
    if (kind === EventKind.Arrive) {
      classes.set(visitor, place);
      caseOf.set(visitor, visitor);
    } else if (kind === EventKind.Origin && place >= 0)
      caseOf.set(visitor, caseOf.get(place) ?? place);
    else if (kind === EventKind.Accompany) {
      companionOf.set(visitor, place);
      caseOf.set(visitor, caseOf.get(place) ?? place);
    } else if (kind === EventKind.Ticket)
      tickets.set(visitor, {
        text: header.ticketPrefixes[place]! + String(value).padStart(3, '0'),
        count: (tickets.get(visitor)?.count ?? 0) + 1,
      });
    const at = (which: PlaceKind, names: readonly string[]) =>
      meaning.place === which ? (names[place] ?? null) : null;
    const own = somebody ? classes.get(visitor) : undefined;
    const ticket = tickets.get(visitor);
    logged.push({
      index,
      time: clock(events.timeUs[index]!),
      kind: EventKind[kind],
      activity: meaning.activity,
      transition: meaning.transition,
      visitor: somebody ? visitor : null,
      ticket: ticket?.text ?? null,
      ticketCount: ticket?.count ?? 0,
      class: at('class', header.classes) ?? (own === undefined ? null : header.classes[own]!),
      window: at('window', header.windows),
      station: at('station', header.stations),
      backOffice: at('backOffice', header.backOffices),
      outcome: outcomeOf(kind, value),
      value,
    });
  }
  return {
    header,
    events: logged,
    caseOf,
    companionOf,
    datesAssumed: !header.dates.some((date) => date !== null),
  };
}

function outcomeOf(kind: EventKind, value: number): string | null {
  switch (kind) {
    case EventKind.ServiceEnd:
      return Outcome[value] ?? null;
    case EventKind.Leave:
      return LeaveReason[value] ?? null;
    case EventKind.Origin:
      return Origin[value] ?? null;
    case EventKind.Abandon:
      return value === 1 ? 'SentAway' : 'Patience';
    case EventKind.PassOver:
      return value === 1 ? 'WaitsAgain' : 'Gone';
    case EventKind.CaseDecided:
      return `${(value & 1) === 1 ? 'Refused' : 'Agreed'}${value >= 2 ? 'Late' : ''}`;
    case EventKind.CaseClosed:
      return value === 1 ? 'Collected' : 'Delivered';
    case EventKind.WindowOpen:
      return value === 1 ? 'TemporaryCover' : 'OwnClerk';
    default:
      return null;
  }
}

/** Instants of a record as dates and clock times: days of the record are working days. */
function clockOf(dates: DayRecord['header']['dates']): (timeUs: number) => string {
  const first = dayNumberOf(dates[0] ?? NO_DATE);
  const known = dates.map((date, day) => (date === null ? first + day : dayNumberOf(date)));
  return (timeUs) => {
    const day = Math.max(0, Math.floor(timeUs / DAY_US));
    const last = known.at(-1) ?? first;
    const number = known[day] ?? last + (day - Math.max(0, known.length - 1));
    const ms = Math.floor((timeUs - day * DAY_US) / 1000);
    const two = (n: number) => String(n).padStart(2, '0');
    return `${dateOf(number)}T${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}${ZONE}`;
  };
}
