import { type HallState, momentOf, momentToS } from '../../scenarios/hall-state';
import { onDate } from '../../scenarios/on-date';
import { PRODUCT } from '../../scenarios/product';
import { type Ask, type Evaluator, NotRun, type Variant } from '../experiments/evaluator';
import type { Measure } from '../experiments/report';
import { compileHall } from '../hall/model';
import { type PresentNote, takeUp } from '../hall/present-hall';
import { type ServicePromise, underPromise } from '../planning/promise';
import { meanWithInterval } from '../stats/confidence';
import { quantiles } from '../stats/quantile';
import { type WaitFigures, waitEdgesS } from '../stats/wait-log';
import { type Group, groupsOf, withExtras } from './extra-windows';
import { type DayFan, fanOf } from './fan';

/** A hall as it is, and what is asked of the rest of the day. */
export interface NowRequest {
  /** Its scenario may be that of any day: the state's date, or `date`, makes it the day's. */
  readonly base: Variant;
  readonly state: HallState;
  /** The day, where the state names none; without either the scenario's own day. */
  readonly date?: string | undefined;
  readonly promise: ServicePromise;
  /** Futures of the fan. */
  readonly replications: number;
}

/** What somebody who takes a ticket now should be told. */
export interface NewcomerWait {
  readonly class: string;
  readonly medianS: number | null;
  readonly p90S: number | null;
  /** Futures in which they are not called any more today. */
  readonly notTodayShare: number;
}

/** What opening or closing a window now does, against leaving all as it is, on the same futures. */
export interface NowEffect {
  readonly kind: 'open' | 'close';
  /** The window; of one that would have to be added, the one that it is like. */
  readonly window: string;
  /** Every window of the kind is open: another place is needed. */
  readonly added: boolean;
  readonly serves: readonly string[];
  /** Differences: mean wait of all who wait now or come later, and of a newcomer of its classes. */
  readonly waitMeanS: Measure;
  readonly newcomerS: Measure;
  /** Difference of the share called in time. */
  readonly share: Measure;
  /** Difference of the time at which nobody waits for the first time, s. */
  readonly emptyS: Measure;
}

/** The rest of a day, from a hall as it is. */
export interface NowForecast {
  readonly product: { readonly name: string; readonly version: string };
  readonly scenario: string;
  readonly seed: number;
  readonly at: string;
  readonly promise: ServicePromise;
  /** People waiting now. */
  readonly waiting: number;
  readonly fan: DayFan;
  readonly newcomers: readonly NewcomerWait[];
  /** When nobody waits for the first time, s since midnight; null where that does not come today. */
  readonly empty: {
    readonly medianS: number | null;
    readonly p90S: number | null;
    readonly notTodayShare: number;
  };
  /** The windows that help most first; [] until they have been worked out. */
  readonly effects: readonly NowEffect[];
  /** Futures that effects were tried on. */
  readonly tried: number;
  readonly notes: readonly PresentNote[];
  readonly complete: boolean;
}

const TRIED = 400;

/** A future in which something does not come today counts as later than all others. */
const NEVER = 1e9;

/**
 * The rest of the day from a hall as it is: what waits are to be expected, what a newcomer should
 * be told, when nobody will be waiting, and what a window more or less would do.
 *
 * @throws InputError if the hall is closed on the day
 */
export async function forecastNow(
  request: NowRequest,
  evaluator: Evaluator,
  onProgress: (answer: NowForecast) => void = () => {},
): Promise<NowForecast> {
  const { base, state, promise, replications } = request;
  const date = state.date ?? request.date;
  const day = date === undefined ? base.scenario : onDate(base.scenario, { date });
  const variant: Variant = { ...base, scenario: underPromise(day, promise), state };
  const { model, present } = takeUp(compileHall(variant.scenario, null), state);
  const edgesS = waitEdgesS(model);
  const evaluate = async (variants: readonly Variant[], to: number) => {
    const asks = variants.map((one): Ask => ({ variant: one, from: 0, to }));
    const answers = await evaluator.evaluate('waits', asks);
    return answers?.map((answer) => {
      if (!answer.ok) throw new NotRun(answer.reason);
      return answer.figures;
    });
  };
  const answerOf = (figures: readonly WaitFigures[]): NowForecast => ({
    product: PRODUCT,
    scenario: base.scenario.id,
    seed: base.seed,
    at: state.at,
    promise,
    waiting: present.waiting.length,
    fan: fanOf(figures, edgesS, promise),
    newcomers: model.classes.map((c, i) => ({
      class: c.id,
      ...timesOf(figures.map((f) => f.newcomerS[i]!)),
    })),
    empty: timesOf(figures.map((f) => f.emptyAtS)),
    effects: [],
    tried: 0,
    notes: present.notes,
    complete: false,
  });
  const first = await evaluate([variant], replications);
  if (!first) return answerOf([]);
  const figures = first[0]!;
  const soFar = answerOf(figures);
  onProgress(soFar);
  const changes = changesOf(variant, state);
  const tried = Math.min(TRIED, replications);
  const results = await evaluate(
    changes.map((change) => change.variant),
    tried,
  );
  if (!results) return soFar;
  const classes = model.classes.map(({ id }) => id);
  const effects = changes.map(({ variant: _, ...change }, i): NowEffect => {
    const paired = (of: (f: WaitFigures) => number) =>
      meanWithInterval(
        results[i]!.map((f, r) => {
          const difference = of(f) - of(figures[r]!);
          return Number.isNaN(difference) ? null : difference;
        }),
      );
    const own = change.serves.map((id) => classes.indexOf(id));
    return {
      ...change,
      waitMeanS: paired((f) => f.dayMeanS),
      newcomerS: paired(
        (f) => own.reduce((sum, c) => sum + f.newcomerS[c]!, 0) / Math.max(1, own.length),
      ),
      share: paired((f) => f.dayShare),
      emptyS: paired((f) => f.emptyAtS),
    };
  });
  effects.sort((a, b) => (a.waitMeanS.mean ?? 0) - (b.waitMeanS.mean ?? 0));
  return { ...soFar, effects, tried, complete: true };
}

