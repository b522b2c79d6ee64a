import type { FixtureKind, FloorPlan } from '../../scenarios/floorplan';
import { Ground, type WallPlace } from './floor';
import type { Frame, FrameDoor } from './frame';
import { FIXTURE_NAMES } from './names';
import { about, grown, meet, type Rect, rect } from './rect';
import { SERVICE_M, type Skeleton, SPOT_M, unitOf } from './runs';
import { stripOf } from './strip';

/** Ground kept free before a door, metres into the hall. */
const BEFORE_DOOR_M = 1.8;
const BESIDE_DOOR_M = 0.3;
/** A passage that people share, metres; the rule asks for 1.20. */
const PASSAGE_M = 1.3;
const SEAT_PITCH_M = 0.55;
const ROW_PITCH_M = 1.05;
/** Seats side by side before an aisle. */
const BLOCK = 6;
const SEAT_M = 0.5;

/** What stands on the visitors' floor and behind the counters. */
export interface Furniture {
  readonly fixtures: FloorPlan['fixtures'];
  readonly seats: FloorPlan['seats'];
  /** Rows of seats that were placed. */
  readonly rows: number;
  /** Ground by what it is used for, for the zones. */
  readonly ground: {
    readonly guide: Rect | null;
    readonly selfService: readonly WallPlace[];
    readonly writing: Rect | null;
    readonly waiting: Rect | null;
  };
}

/** Furniture for visitors and approvers, the most important first; what finds no room is left out. */
export function furnish(
  frame: Frame,
  skeleton: Skeleton,
  most: { readonly seats: number; readonly rows: number },
): Furniture {
  const [main] = skeleton.floor;
  const ground = new Ground(main, [
    ...frame.columns.map((column) => grown(column, 0.05)),
    ...frame.doors.flatMap((door) => (door.kind === 'staff' ? [] : [beforeDoor(door, main)])),
    ...skeleton.counters.map(stripOf),
  ]);
  const entrance = frame.doors.find(({ kind }) => kind === 'entrance' || kind === 'entranceExit')!;
  const fixtures: FloorPlan['fixtures'] = [];
  const add = (
    kind: FixtureKind,
    id: string,
    size: readonly [widthM: number, depthM: number, heightM: number],
    at: { readonly u: number; readonly v: number; readonly facingDeg: number },
    spots: {
      readonly userM?: number;
      readonly staffM?: number;
      readonly queueDeg?: number;
      readonly number?: number;
    },
  ) => {
    const [fu, fv] = unitOf(at.facingDeg);
    const spot = (out: number) => frame.toPlan(at.u + fu * out, at.v + fv * out);
    const { zh, en } = FIXTURE_NAMES[kind];
    const mark = spots.number === undefined ? '' : ` ${spots.number}`;
    fixtures.push({
      id,
      at: frame.toPlan(at.u, at.v),
      widthM: size[0],
      depthM: size[1],
      heightM: size[2],
      rotationDeg: (frame.toPlanDeg(at.facingDeg) + 90) % 360,
      kind,
      name: { zh: zh + mark, en: en + mark },
      ...(spots.userM === undefined ? {} : { userSpot: spot(spots.userM) }),
      ...(spots.staffM === undefined ? {} : { staffSpot: spot(-spots.staffM) }),
      ...(spots.queueDeg === undefined ? {} : { queueDeg: frame.toPlanDeg(spots.queueDeg) }),
    });
  };

  // In sight of the door and clear of those who come in: the machine, then the desk beside it.
  const inward = entrance.side === 'near' ? 3 : 2.6;
  const aside = entrance.u < main.u0 + (main.u1 - main.u0) / 2 ? 1.6 : -1.6;
  const machine = ground.nearest([entrance.u + aside, inward + 0.2], (u, v) =>
    rect(u - 0.6, v - 2.7, u + 0.6, v + 0.3),
  );
  if (machine)
    add(
      'ticketMachine',
      'ticket-machine',
      [0.6, 0.5, 1.5],
      { ...machine, facingDeg: 270 },
      {
        userM: 0.65,
        queueDeg: 270,
      },
    );
  const desk = ground.nearest([entrance.u - aside / 8, inward], (u, v) =>
    rect(u - 0.9, v - 1.2, u + 0.9, v + 1.1),
  );
  if (desk)
    add(
      'guideDesk',
      'guide-desk',
      [1.6, 0.6, 0.8],
      { ...desk, facingDeg: 270 },
      {
        userM: 0.7,
        staffM: 0.7,
        queueDeg: aside > 0 ? 180 : 0,
      },
    );
  const kiosks: WallPlace[] = [];
  for (const number of [1, 2]) {
    const place = ground.atWall(skeleton.walls, [entrance.u, 3], {
      widthM: 0.9,
      depthM: 0.6,
      beforeM: 1.3,
    });
    if (!place) continue;
    kiosks.push(place);
    add('kiosk', `kiosk-${number}`, [0.7, 0.6, 1.6], place, {
      userM: 0.7,
      queueDeg: place.facingDeg,
      number,
    });
  }
  const screen = ground.atWall(skeleton.walls, [entrance.u, 2], {
    widthM: 0.7,
    depthM: 0.5,
    beforeM: 1,
  });
  if (screen) {
    kiosks.push(screen);
    add('enquiryScreen', 'enquiry-screen', [0.6, 0.5, 1.5], screen, { userM: 0.65 });
  }
  const table = ground.atWall(skeleton.walls, [entrance.u + 4 * Math.sign(aside), 0], {
    widthM: 1.9,
    depthM: 0.5,
    beforeM: 1.1,
  });
  if (table) add('writingTable', 'writing-table', [1.8, 0.5, 1.05], table, { userM: 0.65 });

  const rows = seatRows(frame, skeleton, ground, most);
  approvers(frame, skeleton, add);
  return {
    fixtures,
    seats: rows.flat().map(({ u, v, facingDeg }, i) => ({
      id: `s${i + 1}`,
      at: frame.toPlan(u, v),
      facingDeg: frame.toPlanDeg(facingDeg),
    })),
    rows: rows.length,
    ground: {
      guide: machine || desk ? about([machine, desk].flatMap((one) => one?.ground ?? [])) : null,
      selfService: kiosks,
      writing: table?.ground ?? null,
      waiting:
        rows.length > 0
          ? grown(about(rows.flat().map(({ u, v }) => rect(u, v, u, v))), SEAT_M / 2 + 0.15)
          : null,
    },
  };
}

