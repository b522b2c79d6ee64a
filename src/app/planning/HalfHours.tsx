import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { curvesLayout } from '../../charts/curves';
import type { StaffingPlan } from '../../sim/planning/staffing';
import { CurvesChart } from '../charts/CurvesChart';
import { useFormatter } from '../context';
import { hourMinute } from '../format';
import { useWidth } from '../useWidth';

const MARGINS = { top: 24, right: 10, bottom: 20, left: 34 };
const HALF_HOUR_S = 1800;

const known = (mean: number) => ({ mean, ci95: null, n: 1 });

/** Windows and waits by half hour. */
export function HalfHours({ plan }: { readonly plan: StaffingPlan }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const [ref, width] = useWidth<HTMLDivElement>(760);
  const half = Math.max(320, Math.floor((width - 20) / 2));
  const { halfHours } = plan;
  const target = plan.promise.withinS / 60;
  const charts = useMemo(() => {
    // Half hours of the break between two sessions are gaps.
    const first = halfHours[0]?.fromS ?? 0;
    const last = halfHours.at(-1)?.fromS ?? 0;
    const starts: number[] = [];
    for (let s = first; s <= last; s += HALF_HOUR_S) starts.push(s);
    const edgesS = [...starts, last + HALF_HOUR_S];
    const at = new Map(halfHours.map((one) => [one.fromS, one]));
    const none = { mean: null, ci95: null, n: 0 };
    const size = { width: half, height: 230, margins: MARGINS };
    const curve = (id: 'windows' | 'present' | 'load') => ({
      id,
      name: t(`plan.staffing.curve.${id}`),
      bins: starts.map((s) => {
        const one = at.get(s);
        return one ? known(one[id]) : none;
      }),
    });
    return {
      staff: curvesLayout({
        ...size,
        edgesS,
        variants: [curve('windows'), curve('present'), curve('load')],
        target: null,
      }),
      waits: curvesLayout({
        ...size,
        edgesS,
        variants: [
          {
            id: 'wait',
            name: t('plan.staffing.curve.wait'),
            bins: starts.map((s) => {
              const wait = at.get(s)?.waitMeanS ?? none;
              return {
                mean: wait.mean === null ? null : wait.mean / 60,
                ci95: wait.ci95 && ([wait.ci95[0] / 60, wait.ci95[1] / 60] as const),
                n: wait.n,
              };
            }),
          },
        ],
        target: {
          value: target,
          text: t('plan.staffing.target', { target: format.number(target) }),
        },
      }),
    };
  }, [halfHours, half, target, t, format]);
  const describe = (hit: (typeof charts.staff.hits)[number]) =>
    [
      `${hourMinute(hit.fromS)}–${hourMinute(hit.toS)}`,
      ...hit.figures.map(
        ({ name, measure }) =>
          `${name} ${measure.mean === null ? '—' : format.fixed(measure.mean, 1)}`,
      ),
    ].join('\n');
  return (
    <section className="panel-section" ref={ref}>
      <div className="chart-pair">
        <figure>
          <figcaption>{t('plan.staffing.byHalfHour')}</figcaption>
          <CurvesChart
            layout={charts.staff}
            label={t('plan.staffing.byHalfHour')}
            unit={t('plan.staffing.unit')}
            formatX={hourMinute}
            formatY={(value) => format.number(value)}
            describe={describe}
          />
        </figure>
        <figure>
          <figcaption>{t('plan.staffing.waits')}</figcaption>
          <CurvesChart
            layout={charts.waits}
            label={t('plan.staffing.waits')}
            unit={t('unit.min')}
            formatX={hourMinute}
            formatY={(value) => format.number(value)}
            describe={describe}
          />
        </figure>
      </div>
      <p className="quiet">{t('plan.staffing.loadNote')}</p>
    </section>
  );
}
