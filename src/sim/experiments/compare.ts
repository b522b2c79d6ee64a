import { PRODUCT } from '../../scenarios/product';
import type { LocalText } from '../../scenarios/text';
import { meanWithInterval, UNLIMITED } from '../stats/confidence';
import {
  type HallFigures,
  type ReplicationFigures,
  WAIT_PROBABILITIES,
} from '../stats/hall-statistics';
import type { Evaluator, Variant as Subject } from './evaluator';
import {
  AMOUNT,
  HALL_MEASURE_IDS,
  type HallMeasures,
  limitsOf,
  MEASURE_IDS,
  type Measure,
  SHARE,
} from './report';
import { mayStop, type Stopping, type StoppingRule } from './stopping';

/** What of a variant is drawn. */
export interface VariantCurves {
  /** Start of each interval, seconds since midnight; the last entry is the end of the last. */
  readonly edgesS: readonly number[];
  readonly waitMeanS: readonly Measure[];
  readonly queueMean: readonly Measure[];
  readonly peopleMean: readonly Measure[];
  /** Quantiles of the wait of a day, at `WAIT_PROBABILITIES`. */
  readonly waitQuantilesS: readonly { readonly p: number; readonly waitS: Measure }[];
  /** Share of its open time that a window serves, by window id. */
  readonly utilisation: Readonly<Record<string, Measure>>;
}

/** One of the scenarios compared. */
export interface Variant {
  readonly scenario: string;
  readonly name: LocalText;
  readonly floorplan: string | null;
  /** Why it could not be run; null as a rule. Its measures are then empty. */
  readonly failed: string | null;
  /** Replications that were stopped because the hall filled without end. */
  readonly stopped: number;
  readonly measures: HallMeasures;
  /**
   * This one less the first, replication by replication; null for the first. The intervals of one
   * measure hold for all variants at once with 95 %.
   */
  readonly difference: HallMeasures | null;
  readonly curves: VariantCurves;
}

/** Scenarios on the same visitors. */
export interface ComparisonReport {
  readonly product: { readonly name: string; readonly version: string };
  readonly seed: number;
  readonly replications: number;
  readonly variants: readonly Variant[];
}

/** A comparison, and why it ended where it did. */
export interface FinishedComparison extends ComparisonReport {
  readonly stopping: Stopping;
}

/** What compareRuns has to know of a variant. */
interface Compared {
  readonly scenario: Subject['scenario'];
  readonly floorplan: string | null;
}

/**
 * Means and paired differences to the first variant.
 *
 * Replication r of every variant has the same visitors (common random numbers), so the differences
 * are taken pair by pair, and the interval is Student's of their mean, widened for the number of
 * variants (Bonferroni). A pair in which one side cannot say is left out. Source: Law, Simulation
 * Modeling and Analysis (5th ed.), 10.2.1 and 10.3.1.
 *
 * @param runs figures of every variant, replications in the same order; RangeError if they are not
 * equally many. A variant that could not be run has its reason instead.
 */
export function compareRuns(
  compared: readonly Compared[],
  seed: number,
  runs: readonly (readonly ReplicationFigures[] | string)[],
): ComparisonReport {
  const good = runs.filter((run) => typeof run !== 'string');
  const replications = good[0]?.length ?? 0;
  if (good.some((run) => run.length !== replications))
    throw new RangeError('variants have different numbers of replications');
  const figures = runs.map((run) => (typeof run === 'string' ? [] : run));
  const first = figures[0] ?? [];
  return {
    product: PRODUCT,
    seed,
    replications,
    variants: figures.map((run, i) => ({
      scenario: compared[i]!.scenario.id,
      name: compared[i]!.scenario.name,
      floorplan: compared[i]!.floorplan,
      failed: typeof runs[i] === 'string' ? runs[i] : null,
      stopped: run.filter(({ stopped }) => stopped).length,
      measures: byMeasure((id) =>
        meanWithInterval(
          run.map((r) => r.all[id]),
          limitsOf(id),
        ),
      ),
      difference:
        i === 0
          ? null
          : byMeasure((id) =>
              meanWithInterval(
                run.map((r, n) => less(r.all[id], first[n]?.all[id] ?? null)),
                UNLIMITED,
                runs.length - 1,
              ),
            ),
      curves: curvesOf(compared[i]!.scenario, run),
    })),
  };
}

