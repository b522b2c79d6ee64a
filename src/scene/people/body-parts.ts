import {
  BufferAttribute,
  type BufferGeometry,
  CircleGeometry,
  CylinderGeometry,
  IcosahedronGeometry,
  LatheGeometry,
  OctahedronGeometry,
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
  const isPlain = sides < COARSE_FROM;
  const round = isPlain ? 6 : sides + 2;
  // So few corners cut into the head: they stand off further.
  const off = isPlain ? 1.14 : 1;
  const rings = isPlain ? 2 : 4;
  return {
    torso: torso(sides),
    limb: limb(sides),
    ball: smooth(new IcosahedronGeometry(isPlain ? 1.02 : 1, isPlain ? 0 : 1)),
    nub: smooth(
      isPlain
        ? new OctahedronGeometry(1.15)
        : new IcosahedronGeometry(1, sides < FINE_FROM ? 0 : 1),
    ),
    hairShort: cap(round, rings, 0.35).scale(1.1 * off, 1.1 * off, 1.12 * off),
    hairLong: hairLong(round, rings).scale(off, off, off),
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
export function discGeometry(round = 16): BufferGeometry {
  return new CircleGeometry(1, round).rotateX(-Math.PI / 2);
}
export function ringGeometry(inner = 0.8, round = 24): BufferGeometry {
  return new RingGeometry(inner, 1, round, 1).rotateX(-Math.PI / 2);
}

function lathe(outline: Outline, sides: number): BufferGeometry {
  return new LatheGeometry(
    outline.map(([r, y]) => new Vector2(Math.max(r, 1e-4), y)),
    sides,
  );
}

/** From this many sides on, bodies also have finer outlines. */
const FINE_FROM = 9;
/**
 * Below this many sides they are as plain as can be told apart: without a graphics card, and with
 * three hundred people, their triangles are most of what a frame costs.
 */
const COARSE_FROM = 5;

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
const PLAIN_TORSO = [
  [0.155, -0.05],
  [0.155, 0.22],
  [0.19, 0.42],
  [0, 0.6],
] as const;
const PLAIN_LIMB = [
  [0.054, -1],
  [0.076, -0.04],
  [0, 0.05],
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
  return lathe(profile(sides, PLAIN_TORSO, COARSE_TORSO, FINE_TORSO), sides + 1).scale(
    0.72,
    1,
    1.06,
  );
}

function limb(sides: number): BufferGeometry {
  const round = sides < COARSE_FROM ? sides : Math.max(5, sides - 1);
  return lathe(profile(sides, PLAIN_LIMB, COARSE_LIMB, FINE_LIMB), round);
}

type Outline = readonly (readonly [number, number])[];

function profile(sides: number, plain: Outline, coarse: Outline, fine: Outline): Outline {
  if (sides < COARSE_FROM) return plain;
  return sides < FINE_FROM ? coarse : fine;
}

function cap(round: number, rings: number, tilt: number): BufferGeometry {
  return new SphereGeometry(1, round, rings, 0, 2 * Math.PI, 0, Math.PI * 0.52).rotateZ(tilt);
}

function hairLong(round: number, rings: number): BufferGeometry {
  const back = new CylinderGeometry(
    0.98,
    1.02,
    1.25,
    round,
    1,
    true,
    Math.PI * 0.95,
    Math.PI * 1.1,
  ).translate(0, -0.5, 0);
  return merge([cap(round, rings, 0.3).scale(1.12, 1.12, 1.14), back.scale(1.1, 1, 1.12)]);
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
    parts.push(
      new TorusGeometry(0.29, 0.025, sides < COARSE_FROM ? 3 : 4, sides + 8).translate(
        -0.1,
        0.31,
        side * 0.29,
      ),
    );
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
  // On a ball the normal is the position.
  merged.setAttribute('normal', new BufferAttribute(Float32Array.from(positions.array), 3));
  merged.normalizeNormals();
  return merged;
}
