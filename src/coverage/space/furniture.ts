import { boxOf, direction, distanceToSegment, moved } from '../../geometry/vector';
import type { Fixture, FloorPlan, Point } from '../../scenarios/floorplan';
import { boxSolid, type Owner, type Solid } from './solid';

/*
 * Shapes of furniture as the scene draws them, reduced to what hides something: upright boxes.
 * Sizes that no plan names are the scene's and so are assumptions.
 */

type Sizes = { w: number; d: number; bottom: number; top: number; x?: number; y?: number };

/** A box in the own axes of a thing: x along its width, y to its back. */
function part(
  owner: Owner,
  at: Point,
  rotationDeg: number,
  { w, d, bottom, top, x = 0, y = 0 }: Sizes,
): Solid {
  const axis = direction(rotationDeg);
  const centre = moved(moved(at, axis, x), [-axis[1], axis[0]], y);
  const box = { at: centre, halfWidthM: w / 2, halfDepthM: d / 2, axis };
  return boxSolid(owner, box, bottom, top);
}

/** A fixture: tables are tops on sides, plants are pots with foliage, the rest are full boxes. */
export function fixtureSolids(fixture: Fixture): Solid[] {
  const owner: Owner = { kind: 'fixture', id: fixture.id };
  const { widthM: w, depthM: d, heightM: h } = fixture;
  const piece = (sizes: Sizes) => part(owner, fixture.at, fixture.rotationDeg, sizes);
  switch (fixture.kind) {
    case 'writingTable':
    case 'approverDesk': {
      const top = Math.max(h - 0.05, 0);
      const found = [piece({ w, d, bottom: top, top: h })];
      for (const side of [-1, 1])
        found.push(piece({ x: side * (w / 2 - 0.03), w: 0.05, d: d * 0.9, bottom: 0, top }));
      // The screen that shields an approver from the next desk.
      if (fixture.kind === 'approverDesk')
        found.push(piece({ y: d * 0.42, w: w * 0.96, d: 0.03, bottom: h, top: h + 0.32 }));
      return found;
    }
    case 'plant': {
      const r = Math.min(w, d) / 2;
      return [
        octagon(owner, fixture.at, r * 0.8, 0, h * 0.3),
        octagon(owner, fixture.at, 0.03, h * 0.3, h * 0.44),
        octagon(owner, fixture.at, r * 0.9, h * 0.44, h),
      ];
    }
    case 'enquiryScreen':
      return [
        piece({ y: 0.05, w: 0.12, d: 0.1, bottom: 0, top: h * 0.62 }),
        piece({ w, d: Math.min(d, 0.25), bottom: h * 0.6, top: h }),
      ];
    default:
      return [boxSolid(owner, boxOf(fixture), 0, h)];
  }
}

function octagon(owner: Owner, at: Point, radiusM: number, bottomM: number, topM: number): Solid {
  const footprint = Array.from({ length: 8 }, (_, i) =>
    moved(at, direction(22.5 + 45 * i), radiusM),
  );
  return { owner, footprint, bottomM, topM };
}

/** A waiting seat: the shell and its back. */
export function seatSolids(seat: FloorPlan['seats'][number]): Solid[] {
  const owner: Owner = { kind: 'seat', id: seat.id };
  const rotationDeg = seat.facingDeg + 90;
  return [
    part(owner, seat.at, rotationDeg, { y: -0.02, w: 0.46, d: 0.43, bottom: 0.38, top: 0.43 }),
    part(owner, seat.at, rotationDeg, { y: 0.24, w: 0.46, d: 0.06, bottom: 0.43, top: 0.81 }),
  ];
}

/** Displays are as tall as their width by these, as drawn. */
const DISPLAY_ASPECT = { window: 2.1, hall: 2.4 } as const;
const SIGN_ASPECT: Readonly<Record<FloorPlan['signs'][number]['kind'], number>> = {
  entrance: 7,
  floorMap: 4 / 3,
  zone: 6,
  noSmoking: 0.8,
  emergencyExit: 2.6,
  caution: 0.8,
  notice: 1.6,
};
/** Signs nearer to a wall than this are mounted flat on it and hide nothing. */
const ON_WALL_M = 0.35;

/** Displays, and the signs that hang free in the room, as thin boxes. */
export function hungSolids(plan: FloorPlan): Solid[] {
  const displays = plan.displays.map((display) => {
    const half = display.widthM / DISPLAY_ASPECT[display.kind] / 2;
    return part({ kind: 'display', id: display.id }, display.at, display.facingDeg + 90, {
      y: 0.035,
      w: display.widthM + 0.05,
      d: 0.06,
      bottom: display.heightM - half - 0.02,
      top: display.heightM + half + 0.02,
    });
  });
  const signs = plan.signs
    .filter((sign) =>
      plan.walls.every((wall) => distanceToSegment(sign.at, wall.from, wall.to) > ON_WALL_M),
    )
    .map((sign) => {
      const aspect = sign.kind === 'zone' && sign.widthM < 1.3 ? 3.2 : SIGN_ASPECT[sign.kind];
      const half = sign.widthM / aspect / 2;
      return part({ kind: 'sign', id: sign.id }, sign.at, sign.facingDeg + 90, {
        y: 0.03,
        w: sign.widthM + 0.03,
        d: 0.05,
        bottom: sign.heightM - half - 0.015,
        top: sign.heightM + half + 0.015,
      });
    });
  return [...displays, ...signs];
}
