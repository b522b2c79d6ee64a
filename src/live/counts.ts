import type { Problem } from '../scenarios/problem';

/** Why an event was left out. */
export const DROPPED = [
  'malformed',
  'tooLong',
  'doubled',
  'conflicting',
  'late',
  'ahead',
  'impossible',
  'tooMany',
  'earlier',
] as const;

/** What was taken in with something to be said about it. */
export const NOTED = [
  'reordered',
  'unseenTicket',
  'endInferred',
  'openInferred',
  'unknownWindow',
  'unknownItem',
  'leftOver',
] as const;

export type Reason = (typeof DROPPED)[number] | (typeof NOTED)[number];

/** An event that a reason was counted for. */
export interface Example {
  /** The line, or the event written as one, cut short. */
  readonly text: string;
  /** What is wrong with it, where more is known than the reason. */
  readonly problem: Pick<Problem, 'path' | 'message' | 'remedy'> | null;
}

/** How often each reason occurred, with the last examples of it. */
export type Counts = Readonly<
  Partial<Record<Reason, { readonly count: number; readonly examples: readonly Example[] }>>
>;

/** Examples that are kept of each reason. */
const EXAMPLES = 3;
/** Characters of an example that are kept. */
const EXAMPLE_LENGTH = 200;

/** The counts with one more. */
export function counted(counts: Counts, reason: Reason, example: Example | null): Counts {
  const before = counts[reason] ?? { count: 0, examples: [] };
  const examples =
    example === null
      ? before.examples
      : [
          ...before.examples.slice(-EXAMPLES + 1),
          { ...example, text: example.text.slice(0, EXAMPLE_LENGTH) },
        ];
  return { ...counts, [reason]: { count: before.count + 1, examples } };
}

/** Two counts as one. */
export function joined(a: Counts, b: Counts): Counts {
  const all: Partial<Record<Reason, { count: number; examples: readonly Example[] }>> = { ...a };
  for (const [reason, { count, examples }] of Object.entries(b) as [
    Reason,
    NonNullable<Counts[Reason]>,
  ][]) {
    const before = all[reason] ?? { count: 0, examples: [] };
    all[reason] = {
      count: before.count + count,
      examples: [...before.examples, ...examples].slice(-EXAMPLES),
    };
  }
  return all;
}
