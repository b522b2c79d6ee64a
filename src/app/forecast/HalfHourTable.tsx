import { useTranslation } from 'react-i18next';
import { kindsText } from '../../report/forecast-words';
import type { Scenario } from '../../scenarios/scenario';
import type { DayForecast } from '../../sim/forecast/day-forecast';
import { useFormatter, useTwinState } from '../context';
import { hourMinute } from '../format';

/** Half hour by half hour: what to expect, whether the promise holds, and which window would do. */
export function HalfHourTable(props: {
  readonly forecast: DayForecast;
  readonly scenario: Scenario;
  readonly mended: boolean;
}) {
  const { forecast, scenario, mended } = props;
  const { t } = useTranslation();
  const format = useFormatter();
  const language = useTwinState((state) => state.language);
  const minutes = (s: number | null | undefined) => (s == null ? '—' : format.fixed(s / 60, 1));
  const percent = (x: number | null | undefined) => (x == null ? '—' : format.percent(x));
  return (
    <section className="panel-section wide-table">
      <h3>{t('forecast.table')}</h3>
      <table className="sheet half-hours">
        <thead>
          <tr>
            <th>{t('forecast.col.time')}</th>
            <th className="figure">{t('forecast.col.windows')}</th>
            <th className="figure">{t('forecast.col.tickets')}</th>
            <th className="figure">{t('forecast.col.wait')}</th>
            <th className="figure">{t('forecast.col.p90')}</th>
            <th className="figure">{t('forecast.col.waiting')}</th>
            <th className="figure">{t('forecast.col.share')}</th>
            <th className="figure">{t('forecast.col.kept')}</th>
            <th>{t('forecast.col.change')}</th>
            {mended && <th className="figure">{t('forecast.col.after')}</th>}
          </tr>
        </thead>
        <tbody>
          {forecast.fan.halfHours.map((half, i) => {
            const more = forecast.more.find(({ fromS }) => fromS === half.fromS);
            const spare = forecast.spare.find(({ fromS }) => fromS === half.fromS);
            const broken = forecast.broken.includes(i);
            const [low, , median, , high] = half.waitS.quantiles;
            return (
              <tr key={half.fromS} className={broken ? 'broken' : ''} data-broken={broken}>
                <th scope="row">
                  {hourMinute(half.fromS)}–{hourMinute(half.toS)}
                </th>
                <td className="figure">{forecast.windows[i]}</td>
                <td className="figure">{format.fixed(half.waits, 0)}</td>
                <td className="figure">
                  {minutes(median)}{' '}
                  <span className="unit">
                    {minutes(low)}–{minutes(high)}
                  </span>
                </td>
                <td className="figure">{minutes(half.waitP90S.quantiles[2])}</td>
                <td className="figure">{format.fixed(half.waiting.quantiles[2] ?? 0, 1)}</td>
                <td className="figure">{percent(half.share.mean)}</td>
                <td className="figure">{percent(half.kept.mean)}</td>
                <td>
                  {more &&
                    t(more.enough ? 'forecast.more' : 'forecast.moreNot', {
                      n: more.windows,
                      kinds: kindsText(more, scenario, language),
                      share: percent(more.share.mean),
                    })}
                  {spare &&
                    t('forecast.spare', {
                      kinds: kindsText(spare, scenario, language),
                      share: percent(spare.share.mean),
                    })}
                </td>
                {mended && (
                  <td className="figure">
                    {percent(forecast.mending?.after.halfHours[i]?.share.mean)}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
