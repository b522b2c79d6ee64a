import { Input, Select } from 'antd';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { staffingProposal } from '../../report/staffing-proposal';
import { staffingSheets } from '../../report/staffing-sheets';
import { inLanguage } from '../../scenarios/text';
import { halfHourPatterns, readPatterns } from '../../sim/planning/shifts';
import type { StaffingPlan, StaffingRequest } from '../../sim/planning/staffing';
import { useSweeps, useTwin, useTwinState } from '../context';
import { Downloads } from '../Downloads';
import { MOST_REPLICATIONS, promiseOf, type Shifts } from './form';
import { HalfHours } from './HalfHours';
import { isOld, useBase, useForm } from './hooks';
import { PlanResult } from './PlanResult';
import { TabHead } from './TabHead';

const SHIFTS: readonly Shifts[] = ['usual', 'halfHours', 'own'];

/** The cheapest staffing by half hour that keeps the promise. */
export function StaffingTab() {
  const { t } = useTranslation();
  const { sweeps, planningForm } = useTwin();
  const form = useForm((state) => state);
  const base = useBase();
  const language = useTwinState((state) => state.language);
  const { answer: latest, asked, status } = useSweeps((state) => state.staffing);
  // Drawn when there is time for it: a search tells of itself several times a second.
  const answer = useDeferredValue(latest);
  const own = useMemo(() => readPatterns(form.ownShifts), [form.ownShifts]);
  const request = useMemo((): StaffingRequest | null => {
    if (!base) return null;
    const plain = { base, ...promiseOf(form), mostReplications: MOST_REPLICATIONS };
    if (form.shifts === 'halfHours') return { ...plain, patterns: halfHourPatterns(base.scenario) };
    if (form.shifts === 'own' && own.ok) return { ...plain, patterns: own.patterns };
    return plain;
  }, [base, form, own]);
  let problem: string | null = null;
  if (!request) problem = t('plan.opening');
  else if (request.base.scenario.horizon.kind === 'continuous')
    problem = t('plan.staffing.continuous');
  else if (form.shifts === 'own' && !own.ok)
    problem = t('plan.staffing.notShift', { wrong: own.wrong });
  const old = useMemo(() => isOld(asked, request), [asked, request]);
  const name = asked?.base.scenario.name ?? '';
  const sentences = useMemo(
    () => (answer ? staffingProposal(answer, name, language) : []),
    [answer, name, language],
  );
  return (
    <>
      <TabHead
        kind="staffing"
        about={t('plan.staffing.about')}
        action={t('plan.staffing.ask')}
        problem={problem}
        old={old}
        onAsk={() => request && void sweeps.run('staffing', request)}
      >
        <label htmlFor="plan-shifts">
          {t('plan.staffing.shifts')}{' '}
          <Select<Shifts>
            id="plan-shifts"
            value={form.shifts}
            onChange={(shifts) => planningForm.setState({ shifts })}
            popupMatchSelectWidth={false}
            options={SHIFTS.map((value) => ({ value, label: t(`plan.shifts.${value}`) }))}
          />
        </label>
        {form.shifts === 'own' && (
          <Input
            className="own-shifts"
            aria-label={t('plan.shifts.own')}
            value={form.ownShifts}
            status={own.ok ? '' : 'error'}
            onChange={({ target }) => planningForm.setState({ ownShifts: target.value })}
          />
        )}
      </TabHead>
      {answer ? (
        <PlanResult
          plan={answer}
          sentences={sentences}
          old={old && status !== 'working'}
          actions={
            <Downloads
              name={`${answer.scenario}-staffing`}
              sheets={() => staffingSheets(answer, name, language)}
            />
          }
          chart={<HalfHours plan={answer} />}
          table={<ShiftTable plan={answer} />}
        />
      ) : (
        status === 'idle' && <p className="quiet plan-empty">{t('plan.staffing.empty')}</p>
      )}
    </>
  );
}

/** How many windows of each group work which shift. */
function ShiftTable({ plan }: { readonly plan: StaffingPlan }) {
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
