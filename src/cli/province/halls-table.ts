import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { InputError, type Problem } from '../../scenarios/problem';
import { MOST_HALLS, type SweepHall } from '../../scenarios/sweep-plan';
import { REFUSALS, refusal } from '../refusals';
import { TABLE_REFUSALS } from './refusals';

/** Columns of a table of halls, with the headings that name them. */
const COLUMNS = {
  id: ['id', '编号', '代码'],
  name: ['name', 'hall', 'township', '名称', '大厅', '镇街', '乡镇'],
  areaM2: ['area', 'aream2', 'floorarea', '面积', '建筑面积'],
  residents: ['residents', 'population', '人口', '常住人口', '户籍人口'],
  visitsPerDay: ['visits', 'demand', 'visitsperday', '日来访量', '来访量', '日办件量', '每日来访'],
  windows: ['windows', '窗口', '窗口数', '受理窗口数'],
  floorplan: ['floorplan', 'plan', 'layout', '平面图'],
  scenario: ['scenario', '方案'],
} as const;
type ColumnId = keyof typeof COLUMNS;
const NUMBERS = ['areaM2', 'residents', 'visitsPerDay', 'windows'] as const;
type NumberId = (typeof NUMBERS)[number];

const LIMITS: Readonly<Record<NumberId, readonly [min: number, max: number]>> = {
  areaM2: [1, 100_000],
  residents: [1, 100_000_000],
  visitsPerDay: [1, 100_000],
  windows: [1, 500],
};

/** Problems said one by one; more are only counted. */
const MOST_PROBLEMS = 40;
/** Largest table that is read, bytes. */
const MOST_BYTES = 64 << 20;

/** A table of halls as it was read. */
export interface HallsTable {
  readonly halls: readonly SweepHall[];
  /** Row of each hall as a spreadsheet numbers it. */
  readonly rows: readonly number[];
  /** Headings that say nothing to a sweep. */
  readonly unused: readonly string[];
}

type Row = readonly string[];

/**
 * Reads a table of halls, CSV (UTF-8, or GBK as Excel writes it) or XLSX, first sheet.
 *
 * @throws InputError naming row, column and remedy of everything that is wrong
 */
export async function readHallsTable(file: string, source: string): Promise<HallsTable> {
  const rows = await rowsOf(file, source);
  const first = rows.findIndex((row) => row.some((cell) => cell !== ''));
  if (first < 0) throw refusal(source, '', TABLE_REFUSALS.emptyTable());
  const headings = rows[first]!;
  const at = new Map<ColumnId, number>();
  const unused: string[] = [];
  for (const [i, heading] of headings.entries()) {
    if (heading === '') continue;
    const id = columnOf(heading);
    if (id === null || at.has(id)) unused.push(heading);
    else at.set(id, i);
  }
  for (const [id, ways] of [
    ['name', '名称 / name'],
    ['areaM2', '面积 / area'],
  ] as const)
    if (!at.has(id)) throw refusal(source, `row ${first + 1}`, TABLE_REFUSALS.noColumn(ways));
  if (!at.has('visitsPerDay') && !at.has('residents') && !at.has('scenario'))
    throw refusal(source, `row ${first + 1}`, TABLE_REFUSALS.noColumn('日来访量 / visits'));
  return { ...hallsOf(rows, first, headings, at, source), unused };
}

/** The heading without its unit: 面积（㎡） and "Area, m²" are both an area. */
function columnOf(heading: string): ColumnId | null {
  const bare = heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（【[,，:：/].*$/, '')
    .replace(/[\s_-]/g, '');
  for (const [id, names] of Object.entries(COLUMNS))
    if ((names as readonly string[]).includes(bare)) return id as ColumnId;
  return null;
}

