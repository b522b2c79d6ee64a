import type { Body } from './bodies';

const NUMBERS = 8;

/**
 * What was drawn of everybody in the frame before, row by row: who has not stirred need not be
 * drawn anew. Columns of numbers that are filled again and again.
 */
export class Drawn {
  /** Parts of all bodies up to each row, in the order of the parts. */
  readonly counts: Uint32Array;
  readonly #numbers: Float64Array;

  constructor(rows: number, parts: number) {
    this.counts = new Uint32Array(rows * parts);
    // Nobody is equal to this.
    this.#numbers = new Float64Array(rows * NUMBERS).fill(Number.NaN);
  }

  /**
   * Takes what is to be drawn in a row; says whether it is what was drawn there before.
   *
   * @param who the visitor's number, or what tells one member of staff from the next
   * @param doing all that shows besides the body's own numbers, as one whole number
   */
  isSame(row: number, who: number, doing: number, body: Body): boolean {
    const numbers = this.#numbers;
    const at = row * NUMBERS;
    const same =
      numbers[at] === who &&
      numbers[at + 1] === doing &&
      numbers[at + 2] === body.x &&
      numbers[at + 3] === body.y &&
      numbers[at + 4] === body.headingRad &&
      numbers[at + 5] === body.walkedM &&
      numbers[at + 6] === body.sway &&
      numbers[at + 7] === body.seated;
    if (same) return true;
    numbers[at] = who;
    numbers[at + 1] = doing;
    numbers[at + 2] = body.x;
    numbers[at + 3] = body.y;
    numbers[at + 4] = body.headingRad;
    numbers[at + 5] = body.walkedM;
    numbers[at + 6] = body.sway;
    numbers[at + 7] = body.seated;
    return false;
  }
}
