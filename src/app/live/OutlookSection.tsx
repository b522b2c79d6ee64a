import { useTranslation } from 'react-i18next';
import type { NowEffect } from '../../sim/forecast/now';
import { useFormatter } from '../context';
import { NOTHING } from '../format';
import { useNames, useOutlook } from './hooks';

/** Classes that are named one by one; the others are told together. */
const MOST_LISTED = 12;

/** What a newcomer should be told, and what one window more would do now. */
export function OutlookSection() {
  const { t } = useTranslation();
  const format = useFormatter();
  const names = useNames();
  const answer = useOutlook((state) => state.answer);
  const failed = useOutlook((state) => state.failed);
  const minutes = (s: number | null) => (s === null ? NOTHING : format.number(s / 60, 0));
  return (
    <section className="live-section" data-testid="live-outlook">
      <h3>{t('live.outlook.title')}</h3>
      {!answer && (
        <p className="quiet">
          {failed ? t('live.outlook.failed', { reason: failed }) : t('live.outlook.none')}
        </p>
      )}
      {answer && (
        <>
          <table className="sheet">
            <thead>
              <tr>
                <th>{t('live.items.item')}</th>
                <th className="figure">{t('live.outlook.median')}</th>
                <th className="figure">{t('live.outlook.p90')}</th>
              </tr>
            </thead>
            <tbody>
              {answer.newcomers.slice(0, MOST_LISTED).map((one) => (
                <tr key={one.class} data-newcomer={one.class}>
                  <th scope="row">{names.item(one.class, '')}</th>
                  <td className="figure">
                    {one.notTodayShare > 0.5 ? t('live.outlook.notToday') : minutes(one.medianS)}
                  </td>
                  <td className="figure">
                    {one.notTodayShare > 0.1 ? t('live.outlook.notToday') : minutes(one.p90S)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {answer.complete || answer.effects.length > 0 ? (
            <Effects effects={answer.effects} />
          ) : (
            <p className="quiet">{t('live.outlook.trying')}</p>
          )}
          <p className="quiet">
            {t('live.outlook.about', {
              at: answer.at.slice(0, 5),
              futures: answer.fan.replications,
            })}
          </p>
        </>
      )}
    </section>
  );
}

/** The window that would help most, if any surely does. */
function Effects({ effects }: { readonly effects: readonly NowEffect[] }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const names = useNames();
  const best = effects.find(({ kind }) => kind === 'open');
  if (!best || best.waitMeanS.mean === null) return null;
  const surely = best.waitMeanS.ci95 !== null && best.waitMeanS.ci95[1] < 0;
  return (
    <p data-testid="live-effect">
      {surely
        ? t(best.added ? 'live.outlook.add' : 'live.outlook.open', {
            window: names.window(best.window),
            less: format.fixed(-best.waitMeanS.mean / 60, 1),
            low: format.fixed(-(best.waitMeanS.ci95![1] / 60), 1),
            high: format.fixed(-(best.waitMeanS.ci95![0] / 60), 1),
          })
        : t('live.outlook.noNeed')}
    </p>
  );
}
