import type { FloorPlan } from '../../scenarios/floorplan';
import type { Problem } from '../../scenarios/problem';
import { cameraProblems, eyesOf } from '../camera-problems';
import type { Eye } from '../eye';
import type { LensModel } from '../optics/lens-of';
import { PROFILES, type Profile } from '../profiles';
import { Crowd, type Posture } from '../space/people';
import { Sight, sightOf } from '../space/sight';
import { counterTarget, faceTarget } from '../targets/targets';
import { highestMount, type Mount } from './mounts';
import { peopleOf, waitingPlaces } from './people';
import { PICKUP_REACH_M, type PickupReport, pickupReports } from './pickups';
import {
  type Best,
  type Blocking,
  bestOf,
  blockingOf,
  type Reason,
  reasonsOf,
  type Verdict,
  verdictOf,
} from './verdict';
import { type View, viewOf } from './view';

/** How an inspection is done. */
export interface InspectOptions {
  readonly profile?: Profile;
  /** How visitors are at windows. */
  readonly posture?: Posture;
  /** How many people queue. */
  readonly queueing?: number;
  readonly lens?: LensModel;
  readonly pickupReachM?: number;
}

/** How a target is seen by its best camera; nulls and zeros if none has it in its picture. */
export interface TargetReport {
  readonly camera: string | null;
  readonly passes: boolean;
  readonly pxPerM: number;
  readonly visibleShare: number;
  readonly shareError: number;
  readonly horizontalDeg: number | null;
  readonly verticalDeg: number | null;
  readonly distanceM: number | null;
}

/** A window as inspected. */
export interface WindowReport {
  readonly id: string;
  readonly verdict: Verdict;
  readonly face: TargetReport;
  readonly counter: TargetReport;
  readonly pickup: PickupReport;
  /** What hides the targets from the cameras that have them in their picture. */
  readonly blockedBy: readonly Blocking[];
  /** Limits that the best views break; empty if clear. */
  readonly reasons: readonly Reason[];
  /** Where a camera could hang if the face is seen at too wide an angle; null otherwise. */
  readonly mount: Mount | null;
  /** Every camera that has a target in its picture. */
  readonly views: { readonly face: readonly View[]; readonly counter: readonly View[] };
}

/** All windows of a plan as inspected. */
export interface Inspection {
  readonly profile: Profile;
  readonly windows: readonly WindowReport[];
  /** Cameras that cannot look, which were left out. */
  readonly leftOut: readonly Problem[];
  readonly eyes: readonly Eye[];
  /** The room, with everybody who was in it. */
  readonly sight: Sight;
}

/**
 * Whether every window of a plan is clearly monitored and has its pickup: with a visitor and a
 * clerk at every window, and people queueing if asked. Cameras that cannot look are named and
 * left out.
 */
export function inspect(plan: FloorPlan, options: InspectOptions = {}): Inspection {
  const profile = options.profile ?? PROFILES.identify;
  const posture = options.posture ?? 'standing';
  const model = options.lens ?? 'equisolid';
  const leftOut = cameraProblems(plan, model);
  const eyes = eyesOf(plan, model);
  const people = peopleOf(plan, { posture, queueing: options.queueing ?? 0 });
  const sight = sightOf(plan, new Crowd(people));
  const empty = new Sight(sight.solids);
  const pickups = pickupReports(
    plan,
    waitingPlaces(plan),
    posture,
    options.pickupReachM ?? PICKUP_REACH_M,
  );
  const windows = plan.windows.map((window, i): WindowReport => {
    const faceAt = faceTarget(window, posture);
    const counterAt = counterTarget(plan, window);
    const seen = (views: View[]) => views.filter((view) => view.inPictureShare > 0);
    const faces = seen(eyes.map((eye) => viewOf(eye, faceAt, sight, i)));
    const counters = seen(eyes.map((eye) => viewOf(eye, counterAt, sight)));
    const face = bestOf(faces, { kind: 'face', of: profile.face });
    const counter = bestOf(counters, { kind: 'counter', of: profile.counter });
    const reasons = [...reasonsOf('face', face), ...reasonsOf('counter', counter)];
    const tooSteep = reasons.some((r) => r.target === 'face' && r.code === 'vertical');
    return {
      id: window.id,
      verdict: verdictOf(face, counter),
      face: reportOf(face),
      counter: reportOf(counter),
      pickup: pickups[i]!,
      blockedBy: [...blockingOf('face', faces), ...blockingOf('counter', counters)].sort(
        (a, b) => b.share - a.share,
      ),
      reasons,
      mount: tooSteep ? highestMount(faceAt, profile.face, empty, plan.ceilingHeightM) : null,
      views: { face: faces, counter: counters },
    };
  });
  return { profile, windows, leftOut, eyes, sight };
}

function reportOf({ view, passes }: Best): TargetReport {
  return {
    camera: view?.camera ?? null,
    passes,
    pxPerM: view?.pxPerM ?? 0,
    visibleShare: view?.visibleShare ?? 0,
    shareError: view?.shareError ?? 0,
    horizontalDeg: view?.horizontalDeg ?? null,
    verticalDeg: view?.verticalDeg ?? null,
    distanceM: view?.distanceM ?? null,
  };
}
