import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTwinState } from '../context';
import { figuresAreOld } from '../state/store';

/** How far the simulation is, and whether the figures below are still the old ones. */
export function FiguresStatus() {
  const { t } = useTranslation();
  const { status, done, of, report } = useTwinState((state) => state.figures);
  const old = useTwinState(figuresAreOld);
  return (
    <div className="figures-status" role="status" data-status={status} data-old={old}>
      {old && (
        <Tag color="orange">{t(status === 'failed' ? 'figures.old' : 'figures.oldWorking')}</Tag>
      )}
      {status === 'working' && (
        <>
          <progress value={done} max={Math.max(of, 1)} aria-label={t('figures.progress')} />
          <span className="quiet">{t('figures.working', { done, of })}</span>
        </>
      )}
      {status === 'ready' && report && (
        <span className="quiet">
          {t('figures.ready', { n: report.replications, seed: report.seed })}
        </span>
      )}
      {status === 'failed' && <span className="quiet">{t('figures.failed')}</span>}
    </div>
  );
}
