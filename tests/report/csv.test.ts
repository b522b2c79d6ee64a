import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../src/report/csv';
import { harmless } from '../../src/report/harmless';
import type { Sheet } from '../../src/report/sheet';

/** What a spreadsheet reads: every cell as text. */
function read(csv: string): string[][] {
  return Papa.parse<string[]>(csv.slice(1).replace(/\r\n$/, '')).data;
}

const SHEET: Sheet = {
  name: '指标',
  title: '曲溪街道 "一日"',
  about: [
    ['随机种子', 7],
    ['说明', '一行，逗号,引号"，\n第二行'],
  ],
  columns: [
    { name: '指标' },
    { name: '平均等候', unit: '秒', format: 'decimal' },
    { name: '利用率', format: 'share' },
  ],
  rows: [
    ['甲', 312.456789012345, 0.853],
    ['乙', -3.5, null],
    [null, 1e-9, 0],
    ['丙', Number.NaN, Number.POSITIVE_INFINITY],
  ],
  notes: ['以上为模拟结果'],
};

/** What spreadsheets take for the beginning of a formula. */
const STARTERS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
const HIDDEN = ['', ' ', '\t', '\r\n', '\u00A0', '\u3000', '\u200B', '\uFEFF', '\0', '\u2060'];

describe('a text of a user', () => {
  it.each(STARTERS.flatMap((starter) => HIDDEN.map((before) => `${before}${starter}1+1`)))(
    '%j is made harmless and stays readable',
    (text) => {
      expect(harmless(text)).toBe(`'${text}`);
    },
  );

  it.each(['_x003D_1+1', '_x003d_1+1', '=cmd|"/c calc"!A1', '-2+3'])('%j too', (text) => {
    expect(harmless(text)).toBe(`'${text}`);
  });

  it.each(['曲溪', 'a=b', 'B − A', '–', '3-1', ' 空', "'=1", '', '(−1)', '_x_', 'w1@hall'])(
    '%j is left as it is',
    (text) => {
      expect(harmless(text)).toBe(text);
    },
  );
});

describe('a CSV file', () => {
  it('begins with the byte order mark and ends every line with CR and LF', () => {
    const csv = csvOf({ ...SHEET, about: [] });
    expect(csv.startsWith('\uFEFF曲溪街道') || csv.startsWith('\uFEFF"曲溪街道')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('read again has the same cells, units in the header and numbers to their last digit', () => {
    expect(read(csvOf(SHEET))).toEqual([
      ['曲溪街道 "一日"'],
      ['随机种子', '7'],
      ['说明', '一行，逗号,引号"，\n第二行'],
      [''],
      ['指标', '平均等候 (秒)', '利用率 (0–1)'],
      ['甲', '312.456789012345', '0.853'],
      ['乙', '-3.5', ''],
      ['', '1e-9', '0'],
      ['丙', '', ''],
      [''],
      ['以上为模拟结果'],
    ]);
  });

  it.each(STARTERS)('has no formula anywhere, begun with %j', (starter) => {
    const bad = `${starter}HYPERLINK("http://x","y")`;
    const lines = read(
      csvOf({
        name: bad,
        title: bad,
        about: [[bad, bad]],
        columns: [{ name: bad, unit: bad }],
        rows: [[bad]],
        notes: [bad],
      }),
    );
    expect(lines.filter(([first]) => first !== '')).toEqual([
      [`'${bad}`],
      [`'${bad}`, `'${bad}`],
      [`'${bad} (${bad})`],
      [`'${bad}`],
      [`'${bad}`],
    ]);
  });

  it('keeps a negative number a number and a text that looks like one a text', () => {
    const lines = read(csvOf({ ...SHEET, rows: [[-3, '-3', -0.25]] }));
    expect(lines).toContainEqual(['-3', "'-3", '-0.25']);
  });
});
