import type { Distribution } from '../../scenarios/distribution';
import { exponential, type Family, weibull } from './families';
import { intervalsOfLoss } from './likelihood';
import { Z95 } from './numeric/estimates';
import { minimise } from './numeric/minimise';
import type { PatienceFit, SurvivalPoint } from './types';

/** Waits of one class: who left, and who was called before. */
export interface Waits {
  readonly classId: string;
  readonly name: string;
  /** Seconds waited until leaving. */
  readonly left: Float64Array;
  /** Of who left at a time that nobody wrote down: the wait that they would have had. */
  readonly gone?: Float64Array;
  /** Seconds waited until the call. Who did not have to wait says nothing and may be in it. */
  readonly called: Float64Array;
}

/** Whoever waits so little has not waited: tickets and calls are told in seconds. */
const NO_WAIT_S = 1;
const FEWEST_LEFT = 5;
const KNOWN_AT_RISK = 10;
const CURVE_POINTS = 120;
const NOBODY = new Float64Array(0);

/** Deaths and losses at one time; `gone` by then, at a time that is not known. */
interface Steps {
  readonly timeS: Float64Array;
  readonly left: Float64Array;
  readonly gone: Float64Array;
  readonly called: Float64Array;
  readonly n: number;
}

/**
 * How long people bear waiting. Who was called might have waited longer: their patience is only
 * known to be more than their wait (censored). First the curve without any assumption
 * (Kaplan–Meier), then what a scenario can use: a part that leaves at once, the others exponential
 * or Weibull, by maximum likelihood with the censored waits, the simpler unless BIC prefers the other.
 * Who left at an unknown time did so between nought and the wait that they would have had (interval
 * censored); the curve has them at the middle.
 *
 * Sources: Kaplan and Meier, Journal of the American Statistical Association 53 (1958) 457–481; intervals:
 * Turnbull, Journal of the Royal Statistical Society B 38 (1976) 290–295; for
 * waits of customers: Brown and others, the same 100 (2005) 36–50, 6.
 */
export function fitPatience({ classId, name, left, called, gone = NOBODY }: Waits): PatienceFit {
  const steps = stepsOf(left, called, gone);
  const middles = Float64Array.from([...left, ...gone.map((s) => s / 2)]);
  const curve = kaplanMeier(gone.length === 0 ? steps : stepsOf(middles, called, NOBODY));
  const leavers = left.length + gone.length;
  const known = curve.filter(({ atRisk }) => atRisk >= KNOWN_AT_RISK);
  const knownToS = known.at(-1)?.timeS ?? 0;
  const thin = thinned(curve);
  const basics = {
    classId,
    name,
    left: leavers,
    called: steps.n - leavers,
    curve: thin,
    knownToS,
  };
  if (leavers < FEWEST_LEFT)
    return {
      ...basics,
      chosen: null,
      atOnce: null,
      meanS: null,
      fitted: [],
      distance: 0,
      remark: {
        zh: `只有 ${leavers} 人离开，不足以拟合耐心；方案按无限耐心计算。`,
        en: `Only ${leavers} left: too few for a fit; the scenario lets people wait for ever.`,
      },
    };
  const fits = [fitPart(exponential, steps), fitPart(weibull, steps)];
  const [plain, bent] = fits as [PartFit, PartFit];
  const best = bent.bic < plain.bic - 2 ? bent : plain;
  const survival = (t: number) => (1 - best.atOnce) * (1 - best.cdf(t));
  const distance = Math.max(
    0,
    ...known.map(({ timeS, survival: s }) => Math.abs(s - survival(timeS))),
  );
  const tail = known.at(-1)?.survival ?? 1;
  return {
    ...basics,
    chosen: distributionOf(best),
    atOnce: best.estimates.atOnce,
    meanS: best.estimates.meanS,
    fitted: thin.map(({ timeS }) => survival(timeS)),
    distance,
    remark: {
      zh: `等到 ${Math.round(knownToS)} 秒为止有依据：到那时仍有 ${(100 * tail).toFixed(0)} % 的人愿意等；更久的等待没有观察到，只是外推。拟合与曲线最多相差 ${(100 * distance).toFixed(1)} %。${gone.length > 0 ? `其中 ${gone.length} 人何时离开没有记录，按在取号与本应被叫到之间离开计，所以更不确定。` : ''}`,
      en: `Known up to ${Math.round(knownToS)} s: ${(100 * tail).toFixed(0)} % would still wait then. Longer waits were hardly seen; beyond it the fit is a guess. Fit and curve differ by ${(100 * distance).toFixed(1)} % at most.${gone.length > 0 ? ` When ${gone.length} of them left is not recorded: some time between their ticket and the call they would have had, which makes it less sure.` : ''}`,
    },
  };
}

function stepsOf(left: Float64Array, called: Float64Array, gone: Float64Array): Steps {
  const cells = new Map<number, [left: number, called: number, gone: number]>();
  const step = 1;
  const add = (wait: number, which: 0 | 1 | 2) => {
    const t = Math.max(0, Math.round(wait / step) * step);
    let cell = cells.get(t);
    if (!cell) {
      cell = [0, 0, 0];
      cells.set(t, cell);
    }
    cell[which]++;
  };
  let n = 0;
  for (const wait of left) {
    add(wait, 0);
    n++;
  }
  for (const wait of gone) {
    add(wait, 2);
    n++;
  }
  for (const wait of called)
    if (wait > NO_WAIT_S) {
      add(wait, 1);
      n++;
    }
  const times = [...cells.keys()].sort((a, b) => a - b);
  return {
    timeS: Float64Array.from(times),
    left: Float64Array.from(times, (t) => cells.get(t)![0]),
    called: Float64Array.from(times, (t) => cells.get(t)![1]),
    gone: Float64Array.from(times, (t) => cells.get(t)![2]),
    n,
  };
}

