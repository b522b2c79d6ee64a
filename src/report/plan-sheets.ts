import { clockOf } from '../scenarios/clock';
import { HALLS } from '../scenarios/halls';
import { inLanguage, type Language, type LocalText } from '../scenarios/text';
import type { Measure } from '../sim/experiments/report';
import type { HallPlan } from '../sim/planning/district';
import type { Candidate, WindowsPlan } from '../sim/planning/fewest-windows';
import type { Outlook, PlanMeasureId } from '../sim/planning/outlook';
import type { SensitivityReport, Shaken } from '../sim/planning/sensitivity';
import type { StaffingPlan } from '../sim/planning/staffing';
import { ABOUT_WORDS } from './about';
import { figureCells, figureColumns, MEASURES, scaleOf, UNITS, unitIn } from './measures';
import {
  ENDING_WORDS,
  ORGANISATION_WORDS,
  PROCEDURES,
  percentNumber,
  percentText,
  pointsText,
  promiseText,
  STANDING_WORDS,
  verdictWords,
} from './plan-words';
import { designText, isSettled, staffingProposal, windowsProposal } from './proposal';
import type { Cell, Column, Sheet } from './sheet';

type Line = Sheet['about'][number];
type Assumed = SensitivityReport['assumptions'][number];

const WORDS = {
  zh: {
    windowsTitle: '窗口方案',
    proposal: '建议',
    candidates: '班次方案',
    halfHours: '按半小时',
    shifts: '班次与窗口组',
    district: '各大厅窗口',
    tornado: '假设的影响',
    map: '两项假设组合',
    points: '组合明细',
    promise: '服务承诺',
    intervals: '区间',
    confidence: '判定的置信水平',
    tolerance: '容许误差',
    ending: '计算状态',
    certain: '结论已达置信水平',
    total: '模拟总次数',
    source: (name: string) => `${name}：出处`,
    yes: '是',
    no: '否',
    mark: '标记',
    recommended: '建议',
    nearest: '最接近承诺',
    present: '现状',
    organisation: '分工',
    windows: '窗口数',
    groups: '各组窗口数',
    verdict: '判定',
    replications: '模拟次数',
    stopped: '中止次数',
    daysKept: '单日达到承诺的日子',
    reason: '无法模拟的原因',
    part: '部分',
    content: '内容',
    unit: '单位',
    oneFewer: (design: string) => `少一个窗口：${design} − 建议`,
    change: '建议 − 现状',
    hours: '每日窗口小时',
    from: '从',
    to: '到',
    planned: (recommended: boolean) => (recommended ? '建议窗口数' : '最接近承诺的窗口数'),
    presentWindows: '现状窗口数',
    load: '负荷（窗口数）',
    wait: '平均等候',
    shift: '班次',
    times: '时间',
    shiftHours: '每窗口小时',
    group: (g: number) => `第 ${g} 组`,
    all: '合计',
    groupIs: (g: number, windows: string, serves: string) =>
      `第 ${g} 组：窗口 ${windows}；办理 ${serves}。`,
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
    paired: '差值按同一批办事人逐次相减；比例的差值以百分点计。',
    counted: '及时叫号：在承诺时间内被叫到号的人，占等候已结束的人的比例；放弃等候的不计为及时。',
    eachAlone: '均值与区间为每个方案单独的 95% 置信区间；判定由序贯检验得出，不由区间得出。',
    byInterval: '是否达到承诺按 95% 置信区间判断：区间包含承诺值的为看不清。',
    undecided: '未定的方案：窗口更少的已达到承诺，无须再判；或模拟次数用完。',
    groupsNote: '各组窗口数按方案中窗口的先后排列；出件窗口不计在内，窗口在岗时间则计入出件窗口。',
    fixed: '其余假设保持方案中的值，各点面对同一批办事人。',
    simulated: '以上为按假设模拟的结果，不是实测数据；输入的来源见方案文件。',
    mixed: '各厅不同',
  },
  en: {
    windowsTitle: 'Designs',
    proposal: 'Proposal',
    candidates: 'Staffings',
    halfHours: 'By half hour',
    shifts: 'Shifts by group',
    district: 'Windows by hall',
    tornado: 'Assumptions',
    map: 'Two assumptions together',
    points: 'Points of the map',
    promise: 'Promise',
    intervals: 'Intervals',
    confidence: 'Confidence of the verdicts',
    tolerance: 'Tolerance',
    ending: 'State of the computation',
    certain: 'Has the asked confidence',
    total: 'Replications in all',
    source: (name: string) => `${name}: source`,
    yes: 'yes',
    no: 'no',
    mark: 'Mark',
    recommended: 'recommended',
    nearest: 'nearest to the promise',
    present: 'present',
    organisation: 'Organisation',
    windows: 'Windows',
    groups: 'Windows by group',
    verdict: 'Verdict',
    replications: 'Replications',
    stopped: 'Ended early',
    daysKept: 'Single days that keep the promise',
    reason: 'Why it could not be simulated',
    part: 'Part',
    content: 'Content',
    unit: 'Unit',
    oneFewer: (design: string) => `One window fewer: ${design} − recommended`,
    change: 'Recommended − present',
    hours: 'Window hours a day',
    from: 'From',
    to: 'To',
    planned: (recommended: boolean) =>
      recommended ? 'Windows, recommended' : 'Windows, nearest to the promise',
    presentWindows: 'Windows at present',
    load: 'Load in windows',
    wait: 'Mean wait',
    shift: 'Shift',
    times: 'Times',
    shiftHours: 'Hours a window',
    group: (g: number) => `Group ${g}`,
    all: 'All',
    groupIs: (g: number, windows: string, serves: string) =>
      `Group ${g}: windows ${windows}; serves ${serves}.`,
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
    paired:
      'Differences are taken replication by replication on the same visitors; those of shares are percentage points.',
    counted:
      'Called in time: called within the promised wait, of all whose wait has ended; who gives up does not count as called.',
    eachAlone:
      'Means have 95 % intervals, each for itself; verdicts come from the sequential check, not from the intervals.',
    byInterval:
      'The promise is judged by the 95 % interval: where it holds the promised share, that is unclear.',
    undecided:
      'Undecided: fewer windows were found to do, so that it needed no verdict; or the replications were used up.',
    groupsNote:
      'Groups stand in the order of the scenario; issuing windows are not counted among windows, but in staff hours.',
    fixed: 'All other assumptions stay as in the scenario; all points meet the same visitors.',
    simulated: 'Simulated, not measured; where the inputs come from is said in the scenario file.',
    mixed: 'differs by hall',
  },
} as const;

