import type { FloorPlan } from '../../scenarios/floorplan';
import { fromOwnAxes, intoOwnAxes } from '../coordinates';
import { PALETTE } from '../palette';
import type { Sculptor } from './sculptor';

type Counter = FloorPlan['counters'][number];
const SLAB_M = 0.045;
const CLERK_DESK_M = 0.74;

/** Counters: body, blue band, wooden slab, low sections, and dividers between the windows. */
export function sculptCounters(plan: FloorPlan, sculptor: Sculptor): void {
  for (const counter of plan.counters) {
    const low = counter.lowSection;
    const gaps = low ? [[low.fromM, low.toM] as const] : [];
    for (const [from, to] of withoutGaps(counter.widthM, gaps)) {
      section(sculptor, counter, from, to, counter.heightM, true);
    }
    if (low)
      section(sculptor, counter, low.fromM, Math.min(low.toM, counter.widthM), low.heightM, false);
  }
  for (const window of plan.windows) {
    const counter = plan.counters.find((candidate) => candidate.id === window.counter);
    if (counter !== undefined) workplace(sculptor, plan, counter, window);
  }
}

function section(
  sculptor: Sculptor,
  counter: Counter,
  from: number,
  to: number,
  height: number,
  solid: boolean,
): void {
  const x = (from + to) / 2 - counter.widthM / 2;
  const w = to - from;
  const { depthM: d } = counter;
  const body = height - SLAB_M;
  if (solid) {
    sculptor.box(counter, { x, y: 0.03, w, d: d - 0.1, h: 0.08, colour: PALETTE.frame });
    sculptor.box(counter, {
      x,
      z: 0.08,
      w,
      d: d - 0.04,
      h: body - 0.08,
      colour: PALETTE.counterBody,
    });
    const band = { x, y: -(d - 0.04) / 2, w, d: 0.012, colour: PALETTE.counterBand };
    sculptor.box(counter, { ...band, z: body - 0.26, h: 0.17 });
  } else {
    // A wheelchair goes under: only the back and two cheeks carry the slab.
    sculptor.box(counter, { x, y: d / 2 - 0.05, w, d: 0.06, h: body, colour: PALETTE.counterBody });
    for (const side of [-1, 1]) {
      const cheek = { x: x + side * (w / 2 - 0.02), w: 0.04, d: d - 0.06, h: body };
      sculptor.box(counter, { ...cheek, colour: PALETTE.counterBand });
    }
  }
  sculptor.box(counter, { x, z: body, w: w + 0.004, d: d + 0.04, h: SLAB_M, colour: PALETTE.wood });
}

/** What is left of a length when the gaps are taken out; in order, empty pieces dropped. */
export function withoutGaps(
  lengthM: number,
  gaps: readonly (readonly [from: number, to: number])[],
): [from: number, to: number][] {
  const pieces: [number, number][] = [];
  let from = 0;
  for (const [start, end] of [...gaps].sort((a, b) => a[0] - b[0])) {
    if (start > from) pieces.push([from, Math.min(start, lengthM)]);
    from = Math.max(from, end);
  }
  if (from < lengthM) pieces.push([from, lengthM]);
  return pieces.filter(([a, b]) => b - a > 1e-6);
}

