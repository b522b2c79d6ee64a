import type { Evaluator, Summary, Variant } from '../experiments/evaluator';
import {
  type Constraint,
  errorPerCheck,
  FeasibilityCheck,
  type Verdict,
} from '../selection/feasibility';
import { constraintsOf, type Judging, observationsOf, type ServicePromise } from './promise';

/** Replications after which what is hopeless may be left alone. */
const FIRST_STAGE = 16;
/**
 * Replications before a promise is called kept: where it is broken by rare bad days alone, twenty
 * days may hold none of them and look far too steady.
 */
const THOROUGH = 48;
/** Replications asked of every variant in a later round: work for several threads, few to spare. */
const ROUND = 16;
/** So few variants get four times as many, or most threads would stand idle. */
const FEW = 2;
/**
 * Wider tolerances that are tried beside the asked one, so that what is far below the promise is
 * seen to be so at once.
 */
const COARSE = [0.03, 0.1];

/** A variant and what has been found of it. */
export interface Screened {
  readonly variant: Variant;
  readonly constraints: readonly Constraint[];
  /** Replications worked out, from the first. */
  readonly summaries: Summary[];
  /** Call it infeasible early, or say nothing. */
  readonly coarse: readonly FeasibilityCheck[];
  /** Calls it feasible or infeasible, to the asked tolerance. */
  readonly thorough: FeasibilityCheck;
  /** Why it could not be run; null as a rule. */
  failed: string | null;
}

export function verdictOf({ coarse, thorough, failed }: Screened): Verdict | 'failed' {
  if (failed !== null) return 'failed';
  return coarse.some(({ verdict }) => verdict === 'infeasible') ? 'infeasible' : thorough.verdict;
}

/**
 * Whether it looks like keeping the promise and may yet be found to, so that what is worse need not
 * be looked at for now.
 */
export function isPromising(one: Screened, mostReplications: number): boolean {
  const verdict = verdictOf(one);
  if (verdict !== 'undecided') return verdict === 'feasible';
  if (one.summaries.length >= mostReplications) return false;
  return one.summaries.length > 0 && one.constraints.every(isMet, one.thorough.means);
}

function isMet(this: readonly number[], { sense, threshold }: Constraint, i: number): boolean {
  return sense === 'atLeast' ? this[i]! >= threshold : this[i]! <= threshold;
}

/** Mean share called in time so far; −∞ before the first replication, or if it can't be run. */
export function shareSoFar({ summaries, failed }: Screened): number {
  if (failed !== null || summaries.length === 0) return Number.NEGATIVE_INFINITY;
  return (
    summaries.reduce((sum, { all }) => sum + (all.calledWithinShare ?? 1), 0) / summaries.length
  );
}

/** RangeError if so few replications can never show that a promise is kept. */
export function checkBudget(mostReplications: number): void {
  if (!(mostReplications >= THOROUGH))
    throw new RangeError(`${mostReplications} replications are fewer than ${THOROUGH}`);
}

/** How a screening ended: everything asked for was judged, the budget is spent, or it was stopped. */
export type Ending = 'decided' | 'budget' | 'stopped';

export interface ScreeningRules {
  readonly promise: ServicePromise;
  readonly judging: Judging;
  /** Replications of one variant at most; what is then undecided stays so. */
  readonly mostReplications: number;
}

/**
 * Which variants keep a promise. Fully sequential (Batur and Kim): what clearly does or clearly
 * does not is left alone after the first stage. All meet the same visitors.
 */
export class Screening {
  readonly screened: readonly Screened[];

  /**
   * @param alpha probability of any wrong verdict among `variants` and `others` more that share it
   */
  constructor(
    variants: readonly Variant[],
    private readonly rules: ScreeningRules,
    private readonly evaluator: Evaluator,
    alpha: number,
    others = 0,
  ) {
    const constraints = constraintsOf(rules.promise, rules.judging);
    const { tolerance } = rules.judging;
    const wider = COARSE.filter((width) => width > tolerance);
    // Each variant is checked several times, and every check may err.
    const checks = (1 + wider.length) * (variants.length + others);
    const error = errorPerCheck(alpha, checks, constraints.length);
    this.screened = variants.map((variant) => ({
      variant,
      constraints,
      summaries: [],
      coarse: wider.map(
        (width) =>
          new FeasibilityCheck(relaxed(constraints, width), {
            firstStage: FIRST_STAGE,
            errorPerCheck: error,
          }),
      ),
      thorough: new FeasibilityCheck(constraints, {
        firstStage: THOROUGH,
        errorPerCheck: error,
      }),
      failed: null,
    }));
  }

  /**
   * Screens until nothing that matters is undecided.
   *
   * @param matters asked before every round, of what is undecided
   * @param onRound hears after every round
   */
  async run(
    matters: (one: Screened, index: number) => boolean = () => true,
    onRound: () => void = () => {},
  ): Promise<Ending> {
    for (;;) {
      const undecided = this.screened.filter(
        (one, i) => verdictOf(one) === 'undecided' && matters(one, i),
      );
      if (undecided.length === 0) return 'decided';
      const asked = undecided.filter(
        ({ summaries }) => summaries.length < this.rules.mostReplications,
      );
      if (asked.length === 0) return 'budget';
      const round = asked.length > FEW ? ROUND : 4 * ROUND;
      if (!(await this.extend(asked, (n) => (n < THOROUGH ? n + ROUND : n + round))))
        return 'stopped';
      onRound();
    }
  }

  /**
   * Brings variants to a number of replications, those that have more stay.
   *
   * @param to given how many there are
   * @returns false if stopped: then nothing is added
   */
  async extend(some: readonly Screened[], to: (have: number) => number): Promise<boolean> {
    const asks = some.flatMap((one) => {
      const from = one.summaries.length;
      const until = Math.min(to(from), Math.max(from, this.rules.mostReplications));
      return until > from && one.failed === null ? [{ one, from, to: until }] : [];
    });
    const answers = await this.evaluator.evaluate(
      'summary',
      asks.map(({ one, from, to: until }) => ({ variant: one.variant, from, to: until })),
    );
    if (!answers) return false;
    for (const [i, { one }] of asks.entries()) {
      const answer = answers[i]!;
      if (!answer.ok) {
        one.failed = answer.reason;
        continue;
      }
      for (const summary of answer.figures) {
        one.summaries.push(summary);
        const observed = observationsOf(this.rules.promise, summary);
        for (const check of one.coarse) check.add(observed);
        one.thorough.add(observed);
      }
    }
    return true;
  }
}

/**
 * Constraints that only what is clearly worse than the given ones breaks: who keeps the given ones
 * exactly lies a whole tolerance on the right side of these, and is called infeasible with the
 * probability of an error at most.
 * Several tolerances side by side are the idea of Indifference-Zone Relaxation Procedures for
 * Finding Feasible Systems, arXiv 2509.04514 (2025).
 */
function relaxed(constraints: readonly Constraint[], width: number): Constraint[] {
  return constraints.map(({ sense, threshold }) => ({
    sense,
    threshold: sense === 'atLeast' ? threshold - width : threshold + width,
    tolerance: width,
  }));
}
