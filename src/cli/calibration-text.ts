import type { Combined } from '../calibration/fit/validation-types';
import { REASONS } from '../calibration/log/reasons';
import { KIND_NAMES, ROLE_NAMES, type Role } from '../calibration/log/roles';
import { estimateText, familyText } from '../report/calibration-words';
import { inLanguage, type Language } from '../scenarios/text';
import type { CalibrationAnswer } from '../workers/calibrate-log';
import { table } from './table';

const WORDS = {
  zh: {
    log: (name: string, kind: string) => `${name}：${kind}`,
    days: (from: string, to: string, days: number, rows: number, all: number) =>
      `${from} 至 ${to}，${days} 天，${all} 行中用了 ${rows} 行`,
    columns: '各列的含义',
    role: '含义',
    column: '列',
    sure: '把握',
    why: '理由',
    byUser: '由使用者指定',
    dropped: '没有使用的行',
    nothingDropped: '每一行都用上了。',
    reason: '原因',
    rows: '行数',
    example: '例',
    line: (line: number, text: string) => `第 ${line} 行：${text}`,
    notes: '这样理解（没有丢弃任何行）',
    service: '办理时长',
    class: '类别',
    mean: '平均 秒',
    family: '采用',
    fit: '拟合',
    arrivals: '每日来访',
    perDay: '人次/日',
    dayScatter: '日与日之间的起伏（变异系数）',
    patience: '耐心',
    left: '离开',
    noShow: '过号比例',
    staffing: '窗口',
    validation: '用没有参与拟合的日子核对',
    heldBack: (days: readonly string[]) => `留出 ${days.length} 天：${days.join('、')}`,
    by: '预测方法',
    mae: '平均误差 秒',
    bias: '偏差 秒',
    inside: '落在 90% 区间内',
    combined: { queue: '合成预测：队列', model: '模型占', past: '往日平均占' },
    unknown: '这份记录说明不了的',
    noScenario: '记录不足以得出方案。',
    written: (file: string) => `方案已写入 ${file}`,
    leftOut: (names: readonly string[]) =>
      `平面图里没有位置、因而略去的窗口（每周开放不到 2 小时）：${names.join('、')}`,
    next: '加 -o scenario.json 保存方案。',
    cases: '跨日办件',
    sameDay: '当天办结',
    days50: '中位数 天',
    days90: '九成不超过 天',
    queues: '队列',
    perVisitor: '每人办理 秒',
    open: '平均开放窗口',
  },
  en: {
    log: (name: string, kind: string) => `${name}: ${kind}`,
    days: (from: string, to: string, days: number, rows: number, all: number) =>
      `${from} to ${to}, ${days} days, ${rows} of ${all} rows used`,
    columns: 'What the columns are',
    role: 'meaning',
    column: 'column',
    sure: 'sure',
    why: 'why',
    byUser: 'said by the user',
    dropped: 'Rows not used',
    nothingDropped: 'Every row was used.',
    reason: 'reason',
    rows: 'rows',
    example: 'example',
    line: (line: number, text: string) => `line ${line}: ${text}`,
    notes: 'Understood so (no row was dropped for it)',
    service: 'Service times',
    class: 'class',
    mean: 'mean s',
    family: 'used',
    fit: 'fit',
    arrivals: 'Visits',
    perDay: 'a day',
    dayScatter: 'Scatter between days (coefficient of variation)',
    patience: 'Patience',
    left: 'left',
    noShow: 'No-shows',
    staffing: 'Windows',
    validation: 'Held against days that the fit did not see',
    heldBack: (days: readonly string[]) => `${days.length} days kept back: ${days.join(', ')}`,
    by: 'predicted by',
    mae: 'mean error s',
    bias: 'bias s',
    inside: 'within the 90 % interval',
    combined: { queue: 'combined forecast: queue', model: 'the model', past: 'past days' },
    unknown: 'What this log cannot tell',
    noScenario: 'The log holds too little for a scenario.',
    written: (file: string) => `The scenario is in ${file}`,
    leftOut: (names: readonly string[]) =>
      `Windows left out for want of a place in the plan (open under 2 hours a week): ${names.join(', ')}`,
    next: 'Add -o scenario.json to keep the scenario.',
    cases: 'Cases over days',
    sameDay: 'same day',
    days50: 'median days',
    days90: '90 % within days',
    queues: 'Queues',
    perVisitor: 's a visitor',
    open: 'counters open',
  },
} as const;

