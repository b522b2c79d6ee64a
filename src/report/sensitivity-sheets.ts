import { inLanguage, type Language, type LocalText } from '../scenarios/text';
import type { SensitivityReport, Shaken } from '../sim/planning/sensitivity';
import { ABOUT_WORDS } from './about';
import {
  type Line,
  measureColumns,
  named,
  planLines,
  shareColumns,
  type Table,
  threeCells,
} from './plan-sheet-parts';
import { PLAN_SHEET_WORDS } from './plan-sheet-words';
import { percentNumber, percentText, STANDING_WORDS } from './plan-words';
import type { Cell, Column, Sheet } from './sheet';

type Assumed = SensitivityReport['assumptions'][number];
type SensitivityMap = NonNullable<SensitivityReport['map']>;

const WORDS = {
  zh: {
    tornado: '假设的影响',
    map: '两项假设组合',
    points: '组合明细',
    assumption: '假设',
    kind: '取值含义',
    kinds: {
      factor: '乘以方案中的数',
      share: '比例，取代方案中的数',
      cv: '变异系数，取代方案中的数',
    },
    base: '方案中的值',
    ends: ['低值', '高值'],
    value: '取值',
    share: '及时叫号的比例',
    difference: '与原假设之差',
    standing: '是否达到承诺',
    fewest: '最少窗口数',
    none: '试过的均不够',
    asAssumed: '原假设',
    incomplete: '计算中途停止，表中只有已完成的部分。',
    noResult: '尚无结果',
    joint: (y: string, x: string) => `${y}（行）与 ${x}（列）`,
    byInterval: '是否达到承诺按 95% 置信区间判断：区间包含承诺值的为看不清。',
    fixed: '其余假设保持方案中的值，各点面对同一批办事人。',
  },
  en: {
    tornado: 'Assumptions',
    map: 'Two assumptions together',
    points: 'Points of the map',
    assumption: 'Assumption',
    kind: 'What the value is',
    kinds: {
      factor: 'multiplies the number of the scenario',
      share: 'a share in place of that of the scenario',
      cv: 'a coefficient of variation in place of that of the scenario',
    },
    base: 'Value of the scenario',
    ends: ['Low', 'High'],
    value: 'value',
    share: 'share called in time',
    difference: 'difference to the hall as assumed',
    standing: 'promise',
    fewest: 'fewest windows',
    none: 'none of those tried',
    asAssumed: 'As assumed',
    incomplete: 'The computation was stopped; the table has what was finished by then.',
    noResult: 'no result yet',
    joint: (y: string, x: string) => `${y} (rows) and ${x} (columns)`,
    byInterval:
      'The promise is judged by the 95 % interval: where it holds the promised share, that is unclear.',
    fixed: 'All other assumptions stay as in the scenario; all points meet the same visitors.',
  },
} as const;

/** How much the answer hangs on the assumptions: one after the other, and two together. */
export function sensitivitySheets(
  report: SensitivityReport,
  hallName: LocalText,
  language: Language,
): readonly Sheet[] {
  const words = { ...PLAN_SHEET_WORDS[language], ...WORDS[language] };
  const hall = inLanguage(hallName, language);
  const { base, map } = report;
  const notes = [
    ...(report.stopped ? [words.incomplete] : []),
    words.fixed,
    words.counted,
    words.byInterval,
    words.paired,
    words.simulated,
  ];
  const about: readonly Line[] = [
    ...planLines(report, hall, language),
    [ABOUT_WORDS[language].replications, base?.outlook.replications ?? 0],
  ];
  const frame = (name: string) => ({ name, title: `${hall} · ${name}`, about, notes });
  return [
    { ...frame(words.tornado), ...tornadoTable(report, language) },
    ...(map
      ? [
          {
            ...frame(words.map),
            title: `${hall} · ${words.joint(nameIn(report, map.y, language), nameIn(report, map.x, language))}`,
            ...mapTable(report, map, language),
          },
          { ...frame(words.points), ...pointsTable(report, map, language) },
        ]
      : []),
  ];
}

