import type { TFunction } from 'i18next';
import type { Edition } from '../../coverage/optics/standards';
import { areasByClass } from '../../coverage/plane-classes';
import { COVERAGE_WORDS } from '../../report/coverage-words';
import type { Sheet } from '../../report/sheet';
import type { Language } from '../../scenarios/text';
import type { PlaneAnswer } from '../../workers/coverage-api';

/** How much of a plane is seen at each class, and every part of it that nobody sees, as tables. */
export function planeSheets(
  plan: string,
  title: string,
  plane: PlaneAnswer,
  edition: Edition,
  language: Language,
  t: TFunction,
): readonly Sheet[] {
  const { kind } = COVERAGE_WORDS[language];
  const about: Sheet['about'] = [
    [t('top.plan'), plan],
    [t('cameras.edition'), edition.name],
    [`${t('cameras.planes.area')} (m²)`, plane.areaM2],
    [`${t('cameras.planes.visible')} (m²)`, plane.visibleM2],
    [`≥ ${plane.thresholdPxPerM} px/m (m²)`, plane.coveredM2],
  ];
  return [
    {
      name: t('cameras.planes.classes'),
      title: `${plan} · ${title}`,
      about,
      columns: [
        { name: t('optics.class') },
        { name: t('optics.least'), unit: 'px/m', format: 'decimal' },
        { name: t('cameras.planes.area'), unit: 'm²', format: 'decimal' },
        { name: t('cameras.planes.share'), format: 'share' },
      ],
      rows: areasByClass(plane, edition).map(({ m2 }, i) => [
        edition.classes[i]!.name[language],
        edition.classes[i]!.pxPerM,
        m2,
        m2 / plane.areaM2,
      ]),
    },
    {
      name: t('cameras.blindTitle'),
      title: `${plan} · ${title} · ${t('cameras.blindTitle')}`,
      about,
      columns: [
        { name: t('cameras.planes.area'), unit: 'm²', format: 'decimal' },
        { name: 'x', unit: 'm', format: 'decimal' },
        { name: 'y', unit: 'm', format: 'decimal' },
        { name: t('cameras.hiddenBy') },
      ],
      rows: plane.blind.map(({ areaM2, at, cause }) => [
        areaM2,
        at[0],
        at[1],
        cause ? `${kind[cause.kind]} ${cause.id}` : t('cameras.blindNowhere'),
      ]),
    },
  ];
}
