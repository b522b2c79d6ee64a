import {
  BoxGeometry,
  BufferGeometry,
  Color,
  CylinderGeometry,
  Euler,
  Float32BufferAttribute,
  IcosahedronGeometry,
  Matrix4,
  Quaternion,
  Vector3,
} from 'three';
import { mergeGeometries, mergeVertices } from 'three/examples/jsm/utils/BufferGeometryUtils.js';
import type { Point } from '../../scenarios/floorplan';
import { frameMatrix } from '../coordinates';

/** Where a thing stands: plan point, turn, and height of its foot. */
export interface Stand {
  readonly at: Point;
  readonly rotationDeg: number;
  readonly zM?: number;
}

/** A piece in the own axes of what it belongs to: x along the width, y to the back, z up. */
interface Piece {
  /** Centre of the foot, metres. */
  readonly x?: number;
  readonly y?: number;
  readonly z?: number;
  readonly colour: string;
  /** Turn about the own vertical, degrees. */
  readonly turnDeg?: number;
  /** The top leans this far backward, degrees. */
  readonly leanDeg?: number;
}

/** Height up to which things grow darker towards the floor, as in a room lit from above. */
const DIM_BELOW_M = 0.6;
const DIM_AT_FLOOR = 0.8;

/**
 * Collects coloured pieces and joins them into one geometry, so that a whole kind of furniture
 * costs one draw call.
 */
export class Sculptor {
  readonly #parts: BufferGeometry[] = [];

  /** Number of pieces so far. */
  get size(): number {
    return this.#parts.length;
  }

  box(stand: Stand, piece: Piece & { w: number; d: number; h: number }): this {
    const geometry = new BoxGeometry(piece.w, piece.h, piece.d).translate(0, piece.h / 2, 0);
    return this.#add(geometry, stand, piece);
  }

  cylinder(
    stand: Stand,
    piece: Piece & { r: number; rTop?: number; h: number; sides?: number },
  ): this {
    const geometry = new CylinderGeometry(
      piece.rTop ?? piece.r,
      piece.r,
      piece.h,
      piece.sides ?? 12,
    );
    return this.#add(geometry.translate(0, piece.h / 2, 0), stand, piece);
  }

  /** An ellipsoid; `z` is its lowest point. */
  ball(stand: Stand, piece: Piece & { r: number; h?: number }): this {
    const height = piece.h ?? 2 * piece.r;
    const geometry = new IcosahedronGeometry(1, 1)
      .scale(piece.r, height / 2, piece.r)
      .translate(0, height / 2, 0);
    return this.#add(geometry, stand, piece);
  }

  /** Everything in one geometry with colours at its corners; empty if nothing was added. */
  build(): BufferGeometry {
    if (this.#parts.length === 0) return emptyGeometry();
    const merged = mergeGeometries(this.#parts);
    for (const part of this.#parts) part.dispose();
    this.#parts.length = 0;
    return merged;
  }

  #add(shape: BufferGeometry, stand: Stand, piece: Piece): this {
    shape.deleteAttribute('uv');
    const geometry = shape.index === null ? mergeVertices(shape) : shape;
    const turn = ((piece.turnDeg ?? 0) * Math.PI) / 180;
    const lean = ((piece.leanDeg ?? 0) * Math.PI) / 180;
    const own = new Matrix4().compose(
      new Vector3(piece.x ?? 0, piece.z ?? 0, -(piece.y ?? 0)),
      new Quaternion().setFromEuler(new Euler(-lean, turn, 0, 'YXZ')),
      new Vector3(1, 1, 1),
    );
    geometry.applyMatrix4(own);
    geometry.applyMatrix4(frameMatrix(stand.at, stand.rotationDeg, stand.zM ?? 0));
    colourByHeight(geometry, new Color(piece.colour));
    this.#parts.push(geometry);
    return this;
  }
}

function emptyGeometry(): BufferGeometry {
  const empty = new BufferGeometry();
  for (const name of ['position', 'normal', 'color']) {
    empty.setAttribute(name, new Float32BufferAttribute([], 3));
  }
  return empty;
}

function colourByHeight(geometry: BufferGeometry, colour: Color): void {
  const positions = geometry.getAttribute('position');
  const colours = new Float32Array(positions.count * 3);
  for (let i = 0; i < positions.count; i++) {
    const height = Math.min(Math.max(positions.getY(i) / DIM_BELOW_M, 0), 1);
    const light = DIM_AT_FLOOR + (1 - DIM_AT_FLOOR) * height;
    colours[3 * i] = colour.r * light;
    colours[3 * i + 1] = colour.g * light;
    colours[3 * i + 2] = colour.b * light;
  }
  geometry.setAttribute('color', new Float32BufferAttribute(colours, 3));
}
