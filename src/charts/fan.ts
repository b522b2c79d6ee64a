import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { clamp, type Framed, plotOf, round, type Size, ticksOf } from './frame';
import { type Level, type LevelLayout, levelLayout } from './level';

export interface FanInput extends Size {
  /** In order; half hours between two sessions are left out. */
  readonly bins: readonly FanBin[];
  /** The fan as it was before, drawn behind; null for none. */
  readonly before: readonly FanBin[] | null;
  readonly target: Level | null;
  /** Another forecast of the same bins, drawn as a line with the bounds of nine in ten; absent for none. */
  readonly other?: readonly OtherBin[] | null;
}

/** A value and what nine in ten lie between, in the unit shown; null: unknown. */
export interface OtherBin {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface FanBin {
  readonly fromS: number;
  readonly toS: number;
  /** At 5, 25, 50, 75 and 95 in a hundred, in the unit shown; null: nobody comes. */
  readonly quantiles: readonly (number | null)[];
}

export interface FanLayout extends Framed {
  /** SVG paths; '' where nothing is to be drawn. */
  readonly outer: string;
  readonly inner: string;
  readonly median: string;
  readonly before: { readonly outer: string; readonly median: string } | null;
  readonly target: LevelLayout | null;
  readonly other: { readonly line: string; readonly bounds: string } | null;
  readonly hits: readonly { readonly x: number; readonly width: number; readonly index: number }[];
}

interface Corner {
  readonly x: number;
  readonly quantiles: readonly number[] | null;
}

const HOUR_S = 3600;

/** A fan in steps of half hours: nine in ten days, half of the days, the middle one. Zero is on the scale. */
export function fanLayout(input: FanInput): FanLayout {
  const { bins, before, target, width, height, other = null } = input;
  const plot = plotOf(input);
  const firstS = bins[0]?.fromS ?? 0;
  const lastS = bins.at(-1)?.toS ?? 1;
  const x = scaleLinear([firstS, lastS], [plot.x0, plot.x1]);
  const highest = Math.max(
    0,
    ...[...bins, ...(before ?? [])].map(({ quantiles }) => quantiles[4] ?? 0),
    ...(other ?? []).map(({ high }) => high ?? 0),
  );
  const y = scaleLinear(
    [0, Math.max(highest, target?.value ?? 0) * 1.05 || 1],
    [plot.y0, plot.y1],
  ).nice(4);
  const held = (value: number) => clamp(y(value), plot.y1, plot.y0);
  const cornersOf = (from: readonly FanBin[]) =>
    from.flatMap(({ fromS, toS, quantiles }, i): Corner[] => {
      const known = quantiles.every((q) => q !== null) ? (quantiles as readonly number[]) : null;
      const gap = i > 0 && from[i - 1]!.toS !== fromS;
      return [
        ...(gap ? [{ x: x(fromS), quantiles: null }] : []),
        { x: x(fromS), quantiles: known },
        { x: x(toS), quantiles: known },
      ];
    });
  const band = (corners: Corner[], low: number, high: number) =>
    area<Corner>()
      .defined((c) => c.quantiles !== null)
      .x((c) => c.x)
      .y0((c) => held(c.quantiles![low]!))
      .y1((c) => held(c.quantiles![high]!))
      .digits(1)(corners) ?? '';
  const middle = (corners: Corner[]) =>
    line<Corner>()
      .defined((c) => c.quantiles !== null)
      .x((c) => c.x)
      .y((c) => held(c.quantiles![2]!))
      .digits(1)(corners) ?? '';
  const steps = (of: (bin: OtherBin) => number | null) =>
    middle(
      cornersOf(
        bins.map(({ fromS, toS }, i) => {
          const value = other?.[i] ? of(other[i]) : null;
          return { fromS, toS, quantiles: [value, value, value, value, value] };
        }),
      ),
    );
  const corners = cornersOf(bins);
  const old = before && cornersOf(before);
  const taken = bins.flatMap(({ fromS, toS, quantiles: [low, , , , high] }) =>
    low == null || high == null
      ? []
      : [
          {
            x: x(fromS),
            y: held(high),
            width: x(toS) - x(fromS),
            height: held(low) - held(high) + 2,
          },
        ],
  );
  const hours: number[] = [];
  const step =
    HOUR_S *
    Math.max(1, Math.ceil((lastS - firstS) / HOUR_S / Math.max(1, (plot.x1 - plot.x0) / 42)));
  for (let t = Math.ceil(firstS / step) * step; t <= lastS; t += step) hours.push(t);
  return {
    width,
    height,
    plot,
    outer: band(corners, 0, 4),
    inner: band(corners, 1, 3),
    median: middle(corners),
    before: old && { outer: band(old, 0, 4), median: middle(old) },
    other: other && {
      line: steps(({ value }) => value),
      bounds: `${steps(({ low }) => low)}${steps(({ high }) => high)}`,
    },
    xTicks: hours.map((value) => ({ value, at: round(x(value)) })),
    yTicks: ticksOf(y, 26),
    target: target && levelLayout(target.text, held(target.value), plot, taken),
    hits: bins.map(({ fromS, toS }, index) => ({
      x: round(x(fromS)),
      width: round(x(toS) - x(fromS)),
      index,
    })),
  };
}
