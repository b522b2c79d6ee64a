import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { boundsOf, ITEM_LISTS, type ItemRef, refKey, shapeOf } from './items';
import { withCompanions } from './move';

/** Lines that edges and middles are drawn to while something is dragged. */
export interface Guides {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** A line that something was drawn to, to be shown. */
export interface Hold {
  readonly axis: 'x' | 'y';
  readonly at: number;
}

/**
 * Edges and middles of everything that stays where it is: the outline, walls, columns, furniture.
 * Zones and what hangs don't draw.
 */
export function guidesOf(plan: FloorPlan, moving: readonly ItemRef[]): Guides {
  const still = new Set(withCompanions(plan, moving).map(refKey));
  const xs = new Set<number>(plan.outline.map(([x]) => x));
  const ys = new Set<number>(plan.outline.map(([, y]) => y));
  for (const list of ITEM_LISTS) {
    if (['zones', 'displays', 'signs', 'cameras', 'pickups'].includes(list)) continue;
    for (const { id } of plan[list]) {
      if (still.has(`${list}/${id}`)) continue;
      const shape = shapeOf(plan, { list, id });
      if (!shape) continue;
      const [x0, y0, x1, y1] = boundsOf([shape]);
      for (const x of [x0, (x0 + x1) / 2, x1]) xs.add(x);
      for (const y of [y0, (y0 + y1) / 2, y1]) ys.add(y);
    }
  }
  return { xs: [...xs], ys: [...ys] };
}

/**
 * How far something really moves when it is dragged: edges or middle are drawn to a line that is
 * near enough; else its lower left corner to the grid.
 *
 * @param bounds of what is dragged, where it was
 * @param reachM how near a line has to be, metres
 * @param gridM 0 for no grid
 */
export function snapped(
  bounds: readonly [number, number, number, number],
  by: Point,
  guides: Guides,
  reachM: number,
  gridM: number,
): { readonly by: Point; readonly holds: readonly Hold[] } {
  const [x0, y0, x1, y1] = bounds;
  const axis = (
    name: Hold['axis'],
    low: number,
    high: number,
    delta: number,
    lines: readonly number[],
  ) => {
    let best: { delta: number; at: number } | null = null;
    for (const edge of [low, (low + high) / 2, high])
      for (const line of lines) {
        const off = line - (edge + delta);
        if (Math.abs(off) <= reachM && (!best || Math.abs(off) < Math.abs(best.delta - delta)))
          best = { delta: delta + off, at: line };
      }
    if (best) return { delta: best.delta, holds: [{ axis: name, at: best.at }] };
    if (gridM <= 0) return { delta, holds: [] };
    return { delta: Math.round((low + delta) / gridM) * gridM - low, holds: [] };
  };
  const x = axis('x', x0, x1, by[0], guides.xs);
  const y = axis('y', y0, y1, by[1], guides.ys);
  return { by: [x.delta, y.delta], holds: [...x.holds, ...y.holds] };
}
