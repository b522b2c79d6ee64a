import type { ColumnGuess } from './guess-columns';
import { wordsOf } from './headers';
import type { Profile } from './profile';
import type { Role } from './roles';

const byValues = (
  role: Role,
  column: number,
  confidence: number,
  zh: string,
  en: string,
): ColumnGuess => ({
  role,
  column,
  confidence,
  reason: { zh, en },
});

/** What headers did not tell of a log of tickets, from the values: times in their order, names by how many. */
export function columnsByValues(
  guessed: ColumnGuess[],
  profiles: readonly Profile[],
  headers: readonly string[],
): ColumnGuess[] {
  const taken = new Set(guessed.map((one) => one.column));
  const has = (role: Role) => guessed.some((one) => one.role === role);
  const more = [...guessed];
  const take = (guess: ColumnGuess) => {
    more.push(guess);
    taken.add(guess.column);
  };
  const free = () =>
    profiles.filter((p) => !taken.has(p.column) && p.cells > 0 && headerFree(headers[p.column]!));
  const times = free()
    .filter((p) => p.clocks > 0.5 && !p.short)
    .sort((a, b) => a.meanS - b.meanS);
  const known = (['ticket', 'call', 'start', 'end'] as const).filter(has);
  const zh = '无法从表头判断，按时间先后推测';
  const en = 'the header does not tell; by the order of times';
  if (known.length === 0) {
    const roles: readonly Role[] =
      times.length >= 4
        ? ['ticket', 'call', 'start', 'end']
        : times.length === 3
          ? ['ticket', 'call', 'end']
          : ['ticket', 'call'];
    times.slice(0, roles.length).forEach((p, i) => {
      take(byValues(roles[i]!, p.column, 0.4, zh, en));
    });
  } else if (!has('ticket')) {
    const earliest = Math.min(
      ...more
        .filter((one) => (known as readonly Role[]).includes(one.role))
        .map((one) => profiles[one.column]!.meanS),
    );
    const before = times.filter((p) => p.meanS < earliest).at(-1);
    if (before) take(byValues('ticket', before.column, 0.4, zh, en));
  }
  if (!has('date') && !times.some((p) => p.days > 0.5)) {
    const day = free().find(
      (p) => (p.days > 0.9 || (p.digitDays > 0.95 && p.distinct < p.cells / 2)) && p.clocks < 0.1,
    );
    if (day) take(byValues('date', day.column, 0.5, '值是日期', 'its values are dates'));
  }
  if (!has('number')) {
    const number = free().find(
      (p) => p.tickets > 0.9 && p.distinct > p.cells * 0.3 && p.cells > 5 && p.durations < 0.9,
    );
    if (number)
      take(
        byValues('number', number.column, 0.4, '值像号码', 'its values look like ticket numbers'),
      );
  }
  if (!has('window')) {
    const window = free().find(
      (p) =>
        p.counts > 0.9 &&
        p.median < 100 &&
        p.distinct > 1 &&
        p.distinct <= 40 &&
        p.cells > p.distinct * 5,
    );
    if (window)
      take(
        byValues(
          'window',
          window.column,
          0.3,
          '值是不多的几个小数字',
          'a few small numbers that recur',
        ),
      );
  }
  if (!has('item')) {
    const item = free().find(
      (p) =>
        p.counts < 0.1 &&
        p.moments < 0.1 &&
        p.distinct > 1 &&
        p.distinct <= 200 &&
        p.cells > p.distinct * 5,
    );
    if (item)
      take(byValues('item', item.column, 0.3, '值是反复出现的几种文字', 'a few texts that recur'));
  }
  return more;
}

/** Whether a header may be guessed over by values: not if it says that it is something else. */
function headerFree(header: string): boolean {
  return !/planned|deadline|customer|phone|name|vru|ivr|计划|姓名|电话|身份证|手机|备注|预约/.test(
    wordsOf(header),
  );
}
