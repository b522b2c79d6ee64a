import type { Role } from '../../calibration/log/roles';
import type { Wanted } from '../../calibration/log/row-reader';
import type { Preview } from '../../workers/calibration-api';

/** Which part of a log the user wants, as the page's fields show it. */
export interface Wishes {
  /** First and last date that are used, "YYYY-MM-DD"; '' for no bound. */
  readonly from: string;
  readonly until: string;
  /** Names of the queues and items that are used; none: all. */
  readonly queues: readonly string[];
  readonly items: readonly string[];
}

/** Whether the first day comes after the last, so that no day is left. */
export function isBackwards({ from, until }: Pick<Wishes, 'from' | 'until'>): boolean {
  return from !== '' && until !== '' && from > until;
}

/** The rows that are used, as the reader of logs is told. */
export function wantedOf({ from, until, queues, items }: Wishes): Wanted {
  return {
    ...(from === '' ? {} : { from }),
    ...(until === '' ? {} : { until }),
    queues,
    items,
  };
}

/** Names in a role's column among the first rows, in order of appearance; [] where no column has the role. */
export function namesIn(
  { sample }: Pick<Preview, 'sample'>,
  columns: Readonly<Partial<Record<Role, number>>>,
  role: Role,
): string[] {
  const column = columns[role];
  if (column === undefined) return [];
  return [...new Set(sample.map((row) => row[column] ?? ''))].filter((name) => name !== '');
}
