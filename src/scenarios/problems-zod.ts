import type { z } from 'zod';
import type { Problem } from './problem';
import { nearest } from './problems-nearest';
import { MESSAGES, problemAt } from './problems-text';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Unknown fields of one object that are listed one by one. */
const MAX_UNKNOWN = 50;

/** Zod names the keys it knows only to its error map, so the message carries them from there. */
export const carryKnownKeys: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'unrecognized_keys') return undefined;
  const inst = issue.inst as { _zod: { def: { shape?: object } } } | undefined;
  return JSON.stringify(Object.keys(inst?._zod.def.shape ?? {}));
};

/** Patterns of the schemas in words. */
const PATTERNS: readonly (readonly [sample: string, zh: string, en: string])[] = [
  [
    'A-Za-z0-9_-',
    '以字母开头，只用字母、数字、- 和 _，至多 40 个字符',
    'Letters, digits, - and _, beginning with a letter, at most 40',
  ],
  [
    'd{1,3}',
    '写作 "HH:MM"、"HH:MM:SS" 或 "HH:MM:SS.sss"',
    'Write "HH:MM", "HH:MM:SS" or "HH:MM:SS.sss"',
  ],
  [
    'T ](',
    '写作 "2026-12-01T09:05:12+08:00"，或不带时区的本地时间',
    'Write "2026-12-01T09:05:12+08:00", or the local time without an offset',
  ],
  ['24:00', '写作 "HH:MM" 或 "HH:MM:SS"', 'Write "HH:MM" or "HH:MM:SS"'],
];

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** What kinds of value an issue at the root of a union's branch asks for; null: the root fits. */
function rootMismatch(issues: readonly Issue[]): string[] | null {
  for (const issue of issues) {
    if (issue.path.length > 0) continue;
    if (issue.code === 'invalid_type' && issue.expected !== 'int') return [issue.expected];
    if (issue.code === 'invalid_value') return issue.values.map(String);
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const inner = issue.errors.map(rootMismatch);
      if (inner.every((expected) => expected !== null)) return inner.flat();
    }
  }
  return null;
}

/** Problems of one issue; `at` is the path of what the issue's own path starts from. */
function problemsOf(issue: Issue, at: Path, root: unknown): Problem[] {
  const path = [...at, ...issue.path];
  const value = valueAt(root, path);
  const field = String(path.at(-1) ?? '');
  const one = (words: Omit<Problem, 'path'>) => [problemAt(path, words)];
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return one(MESSAGES.missing(field));
      if (typeof value === 'number' && !Number.isFinite(value)) return one(MESSAGES.notFinite());
      return one(
        issue.expected === 'int' && typeof value === 'number'
          ? MESSAGES.notWhole(value)
          : MESSAGES.wrongType([issue.expected], kindOf(value)),
      );
    case 'invalid_value': {
      const choices = issue.values;
      if (field === 'format' && value !== undefined)
        return one(MESSAGES.wrongFormat(String(choices[0]), value));
      if (field === 'version' && value !== undefined) {
        const known = Number(issue.values[0]);
        return one(
          typeof value === 'number' && Number.isInteger(value) && value > known
            ? MESSAGES.newerVersion(value, known)
            : MESSAGES.wrongVersion(value, known),
        );
      }
      return one(choice(value, field, choices));
    }
    case 'unrecognized_keys': {
      const known = JSON.parse(issue.message) as string[];
      const problems = issue.keys
        .slice(0, MAX_UNKNOWN)
        .map((key) =>
          problemAt([...path, key], MESSAGES.unknownField(key, nearest(key, known), known)),
        );
      const more = issue.keys.length - MAX_UNKNOWN;
      return more > 0 ? [...problems, problemAt(path, MESSAGES.andMore(more))] : problems;
    }
    case 'too_small':
      return one(
        typeof value === 'number'
          ? MESSAGES.tooSmall(value, Number(issue.minimum), issue.inclusive ?? true)
          : MESSAGES.tooShort(Number(issue.minimum), typeof value === 'string'),
      );
    case 'too_big':
      return one(
        typeof value === 'number'
          ? MESSAGES.tooBig(value, Number(issue.maximum), issue.inclusive ?? true)
          : MESSAGES.tooLong(Number(issue.maximum), typeof value === 'string'),
      );
    case 'invalid_format': {
      if (issue.format === 'date')
        return one(
          MESSAGES.badPattern(
            value,
            '写作 "YYYY-MM-DD"，且为存在的日期',
            'Write "YYYY-MM-DD", a date that exists',
          ),
        );
      const pattern = PATTERNS.find(([sample]) => issue.pattern?.includes(sample));
      return one(pattern ? MESSAGES.badPattern(value, pattern[1], pattern[2]) : MESSAGES.invalid());
    }
    case 'invalid_union':
      return unionProblems(issue, path, root);
    case 'custom': {
      const sum = issue.params?.problem === 'sumToOne' ? issue.params.sum : undefined;
      return one(typeof sum === 'number' ? MESSAGES.sumToOne(sum) : MESSAGES.invalid());
    }
    default:
      return one(MESSAGES.invalid());
  }
}

function choice(value: unknown, field: string, choices: readonly unknown[]): Omit<Problem, 'path'> {
  if (value === undefined) return MESSAGES.missingChoice(field, choices);
  return MESSAGES.badChoice(
    value,
    choices,
    typeof value === 'string' ? nearest(value, choices.map(String)) : null,
  );
}

/** Problems of the branch that the author meant: the one whose kind of value fits what was given. */
function unionProblems(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  root: unknown,
): Problem[] {
  const value = valueAt(root, path);
  const field = String(path.at(-1) ?? '');
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : null;
  if (options) return [problemAt(path, choice(value, field, options))];
  const branches = issue.errors.map((issues) => ({ issues, mismatch: rootMismatch(issues) }));
  const fitting = branches
    .filter((branch) => branch.mismatch === null)
    .sort((a, b) => a.issues.length - b.issues.length)[0];
  if (fitting) return fitting.issues.flatMap((inner) => problemsOf(inner, path, root));
  if (value === undefined) return [problemAt(path, MESSAGES.missing(field))];
  if (typeof value === 'number' && !Number.isFinite(value))
    return [problemAt(path, MESSAGES.notFinite())];
  const expected = [...new Set(branches.flatMap((branch) => branch.mismatch ?? []))];
  return [problemAt(path, MESSAGES.wrongType(expected, kindOf(value)))];
}

/**
 * Zod's issues as problems. A document (also one inside another) whose format or version is
 * wrong has that one problem only: everything else would be its consequence.
 *
 * @param issues of a parse with {@link carryKnownKeys} as error map
 * @param root the value that was parsed
 */
export function problemsOfIssues(issues: readonly Issue[], root: unknown): Problem[] {
  const problems = issues.flatMap((issue) => problemsOf(issue, [], root));
  const marks = problems
    .filter((p) => /(^|\.)(format|version)$/.test(p.path))
    .map((p) => ({ path: p.path, prefix: p.path.replace(/\.?(format|version)$/, '') }));
  const kept = problems.filter((p) =>
    marks.every(
      ({ path, prefix }) => p.path === path || !(prefix === '' || p.path.startsWith(`${prefix}.`)),
    ),
  );
  // With both marks wrong, each would strike the other out.
  return kept.length > 0 || problems.length === 0
    ? kept
    : problems.filter((p) => marks.some(({ path }) => path === p.path));
}
