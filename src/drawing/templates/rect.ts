/** A rectangle along the axes of a layout's own frame, metres. */
export interface Rect {
  readonly u0: number;
  readonly v0: number;
  readonly u1: number;
  readonly v1: number;
}

/** Nothing thinner than this is kept when rectangles are cut, metres. */
const SLIVER_M = 0.05;

export function rect(u0: number, v0: number, u1: number, v1: number): Rect {
  return { u0, v0, u1, v1 };
}

export function meet(a: Rect, b: Rect): boolean {
  return a.u0 < b.u1 - 1e-9 && b.u0 < a.u1 - 1e-9 && a.v0 < b.v1 - 1e-9 && b.v0 < a.v1 - 1e-9;
}

export function within(inner: Rect, outer: Rect): boolean {
  return (
    inner.u0 >= outer.u0 - 1e-9 &&
    inner.u1 <= outer.u1 + 1e-9 &&
    inner.v0 >= outer.v0 - 1e-9 &&
    inner.v1 <= outer.v1 + 1e-9
  );
}

/**
 * What of `a` lies in `b`; null if that is nothing, or a sliver. Where `b` would leave a sliver of
 * `a`, the answer takes it too.
 */
export function common(a: Rect, b: Rect): Rect | null {
  const from = (edge: number, wanted: number) => (wanted - edge < SLIVER_M ? edge : wanted);
  const to = (edge: number, wanted: number) => (edge - wanted < SLIVER_M ? edge : wanted);
  const cut = rect(from(a.u0, b.u0), from(a.v0, b.v0), to(a.u1, b.u1), to(a.v1, b.v1));
  return cut.u1 - cut.u0 > SLIVER_M && cut.v1 - cut.v0 > SLIVER_M ? cut : null;
}

/** What is left of `a` without `b`, in at most four rectangles that don't overlap; no slivers. */
export function without(a: Rect, b: Rect): Rect[] {
  if (!meet(a, b)) return [a];
  const low = Math.max(a.v0, b.v0);
  const high = Math.min(a.v1, b.v1);
  return [
    rect(a.u0, a.v0, a.u1, low),
    rect(a.u0, high, a.u1, a.v1),
    rect(a.u0, low, b.u0, high),
    rect(b.u1, low, a.u1, high),
  ].filter((piece) => piece.u1 - piece.u0 > SLIVER_M && piece.v1 - piece.v0 > SLIVER_M);
}

export function areaOf({ u0, v0, u1, v1 }: Rect): number {
  return (u1 - u0) * (v1 - v0);
}

/** A rectangle grown on every side; by a negative length it shrinks. */
export function grown({ u0, v0, u1, v1 }: Rect, byM: number): Rect {
  return rect(u0 - byM, v0 - byM, u1 + byM, v1 + byM);
}

/** The smallest rectangle about several. */
export function about(rects: readonly Rect[]): Rect {
  return rect(
    Math.min(...rects.map((r) => r.u0)),
    Math.min(...rects.map((r) => r.v0)),
    Math.max(...rects.map((r) => r.u1)),
    Math.max(...rects.map((r) => r.v1)),
  );
}

/** Unit vectors of the four directions of a frame; exact. */
const UNITS: Readonly<Record<number, readonly [number, number]>> = {
  0: [1, 0],
  90: [0, 1],
  180: [-1, 0],
  270: [0, -1],
};
export const unitOf = (deg: number) => UNITS[((deg % 360) + 360) % 360]!;
