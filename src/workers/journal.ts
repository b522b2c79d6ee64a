import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { InputError, type Problem } from '../scenarios/problem';
import { PRODUCT } from '../scenarios/product';
import type { Detail, FiguresOf } from '../sim/experiments/evaluator';

/** What a sweep is asked: what it computes depends on nothing else. */
export interface SweepQuestion {
  /** The command or page: `compare`, `plan` … */
  readonly kind: string;
  /** Ids of the scenarios, for people. */
  readonly scenarios: readonly string[];
  /** Everything that the result depends on, as plain data. */
  readonly contents: unknown;
}

/** Replications of one variant that have been worked out. */
export interface JournalEntry {
  readonly key: string;
  readonly detail: Detail;
  readonly from: number;
  readonly figures: readonly FiguresOf<Detail>[];
}

/** What has been worked out of a sweep, kept so that it need not be worked out again. */
export interface Journal {
  /** The figures of replications `from` … `to − 1`, if all are there. */
  find(key: string, detail: Detail, from: number, to: number): FiguresOf<Detail>[] | null;
  add(entry: JournalEntry): void;
}

const FORMAT = 'hall-twin/journal';
const VERSION = 1;

/** Names contents: equal for equal contents, and for no others. */
export function keyOf(contents: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(contents))));
}

/** The first line of a journal. */
export function headerOf({ kind, scenarios, contents }: SweepQuestion): string {
  return JSON.stringify({
    format: FORMAT,
    version: VERSION,
    product: PRODUCT,
    kind,
    scenarios,
    question: keyOf(contents),
  });
}

/** An entry as a line. */
export function lineOf(entry: JournalEntry): string {
  return JSON.stringify(entry, (_, value) =>
    value instanceof Float64Array ? { float64: Array.from(value) } : value,
  );
}

/** An entry from a line. Throws SyntaxError. */
function entryOf(line: string): JournalEntry {
  const entry = JSON.parse(line, (_, value) =>
    Array.isArray(value?.float64) ? Float64Array.from(value.float64) : value,
  );
  if (!isEntry(entry)) throw new SyntaxError('JSON, but not an entry');
  return entry;
}

function isEntry(value: Partial<JournalEntry> | null): value is JournalEntry {
  return (
    typeof value?.key === 'string' &&
    (value.detail === 'summary' || value.detail === 'full') &&
    Number.isSafeInteger(value.from) &&
    value.from! >= 0 &&
    Array.isArray(value.figures) &&
    value.figures.every((one) => typeof one?.all === 'object')
  );
}

const problem = (zh: string, en: string, remedyZh: string, remedyEn: string): Problem => ({
  path: '',
  message: { zh, en },
  remedy: { zh: remedyZh, en: remedyEn },
});

const ANEW = ['请换一个文件名重新开始', 'Begin anew with another file'] as const;

/** Why a journal's header does not belong to a question; null if it does. */
function mismatch(header: string, question: SweepQuestion): Problem | null {
  let found: Record<string, unknown>;
  try {
    found = JSON.parse(header);
  } catch {
    found = {};
  }
  if (found?.format !== FORMAT)
    return problem('这不是推演日志', 'This is not a journal of a sweep', ...ANEW);
  const written = found.product as { version?: unknown } | undefined;
  if (found.version !== VERSION || written?.version !== PRODUCT.version)
    return problem(
      `日志由另一版本写成（${String(written?.version)}，现为 ${PRODUCT.version}）`,
      `The journal was written by another version (${String(written?.version)}; this is ${PRODUCT.version})`,
      ...ANEW,
    );
  if (header === headerOf(question)) return null;
  const of = `${String(found.kind)} ${[found.scenarios].flat().join(' ')}`;
  return problem(
    `日志属于另一次推演（${of}），方案、平面图、种子或选项不同`,
    `The journal belongs to another sweep (${of}): scenario, floor plan, seed or options differ`,
    '请用当时的方案与选项继续，或换一个文件名重新开始',
    'Resume with the scenarios and options of then, or begin anew with another file',
  );
}

/**
 * Reads a journal. A last line that was not finished is left out.
 *
 * @returns the entries and how many characters of the text are good; 0 if not even the header was
 * finished, which then has to be written anew
 * @throws InputError if it is not a journal, belongs to another question or version, or is broken
 * before its last line
 */
export function readJournal(
  text: string,
  source: string,
  question: SweepQuestion,
): { readonly entries: JournalEntry[]; readonly good: number } {
  const lines = text.split('\n');
  // What stands behind the last line feed was not finished.
  const rest = lines.pop()!;
  const [header, ...body] = lines;
  if (header === undefined) {
    if (headerOf(question).startsWith(rest)) return { entries: [], good: 0 };
    throw new InputError(source, [mismatch(rest, question)!]);
  }
  const wrong = mismatch(header, question);
  if (wrong) throw new InputError(source, [wrong]);
  const entries: JournalEntry[] = [];
  for (const [i, line] of body.entries()) {
    try {
      entries.push(entryOf(line));
    } catch {
      throw new InputError(source, [
        problem(`第 ${i + 2} 行已损坏`, `Line ${i + 2} is damaged`, ...ANEW),
      ]);
    }
  }
  return { entries, good: text.length - rest.length };
}

/** A journal in memory. `write` hears of every new entry. */
export function createJournal(
  entries: readonly JournalEntry[],
  write: (entry: JournalEntry) => void,
): Journal {
  const known = new Map<string, FiguresOf<Detail>[]>();
  const keep = ({ key, detail, from, figures }: JournalEntry) => {
    const name = `${detail} ${key}`;
    const all = known.get(name) ?? [];
    for (const [i, one] of figures.entries()) all[from + i] = one;
    known.set(name, all);
  };
  for (const entry of entries) keep(entry);
  return {
    find(key, detail, from, to) {
      const all = known.get(`${detail} ${key}`);
      if (!all) return null;
      const found: FiguresOf<Detail>[] = [];
      for (let r = from; r < to; r++) {
        const one = all[r];
        if (!one) return null;
        found.push(one);
      }
      return found;
    },
    add: write,
  };
}
