import type { Problem } from './problem';
import { nearest } from './problems-nearest';
import { MESSAGES, problemAt } from './problems-text';
import { numberOf, type Parameter } from './provenance';

type Path = readonly PropertyKey[];

/** Slack of sums that ought to be one: decimal fractions are not exact in a double. */
const TOLERANCE = 1e-9;

/** Shares that do not sum to one. */
export function sumProblems(shares: readonly Parameter[], at: Path): Problem[] {
  const sum = shares.reduce<number>((total, share) => total + numberOf(share), 0);
  return Math.abs(sum - 1) > TOLERANCE ? [problemAt(at, MESSAGES.sumToOne(sum))] : [];
}

/** A back office that is named and is not there. */
export function officeProblem(id: string, offices: readonly string[], at: Path): Problem[] {
  if (offices.includes(id)) return [];
  return [problemAt(at, MESSAGES.unknownBackOffice(id, nearest(id, offices), offices))];
}