/** Measures of a design that a table shows. */
const SHOWN = [
  'calledWithinShare',
  'waitMeanS',
  'waitP90S',
  'abandonedShare',
  'staffHours',
] as const satisfies readonly PlanMeasureId[];

/** Differences that a proposal shows. */
const COMPARED = [...SHOWN, 'timeInHallMeanS', 'queueMax', 'overtimeS'] as const;

const NOTHING: Measure = { mean: null, ci95: null, n: 0 };
const HALF_HOUR_S = 1800;

/** The mean and both ends of its interval. */
const threeCells = (measure: Measure | undefined): readonly Cell[] =>
  figureCells(measure ?? NOTHING).slice(0, 3);

/** The columns of {@link threeCells}: shares are numbers from 0 to 1 that a workbook shows in per cent. */
function threeColumns(
  name: string,
  unit: 'share' | { readonly is: string },
  language: Language,
): readonly Column[] {
  return figureColumns(language, {
    name,
    ...(unit === 'share' ? { format: 'share' as const } : { unit: unit.is }),
  }).slice(0, 3);
}

function measureColumns(id: PlanMeasureId, language: Language): readonly Column[] {
  const { unit } = MEASURES[id];
  return threeColumns(
    MEASURES[id][language],
    unit === 'share' ? 'share' : { is: unitIn(id, language) },
    language,
  );
}

