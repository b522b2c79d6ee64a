import { DAY_US } from '../../../src/sim/hall/arrivals';
import type { HallModel } from '../../../src/sim/hall/model';
import {
  type DayRecord,
  EventKind,
  LeaveReason,
  Origin,
  Outcome,
} from '../../../src/sim/hall/record';

/**
 * Reads a record as an auditor would, who trusts nothing: keeps books of everybody and every
 * window and throws at the first event that can't be.
 */
export function audit(record: DayRecord, model: HallModel): { arrived: number; left: number } {
  const { events } = record;
  const stage = new Map<number, string>();
  const companions = new Map<number, number>();
  const accompanied = new Map<number, number>();
  const parts = new Map<number, number>();
  const cases = new Map<number, { due: number; parts: number }>();
  const followUps = new Set<number>();
  const ticketed = new Set<number>();
  const staffed = model.stations.map((s) => s.duties === null);
  const capacity = model.capacity;
  let waitingPeople = 0;
  const classOf = new Map<number, number>();
  const windows = model.windows.map(() => ({ open: false, visitor: -1, serving: false }));
  const approvers = model.backOffices.map((b) => new Array<number>(b.approvers).fill(-1));
  const lines = model.stations.map(() => [] as number[]);
  const arrived = model.classes.map(() => 0);
  const left = model.classes.map(() => 0);
  const inside = model.classes.map(() => 0);
  let last = 0;
  const must = (condition: boolean, i: number, what: string) => {
    if (!condition)
      throw new Error(
        `event ${i} (${EventKind[events.kind[i]!]} of ${events.visitor[i]} at ${events.timeUs[i]! / 1e6} s): ${what}`,
      );
  };
  for (let i = 0; i < events.length; i++) {
    const t = events.timeUs[i]!;
    const v = events.visitor[i]!;
    const place = events.place[i]!;
    const value = events.value[i]!;
    must(t >= last && Number.isInteger(t), i, 'time goes back');
    last = t;
    const from = stage.get(v);
    switch (events.kind[i]) {
      case EventKind.Origin:
        must(from === 'in' && events.visitor[i - 1] === v, i, 'does not follow the arrival');
        must(place < v, i, 'the visit before comes later');
        if (value === Origin.Collection) stage.set(v, 'issue');
        break;
      case EventKind.Arrive:
        must(from === undefined, i, 'came twice');
        stage.set(v, 'in');
        classOf.set(v, place);
        arrived[place]!++;
        inside[place]!++;
        break;
      case EventKind.StationJoin:
        must(from === 'in' || from === 'newTicket', i, `joins from ${from}`);
        must(staffed[place]!, i, 'nobody is at the station');
        lines[place]!.push(v);
        stage.set(v, 'line');
        break;
      case EventKind.StationStart:
        must(lines[place]![0] === v && from === 'line', i, 'not the first in line');
        stage.set(v, 'station');
        break;
      case EventKind.StationEnd:
        must(from === 'station' && lines[place]!.shift() === v, i, 'was not served there');
        stage.set(v, 'in');
        break;
      case EventKind.Ticket:
        must(from === 'in' || from === 'newTicket', i, `takes a ticket from ${from}`);
        stage.set(v, 'waiting');
        waitingPeople += 1 + (accompanied.get(v) ?? 0);
        // That the green channel moved them forward is told between ticket and call.
        if (!calledAtOnce(events, events.kind[i + 1] === EventKind.GreenTicket ? i + 2 : i + 1, v))
          must(ticketed.has(v) || waitingPeople <= capacity, i, 'the waiting zone is full');
        ticketed.add(v);
        break;
      case EventKind.Call: {
        const w = windows[place]!;
        const issuing = model.windows[place]!.issuing;
        must(from === (issuing ? 'issue' : 'waiting'), i, `called from ${from}`);
        must(w.open, i, 'by a closed window');
        must(w.visitor === -1, i, 'window is taken');
        const { classes, helps } = model.windows[place]!;
        const right = [...classes, ...helps].includes(classOf.get(v)!);
        must(issuing || right === (value === 0), i, 'window does not serve the class');
        must(issuing || right || model.wrongTicket !== null, i, 'nobody has a wrong ticket');
        if (!issuing) waitingPeople -= 1 + (accompanied.get(v) ?? 0);
        w.visitor = v;
        stage.set(v, 'called');
        break;
      }
      case EventKind.ServiceStart:
        must(from === 'called' && windows[place]!.visitor === v, i, 'not called there');
        must(windows[place]!.open, i, 'at a closed window');
        windows[place]!.serving = true;
        stage.set(v, 'service');
        break;
      case EventKind.ServiceEnd:
        must(from === 'service' && windows[place]!.visitor === v, i, 'not served there');
        must(windows[place]!.open, i, 'at a closed window');
        windows[place]!.serving = false;
        stage.set(v, value === Outcome.Approval ? 'accepted' : model.rating ? 'rating' : 'out');
        if (value === Outcome.Redirected)
          stage.set(v, model.wrongTicket!.firstAsked ? 'redirected' : 'newTicket');
        if (value === Outcome.Approval || value === Outcome.Redirected || !model.rating)
          windows[place]!.visitor = -1;
        break;
      case EventKind.Redirect:
        must(from === 'redirected', i, `redirected from ${from}`);
        stage.set(v, 'waiting');
        waitingPeople += 1 + (accompanied.get(v) ?? 0);
        break;
      case EventKind.Recall:
        must(from === 'called' && windows[place]!.visitor === v, i, 'not called there');
        must(value >= 1 && value <= model.calls!.recalls, i, 'recalled too often');
        break;
      case EventKind.PassOver:
        must(from === 'called' && windows[place]!.visitor === v, i, 'not called there');
        windows[place]!.visitor = -1;
        stage.set(v, value === 1 ? 'waiting' : 'out');
        if (value === 1) waitingPeople += 1 + (accompanied.get(v) ?? 0);
        break;
      case EventKind.LineJoin:
        must(from === 'waiting', i, `stands in line from ${from}`);
        must(model.queueing.kind === 'separateLines', i, 'there are no lines');
        break;
      case EventKind.TurnBack:
        must(from === 'in', i, `turned back from ${from}`);
        stage.set(v, 'out');
        break;
      case EventKind.Accompany:
        companions.set(v, place);
        accompanied.set(place, (accompanied.get(place) ?? 0) + 1);
        break;
      case EventKind.CompanionLeave:
        must(companions.get(v) === place, i, 'came with somebody else');
        companions.delete(v);
        break;
      case EventKind.StationOpen:
        must(!staffed[place], i, 'is staffed already');
        staffed[place] = true;
        break;
      case EventKind.StationClose:
        must(staffed[place]!, i, 'was not staffed');
        staffed[place] = false;
        for (const waiting of lines[place]!.filter((one) => stage.get(one) === 'line'))
          stage.set(waiting, 'in');
        lines[place] = lines[place]!.filter((one) => stage.get(one) === 'station');
        break;
      case EventKind.CaseAccept:
        must(value === model.classes[place]!.promisedCase!.promisedDays, i, 'promised otherwise');
        cases.set(v, {
          due: (Math.floor(t / DAY_US) + value + 1) * DAY_US,
          parts: model.classes[place]!.promisedCase!.review.length,
        });
        break;
      case EventKind.CaseDecided: {
        const one = cases.get(v);
        must(one?.parts === 0, i, 'not every department is done');
        must(value >= 2 === t > one!.due, i, 'late or not');
        cases.delete(v);
        break;
      }
      case EventKind.ReviewSubmit:
        if (from === undefined || from === 'out' || from === 'rating')
          must(cases.has(v), i, 'no case of theirs is open');
        break;
      case EventKind.ReviewStart:
        must(approvers[place]![value] === -1, i, 'approver is taken');
        approvers[place]![value] = v;
        break;
      case EventKind.ReviewEnd: {
        must(approvers[place]![value] === v, i, 'not with that approver');
        approvers[place]![value] = -1;
        const one = cases.get(v);
        if (parts.has(v)) parts.set(v, parts.get(v)! - 1);
        else {
          must(one !== undefined && one.parts > 0, i, 'no case of theirs is open');
          one!.parts--;
        }
        break;
      }
      case EventKind.FollowUpSubmit:
        must(!followUps.has(v), i, 'is followed up already');
        followUps.add(v);
        break;
      case EventKind.FollowUpEnd:
        must(followUps.delete(v), i, 'nothing to follow up');
        break;
      case EventKind.Rate:
        must(from === 'rating' && windows[place]!.visitor === v, i, 'nothing to rate');
        must(value >= 0 && value <= 4, i, 'no such level');
        windows[place]!.visitor = -1;
        stage.set(v, 'out');
        break;
      case EventKind.CaseSubmit:
        must(from === 'accepted', i, `submits from ${from}`);
        stage.set(v, 'submitted');
        parts.set(v, model.classes[classOf.get(v)!]!.approval!.parts.length);
        break;
      case EventKind.ApprovalStart:
        must(from === 'submitted' && approvers[place]![value] === -1, i, 'approver is taken');
        approvers[place]![value] = v;
        break;
      case EventKind.ApprovalEnd:
        must(from === 'submitted' && approvers[place]![value] === v, i, 'not with that approver');
        approvers[place]![value] = -1;
        parts.set(v, parts.get(v)! - 1);
        must(parts.get(v) === 0, i, 'another department is not done');
        parts.delete(v);
        stage.set(v, 'issue');
        break;
      case EventKind.Abandon:
        must(from === 'waiting', i, `gives up from ${from}`);
        waitingPeople -= 1 + (accompanied.get(v) ?? 0);
        stage.set(v, 'out');
        break;
      case EventKind.WindowOpen:
        must(!windows[place]!.open, i, 'is open already');
        windows[place]!.open = true;
        break;
      case EventKind.WindowClose:
        must(windows[place]!.open && windows[place]!.visitor === -1, i, 'closes on a visitor');
        windows[place]!.open = false;
        break;
      case EventKind.Leave: {
        const turnedAway =
          [LeaveReason.SentAway, LeaveReason.Full, LeaveReason.Balked].includes(value) &&
          (from === 'in' || from === 'newTicket' || from === 'redirected');
        const kiosk = value === LeaveReason.Kiosk && from === 'in';
        const uncollected = value === LeaveReason.Promised && from === 'issue';
        must(from === 'out' || turnedAway || kiosk || uncollected, i, `leaves from ${from}`);
        const c = classOf.get(v)!;
        stage.delete(v);
        left[c]!++;
        inside[c]!--;
        break;
      }
    }
    for (const [c, n] of inside.entries())
      must(arrived[c]! === n + left[c]! && n >= 0, i, 'somebody is lost');
  }
  if (companions.size > 0 || waitingPeople !== 0)
    throw new Error(`${companions.size} companions and ${waitingPeople} waiting are left inside`);
  return {
    arrived: arrived.reduce((sum, n) => sum + n, 0),
    left: left.reduce((sum, n) => sum + n, 0),
  };
}

/** Whether row `i` calls the visitor. */
function calledAtOnce(events: DayRecord['events'], i: number, visitor: number): boolean {
  return events.kind[i] === EventKind.Call && events.visitor[i] === visitor;
}
