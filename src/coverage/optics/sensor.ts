import type { Provenance } from '../../scenarios/provenance';
import { type LensModel, PROJECTIONS } from './lens-of';
import { focalPxOf } from './picture';

/** Sensor types that security cameras are sold with, smallest first, inches by the old tube rule. */
export const SENSOR_FORMATS = [
  '1/6',
  '1/5',
  '1/4',
  '1/3.6',
  '1/3.4',
  '1/3.2',
  '1/3.1',
  '1/3',
  '1/2.9',
  '1/2.8',
  '1/2.7',
  '1/2.5',
  '1/2.4',
  '1/2.3',
  '1/2',
  '1/1.9',
  '1/1.8',
  '1/1.7',
  '1/1.6',
  '2/3',
  '1/1.3',
  '1/1.2',
  '1/1.1',
  '1',
  '4/3',
] as const;
export type SensorFormat = (typeof SENSOR_FORMATS)[number];

/** What every size of a sensor rests on. */
export const SENSOR_PROVENANCE: Provenance = {
  kind: 'assumption',
  note: {
    zh: '按型号惯例估算：1/2 英寸以下对角线为 18 mm × 型号，其余为 16 mm × 型号；宽高比同分辨率',
    en: 'by the convention of type numbers: the diagonal is 18 mm × type below 1/2", 16 mm × type from there up; its aspect is the picture\'s',
  },
  confidence: 'low',
};

/** Where one focal rule of thumb hands over to the other, inches. */
const SMALL_BELOW_INCH = 0.5;

/** Diagonal of a sensor of type 1", mm, among small types and among the others. */
const SMALL_DIAGONAL_MM = 18;
const DIAGONAL_MM = 16;

/** Aspect of the types as they were defined, for cameras. */
const CLASSIC_ASPECT: readonly [number, number] = [4, 3];

/** Angles of a picture, degrees. */
export interface Fov {
  readonly horizontalFovDeg: number;
  readonly verticalFovDeg: number;
}

const inchesOf = (format: string) => {
  const [above, below = '1'] = format.split('/');
  return Number(above) / Number(below);
};

/**
 * The sensor type that a text names: `1/2.8`, with or without a sign or word for inches. Null for
 * none that is known.
 */
export function sensorFormat(text: string): SensorFormat | null {
  const bare = text.trim().replace(/\s*(?:["″”]|''|inch(?:es)?|in|英寸)$/i, '');
  if (!/^\d+(\.\d+)?(\/\d+(\.\d+)?)?$/.test(bare)) return null;
  const inches = inchesOf(bare);
  return SENSOR_FORMATS.find((format) => Math.abs(inchesOf(format) - inches) < 1e-9) ?? null;
}

/**
 * Width and height of a sensor, mm. A type is a name, not a measure: the diagonal follows
 * {@link SENSOR_PROVENANCE}, within some 3 % of what makers print for 1/3.2" (5.68 mm), 1/2.8"
 * (6.46), 1/2.5" (7.18), 1/1.8" (8.93) and 2/3" (11.0); cameras that use part of their sensor see
 * less.
 *
 * @param aspect of the picture, as its resolution; 4:3 unless given
 */
export function sensorSizeMm(
  format: SensorFormat,
  [width, height]: readonly [number, number] = CLASSIC_ASPECT,
): readonly [widthMm: number, heightMm: number] {
  const inches = inchesOf(format);
  const diagonal = inches * (inches < SMALL_BELOW_INCH ? SMALL_DIAGONAL_MM : DIAGONAL_MM);
  const perPart = diagonal / Math.hypot(width, height);
  return [width * perPart, height * perPart];
}

/** Full angle of what reaches a distance from the centre, in focal lengths; null for too wide. */
function fovDeg(model: LensModel, radius: number): number | null {
  const { limitDeg, offAxisRad } = PROJECTIONS[model];
  const deg = (offAxisRad(radius) * 360) / Math.PI;
  return deg < limitDeg ? deg : null;
}

/**
 * Angles of a lens before a sensor. A computed pair: printed angles are to be preferred.
 *
 * @param focalMm above 0
 * @param resolutionPx for the aspect; 4:3 unless given
 * @returns null if the lens would see all round before reaching the sensor's edge: no lens of
 * that focal length fills the sensor
 * @throws RangeError for a focal length that isn't positive
 */
export function fovOfSensor(
  format: SensorFormat,
  focalMm: number,
  resolutionPx?: readonly [number, number],
  model: LensModel = 'equisolid',
): Fov | null {
  if (!(focalMm > 0 && focalMm < Infinity))
    throw new RangeError(`${focalMm} mm is no focal length`);
  const [widthMm, heightMm] = sensorSizeMm(format, resolutionPx);
  const horizontalFovDeg = fovDeg(model, widthMm / 2 / focalMm);
  const verticalFovDeg = fovDeg(model, heightMm / 2 / focalMm);
  return horizontalFovDeg === null || verticalFovDeg === null
    ? null
    : { horizontalFovDeg, verticalFovDeg };
}

/**
 * Vertical angle that goes with a printed horizontal one if pixels are square, degrees.
 *
 * @returns null for an upright picture so wide that the lens would have to see all round
 * @throws RangeError for an angle that the model can't show
 */
export function verticalFovOf(
  horizontalFovDeg: number,
  [width, height]: readonly [number, number],
  model: LensModel = 'equisolid',
): number | null {
  const focalPx = focalPxOf(PROJECTIONS[model], horizontalFovDeg, width);
  return fovDeg(model, height / 2 / focalPx);
}
