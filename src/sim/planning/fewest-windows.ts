import { PRODUCT } from '../../scenarios/product';
import type { Evaluator, Variant } from '../experiments/evaluator';
import { BestSelection } from '../selection/best';
import { acceptingWindows, type Design, designsOf } from './design';
import { outlookDifference, outlookOf } from './outlook';
import { checkPromise, underPromise } from './promise';
import {
  checkBudget,
  type Ending,
  isPromising,
  type Screened,
  Screening,
  shareSoFar,
  verdictOf,
} from './screening';
import {
  INDIFFERENT_WAIT_S,
  PROCEDURE,
  type SearchProgress,
  type WindowsPlan,
  type WindowsRequest,
} from './windows-plan';

const FIRST_STAGE = 16;
const ROUND = 32;
/** Replications that what is reported rests on at least. */
const REPORTED = 100;

/**
 * The fewest windows that keep a promise.
 *
 * Half of the error is spent on which designs keep the promise, half on which organisation is best
 * among those with the fewest windows (by mean wait): with the asked confidence both are right,
 * the promise up to the tolerance and the wait up to half a minute.
 *
 * @throws RangeError if there is no design to try, or the promise can't be judged
 */
export async function planWindows(
  request: WindowsRequest,
  evaluator: Evaluator,
  onProgress: (progress: SearchProgress) => void = () => {},
): Promise<WindowsPlan> {
  const search = new WindowsSearch(request, evaluator);
  return search.run(onProgress);
}

const keeps = (one: Screened) => verdictOf(one) === 'feasible';

class WindowsSearch {
  private readonly designs: readonly Design[];
  private readonly screening: Screening;
  private readonly alpha: number;
  /** Until the end, as if it were stopped now. */
  private ending: Ending = 'stopped';
  private certain = true;
  private present: Screened | null;
  /** Design that the selection has found; null before, or if there was no choice. */
  private chosen: number | null = null;

  constructor(
    private readonly request: WindowsRequest,
    evaluator: Evaluator,
  ) {
    const { base, promise, judging } = request;
    checkPromise(promise, judging);
    const scenario = underPromise(base.scenario, promise);
    this.designs = designsOf(
      scenario,
      base.floorplan,
      request.organisations,
      request.from,
      request.to,
    );
    if (this.designs.length === 0)
      throw new RangeError(`no design with ${request.from} to ${request.to} windows`);
    checkBudget(request.mostReplications);
    this.alpha = 1 - judging.confidence;
    const variants = this.designs.map(
      (design): Variant => ({ ...base, scenario: design.scenario }),
    );
    const asIs = JSON.stringify(scenario.windows);
    const same = this.designs.findIndex((d) => JSON.stringify(d.scenario.windows) === asIs);
    this.screening = new Screening(variants, request, evaluator, this.alpha / 2);
    this.present =
      same >= 0
        ? this.screening.screened[same]!
        : new Screening([{ ...base, scenario }], request, evaluator, this.alpha).screened[0]!;
  }

  async run(onProgress: (progress: SearchProgress) => void): Promise<WindowsPlan> {
    const tell = () =>
      onProgress({
        judged: this.screening.screened.filter((one) => verdictOf(one) !== 'undecided').length,
        of: this.designs.length,
        replications: this.replications(),
        answer: () => this.answer(),
      });
    const promising = (one: Screened) => isPromising(one, this.request.mostReplications);
    // As many windows as are known to do, or more, need not be judged; more than look like doing
    // need not be judged yet.
    const matters = (one: Screened, i: number) => {
      const { windows } = this.designs[i]!;
      return windows < this.fewest() && windows <= this.fewest(promising) && one.failed === null;
    };
    const ending = await this.screening.run(matters, tell);
    if (ending === 'stopped' || !(await this.choose(tell)) || !(await this.confirm()))
      return this.answer();
    this.ending = ending;
    return this.answer();
  }

  /** The fewest windows that are known to keep the promise; Infinity if none do. */
  private fewest(those: (one: Screened) => boolean = keeps): number {
    return Math.min(
      Number.POSITIVE_INFINITY,
      ...this.indices(those).map((i) => this.designs[i]!.windows),
    );
  }

  private keeping(): number[] {
    return this.indices(keeps);
  }

  private indices(those: (one: Screened, i: number) => boolean): number[] {
    return this.screening.screened.flatMap((one, i) => (those(one, i) ? [i] : []));
  }

