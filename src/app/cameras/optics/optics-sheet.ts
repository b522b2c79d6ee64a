import type { TFunction } from 'i18next';
import { classDistances, pxPerMAt } from '../../../coverage/optics/distances';
import type { Fov } from '../../../coverage/optics/sensor';
import { EDITION_IDS, EDITIONS } from '../../../coverage/optics/standards';
import type { Sheet } from '../../../report/sheet';
import type { Language } from '../../../scenarios/text';

/** A camera of which the classes' distances are worked out. */
export interface OpticsInput {
  readonly fov: Fov;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Where the density is asked for besides, metres. */
  readonly atM: number;
}

/** How far a camera keeps each class of both editions, by the lens and by the flat formula. */
export function opticsSheet(
  { fov, widthPx, heightPx, atM }: OpticsInput,
  language: Language,
  t: TFunction,
): Sheet {
  const picture = { widthPx, horizontalFovDeg: fov.horizontalFovDeg };
  const distances = classDistances(picture);
  const at = pxPerMAt(picture, atM);
  const name = t('optics.title');
  return {
    name,
    title: name,
    about: [
      [t('cameras.resolution'), `${widthPx} × ${heightPx}`],
      [`${t('cameras.horizontalFovDeg')} (°)`, fov.horizontalFovDeg],
      [`${t('cameras.verticalFovDeg')} (°)`, fov.verticalFovDeg],
      [`${t('optics.lens')}, ${atM} m (px/m)`, at.lens],
      [`${t('optics.flat')}, ${atM} m (px/m)`, at.flat],
    ],
    columns: [
      { name: t('cameras.edition') },
      { name: t('optics.class') },
      { name: t('optics.least'), unit: 'px/m', format: 'decimal' },
      { name: t('optics.lens'), unit: 'm', format: 'decimal' },
      { name: t('optics.flat'), unit: 'm', format: 'decimal' },
    ],
    rows: EDITION_IDS.flatMap((edition) =>
      EDITIONS[edition].classes.map(({ id, name: of, pxPerM }) => [
        EDITIONS[edition].name,
        of[language],
        pxPerM,
        distances[edition][id]?.lens ?? null,
        distances[edition][id]?.flat ?? null,
      ]),
    ),
  };
}
