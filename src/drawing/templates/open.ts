import type { WindowArea } from '../../scenarios/floorplan';
import type { Frame } from './frame';
import type { LayoutKind, Misfit } from './kinds';
import { along, fillers, type Line } from './lines';
import { COUNTER_DEPTH_M, FRONT_M, GATE_M, HALF_RAIL_M, NARROWEST_M, SERVICE_M } from './measures';
import { areaOf, rect } from './rect';
import type { Rail, Skeleton } from './skeleton';

/** From the middle of a counter to the wall behind its clerks, metres. */
const CLERKS_M = 1.45;
/** A back office behind the clerks' wall, metres. */
const OFFICE_M = 1.6;
const OFFICE_WALL_M = 0.1;
/** Between the fronts of two runs at a corner, metres: two visitors and a passage. */
const CORNER_M = 2.4;
/** Kept free beside a door that a run of counters ends before, metres. */
const BESIDE_DOOR_M = 0.4;
/** A part of the room behind the clerks that is large enough for all approvers, m². */
const OFFICE_M2 = 8;

/** Straight, L and U: counters along the far side, and along the right or both sides. */
export function open(
  kind: Exclude<LayoutKind, 'island'>,
  frame: Frame,
  areas: readonly WindowArea[],
): Skeleton | Misfit {
  let fit = 0;
  // With a back office if there is room for one; not where the room goes on behind the clerks.
  const behind = frame.beside.some(
    (part) => part.v0 > frame.depthM - 0.01 && areaOf(part) >= OFFICE_M2,
  );
  for (const officeM of behind ? [0] : [OFFICE_M + OFFICE_WALL_M, 0]) {
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
    offices: officeM > 0 ? [rect(0, d - OFFICE_M, w, d)] : [],
    rest: [],
    walls: ['near', ...(left ? [] : (['left'] as const)), ...(right ? [] : (['right'] as const))],
  };
}
