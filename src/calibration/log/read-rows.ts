import { InputError } from '../../scenarios/problem';
import { LineEncodings } from './encoding';
import { LineCutter, SheetRows } from './lines';
import { LOG_MESSAGES } from './messages';
import type { Peek } from './peek';
import type { LogSource, Row } from './source';

/** What goes on while a file is read. */
export interface Watch {
  /** Share of the file that has been read, from 0 to 1. */
  progress?(share: number): void;
  /** Asked now and then; true ends the reading with `Stopped`. */
  stopped?(): boolean;
}

/** The user has had enough. */
export class Stopped extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}

const LONGEST_ROW = 1_000_000;

/**
 * Shows every row below the header, in order.
 *
 * @throws InputError if a row never ends; Stopped
 */
export async function eachRow(
  source: LogSource,
  peek: Pick<Peek, 'encoding' | 'separator' | 'headerLine'>,
  visit: (row: Row, otherEncoding: boolean) => void,
  watch: Watch = {},
): Promise<void> {
  if (source.form === 'sheet') {
    const rows = new SheetRows(source.rows);
    while (rows.advance()) if (rows.line > peek.headerLine) visit(rows, false);
    watch.progress?.(1);
    return;
  }
  const decode = source.decoder(peek.encoding ?? 'utf-8');
  const cutter = new LineCutter(peek.separator ?? ',');
  // Lines of UTF-8 in a file of GB18030 come out as other characters, not as unreadable ones.
  const encodings = peek.encoding === 'gb18030' ? new LineEncodings() : null;
  const drain = (last: boolean) => {
    while (cutter.advance(last))
      if (cutter.line > peek.headerLine)
        visit(cutter, encodings?.utf8Lines.has(cutter.line) ?? false);
    if (cutter.pending > LONGEST_ROW)
      throw new InputError(source.name, [{ path: '', ...LOG_MESSAGES.noBreaks() }]);
  };
  for await (const piece of source.open()) {
    if (watch.stopped?.()) throw new Stopped();
    encodings?.feed(piece);
    cutter.feed(decode(piece));
    drain(false);
    watch.progress?.(source.share());
  }
  cutter.feed(decode(null));
  drain(true);
  watch.progress?.(1);
}

/** A row as one line, as it is quoted in examples and in the file of dropped rows. */
export function cellsOf(row: { readonly width: number; cell(column: number): string }): string[] {
  return Array.from({ length: row.width }, (_, i) => row.cell(i));
}