/** What was guessed, dropped and fitted, and whether to believe it. */
export function calibrationText(
  answer: CalibrationAnswer,
  language: Language,
  written?: string,
  leftOut: readonly string[] = [],
): string {
  const words = WORDS[language];
  const { peek, mapping, protocol, calibration, validation, read } = answer;
  const parts: string[] = [];
  const section = (title: string, ...lines: readonly string[]) =>
    parts.push([title, ...lines].join('\n'));
  const { days } = read;
  section(
    words.log(answer.name, KIND_NAMES[read.kind][language]),
    words.days(days[0] ?? '', days.at(-1) ?? '', days.length, protocol.kept, protocol.rows),
  );
  const guesses = new Map(peek.guess.columns.map((one) => [one.role, one]));
  section(
    words.columns,
    table([
      [words.role, words.column, words.sure, words.why],
      ...Object.entries(mapping.columns).map(([role, column]) => {
        const guess = guesses.get(role as Role);
        const own = guess?.column === column;
        return [
          ROLE_NAMES[role as Role][language],
          peek.headers[column] ?? '',
          own ? `${Math.round(guess.confidence * 100)}%` : '',
          own ? guess.reason[language] : words.byUser,
        ];
      }),
    ]),
  );
  if (protocol.dropped.length === 0) section(words.nothingDropped);
  else
    section(
      words.dropped,
      table(
        [
          [words.reason, words.rows, words.example],
          ...protocol.dropped.map(({ reason, count, examples }) => [
            REASONS[reason][language],
            String(count),
            examples[0] ? words.line(examples[0].line, short(examples[0].text)) : '',
          ]),
        ],
        [1],
      ),
    );
  if (protocol.notes.length > 0)
    section(words.notes, ...protocol.notes.map(({ text }) => `- ${text[language]}`));
  if (calibration.service.length > 0)
    section(
      words.service,
      table(
        [
          [words.class, words.rows, words.mean, words.family, words.fit],
          ...calibration.service.map((fit) => [
            fit.name,
            String(fit.rows),
            estimateText(fit.meanS, 0),
            familyText(fit.chosen, language),
            inLanguage(fit.remark, language),
          ]),
        ],
        [1],
      ),
    );
  if (calibration.arrivals.length > 0)
    section(
      words.arrivals,
      ...calibration.arrivals.map(
        (fit) => `- ${fit.name}: ${estimateText(fit.visitsPerDay, 1)} ${words.perDay}`,
      ),
      ...(calibration.dayFactorCv
        ? [`- ${words.dayScatter}: ${estimateText(calibration.dayFactorCv, 3)}`]
        : []),
      ...calibration.specialDays.map((day) => `- ${day.date}: ${inLanguage(day.note, language)}`),
    );
  if (calibration.patience.length > 0)
    section(
      words.patience,
      ...calibration.patience.map(
        (fit) =>
          `- ${fit.name} (${words.left} ${fit.left}/${fit.left + fit.called}): ${inLanguage(fit.remark, language)}`,
      ),
    );
  if (calibration.noShow) section(`${words.noShow}: ${estimateText(calibration.noShow, 4)}`);
  if (calibration.credit.length > 0)
    section(
      ...(calibration.credit.map((fit) => inLanguage(fit.remark, language)) as [
        string,
        ...string[],
      ]),
    );
  if (calibration.staffing)
    section(words.staffing, inLanguage(calibration.staffing.remark, language));
  if (calibration.queues.length > 0)
    section(
      words.queues,
      table(
        [
          [words.class, words.perVisitor, words.open, ''],
          ...calibration.queues.map((queue) => [
            queue.name,
            estimateText(queue.serviceS, 0),
            queue.openMean.toFixed(1),
            inLanguage(queue.remark, language),
          ]),
        ],
        [1, 2],
      ),
    );
  if (calibration.cases.length > 0)
    section(
      words.cases,
      ...calibration.cases.map(
        (fit) =>
          `- ${fit.name}: ${words.sameDay} ${estimateText(fit.sameDay, 3)}; ${fit.quantiles.map(({ p, days: d }) => `p${Math.round(p * 100)} ${d}`).join(', ')}. ${inLanguage(fit.remark, language)}`,
      ),
    );
  if (validation)
    section(
      words.validation,
      words.heldBack(validation.heldBack),
      table(
        [
          [words.by, words.mae, words.bias, words.inside],
          ...validation.errors.map((one) => [
            inLanguage(one.name, language),
            one.n === 0 ? '–' : one.maeS.toFixed(0),
            one.n === 0 ? '–' : one.biasS.toFixed(0),
            one.coverage90 === null ? '–' : `${Math.round(one.coverage90 * 100)}%`,
          ]),
        ],
        [1, 2, 3],
      ),
      inLanguage(validation.verdict, language),
      ...(validation.combined ? combinedLines(validation.combined, language) : []),
      ...validation.where.map((text) => `- ${inLanguage(text, language)}`),
    );
  else if (answer.notValidated)
    section(words.validation, inLanguage(answer.notValidated, language));
  if (calibration.unknowns.length > 0)
    section(
      words.unknown,
      ...calibration.unknowns.map(({ text }) => `- ${inLanguage(text, language)}`),
    );
  section(
    calibration.scenario === null
      ? words.noScenario
      : written === undefined
        ? words.next
        : words.written(written),
  );
  if (leftOut.length > 0) section(words.leftOut(leftOut));
  return parts.join('\n\n');
}

/** How the combined forecast is made up, and how much the model counts in each queue. */
function combinedLines({ told, parts }: Combined, language: Language): string[] {
  const { queue, model, past } = WORDS[language].combined;
  return [
    inLanguage(told, language),
    ...(parts.length > 1
      ? [
          table(
            [
              [queue, model, past],
              ...parts.map((part) => [
                part.queue ?? '',
                percent(part.modelWeight),
                percent(1 - part.modelWeight),
              ]),
            ],
            [1, 2],
          ),
        ]
      : []),
  ];
}

const percent = (share: number) => `${Math.round(100 * share)}%`;

const LONGEST = 90;
const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
