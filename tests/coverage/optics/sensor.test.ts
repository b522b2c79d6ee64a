import { describe, expect, it } from 'vitest';
import {
  fovOfSensor,
  SENSOR_FORMATS,
  sensorFormat,
  sensorSizeMm,
  verticalFovOf,
} from '../../../src/coverage/optics/sensor';
import { RAD } from './pictures';

describe('the size of a sensor', () => {
  it.each([
    ['1/2.8', '1/2.8'],
    ['1/2.8"', '1/2.8'],
    ['1/2.80', '1/2.8'],
    [' 1/3 inch', '1/3'],
    ['1/1.8″', '1/1.8'],
    ['1/3英寸', '1/3'],
    ['1"', '1'],
    ['1/1', '1'],
    ['1/1.5', '2/3'],
  ])('%s is %s', (text, format) => expect(sensorFormat(text)).toBe(format));

  it.each(['', 'abc', '1/0', '0/3', '1/99', '-1/3', '1/', '1/2/3', '3', 'inch', '1,5'])(
    '%j is none',
    (text) => expect(sensorFormat(text)).toBeNull(),
  );

  it.each([
    ['1/3.2', 5.68],
    ['1/3', 6],
    ['1/2.8', 6.46],
    ['1/2.7', 6.72],
    ['1/2.5', 7.18],
    ['1/2', 8],
    ['1/1.8', 8.93],
    ['2/3', 11],
    ['1', 16],
    ['4/3', 21.6],
  ] as const)('%s has a diagonal within 3 %% of %s mm', (format, diagonal) => {
    expect(Math.abs(Math.hypot(...sensorSizeMm(format)) / diagonal - 1)).toBeLessThan(0.031);
  });

  it('takes its aspect from the picture', () => {
    const [width, height] = sensorSizeMm('1/3', [1920, 1080]);
    expect(width / height).toBeCloseTo(16 / 9, 12);
    expect(Math.hypot(width, height)).toBeCloseTo(6, 12);
    expect(sensorSizeMm('1/2')[0]).toBeCloseTo(6.4, 12);
    expect(sensorSizeMm('1/2')[1]).toBeCloseTo(4.8, 12);
  });

  it('grows with the type, but for the step between the two rules at 1/2"', () => {
    const diagonals = SENSOR_FORMATS.map((format) => Math.hypot(...sensorSizeMm(format)));
    const steps = SENSOR_FORMATS.slice(1).filter((_, i) => diagonals[i + 1]! <= diagonals[i]!);
    expect(steps.filter((format) => format !== '1/2')).toEqual([]);
  });
});

describe('angles of a sensor behind a lens', () => {
  it('follow the closed forms', () => {
    // 6.4 × 4.8 mm.
    const equisolid = fovOfSensor('1/2', 4)!;
    expect(equisolid.horizontalFovDeg).toBeCloseTo((4 * Math.asin(6.4 / 16)) / RAD, 10);
    expect(equisolid.verticalFovDeg).toBeCloseTo((4 * Math.asin(4.8 / 16)) / RAD, 10);
    const pinhole = fovOfSensor('1/2', 3.2, undefined, 'pinhole')!;
    expect(pinhole.horizontalFovDeg).toBeCloseTo(90, 10);
    expect(pinhole.verticalFovDeg).toBeCloseTo((2 * Math.atan(0.75)) / RAD, 10);
  });

  it('reach past a hemisphere, but not all round', () => {
    const wide = fovOfSensor('1/2', 1.9, [1000, 1000])!;
    expect(wide.horizontalFovDeg).toBeGreaterThan(180);
    expect(fovOfSensor('1/2', 1.6)).toBeNull();
    expect(fovOfSensor('1/2', 1.61)).not.toBeNull();
    expect(fovOfSensor('1/2', 0.1, undefined, 'pinhole')!.horizontalFovDeg).toBeLessThan(180);
  });

  it.each([0, -2.8, Number.NaN, Number.POSITIVE_INFINITY])('refuse %s mm', (focalMm) =>
    expect(() => fovOfSensor('1/3', focalMm)).toThrow(RangeError),
  );
});

describe('the vertical angle that goes with a horizontal one', () => {
  it('has square pixels', () => {
    expect(verticalFovOf(182, [2160, 2160])).toBeCloseTo(182, 9);
    expect(verticalFovOf(90, [1920, 1080], 'pinhole')).toBeCloseTo(
      (2 * Math.atan(9 / 16)) / RAD,
      9,
    );
    expect(verticalFovOf(120, [1600, 800])).toBeCloseTo((4 * Math.asin(0.25)) / RAD, 9);
  });

  it('agrees with the angles of a sensor', () => {
    const { horizontalFovDeg, verticalFovDeg } = fovOfSensor('1/2.8', 2.8, [2688, 1520])!;
    expect(verticalFovOf(horizontalFovDeg, [2688, 1520])).toBeCloseTo(verticalFovDeg, 9);
  });

  it('is none where the lens would have to see all round', () => {
    expect(verticalFovOf(182, [1080, 1920])).toBeNull();
    expect(() => verticalFovOf(0, [1920, 1080])).toThrow(RangeError);
    expect(() => verticalFovOf(180, [1920, 1080], 'pinhole')).toThrow(RangeError);
  });
});
