import type { Measure } from '../sim/experiments/report';

/** A measure in another unit. */
export function scaled({ mean, ci95, n }: Measure, factor: number): Measure {
  return {
    mean: mean === null ? null : mean * factor,
    ci95: ci95 === null ? null : [ci95[0] * factor, ci95[1] * factor],
    n,
  };
}
