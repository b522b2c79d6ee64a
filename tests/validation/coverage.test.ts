import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import coverage from './coverage.json';

interface Clause {
  /** Verbatim from the notice. */
  readonly clause: string;
  /** Tests that hold it: the file, and the test's name as it stands in the source. */
  readonly heldBy?: readonly { readonly file: string; readonly test: string }[];
  /** What is not held, and why. */
  readonly notHeld?: string;
}

const clauses: readonly Clause[] = coverage.clauses;
/** The notice, where it lies beside the checkout. */
const NOTICE = '../shared/reference/jiedong-2021-notice.zh.txt';

/** Whether a source has a test of that name, not only a text that holds the words. */
function hasTest(source: string, name: string): boolean {
  const quoted = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?:test|it)[^\\n]*?\\(\\s*(['"\`])${quoted}\\1`).test(source);
}

describe('what holds each line of the notice', () => {
  it.each(clauses)('$clause', ({ heldBy = [], notHeld }) => {
    expect(heldBy.length > 0 || notHeld !== undefined).toBe(true);
    if (notHeld !== undefined) expect(notHeld).toMatch(/\S{3,}.*\.$/);
    for (const { file, test } of heldBy) {
      expect(existsSync(file), file).toBe(true);
      expect(hasTest(readFileSync(file, 'utf8'), test), `${file}: ${test}`).toBe(true);
    }
  });

  it('names each clause once', () => {
    const names = clauses.map((c) => c.clause);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('knows a test from words that only look like one', () => {
    expect(hasTest("  test('a day (by hand)', () => {", 'a day (by hand)')).toBe(true);
    expect(hasTest("it.each(CASES)('$id', (one) => {", '$id')).toBe(true);
    expect(hasTest("// test: 'a day'", 'a day')).toBe(false);
    expect(hasTest("test('a day by hand', () => {", 'a day')).toBe(false);
  });

  it.skipIf(!existsSync(NOTICE))('quotes the notice, and leaves no line of it out', () => {
    const notice = readFileSync(NOTICE, 'utf8');
    for (const { clause } of clauses) expect(notice, clause).toContain(clause);
    // Sentences of the body; headings and the frame of the web page have no full stop.
    const body = notice.slice(notice.indexOf('一、指导思想'), notice.indexOf('相关附件'));
    const sentences = body
      .split('\n')
      .flatMap((line) => line.match(/[^。]+。/g) ?? [])
      .map((sentence) => sentence.trim())
      .filter((sentence) => !/^\([一二三四五]\)[^,]{1,30}。$/.test(sentence));
    expect(sentences.length).toBeGreaterThan(70);
    expect(sentences.filter((s) => !clauses.some(({ clause }) => s.includes(clause)))).toEqual([]);
  });
});
