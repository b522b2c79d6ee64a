import type { FloorPlan } from '../../scenarios/floorplan';
import { type Eye, eyeOf } from '../eye';
import { peopleOf } from '../inspect/people';
import { checksOf, type Limits } from '../inspect/verdict';
import { lineOfSight, viewOf } from '../inspect/view';
import type { CameraModel } from '../library';
import type { Camera } from '../optics/lens-of';
import { directionToCamera, pointToCamera, type VectorOut } from '../optics/pose';
import type { Profile } from '../profiles';
import { Crowd, type Posture } from '../space/people';
import { type Sight, sightOf } from '../space/sight';
import { counterTarget, faceTarget, type Target } from '../targets/targets';
import type { MountingPlace } from './places';
import type { Candidate, Requirement } from './problem';

/** A camera as it could be hung. */
export interface Site {
  readonly place: MountingPlace;
  readonly model: CameraModel;
  readonly camera: Camera;
}

export interface CandidatesRequest {
  readonly plan: FloorPlan;
  readonly models: readonly CameraModel[];
  readonly places: readonly MountingPlace[];
  readonly profile: Profile;
  readonly posture: Posture;
  /** How many people queue. */
  readonly queueing: number;
}

/** How many of the places have been looked at, and the candidates found there so far. */
export interface PlacesLooked {
  readonly done: number;
  readonly of: number;
  readonly candidates: number;
}

interface Need {
  readonly id: string;
  readonly target: Target;
  readonly limits: Limits;
  /** Whose face it is, by index in the crowd; −1 for a counter. */
  readonly person: number;
}

const DEG = 180 / Math.PI;

/**
 * What has to be seen of every window, the face and the counter, and every camera that could be
 * hung with what it sees of that within all limits of the profile. At each place each model is aimed
 * at the middle of every run of neighbouring targets; of aims that see the same, or less than
 * another, none is kept.
 *
 * @param onPlace hears of each place that has been looked at
 */
export function candidatesFor(
  request: CandidatesRequest,
  onPlace?: (looked: PlacesLooked) => void,
): {
  readonly requirements: readonly Requirement[];
  readonly candidates: readonly Candidate<Site>[];
} {
  const { plan, models, places, profile, posture, queueing } = request;
  const sight = sightOf(plan, new Crowd(peopleOf(plan, { posture, queueing })));
  const needs = plan.windows.flatMap((window, i): Need[] => [
    {
      id: `${window.id}:face`,
      target: faceTarget(window, posture),
      limits: { kind: 'face', of: profile.face },
      person: i,
    },
    {
      id: `${window.id}:counter`,
      target: counterTarget(plan, window),
      limits: { kind: 'counter', of: profile.counter },
      person: -1,
    },
  ]);
  const candidates: Candidate<Site>[] = [];
  for (const [i, place] of places.entries()) {
    const seen = visibleFrom(place, needs, sight);
    const aims = aimsAt(place, seen);
    for (const model of models) candidates.push(...bestAims(place, model, aims, seen));
    onPlace?.({ done: i + 1, of: places.length, candidates: candidates.length });
  }
  return { requirements: needs.map(({ id }) => ({ id, times: 1 })), candidates };
}

/** A model as it would hang at a place. */
export function cameraAt(
  { id, at, heightM }: MountingPlace,
  model: Pick<CameraModel, 'horizontalFovDeg' | 'verticalFovDeg' | 'resolutionPx'>,
  yawDeg: number,
  pitchDeg: number,
): Camera {
  const { horizontalFovDeg, verticalFovDeg, resolutionPx } = model;
  return {
    id,
    at: [...at],
    heightM,
    yawDeg,
    pitchDeg,
    horizontalFovDeg,
    verticalFovDeg,
    resolutionPx: [...resolutionPx],
  };
}

/** Sees all round, so that angles and what hides things are asked once for all models and aims. */
const ALL_ROUND = {
  horizontalFovDeg: 360,
  verticalFovDeg: 360,
  resolutionPx: [1000, 1000],
} as const;

