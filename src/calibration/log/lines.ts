import type { Row } from './source';

const QUOTE = 34;

/**
 * Cuts text that comes in pieces into rows and cells, by RFC 4180: cells may be quoted, a doubled
 * quote is one, a quoted cell may hold line breaks. Own code because the budget binds: a million
 * quoted rows of nine columns took papaparse 8 s of the 10 s that reading and fitting may take
 * together; here cells are cut only when they are asked for.
 */
export class LineCutter implements Row {
  line = 1;
  width = 0;
  unreadable = false;
  private text = '';
  private at = 0;
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private next = 1;
  /** The row under the eye has a quoted cell with a line break or a doubled quote. */
  private hasQuotes = false;
  /** Where the next quote stands: −1 if there is none any more, −2 if nobody has looked. */
  private lastQuote = -2;

  constructor(private readonly separator: string) {}

  /** The next piece of the text; what was left of the last one stays before it. */
  feed(piece: string): void {
    this.text = this.at < this.text.length ? this.text.slice(this.at) + piece : piece;
    this.at = 0;
    this.lastQuote = -2;
  }

  /** Length of what has not been cut yet. */
  get pending(): number {
    return this.text.length - this.at;
  }

  /**
   * Moves to the next row that is complete; empty lines are passed over.
   *
   * @param last whether no more text is to come, so that a row may end with the text
   */
  advance(last: boolean): boolean {
    while (this.at < this.text.length) {
      const { text, at } = this;
      let end = text.indexOf('\n', at);
      if (end < 0) {
        if (!last) return false;
        end = text.length;
      }
      const quote = this.quoteBefore(at, end);
      if (quote) {
        const done = this.cutQuoted(last);
        if (!done) return false;
        if (this.width > 0) return true;
        continue;
      }
      this.line = this.next++;
      this.at = end + 1;
      const stop = end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
      if (stop === at) continue;
      this.cutPlain(at, stop);
      return true;
    }
    return false;
  }

  /** Whether a quote stands between two places; looks for each quote once only. */
  private quoteBefore(from: number, to: number): boolean {
    if (this.lastQuote === -1) return false;
    if (this.lastQuote < from) this.lastQuote = this.text.indexOf('"', from);
    return this.lastQuote >= 0 && this.lastQuote < to;
  }

  private cutPlain(from: number, stop: number): void {
    const { text, separator } = this;
    this.hasQuotes = false;
    let width = 0;
    let at = from;
    for (;;) {
      let cut = text.indexOf(separator, at);
      if (cut < 0 || cut > stop) cut = stop;
      this.from[width] = at;
      this.to[width++] = cut;
      if (cut === stop) break;
      at = cut + separator.length;
    }
    this.width = width;
  }

  /** A row with a quote in it. False if it is not complete yet. */
  private cutQuoted(last: boolean): boolean {
    const { text, separator } = this;
    let at = this.at;
    let width = 0;
    let breaks = 0;
    this.hasQuotes = true;
    for (;;) {
      let end: number;
      if (text.charCodeAt(at) === QUOTE) {
        end = at + 1;
        for (;;) {
          end = text.indexOf('"', end);
          if (end < 0 || (end + 1 >= text.length && !last)) {
            if (!last) return false;
            end = text.length;
            break;
          }
          if (text.charCodeAt(end + 1) !== QUOTE) break;
          end += 2;
        }
      } else end = at;
      // From the closing quote (or the start) to the separator or the end of the line.
      let cut = text.indexOf(separator, end);
      if (cut < 0) cut = text.length;
      let line = text.indexOf('\n', end);
      if (line < 0) {
        if (!last && cut === text.length) return false;
        line = text.length;
      }
      for (let i = text.indexOf('\n', at); i >= 0 && i < end; i = text.indexOf('\n', i + 1))
        breaks++;
      const stop = Math.min(cut, line);
      this.from[width] = at;
      this.to[width++] = stop > at && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
      if (line <= cut) {
        this.line = this.next;
        this.next += breaks + 1;
        this.at = line + 1;
        this.width = width;
        return true;
      }
      at = cut + separator.length;
    }
  }

  cell(column: number): string {
    if (column >= this.width) return '';
    const text = this.text.slice(this.from[column]!, this.to[column]!).trim();
    if (!this.hasQuotes || text.charCodeAt(0) !== QUOTE) return text;
    const closed = text.length > 1 && text.endsWith('"') ? -1 : undefined;
    return text.slice(1, closed).replaceAll('""', '"').trim();
  }

  hash(): number {
    let hash = 0x811c9dc5;
    this.unreadable = false;
    const stop = this.to[this.width - 1]!;
    for (let i = this.from[0]!; i < stop; i++) {
      const code = this.text.charCodeAt(i);
      if (code === 0xfffd) this.unreadable = true;
      hash = Math.imul(hash ^ code, 0x01000193);
    }
    return hash | 0;
  }
}

/** Rows of a sheet under the same eye. */
export class SheetRows implements Row {
  line = 0;
  readonly unreadable = false;
  private cells: readonly string[] = [];

  constructor(private readonly rows: readonly (readonly string[])[]) {}

  get width(): number {
    return this.cells.length;
  }

  /** Moves to the next row that is not empty. */
  advance(): boolean {
    while (this.line < this.rows.length) {
      this.cells = this.rows[this.line++]!;
      if (this.cells.some((cell) => cell !== '')) return true;
    }
    return false;
  }

  cell(column: number): string {
    return (this.cells[column] ?? '').trim();
  }

  hash(): number {
    let hash = 0x811c9dc5;
    for (const cell of this.cells) {
      for (let i = 0; i < cell.length; i++) hash = Math.imul(hash ^ cell.charCodeAt(i), 0x01000193);
      hash = Math.imul(hash ^ 31, 0x01000193);
    }
    return hash | 0;
  }
}
