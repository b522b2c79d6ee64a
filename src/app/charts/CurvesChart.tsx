import type { ReactNode } from 'react';
import type { CurvesHit, CurvesLayout } from '../../charts/curves';
import { Axes } from './Axes';
import { ChartLegend } from './ChartLegend';
import { ChartSvg } from './ChartSvg';
import { Badge, LevelLine, LevelText, LineSample } from './marks';

/** Laid-out curves as SVG: who is who stands above, and by letter at the end of each line. */
export function CurvesChart(props: {
  readonly layout: CurvesLayout;
  readonly label: string;
  readonly unit: string;
  readonly formatX: (valueS: number) => string;
  readonly formatY: (value: number) => string;
  /** What a bin says when pointed at; lines are separated by "\n". */
  readonly describe: (hit: CurvesHit) => string;
  /** Drawn over the plot: the time cursor. */
  readonly children?: ReactNode;
}) {
  const { layout } = props;
  const { plot, curves, target } = layout;
  const styleOf = (id: string) => curves.find((curve) => curve.id === id)!.style;
  return (
    <ChartSvg width={layout.width} height={layout.height} label={props.label}>
      <ChartLegend layout={layout.legend} symbol={(id) => <LineSample style={styleOf(id)} />} />
      <Axes
        layout={layout}
        formatX={props.formatX}
        formatY={props.formatY}
        xTitle={null}
        yTitle={props.unit}
      />
      {curves.map(({ id, band, style }) => (
        <path
          key={id}
          d={band}
          fill={style.colour}
          fillOpacity={curves.length > 4 ? 0.08 : curves.length > 1 ? 0.13 : 0.18}
        />
      ))}
      {target !== null && <LevelLine level={target} plot={plot} />}
      {curves.map(({ id, line, style, end }) => (
        <g key={id}>
          <path
            d={line}
            fill="none"
            stroke={style.colour}
            strokeWidth={1.9}
            strokeDasharray={style.dash || undefined}
          />
          {end !== null && (
            <>
              <line
                x1={end.fromX}
                y1={end.fromY}
                x2={end.x - 7}
                y2={end.y}
                stroke={style.colour}
                strokeWidth={0.8}
              />
              <Badge x={end.x} y={end.y} style={style} />
            </>
          )}
        </g>
      ))}
      {target !== null && <LevelText level={target} />}
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
    </ChartSvg>
  );
}
