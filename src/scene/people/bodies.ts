import { type BufferGeometry, Color } from 'three';
import { type Clothes, Figure } from './appearance';
import { PARTS, type Part, PER_PERSON, partGeometries } from './body-parts';
import { createPosture, createStance, postureOf, SHIN_M, type Stance, THIGH_M } from './gait';
import { createPiece, type PartDrawing, type Root } from './instances';

const SHOULDER_M = 0.47;
const SHOULDER_HALF_M = 0.205;
const HIP_HALF_M = 0.09;
const ARM_M = 0.54;
const HEAD_M = 0.74;
const SHOE = new Color('#3d3a38');
const STICK = new Color('#7b5b3a');
const CHAIR = new Color('#3f4b57');
/** Its handle leans towards the hand. */
const STICK_COS = Math.cos(-0.06);
const STICK_SIN = Math.sin(-0.06);

/** A body at a plan point, looking along a plan direction. Changed in place. */
export interface Body extends Stance {
  x: number;
  y: number;
  headingRad: number;
  /** Factor on the model's 1.68 m. */
  scale: number;
}

export function createBody(): Body {
  return { ...createStance(), x: 0, y: 0, headingRad: 0, scale: 1 };
}

/** Makes the drawing of a part of at most so many. */
export type PartMaker = (geometry: BufferGeometry, capacity: number) => PartDrawing;

/** All bodies of the hall: one mesh a part. Fills typed arrays and allocates nothing. */
export class Bodies {
  readonly parts: Record<Part, PartDrawing>;
  readonly #all: readonly PartDrawing[];
  readonly #geometries: Record<Part, BufferGeometry>;
  readonly #posture = createPosture();
  readonly #root: Root = { x: 0, z: 0, cos: 1, sin: 0, scale: 1 };
  readonly #piece = createPiece();

