import {
  type BufferGeometry,
  type Color,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedMesh,
  type Material,
} from 'three';

/** Where a body stands: scene position, direction faced, tallness. Changed in place. */
export interface Root {
  x: number;
  z: number;
  cos: number;
  sin: number;
  scale: number;
}

/**
 * Instances of one part of all bodies. Filled from the start each frame by `put`; straight into
 * the arrays, without matrices or allocation.
 */
export class Instances {
  readonly mesh: InstancedMesh;
  readonly #matrices: Float32Array;
  readonly #colours: Float32Array;
  #count = 0;

  constructor(geometry: BufferGeometry, material: Material, capacity: number) {
    this.mesh = new InstancedMesh(geometry, material, Math.max(1, capacity));
    this.mesh.instanceMatrix.setUsage(DynamicDrawUsage);
    this.mesh.instanceColor = new InstancedBufferAttribute(
      new Float32Array(3 * Math.max(1, capacity)),
      3,
    );
    this.mesh.instanceColor.setUsage(DynamicDrawUsage);
    this.mesh.count = 0;
    // The bodies move all over the hall; their bounds are not worth keeping.
    this.mesh.frustumCulled = false;
    this.#matrices = this.mesh.instanceMatrix.array as Float32Array;
    this.#colours = this.mesh.instanceColor.array as Float32Array;
  }

  /** Begins a new frame. */
  clear(): void {
    this.#count = 0;
  }

  get count(): number {
    return this.#count;
  }

  /**
   * Adds a part at an offset in the body's own axes (x ahead, y up, z to the right), turned
   * forward-up by `pitch` about the axis through the shoulders, then stretched along its own axes.
   */
  put(
    root: Root,
    x: number,
    y: number,
    z: number,
    pitch: number,
    sx: number,
    sy: number,
    sz: number,
    colour: Color,
  ): void {
    const i = this.#count++;
    const m = this.#matrices;
    const at = 16 * i;
    const { cos, sin, scale } = root;
    const c = Math.cos(pitch);
    const s = Math.sin(pitch);
    const ax = scale * sx;
    const ay = scale * sy;
    // Columns: own x (c, s, 0), own y (−s, c, 0), own z (0, 0, 1), each turned about the vertical.
    m[at] = c * ax * cos;
    m[at + 1] = s * ax;
    m[at + 2] = -c * ax * sin;
    m[at + 3] = 0;
    m[at + 4] = -s * ay * cos;
    m[at + 5] = c * ay;
    m[at + 6] = s * ay * sin;
    m[at + 7] = 0;
    m[at + 8] = sin * scale * sz;
    m[at + 9] = 0;
    m[at + 10] = cos * scale * sz;
    m[at + 11] = 0;
    m[at + 12] = root.x + scale * (x * cos + z * sin);
    m[at + 13] = scale * y;
    m[at + 14] = root.z + scale * (-x * sin + z * cos);
    m[at + 15] = 1;
    const k = 3 * i;
    this.#colours[k] = colour.r;
    this.#colours[k + 1] = colour.g;
    this.#colours[k + 2] = colour.b;
  }

  /** Hands the frame to the renderer. */
  finish(): void {
    this.mesh.count = this.#count;
    this.mesh.visible = this.#count > 0;
    this.mesh.instanceMatrix.needsUpdate = true;
    this.mesh.instanceColor!.needsUpdate = true;
  }

  dispose(): void {
    this.mesh.dispose();
  }
}
