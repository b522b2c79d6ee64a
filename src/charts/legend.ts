import { round } from './frame';
import { fitted, textWidth } from './text';

export interface LegendEntry {
  readonly key: string;
  /** Left end and middle of the entry's row, px. */
  readonly x: number;
  readonly y: number;
  /** The name as far as it fits, and in full. */
  readonly text: string;
  readonly name: string;
}

export interface LegendLayout {
  readonly entries: readonly LegendEntry[];
  readonly symbolWidth: number;
  readonly height: number;
}

const ROW = 19;
const GAP = 14;

/** Entries one after another, in as many rows as they need. */
export function legendLayout(
  items: readonly { readonly key: string; readonly name: string }[],
  at: { readonly x: number; readonly y: number; readonly width: number },
  symbolWidth: number,
): LegendLayout {
  let x = 0;
  let row = 0;
  const entries = items.map(({ key, name }): LegendEntry => {
    const text = fitted(name, at.width - symbolWidth);
    const width = symbolWidth + textWidth(text);
    if (x > 0 && x + width > at.width) {
      x = 0;
      row += 1;
    }
    const entry = { key, name, text, x: round(at.x + x), y: at.y + row * ROW + ROW / 2 };
    x += width + GAP;
    return entry;
  });
  return { entries, symbolWidth, height: items.length === 0 ? 0 : (row + 1) * ROW };
}

/** Nothing to explain. */
export const NO_LEGEND: LegendLayout = { entries: [], symbolWidth: 0, height: 0 };
