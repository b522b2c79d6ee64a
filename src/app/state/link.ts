import { InputError, type Problem } from '../../scenarios/problem';
import { check, MAX_INPUT_BYTES, parseJson, parseScenario } from '../../scenarios/read';
import { PLAIN_VIEW, type Place, placeSchema } from './place';

/** What stands before a place in an address; the number is the version of what follows. */
const PREFIX = '#/open/';
const VERSION = 2;
const CARRIED = /^#\/open\/(\d+)\/(.*)$/s;

/** From this length on some chat and mail programs cut addresses off, letters. */
export const LONG_LINK = 8000;

/** Whether an address carries a place. */
export function carriesPlace(hash: string): boolean {
  return CARRIED.test(hash);
}

/** A place as the end of an address: JSON, deflated, in letters that addresses may have. */
export async function linkOf(place: Place): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(place));
  const packed = await through(new CompressionStream('deflate-raw'), bytes, Infinity);
  let binary = '';
  for (const byte of packed) binary += String.fromCharCode(byte);
  const letters = btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  return `${PREFIX}${VERSION}/${letters}`;
}

/**
 * The place that an address carries, of any version so far. Version 1 held a scenario alone, and
 * opened in the studio if it had a plan.
 *
 * @throws InputError if it is cut off, of a version that is not known, unpacks to too much, or
 *   holds what no place holds
 */
export async function placeIn(hash: string): Promise<Place> {
  const [, version, letters] = CARRIED.exec(hash) ?? [];
  if (letters === undefined || (version !== '1' && version !== '2')) throw broken('version');
  const value = parseJson(await unpacked(letters), LINK);
  if (version === '2') return check(placeSchema, value, LINK);
  const scenario = parseScenario(value, LINK);
  return {
    hall: { as: 'whole', origin: { kind: 'file', name: LINK }, scenario },
    settings: null,
    timeUs: null,
    view: PLAIN_VIEW,
    page: scenario.floorplan === null ? 'hall' : 'studio',
  };
}

async function unpacked(packed: string): Promise<string> {
  try {
    const letters = packed.replace(/-/g, '+').replace(/_/g, '/');
    const bytes = Uint8Array.from(atob(letters), (char) => char.charCodeAt(0));
    const text = await through(new DecompressionStream('deflate-raw'), bytes, MAX_INPUT_BYTES);
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw broken('cut');
  }
}

/** Bytes through a stream; stops as soon as more come out than may. */
async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array,
  most: number,
): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  // What goes wrong here is heard of at the reading end.
  writer.write(bytes as BufferSource).catch(() => {});
  writer.close().catch(() => {});
  const reader: ReadableStreamDefaultReader<Uint8Array> = stream.readable.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw broken('large');
    }
    parts.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** What a link is called where files have a name. */
export const LINK = '链接 link';

const REASONS = {
  version: {
    message: { zh: '链接来自更新的版本', en: 'The link is of a newer version' },
    remedy: { zh: '更新本软件，或请对方发文件', en: 'Update this product, or ask for the file' },
  },
  cut: {
    message: { zh: '链接不完整或已损坏', en: 'The link is cut off or damaged' },
    remedy: {
      zh: '请对方重新复制整条链接，或发文件',
      en: 'Ask for the whole link again, or for the file',
    },
  },
  large: {
    message: { zh: '链接里的内容过大', en: 'The link unpacks to too much' },
    remedy: { zh: '请对方发文件', en: 'Ask for the file' },
  },
} as const;

function broken(why: keyof typeof REASONS): InputError {
  const problem: Problem = { path: '', ...REASONS[why] };
  return new InputError(LINK, [problem]);
}
