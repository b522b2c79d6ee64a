import { gunzipSync, gzipSync } from 'node:zlib';
import { type Mapping, type MappingWishes, mappingOf } from '../../../src/calibration/log/mapping';
import { type LogFile, openLog } from '../../../src/calibration/log/open';
import { type Peek, type PeekOptions, peekLog } from '../../../src/calibration/log/peek';
import { type ReadLog, readLog } from '../../../src/calibration/log/read';
import type { Wanted } from '../../../src/calibration/log/row-reader';
import { InputError } from '../../../src/scenarios/problem';
import { decoderOf } from '../../../src/workers/decoder';
import { sheetOf } from '../../../src/workers/workbook';

/** A file that lies in memory, handed out in pieces that end anywhere. */
export function fileOf(content: string | Uint8Array, name = 'log.csv', piece = 997): LogFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
    decoder: decoderOf,
    async *gunzip(packed) {
      const parts: Uint8Array[] = [];
      for await (const part of packed) parts.push(part);
      const whole = gunzipSync(Buffer.concat(parts));
      for (let at = 0; at < whole.length; at += 1 << 20) yield whole.subarray(at, at + (1 << 20));
    },
    sheet: sheetOf,
  };
}

export const gzipped = (content: string | Uint8Array) => new Uint8Array(gzipSync(content));

export interface Read extends ReadLog {
  readonly peek: Peek;
  readonly mapping: Mapping;
}

/** A log from bytes to what is kept of it, with what was guessed on the way. */
export async function read(
  content: string | Uint8Array | LogFile,
  options: { wishes?: MappingWishes; peek?: PeekOptions; wanted?: Wanted } = {},
): Promise<Read> {
  const file =
    typeof content === 'string' || content instanceof Uint8Array ? fileOf(content) : content;
  const source = await openLog(file);
  const peek = await peekLog(source, options.peek);
  const mapping = mappingOf(peek, options.wishes);
  return { peek, mapping, ...(await readLog(source, peek, mapping, options.wanted)) };
}

/** What a log is refused for: the paths, and the messages in both languages. */
export async function refusalOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InputError)) throw new Error(`not refused: ${String(error)}`);
  return error.problems;
}

/** The columns by role as headers. */
export function headersByRole({ peek, mapping }: Read): Record<string, string> {
  return Object.fromEntries(
    Object.entries(mapping.columns).map(([role, column]) => [role, peek.headers[column]!]),
  );
}
