import type { DayCoverage } from '../coverage/day/day-coverage';
import type { Profile } from '../coverage/profiles';
import {
  clockText,
  DAY_COVERAGE_WORDS,
  dayCoverageSentence,
  placeText,
  shareText,
} from '../report/day-coverage-words';
import type { FloorPlan } from '../scenarios/floorplan';
import type { Scenario } from '../scenarios/scenario';
import { inLanguage, type Language } from '../scenarios/text';
import { table } from './table';

const WORDS = {
  zh: {
    columns: ['窗口', '开放', '清晰', '最差一分钟', '清晰', '等候', '遮挡者（秒）'],
    minutes: (seconds: number) => `${(seconds / 60).toFixed(0)} 分`,
    about: (scenario: string, seed: number, everyS: number, profile: string) =>
      `“${scenario}”模拟的一天（随机种子 ${seed}），每 ${everyS} 秒一次，按“${profile}”`,
  },
  en: {
    columns: ['window', 'open', 'clear', 'worst minute', 'clear', 'waiting', 'in the way (s)'],
    minutes: (seconds: number) => `${(seconds / 60).toFixed(0)} min`,
    about: (scenario: string, seed: number, everyS: number, profile: string) =>
      `A simulated day of "${scenario}" (seed ${seed}), every ${everyS} s, by "${profile}"`,
  },
} as const;

/** Obstructions told of a window; more are in the JSON document. */
const MOST = 2;

/** A day seen by cameras, as people read it in a terminal. */
export function dayCoverageText(
  plan: FloorPlan,
  scenario: Scenario,
  seed: number,
  profile: Profile,
  { windows, everyS }: DayCoverage,
  language: Language,
): string {
  const words = WORDS[language];
  const { doing } = DAY_COVERAGE_WORDS[language];
  const rows = windows.map(({ id, openS, share, worst, obstructions }) => [
    id,
    words.minutes(openS),
    share === null ? '–' : shareText(share),
    worst ? clockText(worst.startS) : '–',
    worst ? shareText(worst.clearS / worst.openS) : '–',
    worst ? String(worst.waiting) : '–',
    obstructions
      .slice(0, MOST)
      .map((one) => `${doing[one.doing]} ${placeText(one.at)} ${one.seconds.toFixed(0)}`)
      .join('; '),
  ]);
  return [
    `${inLanguage(plan.name, language)} (${plan.id})`,
    words.about(
      inLanguage(scenario.name, language),
      seed,
      everyS,
      inLanguage(profile.name, language),
    ),
    table([words.columns, ...rows], [1, 2, 4, 5]),
    '',
    ...windows.map((window) => `${window.id}: ${dayCoverageSentence(window, language)}`),
  ].join('\n');
}
