import { type BufferGeometry, Color, type Material } from 'three';
import type { Pose } from '../../sim/hall/timeline';
import { type Clothes, Figure } from './appearance';
import { PARTS, type Part, PER_PERSON, partGeometries } from './body-parts';
import { createPosture, postureOf, SHIN_M, THIGH_M } from './gait';
import { Instances, type Root } from './instances';

const SHOULDER_M = 0.47;
const SHOULDER_HALF_M = 0.205;
const HIP_HALF_M = 0.09;
const ARM_M = 0.54;
const HEAD_M = 0.74;
const SHOE = new Color('#3d3a38');
const STICK = new Color('#7b5b3a');
const CHAIR = new Color('#3f4b57');

/** All bodies of the hall: one instanced mesh a part, filled anew each frame. */
export class Bodies {
  readonly parts: Record<Part, Instances>;
  readonly #geometries: Record<Part, BufferGeometry>;
  readonly #posture = createPosture();
  readonly #root: Root = { x: 0, z: 0, cos: 1, sin: 0, scale: 1 };

  constructor(capacity: number, sides: number, material: Material) {
    this.#geometries = partGeometries(sides);
    const instances = PARTS.map(
      (part) =>
        [
          part,
          new Instances(this.#geometries[part], material, capacity * PER_PERSON[part]),
        ] as const,
    );
    this.parts = Object.fromEntries(instances) as Record<Part, Instances>;
  }

  clear(): void {
    for (const part of PARTS) this.parts[part].clear();
  }

  finish(): void {
    for (const part of PARTS) this.parts[part].finish();
  }

  dispose(): void {
    for (const part of PARTS) {
      this.parts[part].dispose();
      this.#geometries[part].dispose();
    }
  }

  /** Adds a body at a plan point looking along a plan direction. */
  add(
    x: number,
    y: number,
    headingRad: number,
    figure: Figure,
    pose: Pose,
    walkedM: number,
    restless: number,
    working: boolean,
    scale: number,
    clothes: Clothes,
    sway = 0,
  ): void {
    const root = this.#root;
    root.x = x;
    root.z = -y;
    root.cos = Math.cos(headingRad);
    root.sin = Math.sin(headingRad);
    root.scale = scale;
    const p = this.#posture;
    postureOf(figure, pose, walkedM, restless, working, p, sway);
    this.#leg(root, -1, p.thighLeft, p.kneeLeft, clothes);
    this.#leg(root, 1, p.thighRight, p.kneeRight, clothes);
    const { torso, ball } = this.parts;
    torso.put(root, p.hipAhead, p.hipHeight, 0, -p.lean, 1, 1, 1, clothes.torso);
    this.#arm(root, -1, p.armLeft, clothes);
    this.#arm(root, 1, p.armRight, clothes);
    const headAhead =
      p.hipAhead + Math.sin(p.lean) * HEAD_M + (figure === Figure.Senior ? 0.03 : 0);
    const headHeight = p.hipHeight + Math.cos(p.lean) * HEAD_M;
    ball.put(root, headAhead, headHeight, 0, 0, 0.12, 0.14, 0.115, clothes.skin);
    const long = figure === Figure.AdultB || (figure === Figure.Staff && restless > 0.5);
    const hair = long ? this.parts.hairLong : this.parts.hairShort;
    hair.put(root, headAhead - 0.008, headHeight + 0.015, 0, 0, 0.12, 0.135, 0.115, clothes.hair);
    if (figure === Figure.AdultB && restless > 0.4 && p.thighLeft < 1) {
      this.parts.skirt.put(root, 0, p.hipHeight + 0.02, 0, 0, 1, 1, 1, clothes.torso);
    }
    if (figure === Figure.Senior && p.thighLeft < 1) {
      this.parts.stick.put(root, 0.3, 0, 0.26, -0.06, 1, 1, 1, STICK);
    }
    if (figure === Figure.Wheelchair) this.parts.wheelchair.put(root, 0, 0, 0, 0, 1, 1, 1, CHAIR);
  }

  #leg(root: Root, side: number, thigh: number, knee: number, clothes: Clothes): void {
    const { limb, nub } = this.parts;
    const p = this.#posture;
    const z = side * HIP_HALF_M;
    limb.put(root, p.hipAhead, p.hipHeight, z, thigh, 1.25, THIGH_M, 1.2, clothes.leg);
    const x = p.hipAhead + Math.sin(thigh) * THIGH_M;
    const y = p.hipHeight - Math.cos(thigh) * THIGH_M;
    const shin = thigh - knee;
    limb.put(root, x, y, z, shin, 0.95, SHIN_M, 0.95, clothes.leg);
    const footX = x + Math.sin(shin) * SHIN_M + 0.045;
    const footY = Math.max(0.045, y - Math.cos(shin) * SHIN_M);
    nub.put(root, footX, footY, z, Math.min(0, shin) * 0.7, 0.125, 0.05, 0.055, SHOE);
  }

  #arm(root: Root, side: number, arm: number, clothes: Clothes): void {
    const p = this.#posture;
    const x = p.hipAhead + Math.sin(p.lean) * SHOULDER_M;
    const y = p.hipHeight + Math.cos(p.lean) * SHOULDER_M;
    const z = side * SHOULDER_HALF_M;
    this.parts.limb.put(root, x, y, z, arm, 0.8, ARM_M, 0.8, clothes.sleeve);
    const handX = x + Math.sin(arm) * ARM_M;
    const handY = y - Math.cos(arm) * ARM_M;
    this.parts.nub.put(root, handX, handY, z, 0, 0.05, 0.05, 0.045, clothes.skin);
  }
}
