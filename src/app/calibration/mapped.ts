import type { Role } from '../../calibration/log/roles';
import type { Preview } from '../../workers/calibration-api';
import type { CalibrationForm } from './store';

/**
 * Which column each role has on the page: what the user chose, else what was guessed, unless the
 * user has given that column to another role.
 */
export function columnsOf(
  { guess }: Pick<Preview, 'guess'>,
  { columns }: Pick<CalibrationForm, 'columns'>,
): Partial<Record<Role, number>> {
  const said = Object.entries(columns) as [Role, string][];
  const taken = new Set(said.map(([, column]) => Number(column) - 1));
  const all: Partial<Record<Role, number>> = {};
  for (const { role, column } of guess.columns)
    if (columns[role] === undefined && !taken.has(column)) all[role] = column;
  for (const [role, column] of said) if (column !== '') all[role] = Number(column) - 1;
  return all;
}
