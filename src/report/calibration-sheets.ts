import type { Calibration, Estimate } from '../calibration/fit/types';
import type { Validation } from '../calibration/fit/validation-types';
import type { ReadLog } from '../calibration/log/read';
import { REASONS } from '../calibration/log/reasons';
import { clockOf } from '../scenarios/clock';
import { PRODUCT } from '../scenarios/product';
import { inLanguage, type Language } from '../scenarios/text';
import { ABOUT_WORDS } from './about';
import { familyText, GRADE_WORDS } from './calibration-words';
import type { Cell, Sheet } from './sheet';

const WORDS = {
  zh: {
    title: '按记录校准',
    log: '记录',
    period: '起止',
    rows: '行数（用上／全部）',
    service: '办理时长',
    arrivals: '到达率',
    staffing: '窗口在岗',
    validation: '核对',
    protocol: '清洗记录',
    class: '类别',
    n: '条数',
    mean: '平均',
    low: '95% 下限',
    high: '95% 上限',
    family: '采用的分布',
    grade: '拟合',
    remark: '说明',
    weekday: '星期',
    from: '从',
    to: '到',
    observed: '观测',
    fitted: '采用',
    open: '平均开放',
    sd: '日间标准差',
    date: '日期',
    queue: '队列',
    predicted: '模拟',
    low90: '90% 下限',
    high90: '90% 上限',
    combined: '合成预测',
    combinedLow90: '合成预测 90% 下限',
    combinedHigh90: '合成预测 90% 上限',
    reason: '原因',
    dropped: '行数',
    line: '例：行号',
    example: '例',
    hall: '全厅',
    verdict: '结论',
    weekdays: {
      mon: '周一',
      tue: '周二',
      wed: '周三',
      thu: '周四',
      fri: '周五',
      sat: '周六',
      sun: '周日',
    },
  },
  en: {
    title: 'Calibrated on a log',
    log: 'Log',
    period: 'From, to',
    rows: 'Rows (used of all)',
    service: 'Service times',
    arrivals: 'Arrivals',
    staffing: 'Windows staffed',
    validation: 'Validation',
    protocol: 'Cleaning',
    class: 'Class',
    n: 'Rows',
    mean: 'Mean',
    low: '95 % from',
    high: '95 % to',
    family: 'Distribution used',
    grade: 'Fit',
    remark: 'Remark',
    weekday: 'Weekday',
    from: 'From',
    to: 'To',
    observed: 'Observed',
    fitted: 'Used',
    open: 'Open on average',
    sd: 'SD between days',
    date: 'Date',
    queue: 'Queue',
    predicted: 'Simulated',
    low90: '90 % from',
    high90: '90 % to',
    combined: 'Combined forecast',
    combinedLow90: 'Combined, 90 % from',
    combinedHigh90: 'Combined, 90 % to',
    reason: 'Reason',
    dropped: 'Rows',
    line: 'Example: line',
    example: 'Example',
    hall: 'whole hall',
    verdict: 'Verdict',
    weekdays: {
      mon: 'Mon',
      tue: 'Tue',
      wed: 'Wed',
      thu: 'Thu',
      fri: 'Fri',
      sat: 'Sat',
      sun: 'Sun',
    },
  },
} as const;

/** What a calibration's tables are made of. */
export interface CalibrationTables extends Pick<ReadLog, 'protocol'> {
  readonly name: string;
  readonly calibration: Calibration;
  readonly validation: Validation | null;
}

const three = ({ value, ci95 }: Estimate): readonly Cell[] => [
  value,
  ci95?.[0] ?? null,
  ci95?.[1] ?? null,
];

