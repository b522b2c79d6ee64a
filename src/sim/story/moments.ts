import type { FloorPlan } from '../../scenarios/floorplan';
import { InputError, type Problem } from '../../scenarios/problem';
import { problemAt, say } from '../../scenarios/problems-text';
import type { Scenario } from '../../scenarios/scenario';
import { bothLanguages, inLanguage, type Language, type LocalText } from '../../scenarios/text';
import { factsIn } from '../../scenarios/tours/read';
import type { Fact, HallEvent, Tour, TourStep, VisitorEvent } from '../../scenarios/tours/tour';
import { EventKind } from '../hall/record';
import { Activity, Pose, type Timeline } from '../hall/timeline';
import { type Happenings, happeningsOf, visitorFor } from './cast';
import { largestDifference } from './difference';
import { insideUs } from './encounters';
import { idleBesideLine } from './idle-windows';

/** A step of a tour whose moment has been found in the recorded day. */
export interface FoundStep {
  readonly step: TourStep;
  readonly timeUs: number;
  /** Whose moment it is; −1 for the hall's. */
  readonly visitor: number;
  /** Floor plan id of the window where it is; null for none. */
  readonly window: string | null;
  readonly facts: Readonly<Partial<Record<Fact, LocalText>>>;
}

/** A hall of a tour with its recorded day. */
export interface TourDay {
  readonly scenario: Scenario;
  readonly plan: FloorPlan | null;
  readonly timeline: Timeline;
}

/**
 * Finds the moments of a tour in its recorded days, in the order of the steps.
 *
 * @param days the tour's hall, and the one beside it if there is one
 * @throws InputError if nobody fits, something did not happen, or a caption asks what the record
 *   does not say
 */
export function momentsOf(
  tour: Tour,
  days: readonly [TourDay] | readonly [TourDay, TourDay],
  source: string,
): readonly FoundStep[] {
  const [day] = days;
  const happenings = happeningsOf(day.timeline);
  const problems: Problem[] = [];
  const cast = new Map<string, number>();
  for (const [name, query] of Object.entries(tour.cast)) {
    const visitor = visitorFor(query, happenings);
    if (visitor === null) problems.push(problemAt(['cast', name], NOBODY));
    else cast.set(name, visitor);
  }
  const found = tour.steps.flatMap((step, i): FoundStep[] => {
    if ('hall' in step.at) {
      const timeUs = hallMomentUs(step.at.hall, days);
      if (timeUs === null) {
        problems.push(problemAt(['steps', i, 'at', 'hall'], NEVER));
        return [];
      }
      const facts = hallFacts(timeUs, days);
      const idle = step.at.hall === 'idleBesideLine' ? idleOf(days) : null;
      if (idle) Object.assign(facts, { free: String(idle.free), inLine: String(idle.inLine) });
      return [{ step, timeUs, visitor: -1, window: null, facts }];
    }
    const visitor = cast.get(step.at.visitor);
    if (visitor === undefined) return [];
    const { event } = step.at;
    const timeUs = happenings.at(visitor, event);
    if (timeUs === undefined) {
      problems.push(problemAt(['steps', i, 'at', 'event'], NOT_TO_THEM));
      return [];
    }
    const index = happenings.windowAt(visitor, event);
    const facts = {
      ...hallFacts(timeUs, days),
      ...visitorFacts(visitor, event, timeUs, day, happenings),
    };
    const window = day.timeline.record.header.windows[index] ?? null;
    return [{ step, timeUs, visitor, window, facts }];
  });
  for (const { step, facts } of found)
    for (const word of new Set(Object.values(bothLanguages(step.text)).flatMap(factsIn)))
      if (facts[word as Fact] === undefined)
        problems.push(problemAt(['steps', tour.steps.indexOf(step), 'text'], unsaid(word)));
  if (problems.length > 0) throw new InputError(source, problems);
  return found;
}

/** A caption in one language, with what the record says of its moment. */
export function captionOf({ step, facts }: FoundStep, language: Language): string {
  return inLanguage(step.text, language).replace(/\{([^{}]*)\}/g, (all, word: Fact) => {
    const fact = facts[word];
    return fact === undefined ? all : inLanguage(fact, language);
  });
}

function hallMomentUs(event: HallEvent, days: readonly TourDay[]): number | null {
  const { timeline } = days[0]!;
  const { events } = timeline.record;
  const first = (kind: EventKind) => {
    const at = events.kind.indexOf(kind);
    return at < 0 ? null : events.timeUs[at]!;
  };
  switch (event) {
    case 'doorsOpen':
      return first(EventKind.SessionStart);
    case 'sessionEnds':
      return first(EventKind.SessionEnd);
    case 'mostWaiting':
      return middleOfMost(timeline, (timeUs) => timeline.waiting(timeUs));
    case 'mostPeople':
      return middleOfMost(timeline, (timeUs) => timeline.inside(timeUs));
    case 'lastLeaves': {
      const at = events.kind.lastIndexOf(EventKind.Leave);
      return at < 0 ? null : events.timeUs[at]!;
    }
    case 'largestDifference':
      return days[1] ? (largestDifference(timeline, days[1].timeline)?.timeUs ?? null) : null;
    case 'idleBesideLine':
      return idleOf(days)?.timeUs ?? null;
  }
}

function idleOf(days: readonly TourDay[]) {
  const { scenario, timeline } = days.at(-1)!;
  return idleBesideLine(scenario, timeline);
}

