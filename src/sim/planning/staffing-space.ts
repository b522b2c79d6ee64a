import type { Scenario } from '../../scenarios/scenario';
import { workDaysOf } from '../../scenarios/work-calendar';
import { shiftsOn } from '../hall/duties';
import { compileHall } from '../hall/model';
import type { CoverSolver } from './cover';
import { accepts } from './design';
import {
  coverOf,
  type HalfHour,
  halfHoursOf,
  hoursOf,
  type ShiftPattern,
  usualPatterns,
} from './shifts';
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
  /** Opening half hours. */
  readonly halfHours: readonly HalfHour[];
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
    const covered = (needOf: (g: Group, load: number) => number): Staffing[] => {
      const staffing = this.groups.map((g) =>
        cover({
          need: g.load.map((load) => Math.min(g.windows.length, Math.max(1, needOf(g, load)))),
          patterns: this.patterns.map((_, p) => ({
            covers: this.covers[p]!,
            hours: this.hours[p]!,
          })),
          most: g.windows.length,
        }),
      );
      return staffing.every((counts) => counts !== null) && this.staffed(staffing as Staffing)
        ? [staffing as Staffing]
        : [];
    };
    const all = [
      ...BETAS.flatMap((beta) => covered((_, load) => Math.ceil(load + beta * Math.sqrt(load)))),
      ...covered((g) => g.windows.length),
    ];
    return [...new Map(all.map((s) => [JSON.stringify(s), s])).values()];
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
          const cheaper = staffing.map((one, i) => (i === g ? changed : one));
          if (this.mans(changed) && this.staffed(cheaper)) found.push(cheaper);
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

  /**
   * The scenario with windows that work so; who works none is left out. null if the patterns do
   * not fit into the windows.
   */
  staffed(staffing: Staffing): Scenario | null {
    const shifts = new Map<string, ShiftPattern['intervals']>();
    for (const [g, { windows }] of this.groups.entries()) {
      const worked = this.shared(staffing[g]!, windows.length);
      if (!worked) return null;
      for (const [i, intervals] of worked.entries()) shifts.set(windows[i]!.id, intervals);
    }
    return {
      ...this.scenario,
      windows: this.scenario.windows.flatMap((window) => {
        if (!accepts(window)) return [window];
        const worked = shifts.get(window.id);
        return worked ? [{ ...window, shifts: [...worked], breaks: [] }] : [];
      }),
    };
  }

  /** Patterns shared out to as few windows as they fit into, the earliest first; null if they do not. */
  private shared(counts: readonly number[], most: number): ShiftPattern['intervals'][] | null {
    const firstOf = (p: number) => this.covers[p]!.indexOf(true);
    const worked = counts
      .flatMap((n, p) => Array.from({ length: n }, () => p))
      .sort((a, b) => firstOf(a) - firstOf(b) || this.hours[b]! - this.hours[a]!);
    const windows: { busy: boolean[]; intervals: ShiftPattern['intervals'][number][] }[] = [];
    for (const p of worked) {
      const covers = this.covers[p]!;
      let window = windows.find(({ busy }) => busy.every((taken, t) => !(taken && covers[t])));
      if (!window) {
        if (windows.length === most) return null;
        window = { busy: covers.map(() => false), intervals: [] };
        windows.push(window);
      }
      for (const [t, covered] of covers.entries()) if (covered) window.busy[t] = true;
      window.intervals.push(...this.patterns[p]!.intervals);
    }
    return windows.map(({ intervals }) => intervals.sort((a, b) => a.from.localeCompare(b.from)));
  }

  /** Windows that the scenario itself mans in a half hour, without those opened on demand. */
  presentAt(t: number): number {
    const weekday = workDaysOf(this.scenario)[0]?.weekday ?? null;
    return this.scenario.windows.filter((w) => {
      if (!accepts(w) || w.onDemand) return false;
      const intervals = shiftsOn(w, weekday);
      return !intervals || coverOf({ id: '', name: '', intervals }, [this.halfHours[t]!])[0];
    }).length;
  }

  /** Window hours a day of the scenario itself. */
  presentHours(): number {
    return (
      this.halfHours.reduce(
        (sum, { fromS, toS }, t) => sum + this.presentAt(t) * (toS - fromS),
        0,
      ) / 3600
    );
  }
}

/** Windows that serve the same; a class that several groups serve is shared by their windows. */
function groupsOf(scenario: Scenario, halfHours: readonly HalfHour[]): Group[] {
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
