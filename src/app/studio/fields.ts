import { replaced } from '../../drawing/edit/change';
import { type ItemList, type ItemRef, itemOf } from '../../drawing/edit/items';
import { rotated, translated } from '../../drawing/edit/move';
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

/** Numbers that are changed without anything else changing with them, by list. */
const PLAIN: Readonly<
  Partial<
    Record<ItemList, readonly (readonly [string, NumberField['unit'], number, number, number])[]>
  >
> = {
  walls: [['thicknessM', 'm', 0.02, 2, 0.01]],
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
  const item = itemOf(plan, ref) as Loose | undefined;
  if (!item) return [];
  return [...placeFields(item, ref), ...turnFields(item, ref), ...plainFields(item, ref)];
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
  return (PLAIN[ref.list] ?? []).map(([name, unit, min, max, step]) => ({
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
