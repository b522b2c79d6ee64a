import { containsStrictly, type Polygon } from '../../geometry/area';
import { obstaclesOf } from '../../geometry/obstacles';
import { cornersOf } from '../../geometry/vector';
import type { FloorPlan } from '../../scenarios/floorplan';
import { Activity, Pose, type Timeline } from '../hall/timeline';
import { LEVELS, type Level, levelOf } from './level-of-service';

/** Cells over the floor of a hall, row by row from the lower left. */
export interface CrowdGrid {
  readonly cellM: number;
  readonly minX: number;
  readonly minY: number;
  readonly columns: number;
  readonly rows: number;
}

/** Where and when a hall is crowded. */
export interface Crowding {
  readonly grid: CrowdGrid;
  /** By cell: whether it is floor that people walk on. */
  readonly floor: Uint8Array;
  /** By cell: the greatest density of people on their feet, persons/m², and when it was, seconds. */
  readonly peak: Float32Array;
  readonly peakAtS: Float64Array;
  /** By cell: density over the time that anybody was in the hall, persons/m². */
  readonly mean: Float32Array;
  /** Floor by the level of service of its peak, m². */
  readonly areaM2: Readonly<Record<Level, number>>;
  /** By sample: people who sit, and people who wait without a seat. */
  readonly series: readonly {
    readonly timeS: number;
    readonly sitting: number;
    readonly standing: number;
  }[];
  readonly seats: number;
}

export interface CrowdingOptions {
  /** Size of a cell, metres. */
  readonly cellM?: number;
  /** Density is counted over a disc of this radius, metres: an assumption. */
  readonly radiusM?: number;
  /** Time between two looks, seconds. */
  readonly everyS?: number;
}

/** Radius of the disc over which density is counted, metres: what is felt as "round about". */
export const DENSITY_RADIUS_M = 1;

/**
 * Density of a recorded day. At a cell it is the number of people on their feet (standing or
 * walking, not seated) within a disc about it, over the walkable floor in that disc. Looks are
 * `everyS` apart, so a throng that is shorter may be missed.
 */
export function crowding(
  plan: FloorPlan,
  timeline: Timeline,
  { cellM = 0.5, radiusM = DENSITY_RADIUS_M, everyS = 10 }: CrowdingOptions = {},
): Crowding {
  const grid = gridOf(plan.outline, cellM);
  const cells = grid.columns * grid.rows;
  const floor = floorOf(plan, grid);
  const disc = discOf(grid, radiusM);
  const areas = floorWithin(grid, floor, disc);
  const peak = new Float32Array(cells);
  const peakAtS = new Float64Array(cells).fill(Number.NaN);
  const sum = new Float64Array(cells);
  const count = new Uint16Array(cells);
  const touched: number[] = [];
  const crowd = timeline.createCrowd();
  const series: { timeS: number; sitting: number; standing: number }[] = [];
  let looks = 0;
  const first = Math.ceil(timeline.startUs / 1e6 / everyS) * everyS;
  for (let timeS = first; timeS * 1e6 <= timeline.endUs; timeS += everyS) {
    timeline.crowdAt(timeS * 1e6, crowd);
    let sitting = 0;
    let standing = 0;
    for (let i = 0; i < crowd.count; i++) {
      const pose: Pose = crowd.pose[i]!;
      const activity: Activity = crowd.activity[i]!;
      if (pose === Pose.Sitting) {
        sitting++;
        continue;
      }
      if (pose === Pose.Standing && WAITING.has(activity)) standing++;
      const column = Math.floor((crowd.x[i]! - grid.minX) / cellM);
      const row = Math.floor((crowd.y[i]! - grid.minY) / cellM);
      if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) continue;
      for (const [dc, dr] of disc) {
        const [c, r] = [column + dc, row + dr];
        if (c < 0 || r < 0 || c >= grid.columns || r >= grid.rows) continue;
        const cell = r * grid.columns + c;
        if (count[cell] === 0) touched.push(cell);
        count[cell]!++;
      }
    }
    series.push({ timeS, sitting, standing });
    if (crowd.count > 0) looks++;
    for (const cell of touched) {
      // As it is stored, so that the first of equal peaks stays.
      const density = Math.fround(count[cell]! / areas[cell]!);
      sum[cell]! += density;
      if (density > peak[cell]!) {
        peak[cell] = density;
        peakAtS[cell] = timeS;
      }
      count[cell] = 0;
    }
    touched.length = 0;
  }
  const areaM2 = Object.fromEntries(LEVELS.map((level) => [level, 0])) as Record<Level, number>;
  for (let cell = 0; cell < cells; cell++)
    if (floor[cell]) areaM2[levelOf(peak[cell]!)] += cellM * cellM;
  return {
    grid,
    floor,
    peak,
    peakAtS,
    mean: Float32Array.from(sum, (value) => (looks > 0 ? value / looks : 0)),
    areaM2,
    series,
    seats: plan.seats.length,
  };
}

