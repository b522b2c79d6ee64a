import {
  ORGANISATION_WORDS,
  promiseText,
  STANDING_WORDS,
  verdictWords,
} from '../report/plan-words';
import { staffingProposal } from '../report/staffing-proposal';
import { windowsProposal } from '../report/windows-proposal';
import { HALLS } from '../scenarios/halls';
import { inLanguage, type Language, type LocalText } from '../scenarios/text';
import type { Measure } from '../sim/experiments/report';
import type { HallPlan } from '../sim/planning/district';
import type { SensitivityReport, Shaken } from '../sim/planning/sensitivity';
import type { StaffingPlan } from '../sim/planning/staffing';
import type { Candidate, WindowsPlan } from '../sim/planning/windows-plan';
import { table } from './table';

const WORDS = {
  zh: {
    windows: '窗口',
    organisation: '分工',
    groups: '各组',
    verdict: '判定',
    replications: '重复',
    called: '及时叫号 %',
    interval: '95% 区间',
    wait: '平均等候 分',
    p90: '九成不超过 分',
    abandoned: '放弃 %',
    hours: '窗口小时',
    recommended: '← 建议',
    best: '← 最接近',
    halfHour: '半小时',
    staffed: '建议在岗',
    present: '现有在岗',
    load: '负荷',
    hall: '大厅',
    fewer: '少一个时 %',
    none: '达不到',
    failed: (reason: string) => `无法模拟：${reason}`,
    assumption: '假设',
    end: '取值',
    difference: '与现假设之差',
    needs: '最少窗口',
    map: (x: string, y: string) => `及时叫号 %：横 ${x}，纵 ${y}`,
    base: '现假设',
    stopped: '中途停止，以下为已完成的部分。',
    simulated: '以上为模拟结果，不是实测数据。',
  },
  en: {
    windows: 'windows',
    organisation: 'organisation',
    groups: 'groups',
    verdict: 'verdict',
    replications: 'runs',
    called: 'called in time %',
    interval: '95 % interval',
    wait: 'mean wait min',
    p90: '90 % at most min',
    abandoned: 'gave up %',
    hours: 'window hours',
    recommended: '← recommended',
    best: '← nearest',
    halfHour: 'half hour',
    staffed: 'recommended',
    present: 'at present',
    load: 'load',
    hall: 'hall',
    fewer: 'one fewer %',
    none: 'cannot be met',
    failed: (reason: string) => `could not be run: ${reason}`,
    assumption: 'assumption',
    end: 'value',
    difference: 'less as assumed',
    needs: 'windows needed',
    map: (x: string, y: string) => `called in time %: across ${x}, down ${y}`,
    base: 'as assumed',
    stopped: 'Stopped on the way; what was done until then:',
    simulated: 'Simulated, not measured.',
  },
} as const;

const percent = (value: number | null) => (value === null ? '–' : (value * 100).toFixed(1));
const minutes = (value: number | null) => (value === null ? '–' : (value / 60).toFixed(1));

function interval({ ci95 }: Measure, scale = 100): string {
  return ci95 ? ci95.map((end) => (end * scale).toFixed(1)).join(' … ') : '–';
}

function outlookCells({ outlook }: Pick<Candidate, 'outlook'>): string[] {
  if (!outlook) return ['', '', '', '', '', ''];
  const { calledWithinShare, waitMeanS, waitP90S, abandonedShare } = outlook.measures;
  return [
    String(outlook.replications),
    percent(calledWithinShare.mean),
    interval(calledWithinShare),
    minutes(waitMeanS.mean),
    minutes(waitP90S.mean),
    percent(abandonedShare.mean),
  ];
}

/** The answer to "how many windows" as people read it in a terminal. */
export function windowsText(plan: WindowsPlan, hall: LocalText, language: Language): string {
  const w = WORDS[language];
  const heading = [
    w.windows,
    w.organisation,
    w.groups,
    w.verdict,
    w.replications,
    w.called,
    w.interval,
    w.wait,
    w.p90,
    w.abandoned,
    '',
  ];
  const rows = plan.candidates.map((c, i) => [
    String(c.windows),
    ORGANISATION_WORDS[c.organisation][language],
    c.groups.join('+'),
    c.failed === null ? verdictWords(c.verdict, plan.ending)[language] : w.failed(c.failed),
    ...outlookCells(c),
    i === plan.recommended
      ? w.recommended
      : plan.recommended === null && i === plan.best
        ? w.best
        : '',
  ]);
  return [
    ...windowsProposal(plan, hall, language),
    '',
    table([heading, ...rows], [0, 4, 5, 6, 7, 8, 9]),
  ].join('\n');
}

const two = (n: number) => String(n).padStart(2, '0');
const clock = (s: number) => `${two(Math.floor(s / 3600))}:${two(Math.round(s / 60) % 60)}`;

