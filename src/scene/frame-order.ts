/**
 * Who does their part of a frame before whom; everything else comes at 0. The controls' own turn is
 * at −1, and nothing may come above 0, or it would have to draw as well.
 */
export const FRAME_ORDER = { people: -0.8, camera: -0.5 } as const;
