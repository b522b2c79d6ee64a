import { Segmented } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { curvesLayout } from '../../charts/curves';
import { scaled } from '../../charts/scaled';
import { CurvesChart } from '../charts/CurvesChart';
import { useFormatter } from '../context';
import { hourMinute } from '../format';
import { useWidth } from '../useWidth';
import { CHART } from './chart-size';
import type { Drawn } from './drawn';

const UNITS = {
  waitMeanS: { factor: 1 / 60, kind: 'duration' },
  queueMean: { factor: 1, kind: 'people' },
  peopleMean: { factor: 1, kind: 'people' },
} as const;

/** One quantity over the day, by half hour, of every variant. */
export function DayChart(props: {
  readonly drawn: readonly Drawn[];
  readonly of: keyof typeof UNITS;
  /** A line to hold it against, minutes. */
  readonly targetMin: number | null;
  readonly title: string;
  /** Stands beside the title. */
  readonly children?: ReactNode;
}) {
  const { drawn, of, targetMin, title } = props;
  const { t } = useTranslation();
  const format = useFormatter();
  const [ref, width] = useWidth<HTMLElement>(CHART.width);
  const { factor, kind } = UNITS[of];
  const unit = t(`unit.of.${kind}`);
  const layout = useMemo(() => {
    const edgesS = drawn.find(({ variant }) => variant.curves.edgesS.length > 0)?.variant.curves
      .edgesS;
    if (!edgesS) return null;
    return curvesLayout({
      ...CHART,
      width,
      edgesS,
      variants: drawn.map(({ id, name, variant: { curves } }) => ({
        id,
        name,
        // Another day than the first one's can't be laid over it.
        bins:
          curves.edgesS.join() === edgesS.join()
            ? curves[of].map((bin) => scaled(bin, factor))
            : [],
      })),
      target:
        targetMin === null
          ? null
          : { value: targetMin, text: t('series.target', { target: format.number(targetMin) }) },
    });
  }, [drawn, of, factor, targetMin, t, format, width]);
  if (!layout) return null;
  return (
    <section ref={ref} className="compare-chart" data-chart={of}>
      <div className="section-head">
        <h3>{title}</h3>
        {props.children}
      </div>
      <CurvesChart
        layout={layout}
        label={title}
        unit={unit}
        formatX={hourMinute}
        formatY={(value) => format.number(value)}
        describe={({ fromS, toS, figures }) =>
          [
            `${hourMinute(fromS)}–${hourMinute(toS)}`,
            // Put together by hand: there are hundreds, and they are seen one at a time.
            ...figures.map(
              ({ letter, measure }) =>
                `${letter}: ${format.mean('people', measure)} ${unit} (${format.interval('people', measure)})`,
            ),
          ].join('\n')
        }
      />
    </section>
  );
}

/** How long those wait who come at a time, or how many wait then. */
export function WaitingChart(props: {
  readonly drawn: readonly Drawn[];
  readonly targetMin: number;
}) {
  const { t } = useTranslation();
  const [of, setOf] = useState<'waitMeanS' | 'queueMean'>('waitMeanS');
  return (
    <DayChart
      drawn={props.drawn}
      of={of}
      targetMin={of === 'waitMeanS' ? props.targetMin : null}
      title={t('compare.chart.waiting')}
    >
      <Segmented<typeof of>
        aria-label={t('series.choose')}
        value={of}
        onChange={setOf}
        options={[
          { value: 'waitMeanS', label: t('series.waitMeanS') },
          { value: 'queueMean', label: t('series.queueMean') },
        ]}
      />
    </DayChart>
  );
}
