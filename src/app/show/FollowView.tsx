import { CloseOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { Scenario } from '../../scenarios/scenario';
import { inLanguage } from '../../scenarios/text';
import { ACTIVITY_COLOURS } from '../../scene/palette';
import type { Timeline } from '../../sim/hall/timeline';
import { useClockTime, useTours, useTwin, useTwinState } from '../context';
import { clockTime, minuteSecond } from '../format';
import { reasonKey } from '../hall/activity';
import { Facts } from '../hall/Card';
import { stepText } from '../hall/step-text';
import { visitorAt } from '../hall/visitor';

/** Whom the camera follows: ticket, clock, what they do now and what comes next. */
export function FollowCard(props: {
  readonly visitor: number;
  readonly timeline: Timeline;
  readonly scenario: Scenario;
  readonly plan: FloorPlan;
}) {
  const { visitor, timeline, scenario, plan } = props;
  const { t } = useTranslation();
  const { clock, show } = useTwin();
  const language = useTwinState((state) => state.language);
  const touring = useTours((state) => state.shown?.running === true);
  useClockTime(1e6);
  const timeUs = clock.timeUs();
  const { story, present, waitedUs, insideUs } = visitorAt(timeline, visitor, timeUs);
  const told = (i: number) => stepText(story[i]!, timeline, plan, t);
  const reason = timeline.leaveReason(visitor);
  const ticket = timeline.ticket(visitor);
  const kind = scenario.classes[timeline.classIndex(visitor)];
  const companion = timeline.companionOf(visitor) >= 0;
  const next = present + 1;
  const untilNext = story[present]?.endUs ?? story[0]?.startUs ?? timeUs;
  const now =
    present < 0
      ? t('visitor.notYet')
      : present < story.length
        ? told(present)
        : t('follow.gone', { how: reason === null ? t('visitor.left') : t(reasonKey(reason)) });
  const then =
    present >= story.length
      ? t('follow.nothingNext')
      : t('follow.nextIn', {
          step: next < story.length ? told(next) : t('visitor.left'),
          time: minuteSecond(Math.max(0, untilNext - timeUs)),
        });
  return (
    <section className="selection-card follow-card" aria-label={t('follow.region')}>
      <header>
        <h3>
          {ticket !== '' && <span className="follow-ticket">{ticket}</span>}
          {ticket === '' && t(companion ? 'visitor.titleCompanion' : 'visitor.titleNoTicket')}
        </h3>
        <time className="clock">{clockTime(timeUs)}</time>
        {!touring && (
          <Button icon={<CloseOutlined />} onClick={show.unfollow}>
            {t('follow.leave')}
          </Button>
        )}
      </header>
      <Facts
        rows={[
          [t('visitor.class'), kind ? inLanguage(kind.name, language) : '—'],
          [t('visitor.now'), <strong key="now">{now}</strong>],
          [t('follow.next'), then],
          [t('visitor.waited'), t('visitor.minSec', { time: minuteSecond(waitedUs) })],
          [t('visitor.inside'), t('visitor.minSec', { time: minuteSecond(insideUs) })],
        ]}
      />
    </section>
  );
}

/** The story of whom the camera follows, step by step from door to door. */
export function FollowStrip() {
  const { t } = useTranslation();
  const { clock, show } = useTwin();
  const selection = useTwinState((state) => state.selection);
  const timeline = useTwinState((state) => state.day.timeline);
  const plan = useTwinState((state) => state.plan);
  const visitor = selection?.kind === 'visitor' ? selection.visitor : -1;
  const timeUs = useClockTime(1e6);
  const list = useRef<HTMLOListElement>(null);
  const story = useMemo(() => timeline?.story(visitor) ?? [], [timeline, visitor]);
  const present =
    timeline && visitor >= 0 ? visitorAt(timeline, visitor, clock.timeUs()).present : -1;
  useEffect(() => {
    const item = list.current?.children[present];
    if (list.current && item instanceof HTMLElement)
      list.current.scrollLeft = item.offsetLeft - list.current.offsetLeft - 80;
  }, [present]);
  if (!timeline || !plan || visitor < 0) return null;
  return (
    <section className="follow-strip" aria-label={t('visitor.story')}>
      <Tooltip title={t('follow.previousKey')}>
        <Button
          aria-label={t('follow.previous')}
          icon={<LeftOutlined />}
          onClick={() => show.step(-1)}
        />
      </Tooltip>
      <ol ref={list}>
        {story.map((step, i) => {
          const done = Math.min(
            1,
            Math.max(0, (timeUs - step.startUs) / Math.max(1, step.endUs - step.startUs)),
          );
          return (
            <li key={`${step.startUs} ${step.activity}`}>
              <button
                type="button"
                className={i === present ? 'present' : i < present ? 'past' : undefined}
                aria-current={i === present ? 'step' : undefined}
                onClick={() => clock.seek(step.startUs)}
              >
                <span className="figure">
                  <i style={{ background: ACTIVITY_COLOURS[step.activity] }} />
                  {clockTime(step.startUs)}
                </span>
                <span>{stepText(step, timeline, plan, t)}</span>
                <span className="figure quiet">{minuteSecond(step.endUs - step.startUs)}</span>
                <i className="follow-done" style={{ width: `${100 * done}%` }} />
              </button>
            </li>
          );
        })}
      </ol>
      <Tooltip title={t('follow.nextKey')}>
        <Button
          aria-label={t('follow.nextStep')}
          icon={<RightOutlined />}
          onClick={() => show.step(1)}
        />
      </Tooltip>
    </section>
  );
}
