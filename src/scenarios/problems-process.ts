import type { Words } from './problem';
import { say } from './problems-text';

/** Messages about the process: contradictions between what a hall does and what it is given. */
export const PROCESS_MESSAGES = {
  creditInLines: () =>
    say(
      '各窗口分别排队时没有取号先后，等候抵扣不起作用',
      'In separate lines no ticket says who came first, so a waiting credit does nothing',
      '请改用优先级（priority，或绿色通道的 "first"），或改为统一叫号',
      'Use a priority (or "first" of the green channel), or pool the tickets',
    ),
  neverWorked: () =>
    say(
      '日历中没有工作日',
      'The calendar has no working day',
      '请检查 weekend、holidays 与 makeUpDays',
      'Check weekend, holidays and makeUpDays',
    ),
  datesReversed: (from: string, to: string) =>
    say(
      `结束日期 ${to} 早于开始日期 ${from}`,
      `It ends on ${to}, before it begins on ${from}`,
      '请使 to 不早于 from',
      'Make "to" the same day or a later one',
    ),
  needsDates: (whatZh: string, whatEn: string) =>
    say(
      `${whatZh}需要知道日期`,
      `${whatEn} need a date`,
      '请给 horizon 加上 date，或改用 "days"',
      'Give the horizon a date, or make it "days"',
    ),
  neverInSteadyState: (whatZh: string, whatEn: string) =>
    say(
      `${whatZh}按工作日计算，连续运行没有工作日`,
      `${whatEn} count working days, and a continuous horizon has none`,
      '请把 horizon 改为 "day" 或 "days"，或删去此项',
      'Make the horizon a "day" or "days", or remove this',
    ),
  helpsUnknown: (id: string, choices: readonly [zh: string, en: string]) =>
    say(
      `可协助的类别 "${id}" 不存在`,
      `The window helps with a class "${id}" that does not exist`,
      ...choices,
    ),
  onlyOnDemand: (id: string) =>
    say(
      `类别 "${id}" 只有临时加开的窗口受理，人少时无人办理`,
      `The class "${id}" is served by windows on demand only: with few waiting, nobody serves it`,
      '请至少让一个常开窗口受理该类别',
      'Let at least one window that is always open serve it',
    ),
  issuingOnDemand: () =>
    say(
      '出件窗口不能临时加开',
      'An issuing window cannot open on demand',
      '请删去 onDemand',
      'Remove onDemand',
    ),
  thresholdsCross: (when: number, until: number) =>
    say(
      `等候 ${when} 人才加开，却要到 ${until} 人以下才关闭，窗口会一开就关`,
      `It opens at ${when} waiting and closes at ${until}: it would close as soon as it opens`,
      '请使 untilWaiting 小于 whenWaiting',
      'Make untilWaiting less than whenWaiting',
    ),
  neverEnds: () =>
    say(
      '退回的人全部再来，再来时又全部缺材料，流程永不结束',
      'Everybody sent back comes again and lacks a paper again: it never ends',
      '请使 returnVisit.share 或 returnVisit.again 小于 1',
      'Make returnVisit.share or returnVisit.again less than 1',
    ),
  nobodyLacksPaper: (field: string) =>
    say(
      `没有人因缺材料被退回，${field} 不起作用`,
      `Nobody is sent back for a missing paper, so ${field} does nothing`,
      '请在 outcomes 中给出大于 0 的 sentBack，或删去此项',
      'Give outcomes a sentBack above 0, or remove this',
    ),
  nobodyPromised: () =>
    say(
      '没有承诺办结的办件，promisedCase 不起作用',
      'No case is promised, so promisedCase does nothing',
      '请在 outcomes 中给出大于 0 的 promised，或删去此项',
      'Give outcomes a promised above 0, or remove this',
    ),
  promisedTooSoon: (promised: number, least: number) =>
    say(
      `承诺 ${promised} 个工作日，而办理至少需要 ${least} 个工作日，必然逾期`,
      `${promised} working days are promised, and the case takes at least ${least}: it is always late`,
      `请把 promisedDays 改为至少 ${least}，或缩短踏勘与审查`,
      `Make promisedDays at least ${least}, or shorten survey and review`,
    ),
} satisfies Record<string, (...args: never[]) => Words>;
