import { dayOf } from '../../live/day';
import { readTicketEvent } from '../../scenarios/ticket-event';
import type { ReplayClock } from './clock';
import type { Row } from './feed';

/** Between two looks at what is due, ms. */
const STEP_MS = 50;
/** A pause in the log that is longer is skipped, hall time, ms. */
const LONGEST_PAUSE_MS = 45 * 60_000;
/** What is left of it before the next event, hall time, ms. */
const LEAD_MS = 60_000;

/** A row and when it came in, on the hall's clock: as late as the latest event before it. */
export interface Cue {
  readonly atMs: number;
  readonly row: Row;
}

/** When each row of a log came in: in the order of the log, at the time of its latest event so far. */
export function cuesOf(rows: readonly Row[], offsetMin: number): readonly Cue[] {
  const times = rows.map((row): number => {
    if (row.kind === 'events') return Math.max(...row.events.map(({ atMs }) => atMs));
    const event = row.kind === 'line' ? readTicketEvent(row.line, offsetMin).event : null;
    return event?.atMs ?? Number.NEGATIVE_INFINITY;
  });
  // What tells no time comes with what is before it; at the beginning with what is after.
  let latest = times.find(Number.isFinite);
  if (latest === undefined) return [];
  return rows.map((row, i) => {
    latest = Math.max(latest!, times[i]!);
    return { atMs: latest, row };
  });
}

/** The cues of the last day that a log has. */
export function lastDay(cues: readonly Cue[]): readonly Cue[] {
  const day = dayOf(cues.at(-1)?.atMs ?? 0);
  return cues.filter(({ atMs }) => dayOf(atMs) === day);
}

/** Plays cues at the pace of a clock. */
export class Player {
  #next = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly cues: readonly Cue[],
    private readonly clock: ReplayClock,
    private readonly take: (row: Row) => void,
    private readonly ended: () => void,
  ) {}

  start(): void {
    this.#step();
    this.#timer = setInterval(() => this.#step(), STEP_MS);
  }

  close(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  #step(): void {
    const now = this.clock.nowMs();
    for (let cue = this.cues[this.#next]; cue && cue.atMs <= now; cue = this.cues[++this.#next])
      this.take(cue.row);
    const cue = this.cues[this.#next];
    if (cue === undefined) {
      this.clock.stop();
      this.close();
      this.ended();
    } else if (cue.atMs - now > LONGEST_PAUSE_MS) {
      this.clock.set(cue.atMs - LEAD_MS);
    }
  }
}
