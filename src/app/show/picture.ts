/** A hall as it is shown, to be put into a picture. */
export interface Scene {
  readonly source: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  /** What it is called beside another; '' alone. */
  readonly name: string;
}

/** What is written on a picture. */
export interface Writing {
  readonly hall: string;
  readonly time: string;
  readonly caption: string;
  /** That all of it is simulated. */
  readonly note: string;
}

const FONT = '"Noto Sans CJK SC","Microsoft YaHei","PingFang SC",system-ui,sans-serif';
const GROUND = '#10171f';

/** The largest part of a picture of one size that fills a box of another, from the middle. */
export function cover(
  width: number,
  height: number,
  boxWidth: number,
  boxHeight: number,
): readonly [x: number, y: number, w: number, h: number] {
  const scale = Math.max(boxWidth / width, boxHeight / height);
  const [w, h] = [boxWidth / scale, boxHeight / scale];
  return [(width - w) / 2, (height - h) / 2, w, h];
}

/** A text in lines that are no wider than may be; at most `most` of them, the last one cut. */
export function linesOf(
  text: string,
  widthOf: (text: string) => number,
  width: number,
  most: number,
): readonly string[] {
  // Chinese may be broken anywhere, other scripts between words.
  const pieces = text.match(/[\u2e80-\uffef]|[^\u2e80-\uffef\s]+\s*|\s+/g) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && widthOf(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]!.slice(0, -1)}…`];
}

/** Draws halls and what is said of them on a canvas; the caption stands below, so it hides nothing. */
export function drawPicture(
  canvas: HTMLCanvasElement,
  scenes: readonly Scene[],
  writing: Writing,
): void {
  const painter = canvas.getContext('2d');
  if (!painter) return;
  const { width, height } = canvas;
  const unit = height / 720;
  const band = (writing.caption === '' ? 46 : 112) * unit;
  painter.fillStyle = GROUND;
  painter.fillRect(0, 0, width, height);
  const each = width / Math.max(1, scenes.length);
  scenes.forEach((scene, i) => {
    const gap = i > 0 ? 3 * unit : 0;
    const [x, w, h] = [i * each + gap, each - gap, height - band];
    const part = cover(scene.width, scene.height, w, h);
    painter.drawImage(scene.source, ...part, x, 0, w, h);
    if (scene.name !== '') label(painter, scene.name, x + 12 * unit, 12 * unit, unit);
  });
  painter.textBaseline = 'middle';
  painter.textAlign = 'left';
  painter.font = `600 ${20 * unit}px ${FONT}`;
  painter.fillStyle = '#ffc54a';
  const middle = height - band + 23 * unit;
  painter.fillText(writing.time, 18 * unit, middle);
  const after = 18 * unit + painter.measureText(`${writing.time}  `).width;
  painter.fillStyle = '#ffffff';
  painter.fillText(writing.hall, after, middle);
  painter.font = `400 ${14 * unit}px ${FONT}`;
  painter.fillStyle = '#aab6c0';
  painter.textAlign = 'right';
  painter.fillText(writing.note, width - 18 * unit, middle);
  painter.textAlign = 'left';
  painter.font = `400 ${22 * unit}px ${FONT}`;
  painter.fillStyle = '#ffffff';
  const widthOf = (text: string) => painter.measureText(text).width;
  linesOf(writing.caption, widthOf, width - 36 * unit, 2).forEach((line, i) => {
    painter.fillText(line, 18 * unit, height - band + (58 + 30 * i) * unit);
  });
}

function label(
  painter: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  unit: number,
): void {
  painter.font = `600 ${18 * unit}px ${FONT}`;
  painter.textBaseline = 'middle';
  painter.textAlign = 'left';
  const w = painter.measureText(text).width + 20 * unit;
  painter.fillStyle = 'rgba(16,23,31,0.82)';
  painter.fillRect(x, y, w, 32 * unit);
  painter.fillStyle = '#ffffff';
  painter.fillText(text, x + 10 * unit, y + 17 * unit);
}
