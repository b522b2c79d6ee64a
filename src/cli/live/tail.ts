import { type FSWatcher, watch } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../../scenarios/problem';
import { type Line, LineSplitter } from './lines';

/** Between two looks at the file, ms; a notice of the system brings the next look forward. */
const POLL_MS = 500;
const CHUNK_BYTES = 256 * 1024;
/** Beginning of the file by which another one in its place is known. */
const HEAD_BYTES = 256;

/** What happens to a file that is followed. */
export interface TailListener {
  /** Rejects with an InputError for a file that is no log. */
  lines(lines: readonly Line[]): Promise<void>;
  /** The file begins anew: it was cut short, or another one has taken its place. */
  restarted(): void;
  state(state: 'following' | 'absent' | 'unreadable'): void;
}

/**
 * Follows a file that grows. It need not be there yet; when it is cut short, rewritten or replaced
 * it is read from its beginning. Works by looking at it twice a second, everywhere; the system's own
 * notices, which differ from system to system, only make it faster.
 */
export class Tail {
  readonly #splitter = new LineSplitter();
  #handle: FileHandle | null = null;
  #offset = 0;
  #inode = 0;
  #head: Buffer = Buffer.alloc(0);
  #opened = false;
  #timer: NodeJS.Timeout | null = null;
  #watcher: FSWatcher | null = null;
  #looking: Promise<void> | null = null;
  #again = false;
  #closed = false;

  /** @param fromStart whether what is in the file already is read, or only what comes */
  constructor(
    private readonly file: string,
    private readonly fromStart: boolean,
    private readonly listener: TailListener,
  ) {}

  /** Reads what is there. Rejects with an InputError if it is no log. */
  async readToEnd(): Promise<void> {
    await this.#look();
  }

  /** What stands after the last line feed, as a line. */
  async flush(): Promise<void> {
    const lines = this.#splitter.flush();
    if (lines.length > 0) await this.listener.lines(lines);
  }

  /** Looks again and again from now on. */
  follow(): void {
    this.#timer = setInterval(() => this.#soon(), POLL_MS);
    try {
      this.#watcher = watch(path.dirname(path.resolve(this.file)), () => this.#soon());
      this.#watcher.on('error', () => this.#watcher?.close());
    } catch {
      // The folder may not be there, or not be watchable: looking is enough.
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearInterval(this.#timer);
    this.#watcher?.close();
    await this.#looking;
    await this.#handle?.close();
    this.#handle = null;
  }

  /** One look at a time; a notice during it asks for another. */
  #soon(): void {
    if (this.#closed) return;
    if (this.#looking) {
      this.#again = true;
      return;
    }
    this.#looking = this.#look()
      // What turns out later to be no log is as good as unreadable; it may be mended.
      .catch(() => {})
      .finally(() => {
        this.#looking = null;
        if (!this.#again) return;
        this.#again = false;
        this.#soon();
      });
  }

  async #look(): Promise<void> {
    try {
      if (!this.#handle && !(await this.#open())) return;
      await this.#readNew();
      if (await this.#isReplaced()) {
        await this.#handle?.close();
        this.#handle = null;
        if (await this.#open()) await this.#readNew();
      }
    } catch (error) {
      this.listener.state('unreadable');
      await this.#handle?.close().catch(() => {});
      this.#handle = null;
      if (error instanceof InputError) throw error;
    }
  }

  async #open(): Promise<boolean> {
    try {
      this.#handle = await open(this.file, 'r');
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      this.listener.state(missing ? 'absent' : 'unreadable');
      return false;
    }
    const found = await this.#handle.stat();
    if (found.isDirectory()) throw new Error('a folder');
    this.#inode = found.ino;
    if (this.#opened) this.#restart();
    else if (!this.fromStart) {
      this.#offset = found.size;
      this.#head = await this.#headNow(found.size);
    }
    this.#opened = true;
    this.listener.state('following');
    return true;
  }

  #restart(): void {
    this.#offset = 0;
    this.#head = Buffer.alloc(0);
    this.#splitter.reset();
    this.listener.restarted();
  }

  async #headNow(size: number): Promise<Buffer> {
    const head = Buffer.alloc(Math.min(HEAD_BYTES, size));
    const { bytesRead } = await this.#handle!.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  }

  async #readNew(): Promise<void> {
    const { size } = await this.#handle!.stat();
    if (size < this.#offset) this.#restart();
    if (size === this.#offset) return;
    const head = await this.#headNow(size);
    if (!head.subarray(0, this.#head.length).equals(this.#head)) this.#restart();
    this.#head = head;
    const chunk = Buffer.alloc(CHUNK_BYTES);
    for (;;) {
      const { bytesRead } = await this.#handle!.read(chunk, 0, chunk.length, this.#offset);
      if (bytesRead === 0) return;
      this.#offset += bytesRead;
      const lines = this.#splitter.push(chunk.subarray(0, bytesRead));
      if (lines.length > 0) await this.listener.lines(lines);
    }
  }

  /** Whether the name means another file now; one that is gone is read on for as long as it is held. */
  async #isReplaced(): Promise<boolean> {
    try {
      return (await stat(this.file)).ino !== this.#inode;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      this.listener.state('absent');
      await this.#handle?.close();
      this.#handle = null;
      return false;
    }
  }
}