/** How far a comparison is. */
export interface ComparisonProgress {
  /** Replications of every variant so far. */
  readonly done: number;
  /** How many are expected to be needed. */
  readonly of: number;
  readonly report: ComparisonReport;
  /** How near the stopping rule is. */
  readonly stopping: Stopping;
}

/** Replications of every variant before the first look, and at least between two. */
const ROUND = 16;
/** Later looks come after this part of what has been done: each costs as much as there is. */
const PART = 1 / 4;

/**
 * Runs scenarios on the same visitors and compares them, until the rule says that it is enough. A
 * variant that can't be run is named and the others go on.
 *
 * @param subjects with the same seed
 * @param onProgress hears after every round
 */
export async function compare(
  subjects: readonly Subject[],
  rule: StoppingRule,
  evaluator: Evaluator,
  onProgress: (progress: ComparisonProgress) => void = () => {},
): Promise<FinishedComparison> {
  const compared = subjects.map(({ scenario, floorplan }) => ({
    scenario,
    floorplan: floorplan?.id ?? null,
  }));
  const seed = subjects[0]?.seed ?? 0;
  const runs = subjects.map((): ReplicationFigures[] | string => []);
  for (let done = 0; ; ) {
    const report = compareRuns(compared, seed, runs);
    const stopping = mayStop(rule, report);
    if (done > 0) onProgress({ done, of: stopping.expected, report, stopping });
    if (stopping.reason !== 'goingOn') return { ...report, stopping };
    const round = Math.max(ROUND, Math.ceil((done * PART) / ROUND) * ROUND);
    const to = Math.min(done + round, rule.most);
    const open = subjects.flatMap((variant, i) =>
      typeof runs[i] === 'string' ? [] : [{ variant, i }],
    );
    if (open.length === 0) return { ...report, stopping: { ...stopping, reason: 'failed' } };
    const answers = await evaluator.evaluate(
      'full',
      open.map(({ variant }) => ({ variant, from: done, to })),
    );
    if (!answers) return { ...report, stopping: { ...stopping, reason: 'stopped' } };
    for (const [k, { i }] of open.entries()) {
      const answer = answers[k]!;
      if (answer.ok) (runs[i] as ReplicationFigures[]).push(...answer.figures);
      else runs[i] = answer.reason;
    }
    done = to;
  }
}

type Id = keyof HallMeasures & keyof HallFigures;

function byMeasure(of: (id: Id) => Measure): HallMeasures {
  const ids = [...MEASURE_IDS, ...HALL_MEASURE_IDS];
  return Object.fromEntries(ids.map((id) => [id, of(id)])) as unknown as HallMeasures;
}

function less(value: number | null, from: number | null): number | null {
  return value === null || from === null ? null : value - from;
}

function curvesOf(
  scenario: Subject['scenario'],
  run: readonly ReplicationFigures[],
): VariantCurves {
  const edgesS = run[0]?.edgesS ?? [];
  const bins = edgesS.slice(1).map((_, i) => i);
  const amounts = (of: (one: ReplicationFigures) => number | null) =>
    meanWithInterval(run.map(of), AMOUNT);
  return {
    edgesS,
    waitMeanS: bins.map((b) => amounts((r) => r.waitMeanS[b]!)),
    queueMean: bins.map((b) => amounts((r) => r.queueMean[b]!)),
    peopleMean: bins.map((b) => amounts((r) => r.peopleMean[b]!)),
    waitQuantilesS: WAIT_PROBABILITIES.map((p, i) => ({
      p,
      waitS: amounts((r) => r.waitQuantilesS[i] ?? null),
    })),
    utilisation: Object.fromEntries(
      scenario.windows.map((w, i) => [
        w.id,
        meanWithInterval(
          run.map((r) => r.utilisation[i]!),
          SHARE,
        ),
      ]),
    ),
  };
}
