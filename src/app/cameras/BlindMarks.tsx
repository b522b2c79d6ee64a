import type { BlindSpot } from '../../coverage/blind-spots';

/** Blind spots that are told of, the largest first. */
export const MOST_BLIND = 6;

/** Letters at the blind spots of a plane, by which they are listed. */
export function BlindMarks({ blind }: { readonly blind: readonly BlindSpot[] }) {
  return blind.slice(0, MOST_BLIND).map(({ at: [x, y] }, i) => (
    <text key={blindLetter(i)} className="blind-mark" x={x} y={-y + 0.14}>
      {blindLetter(i)}
    </text>
  ));
}

/** The letter of a blind spot. */
export function blindLetter(index: number): string {
  return String.fromCharCode(65 + index);
}