function hallsOf(
  rows: readonly Row[],
  first: number,
  headings: Row,
  at: ReadonlyMap<ColumnId, number>,
  source: string,
): Omit<HallsTable, 'unused'> {
  const problems: Problem[] = [];
  const halls: SweepHall[] = [];
  const numbers: number[] = [];
  const names = new Map<string, number>();
  const ids = new Map<string, number>();
  for (let r = first + 1; r < rows.length; r++) {
    const row = rows[r]!;
    if (row.every((cell) => cell === '')) continue;
    const cell = (id: ColumnId) => (at.has(id) ? (row[at.get(id)!] ?? '') : '');
    const wrong = (id: ColumnId, words: Omit<Problem, 'path'>) =>
      problems.push({ path: `row ${r + 1}, ${headings[at.get(id) ?? 0]}`, ...words });
    const name = cell('name');
    if (name === '') wrong('name', TABLE_REFUSALS.emptyCell());
    else if (names.has(name)) wrong('name', TABLE_REFUSALS.doubled(name, names.get(name)!));
    else names.set(name, r + 1);
    const id = cell('id') || `h${r + 1}`;
    if (!/^[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(id)) wrong('id', TABLE_REFUSALS.notId(id));
    else if (ids.has(id)) wrong('id', TABLE_REFUSALS.doubled(id, ids.get(id)!));
    else ids.set(id, r + 1);
    const values: Partial<Record<NumberId, number>> = {};
    for (const column of NUMBERS) {
      const text = cell(column);
      if (text === '') {
        if (column === 'areaM2') wrong(column, TABLE_REFUSALS.emptyCell());
        continue;
      }
      const value = numberOf(text);
      const [min, max] = LIMITS[column];
      if (value === null) wrong(column, TABLE_REFUSALS.notNumber(text));
      else if (value < min || value > max) wrong(column, TABLE_REFUSALS.outOfRange(text, min, max));
      else if (column === 'windows' && !Number.isInteger(value))
        wrong(column, REFUSALS.notInteger(text, min, max));
      else values[column] = value;
    }
    const scenario = cell('scenario');
    if (!scenario && cell('visitsPerDay') === '' && cell('residents') === '')
      wrong(at.has('visitsPerDay') ? 'visitsPerDay' : 'residents', TABLE_REFUSALS.noVisits());
    const floorplan = cell('floorplan');
    numbers.push(r + 1);
    halls.push({
      id,
      name: name || id,
      ...values,
      ...(floorplan ? { floorplan } : {}),
      ...(scenario ? { scenario } : {}),
    });
  }
  if (problems.length > MOST_PROBLEMS) {
    const more = problems.length - MOST_PROBLEMS;
    problems.length = MOST_PROBLEMS;
    problems.push({ path: '', ...TABLE_REFUSALS.more(more) });
  }
  if (problems.length > 0) throw new InputError(source, problems);
  if (halls.length === 0) throw refusal(source, '', TABLE_REFUSALS.emptyTable());
  if (halls.length > MOST_HALLS) throw refusal(source, '', TABLE_REFUSALS.tooMany(MOST_HALLS));
  return { halls, rows: numbers };
}

/** "1,234.5" and full-width digits too; null for what is no number. */
function numberOf(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/(?<=\d),(?=\d{3}(\D|$))/g, '');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

async function rowsOf(file: string, source: string): Promise<readonly Row[]> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    if (code === 'ENOENT') throw refusal(source, 'halls', TABLE_REFUSALS.noTable(file));
    throw refusal(source, 'halls', REFUSALS.unreadable(code));
  }
  if (bytes.length > MOST_BYTES) throw refusal(source, '', TABLE_REFUSALS.tooLarge());
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (zipped || path.extname(file).toLowerCase() === '.xlsx') {
    try {
      const rows = await readSheet(bytes);
      return rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell).trim())));
    } catch {
      throw refusal(source, '', TABLE_REFUSALS.notWorkbook());
    }
  }
  const { data } = Papa.parse<string[]>(textOf(bytes).replace(/^\uFEFF/, ''), {
    skipEmptyLines: false,
  });
  return data.map((row) => row.map((cell) => cell.trim()));
}

/** UTF-8, else GBK: Excel on a Chinese Windows saves CSV so. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
