import { Input, Select } from 'antd';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { staffingProposal } from '../../report/staffing-proposal';
import { staffingSheets } from '../../report/staffing-sheets';
import { halfHourPatterns, readPatterns } from '../../sim/planning/shifts';
import type { StaffingRequest } from '../../sim/planning/staffing';
import { useSweeps, useTwin, useTwinState } from '../context';
import { Downloads } from '../Downloads';
import { MOST_REPLICATIONS, promiseOf, type Shifts } from './form';
import { HalfHours } from './HalfHours';
import { isOld, useBase, useForm } from './hooks';
import { PlanResult } from './PlanResult';
import { ShiftTable } from './ShiftTable';
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
          working={status === 'working'}
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
