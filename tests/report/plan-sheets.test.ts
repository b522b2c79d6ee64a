import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../src/report/csv';
import { districtSheets } from '../../src/report/district-sheets';
import { sensitivitySheets } from '../../src/report/sensitivity-sheets';
import { headerOf, type Sheet } from '../../src/report/sheet';
import { staffingSheets } from '../../src/report/staffing-sheets';
import { windowsProposal } from '../../src/report/windows-proposal';
import { windowsSheets } from '../../src/report/windows-sheets';
import { xlsxOf } from '../../src/report/xlsx';
import { PRODUCT } from '../../src/scenarios/product';
import type { HallPlan } from '../../src/sim/planning/district';
import { type SensitivityReport, studySensitivity } from '../../src/sim/planning/sensitivity';
import type { WindowsPlan } from '../../src/sim/planning/windows-plan';
import {
  base,
  evaluator,
  HALL,
  judging,
  budget as plan,
  promise,
  staffing,
  unmeetable,
} from './plans';
import { LANGUAGES } from './results';

const study = {
  base,
  promise,
  judging,
  replications: 4,
  map: {
    x: { id: 'demand', values: [0.8, 1] },
    y: { id: 'absence', values: [0, 0.05, 0.1] },
  },
} as const;
const sensitivity = await studySensitivity(study, evaluator);

const halls: readonly HallPlan[] = [
  { hall: 'quxi', ok: true, plan },
  { hall: 'putian', ok: true, plan: unmeetable },
  { hall: 'yunlu', ok: false, reason: 'no design with 3 to 4 windows' },
];

/** Column by its header, unit included; the header must be there. */
function cell(sheet: Sheet, row: readonly unknown[], header: string) {
  const i = sheet.columns.map(headerOf).indexOf(header);
  expect([header, i]).not.toEqual([header, -1]);
  return row[i];
}
const three = (sheet: Sheet, row: readonly unknown[], name: string, unit = '') =>
  ['均值', '95%区间下限', '95%区间上限'].map((part) => cell(sheet, row, `${name} ${part}${unit}`));
const figures = ({ mean, ci95 }: { mean: number | null; ci95: readonly number[] | null }) => [
  mean,
  ci95?.[0] ?? null,
  ci95?.[1] ?? null,
];

