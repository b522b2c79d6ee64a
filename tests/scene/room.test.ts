import { Box3, type BufferGeometry } from 'three';
import { describe, expect, it } from 'vitest';
import { sculptCounters, withoutGaps } from '../../src/scene/model/counters';
import { leavesOf } from '../../src/scene/model/doors';
import { sculptFixtures } from '../../src/scene/model/fixtures';
import { floorCovers, placeLabel } from '../../src/scene/model/floor-labels';
import { outset } from '../../src/scene/model/ground-shadow';
import { sculptCameras, sculptHung } from '../../src/scene/model/hung';
import { Sculptor } from '../../src/scene/model/sculptor';
import { sculptSeats, seatRows } from '../../src/scene/model/seats';
import { CUT_M, inside, lowWalls, outerWalls, upperWall } from '../../src/scene/model/walls';
import { bakeLight } from '../../src/scene/view/light-values';
import { SHIPPED_PLANS, shippedPlan } from '../plans';

const boundsOf = (geometry: BufferGeometry) => {
  geometry.computeBoundingBox();
  return geometry.boundingBox ?? new Box3();
};

describe.each(SHIPPED_PLANS)('the room of %s', (id) => {
  const plan = shippedPlan(id);

  it('cuts the walls so that one can look inside', () => {
    const bounds = boundsOf(lowWalls(plan));
    expect(bounds.max.y).toBeCloseTo(CUT_M + 0.02, 5);
    expect(bounds.min.y).toBeCloseTo(0, 5);
  });

  it('knows the outer walls and where outside lies', () => {
    const outer = outerWalls(plan);
    expect(outer.length).toBeGreaterThanOrEqual(plan.outline.length);
    for (const { wall, outwardDeg } of outer) {
      const middle = [(wall.from[0] + wall.to[0]) / 2, (wall.from[1] + wall.to[1]) / 2];
      const angle = (outwardDeg * Math.PI) / 180;
      const step = 2 * wall.thicknessM;
      const out = [middle[0]! + step * Math.cos(angle), middle[1]! + step * Math.sin(angle)];
      expect(inside(out as [number, number], plan.outline)).toBe(false);
      const top = boundsOf(upperWall(plan, wall)!).max.y;
      expect(top).toBeCloseTo(wall.heightM ?? plan.ceilingHeightM, 5);
    }
  });

  it('keeps everything inside the outline and above the floor', () => {
    const sculptor = new Sculptor();
    sculptCounters(plan, sculptor);
    sculptSeats(plan, sculptor);
    sculptFixtures(plan, sculptor);
    sculptCameras(plan, sculptor);
    sculptHung(plan, sculptor);
    expect(sculptor.size).toBeGreaterThan(300);
    const bounds = boundsOf(sculptor.build());
    const xs = plan.outline.map((p) => p[0]);
    const ys = plan.outline.map((p) => p[1]);
    expect(bounds.min.x).toBeGreaterThan(Math.min(...xs) - 0.01);
    expect(bounds.max.x).toBeLessThan(Math.max(...xs) + 0.01);
    expect(-bounds.max.z).toBeGreaterThan(Math.min(...ys) - 0.01);
    expect(-bounds.min.z).toBeLessThan(Math.max(...ys) + 0.01);
    expect(bounds.min.y).toBeGreaterThan(-0.01);
    expect(bounds.max.y).toBeLessThan(plan.ceilingHeightM + 0.1);
  });

  it('puts every seat into one row, side by side', () => {
    const rows = seatRows(plan.seats);
    expect(rows.flatMap((row) => row.seats).length).toBe(plan.seats.length);
    expect(new Set(rows.flatMap((row) => row.seats)).size).toBe(plan.seats.length);
    expect(rows.length).toBeLessThan(plan.seats.length / 2);
    for (const row of rows) {
      // Neighbours are half a metre or so apart, so the span follows from their number.
      expect(row.spanM).toBeGreaterThan((row.seats.length - 1) * 0.45);
      expect(row.spanM).toBeLessThan((row.seats.length - 1) * 0.75 + 1e-6);
    }
  });

  it('writes zone names inside their zones, clear of furniture where there is room', () => {
    const covers = floorCovers(plan);
    let placed = 0;
    for (const zone of plan.zones) {
      const at = placeLabel(zone.polygon, 1, 0.3, covers);
      if (at === null) continue;
      placed++;
      for (const dx of [-0.49, 0, 0.49]) {
        expect(inside([at[0] + dx, at[1]], zone.polygon)).toBe(true);
      }
    }
    expect(placed).toBeGreaterThan(plan.zones.length / 2);
  });

  it('opens the public doors to the inside and shuts the others', () => {
    for (const door of plan.doors) {
      for (const leaf of leavesOf(plan, door)) {
        const isPublic = ['entrance', 'exit', 'entranceExit'].includes(door.kind);
        expect(Math.abs(leaf.standsDeg - leaf.shutDeg) > 1).toBe(isPublic);
        if (!isPublic) continue;
        const angle = (leaf.standsDeg * Math.PI) / 180;
        const end = [
          leaf.hinge[0] + leaf.widthM * Math.cos(angle),
          leaf.hinge[1] + leaf.widthM * Math.sin(angle),
        ];
        expect(inside(end as [number, number], plan.outline)).toBe(true);
      }
    }
  });
});

