import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SweepKind } from '../workers/sweep-job';
import { useFormatter, useSweeps, useTwin } from './context';

/** How far a sweep is, with the time left and a way to stop it; what went wrong; what was left over. */
export function SweepStatus(props: {
  readonly kind: SweepKind;
  /** Asks again what failed. */
  readonly onRetry: () => void;
}) {
  const { kind, onRetry } = props;
  const { t } = useTranslation();
  const { sweeps } = useTwin();
  const { status, done, of, leftS, resumed, reason } = useSweeps((state) => state[kind]);
  const unfinished = useSweeps((state) => state.unfinished[kind]);
  const format = useFormatter();
  return (
    <div className="sweep-status" role="status" data-status={status}>
      {status === 'working' && (
        <div className="figures-status study-status">
          <progress value={done} max={Math.max(of, 1)} aria-label={t('sweep.progress')} />
          <span className="quiet">
            {t('sweep.done', { done, of })}
            {/* What is asked for may grow: with all of it done nobody knows what is left. */}
            {leftS !== null &&
              done < of &&
              ` · ${t('sweep.left', { s: format.number(Math.ceil(leftS), 0) })}`}
            {resumed > 0 && ` · ${t('sweep.resumed', { n: resumed })}`}
          </span>
          <Button size="small" type="link" onClick={() => sweeps.stop()}>
            {t('sweep.stop')}
          </Button>
        </div>
      )}
      {status === 'failed' && (
        <Alert
          type="error"
          title={t('sweep.failed')}
          description={reason}
          action={
            <Button size="small" onClick={onRetry}>
              {t('sweep.again')}
            </Button>
          }
        />
      )}
      {unfinished && status !== 'working' && (
        <Alert
          type="info"
          title={t('sweep.unfinished')}
          action={
            <span className="sweep-actions">
              <Button
                size="small"
                type="primary"
                onClick={() => void sweeps.run(kind, unfinished.job.request as never)}
              >
                {t('sweep.goOn')}
              </Button>
              <Button size="small" onClick={() => sweeps.dismiss(kind)}>
                {t('sweep.dismiss')}
              </Button>
            </span>
          }
        />
      )}
    </div>
  );
}