describe('designs as a table', () => {
  const [designs, proposal] = windowsSheets(plan, HALL, 'zh') as [Sheet, Sheet];

  it('has a row for each, and one for the present', () => {
    expect(designs.rows.map((row) => cell(designs, row, '窗口数'))).toEqual([11, 12, 13, 13]);
    expect(designs.rows.map((row) => cell(designs, row, '标记'))).toEqual([
      null,
      '建议',
      null,
      '现状',
    ]);
    const row = designs.rows[1]!;
    expect(cell(designs, row, '分工')).toBe('按现有分工');
    expect(cell(designs, row, '各组窗口数')).toBe('7 + 1 + 1 + 1 + 1 + 1');
    expect(cell(designs, row, '判定')).toBe('达到承诺');
    expect(cell(designs, designs.rows[0]!, '判定')).toBe('未定');
    expect(cell(designs, row, '模拟次数')).toBe(60);
  });

  it('has the figures of the plan with their intervals', () => {
    for (const [i, candidate] of plan.candidates.entries()) {
      const row = designs.rows[i]!;
      const { measures } = candidate.outlook!;
      expect(three(designs, row, '目标时间内叫到号的比例')).toEqual(
        figures(measures.calledWithinShare),
      );
      expect(three(designs, row, '平均等候', ' (秒)')).toEqual(figures(measures.waitMeanS));
      expect(three(designs, row, '九成等候不超过', ' (秒)')).toEqual(figures(measures.waitP90S));
      expect(three(designs, row, '放弃等候的比例')).toEqual(figures(measures.abandonedShare));
      expect(three(designs, row, '窗口在岗时间', ' (小时)')).toEqual(figures(measures.staffHours));
    }
  });

  it('says where it comes from', () => {
    const about = new Map(designs.about);
    expect(about.get('产品与版本')).toBe(`${PRODUCT.name} ${PRODUCT.version}`);
    expect(about.get('方案')).toBe('曲溪街道政务服务大厅 (quxi)');
    expect(about.get('平面图')).toBe('无（步行不计时）');
    expect(about.get('随机种子')).toBe(7);
    expect(about.get('服务承诺')).toContain('至少 90% 的人等候不超过 15 分钟');
    expect(about.get('判定的置信水平')).toBe('95%');
    expect(about.get('容许误差')).toBe('±1 个百分点');
    expect(about.get('结论已达置信水平')).toBe('否');
    expect(about.get('计算状态')).toBe('模拟次数已用完');
    expect(about.get('模拟总次数')).toBe(plan.replications);
    expect(designs.about.flat().join()).toContain('TOMACS 20(3), 2010');
    expect(designs.notes!.join()).toContain('不是实测数据');
  });

  it('has the proposal, what one fewer costs and what changes', () => {
    const sentences = windowsProposal(plan, HALL, 'zh');
    expect(proposal.rows.slice(0, sentences.length).map((row) => row[1])).toEqual(sentences);
    const part = (start: string) =>
      proposal.rows.filter((row) => String(row[0]).startsWith(start) && row[1] === '平均等候');
    const [fewer, ...others] = part('少一个窗口：11 个窗口');
    expect(others).toEqual([]);
    const { mean, ci95, n } = plan.oneFewer!.difference.waitMeanS;
    expect(fewer!.slice(2)).toEqual(['秒', mean, ...ci95!, n]);
    const change = plan.present!.difference!.waitMeanS;
    expect(part('建议 − 现状')[0]!.slice(3)).toEqual([change.mean, ...change.ci95!, change.n]);
    const share = proposal.rows.find((row) => row[0] === '建议 − 现状' && row[2] === '%')!;
    expect(share[3]).toBeCloseTo(100 * plan.present!.difference!.calledWithinShare.mean!, 9);
  });

  it('marks the nearest where none keeps the promise', () => {
    expect(unmeetable.recommended).toBeNull();
    const [sheet] = windowsSheets(unmeetable, HALL, 'zh') as [Sheet];
    const marks = sheet.rows.map((row) => cell(sheet, row, '标记'));
    expect(marks.filter((mark) => mark === '最接近承诺')).toHaveLength(1);
    expect(marks[unmeetable.best!]).toBe('最接近承诺');
    expect(marks).not.toContain('建议');
  });

  it('has empty cells for what failed and for intervals that are not there', () => {
    const [failed, single] = plan.candidates;
    const { outlook } = single!;
    const odd: WindowsPlan = {
      ...plan,
      candidates: [
        { ...failed!, verdict: 'failed', failed: '=1+1', outlook: null },
        {
          ...single!,
          outlook: {
            ...outlook!,
            measures: {
              ...outlook!.measures,
              calledWithinShare: { mean: 0.91, ci95: null, n: 1 },
            },
          },
        },
        plan.candidates[2]!,
      ],
    };
    const [sheet] = windowsSheets(odd, HALL, 'zh') as [Sheet];
    expect(three(sheet, sheet.rows[0]!, '平均等候', ' (秒)')).toEqual([null, null, null]);
    expect(cell(sheet, sheet.rows[0]!, '判定')).toBe('无法模拟');
    expect(cell(sheet, sheet.rows[0]!, '无法模拟的原因')).toBe('=1+1');
    expect(three(sheet, sheet.rows[1]!, '目标时间内叫到号的比例')).toEqual([0.91, null, null]);
  });
});

