import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { InputError, type Problem } from '../../scenarios/problem';
import { PRODUCT } from '../../scenarios/product';
import { keyOf } from '../journal';
import type { PieceOutcome } from './hands';
import { Pieces } from './pieces';
import type { SweepTask } from './task';

/** One of several shares of a sweep, counted from 0. */
export interface Slice {
  readonly index: number;
  readonly of: number;
}

/** What a journal of a sweep begins with; its second line is the task itself. */
interface StoreHead {
  readonly format: 'hall-twin/journal';
  readonly version: 1;
  readonly product: typeof PRODUCT;
  readonly kind: 'sweep';
  readonly scenarios: readonly string[];
  /** Names the task by its contents. */
  readonly question: string;
  readonly slice: Slice | null;
}

/** The longest that a finished piece may be missing after a power cut, ms. */
const SYNC_MS = 500;
const CHUNK = 1 << 20;
/** A head and a task are no longer than this, bytes. */
const LONGEST_LINE = 512 << 20;

const problem = (zh: string, en: string, remedyZh: string, remedyEn: string): Problem => ({
  path: '',
  message: { zh, en },
  remedy: { zh: remedyZh, en: remedyEn },
});
const ANEW = ['请换一个文件名重新开始', 'Begin anew with another file'] as const;

/** Names a task by its contents, the version of the product included. */
export function questionOf(task: SweepTask): string {
  return keyOf([PRODUCT.version, task]);
}

/**
 * The pieces of a sweep that are done, in a file: a journal. In memory is only where each of them
 * stands, so that a province needs no more of it than a district. A piece counts once, whoever
 * brings it and how often.
 */
export class SweepStore {
  readonly pieces: Pieces;
  private readonly places: Float64Array;
  private readonly lengths: Float64Array;
  private readonly aside = new Map<number, string>();
  private done = 0;
  private syncedAt = 0;

  private constructor(
    readonly file: string,
    private readonly descriptor: number,
    readonly task: SweepTask,
    readonly question: string,
    readonly slice: Slice | null,
    /** Bytes that are good. */
    private end: number,
    private readonly scratch: string | null,
  ) {
    this.pieces = new Pieces(task);
    this.places = new Float64Array(this.pieces.count).fill(-1);
    this.lengths = new Float64Array(this.pieces.count);
  }

  /** Begins a journal. Throws the system's error, EEXIST if the file is there. */
  static begin(file: string, task: SweepTask, slice: Slice | null = null): SweepStore {
    return SweepStore.on(file, openSync(file, 'wx+'), task, slice, null);
  }

