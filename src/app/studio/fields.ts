import { replaced } from '../../drawing/edit/change';
import { boundsOf, type Item, type ItemList, type ItemRef, itemOf } from '../../drawing/edit/items';
import { rotated, toMillimetre, translated } from '../../drawing/edit/move';
import type { FloorPlan } from '../../scenarios/floorplan';

/** A number of a thing that may be typed. */
export interface NumberField {
  readonly name: string;
  readonly unit: 'm' | '°' | '';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  /** The plan with another value. */
  readonly put: (plan: FloorPlan, value: number) => FloorPlan;
}

type Loose = Readonly<Record<string, unknown>>;

/** A length that may be typed, metres. */
function lengthField(
  name: string,
  value: number,
  [min, max]: readonly [number, number],
  put: NumberField['put'],
): NumberField {
  return { name, unit: 'm', min, max, step: 0.05, value, put };
}

/** Numbers that are changed without anything else changing with them, by list. */
const PLAIN: Readonly<
  Partial<
    Record<ItemList, readonly (readonly [string, NumberField['unit'], number, number, number])[]>
  >
> = {
  walls: [
    ['thicknessM', 'm', 0.02, 2, 0.01],
    ['heightM', 'm', 0.1, 20, 0.05],
  ],
  doors: [
    ['offsetM', 'm', 0, 1000, 0.05],
    ['widthM', 'm', 0.4, 20, 0.05],
    ['heightM', 'm', 0.5, 10, 0.05],
  ],
  columns: [
    ['widthM', 'm', 0.05, 10, 0.05],
    ['depthM', 'm', 0.05, 10, 0.05],
  ],
  counters: [
    ['widthM', 'm', 0.2, 100, 0.05],
    ['depthM', 'm', 0.2, 5, 0.05],
    ['heightM', 'm', 0.3, 2, 0.05],
  ],
  windows: [
    ['number', '', 1, 999, 1],
    ['widthM', 'm', 0.4, 10, 0.05],
  ],
  fixtures: [
    ['widthM', 'm', 0.05, 20, 0.05],
    ['depthM', 'm', 0.05, 20, 0.05],
    ['heightM', 'm', 0.05, 5, 0.05],
  ],
  displays: [
    ['heightM', 'm', 0, 50, 0.05],
    ['widthM', 'm', 0.1, 20, 0.05],
  ],
  signs: [
    ['heightM', 'm', 0, 50, 0.05],
    ['widthM', 'm', 0.1, 20, 0.05],
  ],
  cameras: [
    ['heightM', 'm', 0, 50, 0.05],
    ['pitchDeg', '°', -90, 90, 1],
    ['horizontalFovDeg', '°', 1, 360, 1],
    ['verticalFovDeg', '°', 1, 360, 1],
  ],
  pickups: [['heightM', 'm', 0, 50, 0.05]],
};

const MOST_M = 100_000;

/** Every number of a thing, its place and direction first. */
export function numberFields(plan: FloorPlan, ref: ItemRef): NumberField[] {
  const item = itemOf(plan, ref);
  if (!item) return [];
  return [
    ...(ref.list === 'zones' ? zoneFields(item as Item<'zones'>) : placeFields(item, ref)),
    ...turnFields(item, ref),
    ...plainFields(item, ref),
    ...(ref.list === 'counters' ? lowFields(item as Item<'counters'>) : []),
  ];
}

/** x and y of what has a place; of a wall, of both its ends. */
function placeFields(item: Loose, ref: ItemRef): NumberField[] {
  const keys = ref.list === 'walls' ? (['from', 'to'] as const) : (['at'] as const);
  return keys.flatMap((key) => {
    const at = item[key];
    if (!Array.isArray(at)) return [];
    return (['x', 'y'] as const).map(
      (axis, k): NumberField => ({
        name: key === 'at' ? axis : `${key}${axis.toUpperCase()}`,
        unit: 'm',
        min: -MOST_M,
        max: MOST_M,
        step: 0.05,
        value: at[k] as number,
        put: (plan, value) => {
          if (key === 'at') {
            const by = value - (at[k] as number);
            return k === 0 ? translated(plan, [ref], by, 0) : translated(plan, [ref], 0, by);
          }
          const wall = itemOf(plan, { list: 'walls', id: ref.id });
          if (!wall) return plan;
          const end: [number, number] = [...wall[key]];
          end[k] = value;
          return replaced(plan, { list: 'walls', id: ref.id }, { ...wall, [key]: end });
        },
      }),
    );
  });
}