describe('staffings as tables', () => {
  const [tried, halfHours, shifts, proposal] = staffingSheets(staffing, HALL, 'zh') as [
    Sheet,
    Sheet,
    Sheet,
    Sheet,
  ];
  const chosen = staffing.candidates[staffing.recommended!]!;

  it('has every staffing that was tried, the cheapest first', () => {
    const hours = tried.rows.map((row) => cell(tried, row, '每日窗口小时 (小时)'));
    expect(hours).toEqual([
      ...staffing.candidates.map((one) => one.hours),
      staffing.present!.hours,
    ]);
    const row = tried.rows[staffing.recommended!]!;
    expect(cell(tried, row, '标记')).toBe('建议');
    expect(cell(tried, row, '第 1 组')).toMatch(new RegExp(`全天 × ${chosen.groups[0]![0]}`));
    expect(tried.rows.filter((one) => one[0] === '建议')).toHaveLength(1);
  });

  it('has the half hours with windows, the present, load and wait', () => {
    expect(halfHours.rows.map((row) => row.slice(2, 5))).toEqual(
      staffing.halfHours.map(({ windows, present, load }) => [windows, present, load]),
    );
    expect(halfHours.rows[0]!.slice(0, 2)).toEqual(['09:00', '09:30']);
    const { mean, ci95, n } = staffing.halfHours[3]!.waitMeanS;
    expect(halfHours.rows[3]!.slice(5)).toEqual([mean, ...ci95!, n]);
  });

  it('has the shifts by group, which add up to the hours', () => {
    const hours = shifts.rows.reduce(
      (sum, row) =>
        sum + Number(cell(shifts, row, '每窗口小时 (小时)')) * Number(cell(shifts, row, '合计')),
      0,
    );
    expect(hours).toBe(chosen.hours);
    expect(shifts.rows.map((row) => row[0])).toContain('高峰 09:30–11:30');
    expect(shifts.rows[0]![1]).toBe('09:00–12:00 13:00–17:00');
    expect(shifts.notes!.join()).toContain('第 1 组：窗口 w1 w2');
  });

  it('has the proposal and what changes', () => {
    expect(proposal.rows[0]![1]).toContain(`每天共 ${chosen.hours} 窗口小时`);
    const wait = proposal.rows.find((row) => row[0] === '建议 − 现状' && row[1] === '平均等候')!;
    expect(wait[3]).toBe(staffing.present!.difference!.waitMeanS.mean);
  });
});

describe('the district as a table', () => {
  const [sheet] = districtSheets(halls, 'zh') as [Sheet];
  const [kept, missed, failed] = sheet.rows as [
    Sheet['rows'][0],
    Sheet['rows'][0],
    Sheet['rows'][0],
  ];

  it('has a row for each hall, failed ones with the reason', () => {
    expect(sheet.rows.map((row) => row.slice(0, 2))).toEqual([
      ['曲溪街道', 200],
      ['埔田镇', 150],
      ['云路镇', 200],
    ]);
    expect(sheet.rows.map((row) => cell(sheet, row, '建议窗口数'))).toEqual([12, null, null]);
    expect(cell(sheet, failed, '结果')).toBe('无法计算');
    expect(cell(sheet, failed, '无法模拟的原因')).toBe('no design with 3 to 4 windows');
    for (const row of sheet.rows) expect(row).toHaveLength(sheet.columns.length);
  });

  it('has what is recommended, one fewer and the present', () => {
    expect(cell(sheet, kept, '结果')).toBe('达到承诺');
    expect(cell(sheet, kept, '结论已达置信水平')).toBe('否');
    expect(three(sheet, kept, '目标时间内叫到号的比例')).toEqual(
      figures(plan.candidates[1]!.outlook!.measures.calledWithinShare),
    );
    expect(three(sheet, kept, '少一个窗口：及时叫号的比例')).toEqual(
      figures(plan.candidates[0]!.outlook!.measures.calledWithinShare),
    );
    expect(three(sheet, kept, '少一个窗口：及时叫号的比例之差')).toEqual(
      figures(plan.oneFewer!.difference.calledWithinShare),
    );
    expect(three(sheet, kept, '现状：及时叫号的比例')).toEqual(
      figures(plan.present!.outlook.measures.calledWithinShare),
    );
    expect(cell(sheet, kept, '现状窗口数')).toBe(13);
  });

  it('has the best that can where none does', () => {
    const best = unmeetable.candidates[unmeetable.best!]!;
    expect(cell(sheet, missed, '结果')).toMatch(/列最接近的方案/);
    expect(cell(sheet, missed, '所列方案窗口数')).toBe(best.windows);
    expect(three(sheet, missed, '目标时间内叫到号的比例')).toEqual(
      figures(best.outlook!.measures.calledWithinShare),
    );
    expect(three(sheet, missed, '少一个窗口：及时叫号的比例')).toEqual([null, null, null]);
  });

  it('adds up, and says where halls differ', () => {
    expect(sheet.notes![0]).toBe(
      '3 个大厅中 1 个有达到承诺的方案，这 1 个大厅合计建议窗口 12 个。',
    );
    const about = new Map(sheet.about);
    expect(about.get('服务承诺')).toBe('各厅不同');
    expect(about.get('随机种子')).toBe(7);
    expect(about.has('方案')).toBe(false);
  });

  it('does without any plan', () => {
    const [none] = districtSheets([halls[2]!], 'en') as [Sheet];
    expect(none.rows).toHaveLength(1);
    expect(districtSheets([], 'zh')[0]!.rows).toEqual([]);
  });
});

