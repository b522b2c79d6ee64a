import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { State } from '../../charts/colours';
import { frontierLayout } from '../../charts/frontier';
import { ORGANISATIONS } from '../../sim/planning/design';
import type { Candidate, WindowsPlan } from '../../sim/planning/windows-plan';
import { FrontierChart } from '../charts/FrontierChart';
import { useFormatter } from '../context';
import { useWidth } from '../useWidth';

const MARGINS = { top: 26, right: 12, bottom: 36, left: 42 };

const STATES: Readonly<Record<Candidate['verdict'], State>> = {
  feasible: 'meets',
  infeasible: 'fails',
  undecided: 'undecided',
  failed: 'undecided',
};

/** Waiting against windows: every design that was tried. */
export const Frontier = memo(function Frontier({ plan }: { readonly plan: WindowsPlan }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const [ref, width] = useWidth<HTMLDivElement>(760);
  const layout = useMemo(
    () =>
      frontierLayout({
        width,
        height: 320,
        margins: MARGINS,
        groups: ORGANISATIONS.flatMap((organisation) => {
          const points = plan.candidates.flatMap((c, i) =>
            c.organisation === organisation && c.outlook
              ? [
                  {
                    id: String(i),
                    x: c.windows,
                    y: c.outlook.measures.calledWithinShare,
                    state: STATES[c.verdict],
                  },
                ]
              : [],
          );
          const name = t(`plan.organisation.${organisation}`);
          return points.length > 0 ? [{ id: organisation, name, points }] : [];
        }),
        stateNames: {
          meets: t('plan.verdict.feasible'),
          fails: t('plan.verdict.infeasible'),
          undecided: t('plan.verdict.open'),
        },
        promise: {
          value: plan.promise.share,
          text: t('plan.promised', { share: format.percent(plan.promise.share) }),
        },
        limits: [0, 1],
        recommended:
          plan.recommended === null
            ? null
            : { id: String(plan.recommended), text: t('plan.recommended') },
      }),
    [plan, width, t, format],
  );
  return (
    <section className="panel-section" data-testid="frontier">
      <h3>{t('plan.frontier')}</h3>
      <div ref={ref}>
        <FrontierChart
          layout={layout}
          label={t('plan.frontier')}
          xTitle={t('plan.windows.axis')}
          yTitle={t('plan.called')}
          formatX={(value) => format.number(value)}
          formatY={(value) => format.percent(value)}
          describe={({ id }) => {
            const c = plan.candidates[Number(id)]!;
            const share = c.outlook!.measures.calledWithinShare;
            return t('plan.point', {
              windows: c.windows,
              organisation: t(`plan.organisation.${c.organisation}`),
              share: format.mean('share', share),
              interval: format.interval('share', share),
              n: c.outlook!.replications,
            });
          }}
          onPick={null}
        />
      </div>
      <p className="quiet">{t('plan.frontierNote')}</p>
    </section>
  );
});
