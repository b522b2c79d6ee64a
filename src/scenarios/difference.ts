/** A place at which two scenarios differ. */
export interface Difference {
  /** Such as `guideDesk.paperCheck`; of a list with ids, the id in place of a number. */
  readonly path: string;
  /** undefined: is not there. */
  readonly before: unknown;
  readonly after: unknown;
}

/** Names under which the kind of a part stands: another kind has other parts. */
const TELLTALES = ['kind', 'dist'];

/**
 * Where two plain values differ, in the order of the second, the smallest parts that tell it.
 * Lists are compared element by element if both name their elements by `id` and the ids are the
 * same, otherwise as one. Where numbers come from (`provenance`) is no difference.
 */
export function differencesOf(before: unknown, after: unknown, path = ''): readonly Difference[] {
  if (JSON.stringify(before, bare) === JSON.stringify(after, bare)) return [];
  const old = partsOf(before);
  const now = partsOf(after);
  // A value with its source is one thing, and so is what differs in kind.
  if (!old || !now || 'value' in now || TELLTALES.some((key) => old[key] !== now[key]))
    return [{ path, before, after }];
  const keys = [...Object.keys(now), ...Object.keys(old).filter((key) => !(key in now))];
  return keys
    .filter((key) => key !== 'provenance')
    .flatMap((key) => differencesOf(old[key], now[key], path ? `${path}.${key}` : key));
}

/** Leaves out where numbers come from. */
function bare(key: string, value: unknown): unknown {
  if (key === 'provenance') return undefined;
  const sourced = typeof value === 'object' && value !== null && 'value' in value;
  return sourced && 'provenance' in value ? value.value : value;
}

/** Parts by name: of an object, or of a list whose elements have ids. */
function partsOf(value: unknown): Record<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return value as Record<string, unknown>;
  const parts = value.map((part: unknown) => [idOf(part), part] as const);
  if (parts.length === 0 || parts.some(([id]) => id === null)) return null;
  return Object.fromEntries(parts) as Record<string, unknown>;
}

function idOf(part: unknown): string | null {
  if (typeof part !== 'object' || part === null || !('id' in part)) return null;
  return typeof part.id === 'string' ? part.id : null;
}
