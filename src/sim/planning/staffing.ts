import { PRODUCT } from '../../scenarios/product';
import type { Evaluator, Variant } from '../experiments/evaluator';
import type { Measure } from '../experiments/report';
import type { Verdict } from '../selection/feasibility';
import { meanWithInterval } from '../stats/confidence';
import type { CoverSolver } from './cover';
import { type Outlook, outlookDifference, outlookOf, type PlanMeasureId } from './outlook';
import { checkPromise, type Judging, type ServicePromise, underPromise } from './promise';
import {
  checkBudget,
  type Ending,
  isPromising,
  type Screened,
  Screening,
  shareSoFar,
  verdictOf,
} from './screening';
import type { ShiftPattern } from './shifts';
import { type Staffing, StaffingSpace } from './staffing-space';

/** What a manager asks: the cheapest staffing that keeps a promise. */
export interface StaffingRequest {
  readonly base: Variant;
  readonly promise: ServicePromise;
  readonly judging: Judging;
  /** Shifts that may be worked; absent: the usual ones. */
  readonly patterns?: readonly ShiftPattern[];
  /** Replications of one staffing at most. */
  readonly mostReplications: number;
}

export interface StaffingCandidate {
  readonly groups: readonly (readonly number[])[];
  /** Window hours a day, as planned. */
  readonly hours: number;
  readonly verdict: Verdict | 'failed';
  readonly failed: string | null;
  readonly outlook: Outlook | null;
}

/** The answer to a {@link StaffingRequest}. */
export interface StaffingPlan {
  readonly product: { readonly name: string; readonly version: string };
  readonly scenario: string;
  readonly floorplan: string | null;
  readonly seed: number;
  readonly promise: ServicePromise;
  readonly judging: Judging;
  readonly ending: Ending;
  readonly replications: number;
  readonly patterns: readonly (ShiftPattern & { readonly hours: number })[];
  readonly groups: readonly {
    readonly windows: readonly string[];
    readonly serves: readonly string[];
  }[];
  /** Every staffing that was tried, the cheapest first. */
  readonly candidates: readonly StaffingCandidate[];
  readonly recommended: number | null;
  /** Whether no staffing with one shift fewer or shorter was left undecided. */
  readonly certain: boolean;
  /** The one nearest to keeping the promise. */
  readonly best: number | null;
  /** Opening half hours, seconds since midnight, and windows staffed in each. */
  readonly halfHours: readonly {
    readonly fromS: number;
    readonly windows: number;
    readonly present: number;
    readonly load: number;
    /** Mean wait of those who come then, with the recommended staffing. */
    readonly waitMeanS: Measure;
  }[];
  readonly present: {
    readonly hours: number;
    readonly outlook: Outlook;
    readonly difference: Readonly<Record<PlanMeasureId, Measure>> | null;
  } | null;
}

/** Rounds of leaving shifts out. */
const ROUNDS = 6;
const REPORTED = 100;

/**
 * The cheapest staffing by half hour that keeps a promise.
 *
 * Candidates are shift covers of square-root staffing to the modified offered load, at several
 * qualities of service; the cheapest that keeps the promise is then improved by leaving out or
 * shortening one shift after another, until nothing cheaper nearby keeps it. Every verdict is
 * screened with its share of the error, so that with the asked confidence none is wrong.
 *
 * @param cover exact solver of shift covers
 * @throws RangeError if the day has no half hours (a continuous run), or the promise can't be judged
 */
export async function planStaffing(
  request: StaffingRequest,
  evaluator: Evaluator,
  cover: CoverSolver,
  onProgress: (judged: number, of: number, answer: () => StaffingPlan) => void = () => {},
): Promise<StaffingPlan> {
  return new StaffingSearch(request, evaluator, cover, onProgress).run();
}

const keeps = (one: Screened) => verdictOf(one) === 'feasible';

class StaffingSearch {
  private readonly space: StaffingSpace;
  private readonly alpha: number;
  private readonly tried = new Map<string, { staffing: Staffing; screened: Screened }>();
  private readonly present: Screened;
  /** Until the end, as if it were stopped now. */
  private ending: Ending = 'stopped';
  private certain = true;
  private waits: readonly Measure[] = [];

  constructor(
    private readonly request: StaffingRequest,
    private readonly evaluator: Evaluator,
    private readonly cover: CoverSolver,
    private readonly onProgress: (judged: number, of: number, answer: () => StaffingPlan) => void,
  ) {
    const { base, promise, judging } = request;
    checkPromise(promise, judging);
    checkBudget(request.mostReplications);
    if (base.scenario.horizon.kind === 'continuous')
      throw new RangeError('a continuous run has no half hours to staff');
    const scenario = underPromise(base.scenario, promise);
    this.alpha = 1 - judging.confidence;
    this.space = new StaffingSpace(scenario, request.patterns);
    this.present = new Screening([{ ...base, scenario }], request, evaluator, this.alpha)
      .screened[0]!;
  }

  async run(): Promise<StaffingPlan> {
    const ending = await this.search();
    if (ending === 'stopped' || !(await this.confirm())) return this.answer();
    this.ending = ending;
    return this.answer();
  }

  private async search(): Promise<Ending> {
    let ending = await this.screen(this.space.starts(this.cover), this.alpha / 2);
    let alpha = this.alpha / 4;
    for (let round = 0; ending === 'decided' && round < ROUNDS; round++, alpha /= 2) {
      const incumbent = this.recommended();
      if (!incumbent) return ending;
      const nearby = this.space.cheaperThan(incumbent.staffing);
      if (nearby.length === 0) return ending;
      ending = await this.screen(nearby, alpha);
      if (this.recommended() === incumbent) return ending;
      // More may be left to improve than there were rounds for.
      if (round === ROUNDS - 1) this.certain = false;
    }
    return ending;
  }

