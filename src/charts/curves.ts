import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Measure } from '../sim/experiments/report';
import { type VariantStyle, variantStyle } from './colours';
import { dodged } from './dodge';
import { clamp, estimateOf, type Framed, plotOf, round, type Size, ticksOf } from './frame';
import { type LegendLayout, legendLayout, NO_LEGEND } from './legend';
import { type Level, type LevelLayout, levelLayout } from './level';

export interface CurvesInput extends Size {
  /** Bin edges, seconds since midnight: one more than there are bins. */
  readonly edgesS: readonly number[];
  /** In the unit shown, one figure a bin. */
  readonly variants: readonly {
    readonly id: string;
    readonly name: string;
    readonly bins: readonly Measure[];
  }[];
  readonly target: Level | null;
}

export interface CurvesLayout extends Framed {
  readonly legend: LegendLayout;
  readonly curves: readonly Curve[];
  readonly target: LevelLayout | null;
  /** Where each bin can be pointed at, with what every variant says there. */
  readonly hits: readonly CurvesHit[];
}

export interface Curve {
  readonly id: string;
  readonly style: VariantStyle;
  /** SVG paths; '' where nothing is to be drawn. */
  readonly line: string;
  readonly band: string;
  /** The letter at the right, and the end of the line that it belongs to. */
  readonly end: {
    readonly x: number;
    readonly y: number;
    readonly fromX: number;
    readonly fromY: number;
  } | null;
}

export interface CurvesHit {
  readonly x: number;
  readonly width: number;
  readonly fromS: number;
  readonly toS: number;
  readonly figures: readonly {
    readonly id: string;
    readonly letter: string;
    readonly name: string;
    readonly measure: Measure;
  }[];
}

interface Corner {
  readonly x: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly drawn: boolean;
}

const HOUR_S = 3600;
/** Room for a letter at the right, px. */
const LETTERS = 26;

/** The letter just behind the end of a line. */
function letterAfter(x: number, y: number): NonNullable<Curve['end']> {
  return { x: x + LETTERS - 8, y, fromX: x, fromY: y };
}

/**
 * Several days as stepped lines over each other, each with the band of its confidence interval. A
 * bin without a figure leaves a gap; zero is always on the scale.
 */
export function curvesLayout(input: CurvesInput): CurvesLayout {
  const { edgesS, variants, target, width, height } = input;
  const several = variants.length > 1;
  const legend = several
    ? legendLayout(
        variants.map(({ id, name }) => ({ key: id, name })),
        { x: 2, y: 0, width: width - 4 },
        50,
      )
    : NO_LEGEND;
  const plot = plotOf(input, legend.height, several ? LETTERS : 0);
  const binCount = Math.max(0, edgesS.length - 1);
  const firstS = edgesS[0] ?? 0;
  const lastS = edgesS.at(-1) ?? 1;
  const highest = max(variants, ({ bins }) => max(bins, (bin) => estimateOf(bin)?.high)) ?? 0;
  const x = scaleLinear([firstS, lastS], [plot.x0, plot.x1]);
  const y = scaleLinear(
    [0, Math.max(highest, target?.value ?? 0) * 1.05 || 1],
    [plot.y0, plot.y1],
  ).nice(4);
  const held = (value: number) => clamp(y(value), plot.y1, plot.y0);
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

  const drawn = variants.map(({ bins }) =>
    bins.slice(0, binCount).flatMap((bin, i): Corner[] => {
      const figure = estimateOf(bin);
      const corner = { ...(figure ?? { mean: 0, low: 0, high: 0 }), drawn: figure !== null };
      return [
        { ...corner, x: x(edgesS[i]!) },
        { ...corner, x: x(edgesS[i + 1]!) },
      ];
    }),
  );
  const ends = drawn.map((corners) => corners.findLast((corner) => corner.drawn));
  // A line that ends long before the plot has its letter there: one led to the right would look like its going on.
  const endsEarly = (end: Corner) => end.x < plot.x1 - LETTERS;
  const lettered = several
    ? ends.filter((end): end is Corner => end !== undefined && !endsEarly(end))
    : [];
  const places = dodged(
    lettered.map((end) => held(end.mean)),
    16,
    plot.y1 + 7,
    plot.y0 - 7,
  );

  const taken = drawn.flatMap((corners) =>
    corners.flatMap((corner, i) => {
      const next = corners[i + 1];
      if (!corner.drawn || !next?.drawn) return [];
      const levels = [corner.low, corner.high, next.low, next.high].map(held);
      const top = Math.min(...levels);
      const width = Math.max(2, next.x - corner.x);
      return [{ x: corner.x, y: top, width, height: Math.max(...levels) - top + 2 }];
    }),
  );

  return {
    width,
    height,
    plot,
    legend,
    curves: variants.map(({ id }, i) => {
      const end = ends[i];
      const at = end ? lettered.indexOf(end) : -1;
      const early = several && end !== undefined && endsEarly(end);
      return {
        id,
        style: variantStyle(i),
        line: stepped(drawn[i]!) ?? '',
        band: banded(drawn[i]!) ?? '',
        end: early
          ? letterAfter(round(end.x), round(clamp(held(end.mean), plot.y1 + 7, plot.y0 - 7)))
          : end === undefined || at < 0
            ? null
            : {
                x: plot.x1 + LETTERS - 8,
                y: round(places[at]!),
                fromX: round(end.x),
                fromY: round(held(end.mean)),
              },
      };
    }),
    xTicks: hourTicks(firstS, lastS, (plot.x1 - plot.x0) / 42).map((value) => ({
      value,
      at: round(x(value)),
    })),
    yTicks: ticksOf(y, 26),
    target: target && levelLayout(target.text, held(target.value), plot, taken),
    hits: edgesS.slice(0, binCount).map((fromS, i) => ({
      x: round(x(fromS)),
      width: round(x(edgesS[i + 1]!) - x(fromS)),
      fromS,
      toS: edgesS[i + 1]!,
      figures: variants.map(({ id, name, bins }, v) => ({
        id,
        name,
        letter: variantStyle(v).letter,
        measure: bins[i] ?? { mean: null, ci95: null, n: 0 },
      })),
    })),
  };
}

/** Where a time stands on the layout's axis, px; null when it lies outside. */
export function positionOf(
  { plot }: CurvesLayout,
  edgesS: readonly number[],
  timeS: number,
): number | null {
  const firstS = edgesS[0] ?? 0;
  const lastS = edgesS.at(-1) ?? 1;
  if (timeS < firstS || timeS > lastS) return null;
  return scaleLinear([firstS, lastS], [plot.x0, plot.x1])(timeS);
}

/** Full hours in a span, at most so many of them. */
function hourTicks(fromS: number, toS: number, most: number): number[] {
  const step = HOUR_S * Math.max(1, Math.ceil((toS - fromS) / HOUR_S / Math.max(1, most)));
  const ticks: number[] = [];
  for (let t = Math.ceil(fromS / step) * step; t <= toS; t += step) ticks.push(t);
  return ticks;
}
