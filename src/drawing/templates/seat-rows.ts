import type { Ground } from './floor';
import type { Frame } from './frame';
import { PASSAGE_M, SERVICE_M, SPOT_M } from './measures';
import { grown, meet, type Rect, rect } from './rect';
import type { Skeleton } from './skeleton';
import { stripOf } from './strip';

const SEAT_PITCH_M = 0.55;
const ROW_PITCH_M = 1.05;
/** Seats side by side before an aisle. */
const BLOCK = 6;
export const SEAT_M = 0.5;

export interface Seat {
  readonly u: number;
  readonly v: number;
  readonly facingDeg: number;
}

/** How many seats and rows there may be. */
export interface Most {
  readonly seats: number;
  readonly rows: number;
}

/** Rows of seats that face the far counters, from the counters backward. */
export function seatRows(frame: Frame, skeleton: Skeleton, ground: Ground, most: Most): Seat[][] {
  const [main] = skeleton.floor;
  const strips = skeleton.counters.map(stripOf);
  const sides = strips.some((strip) => meet(strip, rect(main.u0, main.v0, main.u0 + 1, main.v1)));
  const within = rect(
    main.u0 + PASSAGE_M + (sides ? SERVICE_M - SPOT_M : 0),
    main.v0,
    main.u1 - PASSAGE_M,
    main.v1 - (SERVICE_M - 0.3) - PASSAGE_M,
  );
  return rowsIn(within, frame, ground, most);
}

/** Rows of seats in another part of the room, a passage left where it opens onto the main one. */
export function rowsBeside(
  frame: Frame,
  part: Rect,
  main: Rect,
  ground: Ground,
  most: Most,
): Seat[][] {
  const wide = part.u1 - part.u0 > 2 * PASSAGE_M + 3 * SEAT_PITCH_M;
  const side = (open: boolean) => (open || wide ? PASSAGE_M : 0.1);
  const within = rect(
    part.u0 + side(part.u0 >= main.u1 - 0.01),
    part.v0 + (part.v0 >= main.v1 - 0.01 ? PASSAGE_M : 0),
    part.u1 - side(part.u1 <= main.u0 + 0.01),
    part.v1 - PASSAGE_M,
  );
  return rowsIn(within, frame, ground, most);
}

/** Rows of seats in a rectangle, from its far side backward, aisles between blocks. */
function rowsIn(within: Rect, { columns }: Frame, ground: Ground, most: Most): Seat[][] {
  const rows: Seat[][] = [];
  let left = most.seats;
  for (
    let v = within.v1 - SEAT_M / 2;
    v >= within.v0 + SEAT_M / 2 && rows.length < most.rows && left > 0;
    v -= ROW_PITCH_M
  ) {
    const row: Seat[] = [];
    let run = 0;
    for (let u = within.u0 + SEAT_M / 2; u + SEAT_M / 2 <= within.u1 && left > 0; ) {
      // Knees before a seat, and a passage to everything that is not a seat.
      const body = rect(u - SEAT_M / 2, v - SEAT_M / 2, u + SEAT_M / 2, v + SEAT_M / 2);
      const free =
        ground.isFree(rect(u - SEAT_M / 2, v - SEAT_M / 2, u + SEAT_M / 2, v + 0.5)) &&
        !columns.some((column) => meet(grown(column, 0.3), body));
      if (!free) {
        run = 0;
        u += 0.1;
        continue;
      }
      row.push({ u, v, facingDeg: 90 });
      left--;
      run++;
      u += run % BLOCK === 0 ? SEAT_PITCH_M + PASSAGE_M : SEAT_PITCH_M;
      if (run % BLOCK === 0) run = 0;
    }
    const whole = withoutStragglers(row);
    left += row.length - whole.length;
    if (whole.length > 0) rows.push(whole);
  }
  return rows;
}

/** Seats that stand alone or in twos are left out of a row. */
function withoutStragglers(row: readonly Seat[]): Seat[] {
  const blocks: Seat[][] = [];
  for (const seat of row) {
    const last = blocks.at(-1)?.at(-1);
    if (last && seat.u - last.u < SEAT_PITCH_M + 0.05) blocks.at(-1)!.push(seat);
    else blocks.push([seat]);
  }
  return blocks.filter(({ length }) => length > 2).flat();
}
