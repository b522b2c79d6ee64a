import { CaretRightFilled, PauseOutlined, StepBackwardOutlined } from '@ant-design/icons';
import { Button, Segmented, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClockTime, usePlayback, useTwin, useTwinState } from '../context';
import { clockTime } from '../format';
import { SPEEDS } from './clock';
import { TimeSlider } from './TimeSlider';

/** Play, pause, speed, the simulated time, and the day to move about in. */
export function TransportBar() {
  const { t } = useTranslation();
  const { clock } = useTwin();
  const timeline = useTwinState((state) => state.day.timeline);
  const { playing, speed } = usePlayback();
  const idle = timeline === null;
  return (
    <section className="transport" aria-label={t('transport.region')}>
      <div className="transport-buttons">
        <Tooltip title={t('transport.toStart')}>
          <Button
            aria-label={t('transport.toStart')}
            icon={<StepBackwardOutlined />}
            disabled={idle}
            onClick={() => clock.seek(clock.startUs)}
          />
        </Tooltip>
        <Tooltip title={t(playing ? 'transport.pauseKey' : 'transport.playKey')}>
          <Button
            type="primary"
            size="middle"
            aria-label={t(playing ? 'transport.pause' : 'transport.play')}
            icon={playing ? <PauseOutlined /> : <CaretRightFilled />}
            disabled={idle}
            onClick={() => clock.toggle()}
          />
        </Tooltip>
        <DateText />
        <ClockText />
        <People />
        <span className="spacer" />
        <span className="quiet">{t('transport.speed')}</span>
        <Segmented<number>
          aria-label={t('transport.speed')}
          value={speed}
          onChange={(next) => clock.setSpeed(next)}
          options={SPEEDS.map((value) => ({ value, label: `${value}×` }))}
        />
      </div>
      <TimeSlider />
    </section>
  );
}

/** Which day it is, of a scenario that says so. */
function DateText() {
  const { t } = useTranslation();
  const date = useTwinState((state) => state.day.timeline?.record.header.dates[0]);
  return date ? <time title={t('transport.date')}>{date}</time> : null;
}

function ClockText() {
  const { t } = useTranslation();
  const timeUs = useClockTime(1e6);
  return (
    <time className="clock" title={t('transport.clock')}>
      {clockTime(timeUs)}
    </time>
  );
}

/** How many are in the hall and how many of them wait, at the time shown. */
function People() {
  const { t } = useTranslation();
  const { clock } = useTwin();
  const timeline = useTwinState((state) => state.day.timeline);
  useClockTime(1e6);
  if (!timeline) return null;
  return (
    <span className="quiet">
      {t('transport.people', {
        inside: timeline.inside(clock.timeUs()),
        waiting: timeline.waiting(clock.timeUs()),
      })}
    </span>
  );
}
