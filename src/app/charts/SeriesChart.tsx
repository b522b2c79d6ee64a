import type { ReactNode } from 'react';
import { COLOURS } from '../theme';
import type { SeriesLayout } from './series';

/** A laid-out series as SVG. Texts come ready made, so that the picture knows no language. */
export function SeriesChart(props: {
  readonly layout: SeriesLayout;
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly unit: string;
  readonly formatX: (valueS: number) => string;
  readonly formatY: (value: number) => string;
  readonly targetLabel: string | null;
  readonly describe: (hit: SeriesLayout['hits'][number]) => string;
  /** Drawn over the plot: the time cursor. */
  readonly children?: ReactNode;
}) {
  const { layout, width, height } = props;
  const { plot } = layout;
  return (
    <svg
      className="chart"
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <text className="axis-text" x={plot.x0 - 6} y={plot.y1 - 8} textAnchor="end">
        {props.unit}
      </text>
      {layout.yTicks.map((tick) => (
        <g key={tick.value}>
          <line x1={plot.x0} x2={plot.x1} y1={tick.at} y2={tick.at} stroke={COLOURS.faint} />
          <text className="axis-text" x={plot.x0 - 6} y={tick.at + 3.5} textAnchor="end">
            {props.formatY(tick.value)}
          </text>
        </g>
      ))}
      {layout.xTicks.map((tick) => (
        <text
          key={tick.value}
          className="axis-text"
          x={tick.at}
          y={plot.y0 + 14}
          textAnchor="middle"
        >
          {props.formatX(tick.value)}
        </text>
      ))}
      <path d={layout.band} fill={COLOURS.band} />
      <path d={layout.line} fill="none" stroke={COLOURS.accent} strokeWidth={1.8} />
      {layout.targetY !== null && (
        <>
          <line
            x1={plot.x0}
            x2={plot.x1}
            y1={layout.targetY}
            y2={layout.targetY}
            stroke={COLOURS.target}
            strokeDasharray="5 4"
          />
          <text
            className="axis-text"
            x={plot.x1}
            y={layout.targetY - 4}
            textAnchor="end"
            style={{ fill: COLOURS.target }}
          >
            {props.targetLabel}
          </text>
        </>
      )}
      {props.children}
      {layout.hits.map((hit) => (
        <rect
          key={hit.fromS}
          className="hit"
          x={hit.x}
          y={plot.y1}
          width={hit.width}
          height={plot.y0 - plot.y1}
        >
          <title>{props.describe(hit)}</title>
        </rect>
      ))}
    </svg>
  );
}
