import { describe, expect, it } from 'vitest';
import { createTranslation } from '../../src/app/i18n';
import { numberFields } from '../../src/app/studio/fields';
import { labelOf } from '../../src/app/studio/labels';
import { type ItemRef, itemOf } from '../../src/drawing/edit/items';
import type { FloorPlan } from '../../src/scenarios/floorplan';
import { shippedPlan } from '../plans';

const plan = shippedPlan('hall-200');

function typed(of: FloorPlan, ref: ItemRef, name: string, value: number): FloorPlan {
  const field = numberFields(of, ref).find((one) => one.name === name);
  expect(field, name).toBeDefined();
  return field!.put(of, value);
}

describe('numbers that are typed', () => {
  const ref: ItemRef<'zones'> = { list: 'zones', id: 'zone-waiting' };
  const bounds = (of: FloorPlan) => {
    const { polygon } = itemOf(of, ref)!;
    const [xs, ys] = [polygon.map(([x]) => x), polygon.map(([, y]) => y)];
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  };

  it('a zone moves and stretches as a whole, whatever its shape', () => {
    const [, y0, x1, y1] = bounds(plan);
    const moved = typed(plan, ref, 'leftX', 8);
    expect(bounds(moved)).toEqual([8, y0, x1! + 0.8, y1]);
    const wider = typed(moved, ref, 'widthM', 4.6);
    expect(bounds(wider)).toEqual([8, y0, 12.6, y1]);
    // All six corners are still there, in half the width.
    expect(itemOf(wider, ref)!.polygon).toHaveLength(itemOf(plan, ref)!.polygon.length);
    const [, , , top] = bounds(typed(wider, ref, 'depthM', 2));
    expect(top).toBe(y0! + 2);
  });

  it('a low section is moved along its counter, but never ends before it begins', () => {
    const counter: ItemRef<'counters'> = { list: 'counters', id: 'counter-comprehensive' };
    const longer = typed(plan, counter, 'lowToM', 2.5);
    expect(itemOf(longer, counter)!.lowSection).toMatchObject({ fromM: 0, toM: 2.5 });
    expect(typed(longer, counter, 'lowFromM', 3)).toBe(longer);
  });

  it('a wall has a height of its own only where it does not reach the ceiling', () => {
    const names = (id: string) => numberFields(plan, { list: 'walls', id }).map(({ name }) => name);
    expect(names('wall-south')).not.toContain('heightM');
    const low = plan.walls.find(({ heightM }) => heightM !== undefined)!;
    expect(names(low.id)).toContain('heightM');
  });
});

it('things are called by their numbers, names and texts, and no two alike', () => {
  for (const language of ['zh', 'en'] as const) {
    const { t } = createTranslation(language);
    const lists = [
      'windows',
      'doors',
      'zones',
      'fixtures',
      'signs',
      'displays',
      'pickups',
    ] as const;
    for (const list of lists) {
      const names = plan[list].map(({ id }) => labelOf(plan, { list, id }, language, t));
      expect(new Set(names).size, list).toBe(names.length);
    }
    expect(labelOf(plan, { list: 'windows', id: 'w3' }, language, t)).toBe(
      language === 'zh' ? '3 号窗口' : 'window 3',
    );
    expect(labelOf(plan, { list: 'pickups', id: 'pickup-w3' }, language, t)).toBe(
      language === 'zh' ? '3 号窗口的拾音器' : 'Pickup of window 3',
    );
    expect(labelOf(plan, { list: 'seats', id: 's12' }, language, t)).toBe(
      language === 'zh' ? '座位 12' : 'Seat 12',
    );
  }
});
