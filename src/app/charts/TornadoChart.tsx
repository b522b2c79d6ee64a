import { END_COLOURS } from '../../charts/colours';
import { clamp } from '../../charts/frame';
import { fitted, textWidth } from '../../charts/text';
import type { TornadoLayout, TornadoRow } from '../../charts/tornado';
import { COLOURS } from '../theme';
import { ChartSvg } from './ChartSvg';

/** Laid-out assumptions as SVG: the low end light, the high end dark. */
export function TornadoChart(props: {
  readonly layout: TornadoLayout;
  readonly label: string;
  readonly xTitle: string;
  readonly formatX: (value: number) => string;
  readonly baseLabel: string;
  /** Heads the column at the right. */
  readonly noteTitle: string | null;
  readonly describe: (row: TornadoRow) => string;
}) {
  const { layout } = props;
  const { plot, baseX } = layout;
  const half = textWidth(props.baseLabel, 11) / 2;
  return (
    <ChartSvg width={layout.width} height={layout.height} label={props.label}>
      {props.noteTitle !== null && layout.noteWidth > 0 && (
        <text className="axis-text" x={layout.noteX} y={plot.y1 - 7}>
          {fitted(props.noteTitle, layout.noteWidth, 11)}
        </text>
      )}
      {layout.xTicks.map((tick) => (
        <g key={tick.value}>
          <line x1={tick.at} x2={tick.at} y1={plot.y1} y2={plot.y0} stroke={COLOURS.faint} />
          <text className="axis-text" x={tick.at} y={plot.y0 + 13} textAnchor="middle">
            {props.formatX(tick.value)}
          </text>
        </g>
      ))}
      <text className="axis-text" x={plot.x1} y={plot.y0 + 28} textAnchor="end">
        {fitted(props.xTitle, plot.x1, 11)}
      </text>
      {layout.rows.map((row) => (
        <g key={row.id}>
          <title>{props.describe(row)}</title>
          <text className="bar-text" x={2} y={row.y + row.height / 2 + 4}>
            {row.text}
          </text>
          {row.ends.map((end) => (
            <g key={end.end}>
              <rect
                x={end.x}
                y={end.y}
                width={end.width}
                height={end.height}
                fill={END_COLOURS[end.end]}
                stroke={END_COLOURS.high}
                strokeWidth={0.8}
              />
              <path d={end.whisker} stroke="#fff" strokeWidth={3} fill="none" opacity={0.7} />
              <path d={end.whisker} className="chart-whisker" />
              <text
                className="chart-note"
                x={end.label.x}
                y={end.y + end.height / 2 + 4}
                textAnchor={end.label.anchor}
              >
                {end.label.text}
              </text>
            </g>
          ))}
          <text className="bar-text" x={layout.noteX} y={row.y + row.height / 2 + 4}>
            {row.noteText}
          </text>
        </g>
      ))}
      <line
        x1={baseX}
        x2={baseX}
        y1={plot.y1 - 3}
        y2={plot.y0}
        stroke={COLOURS.ink}
        strokeWidth={1.4}
      />
      <text
        className="chart-note"
        x={clamp(baseX, plot.x0 + half, plot.x1 - half)}
        y={plot.y1 - 7}
        textAnchor="middle"
      >
        {props.baseLabel}
      </text>
    </ChartSvg>
  );
}
