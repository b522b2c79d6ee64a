import type { FloorPlan } from '../../scenarios/floorplan';
import { PALETTE } from '../palette';
import { boardOf, isHung, signSize } from '../text/sizes';
import type { Sculptor } from './sculptor';

/** What hangs over people's heads: housings of displays and boards of hanging signs. */
export function sculptHung(plan: FloorPlan, sculptor: Sculptor): void {
  for (const display of plan.displays) {
    const { widthM: w, tallM: h } = boardOf(display);
    const stand = {
      at: display.at,
      rotationDeg: display.facingDeg + 90,
      zM: display.heightM - h / 2,
    };
    sculptor.box(stand, {
      y: 0.035,
      w: w + 0.05,
      d: 0.06,
      h: h + 0.04,
      z: -0.02,
      colour: PALETTE.dark,
    });
    rods(sculptor, stand, w, h, plan.ceilingHeightM - display.heightM - h / 2);
  }
  for (const sign of plan.signs) {
    if (!isHung(plan, sign)) continue;
    const { widthM: w, tallM: h } = signSize(sign);
    const stand = { at: sign.at, rotationDeg: sign.facingDeg + 90, zM: sign.heightM - h / 2 };
    sculptor.box(stand, {
      y: 0.03,
      w: w + 0.03,
      d: 0.05,
      h: h + 0.03,
      z: -0.015,
      colour: PALETTE.frame,
    });
    rods(sculptor, stand, w, h, plan.ceilingHeightM - sign.heightM - h / 2);
  }
}

/** Cameras, each looking where the plan says. */
export function sculptCameras(plan: FloorPlan, sculptor: Sculptor): void {
  for (const camera of plan.cameras) sculptCamera(sculptor, plan, camera);
}

function rods(
  sculptor: Sculptor,
  stand: { at: [number, number]; rotationDeg: number; zM: number },
  widthM: number,
  tallM: number,
  lengthM: number,
): void {
  const h = Math.min(Math.max(lengthM, 0.02), 0.18);
  for (const side of [-1, 1]) {
    sculptor.box(stand, {
      x: side * widthM * 0.36,
      y: 0.03,
      z: tallM,
      w: 0.018,
      d: 0.018,
      h,
      colour: PALETTE.steel,
    });
  }
}

/** A bullet camera looking where the plan says; a wide lens is a dome. */
function sculptCamera(
  sculptor: Sculptor,
  plan: FloorPlan,
  camera: FloorPlan['cameras'][number],
): void {
  const stand = { at: camera.at, rotationDeg: camera.yawDeg + 90, zM: camera.heightM };
  const rod = Math.min(Math.max(plan.ceilingHeightM - camera.heightM, 0.08), 0.25);
  sculptor.box(stand, { y: 0.04, z: 0.04, w: 0.03, d: 0.03, h: rod, colour: PALETTE.steel });
  if (camera.horizontalFovDeg > 130) {
    sculptor.cylinder(stand, { z: 0, r: 0.12, h: 0.06, colour: PALETTE.machine });
    sculptor.ball(stand, { z: -0.09, r: 0.09, colour: PALETTE.dark });
    return;
  }
  // Lying cylinders: a standing one leant forward by a right angle and the pitch.
  const leanDeg = -90 + camera.pitchDeg;
  sculptor.cylinder(stand, {
    y: 0.1,
    z: 0.05,
    r: 0.065,
    h: 0.26,
    sides: 10,
    leanDeg,
    colour: PALETTE.machine,
  });
  const pitch = (camera.pitchDeg * Math.PI) / 180;
  const ahead = 0.26;
  sculptor.cylinder(stand, {
    y: 0.1 - ahead * Math.cos(pitch),
    z: 0.05 + ahead * Math.sin(pitch),
    r: 0.05,
    h: 0.02,
    sides: 10,
    leanDeg,
    colour: PALETTE.dark,
  });
}
