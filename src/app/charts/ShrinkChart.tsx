import { STATE_COLOURS } from '../../charts/colours';
import type { ShrinkLayout } from '../../charts/shrink';
import { fitted } from '../../charts/text';
import { COLOURS } from '../theme';
import { ChartSvg } from './ChartSvg';
import { StateMark } from './marks';

/** A laid-out interval as SVG, with how wide it is and after how many replications at the right. */
export function ShrinkChart(props: {
  readonly layout: ShrinkLayout;
  readonly label: string;
  readonly figure: string;
  readonly note: string;
}) {
  const { layout } = props;
  const { plot, last, target, width } = layout;
  const room = width - plot.x1 - 10;
  const middle = (plot.y0 + plot.y1) / 2;
  const colour = layout.reached ? STATE_COLOURS.meets : COLOURS.accent;
  return (
    <ChartSvg width={width} height={layout.height} label={props.label}>
      <path d={layout.band} fill={colour} fillOpacity={0.2} />
      {target !== null &&
        [target.y, target.y + target.height].map((y, edge) => (
          <line
            key={edge === 0 ? 'upper' : 'lower'}
            x1={plot.x0}
            x2={plot.x1}
            y1={y}
            y2={y}
            stroke={COLOURS.target}
            strokeDasharray="4 3"
          />
        ))}
      <path d={layout.line} fill="none" stroke={colour} strokeWidth={1.6} />
      {last !== null && (
        <>
          <path d={last.whisker} className="chart-whisker" />
          <StateMark state={layout.reached ? 'meets' : 'undecided'} x={last.x} y={last.y} r={3.6} />
        </>
      )}
      <text className="bar-text" x={plot.x1 + 8} y={middle - 1}>
        {fitted(props.figure, room)}
      </text>
      <text className="axis-text" x={plot.x1 + 8} y={middle + 14}>
        {fitted(props.note, room, 11)}
      </text>
    </ChartSvg>
  );
}
