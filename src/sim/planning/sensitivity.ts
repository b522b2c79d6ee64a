import {
  type Assumption,
  type AssumptionId,
  applyAssumption,
  assumptionsOf,
} from '../../scenarios/assumptions';
import { PRODUCT } from '../../scenarios/product';
import type { Evaluator, Summary, Variant } from '../experiments/evaluator';
import type { Measure } from '../experiments/report';
import type { Organisation } from './design';
import { planWindows } from './fewest-windows';
import { type Outlook, outlookDifference, outlookOf, type PlanMeasureId } from './outlook';
import { checkPromise, type Judging, type ServicePromise, underPromise } from './promise';

/** What a study of assumptions is asked. */
export interface SensitivityRequest {
  readonly base: Variant;
  readonly promise: ServicePromise;
  readonly judging: Judging;
  /** Replications of every point; all meet the same visitors. */
  readonly replications: number;
  /** The ends of each assumption; absent: the usual ones. */
  readonly ranges?: readonly {
    readonly id: AssumptionId;
    readonly low: number;
    readonly high: number;
  }[];
  /** Whether the fewest windows are sought at each end too, and over which designs. */
  readonly windows?: {
    readonly from: number;
    readonly to: number;
    readonly organisations: readonly Organisation[];
    readonly mostReplications: number;
  };
  /** Two assumptions to be varied together. */
  readonly map?: {
    readonly x: { readonly id: AssumptionId; readonly values: readonly number[] };
    readonly y: { readonly id: AssumptionId; readonly values: readonly number[] };
  };
}

/** Whether a hall keeps the promise, by the interval of its share; `unclear` if that holds the promised share. */
export type Standing = 'keeps' | 'breaks' | 'unclear' | 'failed';

/** The hall under one value of an assumption. */
export interface Shaken {
  readonly value: number;
  readonly outlook: Outlook | null;
  readonly failed: string | null;
  readonly standing: Standing;
  /** It less the hall as assumed. */
  readonly difference: Readonly<Record<PlanMeasureId, Measure>> | null;
  /** Fewest windows that keep the promise; null: none do; absent: not sought, or stopped. */
  readonly windows?: number | null;
}

export interface SensitivityReport {
  readonly product: { readonly name: string; readonly version: string };
  readonly scenario: string;
  readonly floorplan: string | null;
  readonly seed: number;
  readonly promise: ServicePromise;
  readonly judging: Judging;
  /** Whether it was stopped before its end. */
  readonly stopped: boolean;
  readonly base: {
    readonly outlook: Outlook;
    readonly standing: Standing;
    readonly windows?: number | null;
  } | null;
  /** Those that move the share called in time most come first. */
  readonly assumptions: readonly (Assumption & {
    readonly ends: readonly [low: Shaken, high: Shaken];
  })[];
  readonly map: {
    readonly x: AssumptionId;
    readonly y: AssumptionId;
    readonly xs: readonly number[];
    readonly ys: readonly number[];
    /** By y, then by x. */
    readonly cells: readonly (readonly Shaken[])[];
  } | null;
}

/** Steps of a map from the low to the high end of an assumption. */
const STEPS = 6;

/** Values of an assumption for a map: even steps between its ends, its own value among them. */
export function gridOf({ low, high, base }: Assumption): number[] {
  const steps = Array.from(
    { length: STEPS + 1 },
    (_, i) => Math.round((low + ((high - low) * i) / STEPS) * 1e4) / 1e4,
  );
  if (base === null || base < low || base > high) return steps;
  const nearest = steps.reduce((a, b) => (Math.abs(b - base) < Math.abs(a - base) ? b : a));
  return steps.map((value) => (value === nearest ? base : value));
}

/** Replications of every point between two looks. */
const ROUND = 8;

/** What has been worked out of a point. */
interface Point {
  readonly variant: Variant;
  readonly summaries: Summary[];
  failed: string | null;
}

/**
 * How much the answer hangs on what is assumed: each assumption at its low and its high end, the
 * others as they are, and two of them together over a grid. All points meet the same visitors.
 *
 * @throws RangeError if a range or the promise is out of range
 */
