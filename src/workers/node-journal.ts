import { closeSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import {
  createJournal,
  headerOf,
  type Journal,
  type JournalEntry,
  lineOf,
  readJournal,
  type SweepQuestion,
} from './journal';

/** A journal in a file. */
export interface JournalFile extends Journal {
  /** Replications that were there when it was opened. */
  readonly resumed: number;
  close(): void;
}

/** The longest that a finished piece may be missing after a power cut, ms. */
const SYNC_MS = 500;

/**
 * Begins a journal. Throws the system's error, EEXIST if the file is there.
 */
export function beginJournal(file: string, question: SweepQuestion): JournalFile {
  const descriptor = openSync(file, 'wx');
  writeSync(descriptor, `${headerOf(question)}\n`);
  return journalOn(descriptor, []);
}

/**
 * Goes on with a journal; a last line that was not finished is cut away.
 *
 * @throws InputError if it belongs to another question, or is broken; the system's error
 */
export function resumeJournal(file: string, question: SweepQuestion): JournalFile {
  const text = readFileSync(file, 'utf8');
  const { entries, good } = readJournal(text, file, question);
  truncateSync(file, Buffer.byteLength(text.slice(0, good)));
  const appending = openSync(file, 'a');
  if (good === 0) writeSync(appending, `${headerOf(question)}\n`);
  return journalOn(appending, entries);
}

function journalOn(descriptor: number, entries: readonly JournalEntry[]): JournalFile {
  let syncedAt = 0;
  const journal = createJournal(entries, (entry) => {
    writeSync(descriptor, `${lineOf(entry)}\n`);
    if (Date.now() - syncedAt < SYNC_MS) return;
    syncedAt = Date.now();
    fsyncSync(descriptor);
  });
  return {
    ...journal,
    resumed: entries.reduce((sum, { figures }) => sum + figures.length, 0),
    close: () => closeSync(descriptor),
  };
}
