import type { BufferGeometry, Material } from 'three';
import { Color } from 'three';

/*
 * Where nothing is lit at the pixel, decoding a colour from sRGB and encoding it again is work
 * without effect, and dear without a graphics card. Such materials pass colours through as they
 * are to be shown: their textures have no colour space and their vertex colours are encoded.
 */

/** Makes an unlit material show its colours as they are. */
export function rawOutput<T extends Material>(material: T): T {
  material.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader.replace('#include <colorspace_fragment>', '');
  };
  material.customProgramCacheKey = () => 'hall-twin raw';
  return material;
}

/** Encodes the vertex colours of a geometry for a raw material; changes it and returns it. */
export function encodeColours(geometry: BufferGeometry): BufferGeometry {
  const colours = geometry.getAttribute('color');
  const colour = new Color();
  for (let i = 0; i < colours.count; i++) {
    colour.setRGB(
      Math.min(colours.getX(i), 1),
      Math.min(colours.getY(i), 1),
      Math.min(colours.getZ(i), 1),
    );
    colour.convertLinearToSRGB();
    colours.setXYZ(i, colour.r, colour.g, colour.b);
  }
  return geometry;
}
