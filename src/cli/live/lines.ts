import { MAX_EVENT_LINE } from '../../scenarios/ticket-event';

/** A line of a log; null instead of one that is too long to be read. */
export type Line = string | null;

/** Bytes of a line that is still read: a character has four at most. */
const MAX_LINE_BYTES = 4 * MAX_EVENT_LINE;
const NEWLINE = 0x0a;
const BOM = '\uFEFF';

/**
 * Cuts bytes as they come into lines. The bytes of a line feed are no part of another character,
 * neither in UTF-8 nor in GB18030, so lines are cut first and read then. A line is UTF-8; once one
 * is not, it and those after it are GB18030 unless they are UTF-8 too.
 */
export class LineSplitter {
  #rest: Buffer[] = [];
  #length = 0;
  #skipping = false;
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true });
  readonly #gb18030 = new TextDecoder('gb18030');

  /** Takes bytes; returns the lines that they complete, empty ones left out. */
  push(bytes: Buffer): Line[] {
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
    this.#finish(lines);
    return lines;
  }

  /** Forgets a line that has begun: the file is another one now. */
  reset(): void {
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
    this.reset();
  }

  #decode(bytes: Buffer): string {
    try {
      return this.#utf8.decode(bytes);
    } catch {
      return this.#gb18030.decode(bytes);
    }
  }
}
