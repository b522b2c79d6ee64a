import type { IntervalSeries } from '../sim/experiments/report';

export const WINDOW_SHARES = ['serving', 'walking', 'idle', 'closed'] as const;
export type WindowShare = (typeof WINDOW_SHARES)[number];

export interface UtilisationBar {
  readonly id: string;
  readonly y: number;
  readonly height: number;
  readonly pieces: readonly {
    readonly share: WindowShare;
    readonly x: number;
    readonly width: number;
    readonly value: number;
  }[];
}

export interface UtilisationLayout {
  readonly height: number;
  readonly bars: readonly UtilisationBar[];
}

export interface UtilisationInput {
  readonly series: Pick<IntervalSeries, 'edgesS' | 'windows'>;
  /** Window ids from top to bottom. */
  readonly order: readonly string[];
  /** Where bars begin and how long a whole day is, px. */
  readonly x0: number;
  readonly length: number;
  readonly rowHeight: number;
  readonly barHeight: number;
}

/** One stacked bar a window: the day's shares of serving, waiting for a walker, idle and closed. */
export function utilisationLayout(input: UtilisationInput): UtilisationLayout {
  const { series, order, x0, length, rowHeight, barHeight } = input;
  const bars = order.map((id, row): UtilisationBar => {
    const shares = dayShares(series, id);
    let x = x0;
    return {
      id,
      y: row * rowHeight + (rowHeight - barHeight) / 2,
      height: barHeight,
      pieces: WINDOW_SHARES.map((share) => {
        const value = shares[share];
        const piece = { share, x: round(x), width: round(value * length), value };
        x += value * length;
        return piece;
      }),
    };
  });
  return { height: order.length * rowHeight, bars };
}

/** A window's shares over all intervals, each weighted by its length. */
export function dayShares(
  series: Pick<IntervalSeries, 'edgesS' | 'windows'>,
  id: string,
): Record<WindowShare, number> {
  const total = { serving: 0, walking: 0, idle: 0, closed: 0 };
  const { edgesS } = series;
  const span = (edgesS.at(-1) ?? 0) - (edgesS[0] ?? 0);
  if (!(span > 0)) return total;
  (series.windows[id] ?? []).forEach((bin, i) => {
    const weight = (edgesS[i + 1]! - edgesS[i]!) / span;
    for (const share of WINDOW_SHARES) total[share] += bin[share] * weight;
  });
  return total;
}

const round = (value: number) => Math.round(value * 10) / 10;
