import { describe, expect, it } from 'vitest';
import { selectionName } from '../../src/scene/pick/names';
import {
  boxesOf,
  distanceToBox,
  distanceToPerson,
  pickAlong,
  pickBoxes,
  type Sight,
} from '../../src/scene/pick/targets';
import { sameSelection } from '../../src/scene/types';
import { day, hours, plan200 } from './day';

const boxes = pickBoxes(plan200);

/** From a point to another, in plan coordinates. */
function sight(from: [number, number, number], to: [number, number, number]): Sight {
  const d = to.map((v, i) => v - from[i]!) as [number, number, number];
  const length = Math.hypot(...d);
  const [dx, dy, dz] = d.map((v) => v / length) as [number, number, number];
  return { x: from[0], y: from[1], z: from[2], dx, dy, dz };
}

describe('picking', () => {
  it('finds each window by its counter and by its display', () => {
    for (const window of plan200.windows) {
      const [x, y] = window.at;
      const found = pickAlong(sight([x, y - 12, 9], [x, y - 0.2, 0.7]), boxes, null);
      expect(found).toEqual({ kind: 'window', window: window.id });
    }
    for (const display of plan200.displays) {
      if (display.window === undefined) continue;
      const [x, y] = display.at;
      const found = pickAlong(sight([x, y - 12, 8], [x, y, display.heightM]), boxes, null);
      expect(found).toEqual({ kind: 'window', window: display.window });
    }
  });

  it('finds every fixture and camera from straight above', () => {
    // A camera may hang over a fixture, and is met first then.
    const standing = boxes.filter((box) => box.selection.kind !== 'camera');
    for (const fixture of plan200.fixtures) {
      const [x, y] = fixture.at;
      expect(pickAlong(sight([x, y, 20], [x, y, 0]), standing, null)).toEqual({
        kind: 'fixture',
        fixture: fixture.id,
      });
    }
    for (const camera of plan200.cameras) {
      const [x, y] = camera.at;
      expect(pickAlong(sight([x, y, 20], [x, y, 0]), boxes, null)).toEqual({
        kind: 'camera',
        camera: camera.id,
      });
    }
  });

  it('finds the nearest person, and nobody on empty floor', () => {
    const timeline = day();
    const crowd = timeline.createCrowd();
    timeline.crowdAt(hours(10), crowd);
    expect(crowd.count).toBeGreaterThan(3);
    let found = 0;
    for (let i = 0; i < crowd.count; i++) {
      const at: [number, number, number] = [crowd.x[i]!, crowd.y[i]!, 1];
      const selection = pickAlong(sight([at[0], at[1] - 0.01, 20], at), boxes, crowd);
      if (selection?.kind === 'visitor' && selection.visitor === crowd.visitor[i]) found++;
    }
    expect(found).toBeGreaterThan(crowd.count * 0.8);
    expect(pickAlong(sight([18, 3.2, 20], [18, 3.2, 0]), boxes, null)).toBeNull();
  });

  it('measures distances to boxes and people', () => {
    const box = boxes[0]!;
    const [x, y] = box.at;
    const above = sight([x, y, 10], [x, y, 0]);
    expect(distanceToBox(above, box)).toBeCloseTo(10 - box.highM, 6);
    expect(distanceToBox(sight([x + 50, y, 10], [x + 50, y, 0]), box)).toBe(
      Number.POSITIVE_INFINITY,
    );
    expect(distanceToPerson(sight([0, 0, 10], [0, 0, 0]), 0, 0)).toBeCloseTo(8.3, 6);
    expect(distanceToPerson(sight([0, -5, 1], [0, 0, 1]), 0, 0)).toBeCloseTo(4.73, 6);
    expect(distanceToPerson(sight([0, -5, 1], [0, -9, 1]), 0, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(distanceToPerson(sight([0, -5, 3], [0, 0, 3]), 0, 0)).toBe(Number.POSITIVE_INFINITY);
  });

  it('frames the counter first and knows names in both languages', () => {
    const own = boxesOf(boxes, { kind: 'window', window: 'w3' });
    expect(own[0]!.lowM).toBe(0);
    expect(own.length).toBe(3);
    const timeline = day();
    const name = (selection: Parameters<typeof selectionName>[0], language: 'zh' | 'en') =>
      selectionName(selection, plan200, timeline, language);
    expect(name({ kind: 'fixture', fixture: 'guide-desk' }, 'zh')).toBe('导办台');
    expect(name({ kind: 'camera', camera: plan200.cameras[1]!.id }, 'en')).toBe('Camera 2');
    expect(name({ kind: 'visitor', visitor: 4 }, 'zh')).toContain('群众 5');
    expect(sameSelection({ kind: 'visitor', visitor: 1 }, { kind: 'visitor', visitor: 1 })).toBe(
      true,
    );
    expect(sameSelection({ kind: 'visitor', visitor: 1 }, { kind: 'visitor', visitor: 2 })).toBe(
      false,
    );
  });
});