describe('sensitivity as tables', () => {
  const [tornado, map, points] = sensitivitySheets(sensitivity, HALL, 'zh') as [
    Sheet,
    Sheet,
    Sheet,
  ];

  it('has the hall as assumed and then each assumption, in the order of the report', () => {
    expect(tornado.rows.map((row) => row[0])).toEqual([
      '原假设',
      ...sensitivity.assumptions.map(({ name }) => (name as { zh: string }).zh),
    ]);
    expect(three(tornado, tornado.rows[0]!, '低值 及时叫号的比例')).toEqual(
      figures(sensitivity.base!.outlook.measures.calledWithinShare),
    );
    for (const [i, { low, high, ends }] of sensitivity.assumptions.entries()) {
      const row = tornado.rows[i + 1]!;
      expect(cell(tornado, row, '低值 取值')).toBe(low);
      expect(cell(tornado, row, '高值 取值')).toBe(high);
      for (const [j, end] of ['低值', '高值'].entries()) {
        const { outlook, difference } = ends[j]!;
        expect(three(tornado, row, `${end} 及时叫号的比例`)).toEqual(
          figures(outlook!.measures.calledWithinShare),
        );
        expect(three(tornado, row, `${end} 与原假设之差`)).toEqual(
          figures(difference!.calledWithinShare),
        );
      }
    }
  });

  it('has the fewest windows only where they were sought', () => {
    const headers = tornado.columns.map(headerOf).join();
    expect(headers).not.toContain('最少窗口数');
    const [first, ...others] = sensitivity.assumptions;
    const [low, high] = first!.ends;
    const sought: SensitivityReport = {
      ...sensitivity,
      base: { ...sensitivity.base!, windows: 12 },
      assumptions: [
        {
          ...first!,
          ends: [
            { ...low, windows: 9 },
            { ...high, windows: null },
          ],
        },
        ...others,
      ],
    };
    const [sheet] = sensitivitySheets(sought, HALL, 'zh') as [Sheet];
    expect(cell(sheet, sheet.rows[0]!, '低值 最少窗口数')).toBe(12);
    expect(cell(sheet, sheet.rows[1]!, '低值 最少窗口数')).toBe(9);
    expect(cell(sheet, sheet.rows[1]!, '高值 最少窗口数')).toBe('试过的均不够');
    expect(cell(sheet, sheet.rows[2]!, '高值 最少窗口数')).toBeNull();
  });

  it('has the map as a matrix, and every point with intervals', () => {
    expect(map.columns.map(headerOf)).toEqual([
      '窗口人员缺勤 \\ 来访量',
      '×0.8',
      '×1',
      '×0.8 是否达到承诺',
      '×1 是否达到承诺',
    ]);
    const { cells } = sensitivity.map!;
    expect(map.rows.map((row) => row.slice(0, 3))).toEqual(
      ['0%', '5%', '10%'].map((name, i) => [
        name,
        ...cells[i]!.map(({ outlook }) => outlook!.measures.calledWithinShare.mean),
      ]),
    );
    expect(points.rows).toHaveLength(6);
    expect(points.rows[3]!.slice(0, 2)).toEqual([0.05, 1]);
    expect(points.rows[3]!.slice(2, 5)).toEqual(
      figures(cells[1]![1]!.outlook!.measures.calledWithinShare),
    );
  });

  it('says when it was stopped, with nothing there yet', () => {
    const [sheet] = sensitivitySheets(
      { ...sensitivity, stopped: true, base: null, map: null },
      HALL,
      'zh',
    ) as [Sheet];
    expect(sheet.notes![0]).toContain('中途停止');
    expect(cell(sheet, sheet.rows[0]!, '低值 是否达到承诺')).toBe('尚无结果');
  });
});

