import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../src/report/sheet';
import { tabNames } from '../../src/report/tab-names';
import { xlsxOf } from '../../src/report/xlsx';
import { unzipped } from './unzip';

const read = async (sheets: readonly Sheet[]) =>
  readXlsxFile(Buffer.from(await xlsxOf(sheets)), { trim: false });

const readFirst = async (sheet: Sheet) => (await read([sheet]))[0]!.data;

/** The files inside a workbook, as text. */
async function inside(sheets: readonly Sheet[]): Promise<(file: string) => string> {
  const archive = await xlsxOf(sheets);
  return (file) => unzipped(archive, file);
}

const SHEET: Sheet = {
  name: '指标',
  title: '曲溪街道 "一日" <&>',
  about: [
    ['随机种子', 7],
    ['说明', ' 前后有空格 '],
  ],
  columns: [
    { name: '指标' },
    { name: '平均等候', unit: '秒', format: 'decimal' },
    { name: '利用率', format: 'share' },
    { name: '次数', format: 'integer' },
  ],
  rows: [
    ['平均等候人数与最多等候人数', 312.456789012345, 0.853, 30],
    ['乙', -3.5, null, 0],
    ['丙', Number.NaN, Number.POSITIVE_INFINITY, 1e-9],
    ['', 1, 2, 3],
  ],
  notes: ['以上为模拟结果'],
};

describe('a workbook', () => {
  it('read again has the same cells, units in the header and numbers to their last digit', async () => {
    const [first, ...others] = await read([SHEET]);
    expect(others).toEqual([]);
    expect(first!.sheet).toBe('指标');
    expect(first!.data).toEqual([
      ['曲溪街道 "一日" <&>', null, null, null],
      ['随机种子', 7, null, null],
      ['说明', ' 前后有空格 ', null, null],
      [null, null, null, null],
      ['指标', '平均等候 (秒)', '利用率', '次数'],
      ['平均等候人数与最多等候人数', 312.456789012345, 0.853, 30],
      ['乙', -3.5, null, 0],
      ['丙', null, null, 1e-9],
      [null, 1, 2, 3],
      [null, null, null, null],
      ['以上为模拟结果', null, null, null],
    ]);
  });

  it('has a tab for each sheet, in their order', async () => {
    const sheets = await read([SHEET, { ...SHEET, name: 'R&D <1>', title: '第二张' }]);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['指标', 'R&D <1>']);
    expect(sheets[1]!.data[0]![0]).toBe('第二张');
  });

  it('shows shares as per cent, headers bold and in view, columns wide enough for Chinese', async () => {
    const file = await inside([SHEET]);
    const sheet = file('xl/worksheets/sheet1.xml');
    const styles = file('xl/styles.xml');
    expect(styles).toContain('0.0%');
    expect(styles).toContain('<b/>');
    expect(sheet).toMatch(/<pane [^>]*ySplit="5"[^>]*state="frozen"/);
    // 13 Chinese characters, two more for room.
    expect(sheet).toMatch(/<col [^>]*min="1"[^>]*width="28"/);
  });

  it('does not freeze the whole screen under long lines above the table', async () => {
    const about = Array.from({ length: 30 }, (_, i) => [`行 ${i}`, i] as const);
    const file = await inside([{ ...SHEET, about }]);
    expect(file('xl/worksheets/sheet1.xml')).not.toContain('frozen');
  });

  it.each(['=', '+', '-', '@', '\t', '\n', '＝', '＋', '－', '＠', ' =', '\0=', '_x003D_'])(
    'has no formula anywhere, begun with %j, and none when saved as CSV',
    async (starter) => {
      const bad = `${starter}HYPERLINK("http://x","y")`;
      const sheet: Sheet = {
        name: bad,
        title: bad,
        about: [[bad, bad]],
        columns: [{ name: bad, unit: bad }, { name: 'n' }],
        rows: [[bad, -3]],
        notes: [bad],
      };
      const file = await inside([sheet]);
      expect(file('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/);
      const data = await readFirst(sheet);
      const texts = data.flat().filter((cell): cell is string => typeof cell === 'string');
      expect(texts).toHaveLength(7);
      for (const text of texts.filter((one) => one !== 'n')) expect(text).toMatch(/^'/);
      expect(data.flat()).toContain(-3);
    },
  );

  it('cuts a text that Excel would call the file broken for', async () => {
    const data = await readFirst({ ...SHEET, rows: [['长'.repeat(40_000), 1, 1, 1]] });
    expect(String(data[5]![0])).toHaveLength(32_767);
  });

  it('is refused without a sheet', async () => {
    await expect(xlsxOf([])).rejects.toThrow(RangeError);
  });
});

describe('the name of a tab', () => {
  it.each([
    ['参数/来源', '参数 来源'],
    ['[a]:b*c?d\\e', 'a b c d e'],
    ["'quoted'", 'quoted'],
    ['', 'Sheet'],
    ['???', 'Sheet'],
    ['History', 'History_'],
    ['a\u0000\nb', 'a b'],
    ['x'.repeat(40), 'x'.repeat(31)],
    [`${'x'.repeat(30)}😀`, 'x'.repeat(30)],
    [`${'x'.repeat(30)}'y`, 'x'.repeat(30)],
  ])('%j becomes %j', (name, becomes) => {
    expect(tabNames([name])).toEqual([becomes]);
  });

  it('is the only one of its kind', () => {
    const long = '窗'.repeat(40);
    const names = tabNames([long, long, 'a', 'A', 'a (2)']);
    expect(names).toEqual(['窗'.repeat(31), `${'窗'.repeat(27)} (2)`, 'a', 'A (2)', 'a (2) (2)']);
    expect(names.every((name) => name.length <= 31)).toBe(true);
  });

  it('that no user can break opens a workbook', async () => {
    const sheets = await read(["[=1]:*?/\\'", '', ''].map((name) => ({ ...SHEET, name })));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['=1', 'Sheet', 'Sheet (2)']);
  });
});