type Add = (
  kind: FixtureKind,
  id: string,
  size: readonly [number, number, number],
  at: { readonly u: number; readonly v: number; readonly facingDeg: number },
  spots: { readonly userM?: number; readonly staffM?: number; readonly number?: number },
) => void;

/** Ground that people need to come through a door. */
function beforeDoor({ u, v, widthM, side }: FrameDoor, main: Rect): Rect {
  const half = widthM / 2 + BESIDE_DOOR_M;
  switch (side) {
    case 'near':
      return rect(u - half, main.v0 - 1, u + half, main.v0 + BEFORE_DOOR_M);
    case 'far':
      return rect(u - half, main.v1 - BEFORE_DOOR_M, u + half, main.v1 + 1);
    case 'left':
      return rect(main.u0 - 1, v - half, main.u0 + BEFORE_DOOR_M, v + half);
    case 'right':
      return rect(main.u1 - BEFORE_DOOR_M, v - half, main.u1 + 1, v + half);
  }
}

interface Seat {
  readonly u: number;
  readonly v: number;
  readonly facingDeg: number;
}

/** Rows of seats that face the far counters, from the counters backward, aisles between blocks. */
function seatRows(
  { columns }: Frame,
  skeleton: Skeleton,
  ground: Ground,
  most: { readonly seats: number; readonly rows: number },
): Seat[][] {
  const [main] = skeleton.floor;
  const strips = skeleton.counters.map(stripOf);
  const sides = strips.some((strip) => meet(strip, rect(main.u0, main.v0, main.u0 + 1, main.v1)));
  const left = main.u0 + PASSAGE_M + (sides ? SERVICE_M - SPOT_M : 0);
  const right = main.u1 - PASSAGE_M;
  const far = main.v1 - (SERVICE_M - 0.3) - PASSAGE_M - SEAT_M / 2;
  const rows: Seat[][] = [];
  let left_ = most.seats;
  for (
    let v = far;
    v >= main.v0 + SEAT_M / 2 && rows.length < most.rows && left_ > 0;
    v -= ROW_PITCH_M
  ) {
    const row: Seat[] = [];
    let run = 0;
    for (let u = left + SEAT_M / 2; u + SEAT_M / 2 <= right && left_ > 0; ) {
      // Knees before a seat, and a passage to everything that is not a seat.
      const body = rect(u - SEAT_M / 2, v - SEAT_M / 2, u + SEAT_M / 2, v + SEAT_M / 2);
      const free =
        ground.isFree(rect(u - SEAT_M / 2, v - SEAT_M / 2, u + SEAT_M / 2, v + 0.5)) &&
        !columns.some((column) => meet(grown(column, 0.3), body));
      if (!free) {
        run = 0;
        u += 0.1;
        continue;
      }
      row.push({ u, v, facingDeg: 90 });
      left_--;
      run++;
      u += run % BLOCK === 0 ? SEAT_PITCH_M + PASSAGE_M : SEAT_PITCH_M;
      if (run % BLOCK === 0) run = 0;
    }
    const whole = withoutStragglers(row);
    left_ += row.length - whole.length;
    if (whole.length > 0) rows.push(whole);
  }
  return rows;
}

