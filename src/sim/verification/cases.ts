import { DISTRIBUTIONS } from './cases/distributions';
import { INDEPENDENCE } from './cases/independence';
import { INTERVALS } from './cases/intervals';
import { LITTLE } from './cases/little';
import { LOSSES } from './cases/losses';
import { NETWORKS } from './cases/networks';
import { PRIORITIES } from './cases/priorities';
import { PUBLISHED } from './cases/published';
import { SINGLE_WINDOW } from './cases/single-window';
import { TIME_OF_DAY } from './cases/time-of-day';
import { WAITING_LINES } from './cases/waiting-lines';
import type { VerificationCase } from './types';

/** Every comparison with the outside world, in the order of the table. */
export const CASES: readonly VerificationCase[] = [
  ...WAITING_LINES,
  ...SINGLE_WINDOW,
  ...LOSSES,
  ...PRIORITIES,
  ...TIME_OF_DAY,
  ...NETWORKS,
  ...PUBLISHED,
  ...LITTLE,
  ...INTERVALS,
  ...DISTRIBUTIONS,
  ...INDEPENDENCE,
];
