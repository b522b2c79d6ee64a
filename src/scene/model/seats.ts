import type { FloorPlan, Point } from '../../scenarios/floorplan';
import { intoOwnAxes } from '../coordinates';
import { PALETTE } from '../palette';
import type { Sculptor } from './sculptor';

type Seat = FloorPlan['seats'][number];

/** Seats on one beam, from end to end. */
export interface SeatRow {
  readonly seats: readonly Seat[];
  readonly at: Point;
  /** Where everybody in the row looks. */
  readonly facingDeg: number;
  /** From the first seat's middle to the last one's. */
  readonly spanM: number;
}

/** Seats side by side are on one beam up to this distance from middle to middle. */
const NEIGHBOUR_M = 0.75;

/** Groups seats that stand side by side and look the same way. */
export function seatRows(seats: readonly Seat[]): SeatRow[] {
  const left = new Set(seats);
  const rows: SeatRow[] = [];
  for (const first of seats) {
    if (!left.delete(first)) continue;
    const row = [first];
    for (let i = 0; i < row.length; i++) {
      for (const other of left) {
        if (sideBySide(row[i]!, other)) {
          left.delete(other);
          row.push(other);
        }
      }
    }
    const across = (seat: Seat) => intoOwnAxes(first.at, first.facingDeg, seat.at)[1];
    row.sort((a, b) => across(a) - across(b));
    const a = row[0]!.at;
    const b = row[row.length - 1]!.at;
    rows.push({
      seats: row,
      at: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2],
      facingDeg: first.facingDeg,
      spanM: Math.hypot(b[0] - a[0], b[1] - a[1]),
    });
  }
  return rows;
}

function sideBySide(a: Seat, b: Seat): boolean {
  if (Math.abs(a.facingDeg - b.facingDeg) > 1) return false;
  const [ahead, aside] = intoOwnAxes(a.at, a.facingDeg, b.at);
  return Math.abs(ahead) < 0.1 && Math.abs(aside) < NEIGHBOUR_M;
}

/** Airport seating: shells on a steel beam. */
export function sculptSeats(plan: FloorPlan, sculptor: Sculptor): void {
  for (const row of seatRows(plan.seats)) {
    const stand = { at: row.at, rotationDeg: row.facingDeg + 90 };
    sculptor.box(stand, { z: 0.3, w: row.spanM + 0.3, d: 0.06, h: 0.06, colour: PALETTE.steel });
    for (const side of row.spanM > 0 ? [-1, 1] : [0]) {
      const x = side * (row.spanM / 2 - 0.05);
      sculptor.box(stand, { x, w: 0.05, d: 0.05, h: 0.32, colour: PALETTE.steel });
      sculptor.box(stand, { x, w: 0.06, d: 0.48, h: 0.035, colour: PALETTE.steel });
    }
    for (const seat of row.seats) shell(sculptor, seat);
  }
}

function shell(sculptor: Sculptor, seat: Seat): void {
  const stand = { at: seat.at, rotationDeg: seat.facingDeg + 90 };
  sculptor.box(stand, {
    y: -0.02,
    z: 0.38,
    w: 0.46,
    d: 0.43,
    h: 0.05,
    leanDeg: 0,
    colour: PALETTE.seat,
  });
  sculptor.box(stand, {
    y: 0.2,
    z: 0.42,
    w: 0.46,
    d: 0.04,
    h: 0.4,
    leanDeg: 12,
    colour: PALETTE.seat,
  });
  sculptor.box(stand, { y: 0.285, z: 0.78, w: 0.46, d: 0.05, h: 0.03, colour: PALETTE.seatDark });
}
