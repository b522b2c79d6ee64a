import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { LineCutter } from '../../../src/calibration/log/lines';

/** All rows of a text that comes in pieces, with the line on which each begins. */
function cut(text: string, separator: string, piece: number): { line: number; cells: string[] }[] {
  const cutter = new LineCutter(separator);
  const rows: { line: number; cells: string[] }[] = [];
  const drain = (last: boolean) => {
    while (cutter.advance(last))
      rows.push({
        line: cutter.line,
        cells: Array.from({ length: cutter.width }, (_, i) => cutter.cell(i)),
      });
  };
  for (let at = 0; at < text.length; at += piece) {
    cutter.feed(text.slice(at, at + piece));
    drain(false);
  }
  drain(true);
  return rows;
}

describe('cutting rows', () => {
  it('quoted cells hold separators, quotes and line breaks; lines are counted as they lie', () => {
    const text = 'a,"b,1","c ""x"""\r\n\r\n"two\nlines",2,3\nlast,,"';
    for (const piece of [1, 2, 3, 7, 100])
      expect(cut(text, ',', piece)).toEqual([
        { line: 1, cells: ['a', 'b,1', 'c "x"'] },
        { line: 3, cells: ['two\nlines', '2', '3'] },
        { line: 5, cells: ['last', '', ''] },
      ]);
  });

  it('does the same as papaparse, wherever the pieces end', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '号', '"', ',', '\n', ';', '1'),
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(',', ';', '\t'),
        (rows, piece, delimiter) => {
          const text = Papa.unparse(rows, { delimiter, newline: '\r\n' });
          expect(cut(text, delimiter, piece).map((row) => row.cells)).toEqual(
            rows.map((row) => row.map((one) => one.trim())),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
