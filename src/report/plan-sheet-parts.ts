import type { Language } from '../scenarios/text';
import type { Measure } from '../sim/experiments/report';
import type { Outlook, PlanMeasureId } from '../sim/planning/outlook';
import type { StaffingPlan } from '../sim/planning/staffing';
import type { WindowsPlan } from '../sim/planning/windows-plan';
import { ABOUT_WORDS } from './about';
import { figureCells, figureColumns, MEASURES, scaleOf, unitIn } from './measures';
import { PLAN_SHEET_WORDS } from './plan-sheet-words';
import { ENDING_WORDS, PROCEDURES, percentText, pointsText, promiseText } from './plan-words';
import { isSettled } from './settled';
import type { Cell, Column, Sheet } from './sheet';

export type Line = Sheet['about'][number];
export type Table = Pick<Sheet, 'columns' | 'rows'>;

/** Measures of a design that a table shows. */
const SHOWN = [
  'calledWithinShare',
  'waitMeanS',
  'waitP90S',
  'abandonedShare',
  'staffHours',
] as const satisfies readonly PlanMeasureId[];

/** Differences that a proposal shows. */
const COMPARED = [...SHOWN, 'timeInHallMeanS', 'queueMax', 'overtimeS'] as const;

const NOTHING: Measure = { mean: null, ci95: null, n: 0 };

/** The mean and both ends of its interval. */
export const threeCells = (measure: Measure | undefined): readonly Cell[] =>
  figureCells(measure ?? NOTHING).slice(0, 3);

/** The columns of {@link threeCells} for a share: numbers from 0 to 1 that a workbook shows in per cent. */
export function shareColumns(name: string, language: Language): readonly Column[] {
  return figureColumns(language, { name, format: 'share' }).slice(0, 3);
}

/** The columns of {@link threeCells} for a measure. */
export function measureColumns(id: PlanMeasureId, language: Language): readonly Column[] {
  const name = MEASURES[id][language];
  if (MEASURES[id].unit === 'share') return shareColumns(name, language);
  return figureColumns(language, { name, unit: unitIn(id, language) }).slice(0, 3);
}

export const named = (name: string): Column => ({ name });
export const count = (name: string): Column => ({ name, format: 'integer' });

/** A size that no spreadsheet takes for a date. */
export const sizes = (groups: readonly number[]) => groups.join(' + ');

/** What every planning table says of where it comes from. */
export function planLines(
  plan: Pick<WindowsPlan, 'product' | 'scenario' | 'floorplan' | 'seed' | 'promise' | 'judging'>,
  hall: string,
  language: Language,
): readonly Line[] {
  const [words, about] = [PLAN_SHEET_WORDS[language], ABOUT_WORDS[language]];
  const { product, scenario, floorplan, seed, promise, judging } = plan;
  return [
    [about.scenario, `${hall} (${scenario})`],
    [about.floorplan, floorplan ?? about.noPlan],
    [about.product, `${product.name} ${product.version}`],
    [about.seed, seed],
    [words.promise, promiseText(promise, language)],
    [words.confidence, percentText(judging.confidence, language)],
    [words.tolerance, `±${pointsText(judging.tolerance, language)}`],
    [words.intervals, about.student],
  ];
}

/** How the search went. */
export function searchLines(plan: WindowsPlan | StaffingPlan, language: Language): readonly Line[] {
  const words = PLAN_SHEET_WORDS[language];
  return [
    [words.ending, ENDING_WORDS[plan.ending][language]],
    [words.certain, isSettled(plan) ? words.yes : words.no],
    [words.total, plan.replications],
  ];
}

/** What the procedures guarantee. */
export function procedureLines(
  ids: readonly (keyof typeof PROCEDURES)[],
  judging: WindowsPlan['judging'],
  language: Language,
): readonly Line[] {
  return ids.map((id) => {
    const { name, guarantee } = PROCEDURES[id];
    return [name[language], guarantee(judging)[language]];
  });
}

/** Where the procedures of a plan for windows are from. */
export function sourceLines({ procedure }: WindowsPlan, language: Language): readonly Line[] {
  return (['feasibility', 'selection'] as const).map((id) => [
    PLAN_SHEET_WORDS[language].source(PROCEDURES[id].name[language]),
    procedure[id],
  ]);
}

/** Mark of a row: recommended, or else nearest to the promise. */
export function markOf(
  i: number,
  { recommended, best }: Pick<WindowsPlan, 'recommended' | 'best'>,
  language: Language,
): string | null {
  const words = PLAN_SHEET_WORDS[language];
  if (i === recommended) return words.recommended;
  return recommended === null && i === best ? words.nearest : null;
}

/** The columns of {@link outlookCells}. */
export function outlookColumns(language: Language): readonly Column[] {
  const words = PLAN_SHEET_WORDS[language];
  return [
    count(words.replications),
    ...SHOWN.flatMap((id) => measureColumns(id, language)),
    ...shareColumns(words.daysKept, language),
    count(words.stopped),
    named(words.reason),
  ];
}

/** What is to be expected of a design, or why it could not be run. */
export function outlookCells(outlook: Outlook | null, failed: string | null): readonly Cell[] {
  return [
    outlook?.replications ?? 0,
    ...SHOWN.flatMap((id) => threeCells(outlook?.measures[id])),
    ...threeCells(outlook?.daysKept),
    outlook?.stopped ?? null,
    failed,
  ];
}

/** A proposal's sentences, and below them the differences that it rests on. */
export function proposalSheet(
  sentences: readonly string[],
  differences: readonly (readonly [part: string, of: Readonly<Record<PlanMeasureId, Measure>>])[],
  frame: Pick<Sheet, 'title' | 'about' | 'notes'>,
  language: Language,
): Sheet {
  const words = PLAN_SHEET_WORDS[language];
  const figures = figureColumns(language);
  return {
    ...frame,
    name: words.proposal,
    columns: [named(words.part), named(words.content), named(words.unit), ...figures],
    rows: [
      ...sentences.map((sentence) => [words.proposal, sentence, null, ...figures.map(() => null)]),
      ...differences.flatMap(([part, of]) =>
        COMPARED.filter((id) => of[id].mean !== null).map((id) => [
          part,
          MEASURES[id][language],
          unitIn(id, language),
          ...figureCells(of[id], scaleOf(id)),
        ]),
      ),
    ],
  };
}
