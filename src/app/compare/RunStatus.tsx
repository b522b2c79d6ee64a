import { Alert, Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { shrinkLayout } from '../../charts/shrink';
import { numberOf } from '../../scenarios/provenance';
import { ShrinkChart } from '../charts/ShrinkChart';
import { useFormatter, useSweeps, useTwin } from '../context';
import { MEASURE_KINDS } from '../format';
import { useCompare } from './hooks';
import { shownScale } from './rule';

const SHRINK = {
  width: 560,
  height: 74,
  margins: { top: 6, right: 190, bottom: 6, left: 4 },
};

/** How far the comparison is and how to stop it, or that it failed, or that one may be gone on with. */
export function RunStatus() {
  const status = useSweeps((state) => state.compare.status);
  return (
    <div className="compare-status" role="status" data-status={status}>
      {status === 'working' && <Working />}
      {status === 'failed' && <Failed />}
      {status === 'idle' && <Stopped />}
      {status !== 'working' && <Unfinished />}
    </div>
  );
}

function Working() {
  const { t } = useTranslation();
  const { sweeps } = useTwin();
  const { done, of, leftS, resumed, asked } = useSweeps((state) => state.compare);
  const kept = Math.floor(resumed / Math.max(1, asked?.variants.length ?? 1));
  const left =
    leftS === null
      ? t('compare.left.unknown')
      : leftS < 90
        ? t('compare.left.seconds', { count: Math.max(1, Math.round(leftS)) })
        : t('compare.left.minutes', { count: Math.round(leftS / 60) });
  const text = t('compare.working', { done, of });
  return (
    <>
      <div className="figures-status">
        <progress value={done} max={Math.max(of, 1)} aria-label={text} />
        <span className="quiet">
          {text}
          {kept > 0 && t('compare.resumed', { count: kept })}
        </span>
        <span className="quiet">{left}</span>
        <Button onClick={sweeps.stop}>{t('sweep.stop')}</Button>
      </div>
      <Shrinking />
    </>
  );
}

/** The interval that the comparison is run for, becoming narrower. */
function Shrinking() {
  const { t } = useTranslation();
  const format = useFormatter();
  const shrunk = useSweeps((state) => state.compare.shrunk);
  const most = useSweeps((state) => state.compare.of);
  const asked = useSweeps((state) => state.compare.asked);
  const precision = asked?.rule.precision;
  const layout = useMemo(() => {
    if (!precision || shrunk.length === 0) return null;
    const scale = shownScale(precision.measure);
    return shrinkLayout({
      ...SHRINK,
      points: shrunk.map(({ n, halfWidth }) => ({
        n,
        low: -halfWidth * scale,
        mean: 0,
        high: halfWidth * scale,
      })),
      targetHalf: precision.halfWidth * scale,
      mostN: most,
    });
  }, [shrunk, most, precision]);
  if (!layout || !precision) return null;
  const { measure } = precision;
  const scale = shownScale(measure);
  const unit =
    MEASURE_KINDS[measure] === 'share'
      ? t('compare.points')
      : t(`unit.of.${MEASURE_KINDS[measure]}`);
  const first = asked!.variants[0]!.scenario;
  const target = format.number(numberOf(first.targetWaitS) / 60);
  const now = format.fixed(shrunk.at(-1)!.halfWidth * scale, 2);
  return (
    <div className="compare-shrink">
      <ShrinkChart
        layout={layout}
        label={t('compare.shrink.label')}
        figure={t('compare.shrink.now', {
          measure: t(`measure.${measure}`, { target }),
          now,
          unit,
        })}
        note={t('compare.shrink.wanted', {
          wanted: format.number(precision.halfWidth * scale),
          unit,
        })}
      />
    </div>
  );
}

function Failed() {
  const { t } = useTranslation();
  const { compare } = useTwin();
  const reason = useSweeps((state) => state.compare.reason);
  return (
    <Alert
      type="error"
      showIcon
      title={t('sweep.failed')}
      description={t('notice.threadReason', { reason })}
      action={<Button onClick={() => void compare.resume()}>{t('notice.retry')}</Button>}
    />
  );
}

/** The comparison was cancelled: what was done is kept, and can be gone on with. */
function Stopped() {
  const { t } = useTranslation();
  const { compare } = useTwin();
  const reason = useSweeps((state) => state.compare.answer?.stopping.reason);
  const replications = useSweeps((state) => state.compare.answer?.replications ?? 0);
  const own = useCompare((state) => state.asked !== null);
  if (reason !== 'stopped' || !own) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={t('compare.stopped', { count: replications })}
      action={<Button onClick={() => void compare.resume()}>{t('sweep.goOn')}</Button>}
    />
  );
}

/** A comparison of an earlier visit was not finished. */
function Unfinished() {
  const { t } = useTranslation();
  const { compare, sweeps } = useTwin();
  const found = useSweeps((state) => state.unfinished.compare);
  if (found?.job.kind !== 'compare') return null;
  return (
    <Alert
      type="info"
      showIcon
      title={t('compare.unfinished', { count: found.job.request.variants.length })}
      action={
        <>
          <Button type="primary" onClick={() => void compare.resumeEarlier()}>
            {t('sweep.goOn')}
          </Button>{' '}
          <Button onClick={() => sweeps.dismiss('compare')}>{t('sweep.dismiss')}</Button>
        </>
      }
    />
  );
}
