import { useTranslation } from 'react-i18next';
import type { Span, WindowDay } from '../../coverage/day/day-coverage';
import { clockText } from '../../report/day-coverage-words';

/** A window's day from left to right: open and clear, open and lost. A click goes to that time. */
export function DayStrip(props: {
  readonly window: Pick<WindowDay, 'id' | 'open' | 'lost'>;
  readonly fromS: number;
  readonly toS: number;
  readonly onPick: (timeS: number) => void;
}) {
  const { window, fromS, toS, onPick } = props;
  const { t } = useTranslation();
  const bars = (spans: readonly Span[], kind: string, leastS: number) =>
    spans.map(([from, to]) => (
      <rect
        key={`${kind} ${from}`}
        className={kind}
        x={from - fromS}
        y={0}
        width={Math.max(to - from, leastS)}
        height={1}
      />
    ));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the worst minute has a button of its own
    <svg
      className="day-strip"
      viewBox={`0 0 ${toS - fromS} 1`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('cameras.day.stripOf', {
        id: window.id,
        from: clockText(fromS),
        to: clockText(toS),
      })}
      onClick={(event) => {
        const { left, width } = event.currentTarget.getBoundingClientRect();
        onPick(Math.round(fromS + ((event.clientX - left) / width) * (toS - fromS)));
      }}
    >
      <title>{`${clockText(fromS)}–${clockText(toS)}`}</title>
      {bars(window.open, 'open', 0)}
      {/* A lost second has to be seen as well: half a pixel at least. */}
      {bars(window.lost, 'lost', (toS - fromS) / 400)}
    </svg>
  );
}
