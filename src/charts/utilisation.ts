import type { IntervalSeries } from '../sim/experiments/report';
import { type LegendLayout, legendLayout, NO_LEGEND } from './legend';

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
  /** What the pieces of a bar are, above the bars. */
  readonly legend: LegendLayout;
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
  /** Names of the shares and how wide all is, px; absent: they are explained elsewhere. */
  readonly legend?: { readonly nameOf: (share: WindowShare) => string; readonly width: number };
}

/** A square and the space to its name, px. */
const SYMBOL_WIDTH = 14;
const BELOW_LEGEND = 2;

/** One stacked bar a window: the day's shares of serving, waiting for a walker, idle and closed. */
export function utilisationLayout(input: UtilisationInput): UtilisationLayout {
  const { series, order, x0, length, rowHeight, barHeight } = input;
  const legend = input.legend
    ? legendLayout(
        WINDOW_SHARES.map((share) => ({ key: share, name: input.legend!.nameOf(share) })),
        { x: 0, y: 0, width: input.legend.width },
        SYMBOL_WIDTH,
      )
    : NO_LEGEND;
  const top = legend.height > 0 ? legend.height + BELOW_LEGEND : 0;
  const bars = order.map((id, row): UtilisationBar => {
    const shares = dayShares(series, id);
    let x = x0;
    return {
      id,
      y: top + row * rowHeight + (rowHeight - barHeight) / 2,
      height: barHeight,
      pieces: WINDOW_SHARES.map((share) => {
        const value = shares[share];
        const piece = { share, x: round(x), width: round(value * length), value };
        x += value * length;
        return piece;
      }),
    };
  });
  return { height: top + order.length * rowHeight, bars, legend };
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
