import { clockToS } from '../scenarios/clock';
import { type HallStateInput, momentOf } from '../scenarios/hall-state';
import { numberOf } from '../scenarios/provenance';
import type { Scenario } from '../scenarios/scenario';
import { hallDate } from '../scenarios/ticket-event';
import { hoursOf } from '../scenarios/validate-state';
import type { Day, Ticket } from './day';
import type { Present, WindowNow } from './present';

const DAY_MS = 86_400_000;

/**
 * What is known of a hall now, as the rest of its day is forecast from; null outside its hours and
 * for a hall without any. Names that the scenario does not know are left out: somebody of unknown
 * business is drawn from those who come at this time.
 */
export function hallStateOf(scenario: Scenario, present: Present, day: Day): HallStateInput | null {
  const hours = hoursOf(scenario);
  const atS = (present.nowMs % DAY_MS) / 1000;
  if (!hours || atS < hours.openS || atS > hours.closeS) return null;
  const classes = new Set(scenario.classes.map(({ id }) => id));
  const approved = new Set(
    scenario.classes
      .filter(({ outcomes }) => numberOf(outcomes?.approval?.share ?? 0) > 0)
      .map(({ id }) => id),
  );
  /** Held within the day: a number taken before the doors opened waits since then. */
  const since = (atMs: number) =>
    momentOf(Math.min(atS, Math.max(hours.openS, (atMs % DAY_MS) / 1000)));
  const classOf = (item: string, known: ReadonlySet<string> = classes) =>
    known.has(item) ? { class: item } : {};
  const ticketOf = (number: string) => ({ ticket: number.slice(0, 40) });
  const tickets = new Map(day.tickets.map((ticket): [string, Ticket] => [ticket.number, ticket]));
  return {
    format: 'hall-twin/state',
    version: 1,
    scenario: scenario.id,
    date: hallDate(present.nowMs),
    at: momentOf(atS),
    arrived: arrivedOf(scenario, present.taken),
    waiting: present.waiting.map(({ number, item, sinceMs }) => ({
      count: 1,
      ...classOf(item),
      since: since(sinceMs),
      ...ticketOf(number),
    })),
    windows: present.windows.flatMap((window) => {
      const known = scenario.windows.find(({ id }) => id === window.window);
      // A window that has said nothing today, or nothing for long, goes by its shifts.
      if (!known || window.sinceMs === null || window.silent) return [];
      if (window.phase === 'closed') return [closedWindow(window, scenario, atS)];
      const ticket = window.ticket === null ? undefined : tickets.get(window.ticket);
      const served =
        known.area === 'issuing' ? approved : new Set([...known.serves, ...known.helps]);
      return [
        {
          id: window.window,
          open: true,
          ...(window.closing ? { until: momentOf(Math.floor(atS) + 1) } : {}),
          ...(ticket
            ? {
                serving: {
                  ...classOf(ticket.item, served),
                  since: since(window.sinceMs ?? present.nowMs),
                  phase: window.phase === 'calling' ? ('called' as const) : ('serving' as const),
                  ...ticketOf(ticket.number),
                },
              }
            : {}),
        },
      ];
    }),
    approvals: day.tickets
      .filter(({ phase, item }) => phase === 'awaiting' && approved.has(item))
      .map(({ number, item, sinceMs }) => ({
        count: 1,
        class: item,
        since: since(sinceMs),
        ...ticketOf(number),
      })),
  };
}

/** Came through the door, of whom some went to a kiosk and took no number. */
function arrivedOf({ kiosk }: Scenario, taken: number): number {
  const atKiosk = kiosk ? numberOf(kiosk.share) : 0;
  return Math.round(taken / Math.max(0.01, 1 - atKiosk));
}

/** Closed until the next session of the day opens it again; in the last one for the rest of the day. */
function closedWindow({ window }: WindowNow, { horizon }: Scenario, atS: number) {
  const next =
    horizon.kind === 'continuous'
      ? undefined
      : horizon.sessions.map(({ from }) => clockToS(from)).find((fromS) => fromS > atS);
  return {
    id: window,
    open: false,
    ...(next === undefined ? {} : { backAt: momentOf(next) }),
  };
}
