import { BufferGeometry, Color, Float32BufferAttribute, ShapeUtils, Vector2 } from 'three';
import type { FloorPlan } from '../../scenarios/floorplan';
import { toScene } from '../coordinates';
import { PALETTE } from '../palette';

const SHADE = '#8f9aa8';
/** How dark the ground is at a distance from the outline: [metres, share of the full shade]. */
const FALL_OFF = [
  [-0.4, 0.9],
  [0, 0.72],
  [0.25, 0.44],
  [0.6, 0.23],
  [1.1, 0.1],
  [1.8, 0.03],
  [2.6, 0],
] as const;
/** The light comes from the upper left of the plan. */
const SHIFT_M = [0.18, -0.22] as const;

/** Points that stand for each corner of an outline moved outward. */
const PER_CORNER = 3;

/**
 * An outline whose edges lie `byM` further out (negative: further in); corners that stick out are
 * rounded off. Counterclockwise, three points for each corner.
 */
export function outset(outline: readonly (readonly [number, number])[], byM: number): Vector2[] {
  const corners = outline.map(([x, y]) => new Vector2(x, y));
  if (ShapeUtils.isClockWise(corners)) corners.reverse();
  return corners.flatMap((corner, i) => {
    const before = corners[(i + corners.length - 1) % corners.length]!;
    const after = corners[(i + 1) % corners.length]!;
    const a = outward(before, corner);
    const b = outward(corner, after);
    const between = a.clone().add(b);
    if (byM > 0 && a.cross(b) > 0) {
      return [a, between.normalize(), b].map((way) => corner.clone().addScaledVector(way, byM));
    }
    const stretch = Math.min(2 / Math.max(between.lengthSq(), 1e-6), 2);
    const mitre = corner.clone().addScaledVector(between, byM * stretch);
    return [mitre, mitre, mitre];
  });
}

function outward(from: Vector2, to: Vector2): Vector2 {
  const along = to.clone().sub(from).normalize();
  return new Vector2(along.y, -along.x);
}

/** Rings round the outline that fade into the background. */
export function groundShadow(plan: FloorPlan): BufferGeometry {
  const background = new Color(PALETTE.background);
  const shade = new Color(SHADE);
  const positions: number[] = [];
  const colours: number[] = [];
  const index: number[] = [];
  const n = PER_CORNER * plan.outline.length;
  FALL_OFF.forEach(([distance, darkness], ring) => {
    const colour = background.clone().lerp(shade, darkness);
    outset(plan.outline, distance).forEach((corner, i) => {
      positions.push(...toScene([corner.x + SHIFT_M[0], corner.y + SHIFT_M[1]]));
      colours.push(colour.r, colour.g, colour.b);
      if (ring === 0) return;
      const [inner, outer] = [(ring - 1) * n, ring * n];
      const next = (i + 1) % n;
      index.push(inner + i, outer + i, outer + next, inner + i, outer + next, inner + next);
    });
  });
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(positions, 3));
  geometry.setAttribute('color', new Float32BufferAttribute(colours, 3));
  geometry.setIndex(index);
  return geometry;
}
