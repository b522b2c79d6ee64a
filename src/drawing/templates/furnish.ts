import type { FixtureKind, FloorPlan } from '../../scenarios/floorplan';
import { approvers } from './approvers';
import { Ground, type WallPlace } from './floor';
import type { Frame, FrameDoor } from './frame';
import { PASSAGE_M } from './measures';
import { FIXTURE_NAMES } from './names';
import { about, grown, type Rect, rect, unitOf } from './rect';
import { before } from './rest';
import { rowsBeside, SEAT_M, seatRows } from './seat-rows';
import type { Skeleton } from './skeleton';
import { stripOf } from './strip';

/** Ground kept free before a door, metres into the hall. */
const BEFORE_DOOR_M = 1.8;
const BESIDE_DOOR_M = 0.3;

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
    readonly waiting: readonly Rect[];
  };
}

/** Furniture for visitors and approvers, the most important first; what finds no room is left out. */
export function furnish(
  frame: Frame,
  skeleton: Skeleton,
  most: { readonly seats: number; readonly rows: number },
): Furniture {
  const [main] = skeleton.floor;
  const beside = skeleton.rest.filter(({ use }) => use === 'visitors');
  const taken = [
    ...frame.columns.map((column) => grown(column, 0.05)),
    ...frame.doors.flatMap((door) => (door.kind === 'staff' ? [] : [beforeDoor(door)])),
    ...skeleton.counters.map(stripOf),
    ...beside.flatMap(({ part }) => before(main, part, PASSAGE_M)),
  ];
  const ground = new Ground(main, taken);
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

  const rows = [seatRows(frame, skeleton, ground, most)];
  for (const { ground: part } of beside) {
    const placed = rows.flat();
    const left = {
      seats: most.seats - placed.flat().length,
      rows: most.rows - placed.length,
    };
    rows.push(rowsBeside(frame, part, main, new Ground(part, taken), left));
  }
  approvers(frame, skeleton, add);
  return {
    fixtures,
    seats: rows.flat(2).map(({ u, v, facingDeg }, i) => ({
      id: `s${i + 1}`,
      at: frame.toPlan(u, v),
      facingDeg: frame.toPlanDeg(facingDeg),
    })),
    rows: rows.flat().length,
    ground: {
      guide: machine || desk ? about([machine, desk].flatMap((one) => one?.ground ?? [])) : null,
      selfService: kiosks,
      writing: table?.ground ?? null,
      waiting: rows.flatMap((part) =>
        part.length > 0
          ? [grown(about(part.flat().map(({ u, v }) => rect(u, v, u, v))), SEAT_M / 2 + 0.15)]
          : [],
      ),
    },
  };
}

/** Ground that people need to come through a door. */
function beforeDoor({ u, v, widthM, halfM, side }: FrameDoor): Rect {
  const half = widthM / 2 + BESIDE_DOOR_M;
  const deep = halfM + BEFORE_DOOR_M;
  switch (side) {
    case 'near':
      return rect(u - half, v - 1, u + half, v + deep);
    case 'far':
      return rect(u - half, v - deep, u + half, v + 1);
    case 'left':
      return rect(u - 1, v - half, u + deep, v + half);
    case 'right':
      return rect(u - deep, v - half, u + 1, v + half);
  }
}
