import { scaleLinear } from 'd3-scale';
import type { Measure } from '../sim/experiments/report';
import { type VariantStyle, variantStyle } from './colours';
import type { Margins } from './frame';
import { clamp, estimateOf, type Framed, round, ticksOf, whisker } from './frame';
import { type LegendLayout, legendLayout, NO_LEGEND } from './legend';
import { fitted } from './text';

export interface BarsInput {
  /** Windows from top to bottom. */
  readonly rows: readonly { readonly id: string; readonly name: string }[];
  /** Shares in [0, 1] by window id; a window that is not in here is not there in the variant. */
  readonly variants: readonly {
    readonly id: string;
    readonly name: string;
    readonly shares: Readonly<Record<string, Measure>>;
  }[];
  readonly width: number;
  /** `left` holds the names; the height follows from the bars. */
  readonly margins: Margins;
  readonly barHeight: number;
}

export interface BarsLayout extends Framed {
  readonly legend: LegendLayout;
  readonly styles: Readonly<Record<string, VariantStyle>>;
  readonly rows: readonly BarsRow[];
}

export interface BarsRow {
  readonly id: string;
  /** As far as it fits, and in full. */
  readonly text: string;
  readonly name: string;
  readonly y: number;
  readonly height: number;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly variantId: string;
  readonly style: VariantStyle;
  readonly y: number;
  readonly height: number;
  readonly width: number;
  readonly whisker: string;
  /** Where the figure begins: behind bar and whisker. */
  readonly figureX: number;
  /** null where the window is not there, or was never open. */
  readonly measure: Measure | null;
}

const ROW_GAP = 9;
/** Room for a figure behind a full bar, px. */
const FIGURE = 44;
const LETTER = 15;

/** For every window one bar a variant. */
export function barsLayout(input: BarsInput): BarsLayout {
  const { rows, variants, width, margins, barHeight } = input;
  const several = variants.length > 1;
  const legend = several
    ? legendLayout(
        variants.map(({ id, name }) => ({ key: id, name })),
        { x: 2, y: 0, width: width - 4 },
        34,
      )
    : NO_LEGEND;
  const step = variants.length * barHeight + ROW_GAP;
  const x0 = margins.left + (several ? LETTER : 0);
  const y1 = margins.top + legend.height;
  const plot = {
    x0,
    x1: Math.max(x0 + 1, width - margins.right - FIGURE),
    y0: y1 + rows.length * step,
    y1,
  };
  const x = scaleLinear([0, 1], [plot.x0, plot.x1]);
  const held = (share: number) => x(clamp(share, 0, 1));
  return {
    width,
    height: plot.y0 + margins.bottom,
    plot,
    legend,
    styles: Object.fromEntries(variants.map(({ id }, i) => [id, variantStyle(i)])),
    xTicks: ticksOf(x, 44),
    yTicks: [],
    rows: rows.map(({ id, name }, row) => {
      const y = plot.y1 + row * step + ROW_GAP / 2;
      return {
        id,
        name,
        text: fitted(name, margins.left - 6),
        y,
        height: step - ROW_GAP,
        bars: variants.map((variant, i): Bar => {
          const measure = variant.shares[id];
          const figure = estimateOf(measure);
          const top = y + i * barHeight;
          return {
            variantId: variant.id,
            style: variantStyle(i),
            y: top + 1,
            height: barHeight - 2,
            width: figure ? round(held(figure.mean) - plot.x0) : 0,
            whisker: figure
              ? whisker('x', held(figure.low), held(figure.high), top + barHeight / 2)
              : '',
            figureX: round(figure ? held(Math.max(figure.mean, figure.high)) + 6 : plot.x0 + 6),
            measure: figure === null ? null : measure!,
          };
        }),
      };
    }),
  };
}
