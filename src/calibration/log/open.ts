import { InputError } from '../../scenarios/problem';
import {
  CONTAINER_MESSAGES,
  containerOf,
  isBomb,
  MOST_TEXT_BYTES,
  notALog,
  notAWorkbook,
} from './container';
import type { Decoder, Encoding } from './encoding';
import { LOG_MESSAGES } from './messages';
import type { LogSource } from './source';

/** A file as the edge of the product has it; packing is undone there, what comes of it is judged here. */
export interface LogFile {
  readonly name: string;
  /** Bytes as they lie. */
  readonly size: number;
  /** The bytes from the start, in pieces. */
  open(): AsyncIterable<Uint8Array>;
  decoder(encoding: Encoding): Decoder;
  /** Undoes gzip. */
  gunzip(packed: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** Text of the cells of a workbook's first sheet with any. */
  sheet(workbook: Uint8Array): Promise<readonly (readonly string[])[]>;
}

const MOST_WORKBOOK_BYTES = 100_000_000;
const HEAD_BYTES = 4096;

/**
 * What a file is by its bytes, ready to be read: text, packed text, or a workbook.
 *
 * @throws InputError if it is something else, or a bomb
 */
export async function openLog(file: LogFile): Promise<LogSource> {
  const wrong = (words: ReturnType<typeof LOG_MESSAGES.empty>) =>
    new InputError(file.name, [{ path: '', ...words }]);
  const head = await headOf(file.open());
  if (head.length === 0) throw wrong(LOG_MESSAGES.empty());
  switch (containerOf(head)) {
    case 'refused':
      throw wrong(notALog(head) ?? CONTAINER_MESSAGES.archive());
    case 'zip': {
      if (file.size > MOST_WORKBOOK_BYTES) throw wrong(CONTAINER_MESSAGES.bomb());
      const workbook = await wholeOf(file);
      const problem = notAWorkbook(workbook);
      if (problem) throw new InputError(file.name, [problem]);
      try {
        return { form: 'sheet', name: file.name, rows: await file.sheet(workbook) };
      } catch (error) {
        if (error instanceof InputError) throw error;
        throw wrong(CONTAINER_MESSAGES.brokenWorkbook());
      }
    }
    case 'gzip':
      return textOf(file, true, wrong);
    case 'text':
      return textOf(file, false, wrong);
  }
}

function textOf(
  file: LogFile,
  packed: boolean,
  wrong: (words: ReturnType<typeof LOG_MESSAGES.empty>) => InputError,
): LogSource {
  let read = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    read = 0;
    for await (const piece of file.open()) {
      read += piece.length;
      yield piece;
    }
  }
  async function* unpacked(): AsyncGenerator<Uint8Array> {
    let size = 0;
    try {
      for await (const piece of file.gunzip(counted())) {
        size += piece.length;
        if (isBomb(read, size, MOST_TEXT_BYTES)) throw wrong(CONTAINER_MESSAGES.bomb());
        yield piece;
      }
    } catch (error) {
      if (error instanceof InputError) throw error;
      throw wrong(CONTAINER_MESSAGES.brokenGzip());
    }
  }
  return {
    form: 'text',
    name: file.name,
    open: () => (packed ? unpacked() : counted()),
    decoder: (encoding) => file.decoder(encoding),
    share: () => (file.size === 0 ? 1 : Math.min(1, read / file.size)),
  };
}

async function headOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const head = new Uint8Array(HEAD_BYTES);
  let size = 0;
  for await (const piece of pieces) {
    const part = piece.subarray(0, HEAD_BYTES - size);
    head.set(part, size);
    size += part.length;
    if (size === HEAD_BYTES) break;
  }
  return head.subarray(0, size);
}

async function wholeOf(file: LogFile): Promise<Uint8Array> {
  const whole = new Uint8Array(file.size);
  let size = 0;
  for await (const piece of file.open()) {
    whole.set(piece.subarray(0, file.size - size), size);
    size += piece.length;
  }
  return whole;
}