/** Targets at which a camera at a place can keep every limit but the density, whatever its lens. */
function visibleFrom(place: MountingPlace, needs: readonly Need[], sight: Sight): Need[] {
  const eye = eyeOf(cameraAt(place, ALL_ROUND, 0, 0));
  return needs.filter(({ target, limits, person }) => {
    const line = lineOfSight(eye.pose.at, target);
    // Angles first: they cost no rays.
    const best = { ...line, pxPerM: Number.POSITIVE_INFINITY, visibleShare: 1 };
    if (checksOf(best, limits).some(({ margin }) => margin < 0)) return false;
    const view = viewOf(eye, target, sight, person);
    return view.visibleShare >= limits.of.visibleShare.value;
  });
}

interface Aim {
  readonly yawDeg: number;
  readonly pitchDeg: number;
}

/** Directions to the middle of every run of targets that are neighbours in azimuth. */
function aimsAt({ at, heightM }: MountingPlace, seen: readonly Need[]): Aim[] {
  const directions = seen
    .map(({ target }) => {
      const [dx, dy, dz] = [target.at[0] - at[0], target.at[1] - at[1], target.at[2] - heightM];
      const length = Math.sqrt(dx * dx + dy * dy + dz * dz);
      return {
        azimuth: Math.atan2(dy, dx),
        unit: [dx / length, dy / length, dz / length] as const,
      };
    })
    .sort((a, b) => a.azimuth - b.azimuth);
  const aims: Aim[] = [];
  for (let first = 0; first < directions.length; first++) {
    const sum: [number, number, number] = [0, 0, 0];
    // Runs go on past 180°, so that it does not matter where the circle is cut.
    for (let n = 0; n < directions.length; n++) {
      const { unit } = directions[(first + n) % directions.length]!;
      for (let k = 0; k < 3; k++) sum[k]! += unit[k]!;
      const flat = Math.sqrt(sum[0] * sum[0] + sum[1] * sum[1]);
      aims.push({
        yawDeg: Math.atan2(sum[1], sum[0]) * DEG,
        pitchDeg: Math.atan2(sum[2], flat) * DEG,
      });
    }
  }
  return aims;
}

/** A model at a place, once for each set of targets that no other aim sees more than. */
function bestAims(
  place: MountingPlace,
  model: CameraModel,
  aims: readonly Aim[],
  seen: readonly Need[],
): Candidate<Site>[] {
  const found: { readonly camera: Camera; readonly covers: readonly string[] }[] = [];
  for (const { yawDeg, pitchDeg } of aims) {
    const camera = cameraAt(place, model, yawDeg, pitchDeg);
    const eye = eyeOf(camera);
    const covers = seen.filter((need) => isDense(eye, need)).map(({ id }) => id);
    if (covers.length > 0) found.push({ camera, covers });
  }
  found.sort((a, b) => b.covers.length - a.covers.length);
  const kept: typeof found = [];
  for (const one of found) {
    const more = kept.some(({ covers }) => one.covers.every((id) => covers.includes(id)));
    if (!more) kept.push(one);
  }
  return kept.map(({ camera, covers }) => ({
    site: { place, model, camera },
    covers,
    place: place.id,
  }));
}

/**
 * Whether a whole target lies in the picture, dense enough at its corners, where it is least dense
 * or next to it.
 */
function isDense({ pose, lens }: Eye, { target, limits }: Need): boolean {
  const across = directionToCamera(pose, target.across);
  const along = directionToCamera(pose, target.along);
  const point: VectorOut = [0, 0, 0];
  for (const [u, v] of CORNERS) {
    for (let k = 0; k < 3; k++)
      point[k] =
        target.at[k]! +
        u * target.widthM * target.across[k]! +
        v * target.heightM * target.along[k]!;
    const local = pointToCamera(pose, point);
    if (lens.project(local) === null) return false;
    const density = lens.density(local, across, along);
    const least =
      limits.kind === 'face'
        ? density.acrossPxPerM
        : Math.min(density.acrossPxPerM, density.alongPxPerM);
    if (least < limits.of.pxPerM.value) return false;
  }
  return true;
}

/** In halves of the target's sides, and its middle. */
const CORNERS = [
  [-0.5, -0.5],
  [0.5, -0.5],
  [0.5, 0.5],
  [-0.5, 0.5],
  [0, 0],
] as const;
