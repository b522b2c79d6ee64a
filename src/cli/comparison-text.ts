import { VERDICTS } from '../report/comparison-sheet';
import { differenceCells, unitOf } from '../report/figure-text';
import { MEASURES } from '../report/measures';
import { inLanguage, type Language } from '../scenarios/text';
import { changeOf, measuresToShow } from '../sim/experiments/change';
import type { ComparisonReport, FinishedComparison, Variant } from '../sim/experiments/compare';
import { table } from './table';

const WORDS = {
  zh: {
    head: ({ replications, seed }: ComparisonReport) =>
      `各 ${replications} 次重复，种子 ${seed}，来的是同一批人`,
    plan: (plan: string | null) => `平面图：${plan ?? '无（步行不计时）'}`,
    failed: (reason: string) => `无法模拟：${reason}`,
    endings: {
      goingOn: '',
      replications: '',
      precision: '已达到要求的精度。',
      budget: '预算用完，精度尚未达到。',
      stopped: '中途停止，以下为已完成的部分。',
      failed: '没有可比较的方案。',
    },
    measure: '指标',
    interval: '95% 置信区间',
    verdict: '结论',
    note: '差值按同一批人逐次相减；比较多个方案时，区间已按个数放宽（Bonferroni）。以上为模拟结果，不是实测数据。',
  },
  en: {
    head: ({ replications, seed }: ComparisonReport) =>
      `${replications} replications each, seed ${seed}, the same visitors`,
    plan: (plan: string | null) => `floor plan: ${plan ?? 'none (walking takes no time)'}`,
    failed: (reason: string) => `could not be run: ${reason}`,
    endings: {
      goingOn: '',
      replications: '',
      precision: 'The precision asked for is reached.',
      budget: 'The budget ended before the precision asked for was reached.',
      stopped: 'Stopped on the way; what was done until then:',
      failed: 'There is nothing to compare.',
    },
    measure: 'Measure',
    interval: '95 % confidence',
    verdict: 'verdict',
    note: 'Differences are taken replication by replication on the same visitors; among several scenarios their intervals are widened for their number (Bonferroni). Simulated, not measured.',
  },
} as const;

/** A, B, C … */
const letter = (i: number) => String.fromCharCode(65 + i);

function meanText(mean: number | null, scale: number): string {
  return mean === null ? '–' : (mean * scale).toFixed(1);
}

/** One variant beside the first. */
function beside(report: ComparisonReport, other: Variant, i: number, language: Language): string {
  const words = WORDS[language];
  const first = report.variants[0]!;
  const rows = measuresToShow(report).map((id) => {
    const means = [first.measures[id].mean, other.measures[id].mean];
    const { name, scale } = unitOf(MEASURES[id].unit, means, language);
    const difference = other.difference![id];
    const change = changeOf(id, difference);
    return [
      name ? `${MEASURES[id][language]} (${name})` : MEASURES[id][language],
      ...means.map((mean) => meanText(mean, scale)),
      ...(change === 'same' ? ['', ''] : differenceCells(difference, scale)),
      VERDICTS[change][language],
    ];
  });
  const [a, b] = [letter(0), letter(i)];
  const heading = [words.measure, a, b, `${b} − ${a}`, words.interval, words.verdict];
  return table([heading, ...rows], [1, 2, 3, 4]);
}

/**
 * A comparison as people read it in a terminal: each scenario beside the first.
 *
 * @param given what each was named by
 */
export function comparisonText(
  report: FinishedComparison,
  given: readonly string[],
  language: Language,
): string {
  const words = WORDS[language];
  return [
    ...report.variants.map(
      ({ name, floorplan, failed }, i) =>
        `${letter(i)}  ${given[i]}  ${inLanguage(name, language)}  ${failed === null ? words.plan(floorplan) : words.failed(failed)}`,
    ),
    words.head(report),
    ...[words.endings[report.stopping.reason]].filter(Boolean),
    ...report.variants.slice(1).flatMap((other, i) => ['', beside(report, other, i + 1, language)]),
    '',
    words.note,
  ].join('\n');
}