  /** A journal that nobody keeps, in the system's folder for such files. */
  static passing(task: SweepTask): SweepStore {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'hall-sweep-'));
    const file = path.join(folder, 'pieces.jsonl');
    return SweepStore.on(file, openSync(file, 'wx+'), task, null, folder);
  }

  private static on(
    file: string,
    descriptor: number,
    task: SweepTask,
    slice: Slice | null,
    scratch: string | null,
  ): SweepStore {
    const question = questionOf(task);
    const head: StoreHead = {
      format: 'hall-twin/journal',
      version: 1,
      product: PRODUCT,
      kind: 'sweep',
      scenarios: [task.id],
      question,
      slice,
    };
    const store = new SweepStore(file, descriptor, task, question, slice, 0, scratch);
    store.write(`${JSON.stringify(head)}\n${JSON.stringify({ task })}\n`);
    return store;
  }

  /**
   * Opens a journal; a last line that was not finished is cut away. Pieces that were set aside are
   * open again.
   *
   * @throws InputError if it is none, is of another version or is damaged; the system's error
   */
  static open(file: string): SweepStore {
    const descriptor = openSync(file, 'r+');
    let store: SweepStore | null = null;
    let head: StoreHead | null = null;
    try {
      for (const { text, at, number } of linesOf(descriptor)) {
        if (head === null) head = headOf(text, file);
        else if (store === null)
          store = new SweepStore(
            file,
            descriptor,
            taskOf(text, head, file),
            head.question,
            head.slice,
            0,
            null,
          );
        else store.note(text, at, number);
        if (store) store.end = at + Buffer.byteLength(text) + 1;
      }
      if (store === null) throw head === null ? notJournal(file) : damaged(file, 2);
      ftruncateSync(descriptor, store.end);
      return store;
    } catch (error) {
      closeSync(descriptor);
      throw error;
    }
  }

  private note(text: string, at: number, number: number): void {
    const found = /^\{"piece":(\d+),("(?:parts|aside)")/.exec(text);
    const index = Number(found?.[1]);
    if (!found || !text.endsWith('}') || index >= this.pieces.count)
      throw damaged(this.file, number);
    if (found[2] === '"aside"' || this.has(index)) return;
    this.places[index] = at;
    this.lengths[index] = Buffer.byteLength(text);
    this.done++;
  }

  /** Pieces that are done. */
  get count(): number {
    return this.done;
  }

  /** Why pieces were set aside, by piece. */
  get setAside(): ReadonlyMap<number, string> {
    return this.aside;
  }

  has(index: number): boolean {
    return this.places[index]! >= 0;
  }

  /** Whether a piece is this slice's. */
  mine(index: number): boolean {
    return this.slice === null || index % this.slice.of === this.slice.index;
  }

  /**
   * Keeps what came of a piece; false if it was there already.
   *
   * @throws the system's error: then what was there before is still there
   */
  add(index: number, outcome: PieceOutcome): boolean {
    if (this.has(index)) return false;
    if ('aside' in outcome) {
      this.aside.set(index, outcome.aside);
      this.write(`${JSON.stringify({ piece: index, aside: outcome.aside })}\n`);
      return true;
    }
    const line = `{"piece":${index},"parts":${JSON.stringify(outcome)}}`;
    const at = this.end;
    this.write(`${line}\n`);
    this.places[index] = at;
    this.lengths[index] = Buffer.byteLength(line);
    this.aside.delete(index);
    this.done++;
    return true;
  }

  /** What came of a piece; null if it is not there. Throws InputError if its line is damaged. */
  get(index: number): PieceOutcome | null {
    if (!this.has(index)) {
      const reason = this.aside.get(index);
      return reason === undefined ? null : { aside: reason };
    }
    const bytes = Buffer.alloc(this.lengths[index]!);
    let got = 0;
    while (got < bytes.length) {
      const read = readSync(
        this.descriptor,
        bytes,
        got,
        bytes.length - got,
        this.places[index]! + got,
      );
      if (read === 0) break;
      got += read;
    }
    try {
      return (JSON.parse(bytes.toString()) as { readonly parts: PieceOutcome }).parts;
    } catch {
      throw new InputError(this.file, [
        problem(`第 ${index} 块已损坏`, `Piece ${index} is damaged`, ...ANEW),
      ]);
    }
  }

  private write(text: string): void {
    const bytes = Buffer.from(text);
    try {
      let put = 0;
      while (put < bytes.length)
        put += writeSync(this.descriptor, bytes, put, bytes.length - put, this.end + put);
    } catch (error) {
      try {
        ftruncateSync(this.descriptor, this.end);
      } catch {
        // A line that was not finished is cut away when the journal is opened again.
      }
      throw error;
    }
    this.end += bytes.length;
    if (Date.now() - this.syncedAt >= SYNC_MS && this.scratch === null) this.sync();
  }

  /** Brings everything onto the disk. */
  sync(): void {
    this.syncedAt = Date.now();
    fsyncSync(this.descriptor);
  }

  close(): void {
    closeSync(this.descriptor);
    if (this.scratch !== null) rmSync(this.scratch, { recursive: true, force: true });
  }
}

/** Whole lines of a file, with the byte they begin at. */
function* linesOf(
  descriptor: number,
): Generator<{ readonly text: string; readonly at: number; readonly number: number }> {
  const chunk = Buffer.alloc(CHUNK);
  let rest: Buffer[] = [];
  let restBytes = 0;
  let number = 0;
  for (let at = 0; ; ) {
    const read = readSync(descriptor, chunk, 0, CHUNK, at);
    if (read === 0) return;
    let from = 0;
    for (let feed = chunk.indexOf(10); feed >= 0 && feed < read; feed = chunk.indexOf(10, from)) {
      const text = Buffer.concat([...rest, chunk.subarray(from, feed)]).toString();
      yield { text, at: at + from - restBytes, number: ++number };
      rest = [];
      restBytes = 0;
      from = feed + 1;
    }
    rest.push(Buffer.from(chunk.subarray(from, read)));
    restBytes += read - from;
    if (restBytes > LONGEST_LINE) return;
    at += read;
  }
}

function damaged(file: string, line: number): InputError {
  return new InputError(file, [
    problem(`第 ${line} 行已损坏或不完整`, `Line ${line} is damaged or not finished`, ...ANEW),
  ]);
}

function notJournal(file: string): InputError {
  return new InputError(file, [
    problem('这不是 hall sweep 的日志', 'This is not a journal of hall sweep', ...ANEW),
  ]);
}

function headOf(text: string, file: string): StoreHead {
  let head: Partial<StoreHead> | null = null;
  try {
    head = JSON.parse(text) as Partial<StoreHead> | null;
  } catch {
    // Said below.
  }
  if (head?.format !== 'hall-twin/journal' || head.kind !== 'sweep') throw notJournal(file);
  if (head.version !== 1 || head.product?.version !== PRODUCT.version)
    throw new InputError(file, [
      problem(
        `日志由另一版本写成（${head.product?.version}，现为 ${PRODUCT.version}）`,
        `The journal was written by another version (${head.product?.version}; this is ${PRODUCT.version})`,
        ...ANEW,
      ),
    ]);
  return head as StoreHead;
}

function taskOf(text: string, head: StoreHead, file: string): SweepTask {
  let task: SweepTask | undefined;
  try {
    ({ task } = JSON.parse(text) as { task?: SweepTask });
  } catch {
    // Said below.
  }
  if (!task || questionOf(task) !== head.question) throw damaged(file, 2);
  return task;
}
