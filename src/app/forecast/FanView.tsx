import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fanLayout, type OtherBin } from '../../charts/fan';
import type { CombinedForecast } from '../../sim/forecast/combined';
import type { DayFan } from '../../sim/forecast/fan';
import type { ServicePromise } from '../../sim/planning/promise';
import { FanChart } from '../charts/FanChart';
import { useFormatter } from '../context';
import { hourMinute } from '../format';
import { useWidth } from '../useWidth';

const MARGINS = { top: 24, right: 10, bottom: 20, left: 34 };

const inMinutes = ({ halfHours }: DayFan, key: 'waitS' | 'waitP90S') =>
  halfHours.map((half) => ({
    fromS: half.fromS,
    toS: half.toS,
    quantiles: half[key].quantiles.map((s) => (s === null ? null : s / 60)),
  }));

const minutesOf = (s: number | null | undefined) => (s == null ? null : s / 60);

const otherOf = ({ waitS, quantiles }: CombinedForecast['halfHours'][number]): OtherBin => ({
  value: minutesOf(waitS),
  low: minutesOf(quantiles[0]),
  high: minutesOf(quantiles[4]),
});

/** Mean waits of the half hours as a fan, with the fan of before behind it. */
export function FanView(props: {
  readonly fan: DayFan;
  readonly before?: DayFan | null;
  readonly promise: ServicePromise;
  /** With past days, of the hall as it is; absent or null: none. */
  readonly combined?: CombinedForecast | null;
}) {
  const { fan, before = null, promise, combined = null } = props;
  const { t } = useTranslation();
  const format = useFormatter();
  const [ref, width] = useWidth<HTMLDivElement>(760);
  const target = promise.withinS / 60;
  const layout = useMemo(
    () =>
      fanLayout({
        width,
        height: 270,
        margins: MARGINS,
        bins: inMinutes(fan, 'waitS'),
        before: before && inMinutes(before, 'waitS'),
        other: combined?.halfHours.map(otherOf) ?? null,
        target: { value: target, text: t('forecast.target', { minutes: target }) },
      }),
    [fan, before, combined, width, target, t],
  );
  return (
    <div ref={ref} className="fan-view" data-testid="fan">
      <FanChart
        layout={layout}
        label={t('forecast.chart')}
        unit={t('forecast.chartUnit')}
        formatX={hourMinute}
        formatY={(value) => format.number(value, 0)}
        describe={(index) => {
          const half = fan.halfHours[index]!;
          const both = combined?.halfHours[index]?.waitS ?? null;
          const [low, , median, , high] = half.waitS.quantiles;
          const minutes = (s: number | null | undefined) =>
            s == null ? '—' : format.fixed(s / 60, 1);
          const told = t('forecast.hit', {
            from: hourMinute(half.fromS),
            to: hourMinute(half.toS),
            low: minutes(low),
            median: minutes(median),
            high: minutes(high),
            share: half.share.mean === null ? '—' : format.percent(half.share.mean),
          });
          return both === null
            ? told
            : `${told}\n${t('forecast.hitCombined', { minutes: minutes(both) })}`;
        }}
      />
      <p className="quiet fan-legend">
        <span className="fan-key outer" /> {t('forecast.keyOuter')}
        <span className="fan-key inner" /> {t('forecast.keyInner')}
        <span className="fan-key median" /> {t('forecast.keyMedian')}
        {combined && (
          <>
            <span className="fan-key combined" /> {t('forecast.keyCombined')}
          </>
        )}
        {before && (
          <>
            <span className="fan-key before" /> {t('forecast.keyBefore')}
          </>
        )}
      </p>
    </div>
  );
}
