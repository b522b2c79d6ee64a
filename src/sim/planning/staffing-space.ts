import type { Scenario } from '../../scenarios/scenario';
import { compileHall } from '../hall/model';
import type { CoverSolver } from './cover';
import { accepts } from './design';
import { coverOf, halfHoursOf, hoursOf, type ShiftPattern, usualPatterns } from './shifts';
import { loadsByHalfHour } from './time-varying-load';

type Window = Scenario['windows'][number];

/** Quality of service of square-root staffing that is tried: load plus so many of its roots. */
const BETAS = Array.from({ length: 15 }, (_, i) => -0.5 + i / 4);

/** Windows that serve the same, and their offered load by half hour. */
interface Group {
  readonly windows: readonly Window[];
  readonly serves: readonly string[];
  readonly load: readonly number[];
}

/** Windows by group and pattern. */
export type Staffing = readonly (readonly number[])[];

/** Every way to staff the windows of a hall in some shift patterns. */
export class StaffingSpace {
  /** Opening half hours, seconds since midnight. */
  readonly halfHours: readonly number[];
  readonly groups: readonly Group[];
  readonly patterns: readonly ShiftPattern[];
  /** By pattern. */
  readonly hours: readonly number[];
  private readonly covers: readonly (readonly boolean[])[];

  /** @param patterns absent: the usual ones */
  constructor(
    private readonly scenario: Scenario,
    patterns?: readonly ShiftPattern[],
  ) {
    this.halfHours = halfHoursOf(scenario);
    this.groups = groupsOf(scenario, this.halfHours);
    this.patterns =
      patterns ??
      usualPatterns(
        scenario,
        this.halfHours.map((_, t) => this.loadAt(t)),
      );
    this.covers = this.patterns.map((p) => coverOf(p, this.halfHours));
    this.hours = this.patterns.map((p) => hoursOf(p, this.halfHours));
  }

  /** Offered load of all groups in a half hour. */
  loadAt(t: number): number {
    return this.groups.reduce((sum, g) => sum + g.load[t]!, 0);
  }

  /** Covers of square-root staffing, and everybody all day. */
  starts(cover: CoverSolver): Staffing[] {
    const longest = this.hours.indexOf(Math.max(...this.hours));
    const full = this.groups.map((g) =>
      this.patterns.map((_, p) => (p === longest ? g.windows.length : 0)),
    );
    const covers = BETAS.flatMap((beta) => {
      const staffing = this.groups.map((g) =>
        cover({
          need: g.load.map((load) =>
            Math.min(g.windows.length, Math.max(1, Math.ceil(load + beta * Math.sqrt(load)))),
          ),
          patterns: this.patterns.map((_, p) => ({
            covers: this.covers[p]!,
            hours: this.hours[p]!,
          })),
          most: g.windows.length,
        }),
      );
      return staffing.every((counts) => counts !== null) ? [staffing as Staffing] : [];
    });
    const different = new Map([...covers, full].map((s) => [JSON.stringify(s), s]));
    return [...different.values()];
  }

  /** Staffings with one shift less or shorter that still man every group in every half hour. */
  cheaperThan(staffing: Staffing): Staffing[] {
    const found: Staffing[] = [];
    for (const [g, counts] of staffing.entries())
      for (const [p, count] of counts.entries()) {
        if (count === 0) continue;
        const targets = [
          null,
          ...this.hours.flatMap((hours, q) => (hours < this.hours[p]! ? [q] : [])),
        ];
        for (const q of targets) {
          const changed = counts.map((n, i) => n - (i === p ? 1 : 0) + (i === q ? 1 : 0));
          if (this.mans(changed)) found.push(staffing.map((one, i) => (i === g ? changed : one)));
        }
      }
    return found;
  }

  private mans(counts: readonly number[]): boolean {
    return this.halfHours.every((_, t) => counts.some((n, p) => n > 0 && this.covers[p]![t]));
  }

  /** Window hours a day. */
  hoursOf(staffing: Staffing): number {
    return staffing.reduce(
      (sum, counts) => sum + counts.reduce((s, n, p) => s + n * this.hours[p]!, 0),
      0,
    );
  }

  /** Windows staffed in a half hour. */
  windowsAt(staffing: Staffing, t: number): number {
    return staffing.reduce(
      (sum, counts) => sum + counts.reduce((s, n, p) => s + (this.covers[p]![t] ? n : 0), 0),
      0,
    );
  }

  /** The scenario with windows that work so; who works none is left out. */
  staffed(staffing: Staffing): Scenario {
    const shifts = new Map<string, ShiftPattern>();
    for (const [g, { windows }] of this.groups.entries()) {
      const patterns = staffing[g]!.flatMap((n, p) =>
        Array.from({ length: n }, () => this.patterns[p]!),
      );
      for (const [i, pattern] of patterns.entries()) shifts.set(windows[i]!.id, pattern);
    }
    return {
      ...this.scenario,
      windows: this.scenario.windows.flatMap((window) => {
        if (!accepts(window)) return [window];
        const pattern = shifts.get(window.id);
        return pattern ? [{ ...window, shifts: [...pattern.intervals], breaks: [] }] : [];
      }),
    };
  }

  /** Windows that the scenario itself mans in a half hour, without those opened on demand. */
  presentAt(t: number): number {
    return this.scenario.windows.filter(
      (w) =>
        accepts(w) &&
        !w.onDemand &&
        (!w.shifts || coverOf({ id: '', name: '', intervals: w.shifts }, [this.halfHours[t]!])[0]),
    ).length;
  }

  /** Window hours a day of the scenario itself. */
  presentHours(): number {
    return this.halfHours.reduce((sum, _, t) => sum + this.presentAt(t), 0) / 2;
  }
}

/** Windows that serve the same; a class that several groups serve is shared by their windows. */
function groupsOf(scenario: Scenario, halfHours: readonly number[]): Group[] {
  const loads = loadsByHalfHour(compileHall(scenario, null), halfHours);
  const accepting = scenario.windows.filter(accepts);
  const serving = scenario.classes.map((c) => accepting.filter((w) => w.serves.includes(c.id)));
  const nameOf = (w: Window) => JSON.stringify([w.area, [...w.serves].sort()]);
  return [...new Set(accepting.map(nameOf))].map((name) => {
    const windows = accepting.filter((w) => nameOf(w) === name);
    const { serves } = windows[0]!;
    const load = halfHours.map((_, t) =>
      scenario.classes.reduce(
        (sum, c, i) =>
          serves.includes(c.id) ? sum + (loads[i]![t]! * windows.length) / serving[i]!.length : sum,
        0,
      ),
    );
    return { windows, serves, load };
  });
}
