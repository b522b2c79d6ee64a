import {
  BackSide,
  Color,
  type Material,
  MeshBasicMaterial,
  MeshLambertMaterial,
  Vector3,
} from 'three';
import { PALETTE } from '../palette';
import { SKY, SUN } from '../view/light-values';
import { rawOutput } from '../view/raw-output';

/**
 * What bodies are made of: lit by lamps at each pixel, which is dear, but shadows fall on them; lit
 * at their corners by the graphics card; or with the light in the colours of their corners.
 */
export function bodyMaterial(shadows: boolean, baked: boolean): Material {
  if (shadows) return new MeshLambertMaterial();
  return baked ? rawOutput(new MeshBasicMaterial({ vertexColors: true })) : cornerLitBodyMaterial();
}

const LIGHT_UNIFORMS = `
uniform vec3 lightAbove;
uniform vec3 lightBelow;
uniform vec3 lightSun;
uniform vec3 sunFrom;
`;

const LIGHT_AT_VERTEX = `
#ifdef USE_INSTANCING
  mat3 turn = mat3(instanceMatrix);
  vec3 upright = normal / vec3(dot(turn[0], turn[0]), dot(turn[1], turn[1]), dot(turn[2], turn[2]));
  vec3 towards = normalize(turn * upright);
  vColor.rgb *= mix(lightBelow, lightAbove, 0.5 + 0.5 * towards.y)
    + lightSun * max(0.0, dot(towards, sunFrom));
  // To sRGB by roots instead of powers (C. Taylor, 2011): within half a percent, and cheap.
  vec3 root2 = sqrt(min(vColor.rgb, 1.0));
  vec3 root4 = sqrt(root2);
  vColor.rgb = max(0.585122381 * root2 + 0.783140355 * root4 - 0.368262736 * sqrt(root4), 0.0);
#endif
`;

/**
 * Bodies lit at their corners by the same light, which leaves the pixels nothing to do: for
 * rendering without a graphics card. Bodies stand in the scene's own axes.
 */
export function cornerLitBodyMaterial(): Material {
  const material = new MeshBasicMaterial();
  material.onBeforeCompile = (shader) => {
    const share = (colour: string, intensity: number) => ({
      value: new Color(colour).multiplyScalar(intensity / Math.PI),
    });
    shader.uniforms.lightAbove = share(SKY.above, SKY.intensity);
    shader.uniforms.lightBelow = share(SKY.below, SKY.intensity);
    shader.uniforms.lightSun = share(SUN.colour, SUN.intensity);
    shader.uniforms.sunFrom = { value: new Vector3(...SUN.from).normalize() };
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', `#include <common>\n${LIGHT_UNIFORMS}`)
      .replace('#include <color_vertex>', `#include <color_vertex>\n${LIGHT_AT_VERTEX}`);
    shader.fragmentShader = shader.fragmentShader.replace('#include <colorspace_fragment>', '');
  };
  material.customProgramCacheKey = () => 'hall-twin corner-lit body';
  return material;
}

const SWOLLEN = `
#include <begin_vertex>
#ifdef USE_INSTANCING
  mat3 swell = mat3(instanceMatrix);
  vec3 own = normal / vec3(dot(swell[0], swell[0]), dot(swell[1], swell[1]), dot(swell[2], swell[2]));
  // Out along the normal by the same breadth, whatever the part is stretched by.
  transformed += own * (OUTLINE_M / max(length(swell * own), 1e-4));
#endif
`;
const OUTLINE_M = '0.022';

/** The back of a body that is a little thicker than it is: what shows beside it is its outline. */
export function outlineMaterial(): Material {
  const material = new MeshBasicMaterial({ color: PALETTE.accent, side: BackSide });
  material.onBeforeCompile = (shader) => {
    shader.vertexShader = shader.vertexShader.replace(
      '#include <begin_vertex>',
      SWOLLEN.replace('OUTLINE_M', OUTLINE_M),
    );
  };
  material.customProgramCacheKey = () => 'hall-twin outline';
  return material;
}
