import { Button, Checkbox, Input, InputNumber } from 'antd';
import { useDeferredValue, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { forecastSheets } from '../../report/forecast-sheets';
import { forecastWords, shiftText } from '../../report/forecast-words';
import { numberOf } from '../../scenarios/provenance';
import { isOpenOn, nextOpenDate } from '../../scenarios/work-calendar';
import type { Variant } from '../../sim/experiments/evaluator';
import type { ForecastRequest } from '../../sim/forecast/day-forecast';
import { useSweeps, useTwin, useTwinState } from '../context';
import { Downloads } from '../Downloads';
import { isOld } from '../planning/hooks';
import { TabHead } from '../planning/TabHead';
import { DayStaffing } from './DayStaffing';
import { EmptyForecast } from './EmptyForecast';
import { FanView } from './FanView';
import { HalfHourTable } from './HalfHourTable';

/** Simulated days of the fan. */
const DAYS = 1000;

/** Tomorrow by this computer's clock, "YYYY-MM-DD". */
function tomorrow(): string {
  const now = new Date();
  now.setDate(now.getDate() + 1);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The waits of a day to come, where the promise breaks, and what mends it. */
export function DayTab({ base }: { readonly base: Variant | null }) {
  const { t } = useTranslation();
  const { forecastForm, sweeps } = useTwin();
  const form = useStore(forecastForm);
  const language = useTwinState((state) => state.language);
  const { answer: latest, asked, status } = useSweeps((state) => state.forecast);
  const answer = useDeferredValue(latest);
  const scenario = base?.scenario ?? null;
  const continuous = scenario?.horizon.kind === 'continuous';
  useEffect(() => {
    if (!scenario || continuous || form.date !== '') return;
    forecastForm.setState({ date: nextOpenDate(scenario, tomorrow()) ?? tomorrow() });
  }, [scenario, continuous, form.date, forecastForm]);
  const open = scenario && form.date !== '' && !continuous && isOpenOn(scenario, form.date);
  const request = useMemo((): ForecastRequest | null => {
    if (!base || !open) return null;
    return {
      base,
      day: {
        date: form.date,
        ...(form.visits !== null && { visitsPerDay: form.visits }),
        ...(form.marketFactor !== null && { marketFactor: form.marketFactor }),
      },
      promise: { withinS: form.withinMin * 60, share: form.share / 100, mostAbandoned: null },
      replications: DAYS,
    };
  }, [base, open, form]);
  let problem: string | null = null;
  const next =
    scenario && form.date !== '' && !continuous ? nextOpenDate(scenario, form.date) : null;
  if (!scenario) problem = t('plan.opening');
  else if (continuous) problem = t('forecast.continuous');
  else if (form.date === '') problem = t('forecast.noDate');
  else if (!open) problem = t('forecast.closed', { date: form.date, next: next ?? '—' });
  const old = useMemo(() => isOld(asked, request), [asked, request]);
  const shown = asked?.base.scenario ?? scenario;
  const words = useMemo(
    () => (answer && shown ? forecastWords(answer, shown, language) : []),
    [answer, shown, language],
  );
  const ask = () => {
    if (!request) return;
    forecastForm.setState({ mended: false });
    void sweeps.run('forecast', request);
  };
  const mending = answer?.mending ?? null;
  const mended = form.mended && mending !== null;
  return (
    <>
      <TabHead
        kind="forecast"
        about={t('forecast.dayAbout')}
        action={t('forecast.ask')}
        problem={problem}
        old={old}
        onAsk={ask}
      >
        <label htmlFor="forecast-date">
          {t('forecast.date')}{' '}
          <Input
            id="forecast-date"
            type="date"
            className="date-field"
            value={form.date}
            onChange={({ target }) => forecastForm.setState({ date: target.value })}
          />
        </label>
        {!open && next && !continuous && (
          <Button size="small" type="link" onClick={() => forecastForm.setState({ date: next })}>
            {t('forecast.takeNext', { date: next })}
          </Button>
        )}
        <Checkbox
          checked={form.marketFactor !== null}
          onChange={({ target }) =>
            forecastForm.setState({ marketFactor: target.checked ? 1.3 : null })
          }
        >
          {t('forecast.market')}
        </Checkbox>
        <InputNumber<number>
          aria-label={t('forecast.marketFactor')}
          value={form.marketFactor}
          disabled={form.marketFactor === null}
          min={0}
          max={100}
          step={0.1}
          prefix="×"
          className="factor-field"
          onChange={(marketFactor) =>
            marketFactor !== null && forecastForm.setState({ marketFactor })
          }
        />
        <label htmlFor="forecast-visits">
          {t('forecast.visits')}{' '}
          <InputNumber<number>
            id="forecast-visits"
            value={form.visits}
            min={0}
            max={1_000_000}
            className="visits-field"
            placeholder={
              scenario?.demand ? String(numberOf(scenario.demand.visitsPerDay)) : t('forecast.own')
            }
            onChange={(visits) => forecastForm.setState({ visits })}
          />
        </label>
      </TabHead>
      {!answer && status === 'idle' && (
        <EmptyForecast
          kind="day"
          action={t('forecast.askDay', { date: form.date })}
          defaults={t('forecast.dayDefaults', {
            days: DAYS,
            share: form.share,
            minutes: form.withinMin,
          })}
          disabled={problem !== null}
          onAsk={ask}
        />
      )}
      {answer && shown && answer.fan.replications > 0 && (
        <div className={`plan-result${old && status !== 'working' ? ' old' : ''}`}>
          <section className="panel-section">
            <div className="answer" data-testid="forecast-words">
              {words.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
            <div className="forecast-actions">
              {mending && (
                <Button
                  type={mended ? 'default' : 'primary'}
                  onClick={() => forecastForm.setState({ mended: !mended })}
                  title={mending.shifts.map((s) => shiftText(s, shown, language)).join('\n')}
                >
                  {t(mended ? 'forecast.withoutShift' : 'forecast.applyShift')}
                </Button>
              )}
              <Downloads
                name={`${answer.scenario}-${answer.day.date}`}
                sheets={() => forecastSheets(answer, shown, language)}
              />
            </div>
          </section>
          <FanView
            fan={mended ? mending.after : answer.fan}
            before={mended ? answer.fan : null}
            promise={answer.promise}
            combined={mended ? null : answer.combined}
          />
          <HalfHourTable forecast={answer} scenario={shown} mended={mended} />
          {asked && <DayStaffing forecast={asked} />}
        </div>
      )}
    </>
  );
}
