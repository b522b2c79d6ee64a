import { type BufferGeometry, Color, Vector3 } from 'three';

/** Light from all around: cool from above, warm from the floor. */
export const SKY = { above: '#fbfcff', below: '#ece5da', intensity: 2.65 } as const;

/** Light from one side, and the direction it comes from in the scene. */
export const SUN = {
  colour: '#fff1dc',
  intensity: 1.15,
  from: [-7, 16, 6] as const,
} as const;

/**
 * Multiplies the colours of a geometry that never moves by the light that falls on it, for a
 * material that is not lit itself. The same sum as a Lambert material's: sky and floor mixed by the
 * normal's height, plus the sun by the cosine, over π.
 */
export function bakeLight(geometry: BufferGeometry): BufferGeometry {
  const normals = geometry.getAttribute('normal');
  const colours = geometry.getAttribute('color');
  const above = new Color(SKY.above).multiplyScalar(SKY.intensity / Math.PI);
  const below = new Color(SKY.below).multiplyScalar(SKY.intensity / Math.PI);
  const sun = new Color(SUN.colour).multiplyScalar(SUN.intensity / Math.PI);
  const from = new Vector3(...SUN.from).normalize();
  const normal = new Vector3();
  const light = new Color();
  for (let i = 0; i < normals.count; i++) {
    normal.fromBufferAttribute(normals, i);
    light.copy(below).lerp(above, 0.5 + 0.5 * normal.y);
    const facing = Math.max(0, normal.dot(from));
    colours.setXYZ(
      i,
      colours.getX(i) * (light.r + sun.r * facing),
      colours.getY(i) * (light.g + sun.g * facing),
      colours.getZ(i) * (light.b + sun.b * facing),
    );
  }
  return geometry;
}
