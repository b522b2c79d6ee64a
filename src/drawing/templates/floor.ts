import { grown, meet, type Rect, rect, within } from './rect';

/** Ground that is being given away: what is free of it, and to whom it went. */
export class Ground {
  readonly #within: Rect;
  readonly #taken: Rect[];

  constructor(area: Rect, taken: readonly Rect[]) {
    this.#within = area;
    this.#taken = [...taken];
  }

  isFree(wanted: Rect): boolean {
    return within(wanted, this.#within) && !this.#taken.some((other) => meet(other, wanted));
  }

  take(area: Rect): void {
    this.#taken.push(area);
  }

  /**
   * The free place nearest to a point for something that needs the ground that `needs` says; null
   * for none. The ground is taken.
   */
  nearest(
    to: readonly [u: number, v: number],
    needs: (u: number, v: number) => Rect,
  ): { readonly u: number; readonly v: number; readonly ground: Rect } | null {
    const { u0, v0, u1, v1 } = this.#within;
    let best: { u: number; v: number; ground: Rect; away: number } | null = null;
    for (let v = v0; v <= v1; v += STEP_M)
      for (let u = u0; u <= u1; u += STEP_M) {
        const away = (u - to[0]) ** 2 + (v - to[1]) ** 2;
        if (best && away >= best.away) continue;
        const ground = needs(u, v);
        if (this.isFree(ground)) best = { u, v, ground, away };
      }
    if (best) this.take(best.ground);
    return best;
  }

  /**
   * A free place along walls for something that stands with its back to one and needs the ground
   * before it; the nearest to a point. Null for none. The ground is taken.
   */
  atWall(
    walls: readonly WallSide[],
    to: readonly [u: number, v: number],
    size: { readonly widthM: number; readonly depthM: number; readonly beforeM: number },
  ): WallPlace | null {
    let best: (WallPlace & { away: number }) | null = null;
    for (const side of walls) {
      const { u0, v0, u1, v1 } = this.#within;
      const length = side === 'near' || side === 'far' ? u1 - u0 : v1 - v0;
      for (let at = size.widthM / 2 + BETWEEN_M; at <= length - size.widthM / 2; at += STEP_M) {
        const reach = size.depthM + size.beforeM;
        const [a, b] = [at - size.widthM / 2, at + size.widthM / 2];
        const [ground, u, v, facingDeg] = (
          {
            near: [rect(u0 + a, v0, u0 + b, v0 + reach), u0 + at, v0 + size.depthM / 2, 90],
            far: [rect(u0 + a, v1 - reach, u0 + b, v1), u0 + at, v1 - size.depthM / 2, 270],
            left: [rect(u0, v0 + a, u0 + reach, v0 + b), u0 + size.depthM / 2, v0 + at, 0],
            right: [rect(u1 - reach, v0 + a, u1, v0 + b), u1 - size.depthM / 2, v0 + at, 180],
          } as const
        )[side];
        const away = (u - to[0]) ** 2 + (v - to[1]) ** 2;
        if ((best && away >= best.away) || !this.isFree(ground)) continue;
        best = { u, v, facingDeg, ground, away };
      }
    }
    if (best) this.take(grown(best.ground, BETWEEN_M));
    return best;
  }
}

export type WallSide = 'near' | 'right' | 'far' | 'left';

/** Something at a wall: its middle, where it looks, and the ground that it took. */
export interface WallPlace {
  readonly u: number;
  readonly v: number;
  readonly facingDeg: number;
  readonly ground: Rect;
}

const STEP_M = 0.1;
/** Left between two things at a wall, metres. */
const BETWEEN_M = 0.05;
