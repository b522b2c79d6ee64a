import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { curvesLayout } from '../../charts/curves';
import type { HalfHourNow } from '../../live/present';
import { clockToS } from '../../scenarios/clock';
import type { Scenario } from '../../scenarios/scenario';
import type { Measure } from '../../sim/experiments/report';
import { CurvesChart } from '../charts/CurvesChart';
import { useFormatter } from '../context';
import { hourMinute } from '../format';
import { useWidth } from '../useWidth';
import { useLive, useOutlook } from './hooks';

const HEIGHT = 190;
const MARGINS = { top: 20, right: 14, bottom: 22, left: 44 };
const HALF_HOUR_S = 1800;
const NO_FIGURE: Measure = { mean: null, ci95: null, n: 0 };

/** Half hours from the doors' opening to their closing, and to whatever was measured beyond. */
export function edgesOf(scenario: Scenario | null, measured: readonly HalfHourNow[]): number[] {
  const sessions =
    scenario === null || scenario.horizon.kind === 'continuous' ? [] : scenario.horizon.sessions;
  const starts = [...sessions.map(({ from }) => clockToS(from)), ...measured.map((m) => m.fromS)];
  const ends = [...sessions.map(({ to }) => clockToS(to)), ...measured.map((m) => m.toS)];
  if (starts.length === 0) return [];
  const first = Math.floor(Math.min(...starts) / HALF_HOUR_S);
  const last = Math.ceil(Math.max(...ends) / HALF_HOUR_S);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * HALF_HOUR_S);
}

/** Waits by half hour, as they were today. */
export function TodayChart() {
  const { t } = useTranslation();
  const format = useFormatter();
  const [ref, width] = useWidth<HTMLElement>(800);
  const scenario = useLive((state) => state.hall?.scenario ?? null);
  const halfHours = useLive((state) => state.present?.halfHours ?? null);
  const answer = useOutlook((state) => state.answer);
  const layout = useMemo(() => {
    const measured = halfHours ?? [];
    const edgesS = edgesOf(scenario, measured);
    const bins = edgesS.slice(0, -1).map((fromS): Measure => {
      const found = measured.find((one) => one.fromS === fromS);
      if (!found || found.meanWaitMs === null) return NO_FIGURE;
      return { mean: found.meanWaitMs / 60_000, ci95: null, n: found.called };
    });
    const rest = edgesS.slice(0, -1).map((fromS): Measure => {
      const found = answer?.fan.halfHours.find((one) => one.fromS === fromS);
      const [low, , median, , high] = found?.waitS.quantiles ?? [];
      if (median == null || low == null || high == null) return NO_FIGURE;
      return { mean: median / 60, ci95: [low / 60, high / 60], n: answer!.fan.replications };
    });
    const sofar = { id: 'sofar', name: t('live.today.sofar'), bins };
    return curvesLayout({
      width,
      height: HEIGHT,
      margins: MARGINS,
      edgesS,
      variants: answer ? [sofar, { id: 'rest', name: t('live.today.rest'), bins: rest }] : [sofar],
      target: null,
    });
  }, [scenario, halfHours, answer, width, t]);
  return (
    <section ref={ref} className="live-today">
      <h3>{t('live.today.title')}</h3>
      <CurvesChart
        layout={layout}
        label={t('live.today.title')}
        unit={t('unit.of.duration')}
        formatX={hourMinute}
        formatY={(value) => format.number(value)}
        describe={({ fromS, toS, figures }) =>
          figures
            .filter(({ measure }) => measure.mean !== null)
            .map(({ id, measure }) =>
              t(id === 'rest' ? 'live.today.restBin' : 'live.today.bin', {
                from: hourMinute(fromS),
                to: hourMinute(toS),
                mean: format.mean('people', measure),
                range: format.interval('people', measure),
                n: measure.n,
              }),
            )
            .join('\n')
        }
      />
    </section>
  );
}
