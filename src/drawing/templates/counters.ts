import type { FloorPlan } from '../../scenarios/floorplan';
import type { Frame } from './frame';
import { COUNTER_DEPTH_M, SPOT_M } from './measures';
import { windowName } from './names';
import { unitOf } from './rect';
import type { Counter, Rail, Skeleton } from './skeleton';

const COUNTER_M = 0.8;
const LOW_M = 0.75;
const RAIL_M = 1.2;
const RAIL_THICK_M = 0.1;
const GATE_CLEAR_M = 0.9;
const DISPLAY = { heightM: 2.2, widthM: 0.8 } as const;
/** A pickup stands this far beside the middle of its window, and above the counter top, metres. */
const PICKUP = { asideM: 0.4, heightM: 0.85 } as const;

// As in the shipped plans: above and behind the clerks, turned to the visitors.
const CAMERA = {
  behindM: 1.3,
  heightM: 2.6,
  pitchDeg: -38,
  horizontalFovDeg: 103,
  verticalFovDeg: 55,
  resolutionPx: [2688, 1520] as [number, number],
};
/** Windows side by side that one camera is hung for. */
const WINDOWS_A_CAMERA = 2;

type Counted = Pick<
  FloorPlan,
  'walls' | 'doors' | 'counters' | 'windows' | 'displays' | 'pickups' | 'cameras'
>;

/** Counters with everything that belongs to their windows, and the rails between them. */
export function placeCounters(
  frame: Frame,
  { counters, rails }: Skeleton,
  ceilingM: number,
): Counted {
  const made: Counted = {
    walls: [],
    doors: [],
    counters: [],
    windows: [],
    displays: [],
    pickups: [],
    cameras: [],
  };
  const before = { comprehensive: 0, department: 0, issuing: 0 };
  counters.forEach((counter, i) => {
    const id = `counter-${i + 1}`;
    made.counters.push(counterOf(frame, counter, id));
    for (const slot of counter.slots) {
      const number = made.windows.length + 1;
      const window = `w${number}`;
      const [fu, fv] = unitOf(counter.facingDeg);
      const [au, av] = unitOf(counter.facingDeg + 90);
      const facingDeg = frame.toPlanDeg(counter.facingDeg);
      const { u, v, area, widthM } = slot;
      const at = frame.toPlan(u, v);
      made.windows.push({
        id: window,
        number,
        area,
        name: windowName(area, number, before[area]++),
        counter: id,
        at,
        facingDeg,
        widthM: millimetres(widthM),
        visitorSpot: frame.toPlan(u + fu * SPOT_M, v + fv * SPOT_M),
        clerkSpot: frame.toPlan(u - fu * SPOT_M, v - fv * SPOT_M),
      });
      made.displays.push({
        id: `display-${window}`,
        kind: 'window',
        window,
        at,
        ...DISPLAY,
        facingDeg,
      });
      made.pickups.push({
        id: `pickup-${window}`,
        window,
        at: frame.toPlan(u - au * PICKUP.asideM, v - av * PICKUP.asideM),
        heightM: PICKUP.heightM,
      });
    }
    made.cameras.push(...camerasOf(frame, counter, made.cameras.length, ceilingM));
  });
  hallDisplay(frame, counters, made, ceilingM);
  rails.forEach((rail, i) => {
    railOf(frame, rail, `rail-${i + 1}`, made);
  });
  return made;
}

const millimetres = (value: number) => Math.round(value * 1000) / 1000;

/** Middle of a counter in the frame, and its length. */
function extent({ facingDeg, slots }: Counter): { u: number; v: number; lengthM: number } {
  const first = slots[0]!;
  const last = slots.at(-1)!;
  const [au, av] = unitOf(facingDeg + 90);
  const between = (last.u - first.u) * au + (last.v - first.v) * av;
  return {
    u: (first.u + last.u) / 2,
    v: (first.v + last.v) / 2,
    lengthM: millimetres(between + (first.widthM + last.widthM) / 2),
  };
}

function counterOf(frame: Frame, counter: Counter, id: string): FloorPlan['counters'][number] {
  const { u, v, lengthM } = extent(counter);
  return {
    id,
    at: frame.toPlan(u, v),
    widthM: lengthM,
    depthM: COUNTER_DEPTH_M,
    heightM: COUNTER_M,
    rotationDeg: (frame.toPlanDeg(counter.facingDeg) + 90) % 360,
    lowSection: { fromM: 0, toM: millimetres(counter.slots[0]!.widthM), heightM: LOW_M },
  };
}

/** Cameras behind a counter's clerks, each for two windows side by side. */
function camerasOf(
  frame: Frame,
  { facingDeg, slots }: Counter,
  before: number,
  ceilingM: number,
): FloorPlan['cameras'] {
  const [fu, fv] = unitOf(facingDeg);
  const count = Math.ceil(slots.length / WINDOWS_A_CAMERA);
  return Array.from({ length: count }, (_, k) => {
    const first = Math.floor((k * slots.length) / count);
    const last = Math.floor(((k + 1) * slots.length) / count) - 1;
    const u = (slots[first]!.u + slots[last]!.u) / 2;
    const v = (slots[first]!.v + slots[last]!.v) / 2;
    return {
      id: `camera-${before + k + 1}`,
      at: frame.toPlan(u - fu * CAMERA.behindM, v - fv * CAMERA.behindM),
      heightM: Math.min(CAMERA.heightM, ceilingM - 0.1),
      yawDeg: frame.toPlanDeg(facingDeg),
      pitchDeg: CAMERA.pitchDeg,
      horizontalFovDeg: CAMERA.horizontalFovDeg,
      verticalFovDeg: CAMERA.verticalFovDeg,
      resolutionPx: [...CAMERA.resolutionPx],
    };
  });
}

/** One large display over the longest counter. */
function hallDisplay(
  frame: Frame,
  counters: readonly Counter[],
  made: Counted,
  ceilingM: number,
): void {
  const longest = counters.reduce((a, b) => (b.slots.length > a.slots.length ? b : a));
  const { u, v } = extent(longest);
  made.displays.push({
    id: 'display-hall',
    kind: 'hall',
    at: frame.toPlan(u, v),
    heightM: millimetres(Math.max(2.6, Math.min(3, ceilingM - 0.6))),
    widthM: 1.6,
    facingDeg: frame.toPlanDeg(longest.facingDeg),
  });
}

function railOf(frame: Frame, rail: Rail, id: string, made: Counted): void {
  made.walls.push({
    id,
    from: frame.toPlan(...rail.from),
    to: frame.toPlan(...rail.to),
    thicknessM: RAIL_THICK_M,
    ...(rail.full ? {} : { heightM: RAIL_M }),
  });
  if (rail.gateM === undefined) return;
  made.doors.push({
    id: `gate-${id}`,
    kind: 'staff',
    wall: id,
    offsetM: millimetres(rail.gateM),
    widthM: GATE_CLEAR_M,
    heightM: rail.full ? 2.1 : RAIL_M,
  });
}
