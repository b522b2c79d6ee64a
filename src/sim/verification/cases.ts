import type { VerificationCase } from './types';

/** Every comparison with the outside world, in the order of the table. */
export const CASES: readonly VerificationCase[] = [];
