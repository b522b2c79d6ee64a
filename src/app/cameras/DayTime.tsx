import { Slider } from 'antd';
import { useTranslation } from 'react-i18next';
import { clockText } from '../../report/day-coverage-words';
import { useClockTime, useTwin, useTwinState } from '../context';

/** The instant of the day that plan and picture show, to be moved by hand. */
export function DayTime() {
  const { t } = useTranslation();
  const { clock } = useTwin();
  const timeline = useTwinState((state) => state.day.timeline);
  const timeUs = useClockTime(1e6);
  if (!timeline) return null;
  return (
    <div className="day-time">
      <span className="clock">{clockText(timeUs / 1e6)}</span>
      <Slider
        ariaLabelForHandle={t('cameras.day.time')}
        min={Math.floor(timeline.startUs / 1e6)}
        max={Math.ceil(timeline.endUs / 1e6)}
        value={Math.floor(timeUs / 1e6)}
        tooltip={{ formatter: (value) => clockText(value ?? 0) }}
        onChange={(value) => {
          clock.pause();
          clock.seek(value * 1e6);
        }}
      />
    </div>
  );
}
