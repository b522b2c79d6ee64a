import { ASSUMPTIONS } from '../scenarios/assumptions';
import { inLanguage, type Language } from '../scenarios/text';
import {
  mostInNeed,
  type ProvinceAnswer,
  type ProvinceGroup,
  type ProvinceRow,
} from '../sim/planning/province';
import { ABOUT_WORDS } from './about';
import { figureColumns } from './measures';
import { count, measureColumns, named, shareColumns, sizes, threeCells } from './plan-sheet-parts';
import { PLAN_SHEET_WORDS } from './plan-sheet-words';
import { ORGANISATION_WORDS, PROCEDURES, percentText, pointsText, promiseText } from './plan-words';
import { ASSUMED_WORDS, LAYOUT_WORDS, STANDING, WORDS } from './province-words';
import type { Cell, Column, Sheet } from './sheet';

/** The circumstances of a group in words. */
export function groupText({ layout, assumptions }: ProvinceGroup, language: Language): string {
  const parts = [
    ...(layout === 'own' ? [] : [layout ?? LAYOUT_WORDS[language].none]),
    ...assumptions.map(([id, value]) => `${ASSUMED_WORDS[id][language]} ${value}`),
  ];
  return parts.length > 0 ? parts.join(language === 'zh' ? '，' : ', ') : WORDS[language].asAssumed;
}

/** The tables of a sweep: one row of plans for each hall and circumstances, and who is most in need. */
export function provinceSheets(
  answer: ProvinceAnswer,
  language: Language,
): readonly [plans: Sheet, ranked: Sheet] {
  return [plansSheet(answer, language), rankedSheet(answer, language)];
}

function aboutLines(answer: ProvinceAnswer, language: Language): Sheet['about'] {
  const [words, about] = [PLAN_SHEET_WORDS[language], ABOUT_WORDS[language]];
  const { product, sweep, seed, promise, judging, replications, halls, groups, missing } = answer;
  const own = WORDS[language];
  return [
    [own.sweep, sweep],
    [about.product, `${product.name} ${product.version}`],
    [about.seed, seed],
    [own.runs, replications],
    [own.halls, halls.length],
    ...(missing > 0 ? ([[own.missing, missing]] as const) : []),
    [own.reference, groupText(groups[0]!, language)],
    [words.promise, promiseText(promise, language)],
    [words.confidence, percentText(judging.confidence, language)],
    [words.tolerance, `±${pointsText(judging.tolerance, language)}`],
    [words.intervals, about.student],
    ...(['feasibility', 'selection'] as const).map((id): readonly [string, string] => [
      PROCEDURES[id].name[language],
      PROCEDURES[id].guarantee(judging)[language],
    ]),
  ];
}

function peopleColumns(name: string, language: Language): readonly Column[] {
  const unit = language === 'zh' ? '人次' : 'visits';
  return figureColumns(language, { name, unit }).slice(0, 3);
}

function hallColumns(language: Language): readonly Column[] {
  const words = WORDS[language];
  return [
    named(words.hall),
    named(words.id),
    { name: words.area, unit: 'm²', format: 'decimal' },
    count(words.residents),
  ];
}

function hallCells({ halls }: ProvinceAnswer, hall: number, language: Language): readonly Cell[] {
  const { name, id, areaM2, residents } = halls[hall]!;
  return [inLanguage(name, language), id, areaM2, residents];
}

