import { grossAreaM2 } from '../../geometry/area';
import { checkReachability } from '../../geometry/checks/reachability';
import { passages } from '../../geometry/rules/passages';
import { SEATS_PER_WINDOW } from '../../geometry/rules/waiting';
import type { FloorPlan } from '../../scenarios/floorplan';
import { assumption } from '../../scenarios/sources';
import { bothLanguages } from '../../scenarios/text';
import { placeCounters } from './counters';
import { emptied } from './emptied';
import { type Frame, framesOf } from './frame';
import { furnish } from './furnish';
import { areasOf, type LayoutKind, type Misfit, type WindowCounts } from './kinds';
import { areaOf, type Rect } from './rect';
import { skeletonOf } from './runs';
import { putUpSigns } from './signs';
import type { RestPart, Skeleton } from './skeleton';
import { zonesOf } from './zones';

/** A layout to be made to measure. */
export interface LayoutSpec {
  readonly kind: LayoutKind;
  readonly windows: WindowCounts;
  /** Counters on the other hand: an L to the left instead of to the right. */
  readonly mirrored?: boolean;
  /**
   * Which of the places in the room, 0 the largest, as many as {@link placesIn} says; default: the
   * largest that the layout fits.
   */
  readonly place?: number;
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
  const frames = framesOf(room, spec.mirrored ?? false);
  const asked = spec.place === undefined ? frames : frames.slice(spec.place, spec.place + 1);
  let misfit: Misfit = { why: 'noFloor' };
  for (const frame of asked) {
    const made = layOutIn(room, frame, spec);
    if (!('why' in made)) return made;
    // Of several places the one is told in which most windows find room.
    if (misfit.why === 'noFloor' || (fitOf(made) ?? -1) > (fitOf(misfit) ?? -1)) misfit = made;
  }
  return misfit;
}

const fitOf = (misfit: Misfit) => (misfit.why === 'windows' ? misfit.fit : undefined);

function layOutIn(room: FloorPlan, frame: Frame, spec: LayoutSpec): FloorPlan | Misfit {
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
      ...bare(room, frame, skeleton, spec),
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

const KIND_NAMES = {
  straight: { zh: '一字形', en: 'straight' },
  l: { zh: 'L 形', en: 'L' },
  u: { zh: 'U 形', en: 'U' },
  island: { zh: '岛式', en: 'island' },
} as const;

/** Parts of a room that are told when nothing is made of them, m². */
const TOLD_M2 = 1;

/** What is made of the parts of the room beside the main one, and what is not used. */
function restOf(frame: Frame, { rest }: Skeleton): { zh: string; en: string } {
  const sum = (parts: readonly Rect[]) => parts.reduce((all, part) => all + areaOf(part), 0);
  const within = (use: RestPart['use']) =>
    sum(rest.flatMap((one) => (one.use === use ? [one.part] : [])));
  const [forVisitors, forStaff] = [within('visitors'), within('staff')];
  const unused = frame.unusedM2 + sum(frame.beside) - forVisitors - forStaff;
  const said = [
    [forVisitors, '旁边 {} m² 作等候', '{} m² beside it for those who wait'],
    [forStaff, '旁边 {} m² 作后台', '{} m² beside it as back office'],
    [
      unused,
      '约 {} m² 未用（太窄、斜边或不与大厅相通）',
      'about {} m² not used (too narrow, slanted, or shut off)',
    ],
  ] as const;
  const told = said.filter(([areaM2]) => areaM2 >= TOLD_M2);
  const inWords = (of: 1 | 2, before: string) =>
    told.map((one) => before + one[of].replace('{}', one[0].toFixed(1))).join('');
  return { zh: inWords(1, '，'), en: inWords(2, '; ') };
}

function bare(room: FloorPlan, frame: Frame, skeleton: Skeleton, { kind }: LayoutSpec): FloorPlan {
  const rest = restOf(frame, skeleton);
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
      zh: `${zh}柜台，按 ${frame.widthM.toFixed(1)} m × ${frame.depthM.toFixed(1)} m 的净空排布${rest.zh}`,
      en: `Counters ${kind === 'straight' ? '' : 'as '}${en}, made for ${frame.widthM.toFixed(1)} m × ${frame.depthM.toFixed(1)} m of free floor${rest.en}`,
    },
    provenance: assumption(
      '由模板按房间生成；柜台、座位与设备的尺寸和间距为假设',
      'made from a template for the room; sizes and spacing of counters, seats and equipment are assumed',
    ),
  };
}