describe('all planning tables', () => {
  const all = (language: (typeof LANGUAGES)[number]) => [
    ...windowsSheets(plan, HALL, language),
    ...windowsSheets(unmeetable, HALL, language),
    ...staffingSheets(staffing, HALL, language),
    ...districtSheets(halls, language),
    ...sensitivitySheets(sensitivity, HALL, language),
  ];
  const [zh, en] = LANGUAGES.map(all) as [Sheet[], Sheet[]];

  it('are complete in both languages', () => {
    expect(en.length).toBe(zh.length);
    for (const [i, sheet] of en.entries()) {
      const other = zh[i]!;
      const words = [sheet.name, sheet.title, ...sheet.columns.map(headerOf), ...sheet.notes!];
      for (const word of [...words, ...sheet.about.flat(), ...sheet.rows.flat()])
        expect(String(word)).not.toMatch(/\p{Script=Han}/u);
      expect(sheet.about.length).toBe(other.about.length);
      expect(sheet.rows.map((row) => row.map((one) => typeof one))).toEqual(
        other.rows.map((row) => row.map((one) => typeof one)),
      );
      expect(sheet.rows.flat().filter((one) => typeof one === 'number')).toEqual(
        other.rows.flat().filter((one) => typeof one === 'number'),
      );
    }
  });

  it('have no row that is too short, and no text of a missing thing', () => {
    for (const sheet of [...zh, ...en]) {
      const headers = sheet.columns.map(headerOf);
      expect(new Set(headers).size).toBe(headers.length);
      for (const row of sheet.rows) expect(row).toHaveLength(sheet.columns.length);
      const texts = [...headers, ...sheet.about.flat(), ...sheet.rows.flat(), ...sheet.notes!];
      for (const text of texts)
        if (text !== null) expect(String(text)).not.toMatch(/undefined|NaN|null|\[object|[“”‘’]/);
    }
  });

  it('have the same cells in both kinds of file', async () => {
    const book = await readXlsxFile(Buffer.from(await xlsxOf(zh)));
    for (const [i, sheet] of zh.entries()) {
      const start = sheet.about.length + 3;
      expect(book[i]!.data.slice(start, start + sheet.rows.length)).toEqual(sheet.rows);
      const csv = Papa.parse<string[]>(csvOf(sheet).slice(1).trimEnd()).data;
      expect(csv.slice(start, start + sheet.rows.length)).toEqual(
        sheet.rows.map((row) => row.map((one) => (one === null ? '' : String(one)))),
      );
    }
  });

  it.each(['=1+1', '+1', '-1', '@a', '＝1'])('make %j harmless wherever it stands', async (bad) => {
    const evil: WindowsPlan = {
      ...plan,
      scenario: bad,
      floorplan: bad,
      candidates: plan.candidates.map((one) => ({ ...one, verdict: 'failed', failed: bad })),
    };
    const sheets = [
      ...windowsSheets(evil, bad, 'zh'),
      ...staffingSheets(
        { ...staffing, patterns: staffing.patterns.map((p) => ({ ...p, name: bad })) },
        bad,
        'zh',
      ),
      ...districtSheets(
        [
          { hall: bad, ok: false, reason: bad },
          { hall: 'quxi', ok: true, plan: evil },
        ],
        'zh',
      ),
      ...sensitivitySheets(sensitivity, bad, 'zh'),
    ];
    const book = await readXlsxFile(Buffer.from(await xlsxOf(sheets)), { trim: false });
    let guarded = 0;
    for (const [i, sheet] of sheets.entries()) {
      const csv = Papa.parse<string[]>(csvOf(sheet).slice(1)).data;
      for (const one of [...csv.flat(), ...book[i]!.data.flat()]) {
        if (typeof one !== 'string' || Number.isFinite(Number(one))) continue;
        expect(one).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
        if (one.startsWith("'")) guarded++;
      }
    }
    expect(guarded).toBeGreaterThan(2 * sheets.length);
  });
});
