import { InputError } from '../../scenarios/problem';
import { CaseRows } from './cases';
import { cleanTickets } from './clean-tickets';
import type { Mapping } from './mapping';
import { LOG_MESSAGES } from './messages';
import { NOTES } from './note-texts';
import type { Peek } from './peek';
import { eachRow, type Watch } from './read-rows';
import { type Protocol, REASONS } from './reasons';
import { dayOfIso, RowReader, type Wanted } from './row-reader';
import { IntervalRows, SnapshotRows } from './snapshots';
import type { LogSource } from './source';
import { TicketRows } from './tickets';
import type { Log } from './types';

/** A log, and what became of each of its rows. */
export interface ReadLog {
  readonly log: Log;
  readonly protocol: Protocol;
}

/** If more of the rows than this contradict themselves, the columns are wrong and not the rows. */
const CONTRADICTING = 0.3;
const RAGGED = 0.2;
const UNREADABLE = 0.2;

/**
 * Reads and cleans a log: every row is kept or is counted under the reason for which it was not.
 *
 * @throws InputError where the log as a whole can't be read; Stopped
 */
export async function readLog(
  source: LogSource,
  peek: Peek,
  mapping: Mapping,
  wanted: Wanted = {},
  watch: Watch = {},
): Promise<ReadLog> {
  for (const [path, text] of [
    ['from', wanted.from],
    ['until', wanted.until],
    ['date', wanted.firstDay],
  ] as const)
    if (text !== undefined && Number.isNaN(dayOfIso(text)))
      throw new InputError(source.name, [{ path, ...LOG_MESSAGES.notADate(text) }]);
  const reader = new RowReader(peek, mapping, wanted);
  const { book } = reader;
  if (peek.headerLine === 0) book.note('noHeader', NOTES.noHeader, 0);
  else if (peek.headerLine > 1) book.note('title', NOTES.title(peek.headerLine), 0);
  if (peek.mixedEncodings) book.note('mixed', NOTES.mixed, 0);
  if (peek.guess.dateOrderUnsure) book.note('dateOrder', NOTES.dateOrder, 0);
  const rows =
    mapping.kind === 'tickets'
      ? new TicketRows(reader)
      : mapping.kind === 'snapshots'
        ? new SnapshotRows(reader)
        : mapping.kind === 'intervals'
          ? new IntervalRows(reader)
          : new CaseRows(reader);
  await eachRow(source, peek, (row, other) => rows.read(row, other), watch);
  refuse(source, reader, peek);
  const header = (role: 'window' | 'item') =>
    peek.headers[mapping.columns[role] ?? mapping.columns.queue ?? 0] ?? '';
  const log =
    rows instanceof TicketRows
      ? cleanTickets(rows, book, source.name, mapping.columns.number !== undefined, {
          window: header('window'),
          item: header('item'),
        })
      : rows.clean(book, source.name);
  if (log.rows === 0) throw nothingLeft(source, reader);
  const kept = mapping.kind === 'cases' ? book.rows - book.dropped : log.rows;
  return { log, protocol: book.protocol(kept) };
}

/** What makes a log unusable as a whole. */
function refuse(source: LogSource, { book, mapping }: RowReader, peek: Peek): void {
  const wrong = (words: ReturnType<typeof LOG_MESSAGES.empty>, path = '') =>
    new InputError(source.name, [{ path, ...words }]);
  const { rows } = book;
  if (rows < 2) throw wrong(LOG_MESSAGES.oneRow(rows));
  const ragged = book.count('columns');
  if (ragged > rows * RAGGED)
    throw wrong(LOG_MESSAGES.ragged(ragged, ragged / rows, peek.headers.length));
  const mixed = book.count('encoding');
  if (mixed > rows * UNREADABLE) throw wrong(LOG_MESSAGES.mixed(mixed, mixed / rows));
  const asked = book.count('asked');
  for (const reason of ['order', 'negative'] as const) {
    const count = book.count(reason);
    if (count > (rows - asked) * CONTRADICTING) {
      const role = mapping.kind === 'tickets' ? 'map.call' : 'map';
      throw wrong(
        LOG_MESSAGES.contradicts(count / (rows - asked), REASONS[reason].zh, REASONS[reason].en),
        role,
      );
    }
  }
}

function nothingLeft(source: LogSource, { book }: RowReader): InputError {
  const { dropped } = book.protocol(0);
  const most = [...dropped].sort((a, b) => b.count - a.count)[0];
  const example = most?.examples[0];
  return new InputError(source.name, [
    {
      path: most?.reason === 'asked' ? 'from' : 'map',
      ...LOG_MESSAGES.nothingLeft(
        book.rows,
        most ? REASONS[most.reason].zh : '',
        most ? REASONS[most.reason].en : '',
        example?.line ?? 0,
        example?.text ?? '',
      ),
    },
  ]);
}
