import type { WindowArea } from '../../scenarios/floorplan';
import type { Frame } from './frame';
import type { Misfit } from './kinds';
import { along, fillers, type Line } from './lines';
import { COUNTER_DEPTH_M, FRONT_M, GATE_M, NARROWEST_M, SERVICE_M, WIDEST_M } from './measures';
import { rect } from './rect';
import type { Rail, Skeleton } from './skeleton';

/** Between the opposite counters of an island, middle to middle, metres. */
const ISLAND_M = 2.6;
/** Least way round an island, from the middle of its counter to the wall, metres. */
const ROUND_M = COUNTER_DEPTH_M / 2 + 1.8;

/** An island: counters round the clerks, visitors on all sides. */
export function island(
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
      offices: [],
      rest: [],
      walls: ['near', 'left', 'right'],
    };
  }
  return { why: 'windows', fit };
}
