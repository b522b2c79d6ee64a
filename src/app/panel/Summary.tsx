import { Alert, Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { numberOf } from '../../scenarios/provenance';
import { inLanguage } from '../../scenarios/text';
import type { SimulationReport } from '../../sim/experiments/report';
import { useFormatter, useTwinState } from '../context';
import { hourMinute } from '../format';
import { figuresAreOld } from '../state/store';
import { ProvenanceTag } from './ProvenanceTag';
import { provenanceOf } from './provenanceOf';

/** The answer in sentences. */
export function Summary({ onAssumptions }: { readonly onAssumptions: () => void }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const language = useTwinState((state) => state.language);
  const question = useTwinState((state) => state.question);
  const { report, answers } = useTwinState((state) => state.figures);
  const old = useTwinState(figuresAreOld);
  if (!question) return <section className="summary" />;
  const { scenario } = question;
  return (
    <section className="summary" aria-label={t('summary.region')}>
      <h2>{inLanguage(scenario.name, language)}</h2>
      {report && answers ? (
        <div className={old ? 'old' : undefined} data-testid="summary">
          <p className="summary-wait">
            {t('summary.wait')}{' '}
            <strong>{format.mean('duration', report.measures.waitMeanS)}</strong> {t('unit.min')}{' '}
            <span className="quiet">
              {report.measures.waitMeanS.ci95
                ? t('summary.interval', {
                    interval: format.interval('duration', report.measures.waitMeanS),
                    n: report.measures.waitMeanS.n,
                  })
                : t('summary.noInterval', { n: report.measures.waitMeanS.n })}
            </span>
          </p>
          <StoppedNotice report={report} />
          <p>
            {t('summary.more', {
              p90: format.mean('duration', report.measures.waitP90S),
              target: format.number(numberOf(answers.scenario.targetWaitS) / 60),
              within: format.mean('share', report.measures.withinTargetShare),
            })}
          </p>
        </div>
      ) : (
        <Skeleton active title={false} paragraph={{ rows: 2 }} />
      )}
      <p className="summary-basis">
        {scenario.demand ? (
          <>
            {t('summary.visits', { visits: format.number(numberOf(scenario.demand.visitsPerDay)) })}{' '}
            <ProvenanceTag
              provenance={provenanceOf(scenario.demand.visitsPerDay, scenario.demand.provenance)}
            />
          </>
        ) : (
          t('summary.ownArrivals')
        )}
        <Button type="link" className="inline-link" onClick={onAssumptions}>
          {t('summary.change')}
        </Button>
      </p>
      <p className="quiet summary-caution">{t('summary.caution')}</p>
    </section>
  );
}

/** Says so when replications could not be finished. */
function StoppedNotice({ report }: { readonly report: SimulationReport }) {
  const { t } = useTranslation();
  const first = report.stopped[0];
  if (!first) return null;
  const words = { count: report.stopped.length, time: hourMinute(first.atS), inside: first.inside };
  return <Alert type="warning" showIcon title={t('figures.stopped', words)} />;
}
