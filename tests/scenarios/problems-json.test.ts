import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../src/scenarios/problems-json';

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('the place where a text stops being JSON', () => {
  it.each([
    ['{"a":1,\n "b": tru}', 2, 7, 't'],
    ['{"a":', 1, 6, null],
    ['', 1, 1, null],
    ['[1,]', 1, 4, ']'],
    ['{"a":1,}', 1, 8, '}'],
    ['[1 2]', 1, 4, '2'],
    ['"a\nb"', 1, 3, '\n'],
    ['"\\x"', 1, 2, '\\'],
    ['{} {}', 1, 4, '{'],
    ['[01]', 1, 3, '1'],
    ['{a:1}', 1, 2, 'a'],
    ['[1}', 1, 3, '}'],
    ['😀', 1, 1, '😀'],
  ])('%j', (text, line, column, found) => {
    expect(parses(text)).toBe(false);
    expect(findJsonFault(text)).toMatchObject({ line, column, found });
  });

  it('agrees with JSON.parse on what is JSON at all', () => {
    const damaged = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', ']', '\\', '0', '-', 'x', '\n'),
      )
      .map(([text, at, junk]) => {
        const i = at % (text.length + 1);
        return text.slice(0, i) + junk + text.slice(i + 1);
      });
    fc.assert(
      fc.property(damaged, (text) => {
        expect(findJsonFault(text) === null).toBe(parses(text));
      }),
      { numRuns: 3000, seed: 20210407 },
    );
  });

  it('needs no stack for deep nesting', () => {
    expect(findJsonFault('['.repeat(1_000_000))).toMatchObject({ column: 1_000_001, found: null });
  });
});
