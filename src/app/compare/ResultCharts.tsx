import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../scenarios/text';
import type { ComparisonReport } from '../../sim/experiments/compare';
import { useTwinState } from '../context';
import { DayChart, WaitingChart } from './DayChart';
import { DistributionSection } from './DistributionSection';
import type { Drawn } from './drawn';
import type { Asked } from './result';
import { UtilisationByWindow } from './UtilisationByWindow';

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
        return {
          id: String(i),
          name: variant.failed === null ? name : t('compare.chart.notRun', { name }),
          variant,
        };
      }),
    [report, t, language],
  );
  return (
    <div className="compare-charts">
      <DistributionSection drawn={drawn} targetMin={targetMin} />
      <WaitingChart drawn={drawn} targetMin={targetMin} />
      <DayChart drawn={drawn} of="peopleMean" targetMin={null} title={t('compare.chart.people')} />
      <UtilisationByWindow drawn={drawn} asked={asked} />
    </div>
  );
});
