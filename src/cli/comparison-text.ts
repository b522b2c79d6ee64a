import { inLanguage, type Language } from '../scenarios/text';
import { type Change, changeOf, measuresToShow } from '../sim/experiments/change';
import type { ComparisonReport, Variant } from '../sim/experiments/compare';
import { differenceCells, MEASURES, unitOf } from './measure-text';
import { table } from './table';

const WORDS = {
  zh: {
    head: ({ replications, seed }: ComparisonReport) =>
      `各 ${replications} 次重复，种子 ${seed}，来的是同一批人`,
    plan: (plan: string | null) => `平面图：${plan ?? '无（步行不计时）'}`,
    measure: '指标',
    interval: '95% 置信区间',
    verdict: '结论',
    note: '差值按同一批人逐次相减；比较多个方案时，区间已按个数放宽（Bonferroni）。以上为模拟结果，不是实测数据。',
  },
  en: {
    head: ({ replications, seed }: ComparisonReport) =>
      `${replications} replications each, seed ${seed}, the same visitors`,
    plan: (plan: string | null) => `floor plan: ${plan ?? 'none (walking takes no time)'}`,
    measure: 'Measure',
    interval: '95 % confidence',
    verdict: 'verdict',
    note: 'Differences are taken replication by replication on the same visitors; among several scenarios their intervals are widened for their number (Bonferroni). Simulated, not measured.',
  },
} as const;

const VERDICTS: Readonly<Record<Change, Readonly<Record<Language, string>>>> = {
  better: { zh: '更好', en: 'better' },
  worse: { zh: '更差', en: 'worse' },
  changed: { zh: '有变化', en: 'changed' },
  unclear: { zh: '看不出差别', en: 'no clear difference' },
  same: { zh: '相同', en: 'the same' },
};

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
  report: ComparisonReport,
  given: readonly string[],
  language: Language,
): string {
  const words = WORDS[language];
  return [
    ...report.variants.map(
      ({ name, floorplan }, i) =>
        `${letter(i)}  ${given[i]}  ${inLanguage(name, language)}  ${words.plan(floorplan)}`,
    ),
    words.head(report),
    ...report.variants.slice(1).flatMap((other, i) => ['', beside(report, other, i + 1, language)]),
    '',
    words.note,
  ].join('\n');
}
