import type { FloorPlan } from '../../scenarios/floorplan';
import { inLanguage, type Language } from '../../scenarios/text';
import { intoOwnAxes } from '../coordinates';
import { PALETTE } from '../palette';
import { type Atlas, layAtlas } from './atlas';
import { fillRounded, type Painter, type Rect, writeFitted } from './canvas';
import type { Hanging } from './quads';
import { signSize } from './sizes';

type Sign = FloorPlan['signs'][number];

/** A sign or label that never changes: where it hangs and how it is painted. */
export interface Picture {
  readonly hanging: Hanging;
  readonly paint: (painter: Painter, cell: Rect) => void;
}

/** The signs of a hall. */
export function signPictures(plan: FloorPlan, language: Language): Picture[] {
  return plan.signs.map((sign) => ({
    hanging: {
      ...signSize(sign),
      at: sign.at,
      heightM: sign.heightM,
      facingDeg: sign.facingDeg,
    },
    paint: (painter, cell) =>
      SIGN_PAINTERS[sign.kind](painter, cell, inLanguage(sign.text, language), plan),
  }));
}

/** The window numbers on the counter tops; those on a low section have their own colour. */
export function numberPictures(plan: FloorPlan): Picture[] {
  return plan.windows.flatMap((window) => {
    const counter = plan.counters.find((candidate) => candidate.id === window.counter);
    if (counter === undefined) return [];
    const along = intoOwnAxes(counter.at, counter.rotationDeg, window.at)[0] + counter.widthM / 2;
    const low = counter.lowSection;
    const isLow = low !== undefined && along >= low.fromM && along <= low.toM;
    const top = isLow ? low.heightM : counter.heightM;
    const { at, facingDeg } = window;
    const hanging = { at, facingDeg, heightM: top + 0.004, widthM: 0.3, tallM: 0.3, flat: true };
    const text = String(window.number);
    return [{ hanging, paint: (painter, cell) => paintNumber(painter, cell, text, isLow) }];
  });
}

/** One texture for pictures, at so many pixels a metre (the long side at most 512). */
export function layPictures(pictures: readonly Picture[], pixelsPerMetre = 190): Atlas {
  const sizes = pictures.map(({ hanging }) => {
    const scale = Math.min(pixelsPerMetre, 700 / Math.max(hanging.widthM, hanging.tallM));
    return {
      w: Math.max(48, Math.round(hanging.widthM * scale)),
      h: Math.max(48, Math.round(hanging.tallM * scale)),
    };
  });
  return layAtlas(sizes, 1024);
}

type SignPainter = (painter: Painter, cell: Rect, text: string, plan: FloorPlan) => void;

