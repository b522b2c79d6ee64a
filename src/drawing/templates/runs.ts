import type { WindowArea } from '../../scenarios/floorplan';
import type { Frame, FrameDoor } from './frame';
import type { LayoutKind, Misfit } from './kinds';
import { grown, meet, type Rect, rect } from './rect';

// Measures of counters as they are usually built; each an assumption.
export const COUNTER_DEPTH_M = 0.6;
/** From the middle of a counter to the visitor, and to the clerk, metres. */
export const SPOT_M = 0.75;
/** Widths that a window may have, metres: nobody published one. */
const WIDEST_M = 1.3;
const NARROWEST_M = 1.1;
const WIDTH_STEP_M = 0.05;
/** From the middle of a counter to the wall behind its clerks, metres. */
const CLERKS_M = 1.45;
/** A back office behind the clerks' wall, metres. */
const OFFICE_M = 1.6;
const OFFICE_WALL_M = 0.1;
/** A gate for staff with its posts, metres. */
export const GATE_M = 1.2;
/** Between the fronts of two runs at a corner, metres: two visitors and a passage. */
const CORNER_M = 2.4;
/** From the face of a wall to the middle of a door in it, metres at most. */
const DOOR_DEPTH_M = 0.6;
/** Kept free beside a door that a run of counters ends before, metres. */
const BESIDE_DOOR_M = 0.4;
/** Half the thickness of a rail, metres. */
const HALF_RAIL_M = 0.05;
/** Visitors and those who pass behind them, from the middle of a counter, metres. */
export const SERVICE_M = COUNTER_DEPTH_M / 2 + 1.2;
/** Least floor between the front and the service strip, metres. */
const FRONT_M = 2.6;
/** Between the opposite counters of an island, middle to middle, metres. */
const ISLAND_M = 2.6;
/** Least way round an island, from the middle of its counter to the wall, metres. */
const ROUND_M = COUNTER_DEPTH_M / 2 + 1.8;

/** A window's place: the middle of its piece of counter in the frame. */
export interface Slot {
  readonly area: WindowArea;
  readonly u: number;
  readonly v: number;
  readonly widthM: number;
}

/** Slots side by side that share a counter; all face one way. */
export interface Counter {
  /** Direction in the frame from clerk to visitor, degrees. */
  readonly facingDeg: number;
  readonly slots: readonly Slot[];
}

/** A low wall that keeps visitors out of the staff's floor, or, full height, of the back office. */
export interface Rail {
  readonly from: readonly [u: number, v: number];
  readonly to: readonly [u: number, v: number];
  readonly full: boolean;
  /** Middle of a staff door in it, metres from `from`; absent for none. */
  readonly gateM?: number;
}

/** What a layout makes of the frame before anything but counters stands in it. */
export interface Skeleton {
  readonly counters: readonly Counter[];
  readonly rails: readonly Rail[];
  /** Floor for visitors, in rectangles that don't overlap; the first is where they come in. */
  readonly floor: readonly [Rect, ...Rect[]];
  readonly clerks: readonly Rect[];
  readonly office: Rect | null;
  /** Sides of the first rectangle that are walls of the room. */
  readonly walls: readonly ('near' | 'right' | 'far' | 'left')[];
}

/** A line that counters may stand on: from its start along a direction. */
interface Line {
  readonly start: readonly [u: number, v: number];
  readonly lengthM: number;
  readonly facingDeg: number;
}

