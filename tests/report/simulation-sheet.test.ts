import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../src/report/csv';
import { MEASURES } from '../../src/report/measures';
import { headerOf, type Sheet } from '../../src/report/sheet';
import { simulationSheets } from '../../src/report/simulation-sheet';
import { xlsxOf } from '../../src/report/xlsx';
import { PRODUCT } from '../../src/scenarios/product';
import { tellingMeasures } from '../../src/sim/experiments/report';
import { LANGUAGES, quxi, severalDays, simulated } from './results';

const report = simulated(quxi);
const sheets = {
  zh: simulationSheets(report, quxi, 'zh'),
  en: simulationSheets(report, quxi, 'en'),
};
const [measures, byClass, halfHours, windows] = sheets.zh as [Sheet, Sheet, Sheet, Sheet];

/** Everything that a sheet says itself, without what the scenario names. */
const ownWords = (sheet: Sheet) => [
  sheet.name,
  ...sheet.columns.map(headerOf),
  ...sheet.about.map(([label]) => label),
  ...(sheet.notes ?? []),
];

describe('a simulation as tables', () => {
  it('has one for measures, classes, half hours, windows and parameters', () => {
    expect(sheets.zh.map(({ name }) => name)).toEqual([
      '指标',
      '按事项类别',
      '按半小时',
      '窗口',
      '参数与来源',
    ]);
  });

  it.each(LANGUAGES)('says in each what it is a result of, in %s', (language) => {
    for (const { about, title } of sheets[language]) {
      const values = about.map(([, value]) => value);
      expect(title).toContain(quxi.name[language as never]);
      expect(values).toContain(`${PRODUCT.name} ${PRODUCT.version}`);
      expect(values).toContain(report.seed);
      expect(values).toContain(report.replications);
      expect(values.some((value) => String(value).startsWith('95'))).toBe(true);
      expect(values.some((value) => String(value).includes('(quxi)'))).toBe(true);
    }
  });

  it('says what it rests on most, and that it is an assumption', () => {
    const about = new Map(measures.about);
    expect(about.get('每日办事人次 (人次)')).toBe(338);
    expect(about.get('每日办事人次的来源')).toMatch(/^假设：每窗每日约26人/);
    expect(about.get('等候目标的来源')).toMatch(/^假设：15分钟/);
    expect(about.get('参数来源合计')).toMatch(/^通知 \d+ 项，其他来源 \d+ 项，假设 \d+ 项$/);
    expect(measures.notes!.join()).toContain('不是实测数据');
  });

  it('has unit, mean, interval and replications of each measure that says something', () => {
    const telling = tellingMeasures(report.measures);
    expect(telling.length).toBeGreaterThan(10);
    expect(measures.rows.map((row) => row.at(-1))).toEqual(telling);
    for (const [name, unit, mean, low, high, n, better, id] of measures.rows) {
      const of = report.measures[id as (typeof telling)[number]];
      const scale = String(id).endsWith('Share') ? 100 : 1;
      expect(name).toBe(MEASURES[id as (typeof telling)[number]].zh);
      expect(unit).toMatch(/\S/);
      expect(better).toMatch(/\S/);
      expect(mean).toBeCloseTo(of.mean! * scale, 9);
      expect(low).toBeCloseTo(of.ci95![0] * scale, 9);
      expect(high).toBeCloseTo(of.ci95![1] * scale, 9);
      expect(n).toBe(of.n);
    }
  });

  it('has each class by its name with the same measures', () => {
    const waits = byClass.rows.filter((row) => String(row.at(-1)).endsWith('.waitMeanS'));
    expect(waits.map(([name]) => name)).toEqual(
      quxi.classes.map(({ name }) => (name as { zh: string }).zh),
    );
    expect(waits.map((row) => row[3])).toEqual(
      quxi.classes.map(({ id }) => report.byClass[id]!.waitMeanS.mean),
    );
    expect(new Set(waits.map((row) => row[2]))).toEqual(new Set(['秒']));
  });

  it('has the half hours with wait, waiting and arrivals, their units in the header', () => {
    expect(halfHours.columns.map(headerOf)).toEqual([
      '从',
      '到',
      ...['平均等候|秒', '平均等候人数|人', '取号人数|人'].flatMap((text) => {
        const [name, unit] = text.split('|');
        return [
          `${name} 均值 (${unit})`,
          `${name} 95%区间下限 (${unit})`,
          `${name} 95%区间上限 (${unit})`,
          `${name} 重复次数`,
        ];
      }),
    ]);
    expect(halfHours.rows.length).toBe(report.series.edgesS.length - 1);
    const third = halfHours.rows[2]!;
    expect(third.slice(0, 2)).toEqual(['10:00', '10:30']);
    const { waitMeanS, queueMean, arrived } = report.series;
    expect(third[2]).toBe(waitMeanS[2]!.mean);
    expect(third.slice(7, 9)).toEqual(queueMean[2]!.ci95);
    expect(third[10]).toBe(arrived[2]!.mean);
  });

  it('has the utilisation of the windows as shares', () => {
    expect(windows.rows.map((row) => row[0])).toEqual(quxi.windows.map(({ id }) => id));
    expect(windows.rows[0]![1]).toBe('综合窗口1号');
    expect(windows.rows[0]![2]).toBe(report.measures.utilisation.w1!.mean);
    expect(windows.columns.slice(2, 5).map(({ format }) => format)).toEqual(Array(3).fill('share'));
  });

  it('is complete in both languages, row by row', () => {
    expect(sheets.en.length).toBe(sheets.zh.length);
    for (const [i, zh] of sheets.zh.entries()) {
      const en = sheets.en[i]!;
      expect(en.rows.length).toBe(zh.rows.length);
      expect(en.columns.length).toBe(zh.columns.length);
      expect(en.about.length).toBe(zh.about.length);
      for (const word of ownWords(en)) expect(word).not.toMatch(/\p{Script=Han}/u);
      expect(en.rows.flat().join()).not.toMatch(/\p{Script=Han}/u);
      for (const word of ownWords(zh)) expect(word).toMatch(/\p{Script=Han}/u);
      for (const sheet of [zh, en])
        for (const row of sheet.rows) expect(row).toHaveLength(sheet.columns.length);
    }
  });

  it('has empty intervals for one replication', () => {
    const [one] = simulationSheets(simulated(quxi, 1), quxi, 'zh');
    for (const row of one!.rows) expect(row.slice(3, 6)).toEqual([null, null, expect.any(Number)]);
  });

  it('has the days of a run over several', () => {
    const several = simulated(severalDays, 2);
    const days = simulationSheets(several, severalDays, 'en').find(
      ({ name }) => name === 'By day',
    )!;
    expect(days.rows.map(([date]) => date)).toEqual(several.days!.dates);
    expect(days.rows[0]).toHaveLength(days.columns.length);
    expect(headerOf(days.columns[5]!)).toBe('Mean wait mean (s)');
    expect(days.rows[0]![5]).toBe(several.days!.waitMeanS[0]!.mean);
    expect(new Map(days.about).get('Working days')).toBe(several.days!.dates.length);
  });

  it('says when replications were stopped', () => {
    const stopped = [{ replication: 1, atS: 7200, inside: 5000 }];
    const [first] = simulationSheets({ ...report, stopped }, quxi, 'en');
    expect(first!.notes![0]).toContain('the first after 2.0 h with 5000 people inside');
  });

  it('has the same numbers in both kinds of file', async () => {
    const book = await readXlsxFile(Buffer.from(await xlsxOf(sheets.zh)));
    expect(book.map(({ sheet }) => sheet)).toEqual(sheets.zh.map(({ name }) => name));
    for (const [i, { data }] of book.entries()) {
      const csv = Papa.parse<string[]>(csvOf(sheets.zh[i]!).slice(1).trimEnd()).data;
      const start = sheets.zh[i]!.about.length + 3;
      const rows = sheets.zh[i]!.rows;
      expect(data.slice(start, start + rows.length)).toEqual(rows);
      expect(csv.slice(start, start + rows.length)).toEqual(
        rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
      );
    }
  });

  it.each(['=', '+', '-', '@', '\t', '\r', '＝', ' @'])(
    'makes names from a scenario file begun with %j harmless',
    async (starter) => {
      const bad = `${starter}cmd|' /C calc'!A0`;
      const evil = {
        ...quxi,
        name: bad,
        classes: quxi.classes.map((c) => ({ ...c, name: bad })),
        windows: quxi.windows.map((w) => ({ ...w, name: bad })),
        targetWaitS: { value: 900, provenance: { kind: 'source' as const, note: bad } },
      };
      const all = simulationSheets(report, evil, 'zh');
      const book = await readXlsxFile(Buffer.from(await xlsxOf(all)), { trim: false });
      let guarded = 0;
      for (const [i, sheet] of all.entries()) {
        const csv = Papa.parse<string[]>(csvOf(sheet).slice(1)).data;
        for (const cell of [...csv.flat(), ...book[i]!.data.flat()]) {
          if (typeof cell !== 'string' || Number.isFinite(Number(cell))) continue;
          expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
          if (cell.startsWith("'")) guarded++;
        }
      }
      // Titles, classes, windows and a note, in either file.
      expect(guarded).toBeGreaterThan(2 * (all.length + quxi.classes.length + quxi.windows.length));
    },
  );
});
