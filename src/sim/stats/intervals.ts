import { DAY_US } from '../hall/arrivals';
import type { HallModel } from '../hall/model';

const HALF_HOUR_US = 1800e6;
/** Intervals of a continuous run. */
const PARTS = 20;

/** What begins at a mark: an interval, or a pause of the observation. */
interface Mark {
  /** Time of the day, or of the run if it is continuous. */
  readonly us: number;
  readonly interval: number;
  readonly observed: boolean;
}

interface Grid {
  readonly firstUs: number;
  readonly widthUs: number;
  readonly count: number;
  readonly marks: readonly Mark[];
}

/** A model is run many times, its grid is the same each time. */
const grids = new WeakMap<HallModel, Grid>();

function gridOf(model: HallModel, openUs: number): Grid {
  const known = grids.get(model);
  if (known) return known;
  const closeUs = model.sessions.at(-1)?.toUs ?? 0;
  const byClock = model.days > 0;
  const firstUs = byClock ? Math.floor(openUs / HALF_HOUR_US) * HALF_HOUR_US : openUs;
  const widthUs = byClock ? HALF_HOUR_US : (closeUs - openUs) / PARTS;
  const count = byClock ? Math.ceil((closeUs - firstUs) / HALF_HOUR_US) : PARTS;
  const times = new Set([...edgesOf(firstUs, widthUs, count), openUs, closeUs]);
  const marks = [...times]
    .sort((a, b) => a - b)
    .map((us) => ({
      us,
      interval: Math.min(count, Math.floor((us - firstUs) / widthUs)),
      observed: openUs <= us && us < closeUs,
    }));
  const grid = { firstUs, widthUs, count, marks };
  grids.set(model, grid);
  return grid;
}

function edgesOf(firstUs: number, widthUs: number, count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => firstUs + i * widthUs);
}

/**
 * The stretch of time that figures speak of, cut into equal intervals: half hours of the clock
 * from the first opening to the last closing of a day (those of several days laid over each
 * other), or twentieths of a continuous run.
 *
 * It follows the run: events come in the order of time, so which interval the present lies in, and
 * whether the hall is being observed, changes at a few marks a day and is not computed for each
 * event.
 */
export class Intervals {
  /** Width of an interval, µs. */
  readonly widthUs: number;
  /** Number of intervals. */
  readonly count: number;
  /** The interval of the present; `count` outside of all. */
  present: number;
  /** Whether the present counts: from the first door to the last closing of a measured day. */
  observed = false;
  /** The next mark, µs. */
  nextUs: number;

  private readonly grid: Grid;
  private next = 0;
  private baseUs: number;
  /** Days whose marks are still to come, the present one included. */
  private daysLeft: number;

  /** @param startUs beginning of the observation */
  constructor(model: HallModel, startUs: number) {
    const day = model.days > 0 ? Math.floor(startUs / DAY_US) : 0;
    this.daysLeft = Math.max(1, model.days - day);
    this.baseUs = day * DAY_US;
    this.grid = gridOf(model, startUs - this.baseUs);
    this.widthUs = this.grid.widthUs;
    this.count = this.grid.count;
    this.present = this.count;
    this.nextUs = this.baseUs + this.grid.marks[0]!.us;
  }

  /** Start of each interval, µs; the last entry is the end of the last. */
  get edgesUs(): number[] {
    return edgesOf(this.grid.firstUs, this.widthUs, this.count);
  }

  /** Goes past the next mark. */
  step(): void {
    const { marks } = this.grid;
    const { interval, observed } = marks[this.next]!;
    this.present = interval;
    this.observed = observed;
    this.next++;
    if (this.next === marks.length) {
      this.next = 0;
      this.baseUs = --this.daysLeft > 0 ? this.baseUs + DAY_US : Number.POSITIVE_INFINITY;
    }
    this.nextUs = this.baseUs + marks[this.next]!.us;
  }
}
