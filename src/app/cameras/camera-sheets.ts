import type { TFunction } from 'i18next';
import type { WindowDay } from '../../coverage/day/day-coverage';
import { clockText, dayCoverageSentence } from '../../report/day-coverage-words';
import { PLACEMENT_WORDS, windowsOfTargets } from '../../report/placement-words';
import type { Sheet } from '../../report/sheet';
import type { Language } from '../../scenarios/text';
import type { DayRequest, PlaceAnswer, PlaceRequest } from '../../workers/coverage-api';

/** How much of a recorded day each window was clear, as a table. */
export function daySheet(
  windows: readonly WindowDay[],
  { plan, seed }: Pick<DayRequest, 'plan' | 'seed'>,
  language: Language,
  t: TFunction,
): Sheet {
  const name = t('cameras.tab.day');
  return {
    name,
    title: `${plan.id} · ${name}`,
    about: [
      [t('top.plan'), plan.id],
      [t('assumptions.seed'), seed],
    ],
    columns: [
      { name: t('cameras.window') },
      { name: t('cameras.day.openS'), unit: 's', format: 'integer' },
      { name: t('cameras.day.clearS'), unit: 's', format: 'integer' },
      { name: t('cameras.day.share'), format: 'share' },
      { name: t('cameras.day.worst') },
      { name: t('cameras.day.why') },
    ],
    rows: windows.map((window) => [
      window.id,
      window.openS,
      window.clearS,
      window.share,
      window.worst && clockText(window.worst.startS),
      dayCoverageSentence(window, language),
    ]),
  };
}

/** The fewest cameras that were found, as a table. */
export function placeSheet(
  answer: PlaceAnswer,
  { plan, times }: Pick<PlaceRequest, 'plan' | 'times'>,
  language: Language,
  t: TFunction,
): Sheet {
  const words = PLACEMENT_WORDS[language];
  const name = t('cameras.tab.place');
  return {
    name,
    title: `${plan.id} · ${name}`,
    about: [
      [t('top.plan'), plan.id],
      [t('cameras.place.times'), times],
      [t('cameras.place.proof'), words.proof(answer)],
    ],
    columns: [
      { name: t('cameras.camera') },
      { name: t('cameras.model') },
      { name: t('cameras.place.on') },
      { name: 'x', unit: 'm', format: 'decimal' },
      { name: 'y', unit: 'm', format: 'decimal' },
      { name: t('cameras.heightM'), unit: 'm', format: 'decimal' },
      { name: t('cameras.place.covers') },
    ],
    rows: answer.cameras.map(({ camera, model, support, purpose, covers }) => [
      camera.id,
      model.name,
      words.support[support],
      camera.at[0],
      camera.at[1],
      camera.heightM,
      purpose === 'floor' ? words.floor : windowsOfTargets(covers, language),
    ]),
  };
}
