import type { Rect } from './canvas';

/** Where pictures of given sizes lie on one texture. */
export interface Atlas {
  readonly width: number;
  readonly height: number;
  /** In the order of the sizes asked for. */
  readonly cells: readonly Rect[];
}

/** Pixels left free between cells, so that a coarser copy of the texture does not mix them. */
const GAP = 4;

/**
 * Lays pictures on shelves, the tallest first. Width and height are powers of two.
 * Throws RangeError if a picture is wider than the texture or the whole does not fit.
 */
export function layAtlas(
  sizes: readonly { readonly w: number; readonly h: number }[],
  width: number,
  largestHeight = 4096,
): Atlas {
  const order = sizes.map((_, i) => i).sort((a, b) => sizes[b]!.h - sizes[a]!.h || a - b);
  const cells: Rect[] = new Array(sizes.length);
  let x = GAP;
  let y = GAP;
  let shelf = 0;
  for (const i of order) {
    const { w, h } = sizes[i]!;
    if (w + 2 * GAP > width) throw new RangeError(`a picture of ${w} px on a texture of ${width}`);
    if (x + w + GAP > width) {
      x = GAP;
      y += shelf + GAP;
      shelf = 0;
    }
    cells[i] = { x, y, w, h };
    x += w + GAP;
    shelf = Math.max(shelf, h);
  }
  let height = 1;
  while (height < y + shelf + GAP) height *= 2;
  if (height > largestHeight) throw new RangeError(`pictures need ${height} px of height`);
  return { width, height, cells };
}

/** Texture coordinates of a cell: left, bottom, right, top. */
export function uvOf(atlas: Atlas, cell: number): [number, number, number, number] {
  const { x, y, w, h } = atlas.cells[cell]!;
  return [x / atlas.width, 1 - (y + h) / atlas.height, (x + w) / atlas.width, 1 - y / atlas.height];
}
