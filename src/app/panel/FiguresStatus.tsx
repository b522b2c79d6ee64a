import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTwin, useTwinState } from '../context';
import { figuresAreOld } from '../state/store';

/** Fewer replications are there before a button could be reached. */
const LONG_FROM = 20;

/** How far the simulation is, and whether the figures below are still the old ones. */
export function FiguresStatus() {
  const { t } = useTranslation();
  const { session } = useTwin();
  const { status, done, of, report } = useTwinState((state) => state.figures);
  const old = useTwinState(figuresAreOld);
  return (
    <div className="figures-status" role="status" data-status={status} data-old={old}>
      {old && (
        <Tag color="orange">
          {t(status === 'failed' || status === 'stopped' ? 'figures.old' : 'figures.oldWorking')}
        </Tag>
      )}
      {status === 'working' && (
        <>
          <progress value={done} max={Math.max(of, 1)} aria-label={t('figures.progress')} />
          <span className="quiet">{t('figures.working', { done, of })}</span>
          {of >= LONG_FROM && (
            <Button size="small" type="link" onClick={() => session.stopFigures()}>
              {t('figures.stop')}
            </Button>
          )}
        </>
      )}
      {status === 'ready' && report && (
        <span className="quiet">
          {t('figures.ready', { n: report.replications, seed: report.seed })}
        </span>
      )}
      {status === 'stopped' && (
        <>
          <span className="quiet">{t('figures.halted')}</span>
          <Button size="small" type="link" onClick={() => void session.retry()}>
            {t('figures.goOn')}
          </Button>
        </>
      )}
      {status === 'failed' && (
        <>
          <span className="quiet">{t('figures.failed')}</span>
          <Button size="small" type="link" onClick={() => void session.retry()}>
            {t('notice.retry')}
          </Button>
        </>
      )}
    </div>
  );
}
