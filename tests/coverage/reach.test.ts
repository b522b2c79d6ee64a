import { describe, expect, it } from 'vitest';
import { eyeOf } from '../../src/coverage/eye';
import { DENSE, reachOf, runsOf, SEEN, UNSEEN } from '../../src/coverage/reach';
import { Sight } from '../../src/coverage/space/sight';
import { boxSolid } from '../../src/coverage/space/solid';

const camera = {
  id: 'c',
  at: [0, 0] as [number, number],
  heightM: 2.5,
  yawDeg: 0,
  pitchDeg: 0,
  horizontalFovDeg: 90,
  verticalFovDeg: 60,
  resolutionPx: [2000, 1200] as [number, number],
};
const open = new Sight([]);
const options = { heightM: 2.5, pxPerM: 250, farM: 8, stepDeg: 1, ringM: 0.1 };

/** Area of the cells in a state, m². */
function areaOf(reach: ReturnType<typeof reachOf>, state: number): number {
  return runsOf(reach)
    .filter((run) => run.state === state)
    .reduce((sum, { fromM, toM }) => sum + (Math.PI / 360) * (toM ** 2 - fromM ** 2), 0);
}

describe('the reach of a camera over a plane', () => {
  it('is a wedge as wide as its picture', () => {
    const reach = reachOf(eyeOf(camera, 'pinhole'), open, options);
    // A quarter of a disc of 8 m; a whole number of degrees, so that cells do not straddle it.
    expect(areaOf(reach, SEEN) + areaOf(reach, DENSE)).toBeCloseTo((Math.PI * 64) / 4, 1);
  });

  it('is dense as far as the flat picture says: f/z', () => {
    const eye = eyeOf({ ...camera, horizontalFovDeg: 20 }, 'pinhole');
    const runs = runsOf(reachOf(eye, open, { ...options, pxPerM: 1000 }));
    // f = 1000 / tan 10°; z = f/1000 on the axis.
    const middle = runs.find(({ direction, state }) => direction === 0 && state === DENSE);
    expect(middle?.toM).toBeCloseTo(1 / Math.tan(Math.PI / 18), 0);
  });

  it('ends at what stands in the way, and goes on beside it', () => {
    const box = boxSolid(
      { kind: 'column', id: 'k' },
      { at: [4, 0], halfWidthM: 0.2, halfDepthM: 0.5, axis: [1, 0] },
      0,
      3,
    );
    const reach = reachOf(eyeOf(camera), new Sight([box]), options);
    const at = (degrees: number, metres: number) =>
      reach.cells[degrees * reach.rings + Math.floor(metres / reach.ringM)];
    expect(at(0, 3.7)).not.toBe(UNSEEN);
    expect(at(0, 5)).toBe(UNSEEN);
    expect(at(20, 5)).not.toBe(UNSEEN);
  });
});
