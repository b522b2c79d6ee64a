import type { AssumptionId } from '../../scenarios/assumptions';
import type { PRODUCT } from '../../scenarios/product';
import type { LocalText } from '../../scenarios/text';
import type {
  Answer,
  Ask,
  Detail,
  Evaluator,
  FiguresOf,
  Summary,
  Variant,
} from '../experiments/evaluator';
import type { Measure } from '../experiments/report';
import type { Verdict } from '../selection/feasibility';
import { meanWithInterval } from '../stats/confidence';
import { acceptingWindows, designsOf, type Organisation } from './design';
import { planWindows } from './fewest-windows';
import { type Outlook, outlookOf } from './outlook';
import { type Judging, type ServicePromise, underPromise } from './promise';
import { type Ending, Screening, verdictOf } from './screening';
import type { WindowsRequest } from './windows-plan';

/** One hall under the circumstances of one group, as it is. */
export interface PresentHall {
  readonly windows: number;
  readonly outlook: Outlook;
  /** Whether the promise is kept, judged alone with the asked confidence. */
  readonly verdict: Verdict;
  /** Visitors a day who are not called within the promised wait. */
  readonly lateADay: Measure;
}

/** A design as the table of plans shows it. */
export interface ShownDesign {
  readonly organisation: Organisation;
  readonly windows: number;
  readonly groups: readonly number[];
  readonly outlook: Outlook;
}

/** What the designs of a group come to for one hall. */
export interface HallNeeds {
  /** The fewest windows that keep the promise; null if no design is known to. */
  readonly recommended: ShownDesign | null;
  /** The recommended, or else the nearest to the promise; null if none could be run. */
  readonly shown: ShownDesign | null;
  /** Of the best with one window fewer than recommended. */
  readonly oneFewer: ShownDesign | null;
  /** Whether all of it is decided with the asked confidence, and not only so far. */
  readonly sure: boolean;
  readonly ending: Ending;
  /** Designs that could not be judged in the runs that there are. */
  readonly undecided: number;
}

/** A row of the tables: a hall under the circumstances of a group. */
export type ProvinceRow = {
  /** By their places in the sweep. */
  readonly hall: number;
  readonly group: number;
} & (
  | {
      readonly ok: true;
      readonly present: PresentHall;
      /** null: no designs were asked for. */
      readonly needs: HallNeeds | null;
    }
  | { readonly ok: false; readonly reason: string }
);

/** Runs that are there, by what distinguishes designs. */
export interface KnownRuns {
  of(variant: Variant): Answer<Summary>;
}

/** Answers from runs that are there already. */
function evaluatorOf(known: KnownRuns): Evaluator {
  return {
    async evaluate<D extends Detail>(_: D, asks: readonly Ask[]) {
      return asks.map(({ variant, from, to }) => {
        const answer = known.of(variant);
        if (!answer.ok) return answer;
        // Who plans asks for summaries alone.
        return { ok: true as const, figures: answer.figures.slice(from, to) as FiguresOf<D>[] };
      });
    },
  };
}

/** Days of a run that are measured. */
function daysOf({ scenario: { horizon } }: Variant): number {
  return horizon.kind === 'days' ? horizon.workingDays : 1;
}

/**
 * A hall as it is: what is to be expected, whether it keeps the promise, and how many visitors a day
 * it lets down.
 *
 * @param base under the promise
 * @throws RangeError if it could not be run
 */
export async function presentHall(
  base: Variant,
  rules: Omit<WindowsRequest, 'base' | 'from' | 'to' | 'organisations'>,
  known: KnownRuns,
): Promise<PresentHall> {
  const answer = known.of(base);
  if (!answer.ok) throw new RangeError(answer.reason);
  const screening = new Screening([base], rules, evaluatorOf(known), 1 - rules.judging.confidence);
  await screening.run();
  const verdict = verdictOf(screening.screened[0]!);
  return {
    windows: acceptingWindows(base.scenario),
    outlook: outlookOf(rules.promise, answer.figures),
    verdict: verdict === 'failed' ? 'undecided' : verdict,
    lateADay: meanWithInterval(
      answer.figures.map(
        ({ all }) => (all.arrived * (1 - (all.calledWithinShare ?? 1))) / daysOf(base),
      ),
      [0, Number.POSITIVE_INFINITY],
    ),
  };
}

