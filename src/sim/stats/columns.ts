type Column = Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** A typed array that grows at its end. Values are stored as the array stores them. */
export class GrowingColumn<T extends Column> {
  #values: T;
  #length = 0;

  constructor(
    private readonly make: new (length: number) => T,
    capacity = 64,
  ) {
    this.#values = new make(Math.max(1, capacity));
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new this.make(2 * this.#length);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length++] = value;
  }

  /** The value at an index; throws RangeError outside [0, length). */
  get(index: number): number {
    this.#check(index);
    return this.#values[index]!;
  }

  /** Replaces the value at an index; throws RangeError outside [0, length). */
  set(index: number, value: number): void {
    this.#check(index);
    this.#values[index] = value;
  }

  /** A copy of the values, without room to grow. */
  trim(): T {
    return this.#values.slice(0, this.#length) as T;
  }

  #check(index: number): void {
    if (!(index >= 0 && index < this.#length))
      throw new RangeError(`no entry ${index} among ${this.#length}`);
  }
}

/** For times and measures. */
export const float64Column = (capacity?: number) => new GrowingColumn(Float64Array, capacity);
/** For indices; −1 where none is meant. */
export const int32Column = (capacity?: number) => new GrowingColumn(Int32Array, capacity);
/** For kinds. */
export const uint8Column = (capacity?: number) => new GrowingColumn(Uint8Array, capacity);