/** Median and what nine in ten futures stay below; null where that does not come today. */
function timesOf(values: readonly number[]) {
  const never = values.filter((v) => Number.isNaN(v)).length;
  const [median = null, p90 = null] = quantiles(
    values.map((v) => (Number.isNaN(v) ? NEVER : v)),
    [0.5, 0.9],
  );
  const known = (s: number | null) => (s === null || s > NEVER / 1e3 ? null : s);
  return {
    medianS: known(median),
    p90S: known(p90),
    notTodayShare: values.length > 0 ? never / values.length : 0,
  };
}

interface Change extends Pick<NowEffect, 'kind' | 'window' | 'added' | 'serves'> {
  readonly variant: Variant;
}

/** For each kind of window: one that is closed opened, else another one added; and one that is open closed. */
function changesOf(variant: Variant, state: HallState): Change[] {
  const atS = momentToS(state.at);
  const groups = groupsOf(variant.scenario);
  return groups.flatMap((group, g): Change[] => {
    const isOpen = openNow(variant, state, group, atS);
    const closed = group.windows.find((w) => !isOpen(w.id));
    const open = group.windows.filter((w) => isOpen(w.id));
    const { serves } = group;
    const opened: Change = closed
      ? {
          kind: 'open',
          window: closed.id,
          added: false,
          serves,
          variant: { ...variant, state: withWindow(state, { id: closed.id, open: true }) },
        }
      : {
          kind: 'open',
          window: group.windows.at(-1)!.id,
          added: true,
          serves,
          variant: added(variant, groups, g, state, atS),
        };
    // The last window of a kind is not closed: nobody would be served.
    const idle = open.find((w) => !state.windows.some(({ id, serving }) => id === w.id && serving));
    const leaves = idle ?? open.at(-1);
    if (open.length < 2 || !leaves) return [opened];
    const now = state.windows.find(({ id }) => id === leaves.id);
    const until = momentOf(atS + 0.001);
    const closing: Change = {
      kind: 'close',
      window: leaves.id,
      added: false,
      serves,
      variant: {
        ...variant,
        state: withWindow(state, { ...now, id: leaves.id, open: true, until }),
      },
    };
    return [opened, closing];
  });
}

function withWindow(state: HallState, window: HallState['windows'][number]): HallState {
  return {
    ...state,
    windows: [...state.windows.filter(({ id }) => id !== window.id), window],
  };
}

/** Whether a window is open now: as the state says, else as its duties do. */
function openNow({ scenario }: Variant, state: HallState, group: Group, atS: number) {
  const model = compileHall(scenario, null);
  const ids = new Set(group.windows.map(({ id }) => id));
  return (id: string): boolean => {
    const named = state.windows.find((w) => w.id === id);
    if (named) return named.open;
    const window = model.windows.find((w) => w.id === id);
    if (!window || !ids.has(id) || window.onDemand) return false;
    const atUs = atS * 1e6;
    return window.duties[0]!.some(({ fromUs, toUs }) => fromUs <= atUs && atUs < toUs);
  };
}

/** Another window like those of a group, open from now to the end of the day. */
function added(
  variant: Variant,
  groups: readonly Group[],
  group: number,
  state: HallState,
  atS: number,
): Variant {
  const { horizon } = variant.scenario;
  const closesS =
    horizon.kind === 'continuous'
      ? atS
      : momentToS(horizon.sessions.at(-1)!.to.replace('24:', '23:'));
  const fromS = Math.floor(atS / 60) * 60;
  return {
    ...withExtras(variant, groups, [{ group, fromS, toS: Math.max(closesS, fromS + 60) }]),
    state,
  };
}