const SIGN_PAINTERS: Record<Sign['kind'], SignPainter> = {
  entrance: (painter, cell, text) => {
    panel(painter, cell, PALETTE.red);
    writeFitted(painter, text, inset(cell, 0.08, 0.14), { colour: '#fff3d6', weight: 700 });
  },
  zone: (painter, cell, text) => {
    panel(painter, cell, PALETTE.signBlue);
    writeFitted(painter, text, inset(cell, 0.08, 0.12), { colour: '#ffffff', weight: 600 });
  },
  emergencyExit: (painter, cell, text) => {
    panel(painter, cell, PALETTE.signGreen);
    const icon = {
      x: cell.x + cell.h * 0.12,
      y: cell.y + cell.h * 0.14,
      w: cell.h * 0.72,
      h: cell.h * 0.72,
    };
    runningMan(painter, icon);
    const rest = {
      x: icon.x + icon.w + cell.h * 0.08,
      y: cell.y,
      w: cell.w - icon.w - cell.h * 0.32,
      h: cell.h,
    };
    writeFitted(painter, text, rest, { colour: '#ffffff', weight: 700, largestPx: cell.h * 0.42 });
  },
  noSmoking: (painter, cell, text) => {
    panel(painter, cell, '#ffffff');
    const r = Math.min(cell.w, cell.h * 0.7) * 0.4;
    const x = cell.x + cell.w / 2;
    const y = cell.y + cell.h * 0.4;
    painter.fillStyle = '#3a3f45';
    painter.fillRect(x - r * 0.6, y - r * 0.1, r * 1.2, r * 0.2);
    ring(painter, x, y, r, PALETTE.red);
    caption(painter, cell, text, PALETTE.red);
  },
  caution: (painter, cell, text) => {
    panel(painter, cell, '#f6c945');
    const x = cell.x + cell.w / 2;
    const top = cell.y + cell.h * 0.1;
    const side = Math.min(cell.w * 0.8, cell.h * 0.62);
    painter.beginPath();
    painter.moveTo(x, top);
    painter.lineTo(x + side / 2, top + side * 0.87);
    painter.lineTo(x - side / 2, top + side * 0.87);
    painter.closePath();
    painter.fillStyle = '#2a2a2a';
    painter.fill();
    writeFitted(
      painter,
      '!',
      { x: x - side / 2, y: top + side * 0.25, w: side, h: side * 0.62 },
      { colour: '#f6c945', weight: 800 },
    );
    caption(painter, cell, text, '#2a2a2a');
  },
  floorMap: (painter, cell, text, plan) => {
    panel(painter, cell, '#ffffff');
    heading(painter, cell, text, PALETTE.signBlue);
    smallPlan(
      painter,
      inset({ ...cell, y: cell.y + cell.h * 0.22, h: cell.h * 0.78 }, 0.08, 0.08),
      plan,
    );
  },
  notice: (painter, cell, text) => {
    panel(painter, cell, '#fbfaf6');
    heading(painter, cell, text, PALETTE.red);
    const rows = inset({ ...cell, y: cell.y + cell.h * 0.22, h: cell.h * 0.78 }, 0.06, 0.1);
    for (let column = 0; column < 3; column++) {
      const x = rows.x + (column * rows.w) / 3;
      fillRounded(painter, { x, y: rows.y, w: rows.w / 3.3, h: rows.h }, 3, '#ffffff');
      painter.fillStyle = ['#d9e4f2', '#f2e3d9', '#dcefe4'][column]!;
      painter.fillRect(x, rows.y, rows.w / 3.3, rows.h * 0.14);
      painter.fillStyle = '#b9bfc6';
      for (let line = 0; line < 7; line++) {
        const length = 0.5 + 0.4 * Math.abs(Math.sin(3 * column + 5 * line));
        painter.fillRect(
          x + 4,
          rows.y + rows.h * (0.24 + line * 0.1),
          (rows.w / 3.3 - 8) * length,
          Math.max(1, rows.h * 0.025),
        );
      }
    }
  },
};

function panel(painter: Painter, cell: Rect, colour: string): void {
  painter.fillStyle = colour;
  painter.fillRect(cell.x, cell.y, cell.w, cell.h);
  painter.strokeStyle = 'rgba(255,255,255,0.55)';
  painter.lineWidth = Math.max(1, cell.h * 0.03);
  const m = cell.h * 0.05;
  painter.strokeRect(cell.x + m, cell.y + m, cell.w - 2 * m, cell.h - 2 * m);
}

function inset(cell: Rect, x: number, y: number): Rect {
  return {
    x: cell.x + cell.w * x,
    y: cell.y + cell.h * y,
    w: cell.w * (1 - 2 * x),
    h: cell.h * (1 - 2 * y),
  };
}

function heading(painter: Painter, cell: Rect, text: string, colour: string): void {
  painter.fillStyle = colour;
  painter.fillRect(cell.x, cell.y, cell.w, cell.h * 0.2);
  writeFitted(painter, text, inset({ ...cell, h: cell.h * 0.2 }, 0.05, 0.1), {
    colour: '#ffffff',
    weight: 600,
  });
}