const named = (name: string): Column => ({ name });
const count = (name: string): Column => ({ name, format: 'integer' });

/** A size that no spreadsheet takes for a date. */
const sizes = (groups: readonly number[]) => groups.join(' + ');

/** What every planning table says of where it comes from. */
function planLines(
  plan: Pick<WindowsPlan, 'product' | 'scenario' | 'floorplan' | 'seed' | 'promise' | 'judging'>,
  hall: string,
  language: Language,
): readonly Line[] {
  const [words, about] = [WORDS[language], ABOUT_WORDS[language]];
  const { product, scenario, floorplan, seed, promise, judging } = plan;
  return [
    [about.scenario, `${hall} (${scenario})`],
    [about.floorplan, floorplan ?? about.noPlan],
    [about.product, `${product.name} ${product.version}`],
    [about.seed, seed],
    [words.promise, promiseText(promise, language)],
    [words.confidence, percentText(judging.confidence, language)],
    [words.tolerance, `±${pointsText(judging.tolerance, language)}`],
    [words.intervals, about.student],
  ];
}

/** How the search went. */
function searchLines(plan: WindowsPlan | StaffingPlan, language: Language): readonly Line[] {
  const words = WORDS[language];
  return [
    [words.ending, ENDING_WORDS[plan.ending][language]],
    [words.certain, isSettled(plan) ? words.yes : words.no],
    [words.total, plan.replications],
  ];
}

function procedureLines(
  ids: readonly (keyof typeof PROCEDURES)[],
  judging: WindowsPlan['judging'],
  language: Language,
): readonly Line[] {
  return ids.map((id) => {
    const { name, guarantee } = PROCEDURES[id];
    return [name[language], guarantee(judging)[language]];
  });
}

function sourceLines({ procedure }: WindowsPlan, language: Language): readonly Line[] {
  return (['feasibility', 'selection'] as const).map((id) => [
    WORDS[language].source(PROCEDURES[id].name[language]),
    procedure[id],
  ]);
}

/** Mark of a row: recommended, or else nearest to the promise. */
function markOf(
  i: number,
  { recommended, best }: Pick<WindowsPlan, 'recommended' | 'best'>,
  language: Language,
): string | null {
  const words = WORDS[language];
  if (i === recommended) return words.recommended;
  return recommended === null && i === best ? words.nearest : null;
}

function outlookColumns(language: Language): readonly Column[] {
  const words = WORDS[language];
  return [
    count(words.replications),
    ...SHOWN.flatMap((id) => measureColumns(id, language)),
    ...threeColumns(words.daysKept, 'share', language),
    count(words.stopped),
    named(words.reason),
  ];
}

function outlookCells(outlook: Outlook | null, failed: string | null): readonly Cell[] {
  return [
    outlook?.replications ?? 0,
    ...SHOWN.flatMap((id) => threeCells(outlook?.measures[id])),
    ...threeCells(outlook?.daysKept),
    outlook?.stopped ?? null,
    failed,
  ];
}

/** A proposal's sentences, and below them the differences that it rests on. */
function proposalSheet(
  sentences: readonly string[],
  differences: readonly (readonly [part: string, of: Readonly<Record<PlanMeasureId, Measure>>])[],
  frame: Pick<Sheet, 'title' | 'about' | 'notes'>,
  language: Language,
): Sheet {
  const words = WORDS[language];
  const blank = figureColumns(language).map(() => null);
  return {
    ...frame,
    name: words.proposal,
    columns: [
      named(words.part),
      named(words.content),
      named(words.unit),
      ...figureColumns(language),
    ],
    rows: [
      ...sentences.map((sentence) => [words.proposal, sentence, null, ...blank]),
      ...differences.flatMap(([part, of]) =>
        COMPARED.filter((id) => of[id].mean !== null).map((id) => [
          part,
          MEASURES[id][language],
          unitIn(id, language),
          ...figureCells(of[id], scaleOf(id)),
        ]),
      ),
    ],
  };
}

