import type { FloorPlan } from '../../scenarios/floorplan';
import { freeId, freeNumber } from './ids';
import { ITEM_LISTS, type Item, type ItemList, type ItemRef, refKey } from './items';
import { translated, withCompanions } from './move';

/** The plan with an item replaced by another of the same list; its id may change. */
export function replaced<L extends ItemList>(
  plan: FloorPlan,
  ref: ItemRef<L>,
  item: Item<L>,
): FloorPlan {
  const items = plan[ref.list] as readonly Item<L>[];
  return { ...plan, [ref.list]: items.map((one) => (one.id === ref.id ? item : one)) };
}

/** The plan with an item more. */
export function added<L extends ItemList>(plan: FloorPlan, list: L, item: Item<L>): FloorPlan {
  return { ...plan, [list]: [...plan[list], item] };
}

/**
 * The plan without some items. What cannot be without them goes too: doors of a wall, windows of a
 * counter, display and pickup of a window.
 */
export function removed(plan: FloorPlan, refs: readonly ItemRef[]): FloorPlan {
  const keys = new Set(withCompanions(plan, refs).map(refKey));
  const without = Object.fromEntries(
    ITEM_LISTS.map((list) => {
      const items: readonly Item[] = plan[list];
      const kept = items.filter(
        (item) =>
          !keys.has(`${list}/${item.id}`) &&
          !(list === 'doors' && keys.has(`walls/${(item as Item<'doors'>).wall}`)),
      );
      return [list, kept.length === items.length ? items : kept];
    }),
  );
  return { ...plan, ...without };
}

/** Items taken out of a plan to be put into it, or into another one. */
export type Fragment = Pick<FloorPlan, ItemList>;

/** Items with all that goes along with them, as they are. */
export function copied(plan: FloorPlan, refs: readonly ItemRef[]): Fragment {
  const keys = new Set(withCompanions(plan, refs).map(refKey));
  const walls = new Set(refs.flatMap(({ list, id }) => (list === 'walls' ? [id] : [])));
  return Object.fromEntries(
    ITEM_LISTS.map((list) => [
      list,
      (plan[list] as readonly Item[]).filter(
        (item) =>
          keys.has(`${list}/${item.id}`) ||
          (list === 'doors' && walls.has((item as Item<'doors'>).wall)),
      ),
    ]),
  ) as unknown as Fragment;
}

/**
 * The plan with a fragment put into it under new ids and window numbers, moved.
 *
 * @returns the plan, and what was put in. A door whose wall, or a window whose counter, is neither
 * in the fragment nor in the plan is left out.
 */
export function pasted(
  plan: FloorPlan,
  fragment: Fragment,
  dx: number,
  dy: number,
): { readonly plan: FloorPlan; readonly refs: readonly ItemRef[] } {
  let next = plan;
  const refs: ItemRef[] = [];
  const renamed = new Map<string, string>();
  const put = <L extends ItemList>(list: L, item: Item<L>) => {
    const id = freeId(next, list);
    renamed.set(`${list}/${item.id}`, id);
    next = added(next, list, { ...item, id });
    refs.push({ list, id });
  };
  /** What an item refers to now: its copy, or else the one that the plan has. */
  const referred = (list: ItemList, id: string | undefined): string | undefined => {
    if (id === undefined) return undefined;
    const copy = renamed.get(`${list}/${id}`);
    return copy ?? (plan[list].some((one) => one.id === id) ? id : undefined);
  };
  for (const list of ['zones', 'walls', 'columns', 'counters', 'seats', 'fixtures'] as const)
    for (const item of fragment[list]) put(list, item);
  for (const list of ['signs', 'cameras'] as const)
    for (const item of fragment[list]) put(list, item);
  for (const door of fragment.doors) {
    const wall = referred('walls', door.wall);
    if (wall !== undefined) put('doors', { ...door, wall });
  }
  for (const window of fragment.windows) {
    const counter = referred('counters', window.counter);
    if (counter !== undefined) put('windows', { ...window, counter, number: freeNumber(next) });
  }
  for (const pickup of fragment.pickups) {
    const window = referred('windows', pickup.window);
    if (window !== undefined) put('pickups', { ...pickup, window });
  }
  for (const display of fragment.displays) {
    const window = referred('windows', display.window);
    if (display.window === undefined) put('displays', display);
    else if (window !== undefined) put('displays', { ...display, window });
  }
  // Moved as one: a door goes with its wall if both came along.
  return { plan: translated(next, refs, dx, dy), refs };
}
