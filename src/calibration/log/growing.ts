/** Numbers of one column of a table whose length is not known yet. */
export class Growing<A extends Float64Array | Int32Array | Uint8Array> {
  private length = 0;

  constructor(private values: A) {}

  get size(): number {
    return this.length;
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const more = this.values.length * 2;
      const larger = new (this.values.constructor as new (size: number) => A)(more);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  /** What has been pushed; a view, not a copy. */
  all(): A {
    return this.values.subarray(0, this.length) as A;
  }
}

const FIRST = 1024;
export const doubles = () => new Growing(new Float64Array(FIRST));
export const integers = () => new Growing(new Int32Array(FIRST));
export const bytes = () => new Growing(new Uint8Array(FIRST));

/** Names as numbers, in order of appearance. */
export class Names {
  private readonly numbers = new Map<string, number>();
  readonly all: string[] = [];

  /** The number of a name that has appeared. */
  known(name: string): number | undefined {
    return this.numbers.get(name);
  }

  /** The number of a name; −1 of an empty one. */
  of(name: string): number {
    if (name === '') return -1;
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    // A slice would keep the whole piece of the file alive that it was cut from.
    const own = JSON.parse(JSON.stringify(name)) as string;
    this.numbers.set(own, this.all.length);
    this.all.push(own);
    return this.all.length - 1;
  }
}