/** The fewest windows of a hall as tables: every design, and the proposal. */
export function windowsSheets(
  plan: WindowsPlan,
  hallName: LocalText,
  language: Language,
): readonly Sheet[] {
  const words = WORDS[language];
  const hall = inLanguage(hallName, language);
  const { candidates, oneFewer, present, judging } = plan;
  const about = [...planLines(plan, hall, language), ...searchLines(plan, language)];
  const change = present?.difference;
  const designs: Sheet = {
    name: words.windowsTitle,
    title: `${hall} · ${words.windowsTitle}`,
    about: [
      ...about,
      ...procedureLines(['feasibility', 'selection'], judging, language),
      ...sourceLines(plan, language),
    ],
    columns: [
      named(words.mark),
      named(words.organisation),
      count(words.windows),
      named(words.groups),
      named(words.verdict),
      ...outlookColumns(language),
    ],
    rows: [
      ...candidates.map(({ organisation, windows, groups, verdict, outlook, failed }, i) => [
        markOf(i, plan, language),
        ORGANISATION_WORDS[organisation][language],
        windows,
        sizes(groups),
        verdictWords(verdict, plan.ending)[language],
        ...outlookCells(outlook, failed),
      ]),
      ...(present
        ? [
            [
              words.present,
              null,
              present.windows,
              null,
              null,
              ...outlookCells(present.outlook, null),
            ],
          ]
        : []),
    ],
    notes: [words.counted, words.eachAlone, words.undecided, words.groupsNote, words.simulated],
  };
  return [
    designs,
    proposalSheet(
      windowsProposal(plan, hallName, language),
      [
        ...(oneFewer
          ? [
              [
                words.oneFewer(designText(candidates[oneFewer.candidate]!, language)),
                oneFewer.difference,
              ] as const,
            ]
          : []),
        ...(change ? [[words.change, change] as const] : []),
      ],
      {
        title: `${hall} · ${words.proposal}`,
        about,
        notes: [words.paired, words.simulated],
      },
      language,
    ),
  ];
}

const hourMinute = (s: number) => clockOf(s).slice(0, 5);

