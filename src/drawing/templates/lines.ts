import type { WindowArea } from '../../scenarios/floorplan';
import { NARROWEST_M, SPOT_M, WIDEST_M } from './measures';
import { grown, meet, type Rect, rect, unitOf } from './rect';
import type { Counter, Rail, Slot } from './skeleton';

const WIDTH_STEP_M = 0.05;

/** A line that counters may stand on: from its start along a direction. */
export interface Line {
  readonly start: readonly [u: number, v: number];
  readonly lengthM: number;
  readonly facingDeg: number;
}

/** The ground that a piece of counter takes with its clerk and visitor. */
function footprint(line: Line, fromM: number, toM: number): Rect {
  const [au, av] = unitOf(line.facingDeg + 90);
  const [fu, fv] = unitOf(line.facingDeg);
  const point = (along: number, out: number) =>
    [line.start[0] + au * along + fu * out, line.start[1] + av * along + fv * out] as const;
  const [a, b] = [point(fromM, -SPOT_M - 0.3), point(toM, SPOT_M + 0.3)];
  return rect(
    Math.min(a[0], b[0]),
    Math.min(a[1], b[1]),
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
  );
}

/** Where windows of a width find room on a line between columns: offsets of their starts. */
function offsetsOn(line: Line, widthM: number, columns: readonly Rect[], most: number): number[] {
  const found: number[] = [];
  for (let at = 0; at + widthM <= line.lengthM + 1e-9 && found.length < most; ) {
    const ground = footprint(line, at, at + widthM);
    if (columns.some((column) => meet(grown(column, 0.02), ground))) at += 0.05;
    else {
      found.push(at);
      at += widthM;
    }
  }
  return found;
}

/**
 * Windows along lines, in the order of their numbers, as wide as they may be. A column makes a gap.
 *
 * @returns the counters of each line, or how many windows find room
 */
export function along(
  lines: readonly Line[],
  areas: readonly WindowArea[],
  columns: readonly Rect[],
): { readonly counters: readonly Counter[][] } | { readonly fit: number } {
  let fit = 0;
  for (let widthM = WIDEST_M; widthM >= NARROWEST_M - 1e-9; widthM -= WIDTH_STEP_M) {
    const room = lines.map((line) => offsetsOn(line, widthM, columns, areas.length));
    const all = room.reduce((sum, { length }) => sum + length, 0);
    fit = Math.min(areas.length, all);
    if (all < areas.length) continue;
    const counts = shares(
      room.map(({ length }) => length),
      areas.length,
    );
    const offsets = room.map((own, i) => own.slice(0, counts[i]));
    let next = 0;
    return {
      counters: lines.map((line, i) => {
        // Windows stand in the middle of what their line leaves over.
        const own = offsets[i]!;
        const shift = shiftOf(line, own, widthM, columns);
        const counters: { facingDeg: number; slots: Slot[]; endM: number }[] = [];
        for (const offset of own) {
          const at = offset + shift;
          const area = areas[next++]!;
          const [au, av] = unitOf(line.facingDeg + 90);
          const middle = at + widthM / 2;
          const slot = {
            area,
            u: line.start[0] + au * middle,
            v: line.start[1] + av * middle,
            widthM,
          };
          const last = counters.at(-1);
          const goesOn =
            last &&
            Math.abs(last.endM - at) < 1e-9 &&
            (last.slots[0]!.area === 'comprehensive') === (area === 'comprehensive');
          if (goesOn) {
            last.slots.push(slot);
            last.endM = at + widthM;
          } else counters.push({ facingDeg: line.facingDeg, slots: [slot], endM: at + widthM });
        }
        return counters.map(({ facingDeg, slots }) => ({ facingDeg, slots }));
      }),
    };
  }
  return { fit };
}

/** A number shared out in proportion to what each can take; whole, and nobody gets more. */
function shares(capacities: readonly number[], count: number): number[] {
  const all = capacities.reduce((sum, one) => sum + one, 0);
  const given = capacities.map((one) => Math.floor((one * count) / all));
  let left = count - given.reduce((sum, one) => sum + one, 0);
  // What is left goes where most of the line is still empty, the first of equals first.
  while (left > 0) {
    const most = given.reduce(
      (best, now, i) =>
        capacities[i]! - now > (best < 0 ? 0 : capacities[best]! - given[best]!) ? i : best,
      -1,
    );
    given[most]!++;
    left--;
  }
  return given;
}

/** How far a line's windows move so that both ends leave alike; none if a column stands there. */
function shiftOf(
  line: Line,
  offsets: readonly number[],
  widthM: number,
  columns: readonly Rect[],
): number {
  const last = offsets.at(-1);
  if (last === undefined) return 0;
  const shift = (line.lengthM - last - widthM) / 2;
  const free = offsets.every((offset) => {
    const ground = footprint(line, offset + shift, offset + shift + widthM);
    return !columns.some((column) => meet(grown(column, 0.02), ground));
  });
  return free ? shift : 0;
}

/** The ends of what stands on a line, metres from its start; null if nothing does. */
function endsOf(line: Line, counters: readonly Counter[]): readonly [number, number] | null {
  const slots = counters.flatMap((counter) => counter.slots);
  if (slots.length === 0) return null;
  const [au, av] = unitOf(line.facingDeg + 90);
  const offsets = slots.map(({ u, v }) => (u - line.start[0]) * au + (v - line.start[1]) * av);
  const half = slots[0]!.widthM / 2;
  return [Math.min(...offsets) - half, Math.max(...offsets) + half];
}

/** Low walls in every gap of a line that counters leave, so that it is shut. */
export function fillers(line: Line, counters: readonly Counter[]): Rail[] {
  const [au, av] = unitOf(line.facingDeg + 90);
  const point = (at: number) => [line.start[0] + au * at, line.start[1] + av * at] as const;
  const ends = counters.map((counter) => endsOf(line, [counter])!);
  const stops = [...ends.flat(), line.lengthM];
  const rails: Rail[] = [];
  let at = 0;
  for (let i = 0; i < stops.length; i += 2) {
    const end = stops[i]!;
    if (end - at > 0.02) rails.push({ from: point(at), to: point(end), full: false });
    at = stops[i + 1] ?? line.lengthM;
  }
  return rails;
}
