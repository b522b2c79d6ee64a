import { describe, expect, it } from 'vitest';
import { moved, regionOf, WHOLE, zoomed } from '../../../src/app/cameras/picture-zoom';

describe('magnifying a picture', () => {
  it('keeps what is under the pointer where it is', () => {
    const under = [0.8, 0.3] as const;
    const before = regionOf(WHOLE, [1000, 500]);
    const after = regionOf(zoomed(WHOLE, 4, under), [1000, 500]);
    const at = ({ left, top, width, height }: typeof before) => [
      left + under[0] * width,
      top + under[1] * height,
    ];
    expect(at(after)[0]).toBeCloseTo(at(before)[0]!, 9);
    expect(at(after)[1]).toBeCloseTo(at(before)[1]!, 9);
    expect(after.width).toBeCloseTo(250, 9);
  });

  it('never leaves the picture, nor grows without end', () => {
    let zoom = zoomed(WHOLE, 1e9, [0, 0]);
    expect(zoom.factor).toBe(40);
    zoom = moved(zoom, [50, -90]);
    const { left, top, width, height } = regionOf(zoom, [1000, 500]);
    expect(left).toBeGreaterThanOrEqual(-1e-9);
    expect(top + height).toBeLessThanOrEqual(500 + 1e-9);
    expect([width, height]).toEqual([25, 12.5]);
    expect(zoomed(zoom, 1e-9, [0.5, 0.5])).toEqual(WHOLE);
  });

  it('follows the hand', () => {
    const zoom = zoomed(WHOLE, 2, [0.5, 0.5]);
    const by = moved(zoom, [0.1, -0.2]);
    expect(regionOf(by, [1000, 500]).left).toBeCloseTo(250 - 50, 9);
    expect(regionOf(by, [1000, 500]).top).toBeCloseTo(125 + 50, 9);
  });
});
