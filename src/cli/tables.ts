import { csvOf } from '../report/csv';
import type { Sheet } from '../report/sheet';
import { xlsxOf } from '../report/xlsx';
import { checkFile, writeFile } from './output-file';

/** Flags of every command whose answer is a table. */
export interface TableFlags {
  readonly csv?: string;
  readonly xlsx?: string;
}

/**
 * Whether the files asked for can be written: a long sweep should not end in a refusal.
 *
 * @throws InputError if one can't
 */
export function checkTables({ csv, xlsx }: TableFlags): void {
  for (const [flag, file] of [
    ['--csv', csv],
    ['--xlsx', xlsx],
  ] as const)
    if (file !== undefined) checkFile(flag, file);
}

/**
 * Writes an answer's tables to the files asked for: CSV holds the first sheet, XLSX all of them.
 *
 * @throws InputError if a file can't be written
 */
export async function writeTables(
  flags: TableFlags,
  sheets: () => readonly Sheet[],
): Promise<void> {
  if (flags.csv !== undefined) writeFile('--csv', flags.csv, csvOf(sheets()[0]!));
  if (flags.xlsx !== undefined) writeFile('--xlsx', flags.xlsx, await xlsxOf(sheets()));
}
