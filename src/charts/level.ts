import { type Plot, round } from './frame';
import { type Box, placedAlong } from './placed';
import { fitted, textWidth } from './text';

/** A line to hold figures against, in the unit shown, and what stands at it. */
export interface Level {
  readonly value: number;
  readonly text: string;
}

export interface LevelLayout {
  readonly y: number;
  readonly label: { readonly text: string; readonly x: number; readonly y: number };
}

/** A level line with its text where it covers least. */
export function levelLayout(
  text: string,
  y: number,
  plot: Plot,
  taken: readonly Box[],
): LevelLayout {
  const shown = fitted(text, plot.x1 - plot.x0 - 8, 11);
  const box = placedAlong({ width: textWidth(shown, 11), height: 14 }, y, plot, taken);
  return { y: round(y), label: { text: shown, x: round(box.x), y: round(box.y + 11) } };
}
