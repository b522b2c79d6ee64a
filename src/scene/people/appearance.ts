import { Color } from 'three';
import { GREY_HAIR, HAIR, SHIRTS, SKIN, TROUSERS, UNIFORM } from '../palette';

/** Silhouettes: two adults, a stooped senior with a stick, a wheelchair user, and staff. */
export enum Figure {
  AdultA = 0,
  AdultB = 1,
  Senior = 2,
  Wheelchair = 3,
  Staff = 4,
}

/** A well mixed whole number below `below` for a visitor and a purpose; the same each time. */
export function pick(visitor: number, purpose: number, below: number): number {
  let h = Math.imul(visitor + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return ((h ^ (h >>> 16)) >>> 0) % below;
}

/** Silhouette of a visitor; `mobility` is the group's id, undefined for none. */
export function figureOf(visitor: number, mobility: string | undefined): Figure {
  if (mobility === 'senior') return Figure.Senior;
  if (mobility === 'limited') return Figure.Wheelchair;
  return pick(visitor, 0, 2) === 0 ? Figure.AdultA : Figure.AdultB;
}

/** Tallness of a visitor in per cent of the model's 1.68 m: a whole number, which is never boxed. */
export function tallnessPercent(visitor: number, figure: Figure): number {
  const base = figure === Figure.Senior ? 95 : figure === Figure.AdultB ? 96 : 102;
  return base + pick(visitor, 1, 9) - 4;
}

const shirts = SHIRTS.map((c) => new Color(c));
const trousers = TROUSERS.map((c) => new Color(c));
const skin = SKIN.map((c) => new Color(c));
const hair = HAIR.map((c) => new Color(c));
const grey = GREY_HAIR.map((c) => new Color(c));
const uniform = {
  vest: new Color(UNIFORM.vest),
  sleeve: new Color(UNIFORM.sleeve),
  trousers: new Color(UNIFORM.trousers),
  hair: new Color(UNIFORM.hair),
};

/** The colours that a figure wears. */
export interface Clothes {
  torso: Color;
  sleeve: Color;
  leg: Color;
  skin: Color;
  hair: Color;
}

/** Fills `out` with a visitor's clothes; allocates nothing. */
export function dressVisitor(visitor: number, figure: Figure, out: Clothes): void {
  out.torso = shirts[pick(visitor, 2, shirts.length)]!;
  out.sleeve = out.torso;
  out.leg = trousers[pick(visitor, 3, trousers.length)]!;
  out.skin = skin[pick(visitor, 4, skin.length)]!;
  const shades = figure === Figure.Senior ? grey : hair;
  out.hair = shades[pick(visitor, 5, shades.length)]!;
}

/** Fills `out` with the uniform; `number` tells one member of staff from the next. */
export function dressStaff(number: number, out: Clothes): void {
  out.torso = uniform.vest;
  out.sleeve = uniform.sleeve;
  out.leg = uniform.trousers;
  out.skin = skin[pick(number, 4, skin.length)]!;
  out.hair = uniform.hair;
}
