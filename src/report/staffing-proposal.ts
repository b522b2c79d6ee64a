import { inLanguage, type Language, type LocalText } from '../scenarios/text';
import { HALF_HOUR_S } from '../sim/planning/shifts';
import type { StaffingCandidate, StaffingPlan } from '../sim/planning/staffing';
import { hourMinute, percentText } from './plan-words';
import {
  confidence,
  expectation,
  failures,
  fewerMayDo,
  isRuledOut,
  presentText,
  promised,
  unanswered,
} from './proposal-parts';
import { PROPOSAL_WORDS } from './proposal-words';
import { isSettled, openStaffings } from './settled';

type HalfHour = StaffingPlan['halfHours'][number];

const TEXT = {
  zh: {
    staff: (hall: string, hours: string) =>
      `建议${hall}的受理窗口（不含出件窗口）按班次开放，每天共 ${hours} 窗口小时`,
    staffLess: (present: string, change: string, share: string) =>
      `；现状为 ${present} 窗口小时，减少 ${change} 窗口小时（${share}）。`,
    staffMore: (present: string, change: string, share: string) =>
      `；现状为 ${present} 窗口小时，增加 ${change} 窗口小时（${share}）。`,
    staffSame: (present: string) => `；现状同为 ${present} 窗口小时。`,
    slot: (from: string, to: string, n: number) => `${from}–${to} 开放 ${n} 个`,
    slots: (slots: string, present: string) => `各时段窗口：${slots}（现状：${present}）。`,
    shift: (name: string, n: number) => `${name} ${n} 个窗口`,
    shifts: (shifts: string) => `班次：${shifts}。`,
    peak: (times: string, n: number) => `窗口最多的时段为 ${times}，同时开放 ${n} 个。`,
    unused: (n: number) => `另有 ${n} 个窗口可全天不开放。`,
    cheapest:
      '在此基础上再减少一个班次或缩短一个班次，未发现仍能达到承诺的方案；不保证为全局最省。',
    tooFew: '；是否还有更省的班次，未能全部判定',
    staffNone: (hall: string) => `${hall}在现有窗口数内，没有找到能达到服务承诺的班次方案。`,
    staffNoneYet: (hall: string) => `${hall}尚无班次方案判定为达到服务承诺。`,
    staffing: (hours: string) => `每天 ${hours} 窗口小时的班次方案`,
    hours: (hours: string) => `每天 ${hours} 窗口小时`,
    breaks: '窗口小时按班次时间计，班次内的轮换休息未扣除，须另行安排。',
  },
  en: {
    staff: (hall: string, hours: string) =>
      `Proposal for ${hall}: open the windows that accept visitors (issuing windows not counted) by shifts, ${hours} window hours a day`,
    staffLess: (present: string, change: string, share: string) =>
      `; at present ${present} window hours, so ${change} fewer (${share}).`,
    staffMore: (present: string, change: string, share: string) =>
      `; at present ${present} window hours, so ${change} more (${share}).`,
    staffSame: (present: string) => `; at present ${present} window hours too.`,
    slot: (from: string, to: string, n: number) => `${from}–${to}: ${n}`,
    slots: (slots: string, present: string) =>
      `Windows by time: ${slots} (at present: ${present}).`,
    shift: (name: string, n: number) => `${name}: ${n}`,
    shifts: (shifts: string) => `Windows by shift: ${shifts}.`,
    peak: (times: string, n: number) => `Most windows are open at ${times}: ${n}.`,
    unused: (n: number) =>
      n === 1
        ? '1 more window may stay closed all day.'
        : `${n} more windows may stay closed all day.`,
    cheapest:
      'No staffing with one shift fewer or shorter was found that keeps the promise; it need not be the cheapest of all.',
    tooFew: '; whether shifts could be cheaper still is not wholly decided',
    staffNone: (hall: string) =>
      `No staffing of the present windows of ${hall} was found that keeps the promise.`,
    staffNoneYet: (hall: string) =>
      `No staffing of ${hall} has been found to keep the promise yet.`,
    staffing: (hours: string) => `the staffing with ${hours} window hours a day`,
    hours: (hours: string) => `${hours} window hours a day`,
    breaks:
      'Window hours are counted by shift; breaks inside a shift are not taken off and have to be arranged.',
  },
} as const;

