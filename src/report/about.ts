import { numberOf, type Provenance } from '../scenarios/provenance';
import type { Scenario } from '../scenarios/scenario';
import { inLanguage, type Language } from '../scenarios/text';
import type { SimulationReport } from '../sim/experiments/report';
import { UNITS } from './measures';
import { sourcedParameters } from './parameters';
import { PROVENANCE_WORDS, sourceText } from './provenance-text';
import type { Sheet } from './sheet';

type Line = Sheet['about'][number];

/** What is said above every table. */
export const ABOUT_WORDS = {
  zh: {
    product: '产品与版本',
    scenario: '方案',
    floorplan: '平面图',
    noPlan: '无（步行不计时）',
    seed: '随机种子',
    replications: '重复次数',
    days: '工作日数',
    confidence: '置信水平',
    student: '95%（Student t，按重复次数）',
    visits: '每日办事人次',
    target: '等候目标',
    sourceOf: (what: string) => `${what}的来源`,
    parameters: '参数来源合计',
    counted: (kind: string, n: number) => `${kind} ${n} 项`,
    separator: '，',
    simulated: '以上为模拟结果，不是实测数据；输入的来源见“参数与来源”表或方案文件。',
  },
  en: {
    product: 'Product and version',
    scenario: 'Scenario',
    floorplan: 'Floor plan',
    noPlan: 'none (walking takes no time)',
    seed: 'Seed',
    replications: 'Replications',
    days: 'Working days',
    confidence: 'Confidence',
    student: "95 % (Student's t over the replications)",
    visits: 'Visits per day',
    target: 'Target wait',
    sourceOf: (what: string) => `${what}: source`,
    parameters: 'Sources of the parameters',
    counted: (kind: string, n: number) => `${kind} ${n}`,
    separator: ', ',
    simulated:
      'Simulated, not measured; where the inputs come from is said in the sheet "Parameters and sources" or in the scenario file.',
  },
} as const;

/** Product, seed and confidence, which every result states. */
export function runLines(
  { product, seed, replications }: Pick<SimulationReport, 'product' | 'seed' | 'replications'>,
  language: Language,
): readonly Line[] {
  const words = ABOUT_WORDS[language];
  return [
    [words.product, `${product.name} ${product.version}`],
    [words.seed, seed],
    [words.replications, replications],
    [words.confidence, words.student],
  ];
}

/** What was simulated, and how. */
export function simulationLines(
  report: SimulationReport,
  scenario: Scenario,
  language: Language,
): readonly Line[] {
  const words = ABOUT_WORDS[language];
  return [
    [words.scenario, `${inLanguage(scenario.name, language)} (${report.scenario})`],
    [words.floorplan, report.floorplan ?? words.noPlan],
    ...runLines(report, language),
    ...(report.days ? [[words.days, report.days.dates.length] as const] : []),
  ];
}

/** What the results rest on most, and where it comes from. */
export function assumptionLines(scenario: Scenario, language: Language): readonly Line[] {
  const words = ABOUT_WORDS[language];
  const { demand, targetWaitS } = scenario;
  const named = (
    label: string,
    unit: string,
    parameter: Scenario['targetWaitS'],
    around?: Provenance,
  ): Line[] => [
    [`${label} (${unit})`, numberOf(parameter)],
    [words.sourceOf(label), sourceText(parameter, around, language)],
  ];
  return [
    ...(demand
      ? named(words.visits, UNITS.visits[language], demand.visitsPerDay, demand.provenance)
      : []),
    ...named(words.target, UNITS.seconds[language], targetWaitS),
    [words.parameters, countedSources(scenario, language)],
  ];
}

function countedSources(scenario: Scenario, language: Language): string {
  const words = ABOUT_WORDS[language];
  const all = sourcedParameters(scenario);
  return (['notice', 'source', 'assumption'] as const)
    .map((kind) => {
      const n = all.filter(({ provenance }) => provenance.kind === kind).length;
      return words.counted(PROVENANCE_WORDS[language][kind], n);
    })
    .join(words.separator);
}