/** Unit vectors of the four directions of a frame; exact. */
const UNITS: Readonly<Record<number, readonly [number, number]>> = {
  0: [1, 0],
  90: [0, 1],
  180: [-1, 0],
  270: [0, -1],
};
export const unitOf = (deg: number) => UNITS[((deg % 360) + 360) % 360]!;

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
function along(
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
function fillers(line: Line, counters: readonly Counter[]): Rail[] {
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

/** A layout's skeleton, or why there is none. */
export function skeletonOf(
  kind: LayoutKind,
  frame: Frame,
  areas: readonly WindowArea[],
): Skeleton | Misfit {
  const made = kind === 'island' ? island(frame, areas) : open(kind, frame, areas);
  if ('why' in made) return made;
  const [first] = made.floor;
  const shut = frame.doors.some(
    (door) => door.kind !== 'staff' && !made.floor.some((part) => opensOnto(door, part)),
  );
  if (shut) return { why: 'door' };
  return first.v1 - first.v0 < FRONT_M ? { why: 'noFloor' } : made;
}

/** Whether a door stands in the edge of a piece of floor, or in the wall just beyond it. */
function opensOnto({ side, u, v }: FrameDoor, part: Rect): boolean {
  const beside =
    side === 'near' || side === 'far' ? u > part.u0 && u < part.u1 : v > part.v0 && v < part.v1;
  const edge = { near: v - part.v0, far: v - part.v1, left: u - part.u0, right: u - part.u1 }[side];
  return beside && Math.abs(edge) < DOOR_DEPTH_M;
}

/** Straight, L and U: counters along the far side, and along the right or both sides. */
function open(
  kind: Exclude<LayoutKind, 'island'>,
  frame: Frame,
  areas: readonly WindowArea[],
): Skeleton | Misfit {
  let fit = 0;
  // With a back office if there is room for one.
  for (const officeM of [OFFICE_M + OFFICE_WALL_M, 0]) {
    const made = openWith(kind, frame, areas, officeM);
    if (!('why' in made)) return made;
    if (made.why === 'windows') fit = Math.max(fit, made.fit);
  }
  return { why: 'windows', fit };
}

function openWith(
  kind: Exclude<LayoutKind, 'island'>,
  { widthM: w, depthM: d, columns, doors }: Frame,
  areas: readonly WindowArea[],
  officeM: number,
): Skeleton | Misfit {
  const half = COUNTER_DEPTH_M / 2;
  const back = d - officeM;
  const farV = back - CLERKS_M;
  const left = kind === 'u';
  const right = kind !== 'straight';
  const axisL = CLERKS_M;
  const axisR = w - CLERKS_M;
  // Where the far run begins and ends: at walls, or at the rails beside a pocket of public floor.
  const from = left ? axisL + half + CORNER_M : 0;
  const to = right ? axisR - half - CORNER_M : w;
  if (farV < FRONT_M + SERVICE_M || to - from < NARROWEST_M) return { why: 'windows', fit: 0 };
  // A straight run keeps room for its gate; the others have theirs in the rails of the pockets.
  const farLength =
    kind === 'straight' ? to - from - GATE_M : to - from - HALF_RAIL_M * (left ? 2 : 1);
  // A run along a side begins beyond the public doors of that side, which keep their floor.
  const beginOf = (side: 'left' | 'right') =>
    Math.max(
      Math.min(1.1, back / 6),
      ...doors.flatMap((door) =>
        door.side === side && door.kind !== 'staff' && door.v < back
          ? [door.v + door.widthM / 2 + BESIDE_DOOR_M]
          : [],
      ),
    );
  const [startL, startR] = [beginOf('left'), beginOf('right')];
  if ((left && back - startL < NARROWEST_M) || (right && back - startR < NARROWEST_M))
    return { why: 'windows', fit: 0 };
  const lines: Line[] = [
    ...(left
      ? [
          {
            start: [axisL, startL + HALF_RAIL_M],
            lengthM: back - startL - HALF_RAIL_M,
            facingDeg: 0,
          } as const,
        ]
      : []),
    { start: [from + (left ? HALF_RAIL_M : 0), farV] as const, lengthM: farLength, facingDeg: 270 },
    ...(right
      ? [{ start: [axisR, back] as const, lengthM: back - startR - HALF_RAIL_M, facingDeg: 180 }]
      : []),
  ];
  const placed = along(lines, areas, columns);
  if ('fit' in placed) return { why: 'windows', fit: placed.fit };
  const rails: Rail[] = lines.flatMap((line, i) => fillers(line, placed.counters[i]!));
  if (kind === 'straight')
    rails.push({ from: [farLength, farV], to: [w, farV], full: false, gateM: GATE_M / 2 });
  for (const [has, u, axis, start, wall] of [
    [left, from, axisL, startL, 0],
    [right, to, axisR, startR, w],
  ] as const) {
    if (!has) continue;
    const length = back - (farV - half);
    rails.push({ from: [u, farV - half], to: [u, back], full: true, gateM: length / 2 });
    // Across to the wall: the corner before it belongs to the visitors and their doors.
    rails.push({ from: [axis, start], to: [wall, start], full: false });
  }
  if (officeM > 0) {
    const v = d - OFFICE_M - OFFICE_WALL_M / 2;
    const [a, b] = [left ? axisL - half : 0, right ? axisR + half : w];
    rails.push({ from: [a, v], to: [b, v], full: true, gateM: (b - a) / 2 });
  }
  const u0 = left ? axisL + half : 0;
  const u1 = right ? axisR - half : w;
  return {
    counters: placed.counters.flat(),
    rails,
    floor: [
      rect(u0, 0, u1, farV - half),
      ...(left ? [rect(u0, farV - half, from - 0.05, back)] : []),
      ...(right ? [rect(to + 0.05, farV - half, u1, back)] : []),
      ...(left ? [rect(0, 0, u0, startL - HALF_RAIL_M)] : []),
      ...(right ? [rect(u1, 0, w, startR - HALF_RAIL_M)] : []),
    ],
    clerks: [
      rect(left ? from + 0.05 : 0, farV + half, right ? to - 0.05 : w, back),
      ...(left ? [rect(0, startL + HALF_RAIL_M, axisL - half, back)] : []),
      ...(right ? [rect(axisR + half, startR + HALF_RAIL_M, w, back)] : []),
    ],
    office: officeM > 0 ? rect(0, d - OFFICE_M, w, d) : null,
    walls: ['near', ...(left ? [] : (['left'] as const)), ...(right ? [] : (['right'] as const))],
  };
}

/** An island: counters round the clerks, visitors on all sides. */
function island(
  { widthM: w, depthM: d, columns }: Frame,
  areas: readonly WindowArea[],
): Skeleton | Misfit {
  const half = COUNTER_DEPTH_M / 2;
  let fit = 0;
  // The deepest island that leaves a front, then shallower ones.
  for (const sideWindows of [0, 1, 2, 3]) {
    const deep = Math.max(ISLAND_M, sideWindows * NARROWEST_M + 2 * (half + 0.1));
    const top = d - ROUND_M;
    const bottom = top - deep;
    if (bottom < FRONT_M + SERVICE_M) continue;
    const longest = w - 2 * (sideWindows > 0 ? ROUND_M + 0.3 : ROUND_M);
    // The near and the far line as long as they have to be.
    const needed = Math.ceil(Math.max(0, areas.length - 2 * sideWindows) / 2);
    const long = Math.min(longest, needed * WIDEST_M + 2 * (half + 0.1) + GATE_M);
    const u0 = (w - long) / 2;
    const u1 = u0 + long;
    const inset = half + 0.1;
    if (long < 2 * inset + GATE_M) continue;
    const lines: Line[] = [
      { start: [u0 + inset, bottom], lengthM: long - 2 * inset, facingDeg: 270 },
      ...(sideWindows > 0
        ? [
            {
              start: [u1, bottom + inset],
              lengthM: deep - 2 * inset,
              facingDeg: 0,
            } as const,
          ]
        : []),
      { start: [u1 - inset - GATE_M, top], lengthM: long - 2 * inset - GATE_M, facingDeg: 90 },
      ...(sideWindows > 0
        ? [
            {
              start: [u0, top - inset],
              lengthM: deep - 2 * inset,
              facingDeg: 180,
            } as const,
          ]
        : []),
    ];
    const placed = along(lines, areas, columns);
    if ('fit' in placed) {
      fit = Math.max(fit, placed.fit);
      continue;
    }
    const box: Rail[] = [
      { from: [u0, bottom], to: [u0 + inset, bottom], full: false },
      { from: [u1 - inset, bottom], to: [u1, bottom], full: false },
      { from: [u1 - inset - GATE_M, top], to: [u1 - inset, top], full: false, gateM: GATE_M / 2 },
      { from: [u1 - inset, top], to: [u1, top], full: false },
      { from: [u0, top], to: [u0 + inset, top], full: false },
      ...(sideWindows > 0
        ? ([
            { from: [u0, bottom], to: [u0, bottom + inset], full: false },
            { from: [u0, top - inset], to: [u0, top], full: false },
            { from: [u1, bottom], to: [u1, bottom + inset], full: false },
            { from: [u1, top - inset], to: [u1, top], full: false },
          ] as const)
        : ([
            { from: [u0, bottom], to: [u0, top], full: false },
            { from: [u1, bottom], to: [u1, top], full: false },
          ] as const)),
    ];
    return {
      counters: placed.counters.flat(),
      rails: [...lines.flatMap((line, i) => fillers(line, placed.counters[i]!)), ...box],
      floor: [
        rect(0, 0, w, bottom - half),
        rect(0, bottom - half, u0 - half, top + half),
        rect(u1 + half, bottom - half, w, top + half),
        rect(0, top + half, w, d),
      ],
      clerks: [rect(u0 + half, bottom + half, u1 - half, top - half)],
      office: null,
      walls: ['near', 'left', 'right'],
    };
  }
  return { why: 'windows', fit };
}
