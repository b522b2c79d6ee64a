import { InputError } from '../../scenarios/problem';
import { notALog } from './container';
import { type Encoding, encodingOf } from './encoding';
import { type Guess, guessLog } from './guess';
import { wordsOf } from './headers';
import { LineCutter, SheetRows } from './lines';
import { LOG_MESSAGES } from './messages';
import { isBlank, moment, readMoment } from './moments';
import type { LogKind } from './roles';
import type { LogSource } from './source';

/** What separates the cells of a line. */
export const SEPARATORS = [',', '\t', ';', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** What was seen of a log before it is read as a whole. */
export interface Peek {
  readonly name: string;
  /** Null of a sheet. */
  readonly encoding: Encoding | null;
  readonly separator: Separator | null;
  readonly mixedEncodings: boolean;
  /** Line of the header; 0 where there is none. */
  readonly headerLine: number;
  readonly headers: readonly string[];
  /** The first rows below the header, at most `SAMPLE_ROWS`. */
  readonly sample: readonly (readonly string[])[];
  readonly guess: Guess;
}

export interface PeekOptions {
  readonly separator?: Separator;
  readonly encoding?: Encoding;
  readonly kind?: LogKind;
}

const HEAD_BYTES = 1_000_000;
export const SAMPLE_ROWS = 3000;

const wrong = (source: LogSource, words: ReturnType<typeof LOG_MESSAGES.empty>) =>
  new InputError(source.name, [{ path: '', ...words }]);

/**
 * Looks at the beginning of a log: encoding, separator, header, and what its columns may be.
 *
 * @throws InputError if it is no log, or holds no table
 */
export async function peekLog(source: LogSource, options: PeekOptions = {}): Promise<Peek> {
  const head = source.form === 'sheet' ? null : await headOf(source);
  let encoding: Encoding | null = null;
  let separator: Separator | null = null;
  let mixedEncodings = false;
  let rows: string[][];
  let lines: number[];
  if (head === null) {
    const sheet = new SheetRows(source.form === 'sheet' ? source.rows : []);
    ({ rows, lines } = firstRows(sheet, () => sheet.advance()));
  } else {
    if (head.length === 0) throw wrong(source, LOG_MESSAGES.empty());
    const no = notALog(head.subarray(0, 4096));
    if (no !== null) throw wrong(source, no);
    const found = encodingOf(head);
    encoding = options.encoding ?? found.encoding;
    mixedEncodings = found.mixed;
    if (mixedEncodings && options.encoding === undefined)
      throw wrong(source, LOG_MESSAGES.mixedHead());
    const text = decoded(source, encoding, head);
    const whole = head.length < HEAD_BYTES;
    separator = options.separator ?? separatorOf(text, whole);
    if (separator === null)
      throw wrong(source, text.trim() === '' ? LOG_MESSAGES.empty() : LOG_MESSAGES.oneColumn(null));
    ({ rows, lines } = cut(text, separator, whole));
  }
  if (rows.length === 0) throw wrong(source, LOG_MESSAGES.empty());
  const at = headerAt(rows);
  const width = Math.max(...rows.slice(Math.max(0, at), at + 50).map((row) => row.length));
  const headers = at < 0 ? [] : rows[at]!.map((cell, i) => cell || `#${i + 1}`);
  if (at < 0) for (let i = 0; i < width; i++) headers.push(`#${i + 1}`);
  if (headers.length < 2 && source.form === 'text')
    throw wrong(source, LOG_MESSAGES.oneColumn(options.separator ?? null));
  const sample = rows.slice(at + 1);
  return {
    name: source.name,
    encoding,
    separator,
    mixedEncodings,
    headerLine: at < 0 ? 0 : lines[at]!,
    headers,
    sample,
    guess: guessLog(headers, sample, options.kind ?? null),
  };
}

/** Text of the first bytes, as far as whole characters go. */
function decoded(source: LogSource, encoding: Encoding, head: Uint8Array): string {
  return source.form === 'text' ? source.decoder(encoding)(head) : '';
}

async function headOf(source: Extract<LogSource, { form: 'text' }>): Promise<Uint8Array> {
  const head = new Uint8Array(HEAD_BYTES);
  let size = 0;
  for await (const piece of source.open()) {
    const part = piece.subarray(0, HEAD_BYTES - size);
    head.set(part, size);
    size += part.length;
    if (size === HEAD_BYTES) break;
  }
  return head.subarray(0, size);
}

interface Advancing {
  readonly line: number;
  readonly width: number;
  cell(column: number): string;
}

function firstRows(row: Advancing, advance: () => boolean): { rows: string[][]; lines: number[] } {
  const rows: string[][] = [];
  const lines: number[] = [];
  while (rows.length <= SAMPLE_ROWS && advance()) {
    rows.push(Array.from({ length: row.width }, (_, i) => row.cell(i)));
    lines.push(row.line);
  }
  return { rows, lines };
}

function cut(text: string, separator: Separator, whole: boolean) {
  const cutter = new LineCutter(separator);
  cutter.feed(text);
  return firstRows(cutter, () => cutter.advance(whole));
}

/** The separator that gives the same number of cells, and most of them, in most of the first lines. */
function separatorOf(text: string, whole: boolean): Separator | null {
  let best: Separator | null = null;
  let bestScore = 0;
  const start = text.slice(0, 200_000);
  for (const separator of SEPARATORS) {
    const { rows } = cut(start, separator, whole && start.length === text.length);
    const widths = new Map<number, number>();
    for (const row of rows.slice(0, 200)) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    let [width, count] = [1, 0];
    for (const [w, n] of widths) if (w > 1 && n > count) [width, count] = [w, n];
    if (width < 2) continue;
    const score = (count / Math.min(200, rows.length)) ** 2 * Math.min(width, 12);
    if (score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}

/**
 * Where the header stands: the first row as wide as most that has words and no values. −1 if the
 * first such row looks like data.
 */
function headerAt(rows: readonly (readonly string[])[]): number {
  const widths = new Map<number, number>();
  for (const row of rows.slice(0, 100)) {
    const filled = row.filter((cell) => cell !== '').length;
    widths.set(row.length, (widths.get(row.length) ?? 0) + (filled > 1 ? 1 : 0));
  }
  const usual = [...widths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
  const at = moment();
  for (let i = 0; i < Math.min(rows.length, 20); i++) {
    const row = rows[i]!;
    const filled = row.filter((cell) => cell !== '');
    if (row.length < usual - 1 || filled.length < Math.max(2, usual / 2)) continue;
    const values = filled.filter(
      (cell) =>
        isBlank(cell) ||
        /^-?[\d.]+$/.test(cell) ||
        /^[A-Z]\d{2,5}$/.test(cell) ||
        readMoment(cell, true, 'dmy', at),
    ).length;
    return values > filled.length * 0.25 ? -1 : i;
  }
  return -1;
}

/** A column by its header (as written, or by its words) or its number from 1; −1 if there is none. */
export function columnNamed(headers: readonly string[], name: string): number {
  const exact = headers.indexOf(name);
  if (exact >= 0) return exact;
  const words = wordsOf(name);
  const near = words === '' ? -1 : headers.findIndex((header) => wordsOf(header) === words);
  if (near >= 0) return near;
  const number = /^#?(\d{1,4})$/.exec(name.trim());
  const column = number ? Number(number[1]) - 1 : -1;
  return column < headers.length ? column : -1;
}
