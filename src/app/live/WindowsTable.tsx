import { useTranslation } from 'react-i18next';
import type { WindowNow } from '../../live/present';
import { useTwinState } from '../context';
import { NOTHING } from '../format';
import { useLive, useNames } from './hooks';
import { hallClock, spanText } from './time';

/** What is said of a window: one that nothing was heard of today need not be closed. */
const phaseOf = ({ closing, sinceMs, phase }: WindowNow) =>
  closing ? 'closing' : sinceMs === null ? 'unheard' : phase;

/** Every window: what it does, since when, with which number, and how many it has served. */
export function WindowsTable() {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const names = useNames();
  const present = useLive((state) => state.present)!;
  return (
    <section className="live-section">
      <h3>{t('live.windows.title')}</h3>
      <table className="sheet live-windows">
        <thead>
          <tr>
            <th>{t('live.windows.window')}</th>
            <th>{t('live.windows.state')}</th>
            <th>{t('live.windows.ticket')}</th>
            <th className="figure">{t('live.windows.for')}</th>
            <th className="figure">{t('live.windows.since')}</th>
            <th className="figure">{t('live.windows.served')}</th>
          </tr>
        </thead>
        <tbody>
          {present.windows.map((one) => (
            <tr key={one.window} data-window={one.window} data-phase={one.phase}>
              <th scope="row">{names.window(one.window)}</th>
              <td>
                <span className={`live-phase live-phase-${one.phase}`}>
                  {t(`live.phase.${phaseOf(one)}`)}
                </span>
                {one.silent && <span className="quiet"> {t('live.windows.silent')}</span>}
              </td>
              <td className="live-number">{one.ticket ?? ''}</td>
              <td className="figure">
                {one.sinceMs === null || one.phase === 'closed'
                  ? NOTHING
                  : spanText(present.nowMs - one.sinceMs, language)}
              </td>
              <td className="figure">
                {one.openSinceMs === null ? NOTHING : hallClock(one.openSinceMs).slice(0, 5)}
              </td>
              <td className="figure">{one.served}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
