import { inLanguage, type Language } from '../scenarios/text';
import { type Change, changeOf, measuresToShow } from '../sim/experiments/change';
import type { ComparisonReport, Variant } from '../sim/experiments/compare';
import type { HallMeasures } from '../sim/experiments/report';
import { ABOUT_WORDS, runLines } from './about';
import { figureCells, figureColumns, MEASURES, scaleOf, unitIn } from './measures';
import type { Cell, Column, Sheet } from './sheet';

/** What a difference says, in a word. */
export const VERDICTS: Readonly<Record<Change, Readonly<Record<Language, string>>>> = {
  better: { zh: '更好', en: 'better' },
  worse: { zh: '更差', en: 'worse' },
  changed: { zh: '有变化', en: 'changed' },
  unclear: { zh: '看不出差别', en: 'no clear difference' },
  same: { zh: '相同', en: 'the same' },
};

const WORDS = {
  zh: {
    name: '方案比较',
    variant: (letter: string) => `方案 ${letter}`,
    plan: (plan: string) => `，平面图：${plan}`,
    measure: '指标',
    unit: '单位',
    verdict: (letter: string) => `${letter} 对 A 的结论`,
    field: '字段',
    notes: [
      '差值按同一批人逐次相减，单位与本行相同；比例的差值以百分点计。',
      '比较多个方案时，差值的区间已按个数放宽（Bonferroni），同一指标的各区间以 95% 同时成立。',
      '区间不含 0 才说更好或更差。',
    ],
  },
  en: {
    name: 'Comparison',
    variant: (letter: string) => `Variant ${letter}`,
    plan: (plan: string) => `, floor plan: ${plan}`,
    measure: 'Measure',
    unit: 'Unit',
    verdict: (letter: string) => `${letter} against A: verdict`,
    field: 'Field',
    notes: [
      'Differences are taken replication by replication on the same visitors, in the unit of their row; those of shares are percentage points.',
      'Among several variants the intervals of the differences are widened for their number (Bonferroni): those of one measure hold all at once with 95 %.',
      'Better or worse is said only where the interval leaves zero out.',
    ],
  },
} as const;

/** A, B, C … */
const letterOf = (i: number) => String.fromCharCode(65 + i);

/** A comparison as a table: a row for each measure, every variant and its difference to the first. */
export function comparisonSheets(report: ComparisonReport, language: Language): readonly Sheet[] {
  const words = WORDS[language];
  const { variants } = report;
  return [
    {
      name: words.name,
      title: variants.map(({ name }) => inLanguage(name, language)).join(' / '),
      about: [
        ...variants.map((variant, i) => variantLine(variant, i, language)),
        ...runLines(report, language),
      ],
      columns: [
        { name: words.measure },
        { name: words.unit },
        ...variants.flatMap((_, i) => columnsOf(i, language)),
        { name: words.field },
      ],
      rows: measuresToShow(report).map((id) => [
        MEASURES[id][language],
        unitIn(id, language),
        ...variants.flatMap((variant) => cellsOf(variant, id, language)),
        id,
      ]),
      notes: [...words.notes, ABOUT_WORDS[language].simulated],
    },
  ];
}

function variantLine(
  { name, scenario, floorplan }: Variant,
  i: number,
  language: Language,
): readonly [string, string] {
  const words = WORDS[language];
  const plan = words.plan(floorplan ?? ABOUT_WORDS[language].noPlan);
  return [words.variant(letterOf(i)), `${inLanguage(name, language)} (${scenario})${plan}`];
}

function columnsOf(i: number, language: Language): readonly Column[] {
  const letter = letterOf(i);
  const own = figureColumns(language, { name: letter });
  if (i === 0) return own;
  return [
    ...own,
    ...figureColumns(language, { name: `${letter} − A` }),
    { name: WORDS[language].verdict(letter) },
  ];
}

function cellsOf(
  { measures, difference }: Variant,
  id: keyof HallMeasures,
  language: Language,
): readonly Cell[] {
  const own = figureCells(measures[id], scaleOf(id));
  if (difference === null) return own;
  return [
    ...own,
    ...figureCells(difference[id], scaleOf(id)),
    VERDICTS[changeOf(id, difference[id])][language],
  ];
}
