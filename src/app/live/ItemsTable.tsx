import { useTranslation } from 'react-i18next';
import { useFormatter } from '../context';
import { NOTHING } from '../format';
import { useLive, useNames } from './hooks';

/** Who waits for what: how many, the longest, and how long those called today have waited. */
export function ItemsTable() {
  const { t } = useTranslation();
  const format = useFormatter();
  const names = useNames();
  const present = useLive((state) => state.present)!;
  const minutes = (ms: number | null) => (ms === null ? NOTHING : format.fixed(ms / 60_000, 1));
  return (
    <section className="live-section">
      <h3>{t('live.items.title')}</h3>
      <table className="sheet">
        <thead>
          <tr>
            <th>{t('live.items.item')}</th>
            <th className="figure">{t('live.items.waiting')}</th>
            <th className="figure">{t('live.items.longest')}</th>
            <th className="figure">{t('live.items.called')}</th>
            <th className="figure">{t('live.items.mean')}</th>
          </tr>
        </thead>
        <tbody>
          {present.items.map((one) => (
            <tr key={one.item} data-item={one.item}>
              <th scope="row">{names.item(one.item, t('live.items.unknown'))}</th>
              <td className="figure">{one.waiting}</td>
              <td className="figure">{minutes(one.longestMs)}</td>
              <td className="figure">{one.called}</td>
              <td className="figure">{minutes(one.meanWaitMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {present.awaiting > 0 && (
        <p className="quiet">{t('live.items.awaiting', { count: present.awaiting })}</p>
      )}
    </section>
  );
}