function plansSheet(answer: ProvinceAnswer, language: Language): Sheet {
  const words = { ...PLAN_SHEET_WORDS[language], ...WORDS[language] };
  const used = ASSUMPTIONS.filter((id) =>
    answer.groups.some(({ assumptions }) => assumptions.some(([one]) => one === id)),
  );
  return {
    name: words.plans,
    title: words.plans,
    about: aboutLines(answer, language),
    columns: [
      ...hallColumns(language),
      named(words.floorplan),
      ...used.map((id) => named(ASSUMED_WORDS[id][language])),
      named(words.result),
      count(words.needed),
      named(words.sure),
      count(words.listed),
      named(words.organisation),
      named(words.groups),
      ...measureColumns('calledWithinShare', language),
      ...measureColumns('waitMeanS', language),
      ...shareColumns(words.fewerShare, language),
      count(words.presentWindows),
      named(words.presentStanding),
      ...shareColumns(words.presentShare, language),
      ...peopleColumns(words.late, language),
      count(words.replications),
      named(words.reason),
    ],
    rows: answer.rows.map((row) => [
      ...hallCells(answer, row.hall, language),
      planName(answer, row, language),
      ...used.map((id) => {
        const found = answer.groups[row.group]!.assumptions.find(([one]) => one === id);
        return found ? found[1] : null;
      }),
      ...planCells(row, language),
    ]),
    notes: [
      words.counted,
      words.lateNote,
      words.groupsNote,
      words.sureNote,
      words.factorNote,
      words.simulated,
    ],
  };
}

function planName({ halls, groups }: ProvinceAnswer, row: ProvinceRow, language: Language): string {
  const { layout } = groups[row.group]!;
  const plan = layout === 'own' ? halls[row.hall]!.floorplan : layout;
  return plan ?? LAYOUT_WORDS[language].none;
}

function planCells(row: ProvinceRow, language: Language): readonly Cell[] {
  const words = { ...PLAN_SHEET_WORDS[language], ...WORDS[language] };
  if (!row.ok) return [words.failed, ...Array<Cell>(23).fill(null), row.reason];
  const { present, needs } = row;
  const shown = needs?.shown;
  return [
    resultText(row, language),
    needs?.recommended?.windows ?? null,
    needs && (needs.sure ? words.yes : words.no),
    shown?.windows ?? null,
    shown ? ORGANISATION_WORDS[shown.organisation][language] : null,
    shown ? sizes(shown.groups) : null,
    ...threeCells(shown?.outlook.measures.calledWithinShare),
    ...threeCells(shown?.outlook.measures.waitMeanS),
    ...threeCells(needs?.oneFewer?.outlook.measures.calledWithinShare),
    present.windows,
    STANDING[present.verdict][language],
    ...threeCells(present.outlook.measures.calledWithinShare),
    ...threeCells(present.lateADay),
    present.outlook.replications,
    null,
  ];
}

function resultText({ needs }: ProvinceRow & { ok: true }, language: Language): string {
  const words = WORDS[language];
  if (needs === null) return words.notAsked;
  if (needs.recommended) return words.met;
  if (needs.shown === null) return words.failed;
  return needs.undecided > 0 ? words.open : words.unmet;
}

function rankedSheet(answer: ProvinceAnswer, language: Language): Sheet {
  const words = { ...PLAN_SHEET_WORDS[language], ...WORDS[language] };
  return {
    name: words.ranked,
    title: words.ranked,
    about: aboutLines(answer, language),
    columns: [
      count(words.rank),
      ...hallColumns(language),
      named(words.presentStanding),
      ...peopleColumns(words.late, language),
      ...shareColumns(words.presentShare, language),
      count(words.presentWindows),
      count(words.needed),
      count(words.more),
      named(words.sure),
    ],
    rows: mostInNeed(answer.rows).map(({ rank, row }) => {
      const { present, needs } = row;
      const needed = needs?.recommended?.windows ?? null;
      return [
        rank,
        ...hallCells(answer, row.hall, language),
        STANDING[present.verdict][language],
        ...threeCells(present.lateADay),
        ...threeCells(present.outlook.measures.calledWithinShare),
        present.windows,
        needed,
        needed === null ? null : needed - present.windows,
        needs && (needs.sure ? words.yes : words.no),
      ];
    }),
    notes: [words.rankedNote, words.lateNote, words.simulated],
  };
}
