import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError, type Problem } from '../../src/scenarios/problem';
import { PRODUCT } from '../../src/scenarios/product';
import type { Ask, Detail, Variant } from '../../src/sim/experiments/evaluator';
import { createLocalEvaluator } from '../../src/sim/experiments/local-evaluator';
import { Crew } from '../../src/workers/crew';
import {
  createJournal,
  headerOf,
  type JournalEntry,
  keyOf,
  lineOf,
  readJournal,
  type SweepQuestion,
} from '../../src/workers/journal';
import { createLocalHand } from '../../src/workers/node-hand';
import { beginJournal, resumeJournal } from '../../src/workers/node-journal';
import type { Piece, PieceAnswer } from '../../src/workers/piece';
import { createSweep } from '../../src/workers/sweep';
import { saysItInBoth } from '../scenarios/documents';
import { daysVariant, hallVariant, smallVariant } from './questions';

const folder = mkdtempSync(path.join(os.tmpdir(), 'hall-twin-journal-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
const fresh = () => path.join(folder, `journal-${count++}`);

const question: SweepQuestion = { kind: 'plan', scenarios: ['quxi'], contents: { seed: 1 } };

async function entryOf(variant: Variant, detail: Detail, from = 0, to = 2): Promise<JournalEntry> {
  const [answer] = (await createLocalEvaluator().evaluate(detail, [{ variant, from, to }]))!;
  if (!answer?.ok) throw new Error('it was to be run');
  return { key: `key of ${variant.scenario.id}`, detail, from, figures: answer.figures };
}

/** The problem that something is refused with. */
function refusalOf(act: () => unknown): { source: string; problem: Problem } {
  try {
    act();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.problems).toHaveLength(1);
    return { source: error.source, problem: error.problems[0]! };
  }
  throw new Error('it was not refused');
}

describe('a journal', () => {
  it('begins with what it is a journal of', () => {
    const header = JSON.parse(headerOf(question));
    expect(header).toEqual({
      format: 'hall-twin/journal',
      version: 1,
      product: PRODUCT,
      kind: 'plan',
      scenarios: ['quxi'],
      question: keyOf({ seed: 1 }),
    });
    expect(headerOf(question)).not.toContain('\n');
  });

  it('names contents by themselves', () => {
    expect(keyOf({ a: [1, 2] })).toBe(keyOf({ a: [1, 2] }));
    expect(keyOf({ a: [1, 2] })).toMatch(/^[0-9a-f]{64}$/);
    expect(keyOf({ a: [1, 3] })).not.toBe(keyOf({ a: [1, 2] }));
    expect(keyOf('曲溪')).not.toBe(keyOf('渔湖'));
  });

  it.each<[string, Variant]>([
    ['of one queue', smallVariant(2)],
    ['of a day', hallVariant()],
    ['of a day with a floor plan', hallVariant('quxi', 'hall-200')],
    ['of days', daysVariant()],
    // The hall never opens a window: figures are null where there is nothing to say.
    ['without visitors', quiet()],
  ])('keeps figures %s exactly', async (_, variant) => {
    for (const detail of ['summary', 'full'] as const) {
      const entry = await entryOf(variant, detail);
      const text = `${headerOf(question)}\n${lineOf(entry)}\n`;
      const { entries, good } = readJournal(text, 'journal', question);
      expect(entries).toStrictEqual([entry]);
      expect(good).toBe(text.length);
      if (detail === 'summary') continue;
      const [first] = entries[0]!.figures;
      expect(first).toHaveProperty('windowShares');
      expect((first as { windowShares: unknown }).windowShares).toBeInstanceOf(Float64Array);
    }
  });

  it('keeps every bit of a number', () => {
    const values = [0.1 + 0.2, 1 / 3, 5e-324, Number.MAX_VALUE, 2 ** 53, -1e-7, Math.PI];
    const entry = {
      key: 'k',
      detail: 'full',
      from: 0,
      figures: [{ all: {}, values, windowShares: Float64Array.from(values) }],
    } as unknown as JournalEntry;
    const text = `${headerOf(question)}\n${lineOf(entry)}\n`;
    expect(readJournal(text, 'journal', question).entries).toStrictEqual([entry]);
  });

  it('finds what entries have together, and nothing else', async () => {
    const all = await entryOf(smallVariant(2), 'summary', 0, 20);
    const part = (from: number, to: number): JournalEntry => ({
      ...all,
      from,
      figures: all.figures.slice(from, to),
    });
    // Out of order, one overlapping, a gap from 9 to 12.
    const journal = createJournal([part(12, 20), part(4, 9), part(0, 4), part(2, 6)], () => {});
    const find = (from: number, to: number) => journal.find(all.key, 'summary', from, to);
    for (const [from, to] of [
      [0, 9],
      [3, 5],
      [8, 9],
      [12, 20],
      [13, 14],
      [5, 5],
    ] as const)
      expect(find(from, to)).toEqual(all.figures.slice(from, to));
    for (const [from, to] of [
      [0, 10],
      [9, 10],
      [8, 13],
      [19, 21],
      [20, 21],
    ] as const)
      expect(find(from, to)).toBeNull();
    expect(journal.find(all.key, 'full', 0, 1)).toBeNull();
    expect(journal.find('another', 'summary', 0, 1)).toBeNull();
  });

  it('writes what is added', async () => {
    const written: JournalEntry[] = [];
    const entry = await entryOf(smallVariant(2), 'full');
    createJournal([], (one) => written.push(one)).add(entry);
    expect(written).toEqual([entry]);
  });
});

function quiet(): Variant {
  const variant = structuredClone(hallVariant());
  const { demand } = variant.scenario;
  (demand as { visitsPerDay: unknown }).visitsPerDay = 0;
  return variant;
}

const asks: Ask[] = [2, 3].map((windows) => ({ variant: smallVariant(windows), from: 0, to: 6 }));
const asked: SweepQuestion = { kind: 'compare', scenarios: ['a', 'b'], contents: asks };

/** A sweep of one thread, its journal begun or gone on with. */
async function sweepWith(file: string, detail: Detail = 'full') {
  const journal = existsSync(file) ? resumeJournal(file, asked) : beginJournal(file, asked);
  let worked = 0;
  const crew = new Crew<Piece, PieceAnswer>(
    () => {
      const hand = createLocalHand();
      return {
        ...hand,
        run: (piece) => {
          worked += piece.to - piece.from;
          return hand.run(piece);
        },
      };
    },
    1,
    (_, reason) => ({ ok: false as const, reason }),
  );
  const answer = await createSweep({ crew, journal }).evaluate(detail, asks);
  journal.close();
  return { answer: JSON.stringify(answer), resumed: journal.resumed, worked };
}

describe('a journal in a file', { timeout: 90_000 }, () => {
  it('is begun once', async () => {
    const file = fresh();
    beginJournal(file, asked).close();
    expect(readFileSync(file, 'utf8')).toBe(`${headerOf(asked)}\n`);
    expect(() => beginJournal(file, asked)).toThrow('EEXIST');
    expect(() => resumeJournal(fresh(), asked)).toThrow('ENOENT');
  });

  it('is complete when the sweep is, and then nothing is worked out again', async () => {
    const file = fresh();
    const first = await sweepWith(file);
    expect(first).toMatchObject({ resumed: 0, worked: 12 });
    const whole = readFileSync(file);
    const again = await sweepWith(file);
    expect(again).toEqual({ answer: first.answer, resumed: 12, worked: 0 });
    expect(readFileSync(file).equals(whole)).toBe(true);
  });

  it('cut anywhere in its last line, loses that line alone', async () => {
    const file = fresh();
    // Summaries are short lines: every byte gets its turn.
    const { answer } = await sweepWith(file, 'summary');
    const whole = readFileSync(file);
    const begin = whole.lastIndexOf(10, whole.length - 2) + 1;
    expect(whole.length - begin).toBeGreaterThan(500);
    for (let cut = begin; cut < whole.length; cut++) {
      writeFileSync(file, whole.subarray(0, cut));
      expect(await sweepWith(file, 'summary')).toEqual({ answer, resumed: 11, worked: 1 });
      // The line was written again where the half of it was.
      expect(readFileSync(file).equals(whole)).toBe(true);
    }
  });

  it('cut anywhere else, loses what is behind', async () => {
    const file = fresh();
    const { answer } = await sweepWith(file);
    const whole = readFileSync(file);
    for (let cut = 0; cut < whole.length; cut += 997) {
      writeFileSync(file, whole.subarray(0, cut));
      const lines = whole.subarray(0, cut).toString().split('\n').length - 1;
      const there = Math.max(0, lines - 1);
      expect(await sweepWith(file)).toEqual({ answer, resumed: there, worked: 12 - there });
      expect(readFileSync(file).equals(whole)).toBe(true);
    }
  });

  it('cut anywhere in its first line, or empty, begins anew', async () => {
    const file = fresh();
    const first = `${headerOf(asked)}\n`;
    for (let cut = 0; cut < first.length; cut++) {
      writeFileSync(file, first.slice(0, cut));
      resumeJournal(file, asked).close();
      expect(readFileSync(file, 'utf8')).toBe(first);
    }
  });

  describe('is refused, and left as it is', () => {
    const good = async (): Promise<string> => {
      const file = fresh();
      await sweepWith(file);
      return readFileSync(file, 'utf8');
    };
    const header = (change: (header: Record<string, unknown>) => void) => (text: string) => {
      const [first, ...rest] = text.split('\n');
      const parsed = JSON.parse(first!);
      change(parsed);
      return [JSON.stringify(parsed), ...rest].join('\n');
    };
    const line =
      (n: number, change: (line: string) => string) =>
      (text: string): string => {
        const lines = text.split('\n');
        lines[n] = change(lines[n]!);
        return lines.join('\n');
      };

    it.each<[string, (text: string) => string, RegExp]>([
      ['another version', header((h) => (h.product = { name: 'x', version: '9.9.9' })), /9\.9\.9/],
      ['another form', header((h) => (h.version = 2)), /another version/],
      ['nothing but a version', header((h) => delete h.product), /another version/],
      ['another kind', header((h) => (h.kind = 'staffing')), /another sweep \(staffing a b\)/],
      ['another scenario', header((h) => (h.scenarios = ['c'])), /another sweep \(compare c\)/],
      ['other contents', header((h) => (h.question = keyOf(7))), /differ/],
      ['a scenario', () => '{"format":"hall-twin/scenario"}\n', /not a journal/],
      ['a table', () => 'name,wait\nquxi,3\n', /not a journal/],
      ['one line of something', () => 'dear diary', /not a journal/],
      ['JSON of nothing', () => 'null\n', /not a journal/],
      ['an empty first line', () => '\n', /not a journal/],
      ['a damaged line', line(3, (l) => l.replace('{', '<')), /Line 4 is damaged/],
      ['half a line in the middle', line(2, (l) => l.slice(0, 100)), /Line 3 is damaged/],
      ['an empty line', line(5, () => ''), /Line 6 is damaged/],
      ['a line of zeros', line(5, (l) => '\0'.repeat(l.length)), /Line 6 is damaged/],
      ['a line of something else', line(4, () => '{}'), /Line 5 is damaged/],
      ['a line of nothing', line(4, () => 'null'), /Line 5 is damaged/],
      ['a line of a number', line(4, () => '12'), /Line 5 is damaged/],
      ['a line without figures', line(4, (l) => l.replace('"figures"', '"f"')), /Line 5/],
      ['a line with odd figures', line(4, (l) => l.replace(/\[.*\]/, '[null]')), /Line 5/],
      ['a line from nowhere', line(4, (l) => l.replace(/"from":\d+/, '"from":-1')), /Line 5/],
    ])('%s', async (_, change, words) => {
      const file = fresh();
      const before = change(await good());
      writeFileSync(file, before);
      const { source, problem } = refusalOf(() => resumeJournal(file, asked));
      expect(source).toBe(file);
      expect(problem.message.en).toMatch(words);
      expect(problem.remedy.en).toMatch(/egin anew with another file/);
      expect(saysItInBoth(problem)).toBe(true);
      expect(readFileSync(file, 'utf8')).toBe(before);
    });
  });

  it('tells the seed from another', async () => {
    const file = fresh();
    await sweepWith(file);
    const before = readFileSync(file, 'utf8');
    const other = asks.map((ask) => ({ ...ask, variant: { ...ask.variant, seed: 2 } }));
    const { problem } = refusalOf(() => resumeJournal(file, { ...asked, contents: other }));
    expect(problem.message.en).toContain('seed');
    expect(problem.remedy.zh).toContain('选项');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});
