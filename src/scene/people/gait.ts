import { Pose } from '../../sim/hall/timeline';
import { Figure } from './appearance';

/** What somebody does at one instant. Changed in place, so that no frame leaves anything behind. */
export interface Stance {
  figure: Figure;
  pose: Pose;
  /** Metres gone on the present walk. */
  walkedM: number;
  /** In [0, 1): varies how people stand. */
  restless: number;
  /** Whether the hands are raised to a desk. */
  working: boolean;
  /** Where they are in their small movements, −1 … 1. */
  sway: number;
  /** How far whoever has a seat is down on it: 1 sits, less is on the way down or up. */
  seated: number;
}

export function createStance(): Stance {
  return {
    figure: Figure.AdultA,
    pose: Pose.Standing,
    walkedM: 0,
    restless: 0,
    working: false,
    sway: 0,
    seated: 1,
  };
}

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
/** From the ankle to the floor. */
const ANKLE_M = 0.03;
export const STANDING_HIP_M = THIGH_M + SHIN_M + ANKLE_M;
export const SEATED_HIP_M = 0.5;
/** Two steps of an adult at an easy pace, metres. */
export const STRIDE_M = 1.36;
const SENIOR_STRIDE_M = 0.96;
/** How far one bends forward half-way down to a seat, rad. */
const BOW_RAD = 0.42;

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

/** Fills `out` with the posture of a stance. Allocates nothing. */
export function postureOf(stance: Stance, out: Posture): void {
  if (stance.figure === Figure.Wheelchair) sit(stance, out);
  else if (stance.pose === Pose.Walking) walk(stance, out);
  else if (stance.pose !== Pose.Sitting || stance.seated <= 0) stand(stance, out);
  else if (stance.seated >= 1) sit(stance, out);
  else sinkOrRise(stance, out);
}

function stoopOf(figure: Figure): number {
  return figure === Figure.Senior ? 0.3 : 0;
}

function sit(stance: Stance, out: Posture): void {
  const { figure, working, sway } = stance;
  const chair = figure === Figure.Wheelchair;
  out.hipHeight = chair ? SEATED_HIP_M + 0.04 : SEATED_HIP_M;
  out.hipAhead = chair ? -0.06 : -0.1;
  out.lean = (working ? 0.12 : stoopOf(figure) * 0.6 - 0.06) + 0.02 * sway;
  out.thighLeft = out.thighRight = Math.PI / 2 - 0.04;
  out.kneeLeft = out.kneeRight = Math.PI / 2 - (chair ? 0.25 : 0.04);
  // At work one hand types while the other turns a page.
  out.armLeft = working ? 1.05 + 0.13 * sway : 0.62;
  out.armRight = working ? 1.15 - 0.1 * sway : 0.62;
  if (chair && stance.pose === Pose.Walking) {
    const push = Math.sin(gaitPhase(stance.walkedM, 1.1));
    out.armLeft = out.armRight = 0.35 + 0.45 * push;
    out.lean = 0.08 + 0.06 * push;
  }
}

/**
 * A stride swings the thighs as a sine of the phase, bends the knee of the leg that swings forward,
 * and moves each arm with the other side's leg.
 */
function walk({ figure, walkedM }: Stance, out: Posture): void {
  const senior = figure === Figure.Senior;
  const phase = gaitPhase(walkedM, senior ? SENIOR_STRIDE_M : STRIDE_M);
  const swing = Math.sin(phase);
  const reach = senior ? 0.3 : 0.46;
  out.hipAhead = 0;
  out.lean = stoopOf(figure) + 0.06;
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
}

function stand({ figure, restless, working, sway }: Stance, out: Posture): void {
  out.hipAhead = 0;
  out.hipHeight = STANDING_HIP_M;
  out.lean = stoopOf(figure) + 0.018 * sway;
  out.thighLeft = 0.03 + 0.05 * restless + 0.025 * sway;
  out.thighRight = -0.03;
  out.kneeLeft = 0.04 + 0.03 * Math.abs(sway);
  out.kneeRight = 0.02;
  out.armLeft = (working ? 0.5 : 0.1 + 0.1 * restless) + (working ? 0.12 : 0.05) * sway;
  out.armRight =
    (figure === Figure.Senior ? 0.42 : working ? 0.36 : 0.16 - 0.12 * restless) -
    (working ? 0.12 : 0.04) * sway;
}

const upright = createPosture();

/** Between standing and sitting: the feet stay on the floor, the upper body bows and comes up again. */
function sinkOrRise(stance: Stance, out: Posture): void {
  const s = stance.seated;
  stand(stance, upright);
  sit(stance, out);
  out.hipAhead = mixed(upright.hipAhead, out.hipAhead, s);
  out.lean = mixed(upright.lean, out.lean, s) + 4 * s * (1 - s) * BOW_RAD;
  // What the hips lie over the legs of somebody who sits goes in by the same share.
  const over = out.hipHeight - legsM(out.thighLeft, out.kneeLeft);
  out.thighLeft = mixed(upright.thighLeft, out.thighLeft, s);
  out.thighRight = mixed(upright.thighRight, out.thighRight, s);
  out.kneeLeft = mixed(upright.kneeLeft, out.kneeLeft, s);
  out.kneeRight = mixed(upright.kneeRight, out.kneeRight, s);
  out.armLeft = mixed(upright.armLeft, out.armLeft, s);
  out.armRight = mixed(upright.armRight, out.armRight, s);
  out.hipHeight = legsM(out.thighRight, out.kneeRight) + s * over;
}

/** Height of the hips over a leg that is bent so. */
function legsM(thigh: number, knee: number): number {
  return THIGH_M * Math.cos(thigh) + SHIN_M * Math.cos(thigh - knee) + ANKLE_M;
}

function mixed(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
