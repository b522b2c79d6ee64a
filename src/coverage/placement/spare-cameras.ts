import type { FloorPlan } from '../../scenarios/floorplan';
import { type Eye, eyeOf } from '../eye';
import type { CameraModel } from '../library';
import { directionToCamera, pointToCamera, type VectorOut } from '../optics/pose';
import { EDITIONS } from '../optics/standards';
import { type PlaneGrid, planeGrid } from '../plane-grid';
import type { Sight } from '../space/sight';
import { cameraAt, type PlacesLooked, type Site } from './candidates';
import type { Covering } from './covering';
import type { Limits } from './limits';
import type { MountingPlace } from './places';
import type { Candidate, CoveringProblem } from './problem';
import type { ProgrammeSolver } from './programme';
import { type SpareAnswer, spendSpare } from './spare';

/** Spare cameras and what they bring: areas of the floor, m². */
export interface SpareFloor extends Pick<SpareAnswer<Site>, 'method' | 'guarantee'> {
  readonly cameras: readonly Site[];
  /** Seen by the cameras for the windows alone, and with the spare ones. */
  readonly seenBeforeM2: number;
  readonly seenM2: number;
  readonly totalM2: number;
  /** No choice among the candidates sees more. */
  readonly upperBoundM2: number;
  readonly candidates: number;
  /** From which density floor counts as seen. */
  readonly pxPerM: number;
}

/** Somebody is noticed at this density: detect of the 2014 edition. */
const FLOOR_CLASS = EDITIONS['2014'].classes.find(({ id }) => id === 'detect')!;
const CELL_M = 0.5;
/** Places tried at most, spread over all there are: floor is less particular than a face. */
const MOST_PLACES = 120;
const YAWS_DEG = [0, 45, 90, 135, 180, 225, 270, 315];
const PITCHES_DEG = [-25, -45];

export interface SpareFloorRequest {
  readonly plan: FloorPlan;
  readonly sight: Sight;
  readonly models: readonly CameraModel[];
  readonly places: readonly MountingPlace[];
  readonly problem: CoveringProblem<Site>;
  readonly covering: Covering<Site>;
  /** Cameras more than the covering has. */
  readonly spare: number;
}

/** Spends spare cameras on floor that the cameras for the windows don't see; those stay. */
export function spareFloor(
  { plan, sight, models, places, problem, covering, spare }: SpareFloorRequest,
  solver: ProgrammeSolver,
  limits: Limits = {},
  onPlace?: (looked: Omit<PlacesLooked, 'candidates'>) => void,
): SpareFloor {
  const cells = cellsOf(planeGrid(plan, sight.solids, 0, CELL_M));
  const kept = covering.chosen.map((c) => problem.candidates[c]!);
  const keptSees = kept.map(({ site }) =>
    cellsSeen(eyeOf(site.camera), cells, visibleFrom(site.place, cells, sight)),
  );
  const seenBefore = new Set(keptSees.flat());
  const extra: Candidate<Site>[] = [];
  const extraSees: number[][] = [];
  const stride = Math.max(1, Math.ceil(places.length / MOST_PLACES));
  const tried = places.filter((_, i) => i % stride === 0);
  for (const [i, place] of tried.entries()) {
    const free = visibleFrom(place, cells, sight);
    for (const model of models) {
      let best: { site: Site; sees: number[]; gain: number } | null = null;
      for (const yawDeg of YAWS_DEG)
        for (const pitchDeg of PITCHES_DEG) {
          const camera = cameraAt(place, model, yawDeg, pitchDeg);
          const sees = cellsSeen(eyeOf(camera), cells, free);
          const gain = sees.reduce(
            (sum, cell) => sum + (seenBefore.has(cell) ? 0 : cells.areasM2[cell]!),
            0,
          );
          if (gain > (best?.gain ?? 0)) best = { site: { place, model, camera }, sees, gain };
        }
      if (!best) continue;
      extra.push({ site: best.site, covers: [], place: place.id });
      extraSees.push(best.sees);
    }
    onPlace?.({ done: i + 1, of: tried.length });
  }
  const answer = spendSpare(
    {
      problem: { requirements: problem.requirements, candidates: [...kept, ...extra] },
      covering: { ...covering, chosen: kept.map((_, i) => i) },
      floor: { weights: cells.areasM2, sees: [...keptSees, ...extraSees] },
      spare,
      keep: 'cameras',
    },
    solver,
    limits,
  );
  return {
    cameras: answer.chosen.filter((c) => c >= kept.length).map((c) => extra[c - kept.length]!.site),
    seenBeforeM2: answer.seenBefore,
    seenM2: answer.seen,
    totalM2: answer.total,
    upperBoundM2: answer.upperBound,
    method: answer.method,
    guarantee: answer.guarantee,
    candidates: extra.length,
    pxPerM: FLOOR_CLASS.pxPerM,
  };
}

/** Points that stand for the free floor, and the area that each stands for. */
interface Cells {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly areasM2: Float64Array;
}

function cellsOf({ free, columns, cellM, minX, minY, partial, partialAt }: PlaneGrid): Cells {
  const partOf = new Map(Array.from(partial, (cell, i) => [cell, i] as const));
  const used = Array.from(free.keys()).filter((cell) => free[cell]! > 0);
  const at = used.map((cell) => {
    const part = free[cell]! < 1 ? partOf.get(cell) : undefined;
    return part === undefined
      ? [minX + ((cell % columns) + 0.5) * cellM, minY + (Math.floor(cell / columns) + 0.5) * cellM]
      : [partialAt[2 * part]!, partialAt[2 * part + 1]!];
  });
  return {
    xs: Float64Array.from(at, ([x]) => x!),
    ys: Float64Array.from(at, ([, y]) => y!),
    areasM2: Float64Array.from(used, (cell) => free[cell]! * cellM * cellM),
  };
}

/** Cells to which the way from a place is free: the same for every model and aim there. */
function visibleFrom({ at, heightM }: MountingPlace, { xs, ys }: Cells, sight: Sight): number[] {
  const found: number[] = [];
  for (let i = 0; i < xs.length; i++)
    if (sight.blocker(at[0], at[1], heightM, xs[i]!, ys[i]!, 0) < 0) found.push(i);
  return found;
}

/** Of those cells, the ones in a camera's picture and dense enough. */
function cellsSeen({ pose, lens }: Eye, { xs, ys }: Cells, visible: readonly number[]): number[] {
  const [cx, cy] = pose.at;
  const local: VectorOut = [0, 0, 0];
  const across: VectorOut = [0, 0, 0];
  const found: number[] = [];
  for (const i of visible) {
    const x = xs[i]!;
    const y = ys[i]!;
    pointToCamera(pose, [x, y, 0], local);
    if (lens.project(local) === null) continue;
    const dx = x - cx;
    const dy = y - cy;
    const flat = Math.sqrt(dx * dx + dy * dy);
    directionToCamera(pose, flat > 1e-9 ? [dy / flat, -dx / flat, 0] : pose.right, across);
    if (lens.density(local, across, across).acrossPxPerM >= FLOOR_CLASS.pxPerM) found.push(i);
  }
  return found;
}