/** Left and lower edge of a zone, and its size: all corners move or stretch along. */
function zoneFields(zone: Item<'zones'>): NumberField[] {
  const [x0, y0, x1, y1] = boundsOf([zone.polygon]);
  const stretched =
    (axis: 0 | 1, to: (value: number, next: number) => number): NumberField['put'] =>
    (plan, next) =>
      replaced(
        plan,
        { list: 'zones', id: zone.id },
        {
          ...zone,
          polygon: zone.polygon.map(([x, y]) =>
            axis === 0 ? [toMillimetre(to(x, next)), y] : [x, toMillimetre(to(y, next))],
          ),
        },
      );
  const [width, depth] = [toMillimetre(x1 - x0), toMillimetre(y1 - y0)];
  return [
    lengthField(
      'leftX',
      x0,
      [-MOST_M, MOST_M],
      stretched(0, (x, next) => x + next - x0),
    ),
    lengthField(
      'lowerY',
      y0,
      [-MOST_M, MOST_M],
      stretched(1, (y, next) => y + next - y0),
    ),
    lengthField(
      'widthM',
      width,
      [0.1, 1000],
      stretched(0, (x, next) => x0 + ((x - x0) * next) / width),
    ),
    lengthField(
      'depthM',
      depth,
      [0.1, 1000],
      stretched(1, (y, next) => y0 + ((y - y0) * next) / depth),
    ),
  ];
}

/** Where a counter's low section begins and ends, from its left end, and how high it is. */
function lowFields({ id, widthM, lowSection }: Item<'counters'>): NumberField[] {
  if (!lowSection) return [];
  const put =
    (key: keyof typeof lowSection): NumberField['put'] =>
    (plan, value) => {
      const now = itemOf(plan, { list: 'counters', id });
      const low = { ...lowSection, [key]: value };
      // A section that ends before it begins is none.
      return now && low.fromM < low.toM
        ? replaced(plan, { list: 'counters', id }, { ...now, lowSection: low })
        : plan;
    };
  const { fromM, toM, heightM } = lowSection;
  return [
    lengthField('lowFromM', fromM, [0, widthM], put('fromM')),
    lengthField('lowToM', toM, [0.1, widthM], put('toM')),
    lengthField('lowHeightM', heightM, [0.3, 2], put('heightM')),
  ];
}

/** The direction of what has one: turned about its own middle, companions along. */
function turnFields(item: Loose, ref: ItemRef): NumberField[] {
  const key = ['rotationDeg', 'facingDeg', 'yawDeg'].find((name) => typeof item[name] === 'number');
  if (!key) return [];
  const value = item[key] as number;
  return [
    {
      name: key,
      unit: '°',
      min: -360,
      max: 360,
      step: 15,
      value,
      put: (plan, next) => rotated(plan, [ref], next - value, item.at as [number, number]),
    },
  ];
}

function plainFields(item: Loose, ref: ItemRef): NumberField[] {
  // A wall up to the ceiling has no height of its own.
  const own = (PLAIN[ref.list] ?? []).filter(([name]) => item[name] !== undefined);
  return own.map(([name, unit, min, max, step]) => ({
    name,
    unit,
    min,
    max,
    step,
    value: item[name] as number,
    put: (plan, value) => {
      const now = itemOf(plan, ref);
      return now ? replaced(plan, ref, { ...now, [name]: value } as typeof now) : plan;
    },
  }));
}

/** The plan with the visitors of a window on the other side of its counter. */
export function facingAbout(plan: FloorPlan, id: string): FloorPlan {
  const window = itemOf(plan, { list: 'windows', id });
  if (!window) return plan;
  return rotated(plan, [{ list: 'windows', id }], 180, window.at);
}
