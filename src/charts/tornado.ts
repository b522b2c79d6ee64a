import { max, min } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Measure } from '../sim/experiments/report';
import type { Margins } from './frame';
import { type Estimate, estimateOf, type Framed, round, ticksOf, whisker } from './frame';
import { fitted, textWidth } from './text';

export interface TornadoInput {
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly low: TornadoEndInput;
    readonly high: TornadoEndInput;
    /** Stands in the column at the right. */
    readonly note: string | null;
  }[];
  /** The figure under all assumptions as they are. */
  readonly base: number;
  readonly width: number;
  readonly margins: Margins;
  readonly rowHeight: number;
  /** Columns for names and notes, px. */
  readonly nameWidth: number;
  readonly noteWidth: number;
}

/** One end of an assumption: what it is set to ("×0.8") and the figure that follows. */
export interface TornadoEndInput {
  readonly text: string;
  readonly value: Measure;
}

export interface TornadoLayout extends Framed {
  readonly baseX: number;
  /** Left end of the notes, px. */
  readonly noteX: number;
  readonly noteWidth: number;
  /** From the assumption that matters most to the one that matters least. */
  readonly rows: readonly TornadoRow[];
}

export interface TornadoRow {
  readonly id: string;
  /** As far as they fit, and in full. */
  readonly text: string;
  readonly name: string;
  readonly noteText: string;
  readonly note: string | null;
  readonly y: number;
  readonly height: number;
  /** How far the row reaches around the base. */
  readonly swing: number;
  readonly ends: readonly TornadoEnd[];
}

export interface TornadoEnd {
  readonly end: 'low' | 'high';
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
  readonly whisker: string;
  readonly label: {
    readonly text: string;
    readonly x: number;
    readonly anchor: 'start' | 'end';
  };
}

const ENDS = ['low', 'high'] as const;
const LABEL_SIZE = 11;

/** For every assumption a bar from the figure at its low end to that at its high end. */
export function tornadoLayout(input: TornadoInput): TornadoLayout {
  const { rows, width, margins, rowHeight, nameWidth, noteWidth } = input;
  const base = Number.isFinite(input.base) ? input.base : 0;
  const left = margins.left + nameWidth;
  const noteX = width - margins.right - noteWidth;
  const y1 = margins.top;
  const plot = {
    x0: left,
    x1: Math.max(left + 1, noteX - (noteWidth > 0 ? 8 : 0)),
    y0: y1 + rows.length * rowHeight,
    y1,
  };
  const room = plot.x1 - plot.x0;
  const longest = max(rows, (row) => max(ENDS, (end) => textWidth(row[end].text, LABEL_SIZE))) ?? 0;
  const pad = Math.min(longest + 8, room * 0.28);

  const known = rows.map((row) => ({
    row,
    low: estimateOf(row.low.value),
    high: estimateOf(row.high.value),
  }));
  const figures = known.flatMap(({ low, high }) => [low, high].filter((one) => one !== null));
  const least = min([base, ...figures.map(({ low }) => low)]) ?? base;
  const most = max([base, ...figures.map(({ high }) => high)]) ?? base;
  const spare = least === most ? Math.abs(base) * 0.1 || 1 : 0;
  const x = scaleLinear([least - spare, most + spare], [plot.x0 + pad, plot.x1 - pad]);

  const laid = known
    .map((one) => ({ ...one, swing: swingOf(base, one.low, one.high) }))
    .sort((a, b) => b.swing - a.swing);
  return {
    width,
    height: plot.y0 + margins.bottom,
    plot,
    noteX,
    noteWidth,
    baseX: round(x(base)),
    xTicks: ticksOf(x, 36),
    yTicks: [],
    rows: laid.map(({ row, low, high, swing }, i): TornadoRow => {
      const y = plot.y1 + i * rowHeight + 3;
      const height = rowHeight - 6;
      const sides = {
        low: sideOf(low, high, base) ?? -1,
        high: sideOf(high, low, base) ?? 1,
      };
      const beside = low !== null && high !== null && sides.low === sides.high;
      const crossed =
        !beside && low !== null && high !== null && low.low <= high.high && high.low <= low.high;
      const ends = ENDS.flatMap((end): TornadoEnd[] => {
        const figure = end === 'low' ? low : high;
        if (figure === null) return [];
        const top = beside && end === 'high' ? y + height / 2 : y;
        const tall = beside ? height / 2 : height;
        const [from, to] = [x(base), x(figure.mean)];
        const side = sides[end];
        // The whisker of the other end may reach over the base: the label keeps clear of both.
        const near = beside ? [figure] : [low, high].filter((one) => one !== null);
        const tip =
          side < 0
            ? Math.min(to, ...near.map((one) => x(one.low)))
            : Math.max(to, ...near.map((one) => x(one.high)));
        return [
          {
            end,
            x: round(Math.min(from, to)),
            width: round(Math.abs(to - from)),
            y: top,
            height: tall,
            whisker: whisker(
              'x',
              x(figure.low),
              x(figure.high),
              top + tall * (crossed ? (end === 'low' ? 0.28 : 0.72) : 0.5),
            ),
            label: {
              text: fitted(row[end].text, pad - 5, LABEL_SIZE),
              x: round(tip + side * 5),
              anchor: side < 0 ? 'end' : 'start',
            },
          },
        ];
      });
      return {
        id: row.id,
        name: row.name,
        text: fitted(row.name, nameWidth - 8),
        note: row.note,
        noteText: fitted(row.note ?? '', noteWidth),
        y,
        height,
        swing,
        ends,
      };
    }),
  };
}

function swingOf(base: number, low: Estimate | null, high: Estimate | null): number {
  const reached = [base, low?.mean ?? base, high?.mean ?? base];
  return max(reached)! - min(reached)!;
}

/** Left or right of the base; an end that changes nothing takes the side that the other leaves. */
function sideOf(figure: Estimate | null, other: Estimate | null, base: number): -1 | 1 | null {
  if (figure !== null && figure.mean !== base) return figure.mean < base ? -1 : 1;
  if (other !== null && other.mean !== base) return other.mean < base ? 1 : -1;
  return null;
}
