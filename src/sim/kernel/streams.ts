/**
 * Random streams, addressed by seed, replication, purpose, scope and subject. The n-th draw of a
 * visitor for a purpose is the same number whoever else came or was served in between, so that
 * two layouts compared meet the same visitors (common random numbers).
 */
import { threefry2x32, threefryUniforms } from './threefry';

const WORD = 2 ** 32;

/** The streams of one replication. */
export class Streams {
  readonly #key = new Uint32Array(2);

  /** Throws RangeError if `seed` is not a safe integer or `replication` not in [0, 2³²). */
  constructor(seed: number, replication: number) {
    if (!Number.isSafeInteger(seed)) throw new RangeError(`seed ${seed} is not a whole number`);
    checkWord(replication, 'replication');
    threefry2x32(Math.floor(seed / WORD), seed % WORD, replication, 0, this.#key);
  }

  /**
   * The stream of a purpose ('service', 'patience', …), of one scope of it if named (a class, a
   * window). It stands at subject 0. Two with the same names draw the same numbers.
   */
  stream(purpose: string, scope = ''): Stream {
    const name = digestOf(purpose, scope);
    threefry2x32(this.#key[0]!, this.#key[1]!, name[0]!, name[1]!, words);
    return new Stream(words[0]!, words[1]!);
  }
}

/** Taken by one draw at a time and read at once, so all can share it. */
const words = new Uint32Array(2);

/** Names are few and replications many, so each name is digested once: by scope, then purpose. */
const digests = new Map<string, Map<string, Uint32Array>>();

function digestOf(purpose: string, scope: string): Uint32Array {
  let ofScope = digests.get(scope);
  if (!ofScope) {
    ofScope = new Map();
    digests.set(scope, ofScope);
  }
  let digest = ofScope.get(purpose);
  if (!digest) {
    digest = new Uint32Array(2);
    absorb(purpose, digest);
    absorb(scope, digest);
    ofScope.set(purpose, digest);
  }
  return digest;
}

/** Chains the text into the key, code unit by code unit, and its length as the end mark. */
function absorb(text: string, key: Uint32Array): void {
  for (let i = 0; i < text.length; i++) threefry2x32(key[0]!, key[1]!, text.charCodeAt(i), 1, key);
  threefry2x32(key[0]!, key[1]!, text.length, 2, key);
}

/** Subjects whose first draws are made together. */
const BLOCK = 8;

/**
 * One stream: a substream of 2³² draws for each of 2³² subjects.
 *
 * Most purposes draw once for each subject, and subjects come nearly in their order; so the first
 * draws of eight neighbours are made in one go, whenever the stream moves on past the last
 * eight. Who asks again for somebody further back is answered alone.
 */
export class Stream {
  readonly #k0: number;
  readonly #k1: number;
  #subject = 0;
  #draw = 0;
  /** First draws of subjects BLOCK × #block and the following. */
  #firsts: Float64Array | null = null;
  #block = -1;

  constructor(k0: number, k1: number) {
    this.#k0 = k0 | 0;
    this.#k1 = k1 | 0;
  }

  /** Goes to the first draw of the subject. Throws RangeError if it is not in [0, 2³²). */
  at(subject: number): this {
    checkWord(subject, 'subject');
    this.#subject = subject;
    this.#draw = 0;
    return this;
  }

  /** The next draw, uniform strictly inside (0, 1): the middles of 2⁵² equal steps. */
  uniform(): number {
    const draw = this.#draw;
    this.#draw = (draw + 1) | 0;
    return draw === 0 ? this.first(this.#subject) : this.#alone(draw);
  }

  /** The first draw of a subject, wherever the stream stands. `subject`: a whole number in [0, 2³²). */
  first(subject: number): number {
    const block = subject >>> 3;
    if (block > this.#block) this.#moveTo(block);
    if (block === this.#block) return this.#firsts![subject & (BLOCK - 1)]!;
    this.#subject = subject;
    return this.#alone(0);
  }

  #alone(draw: number): number {
    threefry2x32(this.#k0, this.#k1, draw, this.#subject, words);
    return ((words[0]! >>> 12) * WORD + words[1]! + 0.5) * 2 ** -52;
  }

  #moveTo(block: number): void {
    this.#firsts ??= new Float64Array(BLOCK);
    this.#block = block;
    threefryUniforms(this.#k0, this.#k1, block * BLOCK, this.#firsts);
  }
}

function checkWord(value: number, name: string): void {
  if (!(value >>> 0 === value)) throw new RangeError(`${name} ${value} is not in [0, 2^32)`);
}
