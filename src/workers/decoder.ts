import type { Decoder, Encoding } from '../calibration/log/encoding';

/** The decoder of page and Node alike. */
export function decoderOf(encoding: Encoding): Decoder {
  const decoder = new TextDecoder(encoding);
  return (bytes) =>
    bytes === null ? decoder.decode() : decoder.decode(bytes as BufferSource, { stream: true });
}
