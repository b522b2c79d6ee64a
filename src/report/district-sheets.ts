import { HALLS } from '../scenarios/halls';
import type { Language } from '../scenarios/text';
import type { HallPlan } from '../sim/planning/district';
import type { WindowsPlan } from '../sim/planning/windows-plan';
import { ABOUT_WORDS } from './about';
import {
  count,
  type Line,
  measureColumns,
  named,
  planLines,
  procedureLines,
  shareColumns,
  sizes,
  sourceLines,
  threeCells,
} from './plan-sheet-parts';
import { PLAN_SHEET_WORDS } from './plan-sheet-words';
import { ORGANISATION_WORDS } from './plan-words';
import { isSettled } from './settled';
import type { Cell, Sheet } from './sheet';

const WORDS = {
  zh: {
    district: '各大厅窗口',
    hall: '大厅',
    area: '通知要求的建筑面积',
    result: '结果',
    met: '达到承诺',
    unmet: '未达到承诺，列最接近的方案',
    open: '未定，列最接近的方案',
    failed: '无法计算',
    needed: '建议窗口数',
    listed: '所列方案窗口数',
    fewerShare: '少一个窗口：及时叫号的比例',
    fewerChange: '少一个窗口：及时叫号的比例之差',
    presentShare: '现状：及时叫号的比例',
    sum: (n: number, of: number, windows: number) =>
      `${of} 个大厅中 ${n} 个有达到承诺的方案，这 ${n} 个大厅合计建议窗口 ${windows} 个。`,
    mixed: '各厅不同',
  },
  en: {
    district: 'Windows by hall',
    hall: 'Hall',
    area: 'Floor area that the notice demands',
    result: 'Result',
    met: 'keeps the promise',
    unmet: 'breaks the promise; the nearest design is shown',
    open: 'undecided; the nearest design is shown',
    failed: 'could not be worked out',
    needed: 'Windows recommended',
    listed: 'Windows of the design shown',
    fewerShare: 'One window fewer: share called in time',
    fewerChange: 'One window fewer: difference of the share',
    presentShare: 'At present: share called in time',
    sum: (n: number, of: number, windows: number) =>
      `${n} of ${of} halls have a design that keeps the promise; these ${n} take ${windows} windows in all.`,
    mixed: 'differs by hall',
  },
} as const;

/** The fewest windows of hall after hall as one table. */
export function districtSheets(plans: readonly HallPlan[], language: Language): readonly Sheet[] {
  const words = { ...PLAN_SHEET_WORDS[language], ...WORDS[language] };
  const done = plans.flatMap((one) => (one.ok ? [one.plan] : []));
  const chosen = done.flatMap(({ recommended, candidates }) =>
    recommended === null ? [] : [candidates[recommended]!.windows],
  );
  const first = done[0];
  return [
    {
      name: words.district,
      title: words.district,
      about: first ? districtLines(first, done, language) : [],
      columns: [
        named(words.hall),
        { name: words.area, unit: 'm²', format: 'integer' },
        named(words.result),
        count(words.needed),
        count(words.listed),
        named(words.organisation),
        named(words.groups),
        ...measureColumns('calledWithinShare', language),
        ...measureColumns('waitMeanS', language),
        ...shareColumns(words.fewerShare, language),
        ...shareColumns(words.fewerChange, language),
        count(words.presentWindows),
        ...shareColumns(words.presentShare, language),
        named(words.certain),
        named(ABOUT_WORDS[language].floorplan),
        named(words.reason),
      ],
      rows: plans.map((one) => hallRow(one, language)),
      notes: [
        words.sum(
          chosen.length,
          plans.length,
          chosen.reduce((sum, n) => sum + n, 0),
        ),
        words.counted,
        words.paired,
        words.groupsNote,
        words.simulated,
      ],
    },
  ];
}

/** What holds of all halls alike; what does not is said to differ. */
function districtLines(
  first: WindowsPlan,
  all: readonly WindowsPlan[],
  language: Language,
): readonly Line[] {
  const { scenario, floorplan } = ABOUT_WORDS[language];
  const lines = all.map((plan) => planLines(plan, '', language));
  return [
    ...lines[0]!.flatMap(([label, value], i): Line[] => {
      if (label === scenario || label === floorplan) return [];
      const alike = lines.every((other) => other[i]![1] === value);
      return [[label, alike ? value : WORDS[language].mixed]];
    }),
    [
      PLAN_SHEET_WORDS[language].total,
      all.reduce((sum, { replications }) => sum + replications, 0),
    ],
    ...procedureLines(['feasibility', 'selection'], first.judging, language),
    ...sourceLines(first, language),
  ];
}

/** A hall that could not be planned has nothing but its name, its area and the reason. */
function hallRow(one: HallPlan, language: Language): readonly Cell[] {
  const words = PLAN_SHEET_WORDS[language];
  const hall = HALLS.find(({ id }) => id === one.hall);
  const plan = one.ok ? one.plan : null;
  const recommended = plan?.candidates[plan.recommended ?? -1];
  const shown = recommended ?? plan?.candidates[plan.best ?? -1];
  const fewer = plan?.oneFewer;
  const fewerOutlook = fewer && plan?.candidates[fewer.candidate]?.outlook;
  const settled = plan && (isSettled(plan) ? words.yes : words.no);
  return [
    hall ? hall.name[language] : one.hall,
    hall?.minimumAreaM2 ?? null,
    resultText(plan, language),
    recommended?.windows ?? null,
    shown?.windows ?? null,
    shown ? ORGANISATION_WORDS[shown.organisation][language] : null,
    shown ? sizes(shown.groups) : null,
    ...threeCells(shown?.outlook?.measures.calledWithinShare),
    ...threeCells(shown?.outlook?.measures.waitMeanS),
    ...threeCells(fewerOutlook?.measures.calledWithinShare),
    ...threeCells(fewer?.difference.calledWithinShare),
    plan?.present?.windows ?? null,
    ...threeCells(plan?.present?.outlook.measures.calledWithinShare),
    settled,
    plan?.floorplan ?? null,
    one.ok ? reasonOf(one.plan) : one.reason,
  ];
}

/** Why nothing of a plan could be run; null if something could. */
function reasonOf({ best, candidates }: WindowsPlan): string | null {
  if (best !== null) return null;
  return candidates.find(({ failed }) => failed !== null)?.failed ?? null;
}

function resultText(plan: WindowsPlan | null, language: Language): string {
  const words = WORDS[language];
  if (plan === null) return words.failed;
  const { recommended, best, candidates } = plan;
  if (recommended !== null) return words.met;
  if (best === null) return words.failed;
  return candidates.some(({ verdict }) => verdict === 'undecided') ? words.open : words.unmet;
}
