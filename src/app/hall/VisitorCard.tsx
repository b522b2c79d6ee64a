import { VideoCameraOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { Scenario } from '../../scenarios/scenario';
import { inLanguage } from '../../scenarios/text';
import { ACTIVITY_COLOURS } from '../../scene/palette';
import type { StoryStep, Timeline } from '../../sim/hall/timeline';
import { useClockTime, useTwin, useTwinState } from '../context';
import { clockTime, minuteSecond } from '../format';
import { originKey, reasonKey } from './activity';
import { Card, Facts } from './Card';
import { stepText } from './step-text';
import { visitorAt } from './visitor';

/** One visitor: who they are, what they do, and their way through the hall to jump about in. */
export function VisitorCard(props: {
  readonly visitor: number;
  readonly timeline: Timeline;
  readonly scenario: Scenario;
  readonly plan: FloorPlan;
}) {
  const { visitor, timeline, scenario, plan } = props;
  const { t } = useTranslation();
  const { clock, show } = useTwin();
  const language = useTwinState((state) => state.language);
  useClockTime(1e6);
  const now = visitorAt(timeline, visitor, clock.timeUs());
  const step = now.story[now.present];
  const visitorClass = scenario.classes[timeline.classIndex(visitor)];
  const group = timeline.record.header.mobility[timeline.mobility(visitor)];
  const ticket = timeline.ticket(visitor);
  const told = (s: StoryStep) => stepText(s, timeline, plan, t);
  const reason = timeline.leaveReason(visitor);
  const gone = now.present >= 0 && now.present >= now.story.length;
  const companion = timeline.companionOf(visitor) >= 0;
  const doing = now.present < 0 ? t('visitor.notYet') : step ? told(step) : t('visitor.left');
  const noTicket = t(companion ? 'visitor.titleCompanion' : 'visitor.titleNoTicket');
  const title = ticket === '' ? noTicket : t('visitor.title', { ticket });
  const list = useRef<HTMLOListElement>(null);
  // The present step is kept in sight without moving anything but the list.
  useEffect(() => {
    const item = list.current?.children[now.present];
    if (list.current && item instanceof HTMLElement)
      list.current.scrollTop = item.offsetTop - list.current.offsetTop - 60;
  }, [now.present]);
  return (
    <Card title={title}>
      <Facts
        rows={[
          [t('visitor.class'), visitorClass ? inLanguage(visitorClass.name, language) : '—'],
          [t('visitor.mobility'), group === undefined ? '—' : t(`mobility.${group}`)],
          [
            t('visitor.origin'),
            t(companion ? 'origin.companion' : originKey(timeline.origin(visitor))),
          ],
          [t('visitor.now'), doing],
          ...(gone && reason !== null ? [[t('visitor.ended'), t(reasonKey(reason))] as const] : []),
          [t('visitor.waited'), t('visitor.minSec', { time: minuteSecond(now.waitedUs) })],
          [t('visitor.inside'), t('visitor.minSec', { time: minuteSecond(now.insideUs) })],
        ]}
      />
      <Button icon={<VideoCameraOutlined />} onClick={show.follow}>
        {t('follow.start')}
      </Button>
      <ol ref={list} className="story" aria-label={t('visitor.story')}>
        {now.story.map((s, i) => (
          <li key={`${s.startUs} ${s.activity}`}>
            <button
              type="button"
              className={i === now.present ? 'present' : i < now.present ? 'past' : undefined}
              onClick={() => clock.seek(s.startUs)}
            >
              <i style={{ background: ACTIVITY_COLOURS[s.activity] }} />
              <span className="figure">{clockTime(s.startUs)}</span>
              <span>{told(s)}</span>
              <span className="figure quiet">{minuteSecond(s.endUs - s.startUs)}</span>
            </button>
          </li>
        ))}
      </ol>
    </Card>
  );
}
