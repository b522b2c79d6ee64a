import type { FanLayout } from '../../charts/fan';
import { COLOURS } from '../theme';
import { Axes } from './Axes';
import { ChartSvg } from './ChartSvg';
import { LevelLine, LevelText } from './marks';

/** A laid-out fan as SVG. */
export function FanChart(props: {
  readonly layout: FanLayout;
  readonly label: string;
  readonly unit: string;
  readonly formatX: (valueS: number) => string;
  readonly formatY: (value: number) => string;
  /** What a half hour says when pointed at. */
  readonly describe: (index: number) => string;
}) {
  const { layout } = props;
  const { plot, before, target, other } = layout;
  return (
    <ChartSvg width={layout.width} height={layout.height} label={props.label}>
      <Axes
        layout={layout}
        formatX={props.formatX}
        formatY={props.formatY}
        xTitle={null}
        yTitle={props.unit}
      />
      {before && <path d={before.outer} fill={COLOURS.quiet} fillOpacity={0.1} />}
      <path d={layout.outer} fill={COLOURS.accent} fillOpacity={0.16} />
      <path d={layout.inner} fill={COLOURS.accent} fillOpacity={0.26} />
      {target !== null && <LevelLine level={target} plot={plot} />}
      {before && (
        <path
          d={before.median}
          fill="none"
          stroke={COLOURS.quiet}
          strokeWidth={1.6}
          strokeDasharray="5 4"
        />
      )}
      <path d={layout.median} fill="none" stroke={COLOURS.accent} strokeWidth={2} />
      {other && (
        <>
          <path
            d={other.bounds}
            fill="none"
            stroke={COLOURS.serving}
            strokeWidth={1}
            strokeDasharray="2 3"
          />
          <path d={other.line} fill="none" stroke={COLOURS.serving} strokeWidth={2} />
        </>
      )}
      {target !== null && <LevelText level={target} />}
      {layout.hits.map(({ x, width, index }) => (
        <rect
          key={index}
          className="hit"
          x={x}
          y={plot.y1}
          width={width}
          height={plot.y0 - plot.y1}
        >
          <title>{props.describe(index)}</title>
        </rect>
      ))}
    </ChartSvg>
  );
}
