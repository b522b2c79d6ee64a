import { grossAreaM2 } from '../../geometry/area';
import { direction, moved } from '../../geometry/vector';
import type { FloorPlan } from '../../scenarios/floorplan';
import { inLanguage, type Language } from '../../scenarios/text';
import { boundsOf, ITEM_LISTS, type ItemList, shapeOf } from '../edit/items';
import { escaped } from './xml-text';

/** Colours of a drawing on paper, by list. */
export const FILLS: Readonly<Record<ItemList, string>> = {
  zones: '#eef3f7',
  walls: '#4a5560',
  doors: '#ffffff',
  columns: '#4a5560',
  counters: '#d9b48a',
  windows: 'none',
  seats: '#7fa6c4',
  fixtures: '#b9c6d1',
  displays: '#20364a',
  signs: '#3f8f5f',
  cameras: '#b4372f',
  pickups: '#7a4fa3',
};

const MARGIN_M = 0.8;
/** Below the plan: name, area and scale bar, metres. */
const FOOT_M = 1.2;
const BAR_M = 5;
/** From the middle of a window to its number, metres. */
const NUMBER_M = 0.55;

const n = (value: number) => String(Math.round(value * 1000) / 1000);

function textAt(
  x: number,
  y: number,
  size: number,
  words: string,
  anchor: 'start' | 'middle' = 'middle',
): string {
  return `<text x="${n(x)}" y="${n(y)}" font-size="${size}" text-anchor="${anchor}" fill="#1d2b36">${escaped(words)}</text>`;
}

/** Everything that a plan holds as pieces of SVG: one unit is a metre, y grows downwards. */
export function planShapes(plan: FloorPlan, language: Language): string {
  const points = (polygon: readonly (readonly [number, number])[]) =>
    polygon.map(([x, y]) => `${n(x)},${n(-y)}`).join(' ');
  const items = ITEM_LISTS.map((list) => {
    const drawn = plan[list].flatMap(({ id }) => {
      const shape = shapeOf(plan, { list, id });
      if (!shape) return [];
      return `<polygon points="${points(shape)}" fill="${FILLS[list]}" stroke="#4a5560" stroke-width="0.02"><title>${escaped(id)}</title></polygon>`;
    });
    return `<g class="${list}">${drawn.join('')}</g>`;
  });
  const labels = [
    ...plan.windows.map(({ at, facingDeg, number }) => {
      // Before the counter, where nothing lies on it.
      const [x, y] = moved(at, direction(facingDeg), NUMBER_M);
      return textAt(x, -y + 0.12, 0.34, String(number));
    }),
    ...plan.zones
      .filter(({ kind }) => kind !== 'circulation')
      .map(({ polygon, name }) => {
        const [a, , , d] = boundsOf([polygon]);
        return textAt(a + 0.1, -d + 0.3, 0.24, inLanguage(name, language), 'start');
      }),
  ];
  return [
    `<polygon points="${points(plan.outline)}" fill="#ffffff" stroke="#1d2b36" stroke-width="0.03"/>`,
    ...items,
    ...labels,
  ].join('\n');
}

/** A plan drawn to scale as an SVG of its own: one unit is a metre; nothing is fetched. */
export function planSvg(plan: FloorPlan, language: Language): string {
  const [x0, y0, x1, y1] = boundsOf([plan.outline]);
  const [left, top] = [x0 - MARGIN_M, -y1 - MARGIN_M];
  const width = x1 - x0 + 2 * MARGIN_M;
  const height = y1 - y0 + 2 * MARGIN_M + FOOT_M;
  const foot = -y0 + MARGIN_M;
  const words = `${inLanguage(plan.name, language)} · ${grossAreaM2(plan).toFixed(2)} m²`;
  const bar = `<path d="M${n(x1 - BAR_M)},${n(foot + 0.25)} h${BAR_M} m0,-0.15 v0.3 m-${BAR_M},0 v-0.3" stroke="#1d2b36" stroke-width="0.04" fill="none"/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="${n(left)} ${n(top)} ${n(width)} ${n(height)}" font-family="PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif">`,
    `<rect x="${n(left)}" y="${n(top)}" width="${n(width)}" height="${n(height)}" fill="#ffffff"/>`,
    planShapes(plan, language),
    textAt(x0, foot + 0.35, 0.36, words, 'start'),
    bar,
    textAt(x1 - BAR_M / 2, foot + 0.75, 0.3, `${BAR_M} m`),
    '</svg>',
  ].join('\n');
}
