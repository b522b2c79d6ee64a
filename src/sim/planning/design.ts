import type { FloorPlan } from '../../scenarios/floorplan';
import type { Scenario } from '../../scenarios/scenario';
import { compileHall } from '../hall/model';
import { offeredLoads } from './load';

type Window = Scenario['windows'][number];
type Area = Window['area'];

/**
 * Who serves whom:
 * - `asArranged`: as the scenario has it; windows that serve the same are added or left out.
 * - `byArea`: the comprehensive windows serve all of theirs, the department windows all of theirs.
 * - `onePool`: every window serves everything.
 */
export const ORGANISATIONS = ['asArranged', 'byArea', 'onePool'] as const;
export type Organisation = (typeof ORGANISATIONS)[number];

/** A hall that could be built: the scenario with other windows. The issuing window stays. */
export interface Design {
  readonly organisation: Organisation;
  /** Windows that accept. */
  readonly windows: number;
  /** Sizes of the groups that serve the same, in the order of the scenario. */
  readonly groups: readonly number[];
  readonly scenario: Scenario;
}

/** Windows that serve the same classes. */
interface Group {
  readonly serves: readonly string[];
  readonly area: Area;
  /** Windows that it has, and then others it could have, in the order in which they are taken. */
  readonly candidates: readonly Window[];
  readonly present: number;
  readonly most: number;
}

/** Whether a window accepts visitors, rather than issuing results alone. */
export function accepts(window: Window): boolean {
  return window.area !== 'issuing';
}

/** Windows of a scenario that accept. */
export function acceptingWindows(scenario: Scenario): number {
  return scenario.windows.filter(accepts).length;
}

/**
 * Every design of these organisations with `from` to `to` accepting windows for which there is
 * room: a floor plan has no more windows than are drawn in it. An organisation that is the same
 * as one before it in the list is left out.
 */
export function designsOf(
  scenario: Scenario,
  plan: FloorPlan | null,
  organisations: readonly Organisation[],
  from: number,
  to: number,
): Design[] {
  const loads = loadsById(scenario);
  const seen = new Set<string>();
  return organisations.flatMap((organisation) => {
    const groups = groupsOf(scenario, plan, organisation);
    const shape = JSON.stringify(groups.map(({ serves, area }) => [serves, area]));
    if (seen.has(shape)) return [];
    seen.add(shape);
    const designs: Design[] = [];
    for (let windows = from; windows <= to; windows++) {
      const sizes =
        organisation === 'asArranged'
          ? stepped(groups, windows, loads)
          : shared(groups, windows, loads);
      if (sizes) designs.push(built(scenario, organisation, groups, sizes));
    }
    return designs;
  });
}

function loadsById(scenario: Scenario): ReadonlyMap<string, number> {
  const loads = offeredLoads(compileHall(scenario, null));
  return new Map(scenario.classes.map((c, i) => [c.id, loads[i]!]));
}

/** The groups of an organisation, in the order in which the scenario names their windows. */
function groupsOf(scenario: Scenario, plan: FloorPlan | null, organisation: Organisation): Group[] {
  const accepting = scenario.windows.filter(accepts);
  const nameOf = (w: Window) =>
    organisation === 'asArranged'
      ? JSON.stringify([w.area, [...w.serves].sort()])
      : organisation === 'byArea'
        ? w.area
        : '';
  const names = [...new Set(accepting.map(nameOf))];
  return names.map((name) => {
    const present = accepting.filter((w) => nameOf(w) === name);
    const served = new Set(present.flatMap((w) => w.serves));
    // In the order of the scenario's classes, so that equal groups are written alike.
    const serves = scenario.classes.map((c) => c.id).filter((id) => served.has(id));
    const { area } = present[0]!;
    const spare = spareWindows(scenario, plan, present, organisation === 'onePool' ? null : area);
    return {
      serves,
      area,
      candidates: [...present, ...spare],
      present: present.length,
      most: plan ? present.length + spare.length : Number.POSITIVE_INFINITY,
    };
  });
}

