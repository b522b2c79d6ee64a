import type { AssumptionId } from '../scenarios/assumptions';
import type { LocalText } from '../scenarios/text';
import type { Verdict } from '../sim/selection/feasibility';

/** What the tables of a sweep over many halls say. */
export const WORDS = {
  zh: {
    plans: '各厅所需窗口',
    ranked: '最需改善的大厅',
    sweep: '推演',
    runs: '每个方案模拟次数',
    halls: '大厅数',
    missing: '尚未算完的大厅',
    reference: '排序所依据的条件',
    asAssumed: '按各厅现有假设',
    hall: '大厅',
    id: '编号',
    area: '建筑面积',
    residents: '人口',
    floorplan: '平面图',
    result: '结果',
    met: '达到承诺',
    unmet: '未达到承诺，列最接近的方案',
    open: '未定，列最接近的方案',
    failed: '无法计算',
    notAsked: '只看现状',
    needed: '最少窗口数',
    sure: '结论可靠',
    listed: '所列方案窗口数',
    fewerShare: '少一个窗口：及时叫号的比例',
    presentStanding: '现状是否达到承诺',
    presentShare: '现状：及时叫号的比例',
    late: '现状：每日未及时叫号',
    rank: '名次',
    more: '需增加的窗口',
    lateNote: '每日未及时叫号：到达人数乘以未在承诺时间内叫到号的比例，按日平均。',
    sureNote: '结论可靠：所需的判定都达到所选的置信水平；“否”表示模拟次数还不够。',
    factorNote:
      '来访量、办理时间、缺材料、耐心为相对各厅现值的倍数；日间起伏为变异系数，缺勤为比例。',
    rankedNote:
      '先列现状未达到承诺的大厅，再列未定的，最后列达到的；同类之中，每日未及时叫号的人多者在前。',
  },
  en: {
    plans: 'Windows needed by hall',
    ranked: 'Halls most in need',
    sweep: 'Sweep',
    runs: 'Runs of every variant',
    halls: 'Halls',
    missing: 'Halls not finished',
    reference: 'Circumstances of the ranking',
    asAssumed: 'as each hall assumes',
    hall: 'Hall',
    id: 'Id',
    area: 'Floor area',
    residents: 'Residents',
    floorplan: 'Floor plan',
    result: 'Result',
    met: 'keeps the promise',
    unmet: 'breaks the promise; the nearest design is shown',
    open: 'undecided; the nearest design is shown',
    failed: 'could not be worked out',
    notAsked: 'the present hall alone',
    needed: 'Fewest windows',
    sure: 'Is sure',
    listed: 'Windows of the design shown',
    fewerShare: 'One window fewer: share called in time',
    presentStanding: 'Promise at present',
    presentShare: 'At present: share called in time',
    late: 'At present: not called in time, a day',
    rank: 'Rank',
    more: 'Windows to add',
    lateNote:
      'Not called in time, a day: visitors arrived times the share who are not called within the promised wait, mean over days.',
    sureNote:
      'Is sure: every verdict behind it has the asked confidence; "no" means that more runs are needed.',
    factorNote:
      'Visits, service times, papers missing and patience are factors on what each hall assumes; scatter is a coefficient of variation, absence a share.',
    rankedNote:
      'Halls that break the promise at present come first, then those of which it is open, then those that keep it; among equals, the one with most visitors a day not called in time.',
  },
} as const;

export const LAYOUT_WORDS = {
  zh: { none: '无平面图' },
  en: { none: 'no floor plan' },
} as const;

/** What is varied, as a column or a chip names it. */
export const ASSUMED_WORDS: Readonly<Record<AssumptionId, Readonly<Record<'zh' | 'en', string>>>> =
  {
    demand: { zh: '来访量', en: 'visits' },
    dayScatter: { zh: '日间起伏', en: 'day-to-day scatter' },
    service: { zh: '办理时间', en: 'service times' },
    papersMissing: { zh: '缺材料', en: 'papers missing' },
    patience: { zh: '耐心', en: 'patience' },
    absence: { zh: '缺勤', en: 'absence' },
  };

/** How a hall as it is stands to the promise. */
export const STANDING: Readonly<Record<Verdict, Exclude<LocalText, string>>> = {
  infeasible: { zh: '未达到', en: 'broken' },
  undecided: { zh: '未定', en: 'undecided' },
  feasible: { zh: '达到', en: 'kept' },
};
