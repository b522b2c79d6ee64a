import { createReadStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { LogFile } from '../calibration/log/open';
import { decoderOf } from '../workers/decoder';
import { sheetOf } from '../workers/workbook';

const PIECE_BYTES = 1 << 20;

/** A log on the disk. */
export function logFile(path: string): LogFile {
  return {
    name: path,
    size: statSync(path).size,
    open: () => createReadStream(path, { highWaterMark: PIECE_BYTES }),
    decoder: decoderOf,
    gunzip: (packed) => Readable.from(packed).pipe(createGunzip({ chunkSize: PIECE_BYTES })),
    sheet: sheetOf,
  };
}
