import type { FloorPlan } from '../../scenarios/floorplan';
import type { Frame, FrameDoor } from './frame';
import type { Furniture } from './furnish';
import { COUNTER_DEPTH_M } from './measures';
import { SIGN_TEXTS, ZONE_NAMES } from './names';
import { meet, type Rect, rect, unitOf } from './rect';
import type { Counter, Skeleton } from './skeleton';

type Sign = FloorPlan['signs'][number];

/** Signs hang this far before a wall's face, metres. */
const BEFORE_WALL_M = 0.02;
/** Columns that stand nearer to the wall hide it, metres. */
const COLUMN_AT_WALL_M = 0.6;
/** Over kiosks and tables, metres. */
const ABOVE_FURNITURE_M = 2.3;

/** The signs that the notice asks for, and those of zones. */
export function putUpSigns(
  frame: Frame,
  { counters, floor: [main] }: Skeleton,
  { ground }: Furniture,
  ceilingM: number,
): Sign[] {
  const signs: Sign[] = [];
  const high = (heightM: number) => Math.round(Math.min(heightM, ceilingM - 0.3) * 1000) / 1000;
  const add = (
    id: string,
    kind: Sign['kind'],
    text: Sign['text'],
    at: readonly [u: number, v: number],
    facingDeg: number,
    heightM: number,
    widthM: number,
  ) =>
    signs.push({
      id,
      kind,
      text,
      at: frame.toPlan(...at),
      heightM: high(heightM),
      widthM,
      facingDeg: frame.toPlanDeg(facingDeg),
    });
  const entrance = frame.doors.find(({ kind }) => kind === 'entrance' || kind === 'entranceExit')!;
  const exit = frame.doors.find(({ kind }) => kind === 'exit') ?? entrance;
  const emergency = frame.doors.find(({ kind }) => kind === 'emergency') ?? exit;
  const [outU, outV] = outside(entrance);
  add(
    'sign-entrance',
    'entrance',
    SIGN_TEXTS.entrance,
    [outU, outV],
    outwardDeg(entrance),
    2.7,
    2.4,
  );
  add(
    'sign-emergency',
    'emergencyExit',
    SIGN_TEXTS.emergencyExit,
    inner(emergency),
    inwardDeg(emergency),
    2.4,
    0.8,
  );
  if (exit !== entrance)
    add('sign-exit', 'zone', { zh: '出口', en: 'Exit' }, inner(exit), inwardDeg(exit), 2.6, 1);
  // Beside the entrance: on the side with more wall, where no furniture stands before it.
  const toRight = entrance.side !== 'near' || entrance.u < frame.widthM / 2;
  const furniture = [...ground.selfService.map((place) => place.ground), ground.writing].flatMap(
    (area) => (area && area.v0 < main.v0 + 0.3 ? [area] : []),
  );
  const doors = frame.doors.flatMap(({ side, u, widthM }) =>
    side === 'near' ? [rect(u - widthM / 2, 0, u + widthM / 2, 1)] : [],
  );
  const columns = frame.columns.filter(({ v0 }) => v0 < COLUMN_AT_WALL_M);
  // Where the room goes on there is no wall.
  const openings = frame.beside.flatMap(({ u0, u1, v1 }) =>
    v1 < main.v0 + 0.01 ? [rect(u0, 0, u1, 1)] : [],
  );
  const hung: Rect[] = [...doors, ...columns, ...openings];
  /** The free piece of the near wall that is nearest to the entrance; null for none. */
  const freePiece = (widthM: number, others: readonly Rect[]): number | null => {
    const half = widthM / 2 + 0.1;
    const from = entrance.side === 'near' ? entrance.u : toRight ? main.u0 : main.u1;
    const first = clamp(from, main.u0 + half, main.u1 - half);
    for (const way of toRight ? [1, -1] : [-1, 1])
      for (
        let u = first;
        u - half >= main.u0 - 1e-9 && u + half <= main.u1 + 1e-9;
        u += way * 0.1
      ) {
        const piece = rect(u - half, 0, u + half, 1);
        if ([...hung, ...others].some((other) => meet(other, piece))) continue;
        hung.push(piece);
        return u;
      }
    return null;
  };
  /** On the near wall; where furniture takes all of it, above that. Left out if doors leave no room. */
  const onNearWall = (kind: Sign['kind'], id: string, heightM: number, widthM: number) => {
    const free = freePiece(widthM, furniture);
    const u = free ?? freePiece(widthM, []);
    if (u !== null)
      add(
        id,
        kind,
        SIGN_TEXTS[kind],
        [u, BEFORE_WALL_M],
        90,
        free === null ? ABOVE_FURNITURE_M : heightM,
        widthM,
      );
  };
  onNearWall('floorMap', 'sign-floor-map', 1.7, 1);
  onNearWall('noSmoking', 'sign-no-smoking', 1.9, 0.4);
  onNearWall('caution', 'sign-caution', 1.4, 0.4);
  onNearWall('notice', 'sign-notice', 1.7, 2);
  for (const kind of ['comprehensive', 'department'] as const) {
    const own = counters.filter(
      ({ slots }) => (slots[0]!.area === 'comprehensive') === (kind === 'comprehensive'),
    );
    if (own.length === 0) continue;
    const widest = own.reduce((a, b) => (b.slots.length > a.slots.length ? b : a));
    add(`sign-${kind}`, 'zone', ZONE_NAMES[kind], over(widest), widest.facingDeg, 3.15, 2);
  }
  const [waiting] = ground.waiting;
  if (waiting) {
    const { u0, u1, v1 } = waiting;
    add('sign-waiting', 'zone', ZONE_NAMES.waiting, [(u0 + u1) / 2, v1], 270, 2.6, 1.6);
  }
  const [kiosk] = ground.selfService;
  if (kiosk) {
    const [fu, fv] = unitOf(kiosk.facingDeg);
    const at = [kiosk.u + fu * 0.35, kiosk.v + fv * 0.35] as const;
    add('sign-self-service', 'zone', ZONE_NAMES.selfService, at, kiosk.facingDeg, 2.3, 1.6);
  }
  return signs;
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

const INWARD = { near: 90, right: 180, far: 270, left: 0 } as const;
const inwardDeg = ({ side }: FrameDoor) => INWARD[side];
const outwardDeg = (door: FrameDoor) => (inwardDeg(door) + 180) % 360;

/** Just before the outer face of the wall that a door stands in: the face lies on the outline. */
function outside(door: FrameDoor): readonly [number, number] {
  return beforeFace(door, -1, 0);
}

/** Above a door, before the wall's inner face. */
function inner(door: FrameDoor): readonly [number, number] {
  return beforeFace(door, 1, BEFORE_WALL_M);
}

function beforeFace(door: FrameDoor, way: 1 | -1, awayM: number): readonly [number, number] {
  const [fu, fv] = unitOf(inwardDeg(door));
  const out = way * (door.halfM + awayM);
  return [door.u + fu * out, door.v + fv * out];
}

/** Over the front edge of a counter. */
function over({ facingDeg, slots }: Counter): readonly [number, number] {
  const [fu, fv] = unitOf(facingDeg);
  const first = slots[0]!;
  const last = slots.at(-1)!;
  const out = COUNTER_DEPTH_M / 2;
  return [(first.u + last.u) / 2 + fu * out, (first.v + last.v) / 2 + fv * out];
}