/**
 * The fewest windows, by the planner's own procedure on runs that are there: the same answer as
 * planning the hall alone, as far as so many runs can tell.
 *
 * @throws RangeError if there is no design to try, or the promise can't be judged
 */
export async function hallNeeds(request: WindowsRequest, known: KnownRuns): Promise<HallNeeds> {
  const plan = await planWindows(request, evaluatorOf(known));
  const { base, promise, organisations, from, to } = request;
  const scenario = underPromise(base.scenario, promise);
  // As the planner lists them.
  const designs = designsOf(scenario, base.floorplan, organisations, from, to);
  const shownOf = (i: number | null): ShownDesign | null => {
    if (i === null) return null;
    const { organisation, windows, groups, scenario: built } = designs[i]!;
    const answer = known.of({ ...base, scenario: built });
    if (!answer.ok) return null;
    return { organisation, windows, groups, outlook: outlookOf(promise, answer.figures) };
  };
  const fewest =
    plan.recommended === null
      ? Number.POSITIVE_INFINITY
      : plan.candidates[plan.recommended]!.windows;
  const undecided = plan.candidates.filter(
    ({ verdict, windows }) => verdict === 'undecided' && windows < fewest,
  ).length;
  return {
    recommended: shownOf(plan.recommended),
    shown: shownOf(plan.recommended ?? plan.best),
    oneFewer: shownOf(plan.oneFewer?.candidate ?? null),
    sure: plan.certain && undecided === 0,
    ending: plan.ending,
    undecided,
  };
}

/** What the tables say of a hall. */
export interface ProvinceHall {
  readonly id: string;
  readonly name: LocalText;
  readonly areaM2: number | null;
  readonly residents: number | null;
  /** Id; null: walking takes no time. */
  readonly floorplan: string | null;
}

/** The circumstances of a group, as the tables name them. */
export interface ProvinceGroup {
  /** Id of the floor plan that all halls are in; `own`: each in its own; null: none. */
  readonly layout: string | null;
  readonly assumptions: readonly (readonly [AssumptionId, number])[];
}

/** The answer to a sweep over many halls. */
export interface ProvinceAnswer {
  readonly product: typeof PRODUCT;
  readonly sweep: string;
  readonly seed: number;
  readonly replications: number;
  readonly promise: ServicePromise;
  readonly judging: Judging;
  readonly halls: readonly ProvinceHall[];
  readonly groups: readonly ProvinceGroup[];
  /** Of all halls that are finished, in their order, and of each the groups in theirs. */
  readonly rows: readonly ProvinceRow[];
  /** Halls of which pieces are missing: they have no rows. */
  readonly missing: number;
}

/** A hall's place among those in need, from 1. */
export interface Ranked {
  readonly rank: number;
  readonly row: ProvinceRow & { readonly ok: true };
}

const STANDING: Readonly<Record<Verdict, number>> = { infeasible: 0, undecided: 1, feasible: 2 };

/**
 * The halls most in need first, as they are and under the circumstances of the first group: those
 * that break the promise before those of which it is open and those that keep it, and among equals
 * the one that lets most visitors a day down. Halls that could not be run have no place.
 */
export function mostInNeed(rows: readonly ProvinceRow[]): readonly Ranked[] {
  return rows
    .flatMap((row) => (row.ok && row.group === 0 ? [row] : []))
    .sort(
      (a, b) =>
        STANDING[a.present.verdict] - STANDING[b.present.verdict] ||
        (b.present.lateADay.mean ?? 0) - (a.present.lateADay.mean ?? 0) ||
        a.hall - b.hall,
    )
    .map((row, i) => ({ rank: i + 1, row }));
}
