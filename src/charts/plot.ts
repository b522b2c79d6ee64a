import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { clamp, type Framed, plotOf, round, type Size, ticksOf } from './frame';

/** One thing drawn on a plot. Values that are null leave gaps. */
export type Series =
  | {
      readonly id: string;
      readonly draw: 'line' | 'dots';
      readonly x: readonly number[];
      readonly y: readonly (number | null)[];
    }
  /** One value a bin: `edges` has one more. */
  | {
      readonly id: string;
      readonly draw: 'steps' | 'bars';
      readonly edges: readonly number[];
      readonly y: readonly (number | null)[];
    }
  /** Low and high of each bin, or at each x where there are as many as values. */
  | {
      readonly id: string;
      readonly draw: 'band';
      readonly edges: readonly number[];
      readonly y: readonly (readonly [number, number] | null)[];
    };

export interface PlotInput extends Size {
  readonly series: readonly Series[];
  /** Where the axes end at least; zero is always on the scale of y. */
  readonly xTo?: number;
  readonly yTo?: number;
  /** Distance of the x axis's ticks as a multiple of this: 3600 for hours. */
  readonly xStep?: number;
}

export interface PlotLayout extends Framed {
  readonly paths: readonly {
    readonly id: string;
    readonly draw: Series['draw'];
    readonly d: string;
  }[];
}

const X_ROOM = 46;
const DOT = 2.2;
const Y_ROOM = 26;

/** Lines, dots, steps, bars and bands over the same axes. */
export function plotLayout(input: PlotInput): PlotLayout {
  const { series, width, height } = input;
  const plot = plotOf(input);
  const xs = series.flatMap((one) => ('edges' in one ? one.edges : one.x)).filter(Number.isFinite);
  const ys = series.flatMap((one): readonly number[] =>
    one.draw === 'band'
      ? one.y.flatMap((pair) => (pair === null ? [] : [pair[1]]))
      : one.y.filter((value): value is number => value !== null),
  );
  const x0 = xs.length > 0 ? Math.min(...xs) : 0;
  const x1 = Math.max(input.xTo ?? Number.NEGATIVE_INFINITY, ...xs, x0 + 1e-9);
  const most = Math.max(input.yTo ?? 0, 0, ...ys.filter(Number.isFinite));
  const x = scaleLinear([x0, x1], [plot.x0, plot.x1]);
  const y = scaleLinear([0, input.yTo ?? (most * 1.05 || 1)], [plot.y0, plot.y1]);
  const held = (value: number) => round(clamp(y(value), plot.y1, plot.y0));
  const at = (value: number) => round(clamp(x(value), plot.x0, plot.x1));
  const paths = series.map((one) => ({
    id: one.id,
    draw: one.draw,
    d: one.draw === 'dots' ? dotsOf(one, at, held) : pathOf(one, at, held, plot.y0),
  }));
  const xTicks =
    input.xStep === undefined
      ? ticksOf(x, X_ROOM)
      : stepTicks(x0, x1, input.xStep, Math.abs(plot.x1 - plot.x0) / X_ROOM).map((value) => ({
          value,
          at: at(value),
        }));
  return { width, height, plot, xTicks, yTicks: ticksOf(y, Y_ROOM), paths };
}

/** Multiples of a step between two values, every n-th so that they have room. */
function stepTicks(from: number, to: number, step: number, most: number): number[] {
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  const every = Math.max(1, Math.ceil(count / Math.max(1, most)));
  return Array.from(
    { length: Math.max(0, Math.ceil(count / every)) },
    (_, i) => (first + i * every) * step,
  );
}

/** Circles at every point that has a value. */
function dotsOf(
  one: Extract<Series, { readonly x: readonly number[] }>,
  x: (v: number) => number,
  y: (v: number) => number,
): string {
  return one.x
    .map((value, i) => {
      const height = one.y[i] ?? null;
      if (height === null) return '';
      return `M${round(x(value) - DOT)},${y(height)}a${DOT},${DOT} 0 1,0 ${2 * DOT},0a${DOT},${DOT} 0 1,0 ${-2 * DOT},0`;
    })
    .join('');
}

interface Corner {
  readonly x: number;
  readonly y0: number;
  readonly y1: number;
  readonly drawn: boolean;
}

function pathOf(
  one: Exclude<Series, { draw: 'dots' }>,
  x: (v: number) => number,
  y: (v: number) => number,
  base: number,
): string {
  const drawLine = line<Corner>()
    .defined((c) => c.drawn)
    .x((c) => c.x)
    .y((c) => c.y1)
    .digits(1);
  const drawArea = area<Corner>()
    .defined((c) => c.drawn)
    .x((c) => c.x)
    .y0((c) => c.y0)
    .y1((c) => c.y1)
    .digits(1);
  const corner = (at: number, value: number | null): Corner => ({
    x: x(at),
    y0: base,
    y1: value === null ? base : y(value),
    drawn: value !== null,
  });
  if (one.draw === 'line' || !('edges' in one)) {
    return drawLine(one.x.map((at, i) => corner(at, one.y[i] ?? null))) ?? '';
  }
  if (one.draw === 'band') {
    const points = one.edges.length === one.y.length;
    const corners = one.y.flatMap((pair, i): Corner[] => {
      const of = (at: number): Corner => ({
        x: x(at),
        y0: pair === null ? base : y(pair[0]),
        y1: pair === null ? base : y(pair[1]),
        drawn: pair !== null,
      });
      return points ? [of(one.edges[i]!)] : [of(one.edges[i]!), of(one.edges[i + 1]!)];
    });
    return drawArea(corners) ?? '';
  }
  const corners = one.y.flatMap((value, i): Corner[] => [
    corner(one.edges[i]!, value),
    corner(one.edges[i + 1]!, value),
  ]);
  if (one.draw === 'steps') return drawLine(corners) ?? '';
  return one.y
    .map((value, i) => {
      if (value === null) return '';
      const [left, right] = [x(one.edges[i]!), x(one.edges[i + 1]!)];
      return `M${left},${base}V${y(value)}H${right}V${base}Z`;
    })
    .join('');
}
