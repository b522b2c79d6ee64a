import { inLanguage, type Language } from '../scenarios/text';
import { rowText } from '../sim/verification/row-text';
import type { CaseResult, VerificationReport } from '../sim/verification/types';
import { table } from './table';

const WORDS = {
  zh: {
    columns: ['指标', '应为', '模拟', '区间', '结论'],
    agrees: '一致',
    differs: '不一致',
    source: '出处：',
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
    end: (cases: number, rows: number, differ: number, seed: number) =>
      `${cases} cases, ${rows} figures, seed ${seed}: ${differ === 0 ? 'all agree' : `${differ} differ`}`,
    chance: (confidence: string, falseAlarm: string) =>
      `Confidence of the intervals ${confidence}, by Bonferroni: a right program shows any difference in the whole table with probability ${falseAlarm} at most.`,
  },
} as const;

const percent = (share: number, digits: number) => `${(100 * share).toFixed(digits)} %`;

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
        ...result.rows.map((row) => {
          const { expected, simulated, interval } = rowText(row, language);
          return [row.quantity[language], expected, simulated, interval, words[row.verdict]];
        }),
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