/** The cheapest shifts of a hall as tables: staffings tried, half hours, shifts by group, the proposal. */
export function staffingSheets(
  plan: StaffingPlan,
  hallName: LocalText,
  language: Language,
): readonly Sheet[] {
  const words = WORDS[language];
  const hall = inLanguage(hallName, language);
  const { candidates, present, judging } = plan;
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
  const change = present?.difference;
  return [
    {
      ...frame(words.candidates, [words.counted, words.eachAlone, ...groupNotes]),
      about: [...about, ...procedureLines(['feasibility', 'cover'], judging, language)],
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
          verdictWords(verdict, plan.ending)[language],
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

/** "whole day 4, peak 09:30–11:30 2" */
function shiftsText(
  { patterns }: StaffingPlan,
  counts: readonly number[],
  language: Language,
): string {
  return counts
    .flatMap((n, p) => (n > 0 ? [`${inLanguage(patterns[p]!.name, language)} × ${n}`] : []))
    .join(language === 'zh' ? '，' : ', ');
}

type Table = Pick<Sheet, 'columns' | 'rows'>;

function halfHourTable({ halfHours, recommended }: StaffingPlan, language: Language): Table {
  const words = WORDS[language];
  return {
    columns: [
      named(words.from),
      named(words.to),
      count(words.planned(recommended !== null)),
      count(words.presentWindows),
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

/** The fewest windows of hall after hall as one table. */
export function districtSheets(plans: readonly HallPlan[], language: Language): readonly Sheet[] {
  const words = WORDS[language];
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
        ...threeColumns(words.fewerShare, 'share', language),
        ...threeColumns(words.fewerChange, 'share', language),
        count(words.presentWindows),
        ...threeColumns(words.presentShare, 'share', language),
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
  const words = WORDS[language];
  const [scenario, floorplan] = [
    ABOUT_WORDS[language].scenario,
    ABOUT_WORDS[language].floorplan,
  ] as string[];
  const lines = all.map((plan) => planLines(plan, '', language));
  return [
    ...lines[0]!.flatMap(([label, value], i): Line[] => {
      if (label === scenario || label === floorplan) return [];
      return [[label, lines.every((other) => other[i]![1] === value) ? value : words.mixed]];
    }),
    [words.total, all.reduce((sum, { replications }) => sum + replications, 0)],
    ...procedureLines(['feasibility', 'selection'], first.judging, language),
    ...sourceLines(first, language),
  ];
}

function hallRow(one: HallPlan, language: Language): readonly Cell[] {
  const words = WORDS[language];
  const hall = HALLS.find(({ id }) => id === one.hall);
  const begin = [hall ? hall.name[language] : one.hall, hall?.minimumAreaM2 ?? null];
  const figures = (plan: WindowsPlan | null, shown: Candidate | null): Cell[] => {
    const fewer = plan?.oneFewer ?? null;
    const outlook = fewer && plan?.candidates[fewer.candidate]?.outlook;
    return [
      shown?.windows ?? null,
      shown ? ORGANISATION_WORDS[shown.organisation][language] : null,
      shown ? sizes(shown.groups) : null,
      ...threeCells(shown?.outlook?.measures.calledWithinShare),
      ...threeCells(shown?.outlook?.measures.waitMeanS),
      ...threeCells(outlook?.measures.calledWithinShare),
      ...threeCells(fewer?.difference.calledWithinShare),
      plan?.present?.windows ?? null,
      ...threeCells(plan?.present?.outlook.measures.calledWithinShare),
    ];
  };
  if (!one.ok)
    return [...begin, words.failed, null, ...figures(null, null), null, null, one.reason];
  const { plan } = one;
  const shown = plan.candidates[plan.recommended ?? plan.best ?? -1] ?? null;
  return [
    ...begin,
    resultText(plan, language),
    plan.recommended === null ? null : (shown?.windows ?? null),
    ...figures(plan, shown),
    isSettled(plan) ? words.yes : words.no,
    plan.floorplan,
    plan.best === null
      ? (plan.candidates.find(({ failed }) => failed !== null)?.failed ?? null)
      : null,
  ];
}

function resultText({ recommended, best, candidates }: WindowsPlan, language: Language): string {
  const words = WORDS[language];
  if (recommended !== null) return words.met;
  if (best === null) return words.failed;
  return candidates.some(({ verdict }) => verdict === 'undecided') ? words.open : words.unmet;
}

/** How much the answer hangs on the assumptions: one after the other, and two together. */
export function sensitivitySheets(
  report: SensitivityReport,
  hallName: LocalText,
  language: Language,
): readonly Sheet[] {
  const words = WORDS[language];
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
  const words = WORDS[language];
  const { base, assumptions } = report;
  const points = [...(base ? [base] : []), ...assumptions.flatMap(({ ends }) => ends)];
  const sought = points.some(({ windows }) => windows !== undefined);
  const endColumns = (end: string): Column[] => [
    { name: `${end} ${words.value}`, format: 'decimal' },
    ...threeColumns(`${end} ${words.share}`, 'share', language),
    ...threeColumns(`${end} ${words.difference}`, 'share', language),
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

type SensitivityMap = NonNullable<SensitivityReport['map']>;

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
  const words = WORDS[language];
  const { x, y, xs, ys, cells } = map;
  return {
    columns: [
      { name: nameIn(report, y, language), format: 'decimal' },
      { name: nameIn(report, x, language), format: 'decimal' },
      ...measureColumns('calledWithinShare', language),
      ...threeColumns(words.difference, 'share', language),
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
