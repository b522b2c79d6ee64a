import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { clockToS } from '../../scenarios/clock';
import { minutesOf } from '../../scenarios/ticket-event';
import { plainNumber, wholeNumber } from '../options';
import { REFUSALS, refusal } from '../refusals';
import { isLoopback } from './guard';

export interface LiveFlags {
  readonly scenario?: string;
  readonly floorplan?: string;
  readonly demo?: string;
  readonly speed?: string;
  readonly start?: string;
  readonly seed: string;
  readonly port: string;
  readonly host: string;
  readonly token?: string;
  readonly map: readonly string[];
  readonly fromStart?: boolean;
  readonly replay?: string;
  readonly lateness?: string;
  readonly utcOffset: string;
  readonly once?: boolean;
  readonly json?: boolean;
}

/** Characters that a token has at least. */
export const SHORTEST_TOKEN = 16;
/** Where a token can be given without standing in the list of processes. */
export const TOKEN_VARIABLE = 'HALL_LIVE_TOKEN';

const MAX_SPEED = 3600;

/** Where to listen and who may ask. Throws InputError for an open address without a token. */
export function addressOf(
  flags: LiveFlags,
  env: Readonly<Record<string, string | undefined>>,
): { readonly host: string; readonly port: number; readonly token: string | null } {
  const port = wholeNumber('--port', flags.port, 0, 65_535);
  const token = flags.token ?? env[TOKEN_VARIABLE] ?? null;
  if (token !== null && (token.length < SHORTEST_TOKEN || !/^[\x21-\x7e]+$/.test(token)))
    throw refusal('hall', '--token', REFUSALS.shortToken(SHORTEST_TOKEN));
  if (token === null && !isLoopback(flags.host))
    throw refusal('hall', '--host', REFUSALS.openWithoutToken(flags.host, TOKEN_VARIABLE));
  return { host: flags.host, port, token };
}

/** A pace such as 60 or 60x. Throws InputError. */
export function paceOf(flag: string, given: string): number {
  const pace = plainNumber(flag, given.replace(/[x×倍]$/i, ''), 0, MAX_SPEED);
  if (pace === 0) throw refusal('hall', flag, REFUSALS.notNumber(given, 1, MAX_SPEED));
  return pace;
}

/** Seconds since midnight of a time of day. Throws InputError. */
export function timeOfDay(flag: string, given: string): number {
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(given))
    throw refusal('hall', flag, REFUSALS.notClock(given));
  return clockToS(given);
}

/** Minutes that the hall's clock is ahead of UTC. Throws InputError. */
export function offsetOf(given: string): number {
  const minutes = minutesOf(given);
  if (minutes === null) throw refusal('hall', '--utc-offset', REFUSALS.notOffset(given));
  return minutes;
}

/** Columns that the user gives a role: `role=column` each. Throws InputError. */
export function columnsOf(given: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.map((one) => {
      const at = one.indexOf('=');
      if (at <= 0) throw refusal('hall', '--map', REFUSALS.notMapping(one));
      return [one.slice(0, at).trim(), one.slice(at + 1).trim()];
    }),
  );
}

/** Whether a log has an event a line (else a table), by its name, or by how it begins. */
export function isEventLog(file: string): boolean {
  const ending = path.extname(file).toLowerCase();
  if (['.ndjson', '.jsonl', '.json'].includes(ending)) return true;
  if (['.csv', '.tsv'].includes(ending)) return false;
  return !existsSync(file) || firstCharacter(file) !== 'other';
}

function firstCharacter(file: string): 'brace' | 'other' | 'none' {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(64);
    const read = readSync(descriptor, bytes);
    const text = bytes.subarray(0, read).toString('utf8').replace('\uFEFF', '').trimStart();
    return text === '' ? 'none' : text.startsWith('{') ? 'brace' : 'other';
  } catch {
    return 'none';
  } finally {
    closeSync(descriptor);
  }
}
