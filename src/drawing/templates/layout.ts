import { grossAreaM2 } from '../../geometry/area';
import { checkReachability } from '../../geometry/checks/reachability';
import { passages } from '../../geometry/rules/passages';
import { SEATS_PER_WINDOW } from '../../geometry/rules/waiting';
import type { FloorPlan } from '../../scenarios/floorplan';
import { assumption } from '../../scenarios/sources';
import { bothLanguages } from '../../scenarios/text';
import { placeCounters } from './counters';
import { type Frame, frameOf } from './frame';
import { furnish } from './furnish';
import { areasOf, type LayoutKind, type Misfit, type WindowCounts } from './kinds';
import { skeletonOf } from './runs';
import { putUpSigns } from './signs';
import { zonesOf } from './zones';

/** A layout to be made to measure. */
export interface LayoutSpec {
  readonly kind: LayoutKind;
  readonly windows: WindowCounts;
  /** Counters on the other hand: an L to the left instead of to the right. */
  readonly mirrored?: boolean;
  /** Waiting seats at most; default: as many as the rule asks for. */
  readonly seats?: number;
}

const MOST_TRIES = 12;

/**
 * A plan's room furnished as a hall: counters with their windows, displays and pickups, guide desk,
 * ticket machine, kiosks, seats, signs, cameras and zones. The room's outline, walls, doors and
 * columns stay as they are; whatever else stood in it goes.
 *
 * @returns the plan, or why the layout doesn't fit the room
 */
export function layOut(plan: FloorPlan, spec: LayoutSpec): FloorPlan | Misfit {
  const room = emptied(plan);
  const frame = frameOf(room, spec.mirrored ?? false);
  if (!frame) return { why: 'noFloor' };
  const areas = areasOf(spec.windows);
  const skeleton = skeletonOf(spec.kind, frame, areas);
  if ('why' in skeleton) return skeleton;
  const counted = placeCounters(frame, skeleton, room.ceilingHeightM);
  const wanted = spec.seats ?? Math.ceil(areas.length * SEATS_PER_WINDOW);
  let rows = Number.POSITIVE_INFINITY;
  let best = null as { plan: FloorPlan; narrow: number } | null;
  // Rows are given up until every passage is wide enough; where that mends nothing, they stay.
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const furniture = furnish(frame, skeleton, { seats: wanted, rows });
    const made: FloorPlan = {
      ...bare(room, frame, spec),
      ...counted,
      walls: [...room.walls, ...counted.walls],
      doors: [...room.doors, ...counted.doors],
      fixtures: [...furniture.fixtures],
      seats: [...furniture.seats],
      zones: zonesOf(frame, skeleton, furniture),
      signs: putUpSigns(frame, skeleton, furniture, room.ceilingHeightM),
    };
    const narrow = passages(made).filter(({ rule }) => rule !== 'crowdedPassage').length;
    if (!best || narrow < best.narrow) best = { plan: made, narrow };
    if (narrow === 0 || furniture.rows === 0) break;
    rows = furniture.rows - 1;
  }
  return withoutStranded(best!.plan);
}

/** The plan without seats that nobody can walk to. */
function withoutStranded(plan: FloorPlan): FloorPlan {
  const stranded = new Set(checkReachability(plan).map(({ path }) => path));
  if (stranded.size === 0) return plan;
  return { ...plan, seats: plan.seats.filter((_, i) => !stranded.has(`seats[${i}].at`)) };
}

/** Walls that layouts put up: those of the templates, and of the plans that ship. */
const RAILS = /^(rail-|wall-(counter|gate|back-office|arm|corner)(-|$))/;

/** A room with nothing in it: its own walls, doors and columns. */
export function emptied(plan: FloorPlan): FloorPlan {
  const walls = plan.walls.filter(({ id }) => !RAILS.test(id));
  const kept = new Set(walls.map(({ id }) => id));
  return {
    ...plan,
    walls,
    doors: plan.doors.filter(({ wall }) => kept.has(wall)),
    counters: [],
    windows: [],
    zones: [],
    seats: [],
    fixtures: [],
    displays: [],
    signs: [],
    cameras: [],
    pickups: [],
  };
}

const KIND_NAMES = {
  straight: { zh: '一字形', en: 'straight' },
  l: { zh: 'L 形', en: 'L' },
  u: { zh: 'U 形', en: 'U' },
  island: { zh: '岛式', en: 'island' },
} as const;

function bare(room: FloorPlan, frame: Frame, { kind }: LayoutSpec): FloorPlan {
  const { zh, en } = KIND_NAMES[kind];
  const area = Math.round(grossAreaM2(room));
  // A name that was made or shipped tells the layout; one that the user gave stays.
  const made = /大厅（.+）$/.test(bothLanguages(room.name).zh);
  return {
    ...room,
    ...(made
      ? { name: { zh: `${area}平方米大厅（${zh}柜台）`, en: `${area} m² hall, ${en} counters` } }
      : {}),
    description: {
      zh: `${zh}柜台，按 ${frame.widthM.toFixed(1)} m × ${frame.depthM.toFixed(1)} m 的净空排布`,
      en: `Counters ${kind === 'straight' ? '' : 'as '}${en}, made for ${frame.widthM.toFixed(1)} m × ${frame.depthM.toFixed(1)} m of free floor`,
    },
    provenance: assumption(
      '由模板按房间生成；柜台、座位与设备的尺寸和间距为假设',
      'made from a template for the room; sizes and spacing of counters, seats and equipment are assumed',
    ),
  };
}
