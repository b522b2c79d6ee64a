import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Measure } from '../../sim/experiments/report';

/** Room around a plot, px. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface SeriesInput {
  /** Bin edges, seconds since midnight: one more than there are bins. */
  readonly edgesS: readonly number[];
  /** One figure a bin, in the unit shown. */
  readonly bins: readonly Measure[];
  /** A line to hold the bins against, in the unit shown. */
  readonly target: number | null;
  readonly width: number;
  readonly height: number;
  readonly margins: Margins;
}

export interface Tick {
  readonly at: number;
  readonly value: number;
}

export interface SeriesLayout {
  readonly plot: {
    readonly x0: number;
    readonly x1: number;
    readonly y0: number;
    readonly y1: number;
  };
  /** SVG paths; '' where nothing is to be drawn. */
  readonly line: string;
  readonly band: string;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly targetY: number | null;
  /** Where each bin can be pointed at. */
  readonly hits: readonly {
    readonly x: number;
    readonly width: number;
    readonly fromS: number;
    readonly toS: number;
    readonly measure: Measure;
  }[];
}

const HOUR_S = 3600;

interface Corner {
  readonly x: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly drawn: boolean;
}

/**
 * A stepped line over the day with the band of its confidence interval. A bin without a figure
 * (nobody came: the lunch break) leaves a gap; zero is always on the scale.
 */
export function seriesLayout(input: SeriesInput): SeriesLayout {
  const { edgesS, bins, target, width, height, margins } = input;
  const plot = {
    x0: margins.left,
    x1: width - margins.right,
    y0: height - margins.bottom,
    y1: margins.top,
  };
  const firstS = edgesS[0] ?? 0;
  const lastS = edgesS.at(-1) ?? 1;
  const highest =
    max(bins, (bin) => (bin.mean === null ? 0 : Math.max(bin.mean, bin.ci95?.[1] ?? 0))) ?? 0;
  const x = scaleLinear([firstS, lastS], [plot.x0, plot.x1]);
  const y = scaleLinear([0, Math.max(highest, target ?? 0) * 1.05 || 1], [plot.y0, plot.y1]).nice(
    4,
  );

  const corners: Corner[] = bins.flatMap((bin, i) => {
    const mean = bin.mean ?? 0;
    const shape = {
      mean,
      low: bin.ci95?.[0] ?? mean,
      high: bin.ci95?.[1] ?? mean,
      drawn: bin.mean !== null,
    };
    return [
      { ...shape, x: x(edgesS[i]!) },
      { ...shape, x: x(edgesS[i + 1]!) },
    ];
  });
  const held = (value: number) => Math.min(plot.y0, Math.max(plot.y1, y(value)));
  const stepped = line<Corner>()
    .defined((c) => c.drawn)
    .x((c) => c.x)
    .y((c) => held(c.mean))
    .digits(1);
  const banded = area<Corner>()
    .defined((c) => c.drawn)
    .x((c) => c.x)
    .y0((c) => held(c.low))
    .y1((c) => held(c.high))
    .digits(1);

  return {
    plot,
    line: stepped(corners) ?? '',
    band: banded(corners) ?? '',
    xTicks: hourTicks(firstS, lastS).map((value) => ({ value, at: round(x(value)) })),
    yTicks: y.ticks(4).map((value) => ({ value, at: round(y(value)) })),
    targetY: target === null ? null : round(y(target)),
    hits: bins.map((measure, i) => ({
      x: round(x(edgesS[i]!)),
      width: round(x(edgesS[i + 1]!) - x(edgesS[i]!)),
      fromS: edgesS[i]!,
      toS: edgesS[i + 1]!,
      measure,
    })),
  };
}

/** Where a time stands on the layout's axis, px; null when it lies outside. */
export function positionOf(
  layout: SeriesLayout,
  edgesS: readonly number[],
  timeS: number,
): number | null {
  const firstS = edgesS[0] ?? 0;
  const lastS = edgesS.at(-1) ?? 1;
  if (timeS < firstS || timeS > lastS) return null;
  return scaleLinear([firstS, lastS], [layout.plot.x0, layout.plot.x1])(timeS);
}

/** Full hours in a span, at most about ten of them. */
function hourTicks(fromS: number, toS: number): number[] {
  const step = HOUR_S * Math.max(1, Math.ceil((toS - fromS) / HOUR_S / 10));
  const ticks: number[] = [];
  for (let t = Math.ceil(fromS / step) * step; t <= toS; t += step) ticks.push(t);
  return ticks;
}

const round = (value: number) => Math.round(value * 10) / 10;
