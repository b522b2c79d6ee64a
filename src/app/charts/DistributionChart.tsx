import type { DistributionCurve, DistributionLayout } from '../../charts/distribution';
import { fitted } from '../../charts/text';
import { Axes } from './Axes';
import { ChartLegend } from './ChartLegend';
import { ChartSvg } from './ChartSvg';
import { Badge, LevelLine, LevelText, LineSample, TargetLine } from './marks';

/** Laid-out distributions as SVG, with a dot where each meets the target. */
export function DistributionChart(props: {
  readonly layout: DistributionLayout;
  readonly label: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly formatX: (minutes: number) => string;
  readonly formatY: (share: number) => string;
  readonly describe: (curve: DistributionCurve) => string;
}) {
  const { layout } = props;
  const { plot, curves, target, promised } = layout;
  const styleOf = (id: string) => curves.find((curve) => curve.id === id)!.style;
  return (
    <ChartSvg width={layout.width} height={layout.height} label={props.label}>
      <ChartLegend layout={layout.legend} symbol={(id) => <LineSample style={styleOf(id)} />} />
      <text className="axis-text" x={2} y={layout.titleY}>
        {fitted(props.yTitle, layout.width - 4, 11)}
      </text>
      <Axes
        layout={layout}
        formatX={props.formatX}
        formatY={props.formatY}
        xTitle={props.xTitle}
        yTitle={null}
      />
      {curves.map(({ id, band, style }) => (
        <path key={id} d={band} fill={style.colour} fillOpacity={curves.length > 4 ? 0.09 : 0.15} />
      ))}
      {promised !== null && <LevelLine level={promised} plot={plot} />}
      {target !== null && <TargetLine x1={target.x} x2={target.x} y1={plot.y1} y2={plot.y0} />}
      {curves.map((curve) => {
        const { id, line, style, letter } = curve;
        return (
          <g key={id}>
            <title>{props.describe(curve)}</title>
            {letter !== null && (
              <line
                x1={letter.fromX}
                y1={letter.fromY}
                x2={letter.x}
                y2={letter.y + 7}
                stroke={style.colour}
                strokeWidth={0.8}
              />
            )}
            <path
              d={line}
              fill="none"
              stroke={style.colour}
              strokeWidth={1.9}
              strokeDasharray={style.dash || undefined}
            />
            {letter !== null && <Badge x={letter.x} y={letter.y} style={style} />}
          </g>
        );
      })}
      {curves.map(
        ({ id, crossing, style }) =>
          crossing !== null && (
            <circle
              key={id}
              cx={crossing.x}
              cy={crossing.y}
              r={3.2}
              fill={style.colour}
              stroke="#fff"
            />
          ),
      )}
      {target !== null && (
        <text
          className="chart-note target"
          x={target.label.x}
          y={plot.y0 - 6}
          textAnchor={target.label.anchor}
        >
          {target.label.text}
        </text>
      )}
      {promised !== null && <LevelText level={promised} />}
    </ChartSvg>
  );
}
