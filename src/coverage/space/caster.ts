import { BufferAttribute, BufferGeometry, DoubleSide, Ray } from 'three';
// By its path: the package's own entry is CommonJS in Node and would load a second three.
import { MeshBVH } from 'three-mesh-bvh/src/index.js';
import type { Triangles } from './solid';

/**
 * A line of sight starts this far from the camera, metres: its own mount, flush with a wall or a
 * ceiling, doesn't blind it.
 */
export const NEAR_M = 0.01;
/** It ends this far before the target, metres: a surface doesn't hide itself. */
export const SHORT_M = 0.001;

/** Finds what stands between two points. */
export interface Caster {
  /** How far from the start the last `cast` hit, metres; undefined meaning after a miss. */
  readonly hitM: number;
  /**
   * Index of the owner of the first thing on the way from a to b, −1 for none. Things within
   * {@link NEAR_M} of a and {@link SHORT_M} of b don't count.
   */
  cast(ax: number, ay: number, az: number, bx: number, by: number, bz: number): number;
}

/** Casts against a bounding volume hierarchy of the triangles; fast. */
export class BvhCaster implements Caster {
  hitM = 0;
  readonly #bvh: MeshBVH | null;
  readonly #ownerOf: Int32Array;
  readonly #ray = new Ray();

  constructor({ positions, ownerOf }: Triangles) {
    if (ownerOf.length === 0) {
      this.#bvh = null;
      this.#ownerOf = ownerOf;
      return;
    }
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(positions, 3));
    this.#bvh = new MeshBVH(geometry, { maxLeafTris: 4 });
    // Building it puts the triangles in another order, by an index of its own.
    const order = geometry.getIndex()!.array;
    this.#ownerOf = ownerOf.map((_, i) => ownerOf[order[3 * i]! / 3]!);
  }

  cast(ax: number, ay: number, az: number, bx: number, by: number, bz: number): number {
    if (this.#bvh === null) return -1;
    const dx = bx - ax;
    const dy = by - ay;
    const dz = bz - az;
    const length = Math.sqrt(dx * dx + dy * dy + dz * dz);
    if (length <= NEAR_M + SHORT_M) return -1;
    const { origin, direction } = this.#ray;
    origin.set(ax, ay, az);
    direction.set(dx / length, dy / length, dz / length);
    const hit = this.#bvh.raycastFirst(this.#ray, DoubleSide, NEAR_M, length - SHORT_M);
    if (!hit) return -1;
    this.hitM = hit.distance;
    return this.#ownerOf[hit.faceIndex!]!;
  }
}

/** Tries every triangle: the reference that the fast caster is held against. */
export class BruteForceCaster implements Caster {
  hitM = 0;
  readonly #triangles: Triangles;

  constructor(triangles: Triangles) {
    this.#triangles = triangles;
  }

  cast(ax: number, ay: number, az: number, bx: number, by: number, bz: number): number {
    const { positions: p, ownerOf } = this.#triangles;
    const length = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2 + (bz - az) ** 2);
    const dx = (bx - ax) / length;
    const dy = (by - ay) / length;
    const dz = (bz - az) / length;
    let nearest = length - SHORT_M;
    let owner = -1;
    for (let i = 0, o = 0; i < ownerOf.length; i++, o += 9) {
      // Möller and Trumbore 1997.
      const e1x = p[o + 3]! - p[o]!;
      const e1y = p[o + 4]! - p[o + 1]!;
      const e1z = p[o + 5]! - p[o + 2]!;
      const e2x = p[o + 6]! - p[o]!;
      const e2y = p[o + 7]! - p[o + 1]!;
      const e2z = p[o + 8]! - p[o + 2]!;
      const hx = dy * e2z - dz * e2y;
      const hy = dz * e2x - dx * e2z;
      const hz = dx * e2y - dy * e2x;
      const det = e1x * hx + e1y * hy + e1z * hz;
      if (det === 0) continue;
      const sx = ax - p[o]!;
      const sy = ay - p[o + 1]!;
      const sz = az - p[o + 2]!;
      const u = (sx * hx + sy * hy + sz * hz) / det;
      if (u < 0 || u > 1) continue;
      const qx = sy * e1z - sz * e1y;
      const qy = sz * e1x - sx * e1z;
      const qz = sx * e1y - sy * e1x;
      const v = (dx * qx + dy * qy + dz * qz) / det;
      if (v < 0 || u + v > 1) continue;
      const t = (e2x * qx + e2y * qy + e2z * qz) / det;
      if (t < NEAR_M || t > nearest) continue;
      nearest = t;
      owner = ownerOf[i]!;
    }
    this.hitM = nearest;
    return owner;
  }
}