/** The middle of the longest spell of the largest count; null if the count is never positive. */
function middleOfMost(timeline: Timeline, count: (timeUs: number) => number): number | null {
  const { events } = timeline.record;
  let most = 0;
  let best = { fromUs: 0, lasts: -1 };
  for (let i = 0; i + 1 < events.length; i++) {
    const fromUs = events.timeUs[i]!;
    const lasts = events.timeUs[i + 1]! - fromUs;
    if (lasts === 0) continue;
    const now = count(fromUs);
    if (now < most || (now === most && lasts <= best.lasts)) continue;
    most = now;
    best = { fromUs, lasts };
  }
  return most > 0 ? best.fromUs + best.lasts / 2 : null;
}

/** People who wait for a call on their feet. */
function standingAt(timeUs: number, timeline: Timeline): number {
  const crowd = timeline.createCrowd();
  timeline.crowdAt(timeUs, crowd);
  let standing = 0;
  for (let i = 0; i < crowd.count; i++)
    if (crowd.activity[i] === Activity.Waiting && crowd.pose[i] === Pose.Standing) standing++;
  return standing;
}

type Facts = Partial<Record<Fact, LocalText>>;

function hallFacts(timeUs: number, days: readonly TourDay[]): Facts {
  const { timeline, plan } = days[0]!;
  const beside = days[1]?.timeline;
  const absent = absentWindows(timeline, plan);
  const facts: Facts = {
    time: timeOfDay(timeUs),
    people: String(timeline.inside(timeUs)),
    waiting: String(timeline.waiting(timeUs)),
    standing: String(standingAt(timeUs, timeline)),
  };
  if (absent.length > 0) facts.absent = { zh: absent.join('、'), en: absent.join(' and ') };
  if (beside) {
    const [left, right] = [timeline.waiting(timeUs), beside.waiting(timeUs)];
    Object.assign(facts, {
      left: String(left),
      right: String(right),
      difference: String(Math.abs(left - right)),
    });
  }
  return facts;
}

function visitorFacts(
  visitor: number,
  event: VisitorEvent,
  timeUs: number,
  { scenario, plan, timeline }: TourDay,
  happenings: Happenings,
): Facts {
  const facts: Facts = {
    inside: minutes(insideSoFar(timeline, visitor, timeUs)),
  };
  const ticket = timeline.ticket(visitor);
  const takenUs = happenings.at(visitor, 'takesTicket');
  if (ticket !== '' && takenUs !== undefined && takenUs <= timeUs) facts.ticket = ticket;
  const business = scenario.classes[timeline.classIndex(visitor)];
  if (business) facts.business = business.name;
  const id = timeline.record.header.windows[happenings.windowAt(visitor, event)];
  const number = plan?.windows.find((one) => one.id === id)?.number;
  if (number !== undefined) facts.window = String(number);
  // Only what is over by then can be said.
  const ended = happenings.at(visitor, 'called') ?? happenings.at(visitor, 'givesUp');
  if (ended !== undefined && ended <= timeUs) {
    facts.waited = minutes(spentUs(timeline, visitor, Activity.Waiting, timeUs));
    const overtaken = happenings.overtaken.get(visitor);
    if (overtaken !== undefined) facts.overtaken = String(overtaken);
  }
  const approved = happenings.at(visitor, 'approved');
  if (approved !== undefined && approved <= timeUs)
    facts.approval = minutes(spentUs(timeline, visitor, Activity.AwaitingApproval, timeUs));
  return facts;
}

function insideSoFar(timeline: Timeline, visitor: number, timeUs: number): number {
  const start = timeline.story(visitor)[0]?.startUs ?? timeUs;
  return Math.min(timeUs - start, insideUs(timeline, visitor));
}

function spentUs(timeline: Timeline, visitor: number, activity: Activity, untilUs: number): number {
  let sum = 0;
  for (const step of timeline.story(visitor))
    if (step.activity === activity)
      sum += Math.max(0, Math.min(step.endUs, untilUs) - step.startUs);
  return sum;
}

/** Numbers of the windows whose clerks are absent that day. */
function absentWindows({ record }: Timeline, plan: FloorPlan | null): number[] {
  const { events, header } = record;
  const numbers: number[] = [];
  for (let i = 0; i < events.length; i++) {
    if (events.kind[i] !== EventKind.ClerkAbsent) continue;
    const id = header.windows[events.place[i]!];
    const number = plan?.windows.find((one) => one.id === id)?.number;
    if (number !== undefined) numbers.push(number);
  }
  return numbers.sort((a, b) => a - b);
}

function timeOfDay(timeUs: number): string {
  const minute = Math.floor(timeUs / 60e6);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}

/** Whole minutes; below one minute the seconds are said. */
function minutes(us: number): LocalText {
  const seconds = Math.round(us / 1e6);
  if (seconds < 60) return { zh: `${seconds}秒`, en: `${seconds} s` };
  const whole = Math.round(seconds / 60);
  return { zh: `${whole}分钟`, en: `${whole} min` };
}

const NOBODY = say(
  '这一天的记录里没有符合条件的人',
  'Nobody in the record of this day fits',
  '放宽条件，或换一个种子（seed）、来访量（visitsPerDay）或大厅',
  'Ask for less, or take another seed, other visits a day or another hall',
);
const NEVER = say(
  '这一天没有发生这件事',
  'This did not happen on that day',
  '换一个时刻，或换一个大厅',
  'Choose another moment, or another hall',
);
const NOT_TO_THEM = say(
  '这件事没有发生在这个人身上',
  'This did not happen to them',
  '在 cast 里用 has 要求它，或换一个时刻',
  'Ask for it with `has` in the cast, or choose another moment',
);
const unsaid = (word: string) =>
  say(
    `记录没有说这一刻的 {${word}}`,
    `The record does not say {${word}} of this moment`,
    '从解说里删去，或放到说得出它的一步：要在取号、叫号、审批之后才有相应的事实',
    'Leave it out, or say it at a later step: ticket, wait and approval are known once they have been',
  );
