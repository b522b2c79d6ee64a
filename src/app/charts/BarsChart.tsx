import type { Bar, BarsLayout, BarsRow } from '../../charts/bars';
import type { Measure } from '../../sim/experiments/report';
import { COLOURS } from '../theme';
import { ChartLegend } from './ChartLegend';
import { ChartSvg } from './ChartSvg';
import { Badge } from './marks';

/** Laid-out bars as SVG. */
export function BarsChart(props: {
  readonly layout: BarsLayout;
  readonly label: string;
  readonly formatX: (share: number) => string;
  readonly figureOf: (measure: Measure) => string;
  /** Stands in place of a bar where the window is not there. */
  readonly missing: string;
  readonly describe: (row: BarsRow, bar: Bar) => string;
}) {
  const { layout } = props;
  const { plot, styles, legend } = layout;
  return (
    <ChartSvg width={layout.width} height={layout.height} label={props.label}>
      <ChartLegend
        layout={legend}
        symbol={(id) => (
          <>
            <rect x={17} y={-5} width={12} height={10} fill={styles[id]!.colour} />
            <Badge x={8} y={0} style={styles[id]!} />
          </>
        )}
      />
      {layout.xTicks.map((tick) => (
        <g key={tick.value}>
          <line x1={tick.at} x2={tick.at} y1={plot.y1} y2={plot.y0} stroke={COLOURS.faint} />
          <text className="axis-text" x={tick.at} y={plot.y0 + 13} textAnchor="middle">
            {props.formatX(tick.value)}
          </text>
        </g>
      ))}
      {layout.rows.map((row) => (
        <g key={row.id}>
          <text className="bar-text" x={2} y={row.y + row.height / 2 + 4}>
            {row.text}
            {row.text !== row.name && <title>{row.name}</title>}
          </text>
          {row.bars.map((bar) => {
            const base = bar.y + bar.height / 2 + 3.5;
            return (
              <g key={bar.variantId}>
                <title>{props.describe(row, bar)}</title>
                {legend.entries.length > 0 && (
                  <text className="chart-letter" x={plot.x0 - 5} y={base} textAnchor="end">
                    {bar.style.letter}
                  </text>
                )}
                {bar.measure === null ? (
                  <line
                    x1={plot.x0}
                    x2={plot.x0}
                    y1={bar.y}
                    y2={bar.y + bar.height}
                    stroke={bar.style.colour}
                    strokeWidth={1.5}
                    strokeDasharray="2 2"
                  />
                ) : (
                  <rect
                    x={plot.x0}
                    y={bar.y}
                    width={bar.width}
                    height={bar.height}
                    fill={bar.style.colour}
                    fillOpacity={0.82}
                  />
                )}
                <path d={bar.whisker} stroke="#fff" strokeWidth={3} fill="none" opacity={0.7} />
                <path d={bar.whisker} className="chart-whisker" />
                <text className="chart-note" x={bar.figureX} y={base}>
                  {bar.measure === null ? props.missing : props.figureOf(bar.measure)}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </ChartSvg>
  );
}