export async function studySensitivity(
  request: SensitivityRequest,
  evaluator: Evaluator,
  onProgress: (done: number, of: number, answer: () => SensitivityReport) => void = () => {},
): Promise<SensitivityReport> {
  const { promise, judging, replications } = request;
  checkPromise(promise, judging);
  const scenario = underPromise(request.base.scenario, promise);
  const variantOf = (changes: readonly (readonly [AssumptionId, number])[]): Variant => ({
    ...request.base,
    scenario: changes.reduce((s, [id, value]) => applyAssumption(s, id, value), scenario),
  });
  const points = new Map<string, Point>();
  const point = (...changes: readonly (readonly [AssumptionId, number])[]): Point => {
    const variant = variantOf(changes);
    const key = JSON.stringify(variant.scenario);
    let known = points.get(key);
    if (!known) {
      known = { variant, summaries: [], failed: null };
      points.set(key, known);
    }
    return known;
  };

  const base = point();
  const assumptions = assumptionsOf(scenario).flatMap((assumption) => {
    const range = request.ranges?.find(({ id }) => id === assumption.id);
    if (request.ranges && !range) return [];
    const { id, low, high } = { ...assumption, ...range };
    return [{ ...assumption, low, high, ends: [point([id, low]), point([id, high])] as const }];
  });
  const grid = request.map?.y.values.map((y) =>
    request.map!.x.values.map((x) => point([request.map!.x.id, x], [request.map!.y.id, y])),
  );
  const windows = new Map<Point, number | null>();

  const shaken = (one: Point, value: number): Shaken => ({
    value,
    outlook: one.summaries.length > 0 ? outlookOf(promise, one.summaries) : null,
    failed: one.failed,
    standing: standingOf(promise, one),
    difference:
      one.summaries.length > 0 && base.summaries.length > 0
        ? outlookDifference(one.summaries, base.summaries)
        : null,
    ...(windows.has(one) ? { windows: windows.get(one)! } : {}),
  });
  const report = (stopped: boolean): SensitivityReport => ({
    product: PRODUCT,
    scenario: scenario.id,
    floorplan: request.base.floorplan?.id ?? null,
    seed: request.base.seed,
    promise,
    judging,
    stopped,
    base:
      base.summaries.length > 0
        ? {
            outlook: outlookOf(promise, base.summaries),
            standing: standingOf(promise, base),
            ...(windows.has(base) ? { windows: windows.get(base)! } : {}),
          }
        : null,
    assumptions: assumptions
      .map((one) => ({
        ...one,
        ends: [shaken(one.ends[0], one.low), shaken(one.ends[1], one.high)] as const,
      }))
      .sort((a, b) => swingOf(b.ends) - swingOf(a.ends)),
    map:
      request.map && grid
        ? {
            x: request.map.x.id,
            y: request.map.y.id,
            xs: request.map.x.values,
            ys: request.map.y.values,
            cells: grid.map((row) => row.map((one, i) => shaken(one, request.map!.x.values[i]!))),
          }
        : null,
  });

  const all = [...points.values()];
  const sought = request.windows
    ? [...new Set([base, ...assumptions.flatMap(({ ends }) => ends)])]
    : [];
  const of = all.length * replications + sought.length;
  for (let from = 0; from < replications; from += ROUND) {
    const to = Math.min(replications, from + ROUND);
    const open = all.filter(({ failed }) => failed === null);
    const answers = await evaluator.evaluate(
      'summary',
      open.map(({ variant }) => ({ variant, from, to })),
    );
    if (!answers) return report(true);
    for (const [i, one] of open.entries()) {
      const answer = answers[i]!;
      if (answer.ok) one.summaries.push(...answer.figures);
      else one.failed = answer.reason;
    }
    onProgress(all.length * to, of, () => report(false));
  }
  for (const [i, one] of sought.entries()) {
    if (one.failed !== null) continue;
    const plan = await planWindows(
      { ...request.windows!, base: one.variant, promise, judging },
      evaluator,
    );
    if (plan.ending === 'stopped') return report(true);
    windows.set(one, plan.recommended === null ? null : plan.candidates[plan.recommended]!.windows);
    onProgress(all.length * replications + i + 1, of, () => report(false));
  }
  return report(false);
}

function standingOf(promise: ServicePromise, { summaries, failed }: Point): Standing {
  if (failed !== null) return 'failed';
  if (summaries.length === 0) return 'unclear';
  const { calledWithinShare, abandonedShare } = outlookOf(promise, summaries).measures;
  const sides = [sideOf(calledWithinShare, promise.share, 1)];
  if (promise.mostAbandoned !== null) sides.push(sideOf(abandonedShare, promise.mostAbandoned, -1));
  if (sides.includes('breaks')) return 'breaks';
  return sides.includes('unclear') ? 'unclear' : 'keeps';
}

function sideOf({ mean, ci95 }: Measure, threshold: number, sense: 1 | -1): Standing {
  // Nobody had to wait at all.
  if (mean === null) return 'keeps';
  const [low, high] = ci95 ?? [mean, mean];
  const [worst, best] = sense === 1 ? [low, high] : [high, low];
  if (sense * (worst - threshold) >= 0) return 'keeps';
  return sense * (best - threshold) < 0 ? 'breaks' : 'unclear';
}

/** How far apart the two ends are in the share called in time. */
function swingOf([low, high]: readonly [Shaken, Shaken]): number {
  const share = ({ outlook }: Shaken) => outlook?.measures.calledWithinShare.mean ?? null;
  const [a, b] = [share(low), share(high)];
  // What can't be run, or moves nobody's wait, says nothing.
  return a === null || b === null ? -1 : Math.abs(b - a);
}
