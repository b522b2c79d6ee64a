import type { FloorPlan } from '../../scenarios/floorplan';
import { ITEM_LISTS, type ItemList, shapeOf } from '../edit/items';

/** Layers of a saved drawing, by list; plain ASCII, so that every program shows them. */
const LAYERS: Readonly<Record<ItemList, readonly [name: string, colour: number]>> = {
  zones: ['ZONE', 8],
  walls: ['WALL', 7],
  doors: ['DOOR', 3],
  columns: ['COLUMN', 7],
  counters: ['COUNTER', 30],
  windows: ['WINDOW', 4],
  seats: ['SEAT', 5],
  fixtures: ['FURNITURE', 9],
  displays: ['DISPLAY', 2],
  signs: ['SIGN', 92],
  cameras: ['CAMERA', 1],
  pickups: ['PICKUP', 6],
};

/**
 * A plan as DXF (R12, ASCII), in millimetres as drawings in China are: a closed polyline for
 * everything, by layer, and the windows' numbers.
 */
export function planDxf(plan: FloorPlan): string {
  const out: (string | number)[] = [];
  const put = (code: number, value: string | number) => out.push(code, value);
  const mm = (metres: number) => (metres * 1000).toFixed(3);
  put(0, 'SECTION');
  put(2, 'HEADER');
  put(9, '$ACADVER');
  put(1, 'AC1009');
  put(9, '$INSUNITS');
  put(70, 4);
  put(9, '$MEASUREMENT');
  put(70, 1);
  put(0, 'ENDSEC');
  put(0, 'SECTION');
  put(2, 'TABLES');
  const layers: readonly (readonly [string, number])[] = [['OUTLINE', 7], ...Object.values(LAYERS)];
  put(0, 'TABLE');
  put(2, 'LAYER');
  put(70, layers.length);
  for (const [name, colour] of layers) {
    put(0, 'LAYER');
    put(2, name);
    put(70, 0);
    put(62, colour);
    put(6, 'CONTINUOUS');
  }
  put(0, 'ENDTAB');
  put(0, 'ENDSEC');
  put(0, 'SECTION');
  put(2, 'ENTITIES');
  const ring = (layer: string, corners: readonly (readonly [number, number])[]) => {
    put(0, 'POLYLINE');
    put(8, layer);
    put(66, 1);
    put(70, 1);
    put(10, 0);
    put(20, 0);
    put(30, 0);
    for (const [x, y] of corners) {
      put(0, 'VERTEX');
      put(8, layer);
      put(10, mm(x));
      put(20, mm(y));
      put(30, 0);
    }
    put(0, 'SEQEND');
    put(8, layer);
  };
  ring('OUTLINE', plan.outline);
  for (const list of ITEM_LISTS)
    for (const { id } of plan[list]) {
      const shape = shapeOf(plan, { list, id });
      if (shape) ring(LAYERS[list][0], shape);
    }
  for (const { at, number } of plan.windows) {
    put(0, 'TEXT');
    put(8, 'WINDOW');
    put(10, mm(at[0]));
    put(20, mm(at[1]));
    put(30, 0);
    put(40, 250);
    put(1, String(number));
  }
  put(0, 'ENDSEC');
  put(0, 'EOF');
  return `${out.join('\n')}\n`;
}