/** Seats that stand alone or in twos are left out of a row. */
function withoutStragglers(row: readonly Seat[]): Seat[] {
  const blocks: Seat[][] = [];
  for (const seat of row) {
    const last = blocks.at(-1)?.at(-1);
    if (last && seat.u - last.u < SEAT_PITCH_M + 0.05) blocks.at(-1)!.push(seat);
    else blocks.push([seat]);
  }
  return blocks.filter(({ length }) => length > 2).flat();
}

/** Approvers' desks with their backs to the far wall of the back office, then copier and cabinets. */
function approvers({ columns, doors }: Frame, { office }: Skeleton, add: Add): void {
  if (!office) return;
  const taken: Rect[] = [
    ...columns.map((column) => grown(column, 0.05)),
    ...doors.map(({ u, v }) => rect(u - 1, v - 1, u + 1, v + 1)),
  ];
  const items = [
    ...[1, 2, 3, 4].map((number) => ({ kind: 'approverDesk' as const, number })),
    { kind: 'copier' as const, number: undefined },
    { kind: 'cabinet' as const, number: 1 },
    { kind: 'cabinet' as const, number: 2 },
  ];
  const size = {
    approverDesk: [1.4, 0.6, 0.75],
    copier: [0.9, 0.7, 1.1],
    cabinet: [0.9, 0.4, 1.8],
  } as const;
  let u = office.u0 + 0.2;
  for (const { kind, number } of items) {
    const [widthM, depthM, heightM] = size[kind];
    const ground = () =>
      rect(u, office.v1 - depthM - (kind === 'approverDesk' ? 0.9 : 0.7), u + widthM, office.v1);
    while (u + widthM <= office.u1 && taken.some((other) => meet(other, ground()))) u += 0.1;
    if (u + widthM > office.u1 - 0.1) return;
    const at = { u: u + widthM / 2, v: office.v1 - depthM / 2 - 0.02, facingDeg: 90 };
    const id =
      number === undefined ? kind : `${kind === 'cabinet' ? 'cabinet' : 'approver-desk'}-${number}`;
    add(kind, id, [widthM, depthM, heightM], at, {
      ...(kind === 'approverDesk' ? { staffM: 0.65 } : {}),
      ...(number === undefined ? {} : { number }),
    });
    u += widthM + 0.1;
  }
}
