import { inLanguage, type Language } from '../scenarios/text';
import type { CaseResult, VerificationReport, VerificationRow } from '../sim/verification/types';
import { table } from './table';

const WORDS = {
  zh: {
    columns: ['指标', '应为', '模拟', '区间', '结论'],
    agrees: '一致',
    differs: '不一致',
    source: '出处：',
    seconds: '秒',
    minutes: '分',
    exact: '无抽样误差',
    basis: { replications: '次重复', draws: '个抽样', experiments: '次试验', days: '天' },
    end: (cases: number, rows: number, differ: number, seed: number) =>
      `${cases} 项核对，${rows} 个数值，种子 ${seed}：${differ === 0 ? '全部一致' : `${differ} 个不一致`}`,
    chance: (confidence: string, falseAlarm: string) =>
      `区间的置信度为 ${confidence}，按 Bonferroni 选取：程序无误时，全表出现任何“不一致”的概率至多 ${falseAlarm}。`,
  },
  en: {
    columns: ['Quantity', 'expected', 'simulated', 'interval', 'verdict'],
    agrees: 'agrees',
    differs: 'DIFFERS',
    source: 'Source: ',
    seconds: 's',
    minutes: 'min',
    exact: 'no chance in it',
    basis: {
      replications: 'replications',
      draws: 'draws',
      experiments: 'experiments',
      days: 'days',
    },
    end: (cases: number, rows: number, differ: number, seed: number) =>
      `${cases} cases, ${rows} figures, seed ${seed}: ${differ === 0 ? 'all agree' : `${differ} differ`}`,
    chance: (confidence: string, falseAlarm: string) =>
      `Confidence of the intervals ${confidence}, by Bonferroni: a right program shows any difference in the whole table with probability ${falseAlarm} at most.`,
  },
} as const;

const percent = (share: number, digits: number) => `${(100 * share).toFixed(digits)} %`;

/** Digits after the point that show four significant ones of a number. */
function digitsOf(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 1;
  return Math.min(12, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value)))));
}

/** Figures of one row, all with the digits that the simulated one deserves. */
function cells(row: VerificationRow, language: Language): string[] {
  const words = WORDS[language];
  const share = row.unit === 'share';
  const scaled = (value: number) => (share ? 100 * value : value);
  const digits = digitsOf(scaled(row.simulated));
  const suffix = {
    s: ` ${words.seconds}`,
    min: ` ${words.minutes}`,
    share: ' %',
    number: '',
    '': '',
  };
  const plain = (value: number, places = digits) => scaled(value).toFixed(places);
  const shown = (value: number) => `${plain(value)}${suffix[row.unit]}`;
  const { expected } = row;
  if (expected.kind === 'pValue')
    return [`p ≥ ${expected.atLeast}`, `p = ${row.simulated.toPrecision(2)}`, ''];
  const interval = row.interval
    ? `${plain(row.interval[0])} … ${plain(row.interval[1])}`
    : words.exact;
  if (expected.kind === 'between') {
    const bound = (value: number | null) => (value === null ? '' : plain(value));
    return [
      `${bound(expected.low)} … ${bound(expected.high)}${suffix[row.unit]}`,
      shown(row.simulated),
      interval,
    ];
  }
  // A tolerance that only covers rounding in the last digits would be noise.
  const opens = row.interval !== null && expected.tolerance > 0;
  const tolerance = opens
    ? ` ± ${plain(expected.tolerance, digitsOf(scaled(expected.tolerance)) - 2)}`
    : '';
  return [
    `${plain(expected.value)}${tolerance}${suffix[row.unit]}`,
    shown(row.simulated),
    interval,
  ];
}

/** One case with its figures. */
function caseText(result: CaseResult, language: Language): string {
  const words = WORDS[language];
  return [
    `${result.name[language]} (${result.id})`,
    result.about[language],
    `${words.source}${inLanguage(result.source, language)}`,
    table(
      [
        words.columns,
        ...result.rows.map((row) => [
          row.quantity[language],
          ...cells(row, language),
          words[row.verdict],
        ]),
      ],
      [1, 2],
    ),
  ].join('\n');
}

/** The acceptance as people read it in a terminal. */
export function verificationText(report: VerificationReport, language: Language): string {
  const words = WORDS[language];
  const rows = report.cases.flatMap((c) => c.rows);
  const differ = rows.filter((row) => row.verdict === 'differs').length;
  const confidence = rows.find((row) => row.confidence !== null)?.confidence;
  return [
    ...report.cases.map((c) => `${caseText(c, language)}\n`),
    words.end(report.cases.length, rows.length, differ, report.seed),
    ...(confidence ? [words.chance(percent(confidence, 3), percent(report.falseAlarm, 0))] : []),
  ].join('\n');
}
