import { clockOf, clockToS } from '../../scenarios/clock';
import type { Scenario } from '../../scenarios/scenario';
import { workDaysOf } from '../../scenarios/work-calendar';
import type { Variant } from '../experiments/evaluator';
import { shiftsOn } from '../hall/duties';
import { accepts } from '../planning/design';
import { coverOf, type HalfHour } from '../planning/shifts';

type Window = Scenario['windows'][number];

/** Windows that serve the same. */
export interface Group {
  readonly windows: readonly Window[];
  readonly serves: readonly string[];
}

/** One more window for a while, like those of a group. */
export interface ExtraShift {
  /** Index of the group. */
  readonly group: number;
  readonly fromS: number;
  readonly toS: number;
}

/** The groups of a day's accepting windows, in the scenario's order, with the shifts of that day. */
export function groupsOf(scenario: Scenario): Group[] {
  const groups = new Map<string, Window[]>();
  const weekday = workDaysOf(scenario)[0]?.weekday ?? null;
  for (const window of scenario.windows.filter(accepts)) {
    const shifts = shiftsOn(window, weekday);
    const w = shifts ? { ...window, shifts } : window;
    const key = JSON.stringify([w.area, [...w.serves].sort()]);
    groups.set(key, [...(groups.get(key) ?? []), w]);
  }
  return [...groups.values()].map((windows) => ({ windows, serves: windows[0]!.serves }));
}

const clock = (s: number) => clockOf(s).slice(0, 5);

/** Whether a window is on duty in a half hour by its shifts and breaks; those on demand are not. */
export function isStaffed(window: Window, halfHour: HalfHour): boolean {
  if (window.onDemand) return false;
  const inShift =
    !window.shifts ||
    coverOf({ id: '', name: '', intervals: window.shifts }, [halfHour])[0] === true;
  return (
    inShift &&
    !window.breaks.some(
      ({ from, to }) => clockToS(from) < halfHour.toS && halfHour.fromS < clockToS(to),
    )
  );
}

/** A window of the group that is closed all the while and could be opened; null: another place is needed. */
export function closedWindow({ windows }: Group, { fromS, toS }: HalfHour): string | null {
  const halves = Array.from({ length: Math.round((toS - fromS) / 1800) }, (_, i) => ({
    fromS: fromS + i * 1800,
    toS: fromS + (i + 1) * 1800,
  }));
  return windows.find((w) => halves.every((half) => !isStaffed(w, half)))?.id ?? null;
}

/**
 * The variant with more windows: each like the last of its group, at its place where the floor
 * plan has no other (walking is then to that window), on duty for its shift alone and never absent.
 */
export function withExtras(
  base: Variant,
  groups: readonly Group[],
  extras: readonly ExtraShift[],
): Variant {
  if (extras.length === 0) return base;
  const { scenario, floorplan } = base;
  const used = new Set(scenario.windows.map(({ id }) => id));
  const added = extras.map(({ group, fromS, toS }, i) => {
    const like = groups[group]!.windows.at(-1)!;
    const { onDemand: _, ...rest } = like;
    let id = `extra-${i + 1}`;
    while (used.has(id)) id = `${id}x`;
    used.add(id);
    const window: Window = {
      ...rest,
      id,
      name: id,
      shifts: [{ from: clock(fromS), to: clock(toS) }],
      breaks: [],
      absence: { share: 0, cover: null },
    };
    return { window, like: like.id };
  });
  return {
    ...base,
    scenario: { ...scenario, windows: [...scenario.windows, ...added.map((a) => a.window)] },
    floorplan: floorplan && {
      ...floorplan,
      windows: [
        ...floorplan.windows,
        ...added.flatMap(({ window, like }) =>
          floorplan.windows.filter((w) => w.id === like).map((w) => ({ ...w, id: window.id })),
        ),
      ],
    },
  };
}

/** The variant with one window of a group less in a half hour: its clerk takes a break. */
export function withoutOne(base: Variant, group: Group, halfHour: HalfHour): Variant | null {
  const staffed = group.windows.filter((w) => isStaffed(w, halfHour));
  const last = staffed.at(-1);
  if (!last || staffed.length < 2) return null;
  const pause = { from: clock(halfHour.fromS), to: clock(halfHour.toS) };
  return {
    ...base,
    scenario: {
      ...base.scenario,
      windows: base.scenario.windows.map((w) =>
        w.id === last.id
          ? { ...w, breaks: [...w.breaks, pause].sort((a, b) => a.from.localeCompare(b.from)) }
          : w,
      ),
    },
  };
}
