import { Alert, Button, Input, InputNumber, Upload } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { nowSheets } from '../../report/forecast-sheets';
import { effectText, nowWords } from '../../report/forecast-words';
import { type HallState, momentOf, momentToS } from '../../scenarios/hall-state';
import { InputError } from '../../scenarios/problem';
import { readHallState } from '../../scenarios/read';
import { inLanguage } from '../../scenarios/text';
import { stateProblems } from '../../scenarios/validate-state';
import type { Variant } from '../../sim/experiments/evaluator';
import type { NowForecast, NowRequest } from '../../sim/forecast/now';
import { stateOfDay } from '../../sim/hall/state-of-day';
import { useSweeps, useTwin, useTwinState } from '../context';
import { Downloads, download } from '../Downloads';
import { SweepStatus } from '../SweepStatus';
import { EmptyForecast } from './EmptyForecast';
import { FanView } from './FanView';
import { areasOf, freshState, nextWindow, servingFor, waitingIn, withWaiting } from './present';

const FUTURES = 1000;
/** The hand rests. */
const REST_MS = 450;

/** The rest of today, from the hall as it is. */
export function NowTab({ base }: { readonly base: Variant | null }) {
  const { t } = useTranslation();
  const { forecastForm, sweeps, clock } = useTwin();
  const form = useStore(forecastForm);
  const language = useTwinState((state) => state.language);
  const timeline = useTwinState((state) => state.day.timeline);
  const { answer: latest, asked, status } = useSweeps((state) => state.now);
  const kept = useRef<{ answer: NowForecast; asked: NowRequest } | null>(null);
  if (latest && asked) kept.current = { answer: latest, asked };
  const shown = kept.current;
  const scenario = base?.scenario ?? null;
  const usable = scenario !== null && scenario.horizon.kind !== 'continuous';
  const typed = form.state?.scenario === scenario?.id ? form.state : null;
  const state = useMemo(
    () => typed ?? (usable && scenario ? freshState(scenario) : null),
    [typed, usable, scenario],
  );
  const problems = useMemo(
    () => (state && scenario ? stateProblems(state, scenario) : []),
    [state, scenario],
  );
  const request = useMemo((): NowRequest | null => {
    if (!base || !state || problems.length > 0) return null;
    return {
      base,
      state,
      promise: { withinS: form.withinMin * 60, share: form.share / 100, mostAbandoned: null },
      replications: FUTURES,
    };
  }, [base, state, problems, form.withinMin, form.share]);
  useEffect(() => {
    if (!request || !typed) return;
    const timer = setTimeout(() => void sweeps.run('now', request), REST_MS);
    return () => clearTimeout(timer);
  }, [request, typed, sweeps]);
  if (!scenario || !state)
    return <p className="field-problem">{t(scenario ? 'forecast.continuous' : 'plan.opening')}</p>;
  const set = (next: HallState) => forecastForm.setState({ state: next, refused: [] });
  const open = async (file: File) => {
    try {
      set({ ...readHallState(await file.text(), file.name, scenario), scenario: scenario.id });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      forecastForm.setState({ refused: error.problems });
    }
  };
  const ask = () => {
    set(state);
    if (request) void sweeps.run('now', request);
  };
  const at = momentToS(state.at);
  const old = shown !== null && (status === 'working' || shown.asked.state !== state);
  return (
    <>
      <header className="tab-head">
        <p>{t('forecast.nowAbout')}</p>
        <div className="now-fields">
          <label htmlFor="now-at">
            {t('forecast.at')}{' '}
            <Input
              id="now-at"
              type="time"
              className="now-time"
              value={state.at.slice(0, 5)}
              onChange={({ target }) => target.value && set(movedTo(state, target.value))}
            />
          </label>
          {areasOf(scenario).map((area) => {
            const now = waitingIn(state, scenario, area);
            const change = (part: Partial<typeof now>) =>
              set(withWaiting(state, scenario, area, { ...now, ...part }));
            return (
              <span key={area} className="now-area">
                {t(`forecast.area.${area}`)}{' '}
                <InputNumber<number>
                  aria-label={t('forecast.waitingIn', { area: t(`forecast.area.${area}`) })}
                  data-area={area}
                  value={now.count}
                  min={0}
                  max={5000}
                  precision={0}
                  onChange={(count) => count !== null && change({ count })}
                />{' '}
                {t('forecast.longest')}{' '}
                <InputNumber<number>
                  aria-label={t('forecast.longestIn', { area: t(`forecast.area.${area}`) })}
                  value={Math.round(now.longestMin * 10) / 10}
                  min={0}
                  max={600}
                  disabled={now.count === 0}
                  onChange={(longestMin) => longestMin !== null && change({ longestMin })}
                />{' '}
                {t('unit.min')}
              </span>
            );
          })}
          <label htmlFor="now-arrived">
            {t('forecast.arrived')}{' '}
            <InputNumber<number>
              id="now-arrived"
              value={state.arrived ?? null}
              min={0}
              max={1_000_000}
              precision={0}
              placeholder={t('forecast.unknown')}
              onChange={(arrived) => {
                const { arrived: _, ...rest } = state;
                set(arrived === null ? rest : { ...rest, arrived });
              }}
            />
          </label>
        </div>
        <p className="quiet">{t('forecast.windowsAbout')}</p>
        <div className="now-grid">
          {scenario.windows.map(({ id, name }) => {
            const now = state.windows.find((w) => w.id === id) ?? { id, open: false };
            const kind = now.serving ? 'busy' : now.open ? 'open' : 'closed';
            const put = (window: typeof now) =>
              set({
                ...state,
                windows: [...state.windows.filter((w) => w.id !== id), window],
              });
            return (
              <div key={id} className={`now-window ${kind}`} data-window={id} data-kind={kind}>
                <Button size="small" onClick={() => put(nextWindow(now, state.at))}>
                  {inLanguage(name, language)}
                </Button>
                <span className="quiet">
                  {t(`forecast.window.${kind}`)}
                  {now.serving && (
                    <>
                      {' '}
                      <InputNumber<number>
                        aria-label={t('forecast.servedFor', { window: inLanguage(name, language) })}
                        size="small"
                        value={Math.round((at - momentToS(now.serving.since)) / 6) / 10}
                        min={0}
                        max={600}
                        style={{ width: 62 }}
                        onChange={(minutes) =>
                          minutes !== null &&
                          put({
                            ...now,
                            serving: { ...now.serving, ...servingFor(minutes, state.at) },
                          })
                        }
                      />{' '}
                      {t('unit.min')}
                    </>
                  )}
                </span>
              </div>
            );
          })}
        </div>
        <div className="forecast-actions">
          <Button type="primary" disabled={!request} onClick={ask}>
            {t('forecast.askNow')}
          </Button>
          <Button
            disabled={!timeline}
            onClick={() => {
              if (!timeline) return;
              const { date: _, ...rest } = stateOfDay(timeline, clock.timeUs());
              set({ ...rest, scenario: scenario.id });
            }}
          >
            {t('forecast.fromHall')}
          </Button>
          <Upload
            accept=".json,application/json"
            showUploadList={false}
            beforeUpload={(file) => {
              void open(file);
              return false;
            }}
          >
            <Button>{t('forecast.import')}</Button>
          </Upload>
          <Button
            onClick={() =>
              download(
                `${scenario.id}-${state.at.slice(0, 5).replace(':', '')}.json`,
                'application/json',
                JSON.stringify(state, null, 2),
              )
            }
          >
            {t('forecast.export')}
          </Button>
        </div>
        {[...problems, ...form.refused].map(({ path, message, remedy }) => (
          <Alert
            key={`${path} ${message.en}`}
            type="error"
            title={`${path}${path ? '：' : ''}${message[language]}`}
            description={remedy[language]}
          />
        ))}
        <SweepStatus kind="now" onRetry={() => request && void sweeps.run('now', request)} />
        {old && <span className="old-note">{t('plan.old')}</span>}
      </header>
      {!shown && status === 'idle' && (
        <EmptyForecast
          kind="now"
          action={t('forecast.askAsIs')}
          defaults={t('forecast.nowDefaults', { at: state.at.slice(0, 5), futures: FUTURES })}
          disabled={!request}
          onAsk={ask}
        />
      )}
      {shown && shown.answer.fan.replications > 0 && (
        <div className={`plan-result${old ? ' old' : ''}`} data-testid="now-result">
          <section className="panel-section answer" data-testid="now-words">
            {nowWords(shown.answer, shown.asked.base.scenario, language).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </section>
          <FanView fan={shown.answer.fan} promise={shown.answer.promise} />
          <section className="panel-section">
            <h3>{t('forecast.effects')}</h3>
            <ul data-testid="effects">
              {shown.answer.effects.map((effect) => (
                <li key={`${effect.kind} ${effect.window}`}>
                  {effectText(effect, shown.asked.base.scenario, language)}
                </li>
              ))}
            </ul>
            <Downloads
              name={`${shown.answer.scenario}-now`}
              sheets={() => nowSheets(shown.answer, shown.asked.base.scenario, language)}
            />
          </section>
        </div>
      )}
    </>
  );
}

/** The same hall at another time: everybody has waited as long as before. */
function movedTo(state: HallState, at: string): HallState {
  const by = momentToS(at) - momentToS(state.at);
  const moved = (since: string) => momentOf(Math.max(0, momentToS(since) + by));
  const people = (list: HallState['waiting']) =>
    list.map((one) => ({ ...one, since: moved(one.since) }));
  return {
    ...state,
    at,
    waiting: people(state.waiting),
    approvals: people(state.approvals),
    issue: people(state.issue),
    windows: state.windows.map((w) =>
      w.serving ? { ...w, serving: { ...w.serving, since: moved(w.serving.since) } } : w,
    ),
  };
}
