import { type DayRecord, EventKind } from '../../sim/hall/record';
import { lastAtOrBefore } from '../../sim/hall/steps';

/** Who has been called to a window so far, and how long they had waited. */
export interface Called {
  at(timeUs: number): {
    readonly people: number;
    /** null before anybody has been called. */
    readonly meanWaitS: number | null;
  };
}

/** Counts calls and waits of a recorded day: everybody once, at the call that ends the wait. */
export function calledOf({ events }: DayRecord): Called {
  const times: number[] = [];
  const waitedUs: number[] = [];
  /** Beginning of the wait, by visitor, less what was waited before with a wrong ticket. */
  const since = new Map<number, number>();
  const wrong = new Map<number, number>();
  let total = 0;
  for (let i = 0; i < events.length; i++) {
    const [timeUs, visitor] = [events.timeUs[i]!, events.visitor[i]!];
    switch (events.kind[i]) {
      case EventKind.Ticket:
      case EventKind.Redirect:
        since.set(visitor, timeUs - (wrong.get(visitor) ?? 0));
        break;
      case EventKind.Abandon:
        since.delete(visitor);
        break;
      case EventKind.Call: {
        const began = since.get(visitor);
        if (began === undefined) break;
        since.delete(visitor);
        if (events.value[i] === 1) {
          wrong.set(visitor, timeUs - began);
          break;
        }
        total += timeUs - began;
        times.push(timeUs);
        waitedUs.push(total);
        break;
      }
    }
  }
  return {
    at(timeUs) {
      const people = lastAtOrBefore(times, 0, times.length, timeUs) + 1;
      return { people, meanWaitS: people === 0 ? null : waitedUs[people - 1]! / people / 1e6 };
    },
  };
}
