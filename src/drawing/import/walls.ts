import { areaM2, crossesItself } from '../../geometry/area';
import { distance } from '../../geometry/vector';
import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { assumption } from '../../scenarios/sources';
import { toMillimetre } from '../edit/move';
import { emptied } from '../templates/emptied';
import type { DxfLayer, Segment } from './dxf';

/** Walls drawn by both faces are this thick, metres. */
const THICKNESS = { least: 0.06, most: 0.6 } as const;
/** Thickness of a wall that is drawn by one line, metres: an assumption. */
const SINGLE_M = 0.1;
/** Faces are parallel if they differ by less than this sine. */
const PARALLEL = 0.01;
/** They run side by side for at least this share of the shorter. */
const BESIDE = 0.5;
/** Shorter pieces are no walls, metres. */
const LEAST_M = 0.15;
const MOST_WALLS = 1500;

interface Placed extends Segment {
  readonly length: number;
  readonly unit: Point;
}

/** Walls of chosen layers. */
export interface WallsFound {
  readonly plan: FloorPlan;
  /** Walls whose two faces were drawn, and those drawn by one line. */
  readonly paired: number;
  readonly single: number;
  /** Pieces left out: too short, or too many. */
  readonly leftOut: number;
  /** Whether the outline is a closed line of the drawing, or a rectangle about the walls. */
  readonly outline: 'drawn' | 'around';
}

/**
 * A room from the lines of chosen layers: two parallel faces close together are one wall of that
 * thickness, any other line is a thin wall. The outline is the largest closed line that holds
 * nearly everything, else the rectangle about all walls. The lower left corner becomes the origin.
 *
 * @param metres of one unit of the drawing
 * @returns the plan, or null if the layers draw nothing that could be a room
 */
export function roomFromLayers(
  base: FloorPlan,
  layers: readonly DxfLayer[],
  metres: number,
): WallsFound | null {
  const scaled = layers.flatMap(({ segments }) =>
    segments.map(({ from, to }): Segment => ({ from: times(from, metres), to: times(to, metres) })),
  );
  const all = scaled.flatMap((segment): Placed[] => {
    const length = distance(segment.from, segment.to);
    if (length < LEAST_M) return [];
    const { from, to } = segment;
    return [{ ...segment, length, unit: [(to[0] - from[0]) / length, (to[1] - from[1]) / length] }];
  });
  if (all.length === 0) return null;
  const longest = all.sort((a, b) => b.length - a.length).slice(0, MOST_WALLS * 2);
  const { walls, paired, single } = wallsOf(longest);
  const points = longest.flatMap(({ from, to }) => [from, to]);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x0, y0] = [Math.min(...xs), Math.min(...ys)];
  const [x1, y1] = [Math.max(...xs), Math.max(...ys)];
  if (x1 - x0 < 2 || y1 - y0 < 2) return null;
  const rings = layers
    .flatMap((layer) => layer.rings)
    .map((ring) => ring.map((p) => times(p, metres)))
    .filter((ring) => ring.length <= 1000 && !crossesItself(ring))
    .sort((a, b) => areaM2(b) - areaM2(a));
  const [largest] = rings;
  const drawn = largest !== undefined && areaM2(largest) > 0.5 * (x1 - x0) * (y1 - y0);
  const outline: readonly Point[] = drawn
    ? largest
    : [
        [x0, y0],
        [x1, y0],
        [x1, y1],
        [x0, y1],
      ];
  const home = ([x, y]: Point): [number, number] => [toMillimetre(x - x0), toMillimetre(y - y0)];
  const inside = walls.slice(0, MOST_WALLS);
  return {
    plan: {
      ...emptied(base),
      provenance: assumption(
        '由 CAD 图导入；单线墙的厚度和未画的门为假设',
        'from a CAD drawing; thickness of walls drawn by one line is assumed',
      ),
      outline: outline.map(home),
      walls: inside.map(({ from, to, thicknessM }, i) => ({
        id: `wall-${i + 1}`,
        from: home(from),
        to: home(to),
        thicknessM: toMillimetre(thicknessM),
      })),
      doors: [],
      columns: [],
    },
    paired,
    single,
    leftOut: scaled.length - longest.length + (walls.length - inside.length),
    outline: drawn ? 'drawn' : 'around',
  };
}

const times = ([x, y]: Point, by: number): Point => [x * by, y * by];

interface Found {
  readonly from: Point;
  readonly to: Point;
  readonly thicknessM: number;
}

/** Pairs faces, the longest first, each with the nearest that runs beside it. */
function wallsOf(segments: readonly Placed[]): {
  walls: Found[];
  paired: number;
  single: number;
} {
  const used = new Set<number>();
  const walls: Found[] = [];
  let paired = 0;
  segments.forEach((one, i) => {
    if (used.has(i)) return;
    let best: { index: number; apart: number; overlap: readonly [number, number] } | null = null;
    for (let j = i + 1; j < segments.length; j++) {
      if (used.has(j)) continue;
      const other = segments[j]!;
      const beside = besides(one, other);
      if (beside && (!best || Math.abs(beside.apart) < Math.abs(best.apart)))
        best = { index: j, ...beside };
    }
    used.add(i);
    if (!best) {
      walls.push({ from: one.from, to: one.to, thicknessM: SINGLE_M });
      return;
    }
    used.add(best.index);
    paired++;
    // In the middle between the faces, as long as the longer of them.
    const [nx, ny] = [-one.unit[1] * (best.apart / 2), one.unit[0] * (best.apart / 2)];
    walls.push({
      from: [one.from[0] + nx, one.from[1] + ny],
      to: [one.to[0] + nx, one.to[1] + ny],
      thicknessM: Math.abs(best.apart),
    });
  });
  return { walls, paired, single: walls.length - paired };
}

/** How far another face lies beside one, metres to its left, and where along it; null if it doesn't. */
function besides(
  one: Placed,
  other: Placed,
): { apart: number; overlap: readonly [number, number] } | null {
  const sine = one.unit[0] * other.unit[1] - one.unit[1] * other.unit[0];
  if (Math.abs(sine) > PARALLEL) return null;
  const off = (p: Point) =>
    (p[0] - one.from[0]) * -one.unit[1] + (p[1] - one.from[1]) * one.unit[0];
  const along = (p: Point) =>
    (p[0] - one.from[0]) * one.unit[0] + (p[1] - one.from[1]) * one.unit[1];
  const apart = (off(other.from) + off(other.to)) / 2;
  if (Math.abs(apart) < THICKNESS.least || Math.abs(apart) > THICKNESS.most) return null;
  const [a, b] = [along(other.from), along(other.to)].sort((s, t) => s - t) as [number, number];
  const overlap = [Math.max(0, a), Math.min(one.length, b)] as const;
  return overlap[1] - overlap[0] >= BESIDE * other.length ? { apart, overlap } : null;
}
