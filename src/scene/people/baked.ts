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
/** Bytes of sRGB for linear shades. */
const ENCODED = Uint8Array.from({ length: SHADES + 1 }, (_, i) =>
  Math.round(255 * new Color().setScalar(i / SHADES).getRGB(new Color(), SRGBColorSpace).r),
);
const share = (colour: string, intensity: number) =>
  new Color(colour).multiplyScalar(intensity / Math.PI);
const ABOVE = share(SKY.above, SKY.intensity);
const BELOW = share(SKY.below, SKY.intensity);
const SUNLIGHT = share(SUN.colour, SUN.intensity);
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
    const { sx, sy, sz } = piece;
    const { cos: c, sin: s } = piece;
    const x = root.x + scale * (piece.x * cos + piece.z * sin);
    const y = scale * piece.y;
    const z = root.z + scale * (piece.z * cos - piece.x * sin);
    const [from, shape] = [3 * i * this.#corners, this.#shape];
    for (let k = 0; k < shape.length; k += 3) {
      // Stretched and tilted in the body's own axes, then turned with the body.
      const px = sx * shape[k]!;
      const py = sy * shape[k + 1]!;
      const pz = scale * sz * shape[k + 2]!;
      const ahead = scale * (c * px - s * py);
      this.#positions[from + k] = x + ahead * cos + pz * sin;
      this.#positions[from + k + 1] = y + scale * (s * px + c * py);
      this.#positions[from + k + 2] = z + pz * cos - ahead * sin;
    }
    this.#moved.mark(i);
    this.#dye(i, root, piece, colour);
    this.#dyed.mark(i);
  }

  #dye(i: number, root: Root, piece: Piece, colour: Color): void {
    const colours = this.#colours;
    const normals = this.#normals;
    let at = 4 * i * this.#corners;
    const { r, g, b } = colour;
    for (let k = 0; k < 3 * this.#corners; k += 3, at += 4) {
      let sky = 1;
      let sun = 0;
      if (normals !== null) {
        const nx = normals[k]! / piece.sx;
        const ny = normals[k + 1]! / piece.sy;
        const nz = normals[k + 2]! / piece.sz;
        const length = Math.sqrt(nx * nx + ny * ny + nz * nz);
        const ahead = piece.cos * nx - piece.sin * ny;
        const up = (piece.sin * nx + piece.cos * ny) / length;
        const wx = (ahead * root.cos + nz * root.sin) / length;
        const wz = (nz * root.cos - ahead * root.sin) / length;
        sky = 0.5 + 0.5 * up;
        sun = Math.max(0, wx * SUN_AT.x + up * SUN_AT.y + wz * SUN_AT.z);
        colours[at] = shade(r * (BELOW.r + (ABOVE.r - BELOW.r) * sky + SUNLIGHT.r * sun));
        colours[at + 1] = shade(g * (BELOW.g + (ABOVE.g - BELOW.g) * sky + SUNLIGHT.g * sun));
        colours[at + 2] = shade(b * (BELOW.b + (ABOVE.b - BELOW.b) * sky + SUNLIGHT.b * sun));
      } else {
        colours[at] = shade(r);
        colours[at + 1] = shade(g);
        colours[at + 2] = shade(b);
      }
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

function shade(linear: number): number {
  return ENCODED[Math.min(SHADES, Math.round(SHADES * linear))]!;
}
