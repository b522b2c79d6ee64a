import { type Barrier, clearM } from './barriers';

/** How a camera stands to the one it follows. */
export interface FollowPose {
  /** Direction in which it looks, plan radians, and how far behind it stands, metres. */
  yaw: number;
  backM: number;
  heightM: number;
}

const BACK_M = 3.1;
/** Nearer than this one sees a back and nothing else. */
const ENOUGH_M = 1.7;
const LEAST_M = 0.7;
const HEIGHT_M = 2.05;
/** The nearer it has to come, the higher it rises, to look over the shoulder. */
const RISE = 0.28;
/** Ways round somebody with their back to a wall, radians from behind. */
const ASIDE = [0, 0.5, -0.5, 1, -1, 1.6, -1.6, 2.3, -2.3, Math.PI];

/**
 * From where somebody at a plan point who looks along `headingRad` is followed: from behind, or as
 * nearly so as walls and furniture let it. Fills `out` and allocates nothing.
 *
 * @param backM how far behind at most
 */
export function followPose(
  barriers: readonly Barrier[],
  x: number,
  y: number,
  headingRad: number,
  backM: number,
  out: FollowPose,
): void {
  let best = Number.NEGATIVE_INFINITY;
  const enough = Math.min(ENOUGH_M, backM);
  for (let i = 0; i < ASIDE.length; i++) {
    const yaw = headingRad + ASIDE[i]!;
    const clear = clearM(barriers, x, y, -Math.cos(yaw), -Math.sin(yaw), backM);
    const score = Math.min(clear, enough) - 0.12 * Math.abs(ASIDE[i]!);
    if (score <= best) continue;
    best = score;
    out.yaw = yaw;
    out.backM = Math.max(clear, LEAST_M);
    if (clear >= enough) break;
  }
  out.heightM = heightAt(out.backM);
}

/** Height of a camera so far behind, metres. */
export function heightAt(backM: number): number {
  return HEIGHT_M + RISE * Math.max(0, BACK_M - backM);
}

/** The distance that one follows at first, and between which it may be changed, metres. */
export const FOLLOWED_AT = { atFirst: BACK_M, least: 1.2, most: 8 } as const;

/** The turn from one direction to another the short way round, radians. */
export function turnBetween(from: number, to: number): number {
  const turn = (to - from) % (2 * Math.PI);
  if (turn > Math.PI) return turn - 2 * Math.PI;
  return turn < -Math.PI ? turn + 2 * Math.PI : turn;
}
