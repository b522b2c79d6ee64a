import type { HallModel } from '../../../src/sim/hall/model';
import { type DayRecord, EventKind, Outcome } from '../../../src/sim/hall/record';

/**
 * Moments at which somebody waits although a manned window that serves their ticket is free, when
 * all that happens at the moment has happened; as [seconds, window, visitor].
 */
export function idleBesideWaiting(record: DayRecord, model: HallModel): number[][] {
  const { events } = record;
  const found: number[][] = [];
  const ticketOf = new Map<number, number>();
  const waiting = new Set<number>();
  const free = new Set<number>();
  for (let i = 0; i < events.length; i++) {
    const visitor = events.visitor[i]!;
    const place = events.place[i]!;
    const value = events.value[i]!;
    switch (events.kind[i]) {
      case EventKind.Ticket:
      case EventKind.Redirect:
        ticketOf.set(visitor, place);
        waiting.add(visitor);
        break;
      case EventKind.Call:
        waiting.delete(visitor);
        free.delete(place);
        break;
      case EventKind.PassOver:
        free.add(place);
        if (value === 1) waiting.add(visitor);
        break;
      case EventKind.Abandon:
        waiting.delete(visitor);
        break;
      case EventKind.ServiceEnd:
        if (!model.rating || value === Outcome.Approval || value === Outcome.Redirected)
          free.add(place);
        break;
      case EventKind.Rate:
      case EventKind.WindowOpen:
        free.add(place);
        break;
      case EventKind.WindowClose:
        free.delete(place);
        break;
    }
    const timeUs = events.timeUs[i]!;
    if (i + 1 < events.length && events.timeUs[i + 1] === timeUs) continue;
    for (const window of free)
      for (const one of waiting)
        if (model.windows[window]!.classes.includes(ticketOf.get(one)!))
          found.push([timeUs / 1e6, window, one]);
  }
  return found;
}
