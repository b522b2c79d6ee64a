import type { FloorPlan, Point } from '../../scenarios/floorplan';

/** The part of a drawing that is shown: its middle in plan metres, and pixels a metre. */
export interface ViewBox {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const LEAST_SCALE = 4;
const MOST_SCALE = 400;
const MARGIN_M = 1;

/** The whole plan in a picture of a size. */
export function wholePlan(plan: FloorPlan, width: number, height: number): ViewBox {
  const xs = plan.outline.map(([x]) => x);
  const ys = plan.outline.map(([, y]) => y);
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
  const [y0, y1] = [Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(width / (x1 - x0 + 2 * MARGIN_M), height / (y1 - y0 + 2 * MARGIN_M));
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2, scale: Math.max(LEAST_SCALE, scale) };
}

/** Nearer by a factor, a point of the plan staying where it is in the picture. */
export function zoomed(view: ViewBox, factor: number, at: Point): ViewBox {
  const scale = Math.min(MOST_SCALE, Math.max(LEAST_SCALE, view.scale * factor));
  const by = view.scale / scale;
  return { x: at[0] + (view.x - at[0]) * by, y: at[1] + (view.y - at[1]) * by, scale };
}

/** As SVG says it, y pointing down. */
export function svgViewBox({ x, y, scale }: ViewBox, width: number, height: number): string {
  const [w, h] = [width / scale, height / scale];
  return `${x - w / 2} ${-y - h / 2} ${w} ${h}`;
}
