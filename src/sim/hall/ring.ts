/** First in, first out, of numbers: a ring that grows. */
export class Ring {
  private items = new Int32Array(16);
  private start = 0;
  length = 0;

  /** The i-th from the front. */
  at(i: number): number {
    return this.items[(this.start + i) & (this.items.length - 1)]!;
  }

  push(item: number): void {
    if (this.length === this.items.length) {
      const wider = new Int32Array(this.items.length * 2);
      for (let i = 0; i < this.length; i++) wider[i] = this.at(i);
      this.items = wider;
      this.start = 0;
    }
    this.items[(this.start + this.length++) & (this.items.length - 1)] = item;
  }

  /** Takes the front one out; −1 when empty. */
  shift(): number {
    if (this.length === 0) return -1;
    const item = this.items[this.start]!;
    this.start = (this.start + 1) & (this.items.length - 1);
    this.length--;
    return item;
  }
}
