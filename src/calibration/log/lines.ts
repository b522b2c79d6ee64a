import type { Row } from './source';

const QUOTE = 34;
/** What a decoder writes for bytes that are no character. */
const UNREADABLE = '\ufffd';
/** Source: Fowler, Noll, Vo and Eastlake, The FNV non-cryptographic hash algorithm (draft-eastlake-fnv). */
const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Cuts text that comes in pieces into rows and cells, by RFC 4180: cells may be quoted, a doubled
 * quote is one, a quoted cell may hold line breaks. Own code because the budget binds: a million
 * quoted rows of nine columns took papaparse 8 s of the 10 s that reading and fitting may take
 * together; here cells are cut only when they are asked for.
 */
export class LineCutter implements Row {
  line = 1;
  width = 0;
  private text = '';
  private at = 0;
  /** A piece of which the first line has been joined to what was left of the one before, and where it goes on. */
  private rest = '';
  private restAt = 0;
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private next = 1;
  /** The row under the eye has a quoted cell with a line break or a doubled quote. */
  private hasQuotes = false;
  /** Where the next quote stands: −1 if there is none any more, −2 if nobody has looked. */
  private lastQuote = -2;
  /** The same of the sign for what could not be decoded. */
  private lastUnreadable = -2;

  constructor(private readonly separator: string) {}

  /**
   * The next piece of the text; what was left of the last one stays before it. Only the line that lies
   * across both is joined: characters of a long text that is made of two are looked up at twice the cost.
   */
  feed(piece: string): void {
    if (this.rest !== '') this.takeRest();
    const left = this.text.slice(this.at);
    const end = left === '' ? -1 : piece.indexOf('\n');
    if (end >= 0) {
      this.rest = piece;
      this.restAt = end + 1;
    }
    this.show(end >= 0 ? left + piece.slice(0, end + 1) : left + piece, 0);
  }

  /** Length of what has not been cut yet. */
  get pending(): number {
    return this.text.length - this.at + this.rest.length - this.restAt;
  }

  /**
   * Moves to the next row that is complete; empty lines are passed over.
   *
   * @param last whether no more text is to come, so that a row may end with the text
   */
  advance(last: boolean): boolean {
    for (;;) {
      const found = this.cutNext(last && this.rest === '');
      if (found || this.rest === '') return found;
      this.takeRest();
    }
  }

  private show(text: string, at: number): void {
    this.text = text;
    this.at = at;
    this.lastQuote = -2;
    this.lastUnreadable = -2;
  }

  /** Goes on in the piece; a row that is still not complete (a quoted cell with line breaks) is joined to it. */
  private takeRest(): void {
    const { rest, restAt } = this;
    this.rest = '';
    this.restAt = 0;
    if (this.at < this.text.length) this.show(this.text.slice(this.at) + rest.slice(restAt), 0);
    else this.show(rest, restAt);
  }

  private cutNext(last: boolean): boolean {
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

  /** FNV-1a over two characters at a time; what the upper one adds is folded down after each step. */
  hash(): number {
    const { text } = this;
    const stop = this.to[this.width - 1]!;
    let hash = FNV_START;
    let i = this.from[0]!;
    for (; i + 1 < stop; i += 2) {
      hash = Math.imul(hash ^ (text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16)), FNV_PRIME);
      hash ^= hash >>> 15;
    }
    if (i < stop) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
    return hash | 0;
  }

  get unreadable(): boolean {
    if (this.lastUnreadable === -1) return false;
    const from = this.from[0]!;
    if (this.lastUnreadable < from) this.lastUnreadable = this.text.indexOf(UNREADABLE, from);
    return this.lastUnreadable >= 0 && this.lastUnreadable < this.to[this.width - 1]!;
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
    let hash = FNV_START;
    for (const cell of this.cells) {
      for (let i = 0; i < cell.length; i++) hash = Math.imul(hash ^ cell.charCodeAt(i), FNV_PRIME);
      hash = Math.imul(hash ^ 31, FNV_PRIME);
    }
    return hash | 0;
  }
}