/** The answer to "how to staff" as people read it in a terminal. */
export function staffingText(plan: StaffingPlan, hall: LocalText, language: Language): string {
  const w = WORDS[language];
  const names = plan.patterns.map(({ name }) => inLanguage(name, language));
  const shown = plan.recommended ?? plan.best;
  const chosen = shown === null ? null : plan.candidates[shown];
  const staff = plan.groups.map(({ windows }, g) => [
    windows.length > 2 ? `${windows[0]}–${windows.at(-1)}` : windows.join(' '),
    ...names.map((_, p) => String(chosen?.groups[g]?.[p] || '')),
  ]);
  const halfHours = plan.halfHours.map(({ fromS, windows, present, load, waitMeanS }) => [
    clock(fromS),
    String(windows),
    String(present),
    load.toFixed(1),
    minutes(waitMeanS.mean),
    interval(waitMeanS, 1 / 60),
  ]);
  return [
    ...staffingProposal(plan, hall, language),
    '',
    table(
      [[w.windows, ...names], ...staff],
      names.map((_, i) => i + 1),
    ),
    '',
    table(
      [[w.halfHour, w.staffed, w.present, w.load, w.wait, w.interval], ...halfHours],
      [1, 2, 3, 4, 5],
    ),
  ].join('\n');
}

/** The district's table as people read it in a terminal. */
export function districtText(halls: readonly HallPlan[], language: Language): string {
  const w = WORDS[language];
  const rows = halls.map((one) => {
    const name = HALLS.find(({ id }) => id === one.hall)?.name[language] ?? one.hall;
    if (!one.ok) return [one.hall, name, w.failed(one.reason)];
    const { plan } = one;
    const shown = plan.recommended ?? plan.best;
    const chosen = shown === null ? null : plan.candidates[shown]!;
    const fewer = plan.oneFewer ? plan.candidates[plan.oneFewer.candidate] : null;
    return [
      one.hall,
      name,
      plan.recommended === null ? w.none : String(chosen!.windows),
      chosen
        ? `${ORGANISATION_WORDS[chosen.organisation][language]} ${chosen.groups.join('+')}`
        : '',
      ...(chosen ? outlookCells(chosen).slice(1, 4) : ['', '', '']),
      percent(fewer?.outlook?.measures.calledWithinShare.mean ?? null),
      percent(plan.present?.outlook.measures.calledWithinShare.mean ?? null),
    ];
  });
  const first = halls.find((one) => one.ok);
  return [
    ...(first?.ok ? [promiseText(first.plan.promise, language), ''] : []),
    table(
      [
        ['', w.hall, w.windows, w.organisation, w.called, w.interval, w.wait, w.fewer, w.present],
        ...rows,
      ],
      [2, 4, 5, 6, 7, 8],
    ),
    '',
    w.simulated,
  ].join('\n');
}

/** What the answer hangs on, as people read it in a terminal. */
export function sensitivityText(
  report: SensitivityReport,
  hall: LocalText,
  language: Language,
): string {
  const w = WORDS[language];
  const sought = report.base?.windows !== undefined;
  const needs = ({ windows }: { readonly windows?: number | null }) =>
    sought ? [windows === undefined ? '' : windows === null ? w.none : String(windows)] : [];
  const row = (name: string, one: Shaken, kind: string) => [
    name,
    one.failed === null ? valueText(one.value, kind) : w.failed(one.failed),
    percent(one.outlook?.measures.calledWithinShare.mean ?? null),
    one.outlook ? interval(one.outlook.measures.calledWithinShare) : '–',
    percent(one.difference?.calledWithinShare.mean ?? null),
    one.difference ? interval(one.difference.calledWithinShare) : '–',
    STANDING_WORDS[one.standing][language],
    ...needs(one),
  ];
  const { base, map } = report;
  const names = new Map(report.assumptions.map(({ id, name }) => [id, inLanguage(name, language)]));
  return [
    inLanguage(hall, language),
    promiseText(report.promise, language),
    ...(report.stopped ? [w.stopped] : []),
    '',
    table(
      [
        [
          w.assumption,
          w.end,
          w.called,
          w.interval,
          w.difference,
          w.interval,
          w.verdict,
          ...(sought ? [w.needs] : []),
        ],
        ...(base
          ? [
              [
                w.base,
                '',
                percent(base.outlook.measures.calledWithinShare.mean),
                interval(base.outlook.measures.calledWithinShare),
                '',
                '',
                STANDING_WORDS[base.standing][language],
                ...needs(base),
              ],
            ]
          : []),
        ...report.assumptions.flatMap(({ name, kind, ends }) =>
          ends.map((one) => row(inLanguage(name, language), one, kind)),
        ),
      ],
      [1, 2, 3, 4, 5],
    ),
    ...(map
      ? [
          '',
          w.map(names.get(map.x) ?? map.x, names.get(map.y) ?? map.y),
          table(
            [
              ['', ...map.xs.map(String)],
              ...map.ys.map((y, j) => [
                String(y),
                ...map.cells[j]!.map((one) =>
                  percent(one.outlook?.measures.calledWithinShare.mean ?? null),
                ),
              ]),
            ],
            map.xs.map((_, i) => i + 1),
          ),
        ]
      : []),
    '',
    w.simulated,
  ].join('\n');
}

function valueText(value: number, kind: string): string {
  return kind === 'factor' ? `×${value}` : kind === 'share' ? `${percent(value)} %` : String(value);
}
