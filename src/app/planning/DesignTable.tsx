import type { TFunction } from 'i18next';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanMeasureId } from '../../sim/planning/outlook';
import type { Candidate, WindowsPlan } from '../../sim/planning/windows-plan';
import { useFormatter } from '../context';
import { MEASURE_KINDS } from '../format';
import { Explained } from '../panel/Explained';

const SHOWN = [
  'calledWithinShare',
  'waitMeanS',
  'waitP90S',
  'abandonedShare',
  'staffHours',
] as const satisfies readonly PlanMeasureId[];

/** Every design with what is to be expected of it. */
export const DesignTable = memo(function DesignTable({ plan }: { readonly plan: WindowsPlan }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const target = format.number(plan.promise.withinS / 60);
  return (
    <section className="panel-section wide-table">
      <h3>{t('plan.designs')}</h3>
      <table className="sheet designs">
        <thead>
          <tr>
            <th className="figure">{t('plan.windows.column')}</th>
            <th>{t('plan.organisations')}</th>
            <th>
              <Explained about={t('plan.groupsAbout')}>{t('plan.groups')}</Explained>
            </th>
            <th>{t('plan.verdict.title')}</th>
            {SHOWN.map((id) => (
              <th key={id} className="figure">
                <Explained about={t(`measure.${id}.about`, { target })}>
                  {t(`measure.${id}`, { target })}
                </Explained>{' '}
                <span className="unit">{t(`unit.of.${MEASURE_KINDS[id]}`)}</span>
              </th>
            ))}
            <th className="figure">{t('plan.replications')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.candidates.map((c, i) => (
            <tr
              key={`${c.organisation}-${c.windows}`}
              data-verdict={c.verdict}
              data-recommended={i === plan.recommended}
            >
              <td className="figure">{c.windows}</td>
              <td>{t(`plan.organisation.${c.organisation}`)}</td>
              <td>{c.groups.join('+')}</td>
              <td className="verdict">
                {i === plan.recommended ? `★ ${t('plan.recommended')}` : verdictOf(plan, c, t)}
              </td>
              {SHOWN.map((id) => {
                const measure = c.outlook?.measures[id];
                return (
                  <td
                    key={id}
                    className="figure"
                    title={measure && format.interval(MEASURE_KINDS[id], measure)}
                  >
                    {measure && format.mean(MEASURE_KINDS[id], measure)}
                  </td>
                );
              })}
              <td className="figure quiet">{c.outlook?.replications ?? 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{t('plan.designsNote')}</p>
    </section>
  );
});

function verdictOf({ ending }: WindowsPlan, { verdict, failed }: Candidate, t: TFunction): string {
  if (failed !== null) return t('plan.failed', { reason: failed });
  // When everything that matters was decided, what is open was not needed.
  if (verdict === 'undecided' && ending === 'decided') return t('plan.verdict.notNeeded');
  return t(`plan.verdict.${verdict}`);
}
