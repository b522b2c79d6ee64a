import type { FloorPlan, Point } from '../../scenarios/floorplan';
import type { Problem } from '../../scenarios/problem';
import { contains, containsStrictly, distanceToEdge, overlap, type Polygon } from '../area';
import { seatBox } from '../obstacles';
import { boxOf, cornersOf } from '../vector';
import { wallPieces, wallPolygon } from '../walls';
import { problem, type Said } from './say';

/** Something on the floor with what it is called in messages. */
interface Item {
  readonly path: string;
  readonly name: string;
  readonly kind: 'wall' | 'column' | 'counter' | 'fixture' | 'seat';
  readonly polygon: Polygon;
}

/** Things outside the building or inside one another. */
export function checkPlacement(plan: FloorPlan): Problem[] {
  const items = itemsOf(plan);
  return [
    ...outside(plan, items),
    ...collisions(items),
    ...zoneOverlaps(plan),
    ...spotsInObstacles(plan, items),
    ...windowsOffCounter(plan),
  ];
}

function itemsOf(plan: FloorPlan): Item[] {
  const item = (
    kind: Item['kind'],
    list: string,
    i: number,
    id: string,
    polygon: Polygon,
  ): Item => ({
    path: `${list}[${i}]`,
    name: `${list}[${i}] "${id}"`,
    kind,
    polygon,
  });
  return [
    // Doors count as wall here: nothing may stand in them.
    ...wallPieces(plan, () => false).map((piece) =>
      item('wall', 'walls', piece.index, piece.wall.id, wallPolygon(piece)),
    ),
    ...plan.columns.map((c, i) => item('column', 'columns', i, c.id, cornersOf(boxOf(c)))),
    ...plan.counters.map((c, i) => item('counter', 'counters', i, c.id, cornersOf(boxOf(c)))),
    ...plan.fixtures.map((f, i) => item('fixture', 'fixtures', i, f.id, cornersOf(boxOf(f)))),
    ...plan.seats.map((s, i) => item('seat', 'seats', i, s.id, cornersOf(seatBox(s)))),
  ];
}

const MOVE_INSIDE: Said = {
  zh: '移到外轮廓以内，或扩大外轮廓',
  en: 'Move it inside the outline, or enlarge the outline',
};

function outside(plan: FloorPlan, items: readonly Item[]): Problem[] {
  const found: Problem[] = [];
  const check = (path: string, corners: Polygon, what: Said) => {
    if (!corners.every((p) => contains(plan.outline, p)))
      found.push(
        problem(
          path,
          { zh: `${what.zh}在外轮廓之外`, en: `${what.en} lies outside the outline` },
          MOVE_INSIDE,
        ),
      );
  };
  plan.walls.forEach((w, i) => {
    check(`walls[${i}].from`, [w.from], { zh: '墙的起点', en: "The wall's start" });
    check(`walls[${i}].to`, [w.to], { zh: '墙的终点', en: "The wall's end" });
  });
  for (const item of items)
    if (item.kind !== 'wall') check(item.path, item.polygon, { zh: '物件', en: 'A part of it' });
  plan.windows.forEach((w, i) => {
    check(`windows[${i}].at`, [w.at], { zh: '窗口', en: 'The window' });
    check(`windows[${i}].visitorSpot`, [w.visitorSpot], {
      zh: '来访者站位',
      en: "The visitor's spot",
    });
    check(`windows[${i}].clerkSpot`, [w.clerkSpot], { zh: '工作人员位置', en: "The clerk's spot" });
  });
  plan.fixtures.forEach((f, i) => {
    if (f.userSpot)
      check(`fixtures[${i}].userSpot`, [f.userSpot], { zh: '使用者站位', en: "The user's spot" });
    if (f.staffSpot)
      check(`fixtures[${i}].staffSpot`, [f.staffSpot], {
        zh: '工作人员位置',
        en: "The staff's spot",
      });
  });
  for (const list of ['displays', 'signs', 'cameras', 'pickups'] as const)
    plan[list].forEach((thing, i) => {
      check(`${list}[${i}].at`, [thing.at], { zh: '物件', en: 'It' });
    });
  plan.zones.forEach((zone, i) => {
    // A corner of the outline inside the zone means that the zone reaches past it.
    const reachesOut = plan.outline.some(
      (p) => containsStrictly(zone.polygon, p) && distanceToEdge(zone.polygon, p) > 0.005,
    );
    check(`zones[${i}].polygon`, zone.polygon, { zh: '分区的一部分', en: 'A part of the zone' });
    if (reachesOut && found.at(-1)?.path !== `zones[${i}].polygon`)
      found.push(
        problem(
          `zones[${i}].polygon`,
          { zh: '分区的一部分在外轮廓之外', en: 'A part of the zone lies outside the outline' },
          MOVE_INSIDE,
        ),
      );
  });
  return found;
}