  /** Judges staffings until nothing cheaper than the cheapest that keeps the promise is open. */
  private async screen(staffings: readonly Staffing[], alpha: number): Promise<Ending> {
    const fresh = staffings.filter((s) => !this.tried.has(JSON.stringify(s)));
    if (fresh.length === 0) return 'decided';
    const { base } = this.request;
    const screening = new Screening(
      fresh.map((staffing): Variant => ({ ...base, scenario: this.space.staffed(staffing)! })),
      this.request,
      this.evaluator,
      alpha,
    );
    for (const [i, staffing] of fresh.entries())
      this.tried.set(JSON.stringify(staffing), { staffing, screened: screening.screened[i]! });
    return screening.run(
      (_, i) => {
        const hours = this.space.hoursOf(fresh[i]!);
        const promising = (one: Screened) => isPromising(one, this.request.mostReplications);
        return hours < this.fewestHours() && hours <= this.fewestHours(promising);
      },
      () => this.tell(),
    );
  }

  private tell(): void {
    let judged = 0;
    for (const { screened } of this.tried.values())
      if (verdictOf(screened) !== 'undecided') judged++;
    this.onProgress(judged, this.tried.size, () => this.answer());
  }

  private fewestHours(those: (one: Screened) => boolean = keeps): number {
    let fewest = Number.POSITIVE_INFINITY;
    for (const { staffing, screened } of this.tried.values())
      if (those(screened)) fewest = Math.min(fewest, this.space.hoursOf(staffing));
    return fewest;
  }

  /** The cheapest that is known to keep the promise. */
  private recommended() {
    let best: { staffing: Staffing; screened: Screened } | null = null;
    for (const one of this.tried.values())
      if (
        keeps(one.screened) &&
        (!best || this.space.hoursOf(one.staffing) < this.space.hoursOf(best.staffing))
      )
        best = one;
    return best;
  }

  /** More replications of what is reported, and waits by half hour; false if stopped. */
  private async confirm(): Promise<boolean> {
    const shown = this.recommended()?.screened ?? this.best()?.screened;
    const both = shown ? [shown, this.present] : [this.present];
    const screening = new Screening([], this.request, this.evaluator, this.alpha, 1);
    if (!(await screening.extend(both, (n) => Math.max(n, REPORTED)))) return false;
    if (!shown || shown.failed !== null) return true;
    const answers = await this.evaluator.evaluate('full', [
      { variant: shown.variant, from: 0, to: REPORTED },
    ]);
    if (!answers) return false;
    const [answer] = answers;
    if (!answer?.ok) return true;
    const edges = answer.figures[0]?.edgesS ?? [];
    this.waits = this.space.halfHours.map(({ fromS }) => {
      const bin = edges.findLastIndex((edge) => edge <= fromS);
      return meanWithInterval(
        bin < 0 ? [] : answer.figures.map(({ waitMeanS }) => waitMeanS[bin] ?? null),
        [0, Number.POSITIVE_INFINITY],
      );
    });
    return true;
  }

  private best() {
    let best: { staffing: Staffing; screened: Screened } | null = null;
    for (const one of this.tried.values()) {
      const share = shareSoFar(one.screened);
      if (share > (best ? shareSoFar(best.screened) : Number.NEGATIVE_INFINITY)) best = one;
    }
    return best;
  }

  private answer(): StaffingPlan {
    const { base, promise, judging } = this.request;
    const tried = [...this.tried.values()].sort(
      (a, b) => this.space.hoursOf(a.staffing) - this.space.hoursOf(b.staffing),
    );
    const recommended = this.recommended();
    const best = recommended ?? this.best();
    const indexOf = (one: typeof best) => {
      const index = one ? tried.indexOf(one) : -1;
      return index < 0 ? null : index;
    };
    const { present } = this;
    return {
      product: PRODUCT,
      scenario: base.scenario.id,
      floorplan: base.floorplan?.id ?? null,
      seed: base.seed,
      promise,
      judging,
      ending: this.ending,
      replications:
        tried.reduce((sum, { screened }) => sum + screened.summaries.length, 0) +
        present.summaries.length,
      patterns: this.space.patterns.map((pattern, p) => ({
        ...pattern,
        hours: this.space.hours[p]!,
      })),
      groups: this.space.groups.map(({ windows, serves }) => ({
        windows: windows.map((w) => w.id),
        serves,
      })),
      candidates: tried.map(({ staffing, screened }) => ({
        groups: staffing,
        hours: this.space.hoursOf(staffing),
        verdict: verdictOf(screened),
        failed: screened.failed,
        outlook: screened.summaries.length > 0 ? outlookOf(promise, screened.summaries) : null,
      })),
      recommended: indexOf(recommended),
      certain: this.certain && this.ending === 'decided',
      best: indexOf(best),
      halfHours: this.space.halfHours.map(({ fromS }, t) => ({
        fromS,
        windows: best ? this.space.windowsAt(best.staffing, t) : 0,
        present: this.space.presentAt(t),
        load: this.space.loadAt(t),
        waitMeanS: this.waits[t] ?? { mean: null, ci95: null, n: 0 },
      })),
      present:
        present.summaries.length > 0
          ? {
              hours: this.space.presentHours(),
              outlook: outlookOf(promise, present.summaries),
              difference: recommended
                ? outlookDifference(recommended.screened.summaries, present.summaries)
                : null,
            }
          : null,
    };
  }
}
