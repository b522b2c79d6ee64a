import type { LogFile } from '../calibration/log/open';
import { decoderOf } from './decoder';
import { sheetOf } from './workbook';

/** Bytes of a stream, piece by piece; the stream is given up with the loop. */
async function* pieces(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function* gunzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  // What goes wrong while writing is heard of at the reading end.
  const writing = (async () => {
    for await (const piece of packed) await writer.write(piece as BufferSource);
    await writer.close();
  })().catch((error: unknown) => writer.abort(error).catch(() => {}));
  yield* pieces(stream.readable);
  await writing;
}

/** A log that was dropped on the page. */
export function browserLogFile(file: File): LogFile {
  return {
    name: file.name,
    size: file.size,
    open: () => pieces(file.stream()),
    decoder: decoderOf,
    gunzip,
    sheet: sheetOf,
  };
}
