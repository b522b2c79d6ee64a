import { STATE_COLOURS, type State, type VariantStyle } from '../../charts/colours';
import type { Plot } from '../../charts/frame';
import type { LevelLayout } from '../../charts/level';
import { COLOURS } from '../theme';

/** A variant's letter in a ring of its colour. */
export function Badge(props: {
  readonly x: number;
  readonly y: number;
  readonly style: VariantStyle;
}) {
  const { x, y, style } = props;
  return (
    <g>
      <circle cx={x} cy={y} r={7} fill="#fff" stroke={style.colour} strokeWidth={1.6} />
      <text className="chart-letter" x={x} y={y + 3.5} textAnchor="middle">
        {style.letter}
      </text>
    </g>
  );
}

/** A variant in a legend: its letter and a piece of its line. */
export function LineSample({ style }: { readonly style: VariantStyle }) {
  return (
    <>
      <line
        x1={17}
        x2={43}
        stroke={style.colour}
        strokeWidth={2}
        strokeDasharray={style.dash || undefined}
      />
      <Badge x={8} y={0} style={style} />
    </>
  );
}

const SHAPES: Readonly<Record<State, (r: number) => string>> = {
  meets: (r) => `M${-r},0A${r},${r} 0 1 1 ${r},0A${r},${r} 0 1 1 ${-r},0Z`,
  undecided: (r) => `M0,${-r * 1.25}L${r * 1.25},0L0,${r * 1.25}L${-r * 1.25},0Z`,
  fails: (r) => `M${-r * 1.15},${-r * 0.85}H${r * 1.15}L0,${r * 1.2}Z`,
};

/** A full circle, an empty diamond, a triangle on its tip: to be told apart without colour. */
export function StateMark(props: {
  readonly state: State;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}) {
  const { state, x, y, r } = props;
  return (
    <path
      d={SHAPES[state](r)}
      transform={`translate(${x} ${y})`}
      fill={state === 'undecided' ? '#fff' : STATE_COLOURS[state]}
      stroke={state === 'undecided' ? STATE_COLOURS.undecided : '#fff'}
      strokeWidth={state === 'undecided' ? 1.8 : 1}
    />
  );
}

/** A line to hold figures against, in the colour of targets. */
export function TargetLine(props: {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}) {
  return <line {...props} stroke={COLOURS.target} strokeWidth={1.2} strokeDasharray="5 4" />;
}

/** A level line over the whole plot. Its text is drawn apart, over everything else. */
export function LevelLine({ level, plot }: { readonly level: LevelLayout; readonly plot: Plot }) {
  return <TargetLine x1={plot.x0} x2={plot.x1} y1={level.y} y2={level.y} />;
}

export function LevelText({ level }: { readonly level: LevelLayout }) {
  return (
    <text className="chart-note target" x={level.label.x} y={level.label.y}>
      {level.label.text}
    </text>
  );
}
