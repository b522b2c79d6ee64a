/** Sets of small numbers as words of bits, one row each. */
export class BitRows {
  private readonly words: number;
  private readonly bits: Uint32Array;

  constructor(
    readonly size: number,
    universe: number,
  ) {
    this.words = Math.max(1, Math.ceil(universe / 32));
    this.bits = new Uint32Array(size * this.words);
  }

  add(row: number, value: number): void {
    this.bits[row * this.words + (value >>> 5)]! |= 1 << (value & 31);
  }

  isSubset(row: number, of: number): boolean {
    const a = row * this.words;
    const b = of * this.words;
    for (let w = 0; w < this.words; w++)
      if ((this.bits[a + w]! & ~this.bits[b + w]!) !== 0) return false;
    return true;
  }
}
