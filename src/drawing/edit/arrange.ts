import type { Polygon } from '../../geometry/area';
import type { FloorPlan } from '../../scenarios/floorplan';
import { boundsOf, type ItemRef, refKey, shapeOf } from './items';
import { translated } from './move';

/** What is brought onto one line. */
export const ALIGNMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

interface Placed {
  readonly ref: ItemRef;
  readonly bounds: readonly [number, number, number, number];
}

function placed(plan: FloorPlan, refs: readonly ItemRef[]): Placed[] {
  return refs.flatMap((ref) => {
    const shape: Polygon | null = shapeOf(plan, ref);
    return shape ? [{ ref, bounds: boundsOf([shape]) }] : [];
  });
}

/** The plan with items brought onto one line: the outermost edge, or the middle of all. */
export function aligned(
  plan: FloorPlan,
  refs: readonly ItemRef[],
  alignment: Alignment,
): FloorPlan {
  const items = placed(plan, refs);
  const [x0, y0, x1, y1] = boundsOf(
    items.map(
      ({ bounds: [a, b, c, d] }): Polygon => [
        [a, b],
        [c, d],
      ],
    ),
  );
  return items.reduce((next, { ref, bounds: [a, b, c, d] }) => {
    const shift: Record<Alignment, readonly [number, number]> = {
      left: [x0 - a, 0],
      centre: [(x0 + x1 - a - c) / 2, 0],
      right: [x1 - c, 0],
      top: [0, y1 - d],
      middle: [0, (y0 + y1 - b - d) / 2],
      bottom: [0, y0 - b],
    };
    return translated(next, [ref], ...shift[alignment]);
  }, plan);
}

/** The plan with the gaps between items made equal along an axis; the outermost stay. */
export function distributed(plan: FloorPlan, refs: readonly ItemRef[], axis: 'x' | 'y'): FloorPlan {
  const k = axis === 'x' ? 0 : 1;
  const items = placed(plan, refs).sort(
    (a, b) =>
      a.bounds[k]! + a.bounds[k + 2]! - b.bounds[k]! - b.bounds[k + 2]! ||
      (refKey(a.ref) < refKey(b.ref) ? -1 : 1),
  );
  if (items.length < 3) return plan;
  const first = items[0]!.bounds[k]!;
  const last = items.at(-1)!.bounds[k + 2]!;
  const sizes = items.map(({ bounds }) => bounds[k + 2]! - bounds[k]!);
  const gap = (last - first - sizes.reduce((sum, size) => sum + size, 0)) / (items.length - 1);
  let at = first;
  return items.reduce((next, { ref, bounds }, i) => {
    const shift = at - bounds[k]!;
    at += sizes[i]! + gap;
    return axis === 'x' ? translated(next, [ref], shift, 0) : translated(next, [ref], 0, shift);
  }, plan);
}
