import { DISTRIBUTIONS } from './suites/distributions';
import { INDEPENDENCE } from './suites/independence';
import { INTERVALS } from './suites/intervals';
import { LITTLE } from './suites/little';
import { LOSSES } from './suites/losses';
import { NETWORKS } from './suites/networks';
import { PRIORITIES } from './suites/priorities';
import { PUBLISHED } from './suites/published';
import { SEPARATE_LINES } from './suites/separate-lines';
import { SINGLE_WINDOW } from './suites/single-window';
import { TIME_OF_DAY } from './suites/time-of-day';
import { WAITING_LINES } from './suites/waiting-lines';
import type { VerificationCase } from './types';

/** Every comparison with the outside world, in the order of the table. */
export const CASES: readonly VerificationCase[] = [
  ...WAITING_LINES,
  ...SINGLE_WINDOW,
  ...LOSSES,
  ...PRIORITIES,
  ...SEPARATE_LINES,
  ...TIME_OF_DAY,
  ...NETWORKS,
  ...PUBLISHED,
  ...LITTLE,
  ...INTERVALS,
  ...DISTRIBUTIONS,
  ...INDEPENDENCE,
];
