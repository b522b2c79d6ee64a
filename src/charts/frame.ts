import type { ScaleLinear } from 'd3-scale';
import type { Measure } from '../sim/experiments/report';

/** Room around a plot, px. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface Tick {
  readonly at: number;
  readonly value: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
  readonly margins: Margins;
}

/** The inside of a chart, px: x0 left, x1 right, y0 bottom, y1 top. */
export interface Plot {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** What axes are drawn from. */
export interface Framed {
  readonly width: number;
  readonly height: number;
  readonly plot: Plot;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
}

/** The inside of the margins, less what is kept free above (a legend) and at the right (letters). */
export function plotOf({ width, height, margins }: Size, above = 0, right = 0): Plot {
  const x0 = margins.left;
  const y1 = margins.top + above;
  return {
    x0,
    x1: Math.max(x0 + 1, width - margins.right - right),
    y0: Math.max(y1 + 1, height - margins.bottom),
    y1,
  };
}

/** A measure as numbers that can be drawn; null where there is no figure. */
export function estimateOf(measure: Measure | undefined): Estimate | null {
  const mean = measure?.mean ?? null;
  if (mean === null || !Number.isFinite(mean)) return null;
  const [low, high] = measure?.ci95 ?? [mean, mean];
  return {
    mean,
    low: Number.isFinite(low) ? low : mean,
    high: Number.isFinite(high) ? high : mean,
  };
}

export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Round values of a scale, as many as stand at least so far from each other, px. */
export function ticksOf(scale: ScaleLinear<number, number>, room: number): Tick[] {
  const [from = 0, to = 0] = scale.range();
  let ticks: Tick[] = [];
  for (let count = Math.ceil(Math.abs(to - from) / room) + 1; count > 0; count--) {
    ticks = scale.ticks(count).map((value) => ({ value, at: round(scale(value)) }));
    const [first, second] = ticks;
    if (!first || !second || Math.abs(second.at - first.at) >= room) return ticks;
  }
  return ticks.slice(0, 1);
}

/** A whisker with caps between two places on a line; '' for one without length. */
export function whisker(
  along: 'x' | 'y',
  from: number,
  to: number,
  across: number,
  cap = 3,
): string {
  const [a, b, c] = [round(from), round(to), round(across)];
  if (a === b) return '';
  return along === 'x'
    ? `M${a},${c - cap}V${c + cap}M${a},${c}H${b}M${b},${c - cap}V${c + cap}`
    : `M${c - cap},${a}H${c + cap}M${c},${a}V${b}M${c - cap},${b}H${c + cap}`;
}

export const round = (value: number) => Math.round(value * 10) / 10;

export const clamp = (value: number, least: number, most: number) =>
  Math.min(Math.max(value, least), Math.max(least, most));
