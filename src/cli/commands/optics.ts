import { classDistances, pxPerMAt } from '../../coverage/optics/distances';
import {
  type Fov,
  fovOfSensor,
  SENSOR_FORMATS,
  SENSOR_PROVENANCE,
  type SensorFormat,
  sensorFormat,
  sensorSizeMm,
  verticalFovOf,
} from '../../coverage/optics/sensor';
import { EDITION_IDS, EDITIONS } from '../../coverage/optics/standards';
import { type OpticsAnswer, opticsText } from '../optics-text';
import { plainNumber } from '../options';
import { answerJson, type Output } from '../output';
import { REFUSALS, refusal } from '../refusals';

export interface OpticsFlags {
  readonly resolution?: string;
  readonly hfov?: string;
  readonly vfov?: string;
  readonly sensor?: string;
  readonly focal?: string;
  readonly at?: string;
  readonly json?: boolean;
}

type Resolution = readonly [width: number, height: number];

const MAX_PX = 100_000;
const [MIN_FOV_DEG, MAX_FOV_DEG] = [0.1, 359.9];
const [MIN_FOCAL_MM, MAX_FOCAL_MM] = [0.1, 5000];
const [MIN_AT_M, MAX_AT_M] = [0.01, 100_000];

/** `2688x1520` and its like. Throws InputError. */
function resolutionOf(given: string | undefined): Resolution {
  if (given === undefined)
    throw refusal('hall', '--resolution', REFUSALS.neededOption('--resolution', '2688x1520'));
  const [, width, height] = /^(\d+)\s*[x×*]\s*(\d+)$/i.exec(given.trim()) ?? [];
  const sizes = [Number(width), Number(height)] as const;
  if (!sizes.every((px) => px >= 1 && px <= MAX_PX))
    throw refusal('hall', '--resolution', REFUSALS.notResolution(given, MAX_PX));
  return sizes;
}

/** Printed angles; the vertical one is computed if it isn't printed. Throws InputError. */
function printedAngles(
  { hfov, vfov }: OpticsFlags,
  resolutionPx: Resolution,
): Pick<OpticsAnswer, 'fov' | 'angles'> {
  if (hfov === undefined)
    throw refusal('hall', '--hfov', REFUSALS.optionWithout('--vfov', '--hfov'));
  const horizontalFovDeg = plainNumber('--hfov', hfov, MIN_FOV_DEG, MAX_FOV_DEG);
  if (vfov !== undefined)
    return {
      fov: {
        horizontalFovDeg,
        verticalFovDeg: plainNumber('--vfov', vfov, MIN_FOV_DEG, MAX_FOV_DEG),
      },
      angles: { horizontal: 'given', vertical: 'given' },
    };
  const verticalFovDeg = verticalFovOf(horizontalFovDeg, resolutionPx);
  if (verticalFovDeg === null) throw refusal('hall', '--vfov', REFUSALS.noVerticalAngle());
  return {
    fov: { horizontalFovDeg, verticalFovDeg },
    angles: { horizontal: 'given', vertical: 'lens' },
  };
}

/** The sensor type that a flag names. Throws InputError. */
function sensorOf(given: string): SensorFormat {
  const format = sensorFormat(given);
  if (format === null) throw refusal('hall', '--sensor', REFUSALS.notChoice(given, SENSOR_FORMATS));
  return format;
}

/** Angles of a sensor behind a lens. Throws InputError. */
function computedAngles(
  { sensor, focal }: OpticsFlags,
  resolutionPx: Resolution,
): Pick<OpticsAnswer, 'fov' | 'angles' | 'sensor'> {
  if (sensor === undefined)
    throw refusal('hall', '--sensor', REFUSALS.optionWithout('--focal', '--sensor'));
  const format = sensorOf(sensor);
  if (focal === undefined)
    throw refusal('hall', '--focal', REFUSALS.optionWithout('--sensor', '--focal'));
  const focalMm = plainNumber('--focal', focal, MIN_FOCAL_MM, MAX_FOCAL_MM);
  const fov: Fov | null = fovOfSensor(format, focalMm, resolutionPx);
  if (fov === null) throw refusal('hall', '--focal', REFUSALS.focalTooShort(focal, format));
  const [widthMm, heightMm] = sensorSizeMm(format, resolutionPx);
  return {
    fov,
    angles: { horizontal: 'sensor', vertical: 'sensor' },
    sensor: { format, focalMm, widthMm, heightMm, provenance: SENSOR_PROVENANCE },
  };
}

/** Angles by the set of flags that is given: one set, not both. Throws InputError. */
function anglesOf(flags: OpticsFlags, resolutionPx: Resolution) {
  const printed = (['hfov', 'vfov'] as const).find((flag) => flags[flag] !== undefined);
  const computed = (['sensor', 'focal'] as const).find((flag) => flags[flag] !== undefined);
  if (printed && computed)
    throw refusal('hall', `--${computed}`, REFUSALS.anglesTwice(`--${printed}`, `--${computed}`));
  if (printed) return printedAngles(flags, resolutionPx);
  if (computed) return computedAngles(flags, resolutionPx);
  throw refusal('hall', '--hfov', REFUSALS.noAngles());
}

/**
 * What a camera's printed or computed angles mean for the classes of the standard. Throws
 * InputError.
 */
export function optics(output: Output, flags: OpticsFlags): void {
  const resolutionPx = resolutionOf(flags.resolution);
  const { fov, ...rest } = anglesOf(flags, resolutionPx);
  const picture = { widthPx: resolutionPx[0], horizontalFovDeg: fov.horizontalFovDeg };
  const atM =
    flags.at === undefined ? undefined : plainNumber('--at', flags.at, MIN_AT_M, MAX_AT_M);
  const answer: OpticsAnswer = {
    resolutionPx,
    fov,
    ...rest,
    distancesM: classDistances(picture),
    ...(atM === undefined ? {} : { at: { distanceM: atM, pxPerM: pxPerMAt(picture, atM) } }),
  };
  if (!flags.json) {
    output.answer(opticsText(answer, output.language));
    return;
  }
  const { fov: _, distancesM, ...beside } = answer;
  answerJson(output, {
    hfovDeg: fov.horizontalFovDeg,
    vfovDeg: fov.verticalFovDeg,
    distancesM,
    ...beside,
    standards: Object.fromEntries(EDITION_IDS.map((id) => [id, EDITIONS[id].provenance])),
  });
}
