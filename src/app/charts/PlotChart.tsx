import { type PlotLayout, plotLayout, type Series } from '../../charts/plot';
import { Axes } from './Axes';
import { ChartSvg } from './ChartSvg';

/** How a series looks, and what it is called above the plot. */
export interface Look {
  readonly name: string;
  readonly colour: string;
  readonly dash?: string;
}

const MARGINS = { top: 46, right: 12, bottom: 34, left: 44 };
const LEGEND_STEP = 14;
const CHAR = 7;

/** A plot of lines, dots, steps, bars and bands as SVG, with its legend above. */
export function PlotChart(props: {
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly series: readonly Series[];
  readonly looks: Readonly<Record<string, Look>>;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  readonly xStep?: number;
  readonly xTo?: number;
  readonly yTo?: number;
}) {
  const { series, looks, label } = props;
  const layout: PlotLayout = plotLayout({
    width: props.width,
    height: props.height,
    margins: MARGINS,
    series,
    ...(props.xStep === undefined ? {} : { xStep: props.xStep }),
    ...(props.xTo === undefined ? {} : { xTo: props.xTo }),
    ...(props.yTo === undefined ? {} : { yTo: props.yTo }),
  });
  let from = 2;
  const entries = Object.entries(looks).map(([id, look]) => {
    const at = from;
    from += 34 + widthOf(look.name);
    return { id, look, at };
  });
  const drawOf = (id: string) => series.find((one) => one.id === id)?.draw;
  return (
    <div className="plot" style={{ width: layout.width }}>
      <ChartSvg width={layout.width} height={layout.height} label={label}>
        {entries.map(({ id, look, at }) => (
          <g key={id} transform={`translate(${at},${LEGEND_STEP - 5})`}>
            <Sample draw={drawOf(id)} look={look} />
            <text className="axis-text" x={21} y={4}>
              {look.name}
            </text>
          </g>
        ))}
        <Axes
          layout={layout}
          formatX={props.formatX}
          formatY={props.formatY}
          xTitle={props.xTitle}
          yTitle={props.yTitle}
        />
        {layout.paths.map(({ id, draw, d }) => {
          const look = looks[id];
          if (!look) return null;
          const filled = draw !== 'line' && draw !== 'steps';
          return (
            <path
              key={`${id}.${draw}`}
              d={d}
              fill={filled ? look.colour : 'none'}
              fillOpacity={draw === 'band' ? 0.18 : draw === 'bars' ? 0.45 : 1}
              stroke={filled ? 'none' : look.colour}
              strokeWidth={1.8}
              strokeDasharray={look.dash}
            />
          );
        })}
      </ChartSvg>
    </div>
  );
}

function Sample({
  draw,
  look,
}: {
  readonly draw: Series['draw'] | undefined;
  readonly look: Look;
}) {
  if (draw === 'dots') return <circle cx={8} cy={0} r={2.6} fill={look.colour} />;
  if (draw === 'bars' || draw === 'band')
    return (
      <rect
        y={-5}
        width={16}
        height={10}
        fill={look.colour}
        fillOpacity={draw === 'band' ? 0.25 : 0.45}
      />
    );
  return <line x2={16} stroke={look.colour} strokeWidth={1.8} strokeDasharray={look.dash} />;
}

const widthOf = (text: string) =>
  [...text].reduce((sum, char) => sum + (/\p{Script=Han}/u.test(char) ? 12 : CHAR), 0);
