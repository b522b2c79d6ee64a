import { type BufferAttribute, DynamicDrawUsage } from 'three';

/** What of an array has changed since it was sent to the graphics card. */
export class Changed {
  readonly #range = { start: 0, count: 0 };
  readonly #attribute: BufferAttribute;
  readonly #each: number;
  #from = Number.POSITIVE_INFINITY;
  #to = -1;

  /** @param each numbers of the array that belong to one instance */
  constructor(attribute: BufferAttribute, each: number) {
    attribute.setUsage(DynamicDrawUsage);
    this.#attribute = attribute;
    this.#each = each;
  }

  mark(instance: number): void {
    if (instance < this.#from) this.#from = instance;
    if (instance > this.#to) this.#to = instance;
  }

  /** Has what is marked sent with the next frame that draws it. */
  send(): void {
    if (this.#to < 0) return;
    const { updateRanges } = this.#attribute;
    const start = this.#from * this.#each;
    const end = (this.#to + 1) * this.#each;
    if (updateRanges.length === 0) {
      this.#range.start = start;
      this.#range.count = end - start;
      updateRanges.push(this.#range);
    } else {
      // The frame before was never drawn: what it marked is still to be sent.
      const first = Math.min(this.#range.start, start);
      this.#range.count = Math.max(this.#range.start + this.#range.count, end) - first;
      this.#range.start = first;
    }
    this.#attribute.needsUpdate = true;
    this.#from = Number.POSITIVE_INFINITY;
    this.#to = -1;
  }
}
