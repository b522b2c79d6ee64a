import type { Scenario } from '../scenarios/scenario';
import { inLanguage, type Language } from '../scenarios/text';
import {
  type HallMeasureId,
  type Measure,
  type MeasureId,
  type SimulationReport,
  tellingMeasures,
} from '../sim/experiments/report';
import { table } from './table';

type Unit = 'count' | 'share' | 'seconds' | 'days' | 'hours';

/** Names and units of the measures. */
const MEASURES: Readonly<
  Record<MeasureId | HallMeasureId, { zh: string; en: string; unit: Unit }>
> = {
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
  balkedShare: { zh: '见队长而返', en: 'Turned back at the queue', unit: 'share' },
  turnedAwayShare: { zh: '等候区满未能进入', en: 'Found the hall full', unit: 'share' },
  noShowShare: { zh: '过号率', en: 'No-shows', unit: 'share' },
  oneVisitShare: { zh: '一次办成', en: 'Done in one visit', unit: 'share' },
  visitsPerCase: { zh: '每件事跑动次数', en: 'Visits per case', unit: 'count' },
  promisedLateShare: { zh: '承诺件逾期率', en: 'Promised cases late', unit: 'share' },
  caseDaysMean: { zh: '承诺件办理时间', en: 'Time to decide', unit: 'days' },
  lowRatingShare: { zh: '差评率', en: 'Low ratings', unit: 'share' },
  overtimeS: { zh: '延时服务', en: 'Overtime', unit: 'seconds' },
  staffHours: { zh: '窗口在岗时间', en: 'Staff hours', unit: 'hours' },
  peopleMax: { zh: '厅内最多人数', en: 'Most people inside', unit: 'count' },
  openCases: { zh: '未办结承诺件', en: 'Cases open at the end', unit: 'count' },
  onlineShare: { zh: '网上办比例', en: 'Served online', unit: 'share' },
};

const WORDS = {
  zh: {
    measure: '指标',
    mean: '均值',
    interval: '95% 置信区间',
    utilisation: '窗口利用率',
    head: (r: SimulationReport) =>
      `${r.days ? `${r.days.dates.length} 个工作日，` : ''}${r.replications} 次重复，种子 ${r.seed}，平面图：${r.floorplan ?? '无（步行不计时）'}`,
    stopped: (count: number, hours: string, inside: number) =>
      `注意：${count} 次重复因大厅无限拥挤而停止（第一次停在第 ${hours} 小时，厅内 ${inside} 人）；指标只算到停止为止。`,
    note: '以上为模拟结果，不是实测数据；输入的来源见方案文件的 provenance。',
    seconds: '秒',
    minutes: '分',
    days: '工作日',
    hours: '小时',
  },
  en: {
    measure: 'Measure',
    mean: 'mean',
    interval: '95 % confidence',
    utilisation: 'Utilisation by window',
    head: (r: SimulationReport) =>
      `${r.days ? `${r.days.dates.length} working days, ` : ''}${r.replications} replications, seed ${r.seed}, floor plan: ${r.floorplan ?? 'none (walking takes no time)'}`,
    stopped: (count: number, hours: string, inside: number) =>
      `Note: ${count} replications were stopped because the hall filled without end (the first after ${hours} h with ${inside} people inside); the measures cover the time until then.`,
    note: 'Simulated, not measured; where the inputs come from is said in the scenario, under provenance.',
    seconds: 's',
    minutes: 'min',
    days: 'working days',
    hours: 'h',
  },
} as const;

/** `inMinutes`: one unit for a whole row, chosen by its mean. */
function figure(value: number | null, unit: Unit, inMinutes: boolean, language: Language): string {
  if (value === null) return '–';
  if (unit === 'share') return `${(value * 100).toFixed(1)} %`;
  if (unit === 'count') return value.toFixed(1);
  const { seconds, minutes, days, hours } = WORDS[language];
  if (unit === 'days') return `${value.toFixed(1)} ${days}`;
  if (unit === 'hours') return `${value.toFixed(1)} ${hours}`;
  return inMinutes ? `${(value / 60).toFixed(1)} ${minutes}` : `${value.toFixed(1)} ${seconds}`;
}

function cells({ mean, ci95 }: Measure, unit: Unit, language: Language): string[] {
  const inMinutes = mean !== null && mean >= 120;
  const shown = (value: number | null) => figure(value, unit, inMinutes, language);
  return [shown(mean), ci95 ? `${shown(ci95[0])} … ${shown(ci95[1])}` : '–'];
}

function stoppedLines({ stopped }: SimulationReport, language: Language): string[] {
  const first = stopped[0];
  if (!first) return [];
  return [WORDS[language].stopped(stopped.length, (first.atS / 3600).toFixed(1), first.inside)];
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
    ...stoppedLines(report, language),
    '',
    table(
      [
        heading,
        ...tellingMeasures(report.measures).map((id) => [
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
