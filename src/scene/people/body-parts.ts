import {
  BufferAttribute,
  type BufferGeometry,
  CircleGeometry,
  CylinderGeometry,
  IcosahedronGeometry,
  LatheGeometry,
  RingGeometry,
  SphereGeometry,
  TorusGeometry,
  Vector2,
} from 'three';
import { mergeGeometries, mergeVertices } from 'three/examples/jsm/utils/BufferGeometryUtils.js';

/** Kinds of body parts; each is one instanced mesh. */
export const PARTS = [
  'torso',
  'limb',
  'ball',
  'nub',
  'hairShort',
  'hairLong',
  'skirt',
  'stick',
  'wheelchair',
] as const;
export type Part = (typeof PARTS)[number];

/** Most instances of a part that one person needs. */
export const PER_PERSON: Record<Part, number> = {
  torso: 1,
  limb: 6,
  ball: 1,
  nub: 4,
  hairShort: 1,
  hairLong: 1,
  skirt: 1,
  stick: 1,
  wheelchair: 1,
};

/** Shapes of the body parts, looking along +x; limbs hang from the origin, one metre long. */
export function partGeometries(sides: number): Record<Part, BufferGeometry> {
  return {
    torso: torso(sides),
    limb: limb(sides),
    ball: smooth(new IcosahedronGeometry(1, 1)),
    nub: smooth(new IcosahedronGeometry(1, sides < FINE_FROM ? 0 : 1)),
    hairShort: new SphereGeometry(1, sides + 2, 4, 0, 2 * Math.PI, 0, Math.PI * 0.52)
      .rotateZ(0.35)
      .scale(1.1, 1.1, 1.12),
    hairLong: hairLong(sides),
    skirt: lathe(
      [
        [0.15, 0],
        [0.2, -0.2],
        [0.25, -0.46],
        [0, -0.46],
      ],
      sides,
    ).scale(0.9, 1, 1),
    stick: stick(),
    wheelchair: wheelchair(sides),
  };
}

/** A soft round stain, and a ring, both lying on the floor with radius 1. */
export function discGeometry(): BufferGeometry {
  return new CircleGeometry(1, 16).rotateX(-Math.PI / 2);
}
export function ringGeometry(inner = 0.8): BufferGeometry {
  return new RingGeometry(inner, 1, 24, 1).rotateX(-Math.PI / 2);
}

function lathe(profile: readonly (readonly [number, number])[], sides: number): BufferGeometry {
  return new LatheGeometry(
    profile.map(([r, y]) => new Vector2(Math.max(r, 1e-4), y)),
    sides,
  );
}

/** From this many sides on, bodies also have finer outlines. */
const FINE_FROM = 9;

const FINE_TORSO = [
  [0, -0.06],
  [0.15, -0.05],
  [0.165, 0.06],
  [0.15, 0.22],
  [0.185, 0.42],
  [0.15, 0.53],
  [0.05, 0.57],
  [0.05, 0.62],
] as const;
const COARSE_TORSO = [
  [0, -0.06],
  [0.155, -0.04],
  [0.15, 0.22],
  [0.185, 0.42],
  [0.05, 0.57],
  [0.05, 0.62],
] as const;
const FINE_LIMB = [
  [0, -1.02],
  [0.045, -1],
  [0.052, -0.85],
  [0.072, -0.08],
  [0.06, 0.03],
  [0, 0.06],
] as const;
const COARSE_LIMB = [
  [0, -1.02],
  [0.05, -0.98],
  [0.072, -0.06],
  [0, 0.06],
] as const;

/** From the hips (0) to the neck (0.6): broad shoulders, flat from front to back. */
function torso(sides: number): BufferGeometry {
  return lathe(sides < FINE_FROM ? COARSE_TORSO : FINE_TORSO, sides + 1).scale(0.72, 1, 1.06);
}

function limb(sides: number): BufferGeometry {
  return lathe(sides < FINE_FROM ? COARSE_LIMB : FINE_LIMB, Math.max(5, sides - 1));
}

function hairLong(sides: number): BufferGeometry {
  const cap = new SphereGeometry(1, sides + 2, 4, 0, 2 * Math.PI, 0, Math.PI * 0.52).rotateZ(0.3);
  const back = new CylinderGeometry(
    0.98,
    1.02,
    1.25,
    sides + 2,
    1,
    true,
    Math.PI * 0.95,
    Math.PI * 1.1,
  ).translate(0, -0.5, 0);
  return merge([cap.scale(1.12, 1.12, 1.14), back.scale(1.1, 1, 1.12)]);
}

function stick(): BufferGeometry {
  const pole = new CylinderGeometry(0.014, 0.012, 0.8, 5).translate(0, 0.4, 0);
  const handle = new CylinderGeometry(0.016, 0.016, 0.13, 5)
    .rotateZ(Math.PI / 2)
    .translate(0.02, 0.8, 0);
  return merge([pole, handle]);
}

function wheelchair(sides: number): BufferGeometry {
  const parts: BufferGeometry[] = [];
  for (const side of [-1, 1]) {
    parts.push(new TorusGeometry(0.29, 0.025, 4, sides + 8).translate(-0.1, 0.31, side * 0.29));
    parts.push(new TorusGeometry(0.075, 0.02, 4, 8).translate(0.36, 0.095, side * 0.24));
    parts.push(
      new CylinderGeometry(0.016, 0.016, 0.5, 5)
        .rotateZ(Math.PI / 2)
        .translate(0.1, 0.64, side * 0.25),
    );
    parts.push(
      new CylinderGeometry(0.014, 0.014, 0.3, 5)
        .rotateZ(Math.PI / 2)
        .translate(-0.38, 0.92, side * 0.2),
    );
  }
  parts.push(slab(0.46, 0.05, 0.46, 0.02, 0.46, 0));
  parts.push(slab(0.05, 0.46, 0.44, -0.24, 0.7, 0));
  parts.push(slab(0.16, 0.03, 0.36, 0.48, 0.12, 0));
  return merge(parts);
}

function slab(w: number, h: number, d: number, x: number, y: number, z: number): BufferGeometry {
  return new CylinderGeometry(Math.SQRT1_2, Math.SQRT1_2, 1, 4)
    .rotateY(Math.PI / 4)
    .scale(w, h, d)
    .translate(x, y, z);
}

function merge(parts: BufferGeometry[]): BufferGeometry {
  return mergeGeometries(parts);
}

function smooth(geometry: BufferGeometry): BufferGeometry {
  geometry.deleteAttribute('uv');
  geometry.deleteAttribute('normal');
  const merged = mergeVertices(geometry);
  const positions = merged.getAttribute('position');
  // On a unit ball the normal is the position.
  merged.setAttribute('normal', new BufferAttribute(Float32Array.from(positions.array), 3));
  return merged;
}
