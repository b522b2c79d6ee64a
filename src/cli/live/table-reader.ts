import { mappingOf } from '../../calibration/log/mapping';
import { type Peek, peekLog } from '../../calibration/log/peek';
import { EventTable, eventColumnsOf } from '../../live/event-table';
import { TicketTable } from '../../live/ticket-table';
import type { LogReader, Row } from './feed';
import type { Line } from './lines';

/** Lines that are looked at before columns are given their roles, if there are so many at once. */
const LOOKED_AT = 3000;

/** Reads a table as it grows: what its columns are is seen from its header and first rows. */
export class TableReader implements LogReader {
  #table: TicketTable | EventTable | null = null;
  #first: string[] = [];

  /** @param columns columns by role, as the user names them */
  constructor(
    private readonly name: string,
    private readonly columns: Readonly<Record<string, string>>,
  ) {}

  get finishedOnly(): boolean {
    return this.#table?.finishedOnly ?? false;
  }

  /** @throws InputError if the beginning is no table, or a column is not there */
  async read(lines: readonly Line[]): Promise<readonly Row[]> {
    const rows: Row[] = [];
    const texts = lines.flatMap((line) => {
      if (line === null) rows.push({ kind: 'tooLong' });
      return line ?? [];
    });
    if (this.#table) return [...rows, ...this.#feed(texts)];
    this.#first.push(...texts);
    // A header alone does not tell what stands below it.
    if (this.#first.length < 2) return rows;
    const peek = await this.#peek();
    const events = eventColumnsOf(peek, this.columns);
    this.#table = events
      ? new EventTable(peek, events)
      : new TicketTable(peek, mappingOf(peek, { columns: this.columns }));
    const first = this.#first;
    this.#first = [];
    return [...rows, ...this.#feed(first)];
  }

  #feed(texts: readonly string[]): readonly Row[] {
    return texts.flatMap((text) => this.#table!.feed(text));
  }

  /** Lines are text already, whatever their bytes were. */
  #peek(): Promise<Peek> {
    const text = `${this.#first.slice(0, LOOKED_AT).join('\n')}\n`;
    return peekLog(
      {
        form: 'text',
        name: this.name,
        async *open() {
          yield Buffer.from(text, 'utf8');
        },
        decoder: () => {
          const decoder = new TextDecoder('utf-8');
          return (bytes) =>
            bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
        },
        share: () => 1,
      },
      { kind: 'tickets' },
    );
  }
}
