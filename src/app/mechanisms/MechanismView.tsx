import { Alert, Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { comparisonSheets } from '../../report/comparison-sheet';
import type { Mechanism } from '../../scenarios/mechanisms';
import { useStudies, useTwin, useTwinState } from '../context';
import { Downloads } from '../Downloads';
import { hashOf } from '../state/page';
import { ChangedFields } from './ChangedFields';
import { ComparisonTable } from './ComparisonTable';
import { WorkStatus } from './WorkStatus';

const REPLICATIONS = [20, 50, 100] as const;

/** One mechanism: what it does, what it changes, and what that comes to. */
export function MechanismView({ mechanism }: { readonly mechanism: Mechanism }) {
  const { t } = useTranslation();
  const { session, studies } = useTwin();
  const language = useTwinState((state) => state.language);
  const work = useStudies((state) => state.comparing);
  const report = useStudies((state) => state.comparisons[mechanism.id]);
  const replications = useStudies((state) => state.replications);
  const busy = work.status === 'working';
  const openInHall = (which: 'without' | 'with') => {
    window.location.hash = hashOf('hall');
    void session.openDemonstration(`${mechanism.id}-${which}`);
  };
  return (
    <article className="study-view">
      <header>
        <h2>{mechanism.name[language]}</h2>
        <p>{mechanism.about[language]}</p>
        <div className="study-actions">
          <span className="quiet">{t('mechanisms.replications')}</span>
          <Segmented<number>
            size="small"
            aria-label={t('mechanisms.replications')}
            value={replications}
            options={[...REPLICATIONS]}
            onChange={(n) => void studies.compare(n)}
          />
          <Button size="small" disabled={busy} onClick={() => void studies.compare(replications)}>
            {t('mechanisms.again')}
          </Button>
          <span className="spacer" />
          <Button size="small" onClick={() => openInHall('without')}>
            {t('mechanisms.openWithout')}
          </Button>
          <Button size="small" type="primary" onClick={() => openInHall('with')}>
            {t('mechanisms.openWith')}
          </Button>
        </div>
        <WorkStatus
          work={work}
          text={t('mechanisms.working', { done: work.done, of: work.of })}
          onCancel={studies.cancelCompare}
        />
        {work.status === 'failed' && (
          <Alert
            type="error"
            title={t('mechanisms.failed')}
            description={work.reason}
            action={
              <Button size="small" onClick={() => void studies.compare(replications)}>
                {t('mechanisms.again')}
              </Button>
            }
          />
        )}
      </header>
      {report ? (
        <div className={busy ? 'old' : undefined}>
          <ComparisonTable report={report} watch={mechanism.watch} />
          <Downloads
            name={`${mechanism.id}-comparison`}
            sheets={() => comparisonSheets(report, language)}
          />
        </div>
      ) : (
        !busy && work.status === 'idle' && <p className="quiet">{t('mechanisms.notRun')}</p>
      )}
      <ChangedFields mechanism={mechanism} />
    </article>
  );
}
