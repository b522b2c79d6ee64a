import { type Crowd, Pose } from '../../sim/hall/timeline';
import type { RoomToStep } from './room-to-step';

/** Middles of two people on their feet keep this far apart, metres. */
export const APART_M = 0.46;
/** People step aside for those they would touch within this way ahead or behind, metres. */
const AHEAD_M = 1.3;
const PASSING_M = 0.54;
const MOST_ASIDE_M = 0.5;
const ROUNDS = 4;

/**
 * Draws people beside each other whom the record has cross: the simulation walks everybody as if
 * alone. Whoever walks steps aside; who stands or sits stays. It looks at nothing but the places
 * of one instant, so that scrubbing back shows the same, and it changes only what is drawn.
 */
export class Apart {
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #walkers: Int32Array;
  readonly #room: RoomToStep | null;

  constructor(mostPeople: number, room: RoomToStep | null) {
    this.#x = new Float64Array(mostPeople);
    this.#y = new Float64Array(mostPeople);
    this.#walkers = new Int32Array(mostPeople);
    this.#room = room;
  }

  /** Moves who walks in a crowd; allocates nothing. */
  spread(crowd: Crowd): void {
    let walkers = 0;
    for (let i = 0; i < crowd.count; i++) {
      this.#x[i] = crowd.x[i]!;
      this.#y[i] = crowd.y[i]!;
      if (crowd.pose[i] === Pose.Walking) this.#walkers[walkers++] = i;
    }
    for (let w = 0; w < walkers; w++) this.#stepAside(crowd, this.#walkers[w]!);
    for (let w = 0; w < walkers; w++) {
      const i = this.#walkers[w]!;
      this.#x[i] = crowd.x[i]!;
      this.#y[i] = crowd.y[i]!;
    }
    for (let round = 0; round < ROUNDS; round++) {
      for (let w = 0; w < walkers; w++) this.#giveWay(crowd, this.#walkers[w]!);
      for (let w = 0; w < walkers; w++) {
        const i = this.#walkers[w]!;
        this.#x[i] = crowd.x[i]!;
        this.#y[i] = crowd.y[i]!;
      }
    }
  }

  /** To the side of everybody whom the straight way would touch, the more the nearer they are. */
  #stepAside(crowd: Crowd, i: number): void {
    const hx = Math.cos(crowd.headingRad[i]!);
    const hy = Math.sin(crowd.headingRad[i]!);
    let left = 0;
    for (let j = 0; j < crowd.count; j++) {
      if (j === i) continue;
      const dx = this.#x[j]! - this.#x[i]!;
      const dy = this.#y[j]! - this.#y[i]!;
      const along = hx * dx + hy * dy;
      if (along > AHEAD_M || along < -AHEAD_M) continue;
      const aside = hx * dy - hy * dx;
      const need = PASSING_M - Math.abs(aside);
      if (need <= 0) continue;
      const near = 1 - (along / AHEAD_M) * (along / AHEAD_M);
      // Two who walk both give half the way; on one line each keeps to the right.
      const share = crowd.pose[j] === Pose.Walking ? 0.5 : 1;
      left += (aside >= 0 ? -1 : 1) * need * near * near * share;
    }
    left = Math.min(Math.max(left, -MOST_ASIDE_M), MOST_ASIDE_M);
    this.#move(crowd, i, this.#x[i]! - hy * left, this.#y[i]! + hx * left);
  }

  /** Away from whoever is nearer than people stand. */
  #giveWay(crowd: Crowd, i: number): void {
    let mx = 0;
    let my = 0;
    for (let j = 0; j < crowd.count; j++) {
      if (j === i) continue;
      let dx = this.#x[i]! - this.#x[j]!;
      let dy = this.#y[i]! - this.#y[j]!;
      const square = dx * dx + dy * dy;
      if (square >= APART_M * APART_M) continue;
      let distance = Math.sqrt(square);
      if (distance < 1e-6) {
        // On the very same spot numbers decide who goes which way.
        const turn = crowd.visitor[i]! * 2.4;
        dx = Math.cos(turn);
        dy = Math.sin(turn);
        distance = 1;
      }
      const lack = APART_M - Math.sqrt(square);
      const share = crowd.pose[j] === Pose.Walking ? 0.5 : 1;
      mx += (dx / distance) * lack * share;
      my += (dy / distance) * lack * share;
    }
    if (mx !== 0 || my !== 0) this.#move(crowd, i, this.#x[i]! + mx, this.#y[i]! + my);
  }

  /** As far as nothing stands there. */
  #move(crowd: Crowd, i: number, x: number, y: number): void {
    const fromX = this.#x[i]!;
    const fromY = this.#y[i]!;
    let share = 1;
    for (let tries = 0; tries < 3; tries++, share /= 2) {
      const toX = fromX + (x - fromX) * share;
      const toY = fromY + (y - fromY) * share;
      if (this.#room === null || this.#room.isFree(toX, toY)) {
        crowd.x[i] = toX;
        crowd.y[i] = toY;
        return;
      }
    }
    crowd.x[i] = fromX;
    crowd.y[i] = fromY;
  }
}
