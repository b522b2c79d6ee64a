import absence from './absence.json';
import approval from './approval.json';
import green from './green.json';
import mainPath from './main-path.json';
import missingPaper from './missing-paper.json';
import pooled from './pooled.json';
import { type Tour, tourSchema } from './tour';

/** The tours that ship, in the order in which they are offered. */
export const TOURS: readonly Tour[] = [
  mainPath,
  approval,
  green,
  missingPaper,
  absence,
  pooled,
].map((tour) => tourSchema.parse(tour));
