import type { CameraEntry } from '../scenarios/camera-library';
import type { Provenance } from '../scenarios/provenance';
import { assumption, source } from '../scenarios/sources';

/** A camera model with one setting of its lens, as printed by its maker. */
export interface CameraModel {
  readonly id: string;
  readonly name: string;
  readonly resolutionPx: readonly [width: number, height: number];
  /** Null if it isn't known: angles alone count. */
  readonly focalMm: number | null;
  readonly horizontalFovDeg: number;
  readonly verticalFovDeg: number;
  readonly provenance: Provenance;
}

function printed(
  id: string,
  vendor: string,
  model: string,
  resolutionPx: readonly [number, number],
  focalMm: number,
  horizontalFovDeg: number,
  verticalFovDeg: number,
): CameraModel {
  const name = `${vendor} ${model}, ${focalMm} mm`;
  return {
    id,
    name,
    resolutionPx,
    focalMm,
    horizontalFovDeg,
    verticalFovDeg,
    provenance: source(
      `${vendor} ${model} 产品数据表（经汇编转引）`,
      `data sheet of ${vendor} ${model}, as quoted by a collection of data sheets`,
      'medium',
    ),
  };
}

/** The models that ship: what offices commonly buy, from 2 to 8 megapixels. Not a recommendation. */
export const CAMERA_MODELS: readonly CameraModel[] = [
  printed('hik-2143-2.8', 'Hikvision', 'DS-2CD2143G2-I', [2688, 1520], 2.8, 103, 55),
  printed('hik-2143-4', 'Hikvision', 'DS-2CD2143G2-I', [2688, 1520], 4, 84, 45),
  printed('hik-2387-2.8', 'Hikvision', 'DS-2CD2387G2-LSU/SL', [3840, 2160], 2.8, 102, 52),
  printed('hik-2387-4', 'Hikvision', 'DS-2CD2387G2-LSU/SL', [3840, 2160], 4, 88, 47),
  printed('hik-2t86-6', 'Hikvision', 'DS-2CD2T86G2-ISU/SL', [3840, 2160], 6, 59, 34),
  printed('dahua-1430-2.8', 'Dahua', 'IPC-HDBW1430DE-SW', [2560, 1440], 2.8, 90, 50),
  printed('axis-m3085', 'Axis', 'M3085-V', [1920, 1080], 3.1, 102, 55),
  printed('axis-m3088', 'Axis', 'M3088-V', [3840, 2160], 2.9, 109, 56),
];

/** A model that a user wrote down; without a source its figures are an assumption. */
export function modelOfEntry({ source: from, focalMm, ...entry }: CameraEntry): CameraModel {
  const words = from?.trim();
  return {
    ...entry,
    focalMm: focalMm ?? null,
    provenance: words
      ? { kind: 'source', note: words, confidence: 'medium' }
      : assumption('用户录入，未注明出处', 'entered by the user without a source'),
  };
}
