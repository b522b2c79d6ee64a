import { Pose } from '../../sim/hall/timeline';
import { Figure } from './appearance';

/** Angles (rad, forward positive) and offsets (m) of one body at one instant. */
export interface Posture {
  hipHeight: number;
  /** Hips ahead of the spot. */
  hipAhead: number;
  /** Upper body leant forward. */
  lean: number;
  thighLeft: number;
  thighRight: number;
  /** Bend at the knee, backward positive. */
  kneeLeft: number;
  kneeRight: number;
  armLeft: number;
  armRight: number;
}

export const THIGH_M = 0.43;
export const SHIN_M = 0.42;
export const STANDING_HIP_M = THIGH_M + SHIN_M + 0.03;
export const SEATED_HIP_M = 0.5;
/** Two steps of an adult at an easy pace, metres. */
export const STRIDE_M = 1.36;
const SENIOR_STRIDE_M = 0.96;

export function createPosture(): Posture {
  return {
    hipHeight: STANDING_HIP_M,
    hipAhead: 0,
    lean: 0,
    thighLeft: 0,
    thighRight: 0,
    kneeLeft: 0,
    kneeRight: 0,
    armLeft: 0,
    armRight: 0,
  };
}

/** Where in a stride somebody is who has walked so far, radians in [0, 2π). */
export function gaitPhase(walkedM: number, strideM: number): number {
  const strides = walkedM / strideM;
  return 2 * Math.PI * (strides - Math.floor(strides));
}

/**
 * Fills `out` with the posture of a figure. A stride swings the thighs as a sine of the phase,
 * bends the knee of the leg that swings forward, and moves each arm with the other side's leg.
 * `restless` in [0, 1) varies how people stand; `working` raises the hands to a desk; `sway` in
 * [−1, 1] is where they are in their small movements.
 */
export function postureOf(
  figure: Figure,
  pose: Pose,
  walkedM: number,
  restless: number,
  working: boolean,
  out: Posture,
  sway = 0,
): void {
  const stooped = figure === Figure.Senior ? 0.3 : 0;
  out.hipAhead = 0;
  out.lean = stooped;
  if (pose === Pose.Sitting || figure === Figure.Wheelchair) {
    const chair = figure === Figure.Wheelchair;
    out.hipHeight = chair ? SEATED_HIP_M + 0.04 : SEATED_HIP_M;
    out.hipAhead = chair ? -0.06 : -0.1;
    out.lean = working ? 0.12 : stooped * 0.6 - 0.06;
    out.thighLeft = out.thighRight = Math.PI / 2 - 0.04;
    out.kneeLeft = out.kneeRight = Math.PI / 2 - (chair ? 0.25 : 0.04);
    out.armLeft = working ? 1.05 : 0.62;
    out.armRight = working ? 1.15 : 0.62;
    out.lean += 0.02 * sway;
    if (working) {
      // One hand types while the other turns a page.
      out.armLeft += 0.13 * sway;
      out.armRight -= 0.1 * sway;
    }
    if (chair && pose === Pose.Walking) {
      const push = Math.sin(gaitPhase(walkedM, 1.1));
      out.armLeft = out.armRight = 0.35 + 0.45 * push;
      out.lean = 0.08 + 0.06 * push;
    }
    return;
  }
  if (pose === Pose.Walking) {
    const senior = figure === Figure.Senior;
    const phase = gaitPhase(walkedM, senior ? SENIOR_STRIDE_M : STRIDE_M);
    const swing = Math.sin(phase);
    const reach = senior ? 0.3 : 0.46;
    out.lean = stooped + 0.06;
    out.thighLeft = reach * swing;
    out.thighRight = -reach * swing;
    // A leg swings forward while its angle grows: the left one on the rising half of the sine.
    const rising = Math.cos(phase);
    out.kneeLeft = 0.06 + (senior ? 0.4 : 0.75) * Math.max(0, rising);
    out.kneeRight = 0.06 + (senior ? 0.4 : 0.75) * Math.max(0, -rising);
    out.armLeft = -0.8 * reach * swing + 0.08;
    out.armRight = senior ? 0.42 + 0.12 * swing : 0.8 * reach * swing + 0.08;
    // The hips sink while the legs are apart.
    out.hipHeight = STANDING_HIP_M - THIGH_M * (1 - Math.cos(reach * swing)) * 1.6;
    return;
  }
  out.hipHeight = STANDING_HIP_M;
  out.thighLeft = 0.03 + 0.05 * restless;
  out.thighRight = -0.03;
  out.kneeLeft = 0.04;
  out.kneeRight = 0.02;
  out.armLeft = working ? 0.5 : 0.1 + 0.1 * restless;
  out.armRight = figure === Figure.Senior ? 0.42 : working ? 0.36 : 0.16 - 0.12 * restless;
  out.lean += 0.018 * sway;
  out.thighLeft += 0.025 * sway;
  out.kneeLeft += 0.03 * Math.abs(sway);
  out.armLeft += (working ? 0.12 : 0.05) * sway;
  out.armRight -= (working ? 0.12 : 0.04) * sway;
}
