import { type TicketLog, TicketOutcome } from '../log/types';
import { QUARTER_S } from './presence';
import { clockAt } from './staffing';
import type { TicketPace } from './ticket-pace';
import { waitEnds } from './ticket-times';
import type { CreditFit, Estimate, PatienceFit, Unknown } from './types';

/** How it is known who was at the windows, and what the windows' speed was multiplied by. */
export function staffingRemark(
  nameless: boolean,
  byWindow: boolean,
  dayCv: number,
  matched: TicketPace | null,
) {
  const { ofDays, foreseen, parts } = matched ?? { ofDays: 1, foreseen: 1, parts: [] };
  const byPart = (between: string) =>
    parts
      .map(
        (p) =>
          `${clockAt(p.fromS / QUARTER_S)}–${clockAt(p.toS / QUARTER_S)} × ${p.factor.toFixed(2)}`,
      )
      .join(between);
  const partsZh = parts.length > 0 ? `各时段的窗口数按实际等候修正：${byPart('，')}。` : '';
  const partsEn =
    parts.length > 0
      ? ` The number of windows by part of the day is set by the waits seen: ${byPart(', ')}.`
      : '';
  const scatter = (100 * dayCv).toFixed(0);
  const zh = nameless
    ? '记录没有窗口一栏：开放窗口数由同时办理的人数推断，没有人等候时只是下限。'
    : '窗口是否有人由办理记录推断：空闲而有人在等即视为不在岗，空闲而无人等候视为在岗。';
  const en = nameless
    ? 'The log has no windows: their number is inferred from how many were served at once, and is a lower limit while nobody waits.'
    : 'Who was there is inferred from who served: idle while somebody waited is taken as away, idle while nobody waited as there.';
  const nameZh = byWindow ? '' : '每天在岗的人不同，方案只保留各时段的窗口数。';
  const nameEn = byWindow
    ? ''
    : ' Different clerks come on different days, so the scenario keeps their number only.';
  return {
    zh: `${zh}${nameZh}每日窗口小时数的波动约 ${scatter} %。为使记录中的各天重新模拟后等候一致，窗口速度乘以 ${ofDays.toFixed(2)}；方案只有通常的一天，人手和来人的波动使等候更长，再乘以 ${foreseen.toFixed(2)}。${partsZh}`,
    en: `${en}${nameEn} Window hours scatter by some ${scatter} % from day to day. So that the log's days, simulated again, wait as they did, windows work ${ofDays.toFixed(2)} times as fast; and as the scenario has usual days only, without all the scatter of staff and visitors, ${foreseen.toFixed(2)} times that.${partsEn}`,
  };
}

/** What this log does not tell. */
export function noteTicketUnknowns(
  unknowns: Unknown[],
  log: TicketLog,
  facts: {
    nameless: boolean;
    served: number;
    patience: readonly PatienceFit[];
    noShow: Estimate | null;
    days: number;
    turnS: Estimate | null;
    credit: readonly CreditFit[];
  },
): void {
  const add = (about: string, zh: string, en: string) => unknowns.push({ about, text: { zh, en } });
  if (
    facts.patience.every(({ left }) => left === 0) &&
    !log.outcome.includes(TicketOutcome.Abandoned)
  )
    add(
      'patience',
      '记录中没有人中途离开：耐心无从得知，方案按无限耐心计算。',
      'Nobody is seen leaving: patience cannot be known, and the scenario lets people wait for ever.',
    );
  if (!facts.noShow || facts.noShow.value === 0)
    add(
      'noShow',
      '记录中没有过号：或者没有发生，或者没有记录。',
      'No unanswered calls are in the log: either there were none or they were not recorded.',
    );
  let untimed = 0;
  for (let i = 0; i < log.rows; i++)
    if (log.outcome[i] === TicketOutcome.Abandoned && Number.isNaN(log.endS[i]!)) untimed++;
  if (untimed > 0)
    add(
      'patience',
      `${untimed} 人离开而没有记录何时离开：按在取号与本应被叫到之间离开估计耐心，所以不太确定。`,
      `${untimed} left at a time that is not recorded: patience is estimated from their having left between their ticket and the call they would have had, and is less sure for it.`,
    );
  let known = 0;
  for (let i = 0; i < log.rows; i++)
    if (Number.isFinite(waitEnds(log, i) - log.ticketS[i]!)) known++;
  if (known < log.rows / 2)
    add(
      'waits',
      '多数记录没有取号或叫号时间：等候时间无从得知，也无法核对。',
      'Most rows lack ticket or call: waits are not known and nothing can be checked against them.',
    );
  add(
    'staffing',
    '谁在岗没有记录，只能由办理情况推断；空闲的人与不在的人分不清。',
    'Who was on duty is not recorded, only who served; an idle clerk and an absent one look alike.',
  );
  if (facts.days < 10)
    add(
      'weekdays',
      `只有 ${facts.days} 天：各星期几之间的差别和日间波动只有粗略的依据。`,
      `Only ${facts.days} days: differences between days of the week and the scatter of days are known roughly.`,
    );
  add(
    'seasons',
    '季节、节日和长期变化不在这段记录之内。',
    'Seasons, festivals and trends are beyond this log.',
  );
  add(
    'walking',
    '大厅里的步行、咨询台和取号机不在记录中，其时间包含在叫号之后。',
    'Walking, guide desk and ticket machine are not in the log; what they take after the call is in the windows’ pace.',
  );
}
