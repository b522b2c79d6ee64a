import type { FloorPlan } from '../../scenarios/floorplan';
import { EQUISOLID, equisolidLens } from './equisolid';
import type { Lens } from './lens';
import type { PrintedPicture, RadialProjection } from './picture';
import { PINHOLE, pinholeLens } from './pinhole';

/** Lens models by id: what lenses do, and the standard's flat picture. */
export const LENS_MODELS = ['equisolid', 'pinhole'] as const;
export type LensModel = (typeof LENS_MODELS)[number];

/** A camera of a floor plan. */
export type Camera = FloorPlan['cameras'][number];

export const PROJECTIONS: Readonly<Record<LensModel, RadialProjection>> = {
  equisolid: EQUISOLID,
  pinhole: PINHOLE,
};

const LENSES: Readonly<Record<LensModel, (printed: PrintedPicture) => Lens>> = {
  equisolid: equisolidLens,
  pinhole: pinholeLens,
};

/**
 * The lens of a camera: its printed angles hold at the middle of the picture's edges, whatever the
 * model.
 *
 * @throws RangeError for angles that the model can't show: a pinhole's stay below 180°
 */
export function lensOf(camera: PrintedPicture, model: LensModel = 'equisolid'): Lens {
  return LENSES[model](camera);
}