/** Who waits for a call or a decision. */
const WAITING: ReadonlySet<Activity> = new Set([
  Activity.Waiting,
  Activity.AwaitingApproval,
  Activity.AwaitingIssue,
  Activity.Accompanying,
]);

export function gridOf(outline: Polygon, cellM: number): CrowdGrid {
  const xs = outline.map(([x]) => x);
  const ys = outline.map(([, y]) => y);
  const [minX, minY] = [Math.min(...xs), Math.min(...ys)];
  return {
    cellM,
    minX,
    minY,
    columns: Math.max(1, Math.ceil((Math.max(...xs) - minX) / cellM - 1e-9)),
    rows: Math.max(1, Math.ceil((Math.max(...ys) - minY) / cellM - 1e-9)),
  };
}

/** Cells whose middle is inside the outline and in nothing that stands on the floor. */
function floorOf(plan: FloorPlan, grid: CrowdGrid): Uint8Array {
  const obstacles = obstaclesOf(plan).map(cornersOf);
  const floor = new Uint8Array(grid.columns * grid.rows);
  for (let row = 0, cell = 0; row < grid.rows; row++)
    for (let column = 0; column < grid.columns; column++, cell++) {
      const at = [
        grid.minX + (column + 0.5) * grid.cellM,
        grid.minY + (row + 0.5) * grid.cellM,
      ] as const;
      const free =
        containsStrictly(plan.outline, at) && !obstacles.some((one) => containsStrictly(one, at));
      if (free) floor[cell] = 1;
    }
  return floor;
}

/** Offsets of the cells within a radius of one, in columns and rows. */
function discOf({ cellM }: CrowdGrid, radiusM: number): (readonly [number, number])[] {
  const reach = Math.floor(radiusM / cellM);
  const disc: (readonly [number, number])[] = [];
  for (let row = -reach; row <= reach; row++)
    for (let column = -reach; column <= reach; column++)
      if ((row * row + column * column) * cellM * cellM <= radiusM * radiusM + 1e-9)
        disc.push([column, row]);
  return disc;
}

/** Walkable floor about each cell, m². */
function floorWithin(
  { columns, rows, cellM }: CrowdGrid,
  floor: Uint8Array,
  disc: readonly (readonly [number, number])[],
): Float32Array {
  const areas = new Float32Array(columns * rows);
  for (let row = 0, cell = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, cell++) {
      let free = 0;
      for (const [dc, dr] of disc) {
        const [c, r] = [column + dc, row + dr];
        if (c >= 0 && r >= 0 && c < columns && r < rows) free += floor[r * columns + c]!;
      }
      // Somebody stands at a desk's edge: never less than the own cell.
      areas[cell] = Math.max(1, free) * cellM * cellM;
    }
  return areas;
}

/** Visitors on their feet within the disc about a cell at an instant, by index. */
export function peopleAbout(
  { grid }: Crowding,
  timeline: Timeline,
  cell: number,
  timeS: number,
  radiusM: number = DENSITY_RADIUS_M,
): number[] {
  const crowd = timeline.createCrowd();
  timeline.crowdAt(timeS * 1e6, crowd);
  const disc = discOf(grid, radiusM);
  const at = [cell % grid.columns, Math.floor(cell / grid.columns)] as const;
  const found: number[] = [];
  for (let i = 0; i < crowd.count; i++) {
    const pose: Pose = crowd.pose[i]!;
    if (pose === Pose.Sitting) continue;
    const column = Math.floor((crowd.x[i]! - grid.minX) / grid.cellM);
    const row = Math.floor((crowd.y[i]! - grid.minY) / grid.cellM);
    if (disc.some(([dc, dr]) => column + dc === at[0] && row + dr === at[1]))
      found.push(crowd.visitor[i]!);
  }
  return found;
}

/**
 * The most crowded places of the day, the worst first, each at least `apartM` from the others.
 *
 * @returns cells; fewer than `most` where nobody stands
 */
export function hottest(
  { grid, peak }: Pick<Crowding, 'grid' | 'peak'>,
  most: number,
  apartM = 2,
): number[] {
  const placeOf = (cell: number) =>
    [(cell % grid.columns) * grid.cellM, Math.floor(cell / grid.columns) * grid.cellM] as const;
  const cells = [...peak.keys()].filter((cell) => peak[cell]! > 0);
  const found: number[] = [];
  for (const cell of cells.sort((a, b) => peak[b]! - peak[a]! || a - b)) {
    if (found.length === most) break;
    const [x, y] = placeOf(cell);
    const near = found.some((other) => {
      const [u, v] = placeOf(other);
      return Math.hypot(x - u, y - v) < apartM;
    });
    if (!near) found.push(cell);
  }
  return found;
}
