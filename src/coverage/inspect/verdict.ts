import type { CounterLimits, FaceLimits, Limit } from '../profiles';
import type { Blocker, View } from './view';

export type Verdict = 'clear' | 'partly' | 'no';

/** What a view falls short in. */
export type ShortcomingCode = 'density' | 'visible' | 'horizontal' | 'vertical';

/** Why a target isn't clearly seen: a figure against its limit; words are the screens' affair. */
export interface Reason {
  readonly target: 'face' | 'counter';
  /** `unseen`: no camera has it in its picture. */
  readonly code: ShortcomingCode | 'unseen';
  /** The camera that does best; null if there is none. */
  readonly camera: string | null;
  readonly value: number;
  readonly limit: number;
}

/** One limit that a view is held against. */
interface Check {
  readonly code: ShortcomingCode;
  readonly value: number;
  readonly limit: number;
  /** By what share of the limit it is kept, negative if broken. */
  readonly margin: number;
}

const atLeast = (code: ShortcomingCode, value: number, { value: limit }: Limit): Check => ({
  code,
  value,
  limit,
  margin: (value - limit) / limit,
});
const atMost = (code: ShortcomingCode, value: number, { value: limit }: Limit): Check => ({
  code,
  value,
  limit,
  margin: (limit - value) / limit,
});

/** The limits of one kind of target. */
export type Limits =
  | { readonly kind: 'face'; readonly of: FaceLimits }
  | { readonly kind: 'counter'; readonly of: CounterLimits };

/** A view held against the limits of its kind of target. */
export function checksOf(
  view: Pick<View, 'pxPerM' | 'visibleShare' | 'horizontalDeg' | 'verticalDeg'>,
  limits: Limits,
): Check[] {
  const common = [
    atLeast('density', view.pxPerM, limits.of.pxPerM),
    atLeast('visible', view.visibleShare, limits.of.visibleShare),
  ];
  return limits.kind === 'face'
    ? [
        ...common,
        atMost('horizontal', view.horizontalDeg, limits.of.horizontalDeg),
        atMost('vertical', view.verticalDeg, limits.of.verticalDeg),
      ]
    : [...common, atLeast('vertical', view.verticalDeg, limits.of.verticalDeg)];
}

/** How a target is seen by the camera that does best. */
export interface Best {
  /** Null if no camera has the target in its picture. */
  readonly view: View | null;
  /** All limits kept by this one camera. */
  readonly passes: boolean;
  /** Only the visible share falls short, and something is seen. */
  readonly onlyHidden: boolean;
  readonly checks: readonly Check[];
}

/**
 * The camera that does best for a target: one that sees it before one that doesn't, then the one
 * that keeps most limits, then the one whose worst margin is largest, then the densest; ties go to
 * the plan's order.
 */
export function bestOf(views: readonly View[], limits: Limits): Best {
  let best: Best = { view: null, passes: false, onlyHidden: false, checks: [] };
  let rank: readonly number[] = [];
  for (const view of views) {
    if (view.inPictureShare === 0) continue;
    const checks = checksOf(view, limits);
    const kept = checks.filter((check) => check.margin >= 0).length;
    const worst = Math.min(...checks.map((check) => check.margin));
    const own = [Number(view.visibleShare > 0), kept, worst, view.pxPerM];
    if (best.view !== null && !isGreater(own, rank)) continue;
    rank = own;
    best = {
      view,
      passes: kept === checks.length,
      onlyHidden:
        view.visibleShare > 0 &&
        kept === checks.length - 1 &&
        checks.some((check) => check.code === 'visible' && check.margin < 0),
      checks,
    };
  }
  return best;
}

function isGreater(a: readonly number[], b: readonly number[]): boolean {
  const i = a.findIndex((value, k) => value !== b[k]);
  return i >= 0 && a[i]! > b[i]!;
}

/**
 * Clear: one camera keeps all limits on the face, and one (the same or another) all on the
 * counter. Partly: either does, or nothing but people or furniture stands in the way of a part.
 */
export function verdictOf(face: Best, counter: Best): Verdict {
  if (face.passes && counter.passes) return 'clear';
  return face.passes || counter.passes || face.onlyHidden || counter.onlyHidden ? 'partly' : 'no';
}

/** Every limit that the best view of a target breaks, worst first. */
export function reasonsOf(target: Reason['target'], best: Best): Reason[] {
  if (best.view === null) return [{ target, code: 'unseen', camera: null, value: 0, limit: 0 }];
  const { camera } = best.view;
  return best.checks
    .filter((check) => check.margin < 0)
    .sort((a, b) => a.margin - b.margin)
    .map(({ code, value, limit }) => ({ target, code, camera, value, limit }));
}

/** A blocker with the camera and the target that it stands between. */
export interface Blocking extends Blocker {
  readonly target: Reason['target'];
  readonly camera: string;
}

/** What hides targets from cameras that have them in their picture, the largest shares first. */
export function blockingOf(target: Reason['target'], views: readonly View[]): Blocking[] {
  return views.flatMap((view) =>
    view.blockedBy.map((blocker) => ({ ...blocker, target, camera: view.camera })),
  );
}
