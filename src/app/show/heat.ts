import type { FloorPlan } from '../../scenarios/floorplan';
import type { HeatLayer } from '../../scene/types';
import { type CrowdGrid, crowding } from '../../sim/crowding/crowding';
import { LEVELS, levelOf } from '../../sim/crowding/level-of-service';
import { waitingHeat } from '../../sim/crowding/waiting-heat';
import type { Timeline } from '../../sim/hall/timeline';
import { LEVEL_COLOURS } from '../level-colours';

/** What can be laid over the floor. */
export const HEATS = ['crowding', 'waiting'] as const;
export type HeatKind = (typeof HEATS)[number];

/** A layer with what its colours mean. */
export interface Heat {
  readonly layer: HeatLayer;
  readonly legend: readonly { readonly colour: string; readonly from: number }[];
}

/** Calm to hot, each from a share of the largest value on. */
const RAMP = [
  ['#f6e7b4', 0.03],
  ['#f8c766', 0.15],
  ['#f0913f', 0.35],
  ['#d9502f', 0.6],
] as const;
const OPACITY = 175;

/** The day's heat of a kind over the floor of a plan. */
export function heatOf(kind: HeatKind, plan: FloorPlan, timeline: Timeline): Heat {
  if (kind === 'crowding') {
    const { grid, peak, floor } = crowding(plan, timeline, { everyS: 20 });
    const colourAt = (cell: number) =>
      floor[cell] && peak[cell]! > 0 ? LEVEL_COLOURS[levelOf(peak[cell]!)] : null;
    const firsts = LEVELS.map((level) => ({ colour: LEVEL_COLOURS[level], from: leastOf(level) }));
    return { layer: painted(grid, colourAt), legend: firsts };
  }
  const { grid, minutes } = waitingHeat(plan, timeline);
  const most = Math.max(...minutes);
  const colourAt = (cell: number) =>
    RAMP.findLast(([, share]) => most > 0 && minutes[cell]! >= share * most)?.[0] ?? null;
  return {
    layer: painted(grid, colourAt),
    legend: RAMP.map(([colour, share]) => ({ colour, from: Math.round(share * most) })),
  };
}

/** The density from which a level of service begins, to a hundredth. */
function leastOf(level: (typeof LEVELS)[number]): number {
  let from = 0;
  while (from < 10 && levelOf(from) !== level) from = Math.round(100 * from + 1) / 100;
  return from;
}

function painted(grid: CrowdGrid, colourAt: (cell: number) => string | null): HeatLayer {
  const rgba = new Uint8Array(4 * grid.columns * grid.rows);
  for (let cell = 0; cell < grid.columns * grid.rows; cell++) {
    const colour = colourAt(cell);
    if (colour === null) continue;
    const value = Number.parseInt(colour.slice(1), 16);
    rgba.set([value >> 16, (value >> 8) & 255, value & 255, OPACITY], 4 * cell);
  }
  return { grid, rgba };
}
