/** System fonts that hold Chinese; nothing is fetched. */
export const FONT_STACK = '"Noto Sans CJK SC","Microsoft YaHei","PingFang SC",system-ui,sans-serif';

export type Painter = CanvasRenderingContext2D;

/** A canvas to paint a texture on, and its painter. Throws Error where the browser has no 2D. */
export function createPainter(
  width: number,
  height: number,
): { canvas: HTMLCanvasElement; painter: Painter } {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const painter = canvas.getContext('2d');
  if (painter === null) throw new Error('no 2D canvas');
  return { canvas, painter };
}

/** Font setting of a weight and a size in pixels. */
export function font(sizePx: number, weight = 500): string {
  return `${weight} ${sizePx}px ${FONT_STACK}`;
}

/** A rectangle in pixels. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Writes one line in the middle of a rectangle, as large as fits it. */
export function writeFitted(
  painter: Painter,
  text: string,
  box: Rect,
  style: { colour: string; weight?: number; align?: 'left' | 'center'; largestPx?: number },
): void {
  let size = Math.min(box.h * 0.86, style.largestPx ?? Number.POSITIVE_INFINITY);
  painter.font = font(size, style.weight);
  const width = painter.measureText(text).width;
  if (width > box.w) {
    size *= box.w / width;
    painter.font = font(size, style.weight);
  }
  painter.fillStyle = style.colour;
  painter.textBaseline = 'middle';
  painter.textAlign = style.align ?? 'center';
  // The optical middle of capitals and Chinese characters lies a little below the em middle.
  painter.fillText(
    text,
    style.align === 'left' ? box.x : box.x + box.w / 2,
    box.y + box.h / 2 + size * 0.04,
  );
}

/** Fills a rectangle with rounded corners. */
export function fillRounded(painter: Painter, box: Rect, radius: number, colour: string): void {
  painter.fillStyle = colour;
  painter.beginPath();
  painter.roundRect(box.x, box.y, box.w, box.h, radius);
  painter.fill();
}
