import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorPlan } from '../../../scenarios/floorplan';
import type { Timeline } from '../../../sim/hall/timeline';
import { subscribeCalmly, useClockTime, useShow, useTwin, useTwinState } from '../../context';
import { minuteSecond } from '../../format';
import { activityKey, windowStateKey } from '../activity';
import { visitorAt } from '../visitor';
import { HallReader } from './hall-now';
import { hallSentence, visitorSentence } from './sentences';
import { type Moment, Teller } from './teller';

/** Somebody who reads a list of those who wait reads no more of them than these. */
const MOST_LISTED = 100;

/** Identifies the sentence that stands for the picture. */
export const HALL_WORDS_ID = 'hall-in-words';

/** The hall for those who do not see the picture: told as it changes, and listed when asked. */
export function HallWords() {
  const plan = useTwinState((state) => state.plan);
  const timeline = useTwinState((state) => state.day.timeline);
  return plan && timeline ? <Words plan={plan} timeline={timeline} /> : null;
}

interface Shown {
  readonly plan: FloorPlan;
  readonly timeline: Timeline;
}

function Words({ plan, timeline }: Shown) {
  const { t } = useTranslation();
  const reader = useMemo(() => new HallReader(timeline, plan), [timeline, plan]);
  const { told, tell } = useTold(reader, { plan, timeline });
  const [open, setOpen] = useState(false);
  return (
    <>
      <p id={HALL_WORDS_ID} className="hall-told" role="status">
        {told}
      </p>
      <section className={open ? 'hall-words open' : 'hall-words'} aria-label={t('words.title')}>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('words.title')}
        </Button>
        {open && (
          <>
            <Button onClick={tell}>{t('words.tell')}</Button>
            <Lists reader={reader} plan={plan} timeline={timeline} />
          </>
        )}
      </section>
    </>
  );
}

/** What is told of the hall, and how to have it told at once. */
function useTold(reader: HallReader, { plan, timeline }: Shown) {
  const { t } = useTranslation();
  const { clock } = useTwin();
  const selection = useTwinState((state) => state.selection);
  const following = useShow((state) => state.following);
  const visitor = selection?.kind === 'visitor' && following ? selection.visitor : -1;
  const [told, setTold] = useState({ words: '', t });
  const toldIn = useRef<typeof t | null>(null);
  const teller = useRef(new Teller());
  const tell = useRef(() => {});
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const moment = (): Moment => {
      const timeUs = clock.timeUs();
      const step = visitor < 0 ? '' : visitorAt(timeline, visitor, timeUs).present;
      const news = `${reader.callsAt(timeUs)} ${visitor} ${step}`;
      return { playing: clock.playing(), speed: clock.speed, news };
    };
    const say = () => {
      timer = null;
      const timeUs = clock.timeUs();
      const followed = visitor < 0 ? [] : [visitorSentence(visitor, timeline, plan, timeUs, t)];
      setTold({ words: [...followed, hallSentence(reader.now(timeUs), t)].join(' '), t });
      toldIn.current = t;
      teller.current.told(moment(), performance.now());
    };
    const hear = () => {
      const dueMs = teller.current.dueInMs(moment(), performance.now());
      if (timer !== null) clearTimeout(timer);
      timer = null;
      if (dueMs === 0) say();
      else if (dueMs !== null) timer = setTimeout(say, dueMs);
    };
    tell.current = () => {
      // The same words again are heard only if they come anew.
      setTold({ words: '', t });
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(say, 50);
    };
    // Another language is spoken at once.
    if (toldIn.current !== null && toldIn.current !== t) say();
    else hear();
    const stop = subscribeCalmly(clock)(hear);
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [clock, reader, plan, timeline, visitor, t]);
  return { told: told.t === t ? told.words : '', tell: () => tell.current() };
}

/** Every window, and everybody who waits; each leads to its card. */
function Lists({ reader, plan, timeline }: Shown & { readonly reader: HallReader }) {
  const { t } = useTranslation();
  const { store, clock } = useTwin();
  useClockTime(1e6);
  const timeUs = clock.timeUs();
  const waiting = reader.waiting(timeUs);
  const selection = useTwinState((state) => state.selection);
  return (
    <>
      <p>{hallSentence(reader.now(timeUs), t)}</p>
      {selection?.kind === 'visitor' && (
        <p>{visitorSentence(selection.visitor, timeline, plan, timeUs, t)}</p>
      )}
      <h4>{t('words.windows')}</h4>
      <ul>
        {reader.windows(timeUs).map(({ id, number, state, ticket }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => store.setState({ selection: { kind: 'window', window: id } })}
            >
              <span>{t('window.number', { number })}</span>
              <span>{t(windowStateKey(state))}</span>
              <span className="figure">{ticket}</span>
            </button>
          </li>
        ))}
      </ul>
      <h4>{t('words.waiting', { count: waiting.length })}</h4>
      <ul>
        {waiting.slice(0, MOST_LISTED).map(({ visitor, ticket, activity, waitedUs }) => (
          <li key={visitor}>
            <button
              type="button"
              onClick={() => store.setState({ selection: { kind: 'visitor', visitor } })}
            >
              <span className="figure">{ticket}</span>
              <span>{t(activityKey(activity))}</span>
              <span className="figure">{t('words.waited', { time: minuteSecond(waitedUs) })}</span>
            </button>
          </li>
        ))}
      </ul>
      {waiting.length > MOST_LISTED && (
        <p className="quiet">{t('words.more', { count: waiting.length - MOST_LISTED })}</p>
      )}
    </>
  );
}
