import { useTranslation } from 'react-i18next';
import { COVERAGE_WORDS } from '../../report/coverage-words';
import type { FloorPlan } from '../../scenarios/floorplan';
import { inLanguage } from '../../scenarios/text';
import { useTwinState } from '../context';
import { VERDICT_MARKS } from './colours';
import { useCameras } from './hooks';
import { PlaneFigures } from './PlaneFigures';
import { WindowDetail } from './WindowDetail';
import { WindowsTable } from './WindowsTable';

/** Which windows are clearly monitored, which are not and why, and what nobody sees. */
export function InspectPanel({ room }: { readonly room: FloorPlan }) {
  const { t } = useTranslation();
  const inspection = useCameras((state) => state.inspection);
  const picked = useCameras((state) => state.window);
  if (room.windows.length === 0) return <p className="quiet">{t('cameras.noWindows')}</p>;
  if (!inspection) return <p className="quiet">{t('cameras.looking')}</p>;
  const window = inspection.windows.find(({ id }) => id === picked);
  return (
    <>
      <Summary />
      {window ? (
        <WindowDetail plan={room.id} window={window} profile={inspection.profile} />
      ) : (
        <p className="quiet">{t('cameras.pickWindow')}</p>
      )}
      <WindowsTable inspection={inspection} />
      <PlaneFigures plan={room.id} />
    </>
  );
}

/** How many windows are clear. */
export function Summary() {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const inspection = useCameras((state) => state.inspection);
  if (!inspection) return null;
  const { windows, profile, leftOut } = inspection;
  const words = COVERAGE_WORDS[language];
  const clear = windows.filter(({ verdict }) => verdict === 'clear').length;
  return (
    <p className="answer" data-met={clear === windows.length ? 'yes' : 'no'}>
      {clear === windows.length
        ? t('cameras.allClear', { count: windows.length })
        : t('cameras.someClear', { clear, count: windows.length })}
      <small>
        {inLanguage(profile.name, language)}
        {(['partly', 'no'] as const).map((verdict) => {
          const named = windows.filter((window) => window.verdict === verdict);
          return (
            named.length > 0 && (
              <span key={verdict} style={{ color: VERDICT_MARKS[verdict].colour }}>
                {' '}
                {VERDICT_MARKS[verdict].sign} {words.verdict[verdict]}:{' '}
                {named.map(({ id }) => id).join(' ')}
              </span>
            )
          );
        })}
        {leftOut.length > 0 && (
          <span className="broken"> {t('cameras.leftOut', { count: leftOut.length })}</span>
        )}
      </small>
    </p>
  );
}
