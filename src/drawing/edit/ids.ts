import type { FloorPlan } from '../../scenarios/floorplan';
import type { ItemList } from './items';

/** What new things of a list are called. */
const STEMS: Readonly<Record<ItemList, string>> = {
  zones: 'zone',
  walls: 'wall',
  doors: 'door',
  columns: 'column',
  counters: 'counter',
  windows: 'w',
  seats: 's',
  fixtures: 'fixture',
  displays: 'display',
  signs: 'sign',
  cameras: 'camera',
  pickups: 'pickup',
};

/** An id that nothing in the list has yet: `stem-1`, `stem-2`, …; of windows and seats `w1`, `s1`. */
export function freeId(plan: FloorPlan, list: ItemList, stem: string = STEMS[list]): string {
  const taken = new Set(plan[list].map(({ id }) => id));
  const between = list === 'windows' || list === 'seats' ? '' : '-';
  let number = 1;
  while (taken.has(`${stem}${between}${number}`)) number++;
  return `${stem}${between}${number}`;
}

/** The lowest number that no window has yet. */
export function freeNumber(plan: FloorPlan): number {
  const taken = new Set(plan.windows.map(({ number }) => number));
  let number = 1;
  while (taken.has(number)) number++;
  return number;
}
