import { encodingOf } from '../../calibration/log/encoding';
import { MAX_EVENT_LINE } from '../../scenarios/ticket-event';

/** A line of a log; null instead of one that is too long to be read. */
export type Line = string | null;

/** Bytes of a line that is still read: a character has four at most. */
const MAX_LINE_BYTES = 4 * MAX_EVENT_LINE;
const NEWLINE = 0x0a;
const BOM = '\uFEFF';

/** By so many bytes it is seen whether a file is UTF-16: its mark has two. */
const MARK_BYTES = 2;

/**
 * Cuts bytes as they come into lines. The bytes of a line feed are no part of another character,
 * neither in UTF-8 nor in GB18030, so lines are cut first and read then. A line is UTF-8; once one
 * is not, it and those after it are GB18030 unless they are UTF-8 too. In UTF-16 they are part of others: a file
 * whose beginning shows it is made UTF-8 first.
 */
export class LineSplitter {
  #rest: Buffer[] = [];
  #length = 0;
  #skipping = false;
  /** The first byte of a file of which nothing more has come. */
  #begun: Buffer = Buffer.alloc(0);
  /** Of a file in UTF-16; null for another; absent until its beginning has been seen. */
  #wide: TextDecoder | null | undefined;
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true });
  readonly #gb18030 = new TextDecoder('gb18030');

  /** Takes bytes; returns the lines that they complete, empty ones left out. */
  push(given: Buffer): Line[] {
    const bytes = this.#narrow(given);
    const lines: Line[] = [];
    for (let from = 0; from < bytes.length; ) {
      const end = bytes.indexOf(NEWLINE, from);
      this.#keep(bytes.subarray(from, end < 0 ? bytes.length : end));
      if (end < 0) break;
      this.#finish(lines);
      from = end + 1;
    }
    return lines;
  }

  /** The last line, if it has no end: of a log that does not grow any more. */
  flush(): Line[] {
    const lines: Line[] = [];
    this.#keep(this.#begun);
    this.#begun = Buffer.alloc(0);
    this.#finish(lines);
    return lines;
  }

  /** Forgets a line that has begun: the file is another one now. */
  reset(): void {
    this.#forget();
    this.#begun = Buffer.alloc(0);
    this.#wide = undefined;
  }

  /** The bytes as they are, or as UTF-8 those of a file in UTF-16. */
  #narrow(given: Buffer): Buffer {
    if (this.#wide === null) return given;
    let bytes = given;
    if (this.#wide === undefined) {
      bytes = Buffer.concat([this.#begun, given]);
      if (bytes.length < MARK_BYTES) {
        this.#begun = bytes;
        return Buffer.alloc(0);
      }
      this.#begun = Buffer.alloc(0);
      const { encoding } = encodingOf(bytes);
      this.#wide = encoding.startsWith('utf-16') ? new TextDecoder(encoding) : null;
    }
    return this.#wide ? Buffer.from(this.#wide.decode(bytes, { stream: true }), 'utf8') : bytes;
  }

  #forget(): void {
    this.#rest = [];
    this.#length = 0;
    this.#skipping = false;
  }

  #keep(part: Buffer): void {
    if (this.#skipping || part.length === 0) return;
    this.#length += part.length;
    if (this.#length > MAX_LINE_BYTES) {
      this.#skipping = true;
      this.#rest = [];
    } else this.#rest.push(Buffer.from(part));
  }

  #finish(lines: Line[]): void {
    if (this.#skipping) lines.push(null);
    else if (this.#length > 0) {
      const text = this.#decode(Buffer.concat(this.#rest)).replace(/\r$/, '').replace(BOM, '');
      if (text.length > MAX_EVENT_LINE) lines.push(null);
      else if (text.trim() !== '') lines.push(text);
    }
    this.#forget();
  }

  #decode(bytes: Buffer): string {
    try {
      return this.#utf8.decode(bytes);
    } catch {
      return this.#gb18030.decode(bytes);
    }
  }
}
