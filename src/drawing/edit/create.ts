import { contains } from '../../geometry/area';
import { boxOf, cornersOf, direction, distance, moved } from '../../geometry/vector';
import type { FixtureKind, FloorPlan, Point, WindowArea } from '../../scenarios/floorplan';
import { FIXTURE_NAMES, SIGN_TEXTS, windowName, ZONE_NAMES } from '../templates/names';
import { added } from './change';
import { freeId, freeNumber } from './ids';
import type { ItemRef } from './items';
import { toMillimetre } from './move';

/** Sizes that new furniture has: assumptions, as it is sold; `[width, depth, height]`, metres. */
const SIZES: Readonly<Record<FixtureKind, readonly [number, number, number]>> = {
  ticketMachine: [0.6, 0.5, 1.5],
  kiosk: [0.7, 0.6, 1.6],
  enquiryScreen: [0.6, 0.5, 1.5],
  guideDesk: [1.6, 0.6, 0.8],
  writingTable: [1.8, 0.5, 1.05],
  approverDesk: [1.4, 0.6, 0.75],
  copier: [0.9, 0.7, 1.1],
  cabinet: [0.9, 0.4, 1.8],
  plant: [0.4, 0.4, 1.2],
};
/** Where people stand at it, metres before it and behind it. */
const SPOTS: Readonly<Partial<Record<FixtureKind, { user?: number; staff?: number }>>> = {
  ticketMachine: { user: 0.65 },
  kiosk: { user: 0.7 },
  enquiryScreen: { user: 0.65 },
  guideDesk: { user: 0.7, staff: 0.7 },
  writingTable: { user: 0.65 },
  approverDesk: { staff: 0.65 },
};

const COUNTER = { widthM: 2.4, depthM: 0.6, heightM: 0.8 };
const WINDOW_M = 1.2;
const SPOT_M = 0.75;
const SEAT_PITCH_M = 0.55;

/** A plan with something new in it. */
export interface Created {
  readonly plan: FloorPlan;
  readonly refs: readonly ItemRef[];
}

const point = (p: Point): [number, number] => [toMillimetre(p[0]), toMillimetre(p[1])];

