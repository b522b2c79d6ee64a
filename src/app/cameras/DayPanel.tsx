import { Button, Progress } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { STATE_COLOURS } from '../../charts/colours';
import type { WindowDay } from '../../coverage/day/day-coverage';
import {
  clockText,
  DAY_COVERAGE_WORDS,
  dayCoverageSentence,
  durationText,
  placeText,
  shareText,
} from '../../report/day-coverage-words';
import { inLanguage } from '../../scenarios/text';
import type { DayRequest } from '../../workers/coverage-api';
import { useTwin, useTwinState } from '../context';
import { Downloads } from '../Downloads';
import { PLAYED_REPLICATION } from '../state/store';
import { daySheet } from './camera-sheets';
import { DayStrip } from './DayStrip';
import { DayTime } from './DayTime';
import { useCameras, useDayWatch, usePlanAtHand } from './hooks';

/** People in the way who are told of each window. */
const MOST_OBSTRUCTIONS = 3;

/** How much of its open time every window was clear on the recorded day, and who was in the way. */
export function DayPanel() {
  const { t } = useTranslation();
  const { dayWatch, cameras } = useTwin();
  const language = useTwinState((state) => state.language);
  const question = useTwinState((state) => state.question);
  const settings = useCameras((state) => state.settings);
  const picked = useCameras((state) => state.window);
  const { status, done, asked, answer, failure } = useDayWatch((state) => state);
  const plan = usePlanAtHand();
  const request = useMemo((): DayRequest | null => {
    if (!question || !plan) return null;
    const { profile, posture, lens } = settings;
    const { scenario, seed } = question;
    return {
      scenario,
      plan,
      seed,
      replication: PLAYED_REPLICATION,
      profile,
      posture,
      lens,
      everyS: 1,
    };
  }, [question, plan, settings]);
  const isOld = useMemo(
    () => asked !== null && JSON.stringify(asked) !== JSON.stringify(request),
    [asked, request],
  );
  if (!request) return <p className="quiet">{t('cameras.looking')}</p>;
  if (request.plan.windows.length === 0) return <p className="quiet">{t('cameras.noWindows')}</p>;
  // Another hall's day says nothing of this one.
  const shown = asked?.plan.id === request.plan.id ? answer : null;
  const clear = shown?.windows.filter(({ share }) => share === null || share === 1).length ?? 0;
  return (
    <>
      <p className="quiet">
        {t('cameras.day.about', {
          name: inLanguage(request.scenario.name, language),
          seed: request.seed,
        })}
      </p>
      <DayTime />
      <div className="result-actions">
        <Button
          type="primary"
          loading={status === 'working'}
          onClick={() => void dayWatch.ask(request)}
        >
          {t('cameras.day.ask')}
        </Button>
        {status === 'working' && (
          <>
            <Progress percent={Math.round(100 * done)} size="small" />
            <Button onClick={() => dayWatch.cancel()}>{t('cameras.place.cancel')}</Button>
          </>
        )}
        {isOld && shown && status === 'idle' && (
          <span className="old-note">{t('cameras.day.old')}</span>
        )}
      </div>
      {failure !== null && (
        <p className="field-problem">{t('cameras.failed', { reason: failure })}</p>
      )}
      {shown && (
        <section className={isOld ? 'day-answer old' : 'day-answer'}>
          <p className="answer" data-met={clear === shown.windows.length ? 'yes' : 'no'}>
            {clear === shown.windows.length
              ? t('cameras.day.allClear', { count: shown.windows.length })
              : t('cameras.day.someClear', { clear, count: shown.windows.length })}
          </p>
          <table className="sheet day-table">
            <thead>
              <tr>
                <th>{t('cameras.window')}</th>
                <th className="figure">{t('cameras.day.share')}</th>
                <th>{t('cameras.day.strip')}</th>
                <th>{t('cameras.day.worst')}</th>
              </tr>
            </thead>
            {shown.windows.map((window) => (
              <WindowRow key={window.id} window={window} all={shown.windows} />
            ))}
          </table>
          <p className="quiet">{t('cameras.day.note')}</p>
          {asked && (
            <Downloads
              name={`${asked.plan.id}-camera-day`}
              sheets={() => [daySheet(shown.windows, asked, language, t)]}
            />
          )}
          {picked && (
            <Button size="small" onClick={() => cameras.store.setState({ window: null })}>
              {t('cameras.day.unpick')}
            </Button>
          )}
        </section>
      )}
    </>
  );
}

function WindowRow(props: { readonly window: WindowDay; readonly all: readonly WindowDay[] }) {
  const { window, all } = props;
  const { t } = useTranslation();
  const { cameras, clock, store, jumpTo } = useTwin();
  const language = useTwinState((state) => state.language);
  const picked = useCameras((state) => state.window) === window.id;
  const { share, worst, obstructions } = window;
  const { doing } = DAY_COVERAGE_WORDS[language];
  const spans = all.flatMap(({ open }) => open);
  const [fromS, toS] = [
    Math.min(...spans.map(([from]) => from)),
    Math.max(...spans.map(([, to]) => to)),
  ];
  const seek = (timeS: number) => {
    clock.pause();
    clock.seek(timeS * 1e6);
  };
  return (
    <tbody data-window={window.id}>
      <tr aria-selected={picked}>
        <th scope="row">
          <button
            type="button"
            className="link-button"
            onClick={() => cameras.store.setState({ window: window.id })}
          >
            {window.id}
          </button>
        </th>
        <td
          className="figure"
          style={{ color: share === 1 ? STATE_COLOURS.meets : STATE_COLOURS.fails }}
        >
          {share === null ? '–' : shareText(share)}
        </td>
        <td>
          <DayStrip window={window} fromS={fromS} toS={toS} onPick={seek} />
        </td>
        <td>
          {worst ? (
            <button
              type="button"
              className="link-button"
              title={t('cameras.day.jumpTitle')}
              onClick={() => {
                cameras.store.setState({ window: window.id });
                store.setState({ selection: { kind: 'window', window: window.id } });
                jumpTo(worst.startS * 1e6);
              }}
            >
              {t('cameras.day.jump', { time: clockText(worst.startS) })}
            </button>
          ) : (
            '–'
          )}
        </td>
      </tr>
      {(share !== 1 || picked) && (
        <tr className="day-sentence">
          <td />
          <td colSpan={3}>
            {dayCoverageSentence(window, language)}
            {worst && (
              <>
                <br />
                {t('cameras.day.worstText', {
                  time: clockText(worst.startS),
                  share: shareText(worst.clearS / worst.openS),
                  waiting: worst.waiting,
                })}
              </>
            )}
            {obstructions.length > 0 && (
              <ul>
                {obstructions.slice(0, MOST_OBSTRUCTIONS).map((one) => (
                  <li key={`${one.doing} ${one.at}`}>
                    {t('cameras.day.stood', {
                      who: doing[one.doing],
                      place: placeText(one.at),
                      duration: durationText(one.seconds, language),
                    })}
                  </li>
                ))}
              </ul>
            )}
          </td>
        </tr>
      )}
    </tbody>
  );
}
