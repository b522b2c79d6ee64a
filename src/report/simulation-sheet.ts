import { clockOf } from '../scenarios/clock';
import type { Scenario } from '../scenarios/scenario';
import { inLanguage, type Language } from '../scenarios/text';
import {
  type HallMeasures,
  type IntervalSeries,
  MEASURE_IDS,
  type Measure,
  type SimulationReport,
  tellingMeasures,
} from '../sim/experiments/report';
import { ABOUT_WORDS, assumptionLines, simulationLines } from './about';
import {
  directionIn,
  figureCells,
  figureColumns,
  MEASURES,
  scaleOf,
  UNITS,
  unitIn,
} from './measures';
import { parametersSheet } from './parameters-sheet';
import type { Cell, Column, Sheet } from './sheet';

const WORDS = {
  zh: {
    measures: '指标',
    byClass: '按事项类别',
    halfHours: '按半小时',
    twentieths: '按时段',
    windows: '窗口',
    days: '逐日',
    measure: '指标',
    unit: '单位',
    better: '好坏方向',
    field: '字段',
    class: '类别',
    from: '从',
    to: '到',
    window: '窗口',
    windowName: '名称',
    date: '日期',
    tickets: '取号人数',
    wait: '平均等候',
    waiting: '平均等候人数',
    utilisation: '利用率',
    utilisationNote: '利用率：办理时间占开放时间的比例。',
    continuous: '从、到：自开始起的时、分、秒。',
    stopped: (count: number, hours: string, inside: number) =>
      `注意：${count} 次重复因大厅无限拥挤而停止（第一次停在第 ${hours} 小时，厅内 ${inside} 人）；指标只算到停止为止。`,
  },
  en: {
    measures: 'Measures',
    byClass: 'By class',
    halfHours: 'By half hour',
    twentieths: 'By interval',
    windows: 'Windows',
    days: 'By day',
    measure: 'Measure',
    unit: 'Unit',
    better: 'Direction',
    field: 'Field',
    class: 'Class',
    from: 'From',
    to: 'To',
    window: 'Window',
    windowName: 'Name',
    date: 'Date',
    tickets: 'Tickets taken',
    wait: 'Mean wait',
    waiting: 'Mean number waiting',
    utilisation: 'Utilisation',
    utilisationNote: 'Utilisation: share of its open time that a window serves.',
    continuous: 'From, to: hours, minutes, seconds since the beginning.',
    stopped: (count: number, hours: string, inside: number) =>
      `Note: ${count} replications were stopped because the hall filled without end (the first after ${hours} h with ${inside} people inside); the measures cover the time until then.`,
  },
} as const;

/** A result as tables: measures, classes, the day, windows, days if there are several, parameters. */
export function simulationSheets(
  report: SimulationReport,
  scenario: Scenario,
  language: Language,
): readonly Sheet[] {
  const words = WORDS[language];
  const about = simulationLines(report, scenario, language);
  const notes = [...stoppedNotes(report, language), ABOUT_WORDS[language].simulated];
  const called = (name: string, more: readonly string[] = []) => ({
    name,
    title: `${inLanguage(scenario.name, language)} · ${name}`,
    about,
    notes: [...more, ...notes],
  });
  const continuous = scenario.horizon.kind === 'continuous';
  const { days } = report;
  return [
    {
      ...called(words.measures),
      about: [...about, ...assumptionLines(scenario, language)],
      ...measuresTable(report, language),
    },
    { ...called(words.byClass), ...classTable(report, scenario, language) },
    continuous
      ? { ...called(words.twentieths, [words.continuous]), ...seriesTable(report.series, language) }
      : { ...called(words.halfHours), ...seriesTable(report.series, language) },
    {
      ...called(words.windows, [words.utilisationNote]),
      ...windowTable(report, scenario, language),
    },
    ...(days ? [{ ...called(words.days), ...daysTable(days, language) }] : []),
    parametersSheet(scenario, about, language),
  ];
}

