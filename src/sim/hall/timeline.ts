import { type DayRecord, EventKind, Origin } from './record';
import { lastAtOrBefore, StepFunction } from './steps';
import {
  Activity,
  type Crowd,
  Pose,
  type StoryStep,
  type Timeline,
  WindowState,
} from './timeline-types';
import { stepsOf } from './visitor-steps';
import { WalkIndex } from './walk-index';

export * from './timeline-types';

/** Number of buckets of time in which everybody inside is found without looking at the whole day. */
const BUCKETS = 1024;

/** What is noted as a working day begins, when nobody is there yet. */
const AT_MIDNIGHT: ReadonlySet<EventKind> = new Set([EventKind.DayStart, EventKind.ClerkAbsent]);

/** Indexes a recorded day, so that any instant and any person can be asked for at once. */
export function createTimeline(record: DayRecord): Timeline {
  const { events, header } = record;
  const first = events.kind.findIndex((kind) => !AT_MIDNIGHT.has(kind));
  const startUs = first >= 0 ? events.timeUs[first]! : 0;
  const endUs = events.length > 0 ? events.timeUs[events.length - 1]! : 0;
  const steps = stepsOf(record, endUs);
  const walks = new WalkIndex(record, steps.visitors);
  const windows = windowsOf(record);
  const busy = header.backOffices.map(() => new StepFunction(0));
  const waiting = new StepFunction(0);
  const inside = new StepFunction(0);
  /** Who waits to be called to a window other than the issuing one. */
  const waits = new Uint8Array(steps.visitors);
  const beginWait = (visitor: number, timeUs: number): void => {
    waiting.add(timeUs, 1);
    waits[visitor] = 1;
  };
  let people = 0;
  let mostPeople = 0;
  for (let i = 0; i < events.length; i++) {
    const t = events.timeUs[i]!;
    switch (events.kind[i]) {
      case EventKind.Arrive:
      case EventKind.Accompany:
        inside.set(t, ++people);
        mostPeople = Math.max(mostPeople, people);
        break;
      case EventKind.Leave:
      case EventKind.CompanionLeave:
        inside.set(t, --people);
        break;
      case EventKind.Ticket:
        beginWait(events.visitor[i]!, t);
        break;
      case EventKind.Call:
      case EventKind.Abandon:
        if (waits[events.visitor[i]!]) waiting.add(t, -1);
        waits[events.visitor[i]!] = 0;
        break;
      case EventKind.PassOver:
        if (events.value[i] === 1) beginWait(events.visitor[i]!, t);
        break;
      case EventKind.Redirect:
        beginWait(events.visitor[i]!, t);
        break;
      case EventKind.ApprovalStart:
      case EventKind.ReviewStart:
        busy[events.place[i]!]!.add(t, 1);
        break;
      case EventKind.ApprovalEnd:
      case EventKind.ReviewEnd:
        busy[events.place[i]!]!.add(t, -1);
        break;
    }
  }
  const bucketUs = Math.max(1, (endUs - startUs) / BUCKETS);
  const firstInside = bucketsOf(steps.arriveUs, steps.leaveUs, startUs, bucketUs);

  const stepAt = (visitor: number, timeUs: number): number =>
    lastAtOrBefore(steps.startUs, steps.first[visitor]!, steps.first[visitor + 1]!, timeUs);

  return {
    record,
    startUs,
    endUs,
    visitors: steps.visitors,
    mostPeople,
    createCrowd: () => createCrowd(mostPeople),
    crowdAt(timeUs, crowd) {
      crowd.count = 0;
      if (steps.visitors === 0 || timeUs < startUs) return;
      const bucket = Math.min(firstInside.length - 1, Math.floor((timeUs - startUs) / bucketUs));
      const last = lastAtOrBefore(steps.arriveUs, 0, steps.visitors, timeUs);
      for (let v = firstInside[bucket]!; v <= last; v++) {
        if (steps.leaveUs[v]! <= timeUs) continue;
        const i = crowd.count++;
        const step = stepAt(v, timeUs);
        crowd.visitor[i] = v;
        crowd.activity[i] = step < steps.first[v]! ? Activity.Queueing : steps.activity[step]!;
        crowd.classIndex[i] = steps.classIndex[v]!;
        crowd.mobility[i] = steps.mobility[v]!;
        walks.place(v, timeUs, crowd, i);
      }
    },
    windowState: (window, timeUs) => windows[window]!.state.at(timeUs),
    windowVisitor: (window, timeUs) => windows[window]!.visitor.at(timeUs),
    approversBusy: (office, timeUs) => busy[office]!.at(timeUs),
    waiting: (timeUs) => waiting.at(timeUs),
    inside: (timeUs) => inside.at(timeUs),
    ticket(visitor) {
      const number = steps.ticket[visitor] ?? 0;
      if (number === 0) return '';
      return `${header.ticketPrefixes[steps.classIndex[visitor]!]}${String(number).padStart(3, '0')}`;
    },
    classIndex: (visitor) => steps.classIndex[visitor] ?? -1,
    mobility: (visitor) => steps.mobility[visitor] ?? -1,
    isGreen: (visitor) => steps.green[visitor] === 1,
    origin: (visitor) => (steps.origin[visitor] ?? Origin.WalkIn) as Origin,
    leaveReason: (visitor) => {
      const reason = steps.reason[visitor] ?? -1;
      return reason < 0 ? null : reason;
    },
    companionOf: (visitor) => steps.companionOf[visitor] ?? -1,
    story(visitor) {
      const story: StoryStep[] = [];
      const end = steps.first[visitor + 1] ?? 0;
      for (let i = steps.first[visitor] ?? 0; i < end; i++)
        story.push({
          startUs: steps.startUs[i]!,
          endUs: i + 1 < end ? steps.startUs[i + 1]! : steps.leaveUs[visitor]!,
          activity: steps.activity[i]!,
          place: steps.place[i]!,
        });
      return story;
    },
  };
}

