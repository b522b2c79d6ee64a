import {
  BufferAttribute,
  BufferGeometry,
  Color,
  type Material,
  Mesh,
  SRGBColorSpace,
  Vector3,
} from 'three';
import { mergeVertices } from 'three/examples/jsm/utils/BufferGeometryUtils.js';
import { SKY, SUN } from '../view/light-values';
import { Changed } from './changed';
import { PartDrawing, type Piece, type Root } from './instances';

const SHADES = 1023;
/** Where light and colour add up to more than white, the shade stays white. */
const BRIGHTEST = 2;
/** Bytes of sRGB for linear shades, 0 … BRIGHTEST. */
const ENCODED = Uint8Array.from({ length: BRIGHTEST * SHADES + 1 }, (_, i) =>
  Math.round(
    255 * new Color().setScalar(Math.min(1, i / SHADES)).getRGB(new Color(), SRGBColorSpace).r,
  ),
);
/**
 * A part that has turned by less than this keeps the light it had, rad: those who stand and sit sway
 * by less, and the light on their corners was most of what a frame cost.
 */
const SAME_LIGHT_RAD = 0.03;
/** What the light on a part hangs on: its tilt, its body's direction, its stretch, its colour. */
const LIT_BY = 10;
const share = (colour: string, intensity: number) =>
  new Color(colour).multiplyScalar(intensity / Math.PI);
const ABOVE = share(SKY.above, SKY.intensity);
const BELOW = share(SKY.below, SKY.intensity);
/** In steps of a shade: of the sky on what stands upright, what looking up adds to it, of the sun. */
const MIDDLE = ABOVE.clone()
  .add(BELOW)
  .multiplyScalar(SHADES / 2);
const HALF = ABOVE.clone()
  .sub(BELOW)
  .multiplyScalar(SHADES / 2);
const SUNLIGHT = share(SUN.colour, SUN.intensity).multiplyScalar(SHADES);
const SUN_AT = new Vector3(...SUN.from).normalize();

/**
 * The same as `Instances`, with every corner worked out here and one mesh for all: a renderer
 * without a graphics card takes each instance for a drawing of its own, some 50 µs apiece, and
 * there are sixteen to a person. For materials that show vertex colours as they are.
 */
export class Baked extends PartDrawing {
  readonly mesh: Mesh;
  readonly #shape: Float32Array;
  /** null: not lit. */
  readonly #normals: Float32Array | null;
  readonly #corners: number;
  readonly #indices: number;
  readonly #positions: Float32Array;
  readonly #colours: Uint8Array;
  /** `LIT_BY` numbers for each part as it was last lit. */
  readonly #lit: Float32Array;
  readonly #moved: Changed;
  readonly #dyed: Changed;