type Table = Pick<Sheet, 'columns' | 'rows'>;

function measuresTable({ measures }: SimulationReport, language: Language): Table {
  const words = WORDS[language];
  return {
    columns: [
      { name: words.measure },
      { name: words.unit },
      ...figureColumns(language),
      { name: words.better },
      { name: words.field },
    ],
    rows: tellingMeasures(measures).map((id) => [
      MEASURES[id][language],
      unitIn(id, language),
      ...figureCells(measures[id], scaleOf(id)),
      directionIn(id, language),
      id,
    ]),
  };
}

/** Every class with the measures that say something of the hall. */
function classTable(report: SimulationReport, scenario: Scenario, language: Language): Table {
  const words = WORDS[language];
  const names = new Map(scenario.classes.map((c) => [c.id, inLanguage(c.name, language)]));
  const telling = new Set<string>(tellingMeasures(report.measures));
  const ids = MEASURE_IDS.filter((id) => telling.has(id));
  return {
    columns: [
      { name: words.class },
      { name: words.measure },
      { name: words.unit },
      ...figureColumns(language),
      { name: words.field },
    ],
    rows: Object.entries(report.byClass).flatMap(([classId, measures]) =>
      ids.map((id) => [
        names.get(classId) ?? classId,
        MEASURES[id][language],
        unitIn(id, language),
        ...figureCells(measures[id], scaleOf(id)),
        `${classId}.${id}`,
      ]),
    ),
  };
}

/** Figures beside each other, one line for each step of time. */
function sideBySide(
  steps: readonly (readonly Cell[])[],
  columns: readonly Column[],
  figures: readonly (readonly [name: string, unit: string, of: readonly Measure[]])[],
  language: Language,
): Table {
  return {
    columns: [
      ...columns,
      ...figures.flatMap(([name, unit]) => figureColumns(language, { name, unit })),
    ],
    rows: steps.map((step, i) => [...step, ...figures.flatMap(([, , of]) => figureCells(of[i]!))]),
  };
}

function seriesTable(series: IntervalSeries, language: Language): Table {
  const words = WORDS[language];
  const clock = (edge: number) => clockOf(edge).replace(/:00$/, '');
  return sideBySide(
    series.edgesS.slice(1).map((end, i) => [clock(series.edgesS[i]!), clock(end)]),
    [{ name: words.from }, { name: words.to }],
    [
      [words.wait, UNITS.seconds[language], series.waitMeanS],
      [words.waiting, UNITS.people[language], series.queueMean],
      [words.tickets, UNITS.people[language], series.arrived],
    ],
    language,
  );
}

function daysTable(days: NonNullable<SimulationReport['days']>, language: Language): Table {
  const words = WORDS[language];
  const named = (id: keyof HallMeasures & keyof typeof days) =>
    [MEASURES[id][language], unitIn(id, language), days[id]] as const;
  return sideBySide(
    days.dates.map((date) => [date]),
    [{ name: words.date }],
    [named('arrived'), named('waitMeanS'), named('openCases'), named('overtimeS')],
    language,
  );
}

function windowTable(report: SimulationReport, scenario: Scenario, language: Language): Table {
  const words = WORDS[language];
  const names = new Map(scenario.windows.map((w) => [w.id, inLanguage(w.name, language)]));
  return {
    columns: [
      { name: words.window },
      { name: words.windowName },
      ...figureColumns(language, { name: words.utilisation, format: 'share' }),
    ],
    rows: Object.entries(report.measures.utilisation).map(([id, measure]) => [
      id,
      names.get(id) ?? null,
      ...figureCells(measure),
    ]),
  };
}

function stoppedNotes({ stopped }: SimulationReport, language: Language): readonly string[] {
  const first = stopped[0];
  if (!first) return [];
  return [WORDS[language].stopped(stopped.length, (first.atS / 3600).toFixed(1), first.inside)];
}
