import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayCoverage } from '../../coverage/day/day-coverage';
import { EDITIONS } from '../../coverage/optics/standards';
import { areasByClass } from '../../coverage/plane-classes';
import { COVERAGE_WORDS } from '../../report/coverage-words';
import { clockText, dayCoverageSentence, shareText } from '../../report/day-coverage-words';
import { inspectionSheets, thresholdRows } from '../../report/inspection-sheets';
import { windowFindings } from '../../report/window-findings';
import type { FloorPlan } from '../../scenarios/floorplan';
import { PRODUCT } from '../../scenarios/product';
import { inLanguage } from '../../scenarios/text';
import { useTwinState } from '../context';
import { Downloads } from '../Downloads';
import { blindLetter, MOST_BLIND } from './BlindMarks';
import { VERDICT_MARKS } from './colours';
import { useCameras, useDayWatch, usePlanAtHand } from './hooks';
import { Summary } from './InspectPanel';
import { MapLegend } from './MapLegend';
import { PlanMap } from './PlanMap';
import { WindowsTable } from './WindowsTable';

/** The inspection as it is put on file: everything that it rests on, on paper. */
export function SheetPanel({ room }: { readonly room: FloorPlan }) {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const seed = useTwinState((state) => state.question?.seed);
  const inspection = useCameras((state) => state.inspection);
  const working = useCameras((state) => state.working);
  const settings = useCameras((state) => state.settings);
  const plane = useCameras((state) => state.plane);
  const plan = usePlanAtHand();
  const day = useDayOf(plan);
  if (!inspection || !plan) return <p className="quiet">{t('cameras.looking')}</p>;
  const { verdict, kind } = COVERAGE_WORDS[language];
  const notClear = inspection.windows.filter(
    (window) => windowFindings(window, language).length > 0,
  );
  const people = inspection.people.filter(({ owner }) => owner.kind === 'queue').length;
  const edition = EDITIONS[settings.edition];
  return (
    <article className="inspection-sheet" aria-busy={working}>
      <header>
        <h2>{t('cameras.sheet.title', { name: inLanguage(room.name, language) })}</h2>
        <Downloads
          name={`${room.id}-cameras`}
          sheets={() => inspectionSheets(plan, inspection, language)}
        />
      </header>
      <dl>
        <dt>{t('cameras.sheet.plan')}</dt>
        <dd>{room.id}</dd>
        <dt>{t('cameras.sheet.date')}</dt>
        <dd>{today(language)}</dd>
        <dt>{t('cameras.profile')}</dt>
        <dd>{inLanguage(inspection.profile.name, language)}</dd>
        <dt>{t('cameras.edition')}</dt>
        <dd>
          {edition.name}, {t(`cameras.lens.${settings.lens}`)}
        </dd>
        <dt>{t('cameras.sheet.people')}</dt>
        <dd>
          {t('cameras.sheet.peopleText', {
            posture: t(`cameras.posture.${settings.posture}`),
            count: people,
          })}
        </dd>
        <dt>{t('cameras.sheet.product')}</dt>
        <dd>
          {PRODUCT.name} {PRODUCT.version} · {t('cameras.sheet.seed', { seed })}
        </dd>
      </dl>
      <Summary />
      <PlanMap room={room} still />
      <MapLegend still />
      <h3>{t('cameras.sheet.windows')}</h3>
      <WindowsTable inspection={inspection} />
      {notClear.length > 0 && (
        <>
          <h3>{t('cameras.sheet.findings')}</h3>
          <ul>
            {notClear.map((window) => (
              <li key={window.id}>
                <b style={{ color: VERDICT_MARKS[window.verdict].colour }}>
                  {window.id} {VERDICT_MARKS[window.verdict].sign} {verdict[window.verdict]}
                </b>
                {language === 'zh' ? '：' : ': '}
                {windowFindings(window, language).join(language === 'zh' ? '；' : '; ')}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('cameras.sheet.cameras')}</h3>
      <table className="sheet">
        <thead>
          <tr>
            <th>#</th>
            <th>{t('cameras.camera')}</th>
            <th className="figure">x · y (m)</th>
            <th className="figure">{t('cameras.heightM')}</th>
            <th className="figure">{t('cameras.yawDeg')}</th>
            <th className="figure">{t('cameras.pitchDeg')}</th>
            <th className="figure">{t('cameras.fov')}</th>
            <th className="figure">{t('cameras.resolution')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.cameras.map((camera, i) => (
            <tr key={camera.id}>
              <td>{i + 1}</td>
              <th scope="row">{camera.id}</th>
              <td className="figure">
                {camera.at[0].toFixed(2)} · {camera.at[1].toFixed(2)}
              </td>
              <td className="figure">{camera.heightM.toFixed(2)} m</td>
              <td className="figure">{camera.yawDeg.toFixed(0)}°</td>
              <td className="figure">{camera.pitchDeg.toFixed(0)}°</td>
              <td className="figure">
                {camera.horizontalFovDeg}° × {camera.verticalFovDeg}°
              </td>
              <td className="figure">{camera.resolutionPx.join(' × ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{t('cameras.sheet.limits')}</h3>
      <table className="sheet">
        <tbody>
          {thresholdRows(inspection, language).map(([name, value, of, source]) => (
            <tr key={String(name)}>
              <th scope="row">{name}</th>
              <td className="figure">{value}</td>
              <td>{of}</td>
              <td>{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {plane && (
        <p>
          {t('cameras.planeSeen', {
            visible: `${plane.visibleM2.toFixed(1)} m²`,
            area: `${plane.areaM2.toFixed(1)} m²`,
            share: `${((100 * plane.visibleM2) / plane.areaM2).toFixed(0)}%`,
            covered: `${plane.coveredM2.toFixed(1)} m²`,
            px: plane.thresholdPxPerM,
          })}{' '}
          {areasByClass(plane, edition)
            .map(
              ({ m2 }, i) =>
                `${edition.classes[i]!.name[language]} ≥ ${edition.classes[i]!.pxPerM}: ${m2.toFixed(1)} m²`,
            )
            .join(language === 'zh' ? '；' : '; ')}
        </p>
      )}
      {plane && plane.blind.length > 0 && (
        <p>
          <b>{t('cameras.blindTitle')}</b>{' '}
          {plane.blind
            .slice(0, MOST_BLIND)
            .map(
              ({ areaM2, cause }, i) =>
                `${blindLetter(i)} ${areaM2.toFixed(1)} m² (${cause ? `${kind[cause.kind]} ${cause.id}` : t('cameras.blindNowhere')})`,
            )
            .join(language === 'zh' ? '、' : ', ')}
          {plane.blind.length > MOST_BLIND &&
            ` ${t('cameras.moreBlind', { count: plane.blind.length - MOST_BLIND })}`}
        </p>
      )}
      {day && <DaySheet day={day} />}
      <p className="quiet">{t('cameras.sheet.note')}</p>
      <p className="signatures">
        <span>{t('cameras.sheet.inspector')}</span>
        <span>{t('cameras.sheet.signed')}</span>
      </p>
    </article>
  );
}

/** The day that was watched, if it was through these very cameras. */
function useDayOf(plan: FloorPlan | null): DayCoverage | null {
  const asked = useDayWatch((state) => state.asked);
  const answer = useDayWatch((state) => state.answer);
  return useMemo(
    () => (asked && JSON.stringify(asked.plan) === JSON.stringify(plan) ? answer : null),
    [asked, answer, plan],
  );
}

/** How every window was seen over the recorded day. */
function DaySheet({ day }: { readonly day: DayCoverage }) {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  return (
    <>
      <h3>{t('cameras.sheet.day')}</h3>
      <table className="sheet">
        <tbody>
          {day.windows.map((window) => (
            <tr key={window.id}>
              <th scope="row">{window.id}</th>
              <td className="figure">{window.share === null ? '–' : shareText(window.share)}</td>
              <td>{dayCoverageSentence(window, language)}</td>
              <td className="figure">
                {window.worst && window.emptyClear ? clockText(window.worst.startS) : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The day on which the sheet is printed. */
function today(language: 'zh' | 'en'): string {
  return new Date().toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
  });
}