/** What a manager can write into a proposal on shifts, sentence by sentence. */
export function staffingProposal(
  plan: StaffingPlan,
  hall: LocalText,
  language: Language,
): readonly string[] {
  const [text, words] = [TEXT[language], PROPOSAL_WORDS[language]];
  const { candidates, recommended, present } = plan;
  const name = inLanguage(hall, language);
  const chosen = candidates[recommended ?? -1];
  return [
    ...(chosen ? theStaffing(plan, chosen, name, language) : noStaffing(plan, name, language)),
    ...failures(candidates, (one) => staffingText(one, language), language),
    ...presentText(plan, text.hours(plain(present?.hours ?? 0)), true, language),
    ...(present?.difference ? [words.paired] : []),
    words.basis,
    text.breaks,
  ].map((sentence) => sentence.trim());
}

function staffingText({ hours }: StaffingCandidate, language: Language): string {
  return TEXT[language].staffing(plain(hours));
}

function theStaffing(
  plan: StaffingPlan,
  chosen: StaffingCandidate,
  hall: string,
  language: Language,
): string[] {
  const text = TEXT[language];
  const open = openStaffings(plan).map((one) => staffingText(one, language));
  const doubt = open.length > 0 ? fewerMayDo(open, language) : text.tooFew;
  const sure = isSettled(plan);
  const used = chosen.groups.flat().reduce((sum, n) => sum + n, 0);
  const there = plan.groups.reduce((sum, { windows }) => sum + windows.length, 0);
  return [
    text.staff(hall, plain(chosen.hours)) + hoursChange(plan, chosen.hours, language),
    promised(plan, language),
    ...byTime(plan, language),
    byShift(plan, chosen, language),
    ...(there > used ? [text.unused(there - used)] : []),
    ...expectation(chosen, plan, language),
    ...confidence(plan, sure ? null : doubt, ['feasibility', 'cover'], language),
    ...(sure ? [text.cheapest] : []),
  ];
}

function noStaffing(plan: StaffingPlan, hall: string, language: Language): string[] {
  const text = TEXT[language];
  return [
    (isRuledOut(plan.candidates) ? text.staffNone : text.staffNoneYet)(hall),
    promised(plan, language),
    ...unanswered(plan, (one) => staffingText(one, language), language),
  ];
}

function hoursChange({ present }: StaffingPlan, hours: number, language: Language): string {
  const text = TEXT[language];
  if (!present) return PROPOSAL_WORDS[language].stop;
  const change = hours - present.hours;
  if (change === 0) return text.staffSame(plain(present.hours));
  const share = present.hours > 0 ? Math.abs(change) / present.hours : 0;
  return (change < 0 ? text.staffLess : text.staffMore)(
    plain(present.hours),
    plain(Math.abs(change)),
    percentText(Math.round(share * 1000) / 1000, language),
  );
}

/** Times between which equally many windows are open. */
function runsOf(
  halfHours: readonly HalfHour[],
  of: (one: HalfHour) => number,
): { from: number; to: number; n: number }[] {
  const runs: { from: number; to: number; n: number }[] = [];
  for (const one of halfHours) {
    const last = runs.at(-1);
    if (last && last.to === one.fromS && last.n === of(one)) last.to += HALF_HOUR_S;
    else runs.push({ from: one.fromS, to: one.fromS + HALF_HOUR_S, n: of(one) });
  }
  return runs;
}

function byTime({ halfHours }: StaffingPlan, language: Language): string[] {
  if (halfHours.length === 0) return [];
  const text = TEXT[language];
  const { list } = PROPOSAL_WORDS[language];
  const told = (runs: ReturnType<typeof runsOf>) =>
    runs.map(({ from, to, n }) => text.slot(hourMinute(from), hourMinute(to), n)).join(list);
  const runs = runsOf(halfHours, ({ windows }) => windows);
  const most = Math.max(...runs.map(({ n }) => n));
  const peaks = runs.filter(({ n }) => n === most);
  const times = peaks.map(({ from, to }) => `${hourMinute(from)}–${hourMinute(to)}`);
  return [
    text.slots(told(runs), told(runsOf(halfHours, ({ present }) => present))),
    // Where there are equally many all day, there is no peak to name.
    ...(peaks.length < runs.length ? [text.peak(times.join(list), most)] : []),
  ];
}

function byShift(
  { patterns }: StaffingPlan,
  { groups }: StaffingCandidate,
  language: Language,
): string {
  const text = TEXT[language];
  const used = patterns.flatMap(({ name }, p) => {
    const n = groups.reduce((sum, counts) => sum + counts[p]!, 0);
    return n > 0 ? [text.shift(inLanguage(name, language), n)] : [];
  });
  return text.shifts(used.join(PROPOSAL_WORDS[language].list));
}

/** Window hours, which come in halves. */
const plain = (hours: number) => String(Number(hours.toFixed(2)));