/** A piece of furniture whose front faces down the drawing. */
export function createFixture(plan: FloorPlan, kind: FixtureKind, at: Point): Created {
  const id = freeId(
    plan,
    'fixtures',
    kind.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`),
  );
  const [widthM, depthM, heightM] = SIZES[kind];
  const spots = SPOTS[kind];
  const [x, y] = point(at);
  const next = added(plan, 'fixtures', {
    id,
    kind,
    name: FIXTURE_NAMES[kind],
    at: [x, y],
    widthM,
    depthM,
    heightM,
    rotationDeg: 0,
    ...(spots?.user === undefined ? {} : { userSpot: point([x, y - spots.user]) }),
    ...(spots?.staff === undefined ? {} : { staffSpot: point([x, y + spots.staff]) }),
  });
  return { plan: next, refs: [{ list: 'fixtures', id }] };
}

export function createColumn(plan: FloorPlan, at: Point): Created {
  const id = freeId(plan, 'columns');
  const column = { id, at: point(at), widthM: 0.4, depthM: 0.4, rotationDeg: 0 };
  return { plan: added(plan, 'columns', column), refs: [{ list: 'columns', id }] };
}

/** A counter for two windows, visitors below it. */
export function createCounter(plan: FloorPlan, at: Point): Created {
  const id = freeId(plan, 'counters');
  const counter = {
    id,
    at: point(at),
    ...COUNTER,
    rotationDeg: 0,
    lowSection: { fromM: 0, toM: WINDOW_M, heightM: 0.75 },
  };
  return { plan: added(plan, 'counters', counter), refs: [{ list: 'counters', id }] };
}

/**
 * A window with its display and pickup, on the counter that is nearest to a point; null if there is
 * no counter.
 */
export function createWindow(plan: FloorPlan, area: WindowArea, near: Point): Created | null {
  const counter = [...plan.counters].sort((a, b) => distance(a.at, near) - distance(b.at, near))[0];
  if (!counter) return null;
  const box = boxOf(counter);
  const [ax, ay] = box.axis;
  const along = (near[0] - counter.at[0]) * ax + (near[1] - counter.at[1]) * ay;
  const most = Math.max(0, box.halfWidthM - WINDOW_M / 2);
  const at = moved(counter.at, box.axis, Math.min(most, Math.max(-most, along)));
  // Visitors are where the other windows of the counter have them, else before its own front.
  const sibling = plan.windows.find((window) => window.counter === counter.id);
  const facingDeg = sibling?.facingDeg ?? (counter.rotationDeg + 270) % 360;
  const out = direction(facingDeg);
  const number = freeNumber(plan);
  const id = freeId(plan, 'windows');
  const nth = plan.windows.filter((window) => window.area === area).length;
  let next = added(plan, 'windows', {
    id,
    number,
    area,
    name: windowName(area, number, nth),
    counter: counter.id,
    at: point(at),
    facingDeg,
    widthM: WINDOW_M,
    visitorSpot: point(moved(at, out, SPOT_M)),
    clerkSpot: point(moved(at, out, -SPOT_M)),
  });
  next = added(next, 'displays', {
    id: freeId(next, 'displays'),
    kind: 'window',
    window: id,
    at: point(at),
    heightM: 2.2,
    widthM: 0.8,
    facingDeg,
  });
  next = added(next, 'pickups', {
    id: freeId(next, 'pickups'),
    window: id,
    at: point(moved(at, box.axis, -0.4)),
    heightM: toMillimetre(counter.heightM + 0.05),
  });
  return { plan: next, refs: [{ list: 'windows', id }] };
}

/** A row of seats from a point to the right, facing up the drawing. */
export function createSeatRow(plan: FloorPlan, at: Point, count: number): Created {
  let next = plan;
  const refs: ItemRef[] = [];
  for (let i = 0; i < count; i++) {
    const id = freeId(next, 'seats');
    const seat = { id, at: point([at[0] + i * SEAT_PITCH_M, at[1]]), facingDeg: 90 };
    next = added(next, 'seats', seat);
    refs.push({ list: 'seats', id });
  }
  return { plan: next, refs };
}

export function createWall(plan: FloorPlan, from: Point, to: Point): Created {
  const id = freeId(plan, 'walls');
  const wall = { id, from: point(from), to: point(to), thicknessM: 0.1 };
  return { plan: added(plan, 'walls', wall), refs: [{ list: 'walls', id }] };
}

/** A door in the wall that is nearest to a point; null where no wall is long enough. */
export function createDoor(
  plan: FloorPlan,
  kind: FloorPlan['doors'][number]['kind'],
  near: Point,
): Created | null {
  const widthM = kind === 'staff' ? 0.9 : 1.5;
  let best: { wall: string; offsetM: number; away: number } | null = null;
  for (const { id, from, to } of plan.walls) {
    const length = distance(from, to);
    if (length < widthM) continue;
    const unit: Point = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
    const along = (near[0] - from[0]) * unit[0] + (near[1] - from[1]) * unit[1];
    const offsetM = Math.min(length - widthM / 2, Math.max(widthM / 2, along));
    const away = distance(near, moved(from, unit, offsetM));
    if (!best || away < best.away) best = { wall: id, offsetM, away };
  }
  if (!best) return null;
  const id = freeId(plan, 'doors');
  const { wall, offsetM } = best;
  const door = { id, kind, wall, offsetM: toMillimetre(offsetM), widthM, heightM: 2.1 };
  return { plan: added(plan, 'doors', door), refs: [{ list: 'doors', id }] };
}

/** A zone over a rectangle. */
export function createZone(
  plan: FloorPlan,
  kind: FloorPlan['zones'][number]['kind'],
  from: Point,
  to: Point,
): Created {
  const id = freeId(plan, 'zones');
  const [x0, x1] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
  const [y0, y1] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
  const zone = {
    id,
    kind,
    name: ZONE_NAMES[kind],
    public: kind !== 'clerks' && kind !== 'backOffice',
    polygon: [point([x0, y0]), point([x1, y0]), point([x1, y1]), point([x0, y1])],
  };
  return { plan: added(plan, 'zones', zone), refs: [{ list: 'zones', id }] };
}

export function createSign(
  plan: FloorPlan,
  kind: FloorPlan['signs'][number]['kind'],
  at: Point,
): Created {
  const id = freeId(plan, 'signs');
  const sign = {
    id,
    kind,
    text: SIGN_TEXTS[kind],
    at: point(at),
    heightM: 2.2,
    widthM: 1,
    facingDeg: 270,
  };
  return { plan: added(plan, 'signs', sign), refs: [{ list: 'signs', id }] };
}

/** A display over the hall; those of windows come with their windows. */
export function createDisplay(plan: FloorPlan, at: Point): Created {
  const id = freeId(plan, 'displays');
  const display = {
    id,
    kind: 'hall' as const,
    at: point(at),
    heightM: 2.6,
    widthM: 1.6,
    facingDeg: 270,
  };
  return { plan: added(plan, 'displays', display), refs: [{ list: 'displays', id }] };
}

export function createCamera(plan: FloorPlan, at: Point): Created {
  const id = freeId(plan, 'cameras');
  const camera = {
    id,
    at: point(at),
    heightM: toMillimetre(Math.min(2.6, plan.ceilingHeightM)),
    yawDeg: 270,
    pitchDeg: -38,
    horizontalFovDeg: 103,
    verticalFovDeg: 55,
    resolutionPx: [2688, 1520] as [number, number],
  };
  return { plan: added(plan, 'cameras', camera), refs: [{ list: 'cameras', id }] };
}

/** A pickup for the window that is nearest to a point; null without windows. */
export function createPickup(plan: FloorPlan, near: Point): Created | null {
  const lacking = plan.windows.filter(({ id }) => !plan.pickups.some((one) => one.window === id));
  const windows = lacking.length > 0 ? lacking : plan.windows;
  const window = [...windows].sort((a, b) => distance(a.at, near) - distance(b.at, near))[0];
  if (!window) return null;
  const counter = plan.counters.find(({ id }) => id === window.counter);
  const on = counter && contains(cornersOf(boxOf(counter)), near);
  const id = freeId(plan, 'pickups');
  const pickup = {
    id,
    window: window.id,
    at: point(on ? near : moved(window.at, direction(window.facingDeg + 90), -0.4)),
    heightM: toMillimetre((counter?.heightM ?? 0.8) + 0.05),
  };
  return { plan: added(plan, 'pickups', pickup), refs: [{ list: 'pickups', id }] };
}
