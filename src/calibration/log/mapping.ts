import { InputError, type Problem } from '../../scenarios/problem';
import { unitIn } from './headers';
import { LOG_MESSAGES } from './messages';
import type { DateOrder, DurationUnit } from './moments';
import { OUTCOME_WORDS, type OutcomeWord } from './outcomes';
import { columnNamed, type Peek } from './peek';
import { midnightsMeanNothing } from './profile';
import { CELL_KIND, isRole, KIND_NAMES, type LogKind, ROLE_NAMES, ROLES, type Role } from './roles';

/** What the columns of a log are taken for: all that reading needs to know beside the file. */
export interface Mapping {
  readonly kind: LogKind;
  /** Column by role, from 0. */
  readonly columns: Readonly<Partial<Record<Role, number>>>;
  readonly units: Readonly<Partial<Record<Role, DurationUnit>>>;
  readonly dateOrder: DateOrder;
  /** Roles whose 0:00:00 means "no time". */
  readonly zeroIsNothing: readonly Role[];
  /** Meanings that the user gives to outcome words; others are known or told. */
  readonly outcomes: Readonly<Record<string, OutcomeWord>>;
}

/** What the user says of a mapping, as typed: a column by name or number, '' for none. */
export interface MappingWishes {
  readonly columns?: Readonly<Record<string, string>>;
  readonly units?: Readonly<Partial<Record<Role, DurationUnit>>>;
  readonly dateOrder?: DateOrder;
  readonly outcomes?: Readonly<Record<string, string>>;
}

/** Without which roles (any one of a row) a kind of log can't be read. */
const NEEDED: Readonly<Record<LogKind, readonly (readonly Role[])[]>> = {
  tickets: [['ticket', 'call', 'start', 'end']],
  snapshots: [['at'], ['waiting']],
  intervals: [
    ['interval', 'from'],
    ['people', 'waitMean'],
  ],
  cases: [['case'], ['at']],
};

/**
 * The mapping that is guessed, with what the user says laid over it: a column that the user gives a
 * role loses the one that was guessed.
 *
 * @throws InputError with every problem: unknown roles or columns, a column used twice, one that is missing
 */
export function mappingOf(peek: Peek, wishes: MappingWishes = {}): Mapping {
  const { guess, headers } = peek;
  const { kind } = guess;
  const problems: Problem[] = [];
  const said = new Map<Role, number>();
  for (const [role, name] of Object.entries(wishes.columns ?? {})) {
    const path = `map.${role}`;
    if (!isRole(kind, role)) {
      problems.push({ path, ...LOG_MESSAGES.unknownRole(role, ROLES[kind]) });
      continue;
    }
    const column = name === '' ? -1 : columnNamed(headers, name);
    if (column < 0 && name !== '')
      problems.push({ path, ...LOG_MESSAGES.unknownColumn(name, headers) });
    else said.set(role, column);
  }
  for (const column of new Set(said.values())) {
    const roles = [...said].filter(([, one]) => one === column).map(([role]) => role);
    if (column >= 0 && roles.length > 1)
      problems.push({
        path: `map.${roles[1]}`,
        ...LOG_MESSAGES.twice(
          headers[column]!,
          roles.map((r) => ROLE_NAMES[r].zh),
          roles.map((r) => ROLE_NAMES[r].en),
        ),
      });
  }
  const outcomes: Record<string, OutcomeWord> = {};
  for (const [word, meaning] of Object.entries(wishes.outcomes ?? {})) {
    const known = OUTCOME_WORDS.find((one) => one.toLowerCase() === meaning.toLowerCase());
    if (known) outcomes[word] = known;
    else
      problems.push({
        path: 'outcome',
        ...LOG_MESSAGES.badOutcome(`${word}=${meaning}`, OUTCOME_WORDS),
      });
  }
  const taken = new Set(said.values());
  const columns: Partial<Record<Role, number>> = {};
  for (const one of guess.columns)
    if (!said.has(one.role) && !taken.has(one.column)) columns[one.role] = one.column;
  for (const [role, column] of said) if (column >= 0) columns[role] = column;
  for (const needed of NEEDED[kind])
    if (problems.length === 0 && !needed.some((role) => columns[role] !== undefined))
      problems.push({
        path: `map.${needed[0]}`,
        ...LOG_MESSAGES.missing(
          KIND_NAMES[kind].zh,
          KIND_NAMES[kind].en,
          needed.map((role) => ROLE_NAMES[role].zh).join('或'),
          needed.map((role) => ROLE_NAMES[role].en).join(' or '),
          needed[0]!,
          headers,
        ),
      });
  if (problems.length > 0) throw new InputError(peek.name, problems);
  const roles = Object.keys(columns) as Role[];
  const units: Partial<Record<Role, DurationUnit>> = {};
  for (const role of roles)
    if (CELL_KIND[role] === 'duration')
      units[role] =
        wishes.units?.[role] ??
        (said.has(role) ? unitIn(headers[columns[role]!]!) : undefined) ??
        guess.units[role]?.unit ??
        (kind === 'tickets' ? 's' : 'min');
  return {
    kind,
    columns,
    units,
    dateOrder: wishes.dateOrder ?? guess.dateOrder,
    zeroIsNothing: roles.filter(
      (role) => CELL_KIND[role] === 'moment' && midnightsMeanNothing(peek.sample, columns[role]!),
    ),
    outcomes,
  };
}
