import { boundsOf, type ItemList } from '../../drawing/edit/items';
import { FILLS, planShapes } from '../../drawing/export/svg';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { Language } from '../../scenarios/text';
import { html, Markup } from './markup';
import { DOCUMENT_WORDS } from './words';

/** What an A4 page on its side has for the drawing, mm. */
const ROOM_MM = { width: 262, height: 128 } as const;
/** Scales that drawings are made in, 1 : n. */
const SCALES = [20, 25, 50, 75, 100, 125, 150, 200, 250, 300, 400, 500, 750, 1000, 2000, 5000];
/** About the plan, for its measures, metres on paper at 1 : 100. */
const EDGE_M = 0.9;

/** How a plan lies on its page. */
export interface PlanSheet {
  /** 1 : n. */
  readonly scale: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly drawing: Markup;
}

/** The largest usual scale at which something of that size fits the page. */
export function scaleFor(widthM: number, depthM: number): number {
  const fits = SCALES.find((scale) => {
    const edgeMm = 2 * EDGE_M * 10;
    return (
      (widthM * 1000) / scale + edgeMm <= ROOM_MM.width &&
      (depthM * 1000) / scale + edgeMm <= ROOM_MM.height
    );
  });
  return fits ?? Math.ceil(Math.max(widthM / 240, depthM / 100)) * 1000;
}

/** A plan as a drawing of which one millimetre on paper is `scale` millimetres in the hall. */
export function planSheet(plan: FloorPlan, language: Language): PlanSheet {
  const [x0, y0, x1, y1] = boundsOf([plan.outline]);
  const scale = scaleFor(x1 - x0, y1 - y0);
  // The frame is as wide on paper at every scale.
  const edge = (EDGE_M * scale) / 100;
  const width = x1 - x0 + 2 * edge;
  const height = y1 - y0 + 2 * edge;
  const widthMm = round((width * 1000) / scale);
  const heightMm = round((height * 1000) / scale);
  const drawing = html`<svg class="plan" xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${DOCUMENT_WORDS[language].sections.plan}" width="${widthMm}mm" height="${heightMm}mm" viewBox="${round(x0 - edge)} ${round(-y1 - edge)} ${round(width)} ${round(height)}">
${new Markup(planShapes(plan, language))}
${measured(x0, -y0 + 0.45 * edge, x1, -y0 + 0.45 * edge, scale)}
${measured(x0 - 0.45 * edge, -y0, x0 - 0.45 * edge, -y1, scale)}
</svg>`;
  return { scale, widthMm, heightMm, drawing };
}

/** A line with its length along it, level or upright. */
function measured(xa: number, ya: number, xb: number, yb: number, scale: number): Markup {
  const level = ya === yb;
  const length = Math.abs(level ? xb - xa : yb - ya);
  const unit = scale / 100;
  const cap = 0.12 * unit;
  const ends = [
    [xa, ya],
    [xb, yb],
  ].map(([x, y]) =>
    level
      ? `M${round(x!)},${round(y! - cap)}v${round(2 * cap)}`
      : `M${round(x! - cap)},${round(y!)}h${round(2 * cap)}`,
  );
  const x = (xa + xb) / 2;
  const y = (ya + yb) / 2;
  const at = level ? [x, y + 0.38 * unit] : [x - 0.14 * unit, y];
  const turn = level ? '' : `rotate(-90 ${round(at[0]!)} ${round(at[1]!)})`;
  return html`<path d="M${round(xa)},${round(ya)}L${round(xb)},${round(yb)}${ends.join('')}" stroke="#1d2b36" stroke-width="${round(0.02 * unit)}" fill="none"/><text x="${round(at[0]!)}" y="${round(at[1]!)}" transform="${turn}" font-size="${round(0.3 * unit)}" text-anchor="middle" fill="#1d2b36">${length.toFixed(2)} m</text>`;
}

/** A bar of whole metres, drawn in the plan's own scale. */
export function scaleBar(scale: number): Markup {
  const metres = [1, 2, 5, 10, 20, 50, 100].findLast((m) => (m * 1000) / scale <= 60) ?? 1;
  const mm = (metres * 1000) / scale;
  const half = mm / 2;
  return html`<svg class="scale-bar" xmlns="http://www.w3.org/2000/svg" width="${round(mm + 16)}mm" height="7mm" viewBox="0 0 ${round(mm + 16)} 7" aria-hidden="true"><rect x="1" y="1" width="${round(half)}" height="1.6" fill="#1d2b36"/><rect x="${round(1 + half)}" y="1" width="${round(half)}" height="1.6" fill="#fff" stroke="#1d2b36" stroke-width="0.2"/><text x="1" y="6.2" font-size="3" text-anchor="middle" dx="0.8">0</text><text x="${round(1 + mm)}" y="6.2" font-size="3" text-anchor="middle">${metres} m</text></svg>`;
}

const LEGEND: readonly ItemList[] = [
  'walls',
  'doors',
  'counters',
  'seats',
  'fixtures',
  'displays',
  'signs',
  'cameras',
  'pickups',
];

/** What the colours of the drawing mean; only of what is there. */
export function planLegend(plan: FloorPlan, language: Language): Markup {
  const names = DOCUMENT_WORDS[language].items;
  const entries = LEGEND.filter((list) => plan[list].length > 0).map(
    (list) =>
      html`<li><svg xmlns="http://www.w3.org/2000/svg" width="12" height="12" aria-hidden="true"><rect x="1" y="1" width="10" height="10" fill="${FILLS[list]}" stroke="#4a5560"/></svg>${names[list]} × ${plan[list].length}</li>`,
  );
  return html`<ul class="legend">${entries}<li><b>1, 2 …</b> ${names.windows} × ${plan.windows.length}</li></ul>`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
