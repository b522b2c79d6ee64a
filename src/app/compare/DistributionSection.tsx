import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { variantStyle } from '../../charts/colours';
import { distributionLayout } from '../../charts/distribution';
import { scaled } from '../../charts/scaled';
import { DistributionChart } from '../charts/DistributionChart';
import { useFormatter } from '../context';
import { NOTHING } from '../format';
import { useWidth } from '../useWidth';
import { CHART } from './chart-size';
import type { Drawn } from './drawn';

/** Which share of the visitors waits at most how long. */
export function DistributionSection(props: {
  readonly drawn: readonly Drawn[];
  readonly targetMin: number;
}) {
  const { drawn, targetMin } = props;
  const { t } = useTranslation();
  const format = useFormatter();
  const [ref, width] = useWidth<HTMLElement>(CHART.width);
  const target = format.number(targetMin);
  const layout = useMemo(
    () =>
      distributionLayout({
        ...CHART,
        width,
        variants: drawn.map(({ id, name, variant }) => ({
          id,
          name,
          points: variant.curves.waitQuantilesS.map(({ p, waitS }) => ({
            p,
            value: scaled(waitS, 1 / 60),
          })),
        })),
        target: { value: targetMin, text: t('series.target', { target }) },
        promised: null,
      }),
    [drawn, targetMin, target, t, width],
  );
  const within = (i: number) => {
    const { mean } = drawn[i]!.variant.measures.withinTargetShare;
    return mean === null ? NOTHING : format.percent(mean);
  };
  return (
    <section ref={ref} className="compare-chart" data-testid="distribution">
      <h3>{t('compare.chart.distribution')}</h3>
      <DistributionChart
        layout={layout}
        label={t('compare.chart.distribution')}
        xTitle={t('compare.chart.minutes')}
        yTitle={t('compare.chart.share')}
        formatX={(minutes) => format.number(minutes)}
        formatY={(share) => `${format.number(share * 100)}%`}
        describe={({ id }) =>
          t('compare.chart.within', {
            letter: variantStyle(Number(id)).letter,
            share: within(Number(id)),
            target,
          })
        }
      />
      <p className="quiet caption">
        {t('compare.chart.withinAll', {
          target,
          shares: drawn
            .map((_, i) => `${variantStyle(i).letter} ${within(i)}`)
            .join(t('compare.named.separator')),
        })}
      </p>
    </section>
  );
}
