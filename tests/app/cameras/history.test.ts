import { describe, expect, it } from 'vitest';
import { createDrafts } from '../../../src/app/cameras/drafts';
import { type History, redone, renewed, undone } from '../../../src/app/cameras/history';
import { shippedPlan } from '../../plans';
import { memoryStorage } from './memory-storage';

const plan = shippedPlan('hall-200');
const [first] = plan.cameras;
const at = (x: number) => [{ ...first!, at: [x, 1] as [number, number] }];
const start: History = { cameras: at(0), past: [], future: [], gesture: null };
const xOf = ({ cameras }: History) => cameras[0]?.at[0];

describe('what was done to cameras', () => {
  it('takes a whole drag back in one step', () => {
    const dragged = [1, 2, 3].reduce((h, x) => renewed(h, at(x), 'drag 1'), start);
    const again = renewed(dragged, at(4), 'drag 2');
    expect(xOf(undone(again))).toBe(3);
    expect(xOf(undone(undone(again)))).toBe(0);
    expect(xOf(redone(redone(undone(undone(again)))))).toBe(4);
  });

  it('forgets what was taken back once something else is done', () => {
    const other = renewed(undone(renewed(start, at(1))), at(9));
    expect(redone(other)).toBe(other);
    expect(xOf(undone(other))).toBe(0);
  });

  it('does nothing at either end', () => {
    expect(undone(start)).toBe(start);
    expect(redone(start)).toBe(start);
  });
});

describe('drafts of cameras', () => {
  it('come back with the plan that they were made for', () => {
    const storage = memoryStorage();
    const drafts = createDrafts(() => storage);
    expect(drafts.of(plan)).toBe(plan.cameras);
    expect(drafts.keep(plan, at(7))).toBe(true);
    expect(drafts.of(plan)).toEqual(at(7));
    expect(drafts.of({ ...plan, cameras: [] })).toEqual([]);
    drafts.keep(plan, plan.cameras);
    expect(drafts.of(plan)).toBe(plan.cameras);
  });

  it('say so if they cannot be kept, and never break the page', () => {
    const full = memoryStorage(true);
    expect(createDrafts(() => full).keep(plan, at(7))).toBe(false);
    const spoilt = memoryStorage();
    spoilt.setItem(`hall-twin/cameras/${plan.id}`, '{"from": broken');
    expect(createDrafts(() => spoilt).of(plan)).toBe(plan.cameras);
    const refused = () => {
      throw new DOMException('no', 'SecurityError');
    };
    expect(createDrafts(refused).of(plan)).toBe(plan.cameras);
    expect(createDrafts(refused).keep(plan, at(1))).toBe(false);
  });
});
