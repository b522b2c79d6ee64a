import type { Said } from '../checks/say';

/** Rules that a hall is held against. */
export const RULE_IDS = [
  'drawing',
  'reach',
  'exits',
  'area',
  'windows',
  'marriage',
  'passage',
  'wheelchair',
  'doorWidth',
  'lowSection',
  'pickup',
  'display',
  'camera',
  'signs',
  'signSeen',
  'queueSpace',
  'seats',
  'crowdedPassage',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** A hall rule that a plan breaks: not bad input, but an answer of "no". */
export interface Finding {
  readonly rule: RuleId;
  /** Where in the floor plan, e.g. `windows[3]`. */
  readonly path: string;
  readonly message: Said;
  readonly remedy: Said;
  /** What is there and what is asked for, in the rule's own unit; absent where nothing is measured. */
  readonly measured?: number;
  readonly required?: number;
}
