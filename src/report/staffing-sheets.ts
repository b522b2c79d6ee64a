import { inLanguage, type Language, type LocalText } from '../scenarios/text';
import { HALF_HOUR_S } from '../sim/planning/shifts';
import type { StaffingPlan } from '../sim/planning/staffing';
import { figureCells, figureColumns, UNITS } from './measures';
import {
  count,
  markOf,
  named,
  outlookCells,
  outlookColumns,
  planLines,
  procedureLines,
  proposalSheet,
  searchLines,
  type Table,
} from './plan-sheet-parts';
import { PLAN_SHEET_WORDS } from './plan-sheet-words';
import { hourMinute, verdictWords } from './plan-words';
import type { Sheet } from './sheet';
import { staffingProposal } from './staffing-proposal';

const WORDS = {
  zh: {
    candidates: '班次方案',
    halfHours: '按半小时',
    shifts: '班次与窗口组',
    hours: '每日窗口小时',
    from: '从',
    to: '到',
    planned: (recommended: boolean) => (recommended ? '建议窗口数' : '最接近承诺的窗口数'),
    load: '负荷（窗口数）',
    wait: '平均等候',
    shift: '班次',
    times: '时间',
    shiftHours: '每窗口小时',
    group: (g: number) => `第 ${g} 组`,
    all: '合计',
    groupIs: (g: number, windows: string, serves: string) =>
      `第 ${g} 组：窗口 ${windows}；办理 ${serves}。`,
  },
  en: {
    candidates: 'Staffings',
    halfHours: 'By half hour',
    shifts: 'Shifts by group',
    hours: 'Window hours a day',
    from: 'From',
    to: 'To',
    planned: (recommended: boolean) =>
      recommended ? 'Windows, recommended' : 'Windows, nearest to the promise',
    load: 'Load in windows',
    wait: 'Mean wait',
    shift: 'Shift',
    times: 'Times',
    shiftHours: 'Hours a window',
    group: (g: number) => `Group ${g}`,
    all: 'All',
    groupIs: (g: number, windows: string, serves: string) =>
      `Group ${g}: windows ${windows}; serves ${serves}.`,
  },
} as const;

/** The cheapest shifts of a hall as tables: staffings tried, half hours, shifts by group, the proposal. */
export function staffingSheets(
  plan: StaffingPlan,
  hallName: LocalText,
  language: Language,
): readonly Sheet[] {
  const words = { ...PLAN_SHEET_WORDS[language], ...WORDS[language] };
  const hall = inLanguage(hallName, language);
  const about = [...planLines(plan, hall, language), ...searchLines(plan, language)];
  const frame = (name: string, more: readonly string[] = []) => ({
    name,
    title: `${hall} · ${name}`,
    about,
    notes: [...more, words.simulated],
  });
  const groupNotes = plan.groups.map(({ windows, serves }, g) =>
    words.groupIs(g + 1, windows.join(' '), serves.join(' ')),
  );
  const change = plan.present?.difference;
  return [
    {
      ...frame(words.candidates, [words.counted, words.eachAlone, ...groupNotes]),
      about: [...about, ...procedureLines(['feasibility', 'cover'], plan.judging, language)],
      ...triedTable(plan, language),
    },
    { ...frame(words.halfHours), ...halfHourTable(plan, language) },
    { ...frame(words.shifts, groupNotes), ...shiftTable(plan, language) },
    proposalSheet(
      staffingProposal(plan, hallName, language),
      change ? [[words.change, change]] : [],
      frame(words.proposal, [words.paired]),
      language,
    ),
  ];
}

function triedTable(plan: StaffingPlan, language: Language): Table {
  const words = { ...PLAN_SHEET_WORDS[language], ...WORDS[language] };
  const { candidates, present, ending } = plan;
  return {
    columns: [
      named(words.mark),
      { name: words.hours, unit: UNITS.hours[language], format: 'decimal' },
      ...plan.groups.map((_, g) => named(words.group(g + 1))),
      named(words.verdict),
      ...outlookColumns(language),
    ],
    rows: [
      ...candidates.map(({ groups, hours, verdict, outlook, failed }, i) => [
        markOf(i, plan, language),
        hours,
        ...groups.map((counts) => shiftsText(plan, counts, language)),
        verdictWords(verdict, ending)[language],
        ...outlookCells(outlook, failed),
      ]),
      ...(present
        ? [
            [
              words.present,
              present.hours,
              ...plan.groups.map(() => null),
              null,
              ...outlookCells(present.outlook, null),
            ],
          ]
        : []),
    ],
  };
}

/** "whole day × 4, peak 09:30–11:30 × 2" */
function shiftsText(
  { patterns }: StaffingPlan,
  counts: readonly number[],
  language: Language,
): string {
  return counts
    .flatMap((n, p) => (n > 0 ? [`${inLanguage(patterns[p]!.name, language)} × ${n}`] : []))
    .join(language === 'zh' ? '，' : ', ');
}

function halfHourTable({ halfHours, recommended }: StaffingPlan, language: Language): Table {
  const words = WORDS[language];
  return {
    columns: [
      named(words.from),
      named(words.to),
      count(words.planned(recommended !== null)),
      count(PLAN_SHEET_WORDS[language].presentWindows),
      { name: words.load, format: 'decimal' },
      ...figureColumns(language, { name: words.wait, unit: UNITS.seconds[language] }),
    ],
    rows: halfHours.map(({ fromS, windows, present, load, waitMeanS }) => [
      hourMinute(fromS),
      hourMinute(fromS + HALF_HOUR_S),
      windows,
      present,
      load,
      ...figureCells(waitMeanS),
    ]),
  };
}

/** Windows by shift and group of what is recommended, or nearest to the promise. */
function shiftTable(plan: StaffingPlan, language: Language): Table {
  const words = WORDS[language];
  const chosen = plan.candidates[plan.recommended ?? plan.best ?? -1];
  return {
    columns: [
      named(words.shift),
      named(words.times),
      { name: words.shiftHours, unit: UNITS.hours[language], format: 'decimal' },
      ...plan.groups.map((_, g) => count(words.group(g + 1))),
      count(words.all),
    ],
    rows: plan.patterns.map(({ name, intervals, hours }, p) => {
      const counts = plan.groups.map((_, g) => chosen?.groups[g]?.[p] ?? null);
      return [
        inLanguage(name, language),
        intervals.map(({ from, to }) => `${from}–${to}`).join(' '),
        hours,
        ...counts,
        chosen ? counts.reduce<number>((sum, n) => sum + (n ?? 0), 0) : null,
      ];
    }),
  };
}