  constructor(capacity: number, sides: number, make: PartMaker) {
    this.#geometries = partGeometries(sides);
    const instances = PARTS.map(
      (part) => [part, make(this.#geometries[part], capacity * PER_PERSON[part])] as const,
    );
    this.parts = Object.fromEntries(instances) as Record<Part, PartDrawing>;
    this.#all = instances.map(([, made]) => made);
  }

  clear(): void {
    for (let i = 0; i < this.#all.length; i++) this.#all[i]!.clear();
  }

  finish(): void {
    for (let i = 0; i < this.#all.length; i++) this.#all[i]!.finish();
  }

  /** Parts written since this was made: the work that was done. */
  get written(): number {
    return this.#all.reduce((sum, part) => sum + part.written, 0);
  }

  /** Whether as many of each part have been added as row `row` of `counts` says. */
  isAt(counts: Uint32Array, row: number): boolean {
    const from = row * this.#all.length;
    for (let i = 0; i < this.#all.length; i++)
      if (this.#all[i]!.count !== counts[from + i]) return false;
    return true;
  }

  /** Notes how many of each part have been added. */
  note(counts: Uint32Array, row: number): void {
    const from = row * this.#all.length;
    for (let i = 0; i < this.#all.length; i++) counts[from + i] = this.#all[i]!.count;
  }

  /** Keeps everybody as drawn before, up to where row `row` of `counts` was noted. */
  skipTo(counts: Uint32Array, row: number): void {
    const from = row * this.#all.length;
    for (let i = 0; i < this.#all.length; i++) this.#all[i]!.skipTo(counts[from + i]!);
  }

  dispose(): void {
    for (const part of PARTS) {
      this.parts[part].dispose();
      this.#geometries[part].dispose();
    }
  }

  /** Adds a body. */
  add(body: Body, clothes: Clothes): void {
    const root = this.#root;
    root.x = body.x;
    root.z = -body.y;
    root.cos = Math.cos(body.headingRad);
    root.sin = Math.sin(body.headingRad);
    root.scale = body.scale;
    postureOf(body, this.#posture);
    this.#leg(true, clothes.leg);
    this.#leg(false, clothes.leg);
    this.#trunk(body, clothes);
    this.#arm(true, clothes);
    this.#arm(false, clothes);
    this.#things(body, clothes);
  }

  /** Torso, head and hair. */
  #trunk({ figure, restless }: Body, clothes: Clothes): void {
    const p = this.#posture;
    const piece = this.#piece;
    const sin = Math.sin(p.lean);
    const cos = Math.cos(p.lean);
    piece.x = p.hipAhead;
    piece.y = p.hipHeight;
    piece.z = 0;
    piece.cos = cos;
    piece.sin = -sin;
    piece.sx = piece.sy = piece.sz = 1;
    this.parts.torso.put(this.#root, piece, clothes.torso);
    piece.x += sin * HEAD_M + (figure === Figure.Senior ? 0.03 : 0);
    piece.y += cos * HEAD_M;
    piece.cos = 1;
    piece.sin = 0;
    piece.sx = 0.12;
    piece.sy = 0.14;
    piece.sz = 0.115;
    this.parts.ball.put(this.#root, piece, clothes.skin);
    piece.x -= 0.008;
    piece.y += 0.015;
    piece.sy = 0.135;
    const long = figure === Figure.AdultB || (figure === Figure.Staff && restless > 0.5);
    const hair = long ? this.parts.hairLong : this.parts.hairShort;
    hair.put(this.#root, piece, clothes.hair);
  }

  #leg(left: boolean, colour: Color): void {
    const { limb, nub } = this.parts;
    const p = this.#posture;
    const piece = this.#piece;
    const thigh = left ? p.thighLeft : p.thighRight;
    const shin = thigh - (left ? p.kneeLeft : p.kneeRight);
    piece.x = p.hipAhead;
    piece.y = p.hipHeight;
    piece.z = left ? -HIP_HALF_M : HIP_HALF_M;
    piece.cos = Math.cos(thigh);
    piece.sin = Math.sin(thigh);
    piece.sx = 1.25;
    piece.sy = THIGH_M;
    piece.sz = 1.2;
    limb.put(this.#root, piece, colour);
    piece.x += piece.sin * THIGH_M;
    piece.y -= piece.cos * THIGH_M;
    piece.cos = Math.cos(shin);
    piece.sin = Math.sin(shin);
    piece.sx = piece.sz = 0.95;
    piece.sy = SHIN_M;
    limb.put(this.#root, piece, colour);
    piece.x += piece.sin * SHIN_M + 0.045;
    piece.y = Math.max(0.045, piece.y - piece.cos * SHIN_M);
    const toes = Math.min(0, shin) * 0.7;
    piece.cos = Math.cos(toes);
    piece.sin = Math.sin(toes);
    piece.sx = 0.125;
    piece.sy = 0.05;
    piece.sz = 0.055;
    nub.put(this.#root, piece, SHOE);
  }

  #arm(left: boolean, clothes: Clothes): void {
    const p = this.#posture;
    const piece = this.#piece;
    const arm = left ? p.armLeft : p.armRight;
    piece.x = p.hipAhead + Math.sin(p.lean) * SHOULDER_M;
    piece.y = p.hipHeight + Math.cos(p.lean) * SHOULDER_M;
    piece.z = left ? -SHOULDER_HALF_M : SHOULDER_HALF_M;
    piece.cos = Math.cos(arm);
    piece.sin = Math.sin(arm);
    piece.sx = piece.sz = 0.8;
    piece.sy = ARM_M;
    this.parts.limb.put(this.#root, piece, clothes.sleeve);
    piece.x += piece.sin * ARM_M;
    piece.y -= piece.cos * ARM_M;
    piece.cos = 1;
    piece.sin = 0;
    piece.sx = piece.sy = 0.05;
    piece.sz = 0.045;
    this.parts.nub.put(this.#root, piece, clothes.skin);
  }

  /** What some wear or have with them. */
  #things({ figure, restless }: Body, clothes: Clothes): void {
    const p = this.#posture;
    const piece = this.#piece;
    piece.sx = piece.sy = piece.sz = 1;
    piece.cos = 1;
    piece.sin = 0;
    const isUp = p.thighLeft < 1;
    if (figure === Figure.AdultB && restless > 0.4 && isUp) {
      piece.x = p.hipAhead;
      piece.y = p.hipHeight + 0.02;
      piece.z = 0;
      this.parts.skirt.put(this.#root, piece, clothes.torso);
    } else if (figure === Figure.Senior && isUp) {
      piece.x = 0.3;
      piece.y = 0;
      piece.z = 0.26;
      piece.cos = STICK_COS;
      piece.sin = STICK_SIN;
      this.parts.stick.put(this.#root, piece, STICK);
    } else if (figure === Figure.Wheelchair) {
      piece.x = piece.y = piece.z = 0;
      this.parts.wheelchair.put(this.#root, piece, CHAIR);
    }
  }
}
