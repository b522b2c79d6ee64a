import { clamp, type Framed } from '../../charts/frame';
import { fitted, textWidth } from '../../charts/text';
import { COLOURS } from '../theme';

/** Grid lines with their values, times or counts below, and what both are. */
export function Axes(props: {
  readonly layout: Framed;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  readonly xTitle: string | null;
  readonly yTitle: string | null;
}) {
  const { layout, formatX, formatY, xTitle, yTitle } = props;
  const { plot, width } = layout;
  return (
    <>
      {yTitle !== null && (
        <text className="axis-text" x={2} y={plot.y1 - 11}>
          {fitted(yTitle, width - 4, 11)}
        </text>
      )}
      {layout.yTicks.map((tick) => (
        <g key={tick.value}>
          <line x1={plot.x0} x2={plot.x1} y1={tick.at} y2={tick.at} stroke={COLOURS.faint} />
          <text className="axis-text" x={plot.x0 - 6} y={tick.at + 3.5} textAnchor="end">
            {formatY(tick.value)}
          </text>
        </g>
      ))}
      {layout.xTicks.map((tick) => {
        const text = formatX(tick.value);
        const half = textWidth(text, 11) / 2;
        return (
          <g key={tick.value}>
            <line
              x1={tick.at}
              x2={tick.at}
              y1={plot.y0}
              y2={plot.y0 + 3}
              stroke={COLOURS.quiet}
              strokeWidth={0.7}
            />
            <text
              className="axis-text"
              x={clamp(tick.at, half, width - half)}
              y={plot.y0 + 14}
              textAnchor="middle"
            >
              {text}
            </text>
          </g>
        );
      })}
      {xTitle !== null && (
        <text className="axis-text" x={plot.x1} y={plot.y0 + 29} textAnchor="end">
          {fitted(xTitle, plot.x1, 11)}
        </text>
      )}
    </>
  );
}