  constructor(template: BufferGeometry, material: Material, capacity: number, isLit: boolean) {
    super();
    const room = Math.max(1, capacity);
    const isPainted = 'map' in material && material.map !== null;
    const shape = template.clone();
    if (!isPainted) shape.deleteAttribute('uv');
    const merged = mergeVertices(shape);
    const index = merged.getIndex()!;
    this.#shape = merged.getAttribute('position').array as Float32Array;
    this.#normals = isLit ? (merged.getAttribute('normal').array as Float32Array) : null;
    this.#corners = this.#shape.length / 3;
    this.#indices = index.count;
    this.#positions = new Float32Array(room * this.#shape.length);
    this.#colours = new Uint8Array(4 * room * this.#corners).fill(255);
    this.#lit = new Float32Array(LIT_BY * room).fill(Number.NaN);
    const all = new Uint32Array(room * index.count);
    for (let i = 0; i < all.length; i++)
      all[i] = index.getX(i % index.count) + Math.floor(i / index.count) * this.#corners;
    const geometry = new BufferGeometry();
    const positions = new BufferAttribute(this.#positions, 3);
    const colours = new BufferAttribute(this.#colours, 4, true);
    geometry.setAttribute('position', positions);
    geometry.setAttribute('color', colours);
    geometry.setIndex(new BufferAttribute(all, 1));
    if (isPainted) {
      const own = merged.getAttribute('uv').array;
      const uvs = new Float32Array(room * own.length);
      for (let i = 0; i < room; i++) uvs.set(own, i * own.length);
      geometry.setAttribute('uv', new BufferAttribute(uvs, 2));
    }
    this.mesh = new Mesh(geometry, material);
    // The bodies move all over the hall; their bounds are not worth keeping.
    this.mesh.frustumCulled = false;
    this.#moved = new Changed(positions, 3 * this.#corners);
    this.#dyed = new Changed(colours, 4 * this.#corners);
  }

  put(root: Root, piece: Piece, colour: Color): void {
    const i = this.next();
    const { cos, sin, scale } = root;
    const { cos: c, sin: s } = piece;
    const x = root.x + scale * (piece.x * cos + piece.z * sin);
    const y = scale * piece.y;
    const z = root.z + scale * (piece.z * cos - piece.x * sin);
    // Stretched and tilted in the body's own axes, then turned with the body: one matrix for all corners.
    const ax = scale * piece.sx;
    const ay = scale * piece.sy;
    const az = scale * piece.sz;
    const xx = c * ax * cos;
    const xy = -s * ay * cos;
    const xz = az * sin;
    const yx = s * ax;
    const yy = c * ay;
    const zx = -c * ax * sin;
    const zy = s * ay * sin;
    const zz = az * cos;
    const shape = this.#shape;
    const positions = this.#positions;
    const from = 3 * i * this.#corners;
    for (let k = 0; k < shape.length; k += 3) {
      const px = shape[k]!;
      const py = shape[k + 1]!;
      const pz = shape[k + 2]!;
      positions[from + k] = x + xx * px + xy * py + xz * pz;
      positions[from + k + 1] = y + yx * px + yy * py;
      positions[from + k + 2] = z + zx * px + zy * py + zz * pz;
    }
    this.#moved.mark(i);
    if (this.#isLitAlready(i, root, piece, colour)) return;
    if (this.#normals === null) this.#paint(i, colour);
    else this.#light(i, this.#normals, root, piece, colour);
    this.#dyed.mark(i);
  }

  /** Whether a part looks as it did when it was last lit; if not, notes how it looks now. */
  #isLitAlready(i: number, root: Root, piece: Piece, colour: Color): boolean {
    const lit = this.#lit;
    const at = LIT_BY * i;
    if (
      Math.abs(lit[at]! - piece.cos) < SAME_LIGHT_RAD &&
      Math.abs(lit[at + 1]! - piece.sin) < SAME_LIGHT_RAD &&
      Math.abs(lit[at + 2]! - root.cos) < SAME_LIGHT_RAD &&
      Math.abs(lit[at + 3]! - root.sin) < SAME_LIGHT_RAD &&
      lit[at + 4] === Math.fround(piece.sx) &&
      lit[at + 5] === Math.fround(piece.sy) &&
      lit[at + 6] === Math.fround(piece.sz) &&
      lit[at + 7] === Math.fround(colour.r) &&
      lit[at + 8] === Math.fround(colour.g) &&
      lit[at + 9] === Math.fround(colour.b)
    )
      return true;
    lit[at] = piece.cos;
    lit[at + 1] = piece.sin;
    lit[at + 2] = root.cos;
    lit[at + 3] = root.sin;
    lit[at + 4] = piece.sx;
    lit[at + 5] = piece.sy;
    lit[at + 6] = piece.sz;
    lit[at + 7] = colour.r;
    lit[at + 8] = colour.g;
    lit[at + 9] = colour.b;
    return false;
  }

  #paint(i: number, { r, g, b }: Color): void {
    const colours = this.#colours;
    const to = 4 * (i + 1) * this.#corners;
    for (let at = 4 * i * this.#corners; at < to; at += 4) {
      colours[at] = ENCODED[(SHADES * r + 0.5) | 0]!;
      colours[at + 1] = ENCODED[(SHADES * g + 0.5) | 0]!;
      colours[at + 2] = ENCODED[(SHADES * b + 0.5) | 0]!;
    }
  }

  /** Light of the sky by how far a corner looks up, of the sun by how far it looks there. */
  #light(i: number, normals: Float32Array, root: Root, piece: Piece, { r, g, b }: Color): void {
    const colours = this.#colours;
    const { cos: c, sin: s } = piece;
    const wide = 1 / piece.sx;
    const high = 1 / piece.sy;
    const deep = 1 / piece.sz;
    // The sun as the part sees it: the other way round one would turn every corner.
    const sunAhead = SUN_AT.x * root.cos - SUN_AT.z * root.sin;
    const sunX = c * sunAhead + s * SUN_AT.y;
    const sunY = c * SUN_AT.y - s * sunAhead;
    const sunZ = SUN_AT.x * root.sin + SUN_AT.z * root.cos;
    const baseR = r * MIDDLE.r + 0.5;
    const skyR = r * HALF.r;
    const sunR = r * SUNLIGHT.r;
    const baseG = g * MIDDLE.g + 0.5;
    const skyG = g * HALF.g;
    const sunG = g * SUNLIGHT.g;
    const baseB = b * MIDDLE.b + 0.5;
    const skyB = b * HALF.b;
    const sunB = b * SUNLIGHT.b;
    let at = 4 * i * this.#corners;
    for (let k = 0; k < normals.length; k += 3, at += 4) {
      const nx = normals[k]! * wide;
      const ny = normals[k + 1]! * high;
      const nz = normals[k + 2]! * deep;
      const one = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
      const up = one * (s * nx + c * ny);
      const facing = one * (sunX * nx + sunY * ny + sunZ * nz);
      const sun = Math.max(0, facing);
      // A shade is some positive number below `BRIGHTEST`, in steps, rounded.
      colours[at] = ENCODED[(baseR + skyR * up + sunR * sun) | 0]!;
      colours[at + 1] = ENCODED[(baseG + skyG * up + sunG * sun) | 0]!;
      colours[at + 2] = ENCODED[(baseB + skyB * up + sunB * sun) | 0]!;
    }
  }

  finish(): void {
    this.mesh.geometry.setDrawRange(0, this.count * this.#indices);
    this.mesh.visible = this.count > 0;
    this.#moved.send();
    this.#dyed.send();
  }

  dispose(): void {
    this.mesh.geometry.dispose();
  }
}