function collisions(items: readonly Item[]): Problem[] {
  const found: Problem[] = [];
  items.forEach((item, i) => {
    if (item.kind === 'wall' || item.kind === 'column') return;
    const other = items.slice(0, i).find((earlier) => overlap(earlier.polygon, item.polygon));
    if (other)
      found.push(
        problem(
          item.path,
          { zh: `与 ${other.name} 重叠`, en: `It overlaps ${other.name}` },
          { zh: '把两者移开', en: 'Move the two apart' },
        ),
      );
  });
  return found;
}

function zoneOverlaps(plan: FloorPlan): Problem[] {
  const walls = wallPieces(plan).map((piece) => ({ piece, polygon: wallPolygon(piece) }));
  return plan.zones.flatMap((zone, i): Problem[] => {
    const path = `zones[${i}].polygon`;
    const found: Problem[] = [];
    const wall = walls.find((w) => overlap(w.polygon, zone.polygon));
    if (wall)
      found.push(
        problem(
          path,
          {
            zh: `分区与 walls[${wall.piece.index}] "${wall.piece.wall.id}" 重叠`,
            en: `The zone overlaps walls[${wall.piece.index}] "${wall.piece.wall.id}"`,
          },
          { zh: '让分区止于墙面', en: "End the zone at the wall's face" },
        ),
      );
    if (!zone.public) return found;
    const j = plan.zones
      .slice(0, i)
      .findIndex((earlier) => earlier.public && overlap(earlier.polygon, zone.polygon));
    if (j >= 0)
      found.push(
        problem(
          path,
          {
            zh: `公共分区与 zones[${j}] "${plan.zones[j]!.id}" 重叠，面积会重复计算`,
            en: `The public zone overlaps zones[${j}] "${plan.zones[j]!.id}": its area would count twice`,
          },
          { zh: '划清两个分区的界线', en: 'Draw a border between the two' },
        ),
      );
    return found;
  });
}

function spotsInObstacles(plan: FloorPlan, items: readonly Item[]): Problem[] {
  const found: Problem[] = [];
  const check = (path: string, at: Point | undefined) => {
    if (!at) return;
    const hit = items.find(
      (item) => containsStrictly(item.polygon, at) && distanceToEdge(item.polygon, at) > 0.005,
    );
    if (hit)
      found.push(
        problem(
          path,
          { zh: `这个位置在 ${hit.name} 里面`, en: `The spot lies inside ${hit.name}` },
          { zh: '移到空地上', en: 'Move it to free floor' },
        ),
      );
  };
  plan.windows.forEach((w, i) => {
    check(`windows[${i}].visitorSpot`, w.visitorSpot);
    check(`windows[${i}].clerkSpot`, w.clerkSpot);
  });
  plan.fixtures.forEach((f, i) => {
    check(`fixtures[${i}].userSpot`, f.userSpot);
    check(`fixtures[${i}].staffSpot`, f.staffSpot);
  });
  return found;
}

function windowsOffCounter(plan: FloorPlan): Problem[] {
  return plan.windows.flatMap((w, i) => {
    const counter = plan.counters.find((c) => c.id === w.counter);
    if (!counter || contains(cornersOf(boxOf(counter)), w.at)) return [];
    return [
      problem(
        `windows[${i}].at`,
        {
          zh: `窗口不在柜台 "${counter.id}" 上`,
          en: `The window is not on its counter "${counter.id}"`,
        },
        { zh: '移到柜台台面上', en: "Move it onto the counter's top" },
      ),
    ];
  });
}
