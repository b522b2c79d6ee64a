import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../scenarios/text';
import type { ComparisonReport } from '../../sim/experiments/compare';
import { useTwinState } from '../context';
import { DayChart, WaitingChart } from './DayChart';
import { DistributionSection } from './DistributionSection';
import type { Drawn } from './drawn';
import { Later } from './Later';
import type { Asked } from './result';
import { UtilisationByWindow } from './UtilisationByWindow';

const MOST_NAMED = 3;

/** How the waits are distributed, the day by half hour, and how busy the windows are. */
export const ResultCharts = memo(function ResultCharts(props: {
  readonly report: ComparisonReport;
  readonly asked: Asked;
  readonly targetMin: number;
}) {
  const { report, asked, targetMin } = props;
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const drawn = useMemo(
    () =>
      report.variants.map((variant, i): Drawn => {
        const name = inLanguage(variant.name, language);
        const whole = variant.failed === null ? name : t('compare.chart.notRun', { name });
        return {
          id: String(i),
          // Of so many the letters are enough: the names stand above.
          name: report.variants.length > MOST_NAMED ? '' : whole,
          variant,
        };
      }),
    [report, t, language],
  );
  const whole = useMemo(() => ({ drawn, asked, targetMin }), [drawn, asked, targetMin]);
  return (
    <div className="compare-charts">
      <Later value={whole} turn={1}>
        {(now) => <DistributionSection drawn={now.drawn} targetMin={now.targetMin} />}
      </Later>
      <Later value={whole} turn={2}>
        {(now) => (
          <DayChart
            drawn={now.drawn}
            of="peopleMean"
            targetMin={null}
            title={t('compare.chart.people')}
          />
        )}
      </Later>
      <Later value={whole} turn={3}>
        {(now) => <WaitingChart drawn={now.drawn} targetMin={now.targetMin} />}
      </Later>
      <Later value={whole} turn={4}>
        {(now) => <UtilisationByWindow drawn={now.drawn} asked={now.asked} />}
      </Later>
    </div>
  );
});
