import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Scenario } from './scenario';

/**
 * A digest of who comes, how long it takes and who is there, whatever the hall's plan and the day: two scenarios with the
 * same one would have waited alike.
 */
export function hallDigest({
  classes,
  windows,
  queueing,
  calls,
  demand,
  horizon,
}: Scenario): string {
  const told = {
    classes,
    windows: windows.map(({ serves, shifts, efficiency }) => ({ serves, shifts, efficiency })),
    queueing,
    calls,
    demand,
    sessions: horizon.kind === 'continuous' ? null : horizon.sessions,
  };
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(told, sorted)))).slice(0, 16);
}

/** Fields in the order of the alphabet, so that a file written by hand has the same digest. */
function sorted(_: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
}
