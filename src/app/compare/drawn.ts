import type { Variant } from '../../sim/experiments/compare';

/** A variant to be drawn. */
export interface Drawn {
  readonly id: string;
  readonly name: string;
  readonly variant: Variant;
}
