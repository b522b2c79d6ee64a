import type { Point } from '../../scenarios/floorplan';
import type { Provenance } from '../../scenarios/provenance';
import { assumption } from '../../scenarios/sources';
import { NEAR_M, SHORT_M } from './caster';
import type { Owner } from './solid';

/** How somebody is in the room. */
export const POSTURES = ['standing', 'seated'] as const;
export type Posture = (typeof POSTURES)[number];

/** Sizes of an adult, metres above the floor. */
export interface BodySize {
  /** Crown of the head. */
  readonly heightM: number;
  /** Middle of the face. */
  readonly faceM: number;
  readonly mouthM: number;
  /** Top of the shoulders. */
  readonly shoulderM: number;
}

/** What an adult measures here, standing and on a chair. */
export const BODY_SIZES: Readonly<Record<Posture, BodySize>> = {
  standing: { heightM: 1.65, faceM: 1.53, mouthM: 1.46, shoulderM: 1.36 },
  seated: { heightM: 1.28, faceM: 1.16, mouthM: 1.09, shoulderM: 0.99 },
};
/** Radius of the capsule about body and shoulders, metres. */
export const TRUNK_RADIUS_M = 0.22;
/** Radius of the capsule about the head, metres. */
export const HEAD_RADIUS_M = 0.1;

export const BODY_PROVENANCE: Provenance = assumption(
  '成年人身高约 1.65 m、坐姿头顶约 1.28 m、肩宽约 0.44 m，按产品估计取整',
  'adults of some 1.65 m, 1.28 m to the crown when seated, shoulders 0.44 m wide: rounded estimates',
);

/** Somebody in the room. */
export interface Person {
  readonly owner: Owner;
  readonly at: Point;
  readonly posture: Posture;
}

/** Numbers a capsule: x, y, lower and upper end of its axis, radius. */
const CAPSULE = 5;
const PER_PERSON = 2;

/**
 * People as upright capsules, one about trunk and one about head, tested by formula: they may be
 * set anew every second without building anything.
 */
export class Crowd {
  /** Who is in the room now. */
  people: readonly Person[] = [];
  /** How far from the start the last `cast` hit, metres. */
  hitM = 0;
  #capsules = new Float64Array(0);
  #count = 0;

  constructor(people: readonly Person[] = []) {
    this.set(people);
  }

  /** Puts these people in the room instead of those who were there. */
  set(people: readonly Person[]): void {
    this.people = people;
    this.#count = PER_PERSON * people.length;
    if (this.#capsules.length < CAPSULE * this.#count)
      this.#capsules = new Float64Array(2 * CAPSULE * this.#count);
    people.forEach(({ at: [x, y], posture }, i) => {
      const { heightM, shoulderM } = BODY_SIZES[posture];
      const r = TRUNK_RADIUS_M;
      const h = HEAD_RADIUS_M;
      this.#capsules.set([x, y, r, shoulderM - r, r], CAPSULE * PER_PERSON * i);
      this.#capsules.set([x, y, shoulderM, heightM - h, h], CAPSULE * (PER_PERSON * i + 1));
    });
  }

  /**
   * Index of the first person on the way from a to b, −1 for none.
   * @param except index of a person who is looked past: somebody's own face; −1 for nobody
   */
  cast(
    ax: number,
    ay: number,
    az: number,
    bx: number,
    by: number,
    bz: number,
    except = -1,
  ): number {
    const length = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2 + (bz - az) ** 2);
    const dx = (bx - ax) / length;
    const dy = (by - ay) / length;
    const dz = (bz - az) / length;
    const flat = dx * dx + dy * dy;
    let nearest = length - SHORT_M;
    let found = -1;
    const capsules = this.#capsules;
    for (let i = 0, o = 0; i < this.#count; i++, o += CAPSULE) {
      const x = ax - capsules[o]!;
      const y = ay - capsules[o + 1]!;
      const r = capsules[o + 4]!;
      // The line passes the axis at a distance, seen from above: most people are told apart here.
      const across = x * dy - y * dx;
      if (across * across > r * r * flat) continue;
      if (i >> 1 === except) continue;
      const t = enter(x, y, az, dx, dy, dz, flat, capsules[o + 2]!, capsules[o + 3]!, r);
      if (t >= NEAR_M && t < nearest) {
        nearest = t;
        found = i >> 1;
      }
    }
    this.hitM = nearest;
    return found;
  }
}

/** Where a line enters a capsule, metres along it; −1 if it never does. `x`, `y` from its axis. */
function enter(
  x: number,
  y: number,
  z: number,
  dx: number,
  dy: number,
  dz: number,
  flat: number,
  low: number,
  high: number,
  r: number,
): number {
  if (flat > 1e-12) {
    const b = x * dx + y * dy;
    const root = b * b - flat * (x * x + y * y - r * r);
    if (root < 0) return -1;
    const t = (-b - Math.sqrt(root)) / flat;
    const at = z + t * dz;
    if (at >= low && at <= high) return t;
  }
  const first = ball(x, y, z - low, dx, dy, dz, r);
  const second = ball(x, y, z - high, dx, dy, dz, r);
  if (first < 0) return second;
  return second < 0 ? first : Math.min(first, second);
}

function ball(
  x: number,
  y: number,
  z: number,
  dx: number,
  dy: number,
  dz: number,
  r: number,
): number {
  const b = x * dx + y * dy + z * dz;
  const root = b * b - (x * x + y * y + z * z - r * r);
  return root < 0 ? -1 : -b - Math.sqrt(root);
}
