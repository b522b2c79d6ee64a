import type { Box } from '../../src/geometry/vector';
import type { FloorPlan, Point } from '../../src/scenarios/floorplan';

type Fixture = FloorPlan['fixtures'][number];

/** A piece of furniture that nobody uses. */
export function plant(
  id: string,
  at: Point,
  widthM: number,
  depthM: number,
  rotationDeg = 0,
): Fixture {
  return { id, kind: 'plant', at: [...at], widthM, depthM, heightM: 1, rotationDeg };
}

/**
 * A room of 10 × 8 m inside (outline 10.4 × 8.4 from −0.2), its door in the middle of the lower
 * side, a window on a counter by the upper one, and what is given.
 */
export function room(parts: Partial<FloorPlan> = {}): FloorPlan {
  return {
    format: 'hall-twin/floorplan',
    version: 1,
    id: 'room',
    name: 'room',
    provenance: { kind: 'assumption', note: 'for a test' },
    minimumAreaM2: 80,
    ceilingHeightM: 3,
    outline: [
      [-0.2, -0.2],
      [10.2, -0.2],
      [10.2, 8.2],
      [-0.2, 8.2],
    ],
    walls: [
      { id: 'south', from: [-0.2, -0.1], to: [10.2, -0.1], thicknessM: 0.2 },
      { id: 'east', from: [10.1, -0.2], to: [10.1, 8.2], thicknessM: 0.2 },
      { id: 'north', from: [10.2, 8.1], to: [-0.2, 8.1], thicknessM: 0.2 },
      { id: 'west', from: [-0.1, 8.2], to: [-0.1, -0.2], thicknessM: 0.2 },
    ],
    doors: [
      {
        id: 'door',
        kind: 'entranceExit',
        wall: 'south',
        offsetM: 5.2,
        widthM: 1.0,
        heightM: 2.1,
      },
    ],
    columns: [],
    counters: [
      {
        id: 'counter',
        at: [5, 7.2],
        widthM: 10,
        depthM: 0.6,
        heightM: 0.8,
        rotationDeg: 0,
        lowSection: { fromM: 0, toM: 1, heightM: 0.75 },
      },
    ],
    windows: [
      {
        id: 'w1',
        number: 1,
        area: 'comprehensive',
        name: 'Window 1',
        counter: 'counter',
        at: [5, 7.2],
        facingDeg: 270,
        widthM: 1.2,
        visitorSpot: [5, 6.4],
        clerkSpot: [5, 7.7],
      },
    ],
    zones: [
      {
        id: 'hall',
        kind: 'waiting',
        name: 'Hall',
        public: true,
        polygon: [
          [0, 0],
          [10, 0],
          [10, 6.9],
          [0, 6.9],
        ],
      },
    ],
    seats: [],
    fixtures: [],
    displays: [],
    signs: [],
    cameras: [],
    pickups: [],
    ...parts,
  };
}

/** Distance from a point to a rectangle, 0 inside: written on its own, not with the product's faces. */
export function distanceToBox(p: Point, box: Box): number {
  const dx = p[0] - box.at[0];
  const dy = p[1] - box.at[1];
  const x = Math.abs(dx * box.axis[0] + dy * box.axis[1]) - box.halfWidthM;
  const y = Math.abs(-dx * box.axis[1] + dy * box.axis[0]) - box.halfDepthM;
  return Math.hypot(Math.max(0, x), Math.max(0, y));
}

/** Points along a polyline, at most `stepM` apart. */
export function along(points: readonly Point[], stepM: number): Point[] {
  const all: Point[] = [points[0]!];
  for (let i = 0; i + 1 < points.length; i++) {
    const [ax, ay] = points[i]!;
    const [bx, by] = points[i + 1]!;
    const n = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / stepM));
    for (let k = 1; k <= n; k++) all.push([ax + ((bx - ax) * k) / n, ay + ((by - ay) * k) / n]);
  }
  return all;
}
