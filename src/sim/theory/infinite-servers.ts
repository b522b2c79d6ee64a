import { normalProbability } from '../kernel/normal';

/** E[S^k; S ≤ x] of a service S for k = 0, 1, 2, and for x ≥ 0. */
export type PartialMoments = (x: number) => readonly [number, number, number];

/** Arrivals at one rate between two times. */
export interface RateInterval {
  readonly from: number;
  readonly to: number;
  readonly rate: number;
}

/**
 * M(t)/G/∞: the mean number in service, averaged over the times from `from` to `to`. At t it is
 * ∫ λ(t − u) P(S > u) du; averaged over an interval, its double integral has a closed form in
 * the partial moments of the service.
 * Source: Eick, Massey, Whitt, The physics of the Mt/G/∞ queue, Operations Research 41 (1993)
 * 731–742, theorem 1.
 */
export function meanInService(
  arrivals: readonly RateInterval[],
  service: PartialMoments,
  from: number,
  to: number,
): number {
  // ∫₀ˣ (x − u) P(S > u) du = x²/2 − E[(x − S)²; S ≤ x]/2.
  const held = (x: number): number => {
    if (x <= 0) return 0;
    const [p, m, square] = service(x);
    return (x * x - (x * x * p - 2 * x * m + square)) / 2;
  };
  return arrivals.reduce(
    (sum, a) =>
      sum +
      (a.rate * (held(to - a.from) - held(from - a.from) - held(to - a.to) + held(from - a.to))) /
        (to - from),
    0,
  );
}

/** Partial moments of the exponential. */
export function exponentialMoments(mean: number): PartialMoments {
  return (x) => {
    const beyond = Math.exp(-x / mean);
    return [
      1 - beyond,
      mean - beyond * (x + mean),
      2 * mean * mean - beyond * (x * x + 2 * x * mean + 2 * mean * mean),
    ];
  };
}

/** Partial moments of the lognormal with this mean and coefficient of variation. */
export function lognormalMoments(mean: number, cv: number): PartialMoments {
  const variance = Math.log1p(cv * cv);
  const sigma = Math.sqrt(variance);
  const mu = Math.log(mean) - variance / 2;
  return (x) => {
    const z = (Math.log(x) - mu) / sigma;
    return [
      normalProbability(z),
      mean * normalProbability(z - sigma),
      mean * mean * (1 + cv * cv) * normalProbability(z - 2 * sigma),
    ];
  };
}
