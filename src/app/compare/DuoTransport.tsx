import { CaretRightFilled, PauseOutlined, StepBackwardOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { variantStyle } from '../../charts/colours';
import { largestDifference } from '../../sim/story/difference';
import { subscribeCalmly } from '../context';
import { clockTime, hourMinute } from '../format';
import { type PlaybackClock, SPEEDS } from '../playback/clock';
import { evenTimes } from '../playback/day';
import type { DuoState } from './duo';
import { useTime } from './hooks';

type Days = NonNullable<DuoState['days']>;

const MINUTE_US = 60e6;
const HOUR_US = 3600e6;

/** Plays both days at once. */
export function DuoTransport(props: {
  readonly days: Days;
  readonly clock: PlaybackClock;
  /** Places of the two variants. */
  readonly places: readonly number[];
}) {
  const { clock } = props;
  const { t } = useTranslation();
  const playing = useSyncExternalStore(clock.subscribe, clock.playing);
  const speed = useSyncExternalStore(clock.subscribe, () => clock.speed);
  return (
    <section className="transport compare-transport" aria-label={t('transport.region')}>
      <div className="transport-buttons">
        <Button
          aria-label={t('transport.toStart')}
          title={t('transport.toStart')}
          icon={<StepBackwardOutlined />}
          onClick={() => clock.seek(clock.startUs)}
        />
        <Button onClick={() => clock.seekBy(-MINUTE_US)}>{t('compare.duo.back')}</Button>
        <Button
          type="primary"
          size="middle"
          icon={playing ? <PauseOutlined /> : <CaretRightFilled />}
          onClick={() => clock.toggle()}
        >
          {t(playing ? 'transport.pause' : 'compare.duo.play')}
        </Button>
        <Button onClick={() => clock.seekBy(MINUTE_US)}>{t('compare.duo.forth')}</Button>
        <DuoClock clock={clock} />
        <span className="spacer" />
        <span className="quiet">{t('transport.speed')}</span>
        <Segmented<number>
          aria-label={t('transport.speed')}
          value={speed}
          onChange={(next) => clock.setSpeed(next)}
          options={SPEEDS.map((value) => ({ value, label: `${value}×` }))}
        />
      </div>
      <DuoSlider {...props} />
    </section>
  );
}

/** To where the two days differ most. */
export function LargestDifference(props: {
  readonly days: Days;
  readonly clock: PlaybackClock;
  readonly places: readonly number[];
}) {
  const { days, clock, places } = props;
  const { t } = useTranslation();
  const largest = useMemo(() => largestDifference(days[0].timeline, days[1].timeline), [days]);
  const letters = places.map((place) => variantStyle(place).letter);
  if (!largest) return <span className="quiet">{t('compare.duo.alike')}</span>;
  const { timeUs, difference } = largest;
  const jump = () => {
    clock.pause();
    clock.seek(timeUs);
  };
  return (
    <>
      <Button onClick={jump}>{t('compare.duo.jump')}</Button>
      <span className="quiet">
        {t('compare.duo.largest', {
          time: clockTime(timeUs).slice(0, 5),
          count: Math.abs(difference),
          more: letters[difference > 0 ? 1 : 0],
          fewer: letters[difference > 0 ? 0 : 1],
        })}
      </span>
    </>
  );
}

function DuoClock({ clock }: { readonly clock: PlaybackClock }) {
  const { t } = useTranslation();
  return (
    <time className="clock" title={t('transport.clock')}>
      {clockTime(useTime(clock))}
    </time>
  );
}

const WIDTH = 1000;
const HEIGHT = 40;
const SAMPLES = 400;

/** The two days as lines of the people waiting, and a slider over them. */
function DuoSlider(props: {
  readonly days: Days;
  readonly clock: PlaybackClock;
  readonly places: readonly number[];
}) {
  const { days, clock, places } = props;
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { startUs, endUs } = clock;
  const paths = useMemo(() => {
    const times = evenTimes(startUs, endUs, SAMPLES);
    const counts = days.map(({ timeline }) => times.map((timeUs) => timeline.waiting(timeUs)));
    const most = Math.max(1, ...counts.flat());
    return counts.map((line) =>
      line
        .map((n, i) => {
          const x = (i / (SAMPLES - 1)) * WIDTH;
          const y = HEIGHT - 1 - (n / most) * (HEIGHT - 4);
          return `${i === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`;
        })
        .join(''),
    );
  }, [days, startUs, endUs]);
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
  const span = Math.max(1, endUs - startUs);
  const hours: number[] = [];
  for (let h = Math.ceil(startUs / HOUR_US); h * HOUR_US <= endUs; h++) hours.push(h * HOUR_US);
  return (
    <div className="time-slider">
      <div className="time-track">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {paths.map((path, side) => {
            const { colour, dash } = variantStyle(places[side]!);
            return (
              <path
                // biome-ignore lint/suspicious/noArrayIndexKey: left and right
                key={side}
                d={path}
                fill="none"
                stroke={colour}
                strokeWidth={1.6}
                strokeDasharray={dash}
                vectorEffect="non-scaling-stroke"
              />
            );
          })}
        </svg>
        <input
          ref={input}
          type="range"
          aria-label={t('transport.slider')}
          step="any"
          defaultValue={0}
          onChange={(event) => clock.seek(Number(event.target.value))}
        />
      </div>
      <div className="time-hours" aria-hidden="true">
        {hours.map((timeUs) => (
          <span key={timeUs} style={{ left: `${((timeUs - startUs) / span) * 100}%` }}>
            {hourMinute(timeUs / 1e6)}
          </span>
        ))}
      </div>
      <span className="time-caption quiet">{t('compare.duo.curves')}</span>
    </div>
  );
}
