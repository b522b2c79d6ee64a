import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Measure } from '../sim/experiments/report';
import { type VariantStyle, variantStyle } from './colours';
import { dodged } from './dodge';
import {
  clamp,
  type Estimate,
  estimateOf,
  type Framed,
  type Plot,
  plotOf,
  round,
  type Size,
  ticksOf,
} from './frame';
import { type LegendLayout, legendLayout, NO_LEGEND } from './legend';
import { type Level, type LevelLayout, levelLayout } from './level';
import { fitted, textWidth } from './text';

export interface DistributionInput extends Size {
  readonly variants: readonly {
    readonly id: string;
    readonly name: string;
    /** Quantiles: a share of people and the minutes that they wait at most. */
    readonly points: readonly { readonly p: number; readonly value: Measure }[];
  }[];
  readonly target: Level | null;
  /** The share that was promised to be served within the target. */
  readonly promised: Level | null;
}

export interface DistributionLayout extends Framed {
  readonly legend: LegendLayout;
  readonly curves: readonly DistributionCurve[];
  /** Where the name of the y axis stands. */
  readonly titleY: number;
  readonly target: {
    readonly x: number;
    readonly label: { readonly text: string; readonly x: number; readonly anchor: 'start' | 'end' };
  } | null;
  readonly promised: LevelLayout | null;
}

export interface DistributionCurve {
  readonly id: string;
  readonly name: string;
  readonly style: VariantStyle;
  readonly line: string;
  readonly band: string;
  /** Share within the target as read off the curve; null where it does not get there. */
  readonly within: number | null;
  /** The same place in the picture, px. */
  readonly crossing: { readonly x: number; readonly y: number } | null;
  /** The curve's letter, clear of its neighbours, and the place on the curve it belongs to. */
  readonly letter: {
    readonly x: number;
    readonly y: number;
    readonly fromX: number;
    readonly fromY: number;
  } | null;
}

interface Quantile extends Estimate {
  readonly p: number;
}

/** Room for the letters above the plot, px. */
const LETTERS = 24;

/** Which share of people waits at most how long: one rising line a variant, bands across. */
export function distributionLayout(input: DistributionInput): DistributionLayout {
  const { variants, target, promised, width, height } = input;
  const targetMin = target?.value ?? null;
  const several = variants.length > 1;
  const legend = several
    ? legendLayout(
        variants.map(({ id, name }) => ({ key: id, name })),
        { x: 2, y: 0, width: width - 4 },
        50,
      )
    : NO_LEGEND;
  const plot = plotOf(input, legend.height + (several ? LETTERS : 0));
  const known = variants.map(({ points }) => quantilesOf(points));
  const longest = max(known, (quantiles) => max(quantiles, ({ high }) => high)) ?? 0;
  const x = scaleLinear(
    [0, Math.max(longest, (targetMin ?? 0) * 1.1) || 1],
    [plot.x0, plot.x1],
  ).nice(6);
  const y = scaleLinear([0, 1], [plot.y0, plot.y1]);
  const held = (value: number) => clamp(x(value), plot.x0, plot.x1);
  const rising = line<Quantile>()
    .x((q) => held(q.mean))
    .y((q) => y(q.p))
    .digits(1);
  const banded = area<Quantile>()
    .x0((q) => held(q.low))
    .x1((q) => held(q.high))
    .y((q) => y(q.p))
    .digits(1);
  const ends = known.map((quantiles) => quantiles.at(-1));
  const lettered = several ? ends.filter((end) => end !== undefined) : [];
  const places = dodged(
    lettered.map((end) => held(end.mean)),
    17,
    plot.x0 + 7,
    plot.x1 - 7,
  );

  const taken = known.flatMap((quantiles) =>
    quantiles.slice(1).map((q, i) => {
      const left = held(Math.min(quantiles[i]!.low, q.low));
      const width = held(Math.max(quantiles[i]!.high, q.high)) - left;
      return { x: left, y: y(q.p), width, height: y(quantiles[i]!.p) - y(q.p) };
    }),
  );

  return {
    width,
    height,
    plot,
    legend,
    curves: variants.map(({ id, name }, i) => {
      const quantiles = known[i]!;
      const within = targetMin === null ? null : shareWithin(quantiles, targetMin);
      const end = ends[i];
      const at = end ? lettered.indexOf(end) : -1;
      return {
        id,
        name,
        style: variantStyle(i),
        line: quantiles.length > 1 ? (rising(quantiles) ?? '') : '',
        band: quantiles.length > 1 ? (banded(quantiles) ?? '') : '',
        within,
        crossing:
          targetMin === null || within === null
            ? null
            : { x: round(x(targetMin)), y: round(y(within)) },
        letter:
          end === undefined || at < 0
            ? null
            : {
                x: round(places[at]!),
                y: plot.y1 - 13,
                fromX: round(held(end.mean)),
                fromY: round(y(end.p)),
              },
      };
    }),
    xTicks: ticksOf(x, 46),
    yTicks: ticksOf(y, 18),
    titleY: plot.y1 - 11 - (several ? LETTERS : 0),
    target: target && targetLayout(target.text, round(held(target.value)), plot),
    promised: promised && levelLayout(promised.text, y(clamp(promised.value, 0, 1)), plot, taken),
  };
}

/** The quantiles that there are figures for, by share. */
function quantilesOf(points: DistributionInput['variants'][number]['points']): Quantile[] {
  return points
    .flatMap(({ p, value }) => {
      const figure = estimateOf(value);
      return figure === null || !(p >= 0 && p <= 1) ? [] : [{ ...figure, p }];
    })
    .sort((a, b) => a.p - b.p);
}

/** Share at a wait, along the line between the quantiles around it. */
function shareWithin(quantiles: readonly Quantile[], minutes: number): number | null {
  const next = quantiles.findIndex(({ mean }) => mean > minutes);
  if (next < 0) return quantiles.at(-1)?.p ?? null;
  const [before, after] = [quantiles[next - 1], quantiles[next]!];
  if (before === undefined) return null;
  const part = (minutes - before.mean) / (after.mean - before.mean);
  return before.p + part * (after.p - before.p);
}

/** The target's text at the foot of its line, on the side where it fits. */
function targetLayout(text: string, x: number, plot: Plot): DistributionLayout['target'] {
  const shown = fitted(text, (plot.x1 - plot.x0) / 2, 11);
  const ends = x + textWidth(shown, 11) + 6 > plot.x1;
  return {
    x,
    label: { text: shown, x: ends ? x - 4 : x + 4, anchor: ends ? 'end' : 'start' },
  };
}
