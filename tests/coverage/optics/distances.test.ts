import { describe, expect, it } from 'vitest';
import { classDistances, distanceM, pxPerMAt } from '../../../src/coverage/optics/distances';
import { lensOf } from '../../../src/coverage/optics/lens-of';
import { classReached, EDITION_IDS, EDITIONS } from '../../../src/coverage/optics/standards';
import { RAD } from './pictures';

describe('distances of the classes', () => {
  it('has the classes of both editions', () => {
    const classes = (id: (typeof EDITION_IDS)[number]) =>
      Object.fromEntries(EDITIONS[id].classes.map((c) => [c.id, c.pxPerM]));
    expect(classes('2014')).toEqual({
      monitor: 12.5,
      detect: 25,
      observe: 62.5,
      recognise: 125,
      identify: 250,
    });
    expect(classes('2025')).toEqual({
      overview: 20,
      outline: 40,
      discern: 80,
      perceive: 125,
      characterise: 250,
      validate: 500,
      scrutinise: 1500,
    });
    const found = classDistances({ widthPx: 2688, horizontalFovDeg: 103 });
    for (const id of EDITION_IDS) expect(Object.keys(found[id])).toEqual(Object.keys(classes(id)));
  });

  it('follows W/(2ρ·tan(hfov/2)) and W/(4ρ·sin(hfov/4))', () => {
    const { flat, lens } = distanceM({ widthPx: 2688, horizontalFovDeg: 103 }, 250);
    expect(flat).toBeCloseTo(2688 / (2 * 250 * Math.tan(51.5 * RAD)), 10);
    expect(lens).toBeCloseTo(2688 / (4 * 250 * Math.sin(25.75 * RAD)), 10);
    // 1920 px over 90°: a wall 1920/250 m wide is 3.84 m away.
    expect(distanceM({ widthPx: 1920, horizontalFovDeg: 90 }, 250).flat).toBeCloseTo(3.84, 10);
  });

  it('has no flat picture from 180°', () => {
    expect(distanceM({ widthPx: 2160, horizontalFovDeg: 179.9 }, 25).flat).toBeGreaterThan(0);
    for (const horizontalFovDeg of [180, 182, 360]) {
      const { flat, lens } = distanceM({ widthPx: 2160, horizontalFovDeg }, 25);
      expect(flat).toBeNull();
      expect(lens).toBeGreaterThan(0);
    }
  });

  it('turns a distance back into its density', () => {
    const picture = { widthPx: 2688, horizontalFovDeg: 103 };
    const { flat, lens } = distanceM(picture, 125);
    expect(pxPerMAt(picture, flat!).flat).toBeCloseTo(125, 10);
    expect(pxPerMAt(picture, lens).lens).toBeCloseTo(125, 10);
  });

  it('is what the lenses themselves show at the middle of the picture', () => {
    const printed = {
      horizontalFovDeg: 103,
      verticalFovDeg: 55,
      resolutionPx: [2688, 1520],
    } as const;
    const { flat, lens } = pxPerMAt({ widthPx: 2688, horizontalFovDeg: 103 }, 3);
    const middle = (model: 'pinhole' | 'equisolid') =>
      lensOf(printed, model).density([0, 0, 3], [1, 0, 0], [0, -1, 0]).acrossPxPerM;
    expect(flat).toBeCloseTo(middle('pinhole'), 10);
    expect(lens).toBeCloseTo(middle('equisolid'), 10);
  });

  it('refuses angles that no lens has', () => {
    for (const horizontalFovDeg of [0, -1, 361, Number.NaN])
      expect(() => distanceM({ widthPx: 1920, horizontalFovDeg }, 25)).toThrow(RangeError);
    expect(() => distanceM({ widthPx: 0, horizontalFovDeg: 90 }, 25)).toThrow(RangeError);
  });
});

describe('the class that a density reaches', () => {
  it.each([
    ['2014', 12.4, undefined],
    ['2014', 12.5, 'monitor'],
    ['2014', 249.9, 'recognise'],
    ['2014', 250, 'identify'],
    ['2025', 400, 'characterise'],
    ['2025', 9000, 'scrutinise'],
  ] as const)('%s at %s px/m: %s', (edition, density, id) => {
    expect(classReached(EDITIONS[edition], density)?.id).toBe(id);
  });
});