function caption(painter: Painter, cell: Rect, text: string, colour: string): void {
  const box = {
    x: cell.x + cell.w * 0.08,
    y: cell.y + cell.h * 0.76,
    w: cell.w * 0.84,
    h: cell.h * 0.2,
  };
  writeFitted(painter, text, box, { colour, weight: 600 });
}

function ring(painter: Painter, x: number, y: number, r: number, colour: string): void {
  painter.strokeStyle = colour;
  painter.lineWidth = r * 0.2;
  painter.beginPath();
  painter.arc(x, y, r, 0, 2 * Math.PI);
  painter.moveTo(x - r * 0.7, y - r * 0.7);
  painter.lineTo(x + r * 0.7, y + r * 0.7);
  painter.stroke();
}

function runningMan(painter: Painter, box: Rect): void {
  const at = (x: number, y: number): [number, number] => [box.x + x * box.w, box.y + y * box.h];
  painter.fillStyle = '#ffffff';
  painter.strokeStyle = '#ffffff';
  painter.lineWidth = box.w * 0.12;
  painter.lineCap = 'round';
  painter.lineJoin = 'round';
  painter.beginPath();
  painter.arc(...at(0.62, 0.14), box.w * 0.1, 0, 2 * Math.PI);
  painter.fill();
  for (const line of [
    [
      [0.55, 0.3],
      [0.45, 0.58],
      [0.62, 0.72],
      [0.55, 0.95],
    ],
    [
      [0.45, 0.58],
      [0.3, 0.74],
      [0.1, 0.76],
    ],
    [
      [0.55, 0.32],
      [0.75, 0.46],
      [0.9, 0.4],
    ],
    [
      [0.55, 0.32],
      [0.34, 0.34],
      [0.22, 0.5],
    ],
  ] as [number, number][][]) {
    painter.beginPath();
    line.forEach(([x, y], i) => {
      if (i === 0) painter.moveTo(...at(x, y));
      else painter.lineTo(...at(x, y));
    });
    painter.stroke();
  }
}

function paintNumber(painter: Painter, cell: Rect, text: string, isLow: boolean): void {
  // Opaque all over: the wood of the slab round a disc.
  painter.fillStyle = PALETTE.wood;
  painter.fillRect(cell.x, cell.y, cell.w, cell.h);
  painter.fillStyle = isLow ? '#3b8f86' : PALETTE.counterBand;
  painter.beginPath();
  painter.arc(cell.x + cell.w / 2, cell.y + cell.h / 2, cell.w * 0.46, 0, 2 * Math.PI);
  painter.fill();
  writeFitted(painter, text, inset(cell, 0.2, 0.16), { colour: '#ffffff', weight: 700 });
}

function smallPlan(painter: Painter, box: Rect, plan: FloorPlan): void {
  const xs = plan.outline.map((p) => p[0]);
  const ys = plan.outline.map((p) => p[1]);
  const left = Math.min(...xs);
  const top = Math.max(...ys);
  const scale = Math.min(box.w / (Math.max(...xs) - left), box.h / (top - Math.min(...ys)));
  const x = (v: number) => box.x + (v - left) * scale;
  const y = (v: number) => box.y + (top - v) * scale;
  for (const zone of plan.zones) {
    painter.fillStyle = zone.public ? '#d6e4f3' : '#e4e4e2';
    painter.beginPath();
    zone.polygon.forEach((p, i) => {
      if (i === 0) painter.moveTo(x(p[0]), y(p[1]));
      else painter.lineTo(x(p[0]), y(p[1]));
    });
    painter.fill();
  }
  painter.strokeStyle = '#4a5a6a';
  painter.lineWidth = 2;
  for (const wall of plan.walls) {
    painter.beginPath();
    painter.moveTo(x(wall.from[0]), y(wall.from[1]));
    painter.lineTo(x(wall.to[0]), y(wall.to[1]));
    painter.stroke();
  }
}
