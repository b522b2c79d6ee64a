import { type Inspection, inspect } from '../inspect/inspect';
import type { CameraModel } from '../library';
import type { Camera } from '../optics/lens-of';
import { type CandidatesRequest, candidatesFor } from './candidates';
import { type Covering, solveCovering } from './covering';
import type { Limits } from './limits';
import { mountingPlaces, type PlacesOptions, type Support } from './places';
import type { ProgrammeSolver } from './programme';

export interface PlacementRequest extends Omit<CandidatesRequest, 'places'> {
  readonly places: PlacesOptions;
  /** Different cameras that have to see each target: with 2, any one may fail. */
  readonly times: number;
}

/** A camera that has been placed. */
export interface PlacedCamera {
  readonly camera: Camera;
  readonly model: CameraModel;
  readonly support: Support;
  /** What it sees within all limits: `window:face`, `window:counter`. */
  readonly covers: readonly string[];
}

/** The fewest cameras, with what proves it. */
export interface Placement
  extends Pick<
    Covering<unknown>,
    'count' | 'greedyCount' | 'lowerBound' | 'proven' | 'candidates' | 'uncoverable'
  > {
  readonly cameras: readonly PlacedCamera[];
  /** Places where a camera was tried. */
  readonly places: number;
  /** The plan with these cameras in the place of its own, inspected as any other. */
  readonly inspection: Inspection;
}

/**
 * The fewest cameras of some models, at some places, by which every window is clearly monitored:
 * the least among all candidates, which are what is tried, not all there could be. Targets that no
 * candidate sees are named and the rest is solved.
 *
 * @throws RangeError for `times` that is not a whole number above zero
 */
export function placeCameras(
  { places: options, times, ...request }: PlacementRequest,
  solver: ProgrammeSolver,
  limits: Limits = {},
): Placement {
  const { plan, profile, posture, queueing } = request;
  const places = mountingPlaces(plan, options);
  const { requirements, candidates } = candidatesFor({ ...request, places });
  const problem = { requirements: requirements.map(({ id }) => ({ id, times })), candidates };
  const { chosen, count, greedyCount, lowerBound, proven, uncoverable } = solveCovering(
    problem,
    solver,
    limits,
  );
  const cameras = chosen.map((c, i): PlacedCamera => {
    const { site, covers } = candidates[c]!;
    return {
      camera: { ...site.camera, id: `camera-${i + 1}` },
      model: site.model,
      support: site.place.support,
      covers,
    };
  });
  const fitted = { ...plan, cameras: cameras.map(({ camera }) => camera) };
  return {
    cameras,
    count,
    greedyCount,
    lowerBound,
    proven,
    candidates: candidates.length,
    uncoverable,
    places: places.length,
    inspection: inspect(fitted, { profile, posture, queueing }),
  };
}
