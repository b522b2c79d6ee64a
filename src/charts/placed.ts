import { clamp, type Plot } from './frame';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Label = Pick<Box, 'width' | 'height'>;

/** Puts a label near a place, inside the plot, where it covers as little as possible of the rest. */
export function placedNear(
  label: Label,
  at: { readonly x: number; readonly y: number },
  plot: Plot,
  taken: readonly Box[],
): Box {
  const sides = [12, -12 - label.width, -label.width / 2];
  const heights = [0, 14, -14, 22, -22, 34, -34, 48, -48];
  const candidates = heights.flatMap((up) =>
    sides.map((aside) => ({
      ...label,
      x: clamp(at.x + aside, plot.x0 + 2, plot.x1 - label.width - 2),
      y: clamp(at.y - up - label.height / 2, plot.y1, plot.y0 - label.height),
    })),
  );
  return freest(candidates, taken) ?? { ...label, ...at };
}

/** Puts a label above or below a level line, where it covers as little as possible of the rest. */
export function placedAlong(label: Label, lineY: number, plot: Plot, taken: readonly Box[]): Box {
  const room = Math.max(0, plot.x1 - plot.x0 - label.width - 8);
  const steps = Array.from({ length: 25 }, (_, k) => plot.x0 + 4 + (k / 24) * room);
  const above = lineY - label.height - 1;
  const candidates = [above, lineY + 2]
    .map((y) => clamp(y, Math.min(plot.y1, above), plot.y0 - label.height))
    .flatMap((y) => steps.map((x) => ({ ...label, x, y })));
  return freest(candidates, taken) ?? { ...label, x: plot.x0, y: lineY };
}

/** The first of the boxes that covers least. */
function freest(candidates: readonly Box[], taken: readonly Box[]): Box | null {
  let best: Box | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const box of candidates) {
    const covered = taken.reduce((sum, other) => sum + overlap(box, other), 0);
    if (covered >= least) continue;
    best = box;
    least = covered;
  }
  return best;
}

/** Shared area, px². */
function overlap(a: Box, b: Box): number {
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, wide) * Math.max(0, high);
}
