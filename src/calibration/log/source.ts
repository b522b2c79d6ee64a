import type { Decoder, Encoding } from './encoding';

/**
 * A log as it comes: bytes that can be asked for again, because a log is looked at first, then
 * read, and its dropped rows are written out in a third pass; no pass keeps rows.
 */
export type LogSource = TextSource | SheetSource;

export interface TextSource {
  readonly form: 'text';
  readonly name: string;
  /** The bytes from the start, unpacked, in pieces of any length. */
  open(): AsyncIterable<Uint8Array>;
  decoder(encoding: Encoding): Decoder;
  /** How much of the file the pass that is under way has read, from 0 to 1. */
  share(): number;
}

/** A sheet of a workbook: small enough to be had at once. */
export interface SheetSource {
  readonly form: 'sheet';
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** One row under the reader's eye; only good until the next one is asked for. */
export interface Row {
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  /** How many cells it has. */
  readonly width: number;
  /** Text of a cell without blanks around it; '' beyond the last. */
  cell(column: number): string;
  /** A number for the whole row, equal for equal rows. */
  hash(): number;
  /** Whether a character could not be read. */
  readonly unreadable: boolean;
}
