import { boundsOf, type ItemRef, itemOf, refKey, sameRef, shapeOf } from '../../drawing/edit/items';
import { translated } from '../../drawing/edit/move';
import { type Guides, guidesOf, type Hold, snapped } from '../../drawing/edit/snap';
import type { FloorPlan, Point } from '../../scenarios/floorplan';

/** What a hand on the drawing is doing. */
export type Doing =
  | {
      readonly kind: 'move';
      readonly gesture: string;
      readonly from: Point;
      readonly plan: FloorPlan;
      readonly refs: readonly ItemRef[];
      readonly bounds: readonly [number, number, number, number];
      readonly guides: Guides;
    }
  | { readonly kind: 'marquee'; readonly from: Point; readonly added: readonly ItemRef[] }
  | { readonly kind: 'pan'; readonly clientX: number; readonly clientY: number }
  | { readonly kind: 'measure'; readonly from: Point };

/** How near a line has to be to draw something, pixels. */
const REACH_PX = 7;

/** Begins to move things. Null if none of them has a shape. */
export function beginMove(
  plan: FloorPlan,
  refs: readonly ItemRef[],
  from: Point,
  gesture: string,
): Extract<Doing, { kind: 'move' }> | null {
  const shapes = refs.flatMap((ref) => shapeOf(plan, ref) ?? []);
  if (shapes.length === 0) return null;
  const bounds = boundsOf([shapes]);
  return { kind: 'move', gesture, from, plan, refs, bounds, guides: guidesOf(plan, refs) };
}

/** The plan with what is moved where the hand is. */
export function movedTo(
  doing: Extract<Doing, { kind: 'move' }>,
  to: Point,
  how: { readonly scale: number; readonly gridM: number; readonly free: boolean },
): { readonly plan: FloorPlan; readonly holds: readonly Hold[] } {
  const by: Point = [to[0] - doing.from[0], to[1] - doing.from[1]];
  const held = how.free
    ? { by, holds: [] }
    : snapped(doing.bounds, by, doing.guides, REACH_PX / how.scale, how.gridM);
  return { plan: translated(doing.plan, doing.refs, held.by[0], held.by[1]), holds: held.holds };
}

/** Everything whose shape lies within a rectangle. */
export function withinMarquee(plan: FloorPlan, a: Point, b: Point): ItemRef[] {
  const [x0, x1] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
  const [y0, y1] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
  const lists = ['walls', 'doors', 'columns', 'counters', 'windows', 'seats', 'fixtures'] as const;
  const hung = ['displays', 'signs', 'cameras', 'pickups', 'zones'] as const;
  return [...lists, ...hung].flatMap((list) =>
    plan[list].flatMap(({ id }): ItemRef[] => {
      const shape = shapeOf(plan, { list, id });
      if (!shape) return [];
      const [u0, v0, u1, v1] = boundsOf([shape]);
      return u0 >= x0 && u1 <= x1 && v0 >= y0 && v1 <= y1 ? [{ list, id }] : [];
    }),
  );
}

/** A selection with a thing taken in or out. */
export function toggled(selection: readonly ItemRef[], ref: ItemRef): readonly ItemRef[] {
  return selection.some((one) => sameRef(one, ref))
    ? selection.filter((one) => !sameRef(one, ref))
    : [...selection, ref];
}

/** Selections together, nothing twice, nothing that is gone. */
export function united(
  plan: FloorPlan,
  one: readonly ItemRef[],
  other: readonly ItemRef[],
): readonly ItemRef[] {
  const all = new Map([...one, ...other].map((ref) => [refKey(ref), ref]));
  return [...all.values()].filter((ref) => itemOf(plan, ref));
}

/**
 * What a press on something means: on a window's display or pickup first the window, which they
 * lie on and go along with; once the window is selected, they themselves.
 */
export function meant(plan: FloorPlan, ref: ItemRef, selection: readonly ItemRef[]): ItemRef {
  if (ref.list !== 'displays' && ref.list !== 'pickups') return ref;
  if (selection.some((one) => sameRef(one, ref))) return ref;
  const id = itemOf<'displays' | 'pickups'>(plan, { list: ref.list, id: ref.id })?.window;
  const window: ItemRef | null = id === undefined ? null : { list: 'windows', id };
  const known = window && itemOf(plan, window) !== undefined;
  return known && !selection.some((one) => sameRef(one, window)) ? window : ref;
}
