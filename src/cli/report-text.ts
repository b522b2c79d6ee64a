import type { Scenario } from '../scenarios/scenario';
import { inLanguage, type Language } from '../scenarios/text';
import {
  MEASURE_IDS,
  type Measure,
  type MeasureId,
  type SimulationReport,
} from '../sim/experiments/report';
import { table } from './table';

type Unit = 'count' | 'share' | 'seconds';

/** Names and units of the measures. */
const MEASURES: Readonly<Record<MeasureId, { zh: string; en: string; unit: Unit }>> = {
  arrived: { zh: '到达人数', en: 'Visitors arrived', unit: 'count' },
  served: { zh: '已办人数', en: 'Visitors served', unit: 'count' },
  abandonedShare: { zh: '放弃等候的比例', en: 'Share who gave up waiting', unit: 'share' },
  waitMeanS: { zh: '平均等候', en: 'Mean wait', unit: 'seconds' },
  waitP50S: { zh: '等候中位数', en: 'Median wait', unit: 'seconds' },
  waitP90S: { zh: '九成等候不超过', en: '90 % wait at most', unit: 'seconds' },
  waitP95S: { zh: '九成五等候不超过', en: '95 % wait at most', unit: 'seconds' },
  withinTargetShare: {
    zh: '等候不超过目标的比例',
    en: 'Share who wait at most the target',
    unit: 'share',
  },
  timeInHallMeanS: { zh: '平均在厅时间', en: 'Mean time in hall', unit: 'seconds' },
  queueMean: { zh: '平均等候人数', en: 'Mean number waiting', unit: 'count' },
  queueMax: { zh: '最多等候人数', en: 'Most waiting at once', unit: 'count' },
};

const WORDS = {
  zh: {
    measure: '指标',
    mean: '均值',
    interval: '95% 置信区间',
    utilisation: '窗口利用率',
    head: (r: SimulationReport) =>
      `${r.replications} 次重复，种子 ${r.seed}，平面图：${r.floorplan ?? '无（步行不计时）'}`,
    note: '以上为模拟结果，不是实测数据；输入的来源见情景文件的 provenance。',
    seconds: '秒',
    minutes: '分',
  },
  en: {
    measure: 'Measure',
    mean: 'mean',
    interval: '95 % confidence',
    utilisation: 'Utilisation by window',
    head: (r: SimulationReport) =>
      `${r.replications} replications, seed ${r.seed}, floor plan: ${r.floorplan ?? 'none (walking takes no time)'}`,
    note: 'Simulated, not measured; where the inputs come from is said in the scenario, under provenance.',
    seconds: 's',
    minutes: 'min',
  },
} as const;

/** `inMinutes`: one unit for a whole row, chosen by its mean. */
function figure(value: number | null, unit: Unit, inMinutes: boolean, language: Language): string {
  if (value === null) return '–';
  if (unit === 'share') return `${(value * 100).toFixed(1)} %`;
  if (unit === 'count') return value.toFixed(1);
  const { seconds, minutes } = WORDS[language];
  return inMinutes ? `${(value / 60).toFixed(1)} ${minutes}` : `${value.toFixed(1)} ${seconds}`;
}

function cells({ mean, ci95 }: Measure, unit: Unit, language: Language): string[] {
  const inMinutes = mean !== null && mean >= 120;
  const shown = (value: number | null) => figure(value, unit, inMinutes, language);
  return [shown(mean), ci95 ? `${shown(ci95[0])} … ${shown(ci95[1])}` : '–'];
}

/** A report as people read it in a terminal. */
export function reportText(
  report: SimulationReport,
  scenario: Scenario,
  language: Language,
): string {
  const words = WORDS[language];
  const heading = [words.measure, words.mean, words.interval];
  const names = new Map(scenario.windows.map((w) => [w.id, inLanguage(w.name, language)]));
  return [
    inLanguage(scenario.name, language),
    words.head(report),
    '',
    table(
      [
        heading,
        ...MEASURE_IDS.map((id) => [
          MEASURES[id][language],
          ...cells(report.measures[id], MEASURES[id].unit, language),
        ]),
      ],
      [1, 2],
    ),
    '',
    table(
      [
        [words.utilisation, words.mean, words.interval],
        ...Object.entries(report.measures.utilisation).map(([id, measure]) => [
          `${id} ${names.get(id) ?? ''}`.trimEnd(),
          ...cells(measure, 'share', language),
        ]),
      ],
      [1, 2],
    ),
    '',
    words.note,
  ].join('\n');
}
