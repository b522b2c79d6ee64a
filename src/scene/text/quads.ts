import { BufferGeometry, Float32BufferAttribute, Matrix4, Vector3 } from 'three';
import type { Point } from '../../scenarios/floorplan';
import { faceYawOf, toScene } from '../coordinates';
import { type Atlas, uvOf } from './atlas';

/** A picture that hangs in the room: its centre, its size, and where it looks. */
export interface Hanging {
  readonly at: Point;
  readonly heightM: number;
  readonly widthM: number;
  readonly tallM: number;
  readonly facingDeg: number;
  /** Lies flat and looks up; `facingDeg` then says where its lower edge points. */
  readonly flat?: boolean;
}

/**
 * Pictures of an atlas in one geometry, cell i on hanging i, null left out; seen from the front
 * only.
 */
export function hangAtlas(atlas: Atlas, hangings: readonly (Hanging | null)[]): BufferGeometry {
  const positions: number[] = [];
  const normals: number[] = [];
  const uvs: number[] = [];
  const index: number[] = [];
  const corner = new Vector3();
  hangings.forEach((hanging, i) => {
    if (hanging === null) return;
    const first = positions.length / 3;
    const matrix = new Matrix4()
      .makeRotationY(faceYawOf(hanging.facingDeg))
      .setPosition(...toScene(hanging.at, hanging.heightM));
    if (hanging.flat) matrix.multiply(new Matrix4().makeRotationX(-Math.PI / 2));
    const normal = new Vector3(0, 0, 1).transformDirection(matrix);
    const [left, bottom, right, top] = uvOf(atlas, i);
    const w = hanging.widthM / 2;
    const h = hanging.tallM / 2;
    const corners = [
      [-w, -h, left, bottom],
      [w, -h, right, bottom],
      [w, h, right, top],
      [-w, h, left, top],
    ] as const;
    for (const [x, y, u, v] of corners) {
      corner.set(x, y, 0).applyMatrix4(matrix);
      positions.push(corner.x, corner.y, corner.z);
      normals.push(normal.x, normal.y, normal.z);
      uvs.push(u, v);
    }
    index.push(first, first + 1, first + 2, first, first + 2, first + 3);
  });
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(positions, 3));
  geometry.setAttribute('normal', new Float32BufferAttribute(normals, 3));
  geometry.setAttribute('uv', new Float32BufferAttribute(uvs, 2));
  geometry.setIndex(index);
  return geometry;
}
