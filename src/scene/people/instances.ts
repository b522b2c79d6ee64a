import {
  type BufferGeometry,
  type Color,
  InstancedBufferAttribute,
  InstancedMesh,
  type Material,
  type Mesh,
} from 'three';
import { Changed } from './changed';

/** Where a body stands: scene position, direction faced, tallness. Changed in place. */
export interface Root {
  x: number;
  z: number;
  cos: number;
  sin: number;
  scale: number;
}

/**
 * Where a part is in the body's own axes (x ahead, y up, z to the right), metres; the cosine and
 * sine of its turn forward-up about the axis through the shoulders; its stretch along its own axes.
 * Changed in place: a number that travels as an argument may be put on the heap, one in here is not.
 */
export interface Piece {
  x: number;
  y: number;
  z: number;
  cos: number;
  sin: number;
  sx: number;
  sy: number;
  sz: number;
}

export function createPiece(): Piece {
  return { x: 0, y: 0, z: 0, cos: 1, sin: 0, sx: 1, sy: 1, sz: 1 };
}

/** One part of all bodies, filled from the start each frame. */
export abstract class PartDrawing {
  abstract readonly mesh: Mesh;
  #count = 0;
  #written = 0;

  /** How many there are in this frame so far. */
  get count(): number {
    return this.#count;
  }

  /** How often one was written since this was made: the work that was done. */
  get written(): number {
    return this.#written;
  }

  /** Begins a new frame. */
  clear(): void {
    this.#count = 0;
  }

  /** Keeps all below `count` as they were drawn before. */
  skipTo(count: number): void {
    this.#count = count;
  }

  /** The place of one more. */
  protected next(): number {
    this.#written++;
    return this.#count++;
  }

  /** Adds a part of a body. */
  abstract put(root: Root, piece: Piece, colour: Color): void;
  /** Hands the frame to the renderer. */
  abstract finish(): void;
  abstract dispose(): void;
}

/**
 * Instances of one part of all bodies. Filled from the start each frame by `put`, straight into
 * the arrays, without matrices or allocation; `skipTo` leaves those as they are that have not
 * moved. Only what has changed is sent to the graphics card.
 */
export class Instances extends PartDrawing {
  readonly mesh: InstancedMesh;
  readonly #matrices: Float32Array;
  readonly #colours: Float32Array;
  readonly #moved: Changed;
  readonly #dyed: Changed;

  constructor(geometry: BufferGeometry, material: Material, capacity: number) {
    super();
    const room = Math.max(1, capacity);
    this.mesh = new InstancedMesh(geometry, material, room);
    this.mesh.instanceColor = new InstancedBufferAttribute(new Float32Array(3 * room), 3);
    this.mesh.count = 0;
    // The bodies move all over the hall; their bounds are not worth keeping.
    this.mesh.frustumCulled = false;
    this.#matrices = this.mesh.instanceMatrix.array as Float32Array;
    this.#colours = this.mesh.instanceColor.array as Float32Array;
    this.#moved = new Changed(this.mesh.instanceMatrix, 16);
    this.#dyed = new Changed(this.mesh.instanceColor, 3);
  }

  put(root: Root, piece: Piece, colour: Color): void {
    const i = this.next();
    const m = this.#matrices;
    const at = 16 * i;
    const { cos, sin, scale } = root;
    const c = piece.cos * scale;
    const s = piece.sin * scale;
    const ax = piece.sx;
    const ay = piece.sy;
    // Columns: own x (c, s, 0), own y (−s, c, 0), own z (0, 0, 1), each turned about the vertical.
    m[at] = c * ax * cos;
    m[at + 1] = s * ax;
    m[at + 2] = -c * ax * sin;
    m[at + 3] = 0;
    m[at + 4] = -s * ay * cos;
    m[at + 5] = c * ay;
    m[at + 6] = s * ay * sin;
    m[at + 7] = 0;
    m[at + 8] = sin * scale * piece.sz;
    m[at + 9] = 0;
    m[at + 10] = cos * scale * piece.sz;
    m[at + 11] = 0;
    m[at + 12] = root.x + scale * (piece.x * cos + piece.z * sin);
    m[at + 13] = scale * piece.y;
    m[at + 14] = root.z + scale * (piece.z * cos - piece.x * sin);
    m[at + 15] = 1;
    this.#moved.mark(i);
    const k = 3 * i;
    const dyes = this.#colours;
    const r = Math.fround(colour.r);
    const g = Math.fround(colour.g);
    const b = Math.fround(colour.b);
    if (dyes[k] === r && dyes[k + 1] === g && dyes[k + 2] === b) return;
    dyes[k] = r;
    dyes[k + 1] = g;
    dyes[k + 2] = b;
    this.#dyed.mark(i);
  }

  finish(): void {
    this.mesh.count = this.count;
    this.mesh.visible = this.count > 0;
    this.#moved.send();
    this.#dyed.send();
  }

  dispose(): void {
    this.mesh.dispose();
  }
}
