import { STATES } from '../../charts/colours';
import type { FrontierLayout, FrontierPoint } from '../../charts/frontier';
import { Axes } from './Axes';
import { ChartLegend } from './ChartLegend';
import { ChartSvg } from './ChartSvg';
import { Badge, LevelLine, LevelText, StateMark } from './marks';
import { pickable } from './pickable';

/** Laid-out designs as SVG. */
export function FrontierChart(props: {
  readonly layout: FrontierLayout;
  readonly label: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly formatX: (staff: number) => string;
  readonly formatY: (value: number) => string;
  readonly describe: (point: FrontierPoint) => string;
  /** null: nothing can be picked. */
  readonly onPick: ((id: string) => void) | null;
}) {
  const { layout, onPick } = props;
  const { plot, groups, points, promise, recommended } = layout;
  return (
    <ChartSvg
      width={layout.width}
      height={layout.height}
      label={props.label}
      interactive={onPick !== null}
    >
      <ChartLegend
        layout={layout.legend}
        symbol={(key) => {
          const state = STATES.find((one) => one === key);
          if (state) return <StateMark state={state} x={8} y={0} r={5} />;
          const group = groups.find(({ id }) => `group ${id}` === key)!;
          return <Badge x={8} y={0} style={group.style} />;
        }}
      />
      <Axes
        layout={layout}
        formatX={props.formatX}
        formatY={props.formatY}
        xTitle={props.xTitle}
        yTitle={props.yTitle}
      />
      {promise !== null && <LevelLine level={promise} plot={plot} />}
      {groups.map(({ id, line, style, end }) => (
        <g key={id}>
          <path
            d={line}
            fill="none"
            stroke={style.colour}
            strokeWidth={1}
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
                strokeWidth={0.6}
              />
              <Badge x={end.x} y={end.y} style={style} />
            </>
          )}
        </g>
      ))}
      {points.map((point) => (
        <path key={point.id} d={point.whisker} className="chart-whisker quiet" />
      ))}
      {recommended !== null && (
        <g fill="none" stroke="#1d2b36">
          <path d={recommended.leader} strokeWidth={1} />
          <circle cx={recommended.x} cy={recommended.y} r={10} strokeWidth={2} />
        </g>
      )}
      {points.map((point) => {
        const text = props.describe(point);
        return (
          <g key={point.id} {...pickable(text, onPick && (() => onPick(point.id)))}>
            <title>{text}</title>
            <StateMark state={point.state} x={point.at.x} y={point.at.y} r={5} />
            <circle
              className="pick-ring"
              cx={point.at.x}
              cy={point.at.y}
              r={11}
              fill="transparent"
            />
          </g>
        );
      })}
      {promise !== null && <LevelText level={promise} />}
      {recommended?.label && (
        <text className="chart-note strong" x={recommended.label.x} y={recommended.label.y}>
          {recommended.label.text}
        </text>
      )}
    </ChartSvg>
  );
}
