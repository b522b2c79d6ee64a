import { headerScore, speaksOfTime, unitIn, wordsOf } from './headers';
import {
  type DateOrder,
  type DurationUnit,
  isBlank,
  moment,
  readDuration,
  readMoment,
} from './moments';
import { dateOrderOf, type Profile, profileOf } from './profile';
import {
  CELL_KIND,
  KIND_NAMES,
  LOG_KINDS,
  type LogKind,
  ROLE_NAMES,
  ROLES,
  type Role,
} from './roles';

type Both = { readonly zh: string; readonly en: string };

/** What a column is taken for, how surely (0 to 1), and why. */
export interface ColumnGuess {
  readonly role: Role;
  readonly column: number;
  readonly confidence: number;
  readonly reason: Both;
}

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

const percent = (share: number) => `${Math.round(share * 100)}%`;
const NEEDED = 0.5;
const PROFILED_ROWS = 1000;

/** How well a column's values fit a role, from 0 to 1; with plain digits only under a header of time. */
function valueScore(profile: Profile, role: Role, words: string): number {
  if (profile.cells === 0) return 0;
  const timely = speaksOfTime(words);
  switch (CELL_KIND[role]) {
    case 'moment': {
      if (profile.short && !profile.days && headerScore(words, role, 'tickets') < 0.9) return 0;
      return Math.max(profile.moments, timely ? profile.digitClocks : 0);
    }
    case 'day':
      return Math.max(profile.days, profile.digitDays);
    case 'duration':
      if (profile.days > 0.1) return 0;
      return profile.moments > 0.9 && !profile.short ? 0 : profile.durations;
    case 'count':
      return profile.days > 0.1 ? 0 : profile.counts;
    case 'range':
      return Math.max(
        profile.ranges,
        profile.counts > 0.99 && profile.median <= 24 ? profile.counts : 0,
      );
    case 'ticket':
      return profile.moments > 0.5 ? 0 : profile.tickets > 0.5 ? profile.tickets : 0.3;
    case 'name':
      return profile.moments > 0.5 && profile.clocks > 0.5 ? 0 : 1;
  }
}

/** Assigns columns to the roles of one kind: the best pair first, each column and role once. */
function assign(
  kind: LogKind,
  headers: readonly string[],
  profiles: readonly Profile[],
): ColumnGuess[] {
  const pairs: (ColumnGuess & { readonly rank: number })[] = [];
  headers.forEach((header, column) => {
    const words = wordsOf(header);
    const profile = profiles[column]!;
    for (const role of ROLES[kind]) {
      const named = headerScore(words, role, kind);
      if (named === 0) continue;
      const fits = valueScore(profile, role, words);
      if (fits < NEEDED && !(profile.cells === 0 && named >= 0.9)) continue;
      const rank = (named * 0.75 + fits * 0.25) * (fits < 0.8 ? 0.8 : 1);
      pairs.push({
        rank,
        role,
        column,
        confidence: Math.round(Math.min(1, rank) * 100) / 100,
        reason: {
          zh: `表头“${header}”，${percent(fits)} 的样本值相符`,
          en: `header "${header}", ${percent(fits)} of the sample fits`,
        },
      });
    }
  });
  pairs.sort((a, b) => b.rank - a.rank || a.column - b.column);
  const taken = new Set<number>();
  const roles = new Map<Role, ColumnGuess>();
  for (const { rank: _, ...pair } of pairs) {
    if (taken.has(pair.column) || roles.has(pair.role)) continue;
    roles.set(pair.role, pair);
    taken.add(pair.column);
  }
  return [...roles.values()];
}

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
function fromValues(
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

/** Which kind of log it is, by what its columns hold. */
function kindOf(
  columns: Readonly<Record<LogKind, readonly ColumnGuess[]>>,
  profiles: readonly Profile[],
): { kind: LogKind; reason: Both } {
  const sure = (kind: LogKind, role: Role, least: number) =>
    columns[kind].find((one) => one.role === role && one.confidence >= least);
  const list = (kind: LogKind) => ({
    zh: columns[kind].map((one) => ROLE_NAMES[one.role].zh).join('、'),
    en: columns[kind].map((one) => ROLE_NAMES[one.role].en).join(', '),
  });
  const because = (kind: LogKind, zh: string, en: string) => ({
    kind,
    reason: { zh: `${KIND_NAMES[kind].zh}：${zh}`, en: `${KIND_NAMES[kind].en}: ${en}` },
  });
  const theCase = sure('cases', 'case', 0.8);
  if (
    theCase &&
    sure('cases', 'at', 0.6) &&
    sure('cases', 'activity', 0.6) &&
    profiles[theCase.column]!.distinct < profiles[theCase.column]!.cells
  )
    return because('cases', '同一办件编号有多个环节', 'a case has several rows, one a step');
  const ticketTimes = (['ticket', 'call', 'start', 'end'] as const).filter((role) =>
    sure('tickets', role, 0.85),
  );
  if (
    sure('snapshots', 'waiting', 0.7) &&
    sure('snapshots', 'at', 0.6) &&
    (sure('snapshots', 'open', 0.6) || sure('snapshots', 'current', 0.6)) &&
    ticketTimes.length < 2
  )
    return because('snapshots', '每行是某一刻的等候人数', 'a row tells how many wait at a moment');
  if (
    (sure('intervals', 'interval', 0.6) || sure('intervals', 'from', 0.6)) &&
    (sure('intervals', 'people', 0.7) || sure('intervals', 'waitMean', 0.8)) &&
    ticketTimes.length < 2
  )
    return because('intervals', '每行是一个时段的合计', 'a row sums up a stretch of time');
  const { zh, en } = list('tickets');
  return because(
    'tickets',
    `每行是一张号（认出 ${zh || '无'}）`,
    `a row is a ticket (found: ${en || 'nothing'})`,
  );
}

/** The unit of a duration's plain numbers: the header's, what agrees with times, or by size. */
function unitOf(
  guess: ColumnGuess,
  columns: readonly ColumnGuess[],
  kind: LogKind,
  header: string,
  profile: Profile,
  sample: readonly (readonly string[])[],
  order: DateOrder,
): { unit: DurationUnit; reason: Both } {
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
    LOG_KINDS.map((one) => [one, assign(one, headers, profiles)]),
  ) as unknown as Record<LogKind, ColumnGuess[]>;
  const decided =
    kind === null
      ? kindOf(columns, profiles)
      : { kind, reason: { zh: '由使用者指定', en: 'as the user says' } };
  let chosen = columns[decided.kind];
  if (decided.kind === 'tickets') chosen = fromValues(chosen, profiles, headers);
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

/** Share of a column's cells in a sample that are exactly midnight without a date: "nothing here". */
export function midnightsMeanNothing(
  sample: readonly (readonly string[])[],
  column: number,
): boolean {
  const at = moment();
  let [midnights, clocks, filled] = [0, 0, 0];
  for (const row of sample) {
    const text = row[column] ?? '';
    if (isBlank(text) || !readMoment(text, false, 'dmy', at) || Number.isNaN(at.s)) continue;
    filled++;
    if (at.s === 0) midnights++;
    else if (at.s >= 1800 && at.s < 84_600) clocks++;
  }
  return midnights > 0 && midnights >= filled * 0.01 && clocks >= (filled - midnights) * 0.9;
}