  /**
   * Which organisation, where several may do with equally few windows; false if stopped. What is
   * not judged yet is judged only if it is better than all that do (Andradóttir and Kim, Fully
   * sequential procedures for comparing constrained systems via simulation, Naval Research
   * Logistics 57, 2010).
   */
  private async choose(tell: () => void): Promise<boolean> {
    const fewest = this.fewest();
    if (fewest === Number.POSITIVE_INFINITY) return true;
    for (;;) {
      const rivals = this.indices((one, i) => {
        const verdict = verdictOf(one);
        return (
          this.designs[i]!.windows === fewest && verdict !== 'infeasible' && verdict !== 'failed'
        );
      });
      if (rivals.length === 0) return true;
      const best = await this.select(rivals, tell);
      if (best === null) {
        // Stopped, or none of them can be run: then there is another number of windows.
        if (rivals.every((i) => this.screening.screened[i]!.failed !== null)) continue;
        return false;
      }
      const ending = await this.screening.run((_, i) => i === best, tell);
      if (ending === 'stopped') return false;
      const verdict = verdictOf(this.screening.screened[best]!);
      if (verdict === 'infeasible' || verdict === 'failed') continue;
      if (verdict === 'undecided') this.certain = false;
      this.chosen = verdict === 'feasible' ? best : null;
      return true;
    }
  }

  /** The best of some designs by mean wait; null if stopped. */
  private async select(rivals: readonly number[], tell: () => void): Promise<number | null> {
    if (rivals.length < 2) return rivals[0] ?? null;
    const { screened } = this.screening;
    const selection = new BestSelection(rivals.length, {
      confidence: 1 - this.alpha / 2,
      indifference: INDIFFERENT_WAIT_S,
      firstStage: FIRST_STAGE,
      sense: 'lower',
    });
    for (let r = 0; selection.best === null && r < this.request.mostReplications; r++) {
      const open = selection.survivors.map((s) => screened[rivals[s]!]!);
      if (open.some((one) => one.summaries.length <= r)) {
        if (!(await this.screening.extend(open, (n) => Math.max(n, r + ROUND)))) return null;
        // Without the one that can't be run.
        if (open.some((one) => one.failed !== null))
          return this.select(
            rivals.filter((i) => screened[i]!.failed === null),
            tell,
          );
        tell();
      }
      // A day on which nobody is called has no wait.
      selection.add(rivals.map((i) => screened[i]!.summaries[r]?.all.waitMeanS ?? 0));
    }
    if (selection.best === null) this.certain = false;
    return rivals[selection.leader ?? 0]!;
  }

  /** More replications of what is reported; false if stopped. */
  private async confirm(): Promise<boolean> {
    const shown = [this.recommended() ?? this.best(), this.oneFewer()].flatMap((i) =>
      i === null ? [] : [this.screening.screened[i]!],
    );
    if (this.present) shown.push(this.present);
    return this.screening.extend([...new Set(shown)], (n) => Math.max(n, REPORTED));
  }

  private recommended(): number | null {
    if (this.chosen !== null) return this.chosen;
    const fewest = this.fewest();
    return this.keeping().find((i) => this.designs[i]!.windows === fewest) ?? null;
  }

  /** The one with the largest mean share called in time among some designs. */
  private nearest(some: readonly number[]): number | null {
    let best: number | null = null;
    let most = Number.NEGATIVE_INFINITY;
    for (const i of some) {
      const share = shareSoFar(this.screening.screened[i]!);
      if (share > most) {
        best = i;
        most = share;
      }
    }
    return best;
  }

  private best(): number | null {
    return this.recommended() ?? this.nearest(this.designs.map((_, i) => i));
  }

  private oneFewer(): number | null {
    const recommended = this.recommended();
    if (recommended === null) return null;
    const windows = this.designs[recommended]!.windows - 1;
    return this.nearest(
      this.designs.flatMap((design, i) => (design.windows === windows ? [i] : [])),
    );
  }

  /** Over all designs and the present hall. */
  private replications(): number {
    const runs = new Set([...this.screening.screened, ...(this.present ? [this.present] : [])]);
    let sum = 0;
    for (const { summaries } of runs) sum += summaries.length;
    return sum;
  }

  private answer(): WindowsPlan {
    const { base, promise, judging } = this.request;
    const { screened } = this.screening;
    const recommended = this.recommended();
    const fewer = this.oneFewer();
    const { present } = this;
    return {
      product: PRODUCT,
      scenario: base.scenario.id,
      floorplan: base.floorplan?.id ?? null,
      seed: base.seed,
      promise,
      judging,
      procedure: PROCEDURE,
      ending: this.ending,
      replications: this.replications(),
      candidates: this.designs.map(({ organisation, windows, groups }, i) => ({
        organisation,
        windows,
        groups,
        verdict: verdictOf(screened[i]!),
        failed: screened[i]!.failed,
        outlook:
          screened[i]!.summaries.length > 0 ? outlookOf(promise, screened[i]!.summaries) : null,
      })),
      recommended,
      certain: this.certain && this.ending === 'decided',
      best: this.best(),
      oneFewer:
        recommended !== null && fewer !== null
          ? {
              candidate: fewer,
              difference: outlookDifference(
                screened[fewer]!.summaries,
                screened[recommended]!.summaries,
              ),
            }
          : null,
      present:
        present && present.summaries.length > 0
          ? {
              windows: acceptingWindows(base.scenario),
              outlook: outlookOf(promise, present.summaries),
              difference:
                recommended === null
                  ? null
                  : outlookDifference(screened[recommended]!.summaries, present.summaries),
            }
          : null,
    };
  }
}
