import { closeSync, openSync, writeFileSync } from 'node:fs';
import { csvOf } from '../report/csv';
import type { Sheet } from '../report/sheet';
import { xlsxOf } from '../report/xlsx';
import { REFUSALS, refusal } from './refusals';

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
    if (file !== undefined) trying(flag, file, () => closeSync(openSync(file, 'a')));
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
  if (flags.csv !== undefined) write('--csv', flags.csv, csvOf(sheets()[0]!));
  if (flags.xlsx !== undefined) write('--xlsx', flags.xlsx, await xlsxOf(sheets()));
}

function write(flag: string, file: string, contents: string | Uint8Array): void {
  trying(flag, file, () => writeFileSync(file, contents));
}

function trying(flag: string, file: string, job: () => void): void {
  try {
    job();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw refusal(file, flag, REFUSALS.unwritable(code));
  }
}
