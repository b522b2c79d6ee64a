import type { HallModel } from '../../../src/sim/hall/model';
import { type DayRecord, EventKind, LeaveReason, Outcome } from '../../../src/sim/hall/record';

/**
 * Reads a record as an auditor would, who trusts nothing: keeps books of everybody and every
 * window and throws at the first event that can't be.
 */
export function audit(record: DayRecord, model: HallModel): { arrived: number; left: number } {
  const { events } = record;
  const stage = new Map<number, string>();
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
      case EventKind.Arrive:
        must(from === undefined, i, 'came twice');
        stage.set(v, 'in');
        classOf.set(v, place);
        arrived[place]!++;
        inside[place]!++;
        break;
      case EventKind.StationJoin:
        must(from === 'in', i, `joins from ${from}`);
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
        must(from === 'in', i, `takes a ticket from ${from}`);
        stage.set(v, 'waiting');
        break;
      case EventKind.Call: {
        const w = windows[place]!;
        const issuing = model.windows[place]!.issuing;
        must(from === (issuing ? 'issue' : 'waiting'), i, `called from ${from}`);
        must(w.open, i, 'by a closed window');
        must(w.visitor === -1, i, 'window is taken');
        must(
          issuing || model.windows[place]!.classes.includes(classOf.get(v)!),
          i,
          'window does not serve the class',
        );
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
        if (value === Outcome.Approval || !model.rating) windows[place]!.visitor = -1;
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
        break;
      case EventKind.ApprovalStart:
        must(from === 'submitted' && approvers[place]![value] === -1, i, 'approver is taken');
        approvers[place]![value] = v;
        stage.set(v, 'approval');
        break;
      case EventKind.ApprovalEnd:
        must(from === 'approval' && approvers[place]![value] === v, i, 'not with that approver');
        approvers[place]![value] = -1;
        stage.set(v, 'issue');
        break;
      case EventKind.Abandon:
        must(from === 'waiting', i, `gives up from ${from}`);
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
        const sentAway = value === LeaveReason.SentAway && from === 'in';
        const kiosk = value === LeaveReason.Kiosk && from === 'in';
        const uncollected = value === LeaveReason.Promised && from === 'issue';
        must(from === 'out' || sentAway || kiosk || uncollected, i, `leaves from ${from}`);
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
  return {
    arrived: arrived.reduce((sum, n) => sum + n, 0),
    left: left.reduce((sum, n) => sum + n, 0),
  };
}
