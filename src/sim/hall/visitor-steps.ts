import { type DayRecord, EventKind, Origin, Outcome } from './record';
import { Activity } from './timeline-types';

/** Everybody's steps from door to door, visitor by visitor, each step from its start to the next. */
export interface VisitorSteps {
  readonly visitors: number;
  /** First step of each visitor; the last entry is the number of steps. */
  readonly first: Int32Array;
  readonly startUs: Float64Array;
  readonly activity: Uint8Array;
  readonly place: Int32Array;
  readonly arriveUs: Float64Array;
  readonly leaveUs: Float64Array;
  readonly classIndex: Int16Array;
  readonly mobility: Int8Array;
  readonly ticket: Int32Array;
  /** 1: with the right to the green channel. */
  readonly green: Uint8Array;
  /** An `Origin`. */
  readonly origin: Uint8Array;
  /** A `LeaveReason`, −1 for who is still inside at the end. */
  readonly reason: Int8Array;
  /** Whom a companion came with, −1 for visitors. */
  readonly companionOf: Int32Array;
}

/** Reads the events of a day into steps. Steps without duration are left out. */
export function stepsOf(record: DayRecord, endUs: number): VisitorSteps {
  const { events } = record;
  let visitors = 0;
  for (let i = 0; i < events.length; i++)
    if (events.kind[i] === EventKind.Arrive || events.kind[i] === EventKind.Accompany) visitors++;
  const room = new Int32Array(visitors + 1);
  for (let i = 0; i < events.length; i++) {
    const v = events.visitor[i]!;
    if (v >= 0) room[v + 1]!++;
  }
  for (let v = 0; v < visitors; v++) room[v + 1]! += room[v]!;
  const total = room[visitors]!;
  const used = new Int32Array(visitors);
  const startUs = new Float64Array(total);
  const activity = new Uint8Array(total);
  const place = new Int32Array(total);
  const arriveUs = new Float64Array(visitors);
  const leaveUs = new Float64Array(visitors).fill(endUs);
  const classIndex = new Int16Array(visitors);
  const mobility = new Int8Array(visitors).fill(-1);
  const ticket = new Int32Array(visitors);
  const green = new Uint8Array(visitors);
  const origin = new Uint8Array(visitors);
  const reason = new Int8Array(visitors).fill(-1);
  const companionOf = new Int32Array(visitors).fill(-1);

  const push = (v: number, timeUs: number, what: Activity, where: number): void => {
    const from = room[v]!;
    let at = from + used[v]!;
    if (used[v]! > 0 && startUs[at - 1] === timeUs) at--;
    else used[v]!++;
    startUs[at] = timeUs;
    activity[at] = what;
    place[at] = where;
  };

  for (let i = 0; i < events.length; i++) {
    const v = events.visitor[i]!;
    if (v < 0) continue;
    const t = events.timeUs[i]!;
    const where = events.place[i]!;
    const value = events.value[i]!;
    switch (events.kind[i]) {
      case EventKind.Arrive:
        arriveUs[v] = t;
        classIndex[v] = where;
        mobility[v] = value;
        break;
      case EventKind.Accompany:
        arriveUs[v] = t;
        classIndex[v] = classIndex[where]!;
        companionOf[v] = where;
        mobility[v] = value;
        push(v, t, Activity.Accompanying, -1);
        break;
      case EventKind.CompanionLeave:
        leaveUs[v] = t;
        break;
      case EventKind.StationJoin:
        push(v, t, Activity.Queueing, where);
        break;
      case EventKind.StationStart:
        push(v, t, Activity.AtStation, where);
        break;
      case EventKind.Redirect:
        push(v, t, Activity.Waiting, -1);
        break;
      case EventKind.PassOver:
        push(v, t, value === 1 ? Activity.Waiting : Activity.Leaving, -1);
        break;
      case EventKind.Origin:
        origin[v] = value;
        // Whoever collects a result waits for the issuing window at once.
        if (value === Origin.Collection) push(v, t, Activity.AwaitingIssue, -1);
        break;
      case EventKind.StationEnd:
      case EventKind.TurnBack:
      case EventKind.Abandon:
      case EventKind.Rate:
        push(v, t, Activity.Leaving, -1);
        break;
      case EventKind.Ticket:
        ticket[v] = value;
        push(v, t, Activity.Waiting, -1);
        break;
      case EventKind.GreenTicket:
        green[v] = 1;
        break;
      case EventKind.Call:
        push(v, t, Activity.Called, where);
        break;
      case EventKind.ServiceStart:
        push(v, t, Activity.InService, where);
        break;
      case EventKind.ServiceEnd:
        if (value === Outcome.Redirected) push(v, t, Activity.Leaving, -1);
        else if (value !== Outcome.Approval) push(v, t, Activity.Rating, where);
        break;
      case EventKind.CaseSubmit:
        push(v, t, Activity.AwaitingApproval, where);
        break;
      case EventKind.ApprovalEnd:
        push(v, t, Activity.AwaitingIssue, -1);
        break;
      case EventKind.Leave: {
        leaveUs[v] = t;
        reason[v] = value;
        // A hall without rating devices: the way out begins where the service ended.
        const last = room[v]! + used[v]! - 1;
        if (used[v]! > 0 && activity[last] === Activity.Rating) activity[last] = Activity.Leaving;
        break;
      }
    }
  }
  return compact({
    visitors,
    room,
    used,
    startUs,
    activity,
    place,
    arriveUs,
    leaveUs,
    classIndex,
    mobility,
    ticket,
    green,
    origin,
    reason,
    companionOf,
  });
}

/** Closes the gaps that steps without duration have left. */
function compact(
  raw: Omit<VisitorSteps, 'first'> & { room: Int32Array; used: Int32Array },
): VisitorSteps {
  const { visitors, room, used, startUs, activity, place } = raw;
  const first = new Int32Array(visitors + 1);
  let to = 0;
  for (let v = 0; v < visitors; v++) {
    const from = room[v]!;
    first[v] = to;
    for (let i = 0; i < used[v]!; i++, to++) {
      startUs[to] = startUs[from + i]!;
      activity[to] = activity[from + i]!;
      place[to] = place[from + i]!;
    }
  }
  first[visitors] = to;
  return {
    visitors,
    first,
    startUs: startUs.slice(0, to),
    activity: activity.slice(0, to),
    place: place.slice(0, to),
    arriveUs: raw.arriveUs,
    leaveUs: raw.leaveUs,
    classIndex: raw.classIndex,
    mobility: raw.mobility,
    ticket: raw.ticket,
    green: raw.green,
    origin: raw.origin,
    reason: raw.reason,
    companionOf: raw.companionOf,
  };
}
