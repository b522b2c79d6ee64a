import type { Words } from './problem';
import { meant, say } from './problems-text';

/** Messages about a hall's present state: what contradicts itself, its scenario or the hours. */
export const STATE_MESSAGES = {
  noHours: () =>
    say(
      '该方案连续运行，没有一天可言，不能从现状推演',
      'The scenario runs without end and knows no day, so no present state fits it',
      '请改用 horizon 为 "day" 或 "days" 的方案',
      'Use a scenario whose horizon is a "day" or "days"',
    ),
  otherScenario: (theirs: string, ours: string) =>
    say(
      `这是方案 "${theirs}" 的现状，打开的却是 "${ours}"`,
      `This is the state of the scenario "${theirs}", but "${ours}" is open`,
      `请打开 "${theirs}"，或删去 scenario 一项`,
      `Open "${theirs}", or remove the field "scenario"`,
    ),
  closedDay: (date: string, next: string | null) =>
    say(
      `${date} 大厅不开放`,
      `The hall is closed on ${date}`,
      next ? `下一个开放日是 ${next}` : '请检查日历',
      next ? `The next open day is ${next}` : 'Check the calendar',
    ),
  outsideHours: (at: string, from: string, to: string) =>
    say(
      `${at} 不在开放时间内`,
      `${at} is outside the opening hours`,
      `请写 ${from} 至 ${to} 之间的时刻`,
      `Write a time from ${from} to ${to}`,
    ),
  later: (since: string, at: string) =>
    say(
      `${since} 晚于现在（${at}）`,
      `${since} is later than the present, ${at}`,
      '请写更早的时刻，或改正 at',
      'Write an earlier time, or correct "at"',
    ),
  beforeOpening: (since: string, opens: string) =>
    say(
      `${since} 早于今天开门（${opens}）`,
      `${since} is before today's opening, ${opens}`,
      `请写 ${opens} 或之后的时刻`,
      `Write ${opens} or a later time`,
    ),
  notLater: (time: string, at: string) =>
    say(
      `${time} 不晚于现在（${at}）`,
      `${time} is not later than the present, ${at}`,
      '请写将来的时刻，或删去此项',
      'Write a time to come, or remove the field',
    ),
  unknownWindow: (id: string, near: string | null, known: readonly string[]) =>
    say(`方案里没有窗口 "${id}"`, `The scenario has no window "${id}"`, ...meant(near, known)),
  unknownClass: (id: string, near: string | null, known: readonly string[]) =>
    say(`方案里没有类别 "${id}"`, `The scenario has no class "${id}"`, ...meant(near, known)),
  twice: (id: string) =>
    say(
      `窗口 "${id}" 出现了两次`,
      `The window "${id}" occurs twice`,
      '请只留一处',
      'Keep one of them',
    ),
  busyButClosed: (id: string) =>
    say(
      `窗口 "${id}" 没有开，却正在办理`,
      `The window "${id}" is not open, yet serves somebody`,
      '请把 open 改为 true，或删去 serving',
      'Make "open" true, or remove "serving"',
    ),
  notServedThere: (window: string, id: string, serves: readonly string[]) =>
    say(
      `窗口 "${window}" 不办理 "${id}"`,
      `The window "${window}" does not serve "${id}"`,
      `它办理：${serves.join('、') || '无'}`,
      `It serves: ${serves.join(', ') || 'nothing'}`,
    ),
  untilClosed: () =>
    say(
      '没有开的窗口不能写 until',
      'A window that is not open cannot say "until"',
      '请改用 backAt，或把 open 改为 true',
      'Write "backAt" instead, or make "open" true',
    ),
  backOpen: () =>
    say(
      '开着的窗口不能写 backAt',
      'A window that is open cannot say "backAt"',
      '请改用 until，或把 open 改为 false',
      'Write "until" instead, or make "open" false',
    ),
  nothingInArea: (area: string) =>
    say(
      `方案里没有 "${area}" 一区的窗口`,
      `The scenario has no window in the area "${area}"`,
      '请删去 area，或写另一区',
      'Remove the area, or write the other one',
    ),
  otherArea: (id: string, area: string) =>
    say(
      `类别 "${id}" 不由 "${area}" 一区办理`,
      `The class "${id}" is not served in the area "${area}"`,
      '知道类别时不必写 area',
      'Where the class is known, leave the area out',
    ),
  noApproval: (id: string) =>
    say(
      `类别 "${id}" 没有在大厅等候的审批`,
      `Nobody of the class "${id}" waits in the hall for an approval`,
      '请改写类别，或删去此项',
      'Write another class, or remove the entry',
    ),
  noApprovals: () =>
    say(
      '方案里没有需要在大厅等候的审批',
      'In this scenario nobody waits in the hall for an approval',
      '请删去此项',
      'Remove the entry',
    ),
  tooMany: (people: number, most: number) =>
    say(
      `共 ${people} 人在厅内，超过 ${most} 人`,
      `${people} people are inside, more than ${most}`,
      '请检查人数；这样的大厅容不下这么多人',
      'Check the counts; no such hall holds so many',
    ),
  unratedHall: () =>
    say(
      '方案里没有评价，phase 不能是 "rating"',
      'Nobody rates in this scenario, so the phase cannot be "rating"',
      '请写 "serving"，或删去 serving',
      'Write "serving", or remove "serving"',
    ),
} satisfies Record<string, (...args: never[]) => Words>;
