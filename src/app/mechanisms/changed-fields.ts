import { differencesOf } from '../../scenarios/difference';
import type { Mechanism } from '../../scenarios/mechanisms';

/** A field that a mechanism changes; alike ones of several classes or windows count as one. */
export interface ChangedField {
  /** With `*` for the ids of those that are alike. */
  readonly path: string;
  readonly count: number;
  /** Compact JSON without sources; null: is not there. */
  readonly before: string | null;
  readonly after: string | null;
}

const NAMES: ReadonlySet<string> = new Set(['id', 'name.zh', 'name.en', 'description']);

/** What a mechanism changes in its scenario. */
export function changedFields({ base, variant }: Mechanism): readonly ChangedField[] {
  const fields = new Map<string, ChangedField>();
  for (const { path, before, after } of differencesOf(base(), variant())) {
    if (NAMES.has(path)) continue;
    const alike = path.replace(/^(classes|windows|backOffices)\.[^.]+/, '$1.*');
    const identity = `${alike} ${textOf(before)} ${textOf(after)}`;
    const known = fields.get(identity);
    fields.set(identity, {
      path: known ? alike : path,
      count: (known?.count ?? 0) + 1,
      before: textOf(before),
      after: textOf(after),
    });
  }
  return [...fields.values()];
}

function textOf(value: unknown): string | null {
  if (value === undefined) return null;
  return JSON.stringify(value, (_, part: unknown) => plainOf(part));
}

/** A number with its source is shown as the number, shares without endless digits. */
function plainOf(part: unknown): unknown {
  if (typeof part === 'number') return Number(part.toPrecision(5));
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  if ('value' in part && 'provenance' in part) return plainOf(part.value);
  return Object.fromEntries(Object.entries(part).filter(([key]) => key !== 'provenance'));
}
