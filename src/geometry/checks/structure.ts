import type { FloorPlan } from '../../scenarios/floorplan';
import type { Problem } from '../../scenarios/problem';
import { areaM2, crossesItself, grossAreaM2 } from '../area';
import { isStation } from '../places';
import { distance } from '../vector';
import { metres, problem } from './say';

const LISTS = [
  'walls',
  'doors',
  'columns',
  'counters',
  'windows',
  'zones',
  'seats',
  'fixtures',
  'displays',
  'signs',
  'cameras',
  'pickups',
] as const;

/** Ids, references, polygons and doors: what can be told without looking at the room. */
export function checkStructure(plan: FloorPlan): Problem[] {
  return [
    ...duplicateIds(plan),
    ...danglingReferences(plan),
    ...polygons(plan),
    ...wallsAndDoors(plan),
    ...stations(plan),
  ];
}

function duplicateIds(plan: FloorPlan): Problem[] {
  return LISTS.flatMap((list) => {
    const first = new Map<string, number>();
    return plan[list].flatMap(({ id }, i): Problem[] => {
      const earlier = first.get(id);
      if (earlier === undefined) {
        first.set(id, i);
        return [];
      }
      return [
        problem(
          `${list}[${i}].id`,
          {
            zh: `编号 "${id}" 与 ${list}[${earlier}] 重复`,
            en: `"${id}" is the id of ${list}[${earlier}] too`,
          },
          { zh: '给它另一个编号', en: 'Give it an id of its own' },
        ),
      ];
    });
  });
}

function danglingReferences(plan: FloorPlan): Problem[] {
  const ids = (list: readonly { id: string }[]) => new Set(list.map((item) => item.id));
  const counters = ids(plan.counters);
  const walls = ids(plan.walls);
  const windows = ids(plan.windows);
  const missing = (path: string, id: string, list: string, known: ReadonlySet<string>) =>
    known.has(id)
      ? []
      : [
          problem(
            path,
            { zh: `${list} 中没有 "${id}"`, en: `There is no "${id}" in ${list}` },
            {
              zh: `改为 ${list} 中已有的编号，或补上它`,
              en: `Name one of the ids in ${list}, or add it there`,
            },
          ),
        ];
  return [
    ...plan.doors.flatMap((d, i) => missing(`doors[${i}].wall`, d.wall, 'walls', walls)),
    ...plan.windows.flatMap((w, i) =>
      missing(`windows[${i}].counter`, w.counter, 'counters', counters),
    ),
    ...plan.displays.flatMap((d, i): Problem[] => {
      if (d.window !== undefined)
        return missing(`displays[${i}].window`, d.window, 'windows', windows);
      if (d.kind !== 'window') return [];
      return [
        problem(
          `displays[${i}].window`,
          { zh: '窗口显示屏没有写明属于哪个窗口', en: 'A window display names no window' },
          { zh: '写上窗口的编号', en: "Add the window's id" },
        ),
      ];
    }),
    ...plan.pickups.flatMap((p, i) =>
      missing(`pickups[${i}].window`, p.window, 'windows', windows),
    ),
  ];
}

function polygons(plan: FloorPlan): Problem[] {
  const remedy = {
    zh: '按顺序给出各角点，不要折返',
    en: 'Give its corners in order, without turning back',
  };
  const found: Problem[] = [];
  const check = (path: string, polygon: FloorPlan['outline']) => {
    if (crossesItself(polygon))
      found.push(problem(path, { zh: '边线自相交', en: 'The line crosses itself' }, remedy));
    else if (areaM2(polygon) < 1e-6)
      found.push(problem(path, { zh: '没有面积', en: 'It encloses no area' }, remedy));
  };
  check('outline', plan.outline);
  plan.zones.forEach((zone, i) => {
    check(`zones[${i}].polygon`, zone.polygon);
  });
  return found;
}

function wallsAndDoors(plan: FloorPlan): Problem[] {
  const found: Problem[] = [];
  plan.walls.forEach((wall, i) => {
    if (distance(wall.from, wall.to) === 0)
      found.push(
        problem(
          `walls[${i}].to`,
          { zh: '墙的长度为零', en: 'The wall has no length' },
          { zh: '给出两个不同的端点', en: 'Give two different ends' },
        ),
      );
  });
  plan.doors.forEach((door, i) => {
    const wall = plan.walls.find((w) => w.id === door.wall);
    if (!wall) return;
    const length = distance(wall.from, wall.to);
    if (door.widthM > length)
      found.push(
        problem(
          `doors[${i}].widthM`,
          {
            zh: `门宽 ${metres(door.widthM)}，墙只有 ${metres(length)}`,
            en: `The door is ${metres(door.widthM)} wide, its wall only ${metres(length)} long`,
          },
          { zh: '改窄门，或换一面墙', en: 'Make the door narrower, or put it into another wall' },
        ),
      );
    else if (
      door.offsetM - door.widthM / 2 < -1e-9 ||
      door.offsetM + door.widthM / 2 > length + 1e-9
    )
      found.push(
        problem(
          `doors[${i}].offsetM`,
          {
            zh: `门超出了墙 "${wall.id}"（长 ${metres(length)}）`,
            en: `The door reaches beyond its wall "${wall.id}", which is ${metres(length)} long`,
          },
          {
            zh: `门中心到墙起点的距离应在 ${metres(door.widthM / 2)} 到 ${metres(length - door.widthM / 2)} 之间`,
            en: `Put its centre between ${metres(door.widthM / 2)} and ${metres(length - door.widthM / 2)} from the wall's start`,
          },
        ),
      );
  });
  const kinds = new Set(plan.doors.map((d) => d.kind));
  if (!kinds.has('entrance') && !kinds.has('entranceExit'))
    found.push(
      problem(
        'doors',
        { zh: '没有入口', en: 'There is no entrance' },
        {
          zh: '加一扇 kind 为 entrance 或 entranceExit 的门',
          en: 'Add a door of kind entrance or entranceExit',
        },
      ),
    );
  if (!kinds.has('exit') && !kinds.has('entranceExit'))
    found.push(
      problem(
        'doors',
        { zh: '没有出口', en: 'There is no exit' },
        {
          zh: '加一扇 kind 为 exit 或 entranceExit 的门',
          en: 'Add a door of kind exit or entranceExit',
        },
      ),
    );
  return found;
}

function stations(plan: FloorPlan): Problem[] {
  return plan.fixtures.flatMap((fixture, i) =>
    isStation(fixture) && !fixture.userSpot
      ? [
          problem(
            `fixtures[${i}].userSpot`,
            {
              zh: `"${fixture.id}" 没有使用者的站位`,
              en: `"${fixture.id}" says nowhere for its user to stand`,
            },
            { zh: '给出使用者站立的位置', en: 'Give the spot where its user stands' },
          ),
        ]
      : [],
  );
}

/** Gross floor area against what the plan has to reach. */
export function checkArea(plan: FloorPlan): Problem[] {
  const gross = grossAreaM2(plan);
  if (gross >= plan.minimumAreaM2 - 1e-9) return [];
  const shown = `${Math.floor(gross * 100) / 100} m²`;
  return [
    problem(
      'outline',
      {
        zh: `建筑面积 ${shown}，少于要求的 ${plan.minimumAreaM2} m²`,
        en: `The gross floor area is ${shown}, less than the required ${plan.minimumAreaM2} m²`,
      },
      {
        zh: '扩大外轮廓，或改 minimumAreaM2',
        en: 'Enlarge the outline, or change minimumAreaM2',
      },
    ),
  ];
}
