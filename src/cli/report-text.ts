import { cells } from '../report/figure-text';
import { MEASURES } from '../report/measures';
import type { Scenario } from '../scenarios/scenario';
import { inLanguage, type Language } from '../scenarios/text';
import { type SimulationReport, tellingMeasures } from '../sim/experiments/report';
import { table } from './table';

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
  },
} as const;

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
