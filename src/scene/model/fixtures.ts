import type { Fixture, FixtureKind, FloorPlan } from '../../scenarios/floorplan';
import { PALETTE } from '../palette';
import { chair } from './counters';
import type { Sculptor } from './sculptor';

type Shape = (sculptor: Sculptor, fixture: Fixture) => void;

/** All fixtures of a plan; each one's front is its own −y. */
export function sculptFixtures(plan: FloorPlan, sculptor: Sculptor): void {
  for (const fixture of plan.fixtures) SHAPES[fixture.kind](sculptor, fixture);
}

/** Direction in which a seated or standing staff member looks: across the furniture. */
export function staffFacingDeg(fixture: Fixture): number {
  if (fixture.staffSpot === undefined) return fixture.rotationDeg - 90;
  const dx = fixture.at[0] - fixture.staffSpot[0];
  const dy = fixture.at[1] - fixture.staffSpot[1];
  return (Math.atan2(dy, dx) * 180) / Math.PI;
}

const SHAPES: Record<FixtureKind, Shape> = {
  ticketMachine: (s, f) => {
    const { widthM: w, depthM: d, heightM: h } = f;
    s.box(f, { w: w * 0.86, d: d * 0.8, h: 0.06, colour: PALETTE.dark });
    s.box(f, { z: 0.06, w: w * 0.74, d: d * 0.55, h: h * 0.62, colour: PALETTE.machine });
    s.box(f, { y: -d * 0.28, z: h * 0.42, w: w * 0.3, d: 0.02, h: 0.03, colour: PALETTE.dark });
    s.box(f, {
      z: 0.06 + h * 0.62,
      w: w * 0.86,
      d: 0.09,
      h: h * 0.34,
      leanDeg: 18,
      colour: PALETTE.machineTrim,
    });
    s.box(f, {
      y: -0.055,
      z: 0.1 + h * 0.63,
      w: w * 0.74,
      d: 0.012,
      h: h * 0.27,
      leanDeg: 18,
      colour: PALETTE.screenLit,
    });
    s.box(f, { y: -d * 0.28, z: 0.06, w: w * 0.74, d: 0.012, h: 0.16, colour: PALETTE.red });
  },
  kiosk: (s, f) => {
    const { widthM: w, depthM: d, heightM: h } = f;
    s.box(f, { w, d: d * 0.8, h: 0.08, colour: PALETTE.dark });
    s.box(f, {
      y: d * 0.08,
      z: 0.08,
      w: w * 0.94,
      d: d * 0.6,
      h: h * 0.48,
      colour: PALETTE.machine,
    });
    s.box(f, {
      y: -d * 0.16,
      z: h * 0.52,
      w: w * 0.94,
      d: d * 0.55,
      h: 0.05,
      leanDeg: -8,
      colour: PALETTE.steel,
    });
    s.box(f, {
      y: d * 0.16,
      z: h * 0.52,
      w: w * 0.94,
      d: d * 0.34,
      h: h * 0.48,
      colour: PALETTE.machine,
    });
    s.box(f, {
      y: -d * 0.02,
      z: h * 0.58,
      w: w * 0.76,
      d: 0.02,
      h: h * 0.3,
      colour: PALETTE.screenLit,
    });
    s.box(f, {
      y: -d * 0.02,
      z: h * 0.91,
      w: w * 0.94,
      d: 0.025,
      h: h * 0.09,
      colour: PALETTE.machineTrim,
    });
    s.box(f, {
      y: -d * 0.23,
      z: 0.08,
      w: w * 0.94,
      d: 0.015,
      h: 0.14,
      colour: PALETTE.machineTrim,
    });
  },
  enquiryScreen: (s, f) => {
    const { widthM: w, depthM: d, heightM: h } = f;
    s.box(f, { w: w * 0.8, d: d * 0.8, h: 0.04, colour: PALETTE.dark });
    s.box(f, { y: 0.05, z: 0.04, w: 0.12, d: 0.1, h: h * 0.62, colour: PALETTE.steel });
    s.box(f, { z: h * 0.6, w, d: 0.07, h: h * 0.4, leanDeg: 30, colour: PALETTE.dark });
    s.box(f, {
      y: -0.04,
      z: h * 0.62,
      w: w * 0.9,
      d: 0.012,
      h: h * 0.35,
      leanDeg: 30,
      colour: PALETTE.screenLit,
    });
  },
  guideDesk: (s, f) => {
    const { widthM: w, depthM: d, heightM: h } = f;
    s.box(f, { w: w * 0.94, d: d * 0.82, h: 0.08, colour: PALETTE.frame });
    s.box(f, { z: 0.08, w, d: d * 0.9, h: h - 0.13, colour: PALETTE.counterBody });
    s.box(f, { y: -d * 0.455, z: h * 0.3, w, d: 0.015, h: h * 0.38, colour: PALETTE.counterBand });
    s.box(f, { z: h - 0.05, w: w + 0.06, d: d + 0.04, h: 0.05, colour: PALETTE.wood });
    s.box(f, {
      x: w * 0.28,
      y: 0.05,
      z: h,
      w: 0.36,
      d: 0.03,
      h: 0.24,
      leanDeg: -6,
      colour: PALETTE.dark,
    });
    s.box(f, { x: -w * 0.28, z: h, w: 0.22, d: 0.3, h: 0.05, colour: PALETTE.paper });
    s.box(f, {
      x: -w * 0.02,
      y: -0.05,
      z: h,
      w: 0.16,
      d: 0.02,
      h: 0.14,
      leanDeg: 20,
      colour: PALETTE.red,
    });
  },
  writingTable: (s, f) => {
    const { widthM: w, depthM: d, heightM: h } = f;
    for (const side of [-1, 1]) {
      s.box(f, {
        x: side * (w / 2 - 0.05),
        w: 0.06,
        d: d * 0.85,
        h: h - 0.05,
        colour: PALETTE.counterBody,
      });
    }
    s.box(f, {
      y: d * 0.3,
      z: h * 0.3,
      w: w - 0.1,
      d: 0.03,
      h: h * 0.55,
      colour: PALETTE.counterBand,
    });
    s.box(f, { z: h - 0.05, w, d, h: 0.05, colour: PALETTE.wood });
    s.box(f, { y: d * 0.36, z: h, w: w * 0.9, d: 0.03, h: 0.26, colour: PALETTE.glass });
    for (const x of [-0.32, 0, 0.32]) {
      s.box(f, { x: x * w, y: -0.04, z: h, w: 0.21, d: 0.28, h: 0.008, colour: PALETTE.paper });
      s.cylinder(f, {
        x: x * w + 0.17,
        y: 0.08,
        z: h,
        r: 0.025,
        h: 0.1,
        sides: 6,
        colour: PALETTE.dark,
      });
    }
  },
  approverDesk: (s, f) => {
    const { widthM: w, depthM: d, heightM: h } = f;
    for (const side of [-1, 1]) {
      s.box(f, {
        x: side * (w / 2 - 0.03),
        w: 0.04,
        d: d * 0.9,
        h: h - 0.04,
        colour: PALETTE.counterBody,
      });
    }
    s.box(f, { z: h - 0.04, w, d, h: 0.04, colour: PALETTE.wood });
    s.box(f, { y: d * 0.42, z: h, w: w * 0.96, d: 0.03, h: 0.32, colour: PALETTE.seat });
    s.box(f, { y: d * 0.12, z: h, w: 0.05, d: 0.04, h: 0.16, colour: PALETTE.dark });
    s.box(f, { y: d * 0.1, z: h + 0.12, w: 0.52, d: 0.03, h: 0.3, colour: PALETTE.dark });
    s.box(f, {
      y: d * 0.1 - 0.02,
      z: h + 0.14,
      w: 0.48,
      d: 0.005,
      h: 0.26,
      colour: PALETTE.screenLit,
    });
    s.box(f, { y: -d * 0.2, z: h, w: 0.4, d: 0.13, h: 0.02, colour: PALETTE.steel });
    s.box(f, { x: w * 0.36, z: h, w: 0.22, d: 0.3, h: 0.09, colour: PALETTE.paper });
    if (f.staffSpot) chair(s, f.staffSpot, staffFacingDeg(f));
  },
  copier: (s, f) => {
    const { widthM: w, depthM: d, heightM: h } = f;
    s.box(f, { w: w * 0.92, d: d * 0.9, h: h * 0.5, colour: PALETTE.steel });
    s.box(f, { z: h * 0.5, w: w * 0.92, d: d * 0.9, h: h * 0.3, colour: PALETTE.machine });
    s.box(f, { z: h * 0.8, w, d, h: h * 0.08, colour: PALETTE.dark });
    s.box(f, {
      y: 0.04,
      z: h * 0.88,
      w: w * 0.86,
      d: d * 0.8,
      h: h * 0.12,
      colour: PALETTE.machine,
    });
    s.box(f, {
      x: w * 0.2,
      y: -d * 0.42,
      z: h * 0.84,
      w: 0.24,
      d: 0.03,
      h: 0.16,
      leanDeg: 40,
      colour: PALETTE.screenLit,
    });
    s.box(f, { y: -d * 0.46, z: h * 0.3, w: w * 0.7, d: 0.02, h: 0.02, colour: PALETTE.dark });
  },
  cabinet: (s, f) => {
    const { widthM: w, depthM: d, heightM: h } = f;
    s.box(f, { w, d, h, colour: PALETTE.column });
    s.box(f, { y: -d / 2, z: 0.05, w: 0.012, d: 0.012, h: h - 0.1, colour: PALETTE.frame });
    s.box(f, { y: -d / 2, z: h * 0.5, w, d: 0.012, h: 0.012, colour: PALETTE.frame });
    for (const side of [-1, 1]) {
      s.box(f, {
        x: side * 0.06,
        y: -d / 2 - 0.01,
        z: h * 0.6,
        w: 0.02,
        d: 0.02,
        h: 0.14,
        colour: PALETTE.dark,
      });
    }
  },
  plant: (s, f) => {
    const { heightM: h } = f;
    const r = Math.min(f.widthM, f.depthM) / 2;
    s.cylinder(f, { r: r * 0.6, rTop: r * 0.8, h: h * 0.3, sides: 12, colour: PALETTE.pot });
    s.cylinder(f, { z: h * 0.28, r: r * 0.72, h: 0.03, sides: 12, colour: PALETTE.woodDark });
    s.cylinder(f, { z: h * 0.3, r: 0.03, h: h * 0.3, sides: 6, colour: PALETTE.woodDark });
    s.ball(f, { z: h * 0.44, r: r * 0.85, h: h * 0.36, colour: PALETTE.leafDark });
    s.ball(f, {
      x: r * 0.3,
      y: r * 0.2,
      z: h * 0.58,
      r: r * 0.62,
      h: h * 0.34,
      colour: PALETTE.leaf,
    });
    s.ball(f, {
      x: -r * 0.3,
      y: -r * 0.25,
      z: h * 0.62,
      r: r * 0.55,
      h: h * 0.38,
      colour: PALETTE.leaf,
    });
  },
};