/** What stands at one window: monitor, scanner, rating device, the clerk's desk and chair. */
function workplace(
  sculptor: Sculptor,
  plan: FloorPlan,
  counter: Counter,
  window: FloorPlan['windows'][number],
): void {
  // Own axes of the window: front (−y) towards the visitor, whatever the counter's turn.
  const stand = { at: window.at, rotationDeg: window.facingDeg + 90 };
  const [x] = intoOwnAxes(counter.at, counter.rotationDeg, window.at);
  const low = counter.lowSection;
  const along = x + counter.widthM / 2;
  const isLow = low !== undefined && along >= low.fromM && along <= low.toM;
  const top = isLow ? low.heightM : counter.heightM;
  const w = window.widthM;
  const back = counter.depthM / 2;
  sculptor.cylinder(stand, {
    x: w * 0.27,
    y: back - 0.12,
    z: top,
    r: 0.1,
    h: 0.015,
    sides: 10,
    colour: PALETTE.dark,
  });
  sculptor.box(stand, {
    x: w * 0.27,
    y: back - 0.1,
    z: top,
    w: 0.04,
    d: 0.03,
    h: 0.16,
    colour: PALETTE.dark,
  });
  const monitor = { x: w * 0.27, y: back - 0.12, z: top + 0.12, turnDeg: 14 };
  sculptor.box(stand, { ...monitor, w: 0.46, d: 0.03, h: 0.28, colour: PALETTE.dark });
  sculptor.box(stand, {
    x: w * 0.27,
    y: back + 0.1,
    z: top,
    w: 0.4,
    d: 0.13,
    h: 0.02,
    colour: PALETTE.steel,
  });
  // Document scanner on its arm, and the five-level rating device on the visitor's side.
  sculptor.box(stand, {
    x: -w * 0.3,
    y: back - 0.16,
    z: top,
    w: 0.24,
    d: 0.2,
    h: 0.025,
    colour: PALETTE.dark,
  });
  sculptor.box(stand, {
    x: -w * 0.3,
    y: back - 0.08,
    z: top,
    w: 0.03,
    d: 0.03,
    h: 0.32,
    colour: PALETTE.steel,
  });
  sculptor.box(stand, {
    x: -w * 0.3,
    y: back - 0.15,
    z: top + 0.3,
    w: 0.05,
    d: 0.17,
    h: 0.03,
    colour: PALETTE.dark,
  });
  sculptor.box(stand, {
    x: -w * 0.33,
    y: -back + 0.12,
    z: top,
    w: 0.19,
    d: 0.02,
    h: 0.14,
    leanDeg: 28,
    colour: PALETTE.screen,
  });
  const edge = w / 2 - 0.01;
  sculptor.box(stand, {
    x: edge,
    y: 0.1,
    z: top,
    w: 0.02,
    d: counter.depthM * 0.6,
    h: 0.24,
    colour: PALETTE.glass,
  });
  chair(sculptor, window.clerkSpot, window.facingDeg);
  const behind = intoOwnAxes(window.at, stand.rotationDeg, window.clerkSpot)[1];
  if (behind - back > 0.75) {
    const at = fromOwnAxes(window.at, stand.rotationDeg, 0, back + 0.2);
    sculptor.box(
      { at, rotationDeg: stand.rotationDeg },
      {
        z: CLERK_DESK_M - 0.03,
        w: w * 0.9,
        d: 0.4,
        h: 0.03,
        colour: PALETTE.wood,
      },
    );
  }
  for (const pickup of plan.pickups) {
    if (pickup.window !== window.id) continue;
    const foot = { at: pickup.at, rotationDeg: stand.rotationDeg, zM: top };
    sculptor.cylinder(foot, { r: 0.05, h: 0.015, sides: 8, colour: PALETTE.dark });
    const neck = Math.max(pickup.heightM - top, 0.12);
    sculptor.cylinder(foot, { r: 0.008, h: neck, sides: 5, colour: PALETTE.dark });
    sculptor.ball(foot, { z: neck - 0.02, r: 0.022, colour: PALETTE.red });
  }
}

/** An office chair at a plan point, looking along `facingDeg`. */
export function chair(sculptor: Sculptor, at: readonly [number, number], facingDeg: number): void {
  const stand = { at: [at[0], at[1]] as [number, number], rotationDeg: facingDeg + 90 };
  const colour = PALETTE.dark;
  sculptor.box(stand, { w: 0.46, d: 0.06, h: 0.04, colour });
  sculptor.box(stand, { w: 0.06, d: 0.46, h: 0.04, colour });
  sculptor.cylinder(stand, { r: 0.03, h: 0.4, sides: 6, colour: PALETTE.steel });
  sculptor.box(stand, { z: 0.4, w: 0.46, d: 0.44, h: 0.06, colour: PALETTE.seatDark });
  sculptor.box(stand, {
    y: 0.22,
    z: 0.5,
    w: 0.42,
    d: 0.05,
    h: 0.42,
    leanDeg: 8,
    colour: PALETTE.seatDark,
  });
}
