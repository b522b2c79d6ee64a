import { Segmented } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CurvesLayout, curvesLayout, positionOf } from '../../charts/curves';
import { scaled } from '../../charts/scaled';
import { numberOf } from '../../scenarios/provenance';
import { CurvesChart } from '../charts/CurvesChart';
import { subscribeCalmly, useFormatter, useTwin, useTwinState } from '../context';
import { hourMinute, NOTHING } from '../format';

const SIZE = { width: 400, height: 168, margins: { top: 22, right: 18, bottom: 20, left: 34 } };
const SHOWN = ['waitMeanS', 'queueMean', 'arrived'] as const;
type Shown = (typeof SHOWN)[number];

/** Waiting over the day by half hour, with the time shown in the hall as a cursor. */
export function WaitingSection() {
  const { t } = useTranslation();
  const format = useFormatter();
  const report = useTwinState((state) => state.figures.report);
  const answers = useTwinState((state) => state.figures.answers);
  const [shown, setShown] = useState<Shown>('waitMeanS');
  const targetMin = answers ? numberOf(answers.scenario.targetWaitS) / 60 : 0;
  const targetText = t('series.target', { target: format.number(targetMin) });
  const layout = useMemo(() => {
    if (!report) return null;
    const { edgesS } = report.series;
    const waits = shown === 'waitMeanS';
    return curvesLayout({
      ...SIZE,
      edgesS,
      variants: [
        {
          id: report.scenario,
          name: report.scenario,
          bins: report.series[shown].map((bin) => scaled(bin, waits ? 1 / 60 : 1)),
        },
      ],
      target: waits ? { value: targetMin, text: targetText } : null,
    });
  }, [report, shown, targetMin, targetText]);
  if (!report || !layout) return null;
  const unit = t(`series.${shown}.unit`);
  return (
    <section className="panel-section" data-testid="waiting-chart">
      <div className="section-head">
        <h3>{t('series.title')}</h3>
        <Segmented<Shown>
          aria-label={t('series.choose')}
          value={shown}
          onChange={setShown}
          options={SHOWN.map((value) => ({ value, label: t(`series.${value}`) }))}
        />
      </div>
      <CurvesChart
        layout={layout}
        label={t('series.label', { name: t(`series.${shown}`) })}
        unit={unit}
        formatX={hourMinute}
        formatY={(value) => format.number(value)}
        describe={({ fromS, toS, figures }) => {
          const { measure } = figures[0]!;
          return t('series.bin', {
            from: hourMinute(fromS),
            to: hourMinute(toS),
            mean: measure.mean === null ? NOTHING : format.fixed(measure.mean, 1),
            unit,
            interval: format.interval('count', measure),
            n: measure.n,
          });
        }}
      >
        <TimeCursor layout={layout} edgesS={report.series.edgesS} />
      </CurvesChart>
      <p className="quiet caption">{t('series.caption', { n: report.replications })}</p>
    </section>
  );
}

/** Follows the clock without React. */
function TimeCursor(props: { readonly layout: CurvesLayout; readonly edgesS: readonly number[] }) {
  const { layout, edgesS } = props;
  const { clock } = useTwin();
  const cursor = useRef<SVGLineElement>(null);
  useEffect(() => {
    const follow = () => {
      const x = positionOf(layout, edgesS, clock.timeUs() / 1e6);
      cursor.current?.setAttribute('transform', `translate(${x ?? 0} 0)`);
      cursor.current?.setAttribute('visibility', x === null ? 'hidden' : 'visible');
    };
    follow();
    return subscribeCalmly(clock)(follow);
  }, [clock, layout, edgesS]);
  return <line ref={cursor} className="time-cursor" y1={layout.plot.y1 - 4} y2={layout.plot.y0} />;
}
