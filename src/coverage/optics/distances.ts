import { EQUISOLID } from './equisolid';
import { focalPxOf } from './picture';
import { EDITION_IDS, EDITIONS, type EditionId } from './standards';

/** The width of a picture and the angle that it shows. */
export interface PictureWidth {
  readonly widthPx: number;
  readonly horizontalFovDeg: number;
}

/** A figure by the standard's formula and by the lens. */
export interface TwoWays<Flat extends number | null> {
  /** Flat-width: conservative for wide lenses; null from 180°, where no flat picture exists. */
  readonly flat: Flat;
  /** Equisolid lens, at the middle of the picture. */
  readonly lens: number;
}

/** Distances in metres by id of the class, for each edition. */
export type ClassDistances = Readonly<
  Record<EditionId, Readonly<Record<string, TwoWays<number | null>>>>
>;

/**
 * Pixels of density times metres of distance of the standard's formula: W / (2·tan(hfov/2)), the
 * picture's pixels spread evenly over a flat wall that fills its width.
 */
function flatPx({ widthPx, horizontalFovDeg }: PictureWidth): number | null {
  if (horizontalFovDeg >= 180) return null;
  return widthPx / 2 / Math.tan((horizontalFovDeg / 360) * Math.PI);
}

/**
 * The same of an equisolid lens, whose focal length in pixels is (W/2) / (2·sin(hfov/4)): what a
 * small surface square to the axis has at the middle of the picture.
 */
const lensPx = ({ widthPx, horizontalFovDeg }: PictureWidth) =>
  focalPxOf(EQUISOLID, horizontalFovDeg, widthPx);

function bothWays(picture: PictureWidth, figure: (px: number) => number): TwoWays<number | null> {
  const lens = figure(lensPx(picture));
  const flat = flatPx(picture);
  return { flat: flat === null ? null : figure(flat), lens };
}

/**
 * Farthest distance at which a picture has a density, metres.
 *
 * @param pxPerM density asked for, above 0
 * @throws RangeError for an angle outside 0° to 360°, or a picture without width
 */
export const distanceM = (picture: PictureWidth, pxPerM: number) =>
  bothWays(picture, (px) => px / pxPerM);

/**
 * Density at a distance, px/m.
 *
 * @param atM distance, above 0
 * @throws RangeError as {@link distanceM}
 */
export const pxPerMAt = (picture: PictureWidth, atM: number) => bothWays(picture, (px) => px / atM);

/**
 * Distance of every class of both editions.
 *
 * @throws RangeError as {@link distanceM}
 */
export function classDistances(picture: PictureWidth): ClassDistances {
  const of = (id: EditionId) =>
    Object.fromEntries(EDITIONS[id].classes.map((c) => [c.id, distanceM(picture, c.pxPerM)]));
  const [first, second] = EDITION_IDS;
  return { [first]: of(first), [second]: of(second) };
}
