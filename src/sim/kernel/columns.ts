/**
 * Typed columns of one length out of one buffer: many small buffers would cost more than the
 * columns of a short run are worth.
 */
export class Columns {
  readonly #buffer: ArrayBuffer;
  #offset = 0;

  /**
   * @param rows length of every column, a multiple of 8
   * @param bytes of a row, over all columns
   */
  constructor(
    private readonly rows: number,
    bytes: number,
  ) {
    this.#buffer = new ArrayBuffer(rows * bytes);
  }

  /** The next column, beginning as `from` and going on with zeros. */
  floats(from?: Float64Array): Float64Array<ArrayBuffer> {
    const column = new Float64Array(this.#buffer, this.#take(8), this.rows);
    if (from) column.set(from);
    return column;
  }

  ints(from?: Int32Array): Int32Array<ArrayBuffer> {
    const column = new Int32Array(this.#buffer, this.#take(4), this.rows);
    if (from) column.set(from);
    return column;
  }

  words(from?: Uint32Array): Uint32Array<ArrayBuffer> {
    const column = new Uint32Array(this.#buffer, this.#take(4), this.rows);
    if (from) column.set(from);
    return column;
  }

  bytes(from?: Uint8Array): Uint8Array<ArrayBuffer> {
    const column = new Uint8Array(this.#buffer, this.#take(1), this.rows);
    if (from) column.set(from);
    return column;
  }

  #take(bytes: number): number {
    const offset = this.#offset;
    this.#offset += this.rows * bytes;
    return offset;
  }
}
