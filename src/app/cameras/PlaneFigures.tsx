import { useTranslation } from 'react-i18next';
import { EDITIONS } from '../../coverage/optics/standards';
import { areasByClass } from '../../coverage/plane-classes';
import { COVERAGE_WORDS } from '../../report/coverage-words';
import { useTwinState } from '../context';
import { Downloads } from '../Downloads';
import { blindLetter, MOST_BLIND } from './BlindMarks';
import { useCameras } from './hooks';
import { planeSheets } from './plane-sheets';

/** How much of the plane is seen, by class, and what hides the rest. */
export function PlaneFigures({ plan }: { readonly plan: string }) {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const plane = useCameras((state) => state.plane);
  const { edition, plane: id } = useCameras((state) => state.settings);
  if (!plane || id === 'none') return null;
  const { kind } = COVERAGE_WORDS[language];
  const share = (m2: number) => `${((100 * m2) / plane.areaM2).toFixed(0)}%`;
  const m2 = (area: number) => `${area.toFixed(1)} m²`;
  const title = t('cameras.planeTitle', {
    name: t(`cameras.plane.${id}`),
    height: plane.grid.heightM.toFixed(2),
  });
  return (
    <section className="plane-figures">
      <div className="section-head">
        <h3>{title}</h3>
        <Downloads
          name={`${plan}-${id}`}
          printable={false}
          sheets={() => planeSheets(plan, title, plane, EDITIONS[edition], language, t)}
        />
      </div>
      <p>
        {t('cameras.planeSeen', {
          visible: m2(plane.visibleM2),
          area: m2(plane.areaM2),
          share: share(plane.visibleM2),
          covered: m2(plane.coveredM2),
          px: plane.thresholdPxPerM,
        })}
      </p>
      <table className="sheet">
        <tbody>
          {areasByClass(plane, EDITIONS[edition]).map(({ id: name, m2: area }, i) => {
            const one = EDITIONS[edition].classes[i]!;
            return (
              <tr key={name}>
                <th scope="row">
                  {one.name[language]} ≥ {one.pxPerM} px/m
                </th>
                <td className="figure">{m2(area)}</td>
                <td className="figure">{share(area)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <h3>{t('cameras.blindTitle')}</h3>
      {plane.blind.length === 0 ? (
        <p>{t('cameras.noBlind')}</p>
      ) : (
        <ul className="blind-list">
          {plane.blind.slice(0, MOST_BLIND).map(({ areaM2, at, cause }, i) => (
            <li key={blindLetter(i)}>
              <b>{blindLetter(i)}</b> {m2(areaM2)}{' '}
              {cause
                ? t('cameras.blindBehind', { what: `${kind[cause.kind]} ${cause.id}` })
                : t('cameras.blindNowhere')}{' '}
              <span className="quiet">
                ({at[0].toFixed(1)}, {at[1].toFixed(1)})
              </span>
            </li>
          ))}
        </ul>
      )}
      {plane.blind.length > MOST_BLIND && (
        <p className="quiet">
          {t('cameras.moreBlind', { count: plane.blind.length - MOST_BLIND })}
        </p>
      )}
    </section>
  );
}
