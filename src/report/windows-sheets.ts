import { inLanguage, type Language, type LocalText } from '../scenarios/text';
import type { WindowsPlan } from '../sim/planning/windows-plan';
import {
  count,
  markOf,
  named,
  outlookCells,
  outlookColumns,
  planLines,
  procedureLines,
  proposalSheet,
  searchLines,
  sizes,
  sourceLines,
  type Table,
} from './plan-sheet-parts';
import { PLAN_SHEET_WORDS } from './plan-sheet-words';
import { ORGANISATION_WORDS, verdictWords } from './plan-words';
import type { Sheet } from './sheet';
import { designText, windowsProposal } from './windows-proposal';

const WORDS = {
  zh: {
    windowsTitle: '窗口方案',
    windows: '窗口数',
    oneFewer: (design: string) => `少一个窗口：${design} − 建议`,
    undecided: '未定的方案：窗口更少的已达到承诺，无须再判；或模拟次数用完。',
  },
  en: {
    windowsTitle: 'Designs',
    windows: 'Windows',
    oneFewer: (design: string) => `One window fewer: ${design} − recommended`,
    undecided:
      'Undecided: fewer windows were found to do, so that it needed no verdict; or the replications were used up.',
  },
} as const;

/** The fewest windows of a hall as tables: every design, and the proposal. */
export function windowsSheets(
  plan: WindowsPlan,
  hallName: LocalText,
  language: Language,
): readonly Sheet[] {
  const words = { ...PLAN_SHEET_WORDS[language], ...WORDS[language] };
  const hall = inLanguage(hallName, language);
  const about = [...planLines(plan, hall, language), ...searchLines(plan, language)];
  return [
    {
      name: words.windowsTitle,
      title: `${hall} · ${words.windowsTitle}`,
      about: [
        ...about,
        ...procedureLines(['feasibility', 'selection'], plan.judging, language),
        ...sourceLines(plan, language),
      ],
      ...designTable(plan, language),
      notes: [words.counted, words.eachAlone, words.undecided, words.groupsNote, words.simulated],
    },
    proposalSheet(
      windowsProposal(plan, hallName, language),
      differences(plan, language),
      {
        title: `${hall} · ${words.proposal}`,
        about,
        notes: [words.paired, words.simulated],
      },
      language,
    ),
  ];
}

function designTable(plan: WindowsPlan, language: Language): Table {
  const words = { ...PLAN_SHEET_WORDS[language], ...WORDS[language] };
  const { candidates, present, ending } = plan;
  return {
    columns: [
      named(words.mark),
      named(words.organisation),
      count(words.windows),
      named(words.groups),
      named(words.verdict),
      ...outlookColumns(language),
    ],
    rows: [
      ...candidates.map(({ organisation, windows, groups, verdict, outlook, failed }, i) => [
        markOf(i, plan, language),
        ORGANISATION_WORDS[organisation][language],
        windows,
        sizes(groups),
        verdictWords(verdict, ending)[language],
        ...outlookCells(outlook, failed),
      ]),
      ...(present
        ? [
            [
              words.present,
              null,
              present.windows,
              null,
              null,
              ...outlookCells(present.outlook, null),
            ],
          ]
        : []),
    ],
  };
}

/** What the proposal rests on: one window fewer, and the present hall. */
function differences(
  { candidates, oneFewer, present }: WindowsPlan,
  language: Language,
): Parameters<typeof proposalSheet>[1] {
  const change = present?.difference;
  return [
    ...(oneFewer
      ? [
          [
            WORDS[language].oneFewer(designText(candidates[oneFewer.candidate]!, language)),
            oneFewer.difference,
          ] as const,
        ]
      : []),
    ...(change ? [[PLAN_SHEET_WORDS[language].change, change] as const] : []),
  ];
}
