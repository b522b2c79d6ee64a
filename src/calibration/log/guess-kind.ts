import type { ColumnGuess } from './guess-columns';
import type { Profile } from './profile';
import { KIND_NAMES, type LogKind, ROLE_NAMES, type Role } from './roles';

/** Which kind of log it is, by what its columns hold. */
export function kindOf(
  columns: Readonly<Record<LogKind, readonly ColumnGuess[]>>,
  profiles: readonly Profile[],
): { kind: LogKind; reason: { zh: string; en: string } } {
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