/** Fits, rates, staffing, validation and the protocol of cleaning as tables. */
export function calibrationSheets(
  { name, calibration, validation, protocol }: CalibrationTables,
  language: Language,
): readonly Sheet[] {
  const words = WORDS[language];
  const { source } = calibration;
  const about: Sheet['about'] = [
    [ABOUT_WORDS[language].product, `${PRODUCT.name} ${PRODUCT.version}`],
    [words.log, name],
    [words.period, `${source.from} – ${source.to}`],
    [words.rows, `${protocol.kept} / ${protocol.rows}`],
    ...(validation ? [[words.verdict, inLanguage(validation.verdict, language)] as const] : []),
  ];
  const sheet = (tab: string, rest: Pick<Sheet, 'columns' | 'rows' | 'notes'>): Sheet => ({
    name: tab,
    title: `${words.title} – ${tab}`,
    about,
    ...rest,
  });
  const seconds = language === 'zh' ? '秒' : 's';
  const perHour = language === 'zh' ? '人/小时' : '/h';
  return [
    sheet(words.service, {
      columns: [
        { name: words.class },
        { name: words.n, format: 'integer' },
        { name: words.mean, unit: seconds, format: 'decimal' },
        { name: words.low, unit: seconds, format: 'decimal' },
        { name: words.high, unit: seconds, format: 'decimal' },
        { name: words.family },
        { name: words.grade },
        { name: words.remark },
      ],
      rows: calibration.service.map((fit) => [
        fit.name,
        fit.rows,
        ...three(fit.meanS),
        familyText(fit.chosen, language),
        GRADE_WORDS[fit.grade][language],
        inLanguage(fit.remark, language),
      ]),
      notes: calibration.unknowns.map(({ text }) => inLanguage(text, language)),
    }),
    sheet(words.arrivals, {
      columns: [
        { name: words.class },
        { name: words.weekday },
        { name: words.from },
        { name: words.to },
        { name: words.observed, unit: perHour, format: 'decimal' },
        { name: words.fitted, unit: perHour, format: 'decimal' },
        { name: words.low, unit: perHour, format: 'decimal' },
        { name: words.high, unit: perHour, format: 'decimal' },
      ],
      rows: calibration.arrivals.flatMap((fit) =>
        fit.weekdays.flatMap((weekday, w) =>
          fit.edgesS
            .slice(1)
            .map((to, h): readonly Cell[] => [
              fit.name,
              words.weekdays[weekday],
              clockOf(fit.edgesS[h]!),
              clockOf(to),
              fit.observedPerHour[w]![h]!,
              fit.perHour[w]![h]!,
              fit.ci95PerHour[w]?.[h]?.[0] ?? null,
              fit.ci95PerHour[w]?.[h]?.[1] ?? null,
            ]),
        ),
      ),
    }),
    sheet(words.staffing, {
      columns: [
        { name: words.weekday },
        { name: words.from },
        { name: words.to },
        { name: words.open, format: 'decimal' },
        { name: words.sd, format: 'decimal' },
      ],
      rows: (calibration.staffing?.profiles ?? []).flatMap(({ weekday, open, sd }) =>
        open.map((mean, h): readonly Cell[] => [
          words.weekdays[weekday],
          clockOf(calibration.staffing!.edgesS[h]!),
          clockOf(calibration.staffing!.edgesS[h + 1]!),
          mean,
          sd[h] ?? null,
        ]),
      ),
    }),
    sheet(words.validation, {
      columns: [
        { name: words.date },
        { name: words.queue },
        { name: words.from },
        { name: words.to },
        { name: words.observed, unit: seconds, format: 'decimal' },
        { name: words.predicted, unit: seconds, format: 'decimal' },
        { name: words.low90, unit: seconds, format: 'decimal' },
        { name: words.high90, unit: seconds, format: 'decimal' },
        { name: words.combined, unit: seconds, format: 'decimal' },
        { name: words.combinedLow90, unit: seconds, format: 'decimal' },
        { name: words.combinedHigh90, unit: seconds, format: 'decimal' },
      ],
      rows: (validation?.days ?? []).flatMap((day) =>
        day.observedS.map((observed, h): readonly Cell[] => [
          day.date,
          day.queue ?? words.hall,
          clockOf(validation!.edgesS[h]!),
          clockOf(validation!.edgesS[h + 1]!),
          observed,
          day.predictedS[h] ?? null,
          day.interval90S[h]?.[0] ?? null,
          day.interval90S[h]?.[1] ?? null,
          day.combinedS?.[h] ?? null,
          day.combined90S?.[h]?.[0] ?? null,
          day.combined90S?.[h]?.[1] ?? null,
        ]),
      ),
      notes: validation
        ? [...(validation.combined ? [validation.combined.told] : []), ...validation.where].map(
            (text) => inLanguage(text, language),
          )
        : [],
    }),
    sheet(words.protocol, {
      columns: [
        { name: words.reason },
        { name: words.dropped, format: 'integer' },
        { name: words.line, format: 'integer' },
        { name: words.example },
      ],
      rows: protocol.dropped.map(({ reason, count, examples }) => [
        REASONS[reason][language],
        count,
        examples[0]?.line ?? null,
        examples[0]?.text ?? '',
      ]),
      notes: protocol.notes.map(({ text }) => text[language]),
    }),
  ];
}
