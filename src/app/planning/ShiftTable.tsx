import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../scenarios/text';
import type { StaffingPlan } from '../../sim/planning/staffing';
import { useSweeps, useTwinState } from '../context';

/** How many windows of each group work which shift. */
export function ShiftTable({ plan }: { readonly plan: StaffingPlan }) {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const names = useSweeps((state) => state.staffing.asked?.base.scenario.windows ?? []);
  const shown = plan.recommended ?? plan.best;
  const chosen = shown === null ? null : plan.candidates[shown];
  if (!chosen) return null;
  const used = plan.patterns.map((_, p) => chosen.groups.some((counts) => counts[p]! > 0));
  const nameOf = (id: string) => {
    const window = names.find((w) => w.id === id);
    return window ? inLanguage(window.name, language) : id;
  };
  return (
    <section className="panel-section wide-table">
      <h3>{t('plan.staffing.table')}</h3>
      <table className="sheet">
        <thead>
          <tr>
            <th>{t('plan.staffing.group')}</th>
            {plan.patterns.map(({ id, name, hours }, p) =>
              used[p] ? (
                <th key={id} className="figure">
                  {inLanguage(name, language)}{' '}
                  <span className="unit">{t('plan.staffing.hours', { hours })}</span>
                </th>
              ) : null,
            )}
            <th className="figure">{t('plan.staffing.idle')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.groups.map(({ windows }, g) => {
            const counts = chosen.groups[g]!;
            const working = counts.reduce((sum, n) => sum + n, 0);
            const first = nameOf(windows[0]!);
            return (
              <tr key={windows[0]}>
                <th scope="row">
                  {windows.length > 1
                    ? t('plan.staffing.groupOf', { first, last: nameOf(windows.at(-1)!) })
                    : first}
                </th>
                {plan.patterns.map(({ id }, p) =>
                  used[p] ? (
                    <td key={id} className="figure">
                      {counts[p] || ''}
                    </td>
                  ) : null,
                )}
                <td className="figure quiet">{windows.length - working || ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="quiet">{t('plan.staffing.note')}</p>
    </section>
  );
}
