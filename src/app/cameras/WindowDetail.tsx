import { useTranslation } from 'react-i18next';
import type { WindowReport } from '../../coverage/inspect/inspect';
import type { Limits } from '../../coverage/inspect/verdict';
import type { View } from '../../coverage/inspect/view';
import type { Profile } from '../../coverage/profiles';
import { COVERAGE_WORDS } from '../../report/coverage-words';
import { windowFindings } from '../../report/window-findings';
import { useTwin, useTwinState } from '../context';
import { Downloads } from '../Downloads';
import { VERDICT_MARKS } from './colours';
import { useCameras } from './hooks';
import { brokenIn, hiddenText, windowSheet } from './window-sheet';

/** A window: its verdict and why, and what every camera makes of it. */
export function WindowDetail(props: {
  /** Id of the plan. */
  readonly plan: string;
  readonly window: WindowReport;
  readonly profile: Profile;
}) {
  const { plan, window, profile } = props;
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const { verdict } = COVERAGE_WORDS[language];
  const findings = windowFindings(window, language);
  const { colour, sign } = VERDICT_MARKS[window.verdict];
  return (
    <section className="window-detail" aria-label={t('cameras.detail', { id: window.id })}>
      <div className="section-head">
        <h3>
          {t('cameras.detail', { id: window.id })}{' '}
          <span style={{ color: colour }}>
            {sign} {verdict[window.verdict]}
          </span>
        </h3>
        <Downloads
          name={`${plan}-${window.id}`}
          printable={false}
          sheets={() => [windowSheet(plan, window, profile, language, t)]}
        />
      </div>
      {findings.length === 0 ? (
        <p>{t('cameras.nothingWrong')}</p>
      ) : (
        <ul>
          {findings.map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      )}
      <Views
        title={t('cameras.viewsFace')}
        views={window.views.face}
        limits={{ kind: 'face', of: profile.face }}
      />
      <Views
        title={t('cameras.viewsCounter')}
        views={window.views.counter}
        limits={{ kind: 'counter', of: profile.counter }}
      />
    </section>
  );
}

/** What every camera that has a target in its picture makes of it. */
function Views(props: {
  readonly title: string;
  readonly views: readonly View[];
  readonly limits: Limits;
}) {
  const { title, views, limits } = props;
  const { t } = useTranslation();
  const { cameras } = useTwin();
  const language = useTwinState((state) => state.language);
  const hung = useCameras((state) => state.history.cameras);
  if (views.length === 0)
    return (
      <p>
        <b>{title}</b> {t('cameras.inNoPicture')}
      </p>
    );
  return (
    <table className="sheet views-table">
      <thead>
        <tr>
          <th>{title}</th>
          <th className="figure">px/m</th>
          <th className="figure">{t('cameras.column.seen')}</th>
          {limits.kind === 'face' && <th className="figure">{t('cameras.column.h')}</th>}
          <th className="figure">{t('cameras.column.v')}</th>
          <th className="figure">{t('cameras.distance')}</th>
          <th>{t('cameras.hiddenBy')}</th>
        </tr>
      </thead>
      <tbody>
        {views.map((view) => {
          const broken = brokenIn(view, limits);
          const figure = (code: Parameters<typeof broken.has>[0], text: string) => (
            <td className={broken.has(code) ? 'figure broken' : 'figure'}>{text}</td>
          );
          const number = hung.findIndex(({ id }) => id === view.camera) + 1;
          return (
            <tr key={view.camera}>
              <th scope="row">
                <button
                  type="button"
                  className="link-button"
                  title={view.camera}
                  onClick={() => cameras.store.setState({ camera: view.camera })}
                >
                  {broken.size === 0 ? '✓' : '✗'} #{number}
                </button>
              </th>
              {figure('density', view.pxPerM.toFixed(0))}
              {figure(
                'visible',
                `${(100 * view.visibleShare).toFixed(0)} ± ${(100 * view.shareError).toFixed(0)}%`,
              )}
              {limits.kind === 'face' && figure('horizontal', `${view.horizontalDeg.toFixed(0)}°`)}
              {figure('vertical', `${view.verticalDeg.toFixed(0)}°`)}
              <td className="figure">{view.distanceM.toFixed(1)} m</td>
              <td>{hiddenText(view, language, t)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
