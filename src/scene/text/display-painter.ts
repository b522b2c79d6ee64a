import type { Language } from '../../scenarios/text';
import { WindowState } from '../../sim/hall/timeline';
import { PALETTE, WINDOW_STATE_COLOURS } from '../palette';
import { type Painter, type Rect, writeFitted } from './canvas';
import { callsHeading, noCalls, type WindowText } from './display-text';

const BLACK = '#10171f';

/** Pixels of a window's display. */
export const WINDOW_CELL = { w: 232, h: 110 } as const;
/** Pixels of the large display. */
export const HALL_CELL = { w: 600, h: 250 } as const;
/** Lines on the large display. */
export const HALL_LINES = 3;

/** Number on blue, beside it the ticket over the state. */
export function paintWindowDisplay(painter: Painter, cell: Rect, text: WindowText): void {
  const closed = text.state === WindowState.Closed;
  const { x, y, w, h } = cell;
  painter.fillStyle = BLACK;
  painter.fillRect(x, y, w, h);
  const block = w * 0.36;
  painter.fillStyle = closed ? '#5d6873' : PALETTE.counterBand;
  painter.fillRect(x, y, block, h);
  writeFitted(
    painter,
    text.number,
    { x: x + 6, y: y + 8, w: block - 12, h: h - 14 },
    { colour: '#ffffff', weight: 700 },
  );
  const colour = WINDOW_STATE_COLOURS[text.state];
  const right = { x: x + block + 8, w: w - block - 16 };
  if (text.ticket === '') {
    writeFitted(
      painter,
      text.stateText,
      { ...right, y: y + 10, h: h - 20 },
      { colour, weight: 600, largestPx: 44 },
    );
    return;
  }
  writeFitted(painter, text.ticket, { ...right, y: y + 4, h: h * 0.6 }, { colour, weight: 700 });
  writeFitted(
    painter,
    text.stateText,
    { ...right, y: y + h * 0.63, h: h * 0.3 },
    { colour: '#dfe6ec', weight: 500 },
  );
}

/** Heading and the latest calls, the newest in amber. */
export function paintHallDisplay(
  painter: Painter,
  cell: Rect,
  lines: readonly string[],
  language: Language,
): void {
  const { x, y, w, h } = cell;
  painter.fillStyle = BLACK;
  painter.fillRect(x, y, w, h);
  painter.fillStyle = PALETTE.red;
  painter.fillRect(x, y, w, h * 0.22);
  const band = { x: x + 16, y: y + 4, w: w - 32, h: h * 0.22 - 8 };
  writeFitted(painter, callsHeading(language), band, { colour: '#fff3d6', weight: 700 });
  const room = { x: x + 20, w: w - 40, h: (h * 0.74) / HALL_LINES };
  if (lines.length === 0) {
    writeFitted(
      painter,
      noCalls(language),
      { ...room, y: y + h * 0.46 },
      { colour: '#8fb7de', weight: 600 },
    );
  }
  lines.forEach((line, i) => {
    const colour = i === 0 ? WINDOW_STATE_COLOURS[WindowState.Serving] : '#c7d3de';
    writeFitted(
      painter,
      line,
      { ...room, y: y + h * 0.24 + i * room.h },
      { colour, weight: i === 0 ? 700 : 500 },
    );
  });
}