function tornadoTable(report: SensitivityReport, language: Language): Table {
  const words = { ...PLAN_SHEET_WORDS[language], ...WORDS[language] };
  const { base, assumptions } = report;
  const points = [...(base ? [base] : []), ...assumptions.flatMap(({ ends }) => ends)];
  const sought = points.some(({ windows }) => windows !== undefined);
  const endColumns = (end: string): Column[] => [
    { name: `${end} ${words.value}`, format: 'decimal' },
    ...shareColumns(`${end} ${words.share}`, language),
    ...shareColumns(`${end} ${words.difference}`, language),
    named(`${end} ${words.standing}`),
    ...(sought ? [named(`${end} ${words.fewest}`)] : []),
    named(`${end} ${words.reason}`),
  ];
  const endCells = (end: Shaken): Cell[] => [
    end.value,
    ...threeCells(end.outlook?.measures.calledWithinShare),
    ...threeCells(end.difference?.calledWithinShare),
    STANDING_WORDS[end.standing][language],
    ...(sought ? [fewestCell(end.windows, language)] : []),
    end.failed,
  ];
  const [low, high] = words.ends;
  // The hall as assumed stands in the first row, with the same figures at either end.
  const asAssumed = (): Cell[] => [
    null,
    ...threeCells(base?.outlook.measures.calledWithinShare),
    null,
    null,
    null,
    base ? STANDING_WORDS[base.standing][language] : words.noResult,
    ...(sought ? [fewestCell(base?.windows, language)] : []),
    null,
  ];
  return {
    columns: [
      named(words.assumption),
      named(words.kind),
      { name: words.base, format: 'decimal' },
      ...endColumns(low),
      ...endColumns(high),
    ],
    rows: [
      [words.asAssumed, null, null, ...asAssumed(), ...asAssumed()],
      ...assumptions.map(({ name, kind, base: value, ends }) => [
        inLanguage(name, language),
        words.kinds[kind],
        value,
        ...endCells(ends[0]),
        ...endCells(ends[1]),
      ]),
    ],
  };
}

/** Windows sought: so many, none do, or not known. */
function fewestCell(windows: number | null | undefined, language: Language): Cell {
  if (windows === undefined) return null;
  return windows ?? WORDS[language].none;
}

function assumed(report: SensitivityReport, id: Assumed['id']): Assumed | undefined {
  return report.assumptions.find((one) => one.id === id);
}

function nameIn(report: SensitivityReport, id: Assumed['id'], language: Language): string {
  const found = assumed(report, id);
  return found ? inLanguage(found.name, language) : id;
}

/** A value as its kind is written: ×0.8, 10 %, 0.25. */
function valueText(
  report: SensitivityReport,
  id: Assumed['id'],
  value: number,
  language: Language,
): string {
  const kind = assumed(report, id)?.kind;
  if (kind === 'share') return percentText(value, language);
  const short = percentNumber(value / 100);
  return kind === 'factor' ? `×${short}` : short;
}

/** Shares called in time by y and x, and beside them whether they keep the promise. */
function mapTable(report: SensitivityReport, map: SensitivityMap, language: Language): Table {
  const words = WORDS[language];
  const { x, y, xs, ys, cells } = map;
  const across = xs.map((value) => valueText(report, x, value, language));
  return {
    columns: [
      named(`${nameIn(report, y, language)} \\ ${nameIn(report, x, language)}`),
      ...across.map((name): Column => ({ name, format: 'share' })),
      ...across.map((name) => named(`${name} ${words.standing}`)),
    ],
    rows: cells.map((row, i) => [
      valueText(report, y, ys[i]!, language),
      ...row.map(({ outlook }) => outlook?.measures.calledWithinShare.mean ?? null),
      ...row.map(({ standing }) => STANDING_WORDS[standing][language]),
    ]),
  };
}

/** Every point of the map with its intervals. */
function pointsTable(report: SensitivityReport, map: SensitivityMap, language: Language): Table {
  const words = { ...PLAN_SHEET_WORDS[language], ...WORDS[language] };
  const { x, y, xs, ys, cells } = map;
  return {
    columns: [
      { name: nameIn(report, y, language), format: 'decimal' },
      { name: nameIn(report, x, language), format: 'decimal' },
      ...measureColumns('calledWithinShare', language),
      ...shareColumns(words.difference, language),
      ...measureColumns('waitMeanS', language),
      named(words.standing),
      named(words.reason),
    ],
    rows: cells.flatMap((row, i) =>
      row.map(({ outlook, difference, standing, failed }, j) => [
        ys[i]!,
        xs[j]!,
        ...threeCells(outlook?.measures.calledWithinShare),
        ...threeCells(difference?.calledWithinShare),
        ...threeCells(outlook?.measures.waitMeanS),
        STANDING_WORDS[standing][language],
        failed,
      ]),
    ),
  };
}
