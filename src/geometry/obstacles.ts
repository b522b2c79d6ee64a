import type { FloorPlan, Point } from '../scenarios/floorplan';
import { type Box, boxOf, direction, distance } from './vector';
import { type Door, isPublicDoor, wallPieces } from './walls';

/** Width of a seat in metres: an assumption, as beam seating for waiting halls is sold. */
export const SEAT_WIDTH_M = 0.5;
/** Depth of a seat in metres: an assumption, as above. */
export const SEAT_DEPTH_M = 0.5;

/**
 * Half width of a walking body in metres, kept from walls and columns: shoulders are at most
 * some 0.5 m wide (GB/T 10000-2023). An assumption, rounded.
 */
export const BODY_RADIUS_M = 0.25;
/** Kept from furniture in metres, over which arms and bags pass: an assumption. */
export const FURNITURE_CLEARANCE_M = 0.2;

/** How far the middle of a body stays from things. */
export interface Clearance {
  /** From walls and columns, metres. */
  readonly solidM: number;
  /** From counters, fixtures and seats, metres. */
  readonly furnitureM: number;
}

/** A person walking. */
export const WALKING: Clearance = { solidM: BODY_RADIUS_M, furnitureM: FURNITURE_CLEARANCE_M };

/** Something on the floor that nobody walks through. */
export interface Obstacle extends Box {
  /** What it is in the floor plan. */
  readonly kind: 'wall' | 'column' | 'counter' | 'fixture' | 'seats';
  /** Index in the plan's list of that kind; of a row of seats, its first seat. */
  readonly index: number;
}

/**
 * Everything that stands in the way of visitors, in the plan's order. Doors that visitors don't
 * use (staff, emergency) are shut. Seats side by side form one row.
 * @param open which doors count as open; default: those that visitors use
 */
export function obstaclesOf(
  plan: FloorPlan,
  open: (door: Door) => boolean = isPublicDoor,
): readonly Obstacle[] {
  const walls = wallPieces(plan, open).map(({ wall, index, from, to }): Obstacle => {
    const length = distance(from, to);
    return {
      kind: 'wall',
      index,
      at: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2],
      halfWidthM: length / 2,
      halfDepthM: wall.thicknessM / 2,
      axis: [(to[0] - from[0]) / length, (to[1] - from[1]) / length],
    };
  });
  return [
    ...walls,
    ...plan.columns.map((c, index): Obstacle => ({ kind: 'column', index, ...boxOf(c) })),
    ...plan.counters.map((c, index): Obstacle => ({ kind: 'counter', index, ...boxOf(c) })),
    ...plan.fixtures.map((f, index): Obstacle => ({ kind: 'fixture', index, ...boxOf(f) })),
    ...seatRows(plan),
  ];
}

/** Footprint of one seat; its own x axis is to the left of the sitter. */
export function seatBox(seat: FloorPlan['seats'][number]): Box {
  return {
    at: seat.at,
    halfWidthM: SEAT_WIDTH_M / 2,
    halfDepthM: SEAT_DEPTH_M / 2,
    axis: direction(seat.facingDeg + 90),
  };
}

/** Seats facing one way on one line with gaps too narrow to walk through, joined into rows. */
function seatRows(plan: FloorPlan): Obstacle[] {
  const rows: Obstacle[] = [];
  const seats = plan.seats.map((seat, index) => {
    const box = seatBox(seat);
    const [ax, ay] = box.axis;
    // Position along the row and across it.
    return {
      index,
      box,
      facing: ((seat.facingDeg % 360) + 360) % 360,
      along: seat.at[0] * ax + seat.at[1] * ay,
      acrossUm: Math.round((-seat.at[0] * ay + seat.at[1] * ax) * 1e6),
    };
  });
  const sorted = seats.sort(
    (a, b) =>
      a.facing - b.facing || a.acrossUm - b.acrossUm || a.along - b.along || a.index - b.index,
  );
  for (let i = 0; i < sorted.length; ) {
    const first = sorted[i]!;
    let last = first;
    let index = first.index;
    i++;
    for (; i < sorted.length; i++) {
      const next = sorted[i]!;
      const inLine =
        next.facing === first.facing &&
        next.acrossUm === first.acrossUm &&
        next.along - last.along < SEAT_WIDTH_M + 2 * FURNITURE_CLEARANCE_M;
      if (!inLine) break;
      last = next;
      index = Math.min(index, next.index);
    }
    const at: Point = [
      (first.box.at[0] + last.box.at[0]) / 2,
      (first.box.at[1] + last.box.at[1]) / 2,
    ];
    rows.push({
      kind: 'seats',
      index,
      at,
      halfWidthM: (last.along - first.along) / 2 + SEAT_WIDTH_M / 2,
      halfDepthM: SEAT_DEPTH_M / 2,
      axis: first.box.axis,
    });
  }
  return rows.sort((a, b) => a.index - b.index);
}
