/** How a log's text is written. */
export const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/**
 * Makes text of bytes that come in pieces; null says that there are no more. What can't be read
 * becomes U+FFFD, which rows are looked over for.
 */
export type Decoder = (bytes: Uint8Array | null) => string;

/**
 * What the first bytes say of the encoding. A line with bytes beyond ASCII is UTF-8 or not;
 * what is not is taken for GB18030, which holds GBK and GB2312. Both in one file is `mixed`.
 */
export function encodingOf(head: Uint8Array): { encoding: Encoding; mixed: boolean } {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', mixed: false };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mixed: false };
  const look = Math.min(head.length, 2000);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < look; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++;
  if (odd > look / 5 && even < odd / 10) return { encoding: 'utf-16le', mixed: false };
  if (even > look / 5 && odd < even / 10) return { encoding: 'utf-16be', mixed: false };
  const lines = new LineEncodings();
  lines.feed(head);
  const bom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  if (bom || lines.utf8 > lines.other) return { encoding: 'utf-8', mixed: lines.other > 0 };
  if (lines.other > 0) return { encoding: 'gb18030', mixed: lines.utf8 > 0 };
  return { encoding: 'utf-8', mixed: false };
}

/**
 * Counts lines that are UTF-8 with more than ASCII in them, and lines that are not UTF-8. A line
 * of GBK may look like UTF-8 by chance if it has one or two characters; three in a row that do count.
 */
export class LineEncodings {
  utf8 = 0;
  other = 0;
  /** Lines, from 1, that are UTF-8 with at least three characters beyond ASCII. */
  readonly utf8Lines = new Set<number>();
  private line = 1;
  private need = 0;
  private found = 0;
  private bad = false;

  feed(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i]!;
      if (byte === 10) this.endLine();
      else if (this.need > 0) {
        if (byte >> 6 === 2) {
          if (--this.need === 0) this.found++;
        } else {
          this.bad = true;
          this.need = 0;
        }
      } else if (byte >= 0x80) {
        if (byte >= 0xc2 && byte < 0xe0) this.need = 1;
        else if (byte >= 0xe0 && byte < 0xf0) this.need = 2;
        else if (byte >= 0xf0 && byte < 0xf5) this.need = 3;
        else this.bad = true;
      }
    }
  }

  private endLine(): void {
    if (this.bad || this.need > 0) this.other++;
    else if (this.found >= 3) this.utf8++;
    if (!this.bad && this.need === 0 && this.found >= 3) this.utf8Lines.add(this.line);
    this.line++;
    this.need = 0;
    this.found = 0;
    this.bad = false;
  }
}
