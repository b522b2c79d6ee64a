import { type Inspection, inspect } from '../inspect/inspect';
import { peopleOf } from '../inspect/people';
import type { CameraModel } from '../library';
import type { Camera } from '../optics/lens-of';
import { Crowd } from '../space/people';
import { sightOf } from '../space/sight';
import { type CandidatesRequest, candidatesFor, type PlacesLooked } from './candidates';
import { type Covering, solveCovering } from './covering';
import type { Limits } from './limits';
import { mountingPlaces, type PlacesOptions, type Support } from './places';
import type { ProgrammeSolver } from './programme';
import { type SpareFloor, spareFloor } from './spare-cameras';
import type { KnownCover } from './whole-cover';

export interface PlacementRequest extends Omit<CandidatesRequest, 'places'> {
  readonly places: PlacesOptions;
  /** Different cameras that have to see each target: with 2, any one may fail. */
  readonly times: number;
  /** Cameras beyond the fewest, spent on floor that those don't see. */
  readonly spare?: number;
}

/**
 * What a search is at: places looked at for candidates, the fewest among them (cameras that are known
 * to do, and fewer than which cannot), places looked at for spare cameras, and the answer inspected.
 */
export type PlacementProgress =
  | ({ readonly step: 'places' } & PlacesLooked)
  | ({ readonly step: 'search'; readonly candidates: number } & KnownCover)
  | ({ readonly step: 'floor' } & Omit<PlacesLooked, 'candidates'>)
  | { readonly step: 'check' };

/** A camera that has been placed. */
export interface PlacedCamera {
  readonly camera: Camera;
  readonly model: CameraModel;
  readonly support: Support;
  /** What it is there for. */
  readonly purpose: 'windows' | 'floor';
  /** What it sees within all limits: `window:face`, `window:counter`; not told of spare ones. */
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
  /** What spare cameras bring; null if none were asked for. They come last among the cameras. */
  readonly spare: Omit<SpareFloor, 'cameras'> | null;
  /** The plan with these cameras in the place of its own, inspected as any other. */
  readonly inspection: Inspection;
}

/**
 * The fewest cameras of some models, at some places, by which every window is clearly monitored:
 * the least among all candidates, which are what is tried, not all there could be. Targets that no
 * candidate sees are named and the rest is solved.
 *
 * @param onProgress hears of each step as it goes on
 * @throws RangeError for `times` that is not a whole number above zero
 */
export function placeCameras(
  { places: options, times, spare = 0, ...request }: PlacementRequest,
  solver: ProgrammeSolver,
  limits: Limits = {},
  onProgress?: (progress: PlacementProgress) => void,
): Placement {
  const { plan, models, profile, posture, queueing } = request;
  const places = mountingPlaces(plan, options);
  const { requirements, candidates } = candidatesFor({ ...request, places }, (looked) =>
    onProgress?.({ step: 'places', ...looked }),
  );
  const problem = { requirements: requirements.map(({ id }) => ({ id, times })), candidates };
  let known: KnownCover = { found: null, atLeast: 0 };
  const covering = solveCovering(problem, solver, limits, ({ found, atLeast }) => {
    known = { found: found ?? known.found, atLeast: Math.max(known.atLeast, atLeast) };
    onProgress?.({ step: 'search', candidates: candidates.length, ...known });
  });
  const { chosen, count, greedyCount, lowerBound, proven, uncoverable } = covering;
  const people = new Crowd(peopleOf(plan, { posture, queueing }));
  const floor =
    spare > 0
      ? spareFloor(
          { plan, sight: sightOf(plan, people), models, places, problem, covering, spare },
          solver,
          limits,
          (looked) => onProgress?.({ step: 'floor', ...looked }),
        )
      : null;
  const sites = [
    ...chosen.map((c) => ({ ...candidates[c]!, purpose: 'windows' as const })),
    ...(floor?.cameras ?? []).map((site) => ({ site, covers: [], purpose: 'floor' as const })),
  ];
  const cameras = sites.map(
    ({ site, covers, purpose }, i): PlacedCamera => ({
      camera: { ...site.camera, id: `camera-${i + 1}` },
      model: site.model,
      support: site.place.support,
      purpose,
      covers,
    }),
  );
  onProgress?.({ step: 'check' });
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
    spare: floor && spareOf(floor),
    inspection: inspect(fitted, { profile, posture, queueing }),
  };
}

function spareOf({ cameras: _, ...bring }: SpareFloor): Omit<SpareFloor, 'cameras'> {
  return bring;
}
