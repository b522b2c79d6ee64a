import { Button } from 'antd';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { staffingProposal } from '../../report/staffing-proposal';
import { staffingSheets } from '../../report/staffing-sheets';
import { onDate } from '../../scenarios/on-date';
import type { ForecastRequest } from '../../sim/forecast/day-forecast';
import type { StaffingRequest } from '../../sim/planning/staffing';
import { useSweeps, useTwin, useTwinState } from '../context';
import { Downloads } from '../Downloads';
import { MOST_REPLICATIONS, promiseOf } from '../planning/form';
import { HalfHours } from '../planning/HalfHours';
import { isOld, useForm } from '../planning/hooks';
import { PlanResult } from '../planning/PlanResult';
import { ShiftTable } from '../planning/ShiftTable';
import { SweepStatus } from '../SweepStatus';

/** The cheapest shifts of the forecast's day that keep its promise: the search of the page Plan, on that date. */
export function DayStaffing({ forecast }: { readonly forecast: ForecastRequest }) {
  const { t } = useTranslation();
  const { sweeps } = useTwin();
  const form = useForm((state) => state);
  const judging = useMemo(() => promiseOf(form).judging, [form]);
  const language = useTwinState((state) => state.language);
  const { answer: latest, asked, status } = useSweeps((state) => state.staffing);
  const answer = useDeferredValue(latest);
  const { base, day, promise } = forecast;
  const request: StaffingRequest = useMemo(
    () => ({
      base: { ...base, scenario: onDate(base.scenario, day) },
      promise,
      judging,
      mostReplications: MOST_REPLICATIONS,
    }),
    [base, day, promise, judging],
  );
  // What the page Plan asked about an ordinary day is no answer here.
  const isThis = useMemo(() => asked !== null && !isOld(asked, request), [asked, request]);
  const name = request.base.scenario.name;
  const sentences = useMemo(
    () => (answer && isThis ? staffingProposal(answer, name, language) : []),
    [answer, isThis, name, language],
  );
  const ask = () => void sweeps.run('staffing', request);
  return (
    <section className="panel-section day-staffing">
      <h3>{t('forecast.staffing')}</h3>
      <p className="quiet">{t('forecast.staffingAbout', { date: day.date })}</p>
      <Button className="no-print" disabled={status === 'working'} onClick={ask}>
        {t('forecast.staffingAsk')}
      </Button>
      {isThis && <SweepStatus kind="staffing" onRetry={ask} />}
      {answer && isThis && (
        <PlanResult
          plan={answer}
          sentences={sentences}
          old={false}
          working={status === 'working'}
          actions={
            <Downloads
              name={`${answer.scenario}-${day.date}-staffing`}
              sheets={() => staffingSheets(answer, name, language)}
            />
          }
          chart={<HalfHours plan={answer} />}
          table={<ShiftTable plan={answer} />}
        />
      )}
    </section>
  );
}
