/**
 * Times as counts in cells, which is what every likelihood here is made of: a cell is what the log
 * could have meant by a value. So rounding (whole minutes) is part of the likelihood, a nought is
 * no trouble to a family without mass there, families can be compared, and a million rows cost no
 * more than a few hundred. Within a cell the rounding errors of both ends of a span are taken as one
 * uniform error of the step's width.
 * Source: Lindsey and Ryan, Tutorial in biostatistics: methods for interval-censored data,
 * Statistics in Medicine 17 (1998) 219–238.
 */
export interface Cells {
  readonly low: Float64Array;
  /** Infinity for the last, when cells tile the axis. */
  readonly high: Float64Array;
  readonly count: Float64Array;
  readonly n: number;
}

/** A sample in rising order and the step in which it is told. */
export interface Sample {
  readonly sorted: Float64Array;
  /** 0: no step was found. */
  readonly stepS: number;
  readonly meanS: number;
  readonly cv: number;
}

const STEPS_S = [3600, 1800, 900, 600, 300, 60, 30, 15, 10, 5, 1];
/** Part of the rows that has to lie on a step. */
const ON_STEP = 0.99;
const FEWEST_FOR_STEP = 20;

/** Sorts the times (a copy) and looks for the step that they are told in. */
export function sampleOf(times: Float64Array): Sample {
  const sorted = times.slice().sort();
  const n = sorted.length;
  let sum = 0;
  for (const x of sorted) sum += x;
  const meanS = sum / Math.max(1, n);
  let squares = 0;
  for (const x of sorted) squares += (x - meanS) ** 2;
  const cv = n > 1 && meanS > 0 ? Math.sqrt(squares / (n - 1)) / meanS : 0;
  return { sorted, stepS: stepOf(sorted), meanS, cv };
}

function stepOf(sorted: Float64Array): number {
  const n = sorted.length;
  if (n < FEWEST_FOR_STEP || sorted[0] === sorted[n - 1]) return 0;
  const stride = Math.max(1, Math.floor(n / 20_000));
  for (const step of STEPS_S) {
    let on = 0;
    let looked = 0;
    for (let i = 0; i < n; i += stride) {
      looked++;
      const ratio = sorted[i]! / step;
      if (Math.abs(ratio - Math.round(ratio)) < 1e-6) on++;
    }
    if (on >= ON_STEP * looked) return step;
  }
  return 0;
}

/** More different values than this are tiled. */
const OWN_CELLS = 150;

/**
 * The cells of a sample: one for each value, or, where there are too many, some `tiles` that hold
 * equally many and grow finer towards both ends.
 */
export function cellsOf({ sorted, stepS, meanS }: Sample, tiles = 120, own = OWN_CELLS): Cells {
  const n = sorted.length;
  let different = n > 0 ? 1 : 0;
  for (let i = 1; i < n; i++) if (sorted[i] !== sorted[i - 1]) different++;
  const half = stepS > 0 ? stepS / 2 : Math.max(1e-9, meanS * 1e-5);
  if (different <= own) {
    const low = new Float64Array(different);
    const high = new Float64Array(different);
    const count = new Float64Array(different);
    let k = -1;
    for (let i = 0; i < n; i++) {
      if (i === 0 || sorted[i] !== sorted[i - 1]) {
        k++;
        low[k] = Math.max(0, sorted[i]! - half);
        high[k] = sorted[i]! + half;
      }
      count[k]!++;
    }
    return { low, high, count, n };
  }
  const ranks = new Set<number>();
  for (let t = 1; t < tiles; t++) ranks.add(Math.floor((n * t) / tiles));
  for (let part = n / tiles; part > 2; part /= 2) {
    ranks.add(Math.floor(part / 2));
    ranks.add(n - Math.floor(part / 2));
  }
  const edges = [0];
  const counts: number[] = [];
  let from = 0;
  for (const rank of [...ranks].sort((a, b) => a - b)) {
    // The edge goes between two different values.
    let i = rank;
    while (i < n && sorted[i] === sorted[i - 1]) i++;
    if (i <= from || i >= n) continue;
    edges.push(stepS > 0 ? sorted[i - 1]! + stepS / 2 : (sorted[i - 1]! + sorted[i]!) / 2);
    counts.push(i - from);
    from = i;
  }
  counts.push(n - from);
  return {
    low: Float64Array.from(edges),
    high: Float64Array.from([...edges.slice(1), Number.POSITIVE_INFINITY]),
    count: Float64Array.from(counts),
    n,
  };
}

/** Log-likelihood of a distribution function over cells. */
export function logLikelihoodOf(cells: Cells, cdf: (x: number) => number): number {
  const { low, high, count } = cells;
  let sum = 0;
  let last = Number.NaN;
  let lastP = 0;
  for (let i = 0; i < count.length; i++) {
    // Of cells that touch, the edge is looked up once.
    const below = low[i] === last ? lastP : cdf(low[i]!);
    lastP = high[i] === Number.POSITIVE_INFINITY ? 1 : cdf(high[i]!);
    last = high[i]!;
    sum += count[i]! * Math.log(Math.max(1e-300, lastP - below));
  }
  return sum;
}
