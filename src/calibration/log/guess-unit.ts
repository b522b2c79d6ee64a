import type { ColumnGuess } from './guess-columns';
import { unitIn } from './headers';
import { type DateOrder, type DurationUnit, moment, readDuration, readMoment } from './moments';
import type { Profile } from './profile';
import type { LogKind, Role } from './roles';

/** The unit of a duration's plain numbers: the header's, what agrees with times, or by size. */
export function unitOf(
  guess: ColumnGuess,
  columns: readonly ColumnGuess[],
  kind: LogKind,
  header: string,
  profile: Profile,
  sample: readonly (readonly string[])[],
  order: DateOrder,
): { unit: DurationUnit; reason: { zh: string; en: string } } {
  const named = unitIn(header);
  if (named)
    return { unit: named, reason: { zh: '表头写明单位', en: 'the header names the unit' } };
  if (Number.isNaN(profile.median))
    return { unit: 's', reason: { zh: '值自带单位', en: 'the values carry their unit' } };
  const column = (role: Role) => columns.find((one) => one.role === role)?.column ?? -1;
  const pairs: readonly (readonly [number, number])[] =
    guess.role === 'service'
      ? [
          [column('start'), column('end')],
          [column('call'), column('end')],
        ]
      : [
          [column('ticket'), column('call')],
          [column('ticket'), column('start')],
        ];
  for (const [first, second] of pairs) {
    if (first < 0 || second < 0) continue;
    const unit = agreeing(sample, guess.column, first, second, order);
    if (unit) return { unit, reason: { zh: '与两列时间之差相符', en: 'agrees with the times' } };
  }
  if (kind !== 'tickets' || profile.median < 30)
    return {
      unit: 'min',
      reason: {
        zh: '表头未写单位，按数值大小推测为分钟',
        en: 'no unit in the header; minutes by size',
      },
    };
  return {
    unit: 's',
    reason: {
      zh: '表头未写单位，按数值大小推测为秒',
      en: 'no unit in the header; seconds by size',
    },
  };
}

/** The unit in which a column agrees with the difference of two columns of times, if one does. */
function agreeing(
  sample: readonly (readonly string[])[],
  column: number,
  first: number,
  second: number,
  order: DateOrder,
): DurationUnit | null {
  const [a, b] = [moment(), moment()];
  const ratios: number[] = [];
  for (const row of sample) {
    const length = readDuration(row[column] ?? '', 's');
    if (
      !(length > 0) ||
      !readMoment(row[first] ?? '', false, order, a) ||
      !readMoment(row[second] ?? '', false, order, b)
    )
      continue;
    const difference = b.s - a.s;
    if (a.s > 0 && difference > 30) ratios.push(difference / length);
  }
  if (ratios.length < 3) return null;
  ratios.sort((x, y) => x - y);
  const ratio = ratios[Math.floor(ratios.length / 2)]!;
  if (ratio > 0.8 && ratio < 1.25) return 's';
  if (ratio > 45 && ratio < 80) return 'min';
  if (ratio > 0.0008 && ratio < 0.00125) return 'ms';
  return null;
}