/**
 * The product-limit curve with Greenwood's variance on the scale log(−log S), which keeps the
 * interval between nought and one.
 * Source: Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data (2002), 1.4.
 */
export function kaplanMeier(steps: {
  readonly timeS: Float64Array;
  readonly left: Float64Array;
  readonly called: Float64Array;
  readonly n: number;
}): SurvivalPoint[] {
  const points: SurvivalPoint[] = [];
  let atRisk = steps.n;
  let survival = 1;
  let greenwood = 0;
  for (let i = 0; i < steps.timeS.length; i++) {
    const deaths = steps.left[i]!;
    if (deaths > 0) {
      survival *= 1 - deaths / atRisk;
      if (atRisk > deaths) greenwood += deaths / (atRisk * (atRisk - deaths));
      points.push({
        timeS: steps.timeS[i]!,
        survival,
        ci95: bandOf(survival, greenwood),
        atRisk,
      });
    }
    atRisk -= deaths + steps.called[i]!;
  }
  return points;
}

function bandOf(survival: number, greenwood: number): readonly [number, number] {
  if (survival <= 0) return [0, 0];
  if (survival >= 1) return [1, 1];
  const half = (Z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival));
  return [survival ** Math.exp(half), survival ** Math.exp(-half)];
}

function thinned(curve: readonly SurvivalPoint[]): SurvivalPoint[] {
  if (curve.length <= CURVE_POINTS) return [...curve];
  return Array.from(
    { length: CURVE_POINTS },
    (_, i) => curve[Math.round((i * (curve.length - 1)) / (CURVE_POINTS - 1))]!,
  );
}

interface PartFit {
  readonly family: Family;
  readonly theta: readonly number[];
  readonly atOnce: number;
  readonly cdf: (x: number) => number;
  readonly bic: number;
  readonly estimates: Pick<PatienceFit, 'atOnce' | 'meanS'>;
}

/** `theta`: log-odds of leaving at once, then the family's. */
function fitPart(family: Family, steps: Steps): PartFit {
  const { timeS, left, called, gone, n } = steps;
  let exposure = 0;
  let events = 0;
  for (let i = 0; i < timeS.length; i++) {
    exposure += timeS[i]! * (left[i]! + called[i]! + gone[i]! / 2);
    events += left[i]! + gone[i]!;
  }
  const chance = (odds: number) => 1 / (1 + Math.exp(-Math.max(-30, Math.min(30, odds))));
  const loss = (theta: readonly number[]): number => {
    const p = chance(theta[0]!);
    const cdf = family.cdf(theta.slice(1));
    let sum = 0;
    for (let i = 0; i < timeS.length; i++) {
      const t = timeS[i]!;
      if (left[i]! > 0) {
        // Within half a second either way; at the very beginning also who left at once.
        const low = Math.max(0, t - 0.5);
        let mass = (1 - p) * (cdf(t + 0.5) - cdf(low));
        if (t <= NO_WAIT_S) mass += p / 2;
        sum += left[i]! * Math.log(Math.max(1e-300, mass));
      }
      if (gone[i]! > 0) sum += gone[i]! * Math.log(Math.max(1e-300, p + (1 - p) * cdf(t + 0.5)));
      if (called[i]! > 0) sum += called[i]! * Math.log(Math.max(1e-300, (1 - p) * (1 - cdf(t))));
    }
    return -sum;
  };
  const meanS = exposure / Math.max(1, events);
  const inner = family.start({ sorted: new Float64Array(0), stepS: 0, meanS, cv: 1 });
  const best = minimise(loss, [-4, ...inner], 0.4, 400, 1e-5);
  const theta = best.at.slice(1);
  const atOnce = chance(best.at[0]!);
  const negligible = atOnce < 1e-4;
  const intervalOf = negligible
    ? intervalsOfLoss((at) => loss([-30, ...at]), theta, n)
    : intervalsOfLoss(loss, best.at, n);
  return {
    family,
    theta,
    atOnce: negligible ? 0 : atOnce,
    cdf: family.cdf(theta),
    bic: 2 * best.value + (1 + family.parameters) * Math.log(Math.max(2, events)),
    estimates: {
      atOnce: negligible
        ? { value: 0, ci95: null, n }
        : intervalOf((at) => chance(at[0]!), 'share'),
      meanS: intervalOf((at) => family.moments(negligible ? at : at.slice(1))[0], 'positive'),
    },
  };
}

function distributionOf({ family, theta, atOnce }: PartFit): Distribution {
  const rest = family.distribution(theta);
  if (atOnce === 0 || rest.dist === 'mixture') return rest;
  return {
    dist: 'mixture',
    components: [
      { probability: atOnce, of: { dist: 'deterministic', valueS: 0 } },
      { probability: 1 - atOnce, of: rest },
    ],
  };
}