describe('small parts', () => {
  it('takes gaps out of a length', () => {
    expect(withoutGaps(10, [[2, 3]])).toEqual([
      [0, 2],
      [3, 10],
    ]);
    expect(withoutGaps(10, [[0, 4]])).toEqual([[4, 10]]);
    expect(withoutGaps(10, [])).toEqual([[0, 10]]);
  });

  it('avoids what covers the floor', () => {
    const room = [
      [0, 0],
      [6, 0],
      [6, 2],
      [0, 2],
    ] as const;
    const at = placeLabel(room, 1.5, 0.4, [{ at: [3, 1], halfW: 1, halfD: 1 }]);
    expect(at).not.toBeNull();
    expect(Math.abs(at![0] - 3)).toBeGreaterThan(1.7);
    expect(placeLabel(room, 7, 0.4, [])).toBeNull();
  });

  it('moves an outline outward by the same distance everywhere', () => {
    const square = [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
    ] as const;
    // Three points a corner: outward edges stay straight, corners are rounded.
    const moved = outset(square, 1);
    expect(moved.length).toBe(12);
    for (const point of moved) {
      const dx = Math.max(-point.x, 0, point.x - 2);
      const dy = Math.max(-point.y, 0, point.y - 2);
      expect(Math.hypot(dx, dy)).toBeCloseTo(1, 9);
    }
    for (const point of outset(square, -0.5)) {
      expect(Math.max(Math.abs(point.x - 1), Math.abs(point.y - 1))).toBeCloseTo(0.5, 9);
    }
  });

  it('darkens what looks away from the light', () => {
    const stand = { at: [0, 0] as const, rotationDeg: 0 };
    const geometry = bakeLight(
      new Sculptor().box(stand, { z: 1, w: 1, d: 1, h: 1, colour: '#808080' }).build(),
    );
    const normals = geometry.getAttribute('normal');
    const colours = geometry.getAttribute('color');
    const green = (x: number, y: number, z: number) => {
      for (let i = 0; i < normals.count; i++) {
        const same = [normals.getX(i) - x, normals.getY(i) - y, normals.getZ(i) - z];
        if (Math.hypot(...same) < 1e-6) return colours.getY(i);
      }
      throw new Error('no such side');
    };
    expect(green(0, 1, 0)).toBeGreaterThan(green(0, 0, 1));
    expect(green(0, 0, 1)).toBeGreaterThan(green(1, 0, 0));
    expect(green(1, 0, 0)).toBeGreaterThan(green(0, -1, 0));
  });
});