function createCrowd(most: number): Crowd {
  return {
    count: 0,
    visitor: new Int32Array(most),
    x: new Float64Array(most),
    y: new Float64Array(most),
    headingRad: new Float64Array(most),
    pose: new Uint8Array(most).fill(Pose.Standing),
    activity: new Uint8Array(most),
    classIndex: new Int16Array(most),
    mobility: new Int8Array(most),
    walkedM: new Float64Array(most),
  };
}

/** For each bucket of time the smallest number of a visitor inside in it. */
function bucketsOf(
  arriveUs: Float64Array,
  leaveUs: Float64Array,
  startUs: number,
  bucketUs: number,
): Int32Array {
  const buckets = new Int32Array(BUCKETS + 1).fill(arriveUs.length);
  for (let v = 0; v < arriveUs.length; v++) {
    const from = Math.floor((arriveUs[v]! - startUs) / bucketUs);
    const to = Math.min(BUCKETS, Math.floor((leaveUs[v]! - startUs) / bucketUs));
    for (let b = from; b <= to; b++) if (buckets[b]! > v) buckets[b] = v;
  }
  return buckets;
}

/** State and visitor of every window over the day. */
function windowsOf(record: DayRecord): { state: StepFunction; visitor: StepFunction }[] {
  const { events, header } = record;
  const windows = header.windows.map(() => ({
    state: new StepFunction(WindowState.Closed),
    visitor: new StepFunction(-1),
  }));
  const rated = ratedServices(record);
  for (let i = 0; i < events.length; i++) {
    const t = events.timeUs[i]!;
    const w = windows[events.place[i]!];
    const set = (state: WindowState, visitor: number): void => {
      w?.state.set(t, state);
      w?.visitor.set(t, visitor);
    };
    switch (events.kind[i]) {
      case EventKind.WindowOpen:
      case EventKind.Rate:
        set(WindowState.Idle, -1);
        break;
      case EventKind.Call:
        set(WindowState.Calling, events.visitor[i]!);
        break;
      case EventKind.ServiceStart:
        set(WindowState.Serving, events.visitor[i]!);
        break;
      case EventKind.ServiceEnd:
        // While the visitor rates, the display still shows the ticket.
        if (!rated.has(i)) set(WindowState.Idle, -1);
        break;
      case EventKind.PassOver:
        set(WindowState.Idle, -1);
        break;
      case EventKind.WindowClose:
        set(WindowState.Closed, -1);
        break;
    }
  }
  return windows;
}

/** Indices of the ServiceEnd events that a rating follows. */
function ratedServices(record: DayRecord): Set<number> {
  const { events } = record;
  const lastEnd = new Map<number, number>();
  const rated = new Set<number>();
  for (let i = 0; i < events.length; i++) {
    const visitor = events.visitor[i]!;
    if (events.kind[i] === EventKind.ServiceEnd) lastEnd.set(visitor, i);
    else if (events.kind[i] === EventKind.Rate) rated.add(lastEnd.get(visitor)!);
  }
  return rated;
}
