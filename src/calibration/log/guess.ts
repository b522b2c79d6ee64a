import { type ColumnGuess, columnsByHeader } from './guess-columns';
import { kindOf } from './guess-kind';
import { unitOf } from './guess-unit';
import { columnsByValues } from './guess-values';
import type { DateOrder, DurationUnit } from './moments';
import { dateOrderOf, type Profile, profileOf } from './profile';
import { CELL_KIND, LOG_KINDS, type LogKind, ROLES, type Role } from './roles';

type Both = { readonly zh: string; readonly en: string };

/** What is guessed of a log from its headers and a sample of its values. */
export interface Guess {
  readonly kind: LogKind;
  readonly kindReason: Both;
  readonly columns: readonly ColumnGuess[];
  readonly units: Readonly<Partial<Record<Role, { unit: DurationUnit; reason: Both }>>>;
  readonly dateOrder: DateOrder;
  /** Dates like 5/3/2026 are there, and nothing settles which is the month. */
  readonly dateOrderUnsure: boolean;
}

const PROFILED_ROWS = 1000;

/**
 * Guesses what a log is and what its columns are.
 *
 * @param sample rows below the header; blank-free text
 * @param kind the kind, if the user has said it
 */
export function guessLog(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
  kind: LogKind | null = null,
): Guess {
  const { order, found, sure } = dateOrderOf(sample);
  const some = sample.slice(0, PROFILED_ROWS);
  const profiles = headers.map((_, column) => profileOf(column, some, order));
  const columns = Object.fromEntries(
    LOG_KINDS.map((one) => [one, columnsByHeader(one, headers, profiles)]),
  ) as unknown as Record<LogKind, ColumnGuess[]>;
  const decided =
    kind === null
      ? kindOf(columns, profiles)
      : { kind, reason: { zh: '由使用者指定', en: 'as the user says' } };
  let chosen = columns[decided.kind];
  if (decided.kind === 'tickets') chosen = columnsByValues(chosen, profiles, headers);
  chosen = withoutNeedlessDate(decided.kind, chosen, profiles);
  const units: Partial<Record<Role, { unit: DurationUnit; reason: Both }>> = {};
  for (const one of chosen)
    if (CELL_KIND[one.role] === 'duration')
      units[one.role] = unitOf(
        one,
        chosen,
        decided.kind,
        headers[one.column]!,
        profiles[one.column]!,
        sample,
        order,
      );
  const rank = (role: Role) => (ROLES[decided.kind] as readonly Role[]).indexOf(role);
  return {
    kind: decided.kind,
    kindReason: decided.reason,
    columns: [...chosen].sort((a, b) => rank(a.role) - rank(b.role)),
    units,
    dateOrder: order,
    dateOrderUnsure: found && !sure,
  };
}

/** Times that hold their own dates need no column for it. */
function withoutNeedlessDate(
  kind: LogKind,
  columns: readonly ColumnGuess[],
  profiles: readonly Profile[],
): ColumnGuess[] {
  const roles: readonly Role[] = kind === 'tickets' ? ['ticket', 'call', 'start'] : ['at', 'from'];
  const time = columns.find((one) => roles.includes(one.role));
  if (!time || profiles[time.column]!.days < 0.9) return [...columns];
  return columns.filter((one) => one.role !== 'date');
}
