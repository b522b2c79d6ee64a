import { Matrix3, ShaderMaterial, Vector2, Vector4 } from 'three';

/**
 * Draws the picture of a lens from a picture of its surroundings: for each pixel of the screen the
 * pixel of the sensor, for that its direction, and for that the colour. The directions are those of
 * `PictureLens.ray`.
 */
export function lensMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    depthTest: false,
    depthWrite: false,
    uniforms: {
      region: { value: new Vector4() },
      resolution: { value: new Vector2() },
      focal: { value: new Vector2() },
      circle: { value: 0 },
      isPinhole: { value: false },
      isCoarse: { value: false },
      isCube: { value: false },
      /** From the camera's frame to that of the surroundings. */
      turn: { value: new Matrix3() },
      cube: { value: null },
      flat_: { value: null },
      /** Tangents of half the flat picture's angles. */
      halfTan: { value: new Vector2() },
    },
    vertexShader: `
      varying vec2 place;
      void main() {
        place = vec2(uv.x, 1.0 - uv.y);
        gl_Position = vec4(position.xy, 0.0, 1.0);
      }
    `,
    fragmentShader: `
      varying vec2 place;
      uniform vec4 region;
      uniform vec2 resolution;
      uniform vec2 focal;
      uniform float circle;
      uniform bool isPinhole;
      uniform bool isCoarse;
      uniform bool isCube;
      uniform mat3 turn;
      uniform samplerCube cube;
      uniform sampler2D flat_;
      uniform vec2 halfTan;
      void main() {
        vec2 pixel = region.xy + place * region.zw;
        // Magnified beyond the sensor's own pixels, they are shown as they are.
        if (isCoarse) pixel = floor(pixel) + 0.5;
        vec2 off = (pixel - resolution / 2.0) / focal;
        float r = length(off);
        vec3 ray;
        if (isPinhole) {
          ray = normalize(vec3(off, 1.0));
        } else {
          float s = r / 2.0;
          float sine = 2.0 * s * sqrt(max(0.0, 1.0 - s * s));
          ray = vec3(r > 0.0 ? off / r * sine : vec2(0.0), 1.0 - 2.0 * s * s);
        }
        vec3 towards = turn * ray;
        vec3 colour = isCube
          ? textureCube(cube, towards).rgb
          : texture2D(flat_, 0.5 + 0.5 * towards.xy / (-towards.z * halfTan)).rgb;
        gl_FragColor = vec4(r > circle ? vec3(0.0) : colour, 1.0);
      }
    `,
  });
}