/** Windows that the floor plan has room for and the scenario does not use. */
function spareWindows(
  scenario: Scenario,
  plan: FloorPlan | null,
  present: readonly Window[],
  area: Area | null,
): Window[] {
  if (!plan) return [];
  const used = new Set(scenario.windows.map((w) => w.id));
  return plan.windows
    .filter((w) => !used.has(w.id) && w.area !== 'issuing' && (area === null || w.area === area))
    .map((w) => ({ ...always(present.at(-1)!), id: w.id, name: w.id, area: w.area as Area }));
}

/**
 * Sizes that add up to a number of windows, from the present ones step by step: the group with
 * the least load a window when it has given one up does so, the one with the most gets one. Groups of a single window
 * stay as they are, unless there are no others. null if it can't be done.
 */
function stepped(
  groups: readonly Group[],
  windows: number,
  loads: ReadonlyMap<string, number>,
): number[] | null {
  const sizes = groups.map((g) => g.present);
  const load = groups.map((g) => loadOf(g, loads));
  const many = groups.some((g) => g.present > 1);
  const mayChange = groups.map((g) => !many || g.present > 1);
  let left = windows - sizes.reduce((sum, n) => sum + n, 0);
  for (; left > 0; left--) {
    const g = largest(groups, (i) =>
      mayChange[i] && sizes[i]! < groups[i]!.most ? load[i]! / sizes[i]! : null,
    );
    if (g === null) return null;
    sizes[g]!++;
  }
  for (; left < 0; left++) {
    const g = largest(groups, (i) =>
      mayChange[i] && sizes[i]! > 1 ? -load[i]! / (sizes[i]! - 1) : null,
    );
    if (g === null) return null;
    sizes[g]!--;
  }
  return sizes;
}

/** Sizes by load: one window each, and the next always to the group with the most load a window. */
function shared(
  groups: readonly Group[],
  windows: number,
  loads: ReadonlyMap<string, number>,
): number[] | null {
  if (windows < groups.length) return null;
  const sizes = groups.map(() => 1);
  const load = groups.map((g) => loadOf(g, loads));
  for (let n = groups.length; n < windows; n++) {
    const g = largest(groups, (i) => (sizes[i]! < groups[i]!.most ? load[i]! / sizes[i]! : null));
    if (g === null) return null;
    sizes[g]!++;
  }
  return sizes;
}

function loadOf({ serves }: Group, loads: ReadonlyMap<string, number>): number {
  return serves.reduce((sum, id) => sum + loads.get(id)!, 0);
}

/** Index of the largest value, the first of equals; null if there is none. */
function largest(items: readonly unknown[], of: (i: number) => number | null): number | null {
  let best: number | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < items.length; i++) {
    const value = of(i);
    if (value !== null && (best === null || value > most)) {
      best = i;
      most = value;
    }
  }
  return best;
}

function built(
  scenario: Scenario,
  organisation: Organisation,
  groups: readonly Group[],
  sizes: readonly number[],
): Design {
  const used = new Set(scenario.windows.map((w) => w.id));
  const fresh = freshIds(used);
  const accepting = groups.flatMap(({ candidates, serves }, g) =>
    Array.from({ length: sizes[g]! }, (_, i): Window => {
      const window = candidates[i] ?? { ...always(candidates.at(-1)!), ...fresh() };
      return organisation === 'asArranged' ? window : { ...window, serves: [...serves], helps: [] };
    }),
  );
  const rank = new Map(scenario.windows.map((w, i) => [w.id, i]));
  const rankOf = (w: Window) => rank.get(w.id) ?? scenario.windows.length;
  const others = scenario.windows.filter((w) => !accepts(w));
  const windows = [...accepting, ...others].sort((a, b) => rankOf(a) - rankOf(b));
  return {
    organisation,
    windows: accepting.length,
    groups: sizes,
    scenario: { ...scenario, windows },
  };
}

/** A window like another, but open all its hours: not only when the queue is long. */
function always({ onDemand: _, ...window }: Window): Window {
  return window;
}

/** Names of windows that the scenario has not got. */
function freshIds(used: ReadonlySet<string>): () => { id: string; name: string } {
  let n = used.size;
  return () => {
    let id: string;
    do id = `w${++n}`;
    while (used.has(id));
    return { id, name: id };
  };
}
