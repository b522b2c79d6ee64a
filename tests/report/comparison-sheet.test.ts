import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { comparisonSheets, VERDICTS } from '../../src/report/comparison-sheet';
import { csvOf } from '../../src/report/csv';
import { headerOf } from '../../src/report/sheet';
import { xlsxOf } from '../../src/report/xlsx';
import { PRODUCT } from '../../src/scenarios/product';
import { changeOf, measuresToShow } from '../../src/sim/experiments/change';
import { compared, quieter, quxi } from './results';

const report = await compared([quxi, quieter(quxi), quxi]);
const [zh] = comparisonSheets(report, 'zh');
const [en] = comparisonSheets(report, 'en');

const rowOf = (id: string) => zh!.rows.find((row) => row.at(-1) === id)!;
const column = (header: string) => zh!.columns.map(headerOf).indexOf(header);

describe('a comparison as a table', () => {
  it('has a row with a unit for each measure that says something', () => {
    expect(zh!.rows.map((row) => row.at(-1))).toEqual(measuresToShow(report));
    for (const row of zh!.rows) {
      expect(row).toHaveLength(zh!.columns.length);
      expect(row[1]).toMatch(/\S/);
    }
  });

  it('has mean, interval and replications of every variant, and of its difference to the first', () => {
    const figures = (of: string) =>
      ['均值', '95%区间下限', '95%区间上限', '重复次数'].map((part) => `${of} ${part}`);
    expect(zh!.columns.map(headerOf)).toEqual([
      '指标',
      '单位',
      ...figures('A'),
      ...figures('B'),
      ...figures('B − A'),
      'B 对 A 的结论',
      ...figures('C'),
      ...figures('C − A'),
      'C 对 A 的结论',
      '字段',
    ]);
  });

  it('has the figures of the report, shares in per cent', () => {
    const [a, b] = report.variants;
    const wait = rowOf('waitMeanS');
    const start = column('B − A 均值');
    const difference = b!.difference!.waitMeanS;
    expect(wait[column('A 均值')]).toBe(a!.measures.waitMeanS.mean);
    expect(wait[column('B 均值')]).toBe(b!.measures.waitMeanS.mean);
    expect(wait.slice(start, start + 4)).toEqual([
      difference.mean,
      ...difference.ci95!,
      difference.n,
    ]);
    expect(difference.mean).toBeLessThan(0);
    const share = rowOf('abandonedShare');
    expect(share[1]).toBe('%');
    expect(share[column('A 均值')]).toBeCloseTo(100 * a!.measures.abandonedShare.mean!, 9);
    expect(share[start]).toBeCloseTo(100 * b!.difference!.abandonedShare.mean!, 9);
  });

  it('has the verdict on each', () => {
    for (const id of measuresToShow(report))
      for (const [i, letter] of [
        [1, 'B'],
        [2, 'C'],
      ] as const)
        expect(rowOf(id)[column(`${letter} 对 A 的结论`)]).toBe(
          VERDICTS[changeOf(id, report.variants[i]!.difference![id])].zh,
        );
    expect(rowOf('waitMeanS')[column('B 对 A 的结论')]).toBe('更好');
    expect(rowOf('waitMeanS')[column('C 对 A 的结论')]).toBe('相同');
  });

  it('says what was compared, how often and with what confidence', () => {
    const about = new Map(zh!.about);
    expect(about.get('方案 A')).toBe('曲溪街道政务服务大厅 (quxi)，平面图：无（步行不计时）');
    expect(about.get('产品与版本')).toBe(`${PRODUCT.name} ${PRODUCT.version}`);
    expect(about.get('随机种子')).toBe(7);
    expect(about.get('重复次数')).toBe(4);
    expect(about.get('置信水平')).toMatch(/^95%/);
    expect(zh!.notes!.join()).toMatch(/Bonferroni[\s\S]*不是实测数据/);
  });

  it('is complete in both languages', () => {
    expect(en!.rows.length).toBe(zh!.rows.length);
    const words = [en!.name, en!.title, ...en!.columns.map(headerOf), ...en!.notes!];
    for (const word of [...words, ...en!.about.flat(), ...en!.rows.flat()])
      expect(String(word)).not.toMatch(/\p{Script=Han}/u);
    expect(en!.rows.map((row) => row.filter((cell) => typeof cell === 'number'))).toEqual(
      zh!.rows.map((row) => row.filter((cell) => typeof cell === 'number')),
    );
  });

  it('has the same cells in both kinds of file, negative differences as numbers', async () => {
    const start = zh!.about.length + 3;
    const [book] = await readXlsxFile(Buffer.from(await xlsxOf([zh!])));
    expect(book!.data.slice(start, start + zh!.rows.length)).toEqual(zh!.rows);
    const csv = Papa.parse<string[]>(csvOf(zh!).slice(1)).data;
    const wait = zh!.rows.findIndex((row) => row.at(-1) === 'waitMeanS');
    expect(csv[start + wait]![column('B − A 均值')]).toBe(
      String(report.variants[1]!.difference!.waitMeanS.mean),
    );
  });

  it.each(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', ' ='])(
    'makes the name of a variant begun with %j harmless',
    async (starter) => {
      const bad = `${starter}1+1`;
      const variants = report.variants.map((variant) => ({ ...variant, name: bad }));
      const all = comparisonSheets({ ...report, variants }, 'zh');
      const csv = Papa.parse<string[]>(csvOf(all[0]!).slice(1)).data;
      const [book] = await readXlsxFile(Buffer.from(await xlsxOf(all)), { trim: false });
      for (const lines of [csv, book!.data]) {
        const [title, ...about] = lines.map((line) => line as (string | null)[]);
        expect(title![0]).toMatch(/^'/);
        for (const line of about.slice(0, 3)) expect(line[1]).toMatch(/^'/);
      }
    },
  );
});
