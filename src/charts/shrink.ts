import { extent, max, median } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { clamp, plotOf, round, type Size, whisker } from './frame';

export interface ShrinkInput extends Size {
  /** The interval after so many replications. */
  readonly points: readonly {
    readonly n: number;
    readonly low: number;
    readonly mean: number;
    readonly high: number;
  }[];
  /** The half-width that is precise enough. */
  readonly targetHalf: number | null;
  /** Replications at which it ends at the latest; null: as far as it got. */
  readonly mostN: number | null;
}

export interface ShrinkLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly x0: number;
    readonly x1: number;
    readonly y0: number;
    readonly y1: number;
  };
  readonly line: string;
  readonly band: string;
  /** The interval as it is now. */
  readonly last: { readonly x: number; readonly y: number; readonly whisker: string } | null;
  /** As wide as the interval should become, around where it is now. */
  readonly target: { readonly y: number; readonly height: number } | null;
  /** Whether it is as narrow as that. */
  readonly reached: boolean;
}

/** An interval becoming narrower with every replication. */
export function shrinkLayout(input: ShrinkInput): ShrinkLayout {
  const { width, height, targetHalf, mostN } = input;
  const plot = plotOf(input);
  const points = input.points
    .filter((point) => [point.n, point.low, point.mean, point.high].every(Number.isFinite))
    .sort((a, b) => a.n - b.n);
  const last = points.at(-1);
  const nothing = { width, height, plot, line: '', band: '', last: null, target: null };
  if (!last) return { ...nothing, reached: false };

  const [firstN = 0, lastN = 1] = extent(points, ({ n }) => n);
  const x = scaleLinear([firstN, Math.max(lastN, mostN ?? 0, firstN + 1)], [plot.x0, plot.x1]);
  const half = (last.high - last.low) / 2;
  const reach = reachOf(points, last.mean, Math.max(half, targetHalf ?? 0));
  const y = scaleLinear([last.mean - reach, last.mean + reach], [plot.y0, plot.y1]);
  const held = (value: number) => clamp(y(value), plot.y1, plot.y0);
  const path = line<(typeof points)[number]>()
    .x(({ n }) => x(n))
    .y(({ mean }) => held(mean))
    .digits(1);
  const band = area<(typeof points)[number]>()
    .x(({ n }) => x(n))
    .y0(({ low }) => held(low))
    .y1(({ high }) => held(high))
    .digits(1);
  const at = { x: round(x(last.n)), y: round(held(last.mean)) };
  const top = targetHalf === null ? 0 : held(last.mean + targetHalf);
  return {
    ...nothing,
    line: points.length > 1 ? (path(points) ?? '') : '',
    band: points.length > 1 ? (band(points) ?? '') : '',
    last: { ...at, whisker: whisker('y', held(last.high), held(last.low), at.x) },
    target:
      targetHalf === null
        ? null
        : { y: round(top), height: round(held(last.mean - targetHalf) - top) },
    reached: targetHalf !== null && half <= targetHalf,
  };
}

/** How far the scale goes from the middle: the first, widest intervals may leave the picture. */
function reachOf(points: ShrinkInput['points'], middle: number, least: number): number {
  const reaches = points.map(({ low, high }) => Math.max(high - middle, middle - low));
  const usual = (median(reaches) ?? 0) * 2;
  return Math.max(least * 1.4, Math.min(max(reaches) ?? 0, usual)) || 1;
}
