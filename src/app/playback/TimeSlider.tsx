import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sparklinePath } from '../../charts/sparkline';
import { subscribeCalmly, useTwin, useTwinState } from '../context';
import { clockTime, hourMinute } from '../format';
import { evenTimes, sessionsOf } from './day';

const WIDTH = 1000;
const HEIGHT = 40;
const SAMPLES = 500;
const HOUR_US = 3600e6;

/** The day as a strip: who waited when, the sessions, and a slider that goes both ways. */
export function TimeSlider() {
  const { t } = useTranslation();
  const { clock } = useTwin();
  const timeline = useTwinState((state) => state.day.timeline);
  const question = useTwinState((state) => state.day.answers);
  const [hover, setHover] = useState<number | null>(null);
  const { startUs, endUs } = clock;
  const span = Math.max(1, endUs - startUs);
  const share = (timeUs: number) => (timeUs - startUs) / span;
  const curve = useMemo(
    () =>
      timeline ? evenTimes(startUs, endUs, SAMPLES).map((timeUs) => timeline.waiting(timeUs)) : [],
    [timeline, startUs, endUs],
  );
  const sessions = question ? sessionsOf(question.scenario) : [];
  const hours: number[] = [];
  for (let h = Math.ceil(startUs / HOUR_US); timeline && h * HOUR_US <= endUs; h++)
    hours.push(h * HOUR_US);

  return (
    <div className="time-slider">
      <div
        className="time-track"
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          setHover(startUs + (span * (event.clientX - box.left)) / box.width);
        }}
        onPointerLeave={() => setHover(null)}
      >
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {timeline &&
            sessions.map((session) => (
              <rect
                key={session.fromUs}
                className="session"
                x={share(session.fromUs) * WIDTH}
                width={(share(session.toUs) - share(session.fromUs)) * WIDTH}
                height={HEIGHT}
              />
            ))}
          <path className="waiting-curve" d={sparklinePath(curve, WIDTH, HEIGHT)} />
        </svg>
        <Slider />
        {timeline &&
          sessions.slice(1).map((session, i) => (
            <span
              key={session.fromUs}
              className="time-break"
              style={{ left: `${50 * (share(sessions[i]!.toUs) + share(session.fromUs))}%` }}
            >
              {t('transport.break')}
            </span>
          ))}
        {hover !== null && timeline && (
          <span className="time-hover" style={{ left: `${share(hover) * 100}%` }}>
            {t('transport.hover', {
              time: clockTime(hover).slice(0, 5),
              waiting: timeline.waiting(hover),
            })}
          </span>
        )}
      </div>
      <div className="time-hours" aria-hidden="true">
        {hours.map((timeUs) => (
          <span key={timeUs} style={{ left: `${share(timeUs) * 100}%` }}>
            {hourMinute(timeUs / 1e6)}
          </span>
        ))}
      </div>
      <span className="time-caption quiet">{t('transport.curve')}</span>
    </div>
  );
}

/** The range itself follows the clock without React. */
function Slider() {
  const { t } = useTranslation();
  const { clock } = useTwin();
  const ready = useTwinState((state) => state.day.timeline !== null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const follow = () => {
      const range = input.current;
      if (!range) return;
      range.min = String(clock.startUs);
      range.max = String(clock.endUs);
      range.value = String(clock.timeUs());
      range.setAttribute('aria-valuetext', clockTime(clock.timeUs()));
    };
    follow();
    return subscribeCalmly(clock)(follow);
  }, [clock]);
  return (
    <input
      ref={input}
      type="range"
      data-time-slider=""
      aria-label={t('transport.slider')}
      step="any"
      defaultValue={0}
      disabled={!ready}
      onChange={(event) => clock.seek(Number(event.target.value))}
    />
  );
}
