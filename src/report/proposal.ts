import { clockOf } from '../scenarios/clock';
import { inLanguage, type Language, type LocalText } from '../scenarios/text';
import type { Measure } from '../sim/experiments/report';
import type { Organisation } from '../sim/planning/design';
import type { Candidate, WindowsPlan } from '../sim/planning/fewest-windows';
import type { Outlook, PlanMeasureId } from '../sim/planning/outlook';
import type { Judging, ServicePromise } from '../sim/planning/promise';
import type { StaffingPlan } from '../sim/planning/staffing';
import {
  changeText,
  ENDING_WORDS,
  ORGANISATION_WORDS,
  PROCEDURES,
  percentText,
  pointsText,
  promiseText,
  shareText,
  spanText,
  VERDICT_WORDS,
  waitText,
} from './plan-words';

type Difference = Readonly<Record<PlanMeasureId, Measure>>;

/** What both plans ask and say alike. */
type Plan = Pick<WindowsPlan, 'promise' | 'judging' | 'ending' | 'replications' | 'certain'>;

/** What may be missing from a list before it is cut. */
const MOST_NAMED = 6;

/** Chinese before a text: a space unless it begins Chinese itself. */
const spaced = (text: string) => (/^\p{Script=Han}/u.test(text) ? text : ` ${text}`);

const TEXT = {
  zh: {
    windows: (n: number) => `${n} 个窗口`,
    design: (n: number, organisation: string) => `${n} 个窗口（${organisation}）`,
    build: (hall: string, n: number, organisation: string, groups: readonly number[]) =>
      `建议${hall}设置受理窗口 ${n} 个（不含出件窗口），${organisation}${
        groups.length > 1 ? `，各组依次为 ${groups.join('、')} 个` : ''
      }。`,
    promise: (promise: string) => `服务承诺为：${promise}；未等到叫号而离开的，不计入及时叫号。`,
    expect: (n: number, share: string, within: string) =>
      `经 ${n} 次模拟，平均每天 ${share}的人在 ${within}内被叫号`,
    nobody: (n: number) => `经 ${n} 次模拟，无人等候，及时叫号的比例无从统计`,
    waits: (mean: string, p90: string, abandoned: string) =>
      `；平均等候 ${mean}，被叫到号的人中九成等候不超过 ${p90}，放弃等候的占 ${abandoned}`,
    days: (kept: string) => `；逐日计，单日即达到承诺的日子占 ${kept}`,
    overfull: (n: number) => `；其中 ${n} 次因大厅无限拥挤而中止，指标只算到中止为止`,
    verdict: (verdict: string) => `判定：${verdict}。`,
    called: '及时叫号的比例',
    abandoned: '放弃等候的比例',
    beyond: (what: string, promised: string) => `${what}的整个置信区间都符合承诺的 ${promised}。`,
    holds: (what: string, promised: string, tolerance: string) =>
      `${what}正好在承诺附近，±${tolerance}以内：置信区间包含承诺的 ${promised}。`,
    holdsWide: (what: string, promised: string, tolerance: string) =>
      `${what}正好在承诺附近：置信区间包含承诺的 ${promised}，且比 ±${tolerance}宽；判定只分辨到 ±${tolerance}以内。`,
    short: (what: string, promised: string, tolerance: string) =>
      `${what}正好在承诺附近，±${tolerance}以内，但整个置信区间都不及承诺的 ${promised}，严格按 ${promised} 计则未达到。`,
    far: (what: string, promised: string) => `${what}的整个置信区间都不及承诺的 ${promised}。`,
    odd: '区间与判定不一致，应增加模拟次数复核。',
    single: (what: string) => `${what}只有单次模拟，没有置信区间。`,
    sure: (confidence: string, tolerance: string) =>
      `上述结论的置信水平为 ${confidence}，容许误差为 ±${tolerance}`,
    method: (names: readonly string[], n: number) =>
      `方法为 ${names.map(spaced).join('和').trim()}，全部方案共模拟 ${n} 次。`,
    unsure: (confidence: string, ending: string) =>
      `上述建议尚未达到 ${confidence} 的置信水平（${ending}）`,
    noAnswer: (ending: string) => `尚不能得出结论（${ending}）`,
    open: (designs: string) => `；未能判定的方案：${designs}`,
    openFewer: (designs: string) => `；未能判定、因而不排除更少即可的方案：${designs}`,
    openEqual: '；窗口数相同的方案中何者平均等候最短，未能判定',
    more: (n: number) => `等共 ${n} 个`,
    list: '、',
    fewerBreak: (n: number, count: number) =>
      `试过的少于 ${n} 个窗口的 ${count} 个方案均判定为未达到承诺。`,
    fewerUntried: (n: number) => `少于 ${n} 个窗口的方案未试算，不能断定 ${n} 个为最少。`,
    failed: (designs: string, reason: string) =>
      `无法模拟、未予判定的方案：${designs}；原因：${reason}。`,
    oneFewer: (design: string, verdict: string) =>
      `如减少 1 个窗口，即 ${design}，判定为${verdict}`,
    changes: (share: string, wait: string) => `，及时叫号的比例${share}，平均等候${wait}。`,
    presentIs: (what: string, share: string, within: string) =>
      `现状为${spaced(what)}，平均每天 ${share}的人在 ${within}内被叫号`,
    asPresent: '；建议与现状一致。',
    against: (share: string, wait: string, hours: string) =>
      `；按建议，该比例${share}，平均等候${wait}，窗口在岗时间${hours}。`,
    stop: '。',
    paired: '以上差值按同一批办事人逐次相减得出。',
    none: (range: string, hall: string) =>
      `在试过的 ${range}范围内，${hall}没有方案能达到服务承诺。`,
    noneYet: (range: string, hall: string) =>
      `在试过的 ${range}范围内，${hall}尚无方案判定为达到服务承诺。`,
    range: (from: number, to: number) => (from === to ? `${to} 个窗口` : `${from} 至 ${to} 个窗口`),
    best: (design: string) => `最接近承诺的方案为${spaced(design)}：`,
    nothing: '没有一个方案得出模拟结果。',
    basis:
      '以上为按假设模拟的结果，不是实测数据；输入的数值及其来源见方案文件，取得实测数据后应重新计算。',
    byArea:
      '大一门、小一门各自通办，是假定同一区域的窗口人员均有权、均能办理本区域全部事项，且速度相同；部门派驻人员须经授权。',
    onePool:
      '全部窗口通办，是假定所有窗口人员均有权、均能办理全部事项，且速度相同；部门派驻人员须经授权。',
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
    windows: (n: number) => (n === 1 ? '1 window' : `${n} windows`),
    design: (n: number, organisation: string) =>
      `${n === 1 ? '1 window' : `${n} windows`} (${organisation})`,
    build: (hall: string, n: number, organisation: string, groups: readonly number[]) =>
      `Proposal for ${hall}: ${n === 1 ? '1 window that accepts' : `${n} windows that accept`} visitors (issuing windows not counted), ${organisation}${
        groups.length > 1 ? `, in groups of ${groups.join(', ')}` : ''
      }.`,
    promise: (promise: string) =>
      `The promise: ${promise}; who leaves before the call does not count as called in time.`,
    expect: (n: number, share: string, within: string) =>
      `In ${n} simulated ${n === 1 ? 'replication' : 'replications'}, on an average day ${share} are called within ${within}`,
    nobody: (n: number) =>
      `In ${n} simulated ${n === 1 ? 'replication' : 'replications'} nobody waited, so there is no share called in time`,
    waits: (mean: string, p90: string, abandoned: string) =>
      `; the mean wait is ${mean}, of those called 90 % wait at most ${p90}, and ${abandoned} give up`,
    days: (kept: string) => `; of single days, ${kept} keep the promise by themselves`,
    overfull: (n: number) =>
      `; ${n} of them ended early because the hall filled without end, and the figures cover the time until then`,
    verdict: (verdict: string) => `Verdict: ${verdict}. `,
    called: 'The share called in time',
    abandoned: 'The share who give up',
    beyond: (what: string, promised: string) =>
      `${what}: the whole interval is on the right side of the promised ${promised}. `,
    holds: (what: string, promised: string, tolerance: string) =>
      `${what} is right at the promise, within ±${tolerance}: its interval holds the promised ${promised}. `,
    holdsWide: (what: string, promised: string, tolerance: string) =>
      `${what} is right at the promise: its interval holds the promised ${promised} and is wider than ±${tolerance}; the verdict tells no finer than within ±${tolerance}. `,
    short: (what: string, promised: string, tolerance: string) =>
      `${what} is right at the promise, within ±${tolerance}, but its whole interval misses the promised ${promised}: taken strictly, ${promised} is not reached. `,
    far: (what: string, promised: string) =>
      `${what}: the whole interval misses the promised ${promised}. `,
    odd: 'Interval and verdict disagree; check with more replications. ',
    single: (what: string) => `${what} rests on one replication and has no interval. `,
    sure: (confidence: string, tolerance: string) =>
      `This holds with ${confidence} confidence and a tolerance of ±${tolerance}`,
    method: (names: readonly string[], n: number) =>
      `Found with the ${names.join(' and the ')}, in ${n} replications over all designs.`,
    unsure: (confidence: string, ending: string) =>
      `This does not have ${confidence} confidence yet (${ending})`,
    noAnswer: (ending: string) => `There is no answer yet (${ending})`,
    open: (designs: string) => `; undecided: ${designs}`,
    openFewer: (designs: string) => `; undecided, so that fewer may do: ${designs}`,
    openEqual: '; which design with equally many windows has the shortest mean wait is undecided',
    more: (n: number) => ` and others, ${n} in all`,
    list: ', ',
    fewerBreak: (n: number, count: number) =>
      `All designs tried with fewer than ${n} windows (${count}) were found to break the promise.`,
    fewerUntried: (n: number) =>
      `Fewer than ${n} windows were not tried, so ${n} need not be the fewest.`,
    failed: (designs: string, reason: string) =>
      `Not simulated and not judged: ${designs}; reason: ${reason}.`,
    oneFewer: (design: string, verdict: string) =>
      `With one window fewer, ${design}, verdict: ${verdict}`,
    changes: (share: string, wait: string) =>
      `, the share called in time ${share} and the mean wait ${wait}.`,
    presentIs: (what: string, share: string, within: string) =>
      `At present (${what}), on an average day ${share} are called within ${within}`,
    asPresent: '; the proposal is the same as the present.',
    against: (share: string, wait: string, hours: string) =>
      `; as proposed, this share ${share}, the mean wait ${wait} and the staffed time of windows ${hours}.`,
    stop: '.',
    paired: 'These differences are taken replication by replication on the same visitors.',
    none: (range: string, hall: string) =>
      `Of the designs tried (${range}), none for ${hall} keeps the promise.`,
    noneYet: (range: string, hall: string) =>
      `Of the designs tried (${range}), none for ${hall} has been found to keep the promise yet.`,
    range: (from: number, to: number) =>
      from === to ? `${to} windows` : `${from} to ${to} windows`,
    best: (design: string) => `Nearest to the promise comes ${design}: `,
    nothing: 'No design could be simulated.',
    basis:
      'All of this is simulated from assumptions, not measured; the inputs and their sources are in the scenario file. Work it out again when measurements are there.',
    byArea:
      'Pooled by area, it assumes that every clerk may and can do all items of the area, equally fast; department staff need authorisation for that.',
    onePool:
      'As one pool, it assumes that every clerk may and can do all items, equally fast; department staff need authorisation for that.',
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

/** What to write into a proposal on the windows of a hall, sentence by sentence. */
export function windowsProposal(
  plan: WindowsPlan,
  hall: LocalText,
  language: Language,
): readonly string[] {
  const text = TEXT[language];
  const { candidates, recommended, promise } = plan;
  const shown = candidates[recommended ?? plan.best ?? -1];
  const said = [
    ...(recommended === null
      ? noWindows(plan, inLanguage(hall, language), language)
      : theWindows(plan, candidates[recommended]!, inLanguage(hall, language), language)),
    ...failures(
      candidates
        .filter(({ failed }) => failed !== null)
        .map((one) => [designText(one, language), one.failed!]),
      language,
    ),
  ];
  const differences: string[] = [];
  const fewer = plan.oneFewer;
  if (fewer) {
    const one = candidates[fewer.candidate]!;
    differences.push(
      text.oneFewer(designText(one, language), VERDICT_WORDS[one.verdict][language]) +
        changesText(fewer.difference, language),
    );
  }
  const present = presentText(
    plan,
    text.windows(plan.present?.windows ?? 0),
    candidates[recommended ?? -1]?.windows === plan.present?.windows,
    language,
  );
  const compared = fewer !== null || (plan.present?.difference ?? null) !== null;
  return [
    ...said.slice(0, 1),
    `${text.promise(promiseText(promise, language))}`,
    ...said.slice(1),
    ...differences,
    ...present,
    ...(compared ? [text.paired] : []),
    text.basis,
    ...(shown ? caveat(shown.organisation, language) : []),
  ].map((sentence) => sentence.trim());
}

/** What is undecided and would do with less than what is recommended; everything undecided if nothing is. */
function openOf<C extends Pick<Candidate, 'verdict'>>(
  candidates: readonly C[],
  recommended: number | null,
  sizeOf: (candidate: C) => number,
): readonly C[] {
  const size = recommended === null ? Number.POSITIVE_INFINITY : sizeOf(candidates[recommended]!);
  return candidates.filter((one) => one.verdict === 'undecided' && sizeOf(one) < size);
}

const windowsOf = ({ windows }: Candidate) => windows;
const hoursOf = ({ hours }: StaffingPlan['candidates'][number]) => hours;

/** Whether a plan is certain, and not only so far. */
export function isSettled(plan: WindowsPlan | StaffingPlan): boolean {
  const open =
    'groups' in plan
      ? openOf(plan.candidates, plan.recommended, hoursOf)
      : openOf(plan.candidates, plan.recommended, windowsOf);
  return plan.certain && open.length === 0;
}

/** A design in a few words. */
export function designText(
  { windows, organisation }: Pick<Candidate, 'windows' | 'organisation'>,
  language: Language,
): string {
  return TEXT[language].design(windows, ORGANISATION_WORDS[organisation][language]);
}

function theWindows(
  plan: WindowsPlan,
  chosen: Candidate,
  hall: string,
  language: Language,
): string[] {
  const text = TEXT[language];
  const { windows, organisation, groups } = chosen;
  const fewer = plan.candidates.filter((one) => one.windows < windows);
  const open = openOf(plan.candidates, plan.recommended, windowsOf);
  const rivals = plan.candidates.filter((one) => one.windows === windows);
  const procedures = [
    PROCEDURES.feasibility.name[language],
    ...(rivals.length > 1 ? [PROCEDURES.selection.name[language]] : []),
  ];
  const more =
    open.length > 0
      ? text.openFewer(
          listed(
            open.map((one) => designText(one, language)),
            language,
          ),
        )
      : text.openEqual;
  const broken = fewer.filter(({ verdict }) => verdict === 'infeasible');
  return [
    text.build(hall, windows, ORGANISATION_WORDS[organisation][language], groups),
    ...expectation(chosen, plan, language),
    ...confidence(plan, isSettled(plan), more, procedures, language),
    ...(fewer.length === 0 ? [text.fewerUntried(windows)] : []),
    ...(broken.length > 0 && broken.length === fewer.length
      ? [text.fewerBreak(windows, broken.length)]
      : []),
  ];
}

function noWindows(plan: WindowsPlan, hall: string, language: Language): string[] {
  const text = TEXT[language];
  const { candidates } = plan;
  const counts = candidates.map(({ windows }) => windows);
  const open = openOf(candidates, null, windowsOf);
  const broken = candidates.some(({ verdict }) => verdict === 'infeasible');
  const none = open.length === 0 && broken ? text.none : text.noneYet;
  const best = candidates[plan.best ?? -1];
  const undecided = text.open(
    listed(
      open.map((one) => designText(one, language)),
      language,
    ),
  );
  return [
    none(text.range(Math.min(...counts), Math.max(...counts)), hall),
    ...(best
      ? expectation(best, plan, language, text.best(designText(best, language)))
      : [text.nothing]),
    ...unanswered(plan, open.length > 0 ? undecided : null, broken, language),
  ];
}

/** What a manager can write into a proposal on shifts, sentence by sentence. */
export function staffingProposal(
  plan: StaffingPlan,
  hall: LocalText,
  language: Language,
): readonly string[] {
  const text = TEXT[language];
  const { candidates, recommended, promise } = plan;
  const name = inLanguage(hall, language);
  const said =
    recommended === null
      ? noStaffing(plan, name, language)
      : theStaffing(plan, candidates[recommended]!, name, language);
  return [
    ...said.slice(0, 1),
    text.promise(promiseText(promise, language)),
    ...said.slice(1),
    ...failures(
      candidates
        .filter(({ failed }) => failed !== null)
        .map(({ hours, failed }) => [text.staffing(plain(hours)), failed!]),
      language,
    ),
    ...presentText(plan, text.hours(plain(plan.present?.hours ?? 0)), true, language),
    ...(plan.present?.difference ? [text.paired] : []),
    text.basis,
    text.breaks,
  ].map((sentence) => sentence.trim());
}

function theStaffing(
  plan: StaffingPlan,
  chosen: StaffingPlan['candidates'][number],
  hall: string,
  language: Language,
): string[] {
  const text = TEXT[language];
  const open = openOf(plan.candidates, plan.recommended, hoursOf);
  const more =
    open.length > 0
      ? text.openFewer(
          listed(
            open.map(({ hours }) => text.staffing(plain(hours))),
            language,
          ),
        )
      : text.tooFew;
  const sure = isSettled(plan);
  const used = chosen.groups.flat().reduce((sum, n) => sum + n, 0);
  const there = plan.groups.reduce((sum, { windows }) => sum + windows.length, 0);
  return [
    text.staff(hall, plain(chosen.hours)) + hoursChange(plan, chosen.hours, language),
    ...byTime(plan, language),
    ...byShift(plan, chosen, language),
    ...(there > used ? [text.unused(there - used)] : []),
    ...expectation(chosen, plan, language),
    ...confidence(
      plan,
      sure,
      more,
      [PROCEDURES.feasibility.name[language], PROCEDURES.cover.name[language]],
      language,
    ),
    ...(sure ? [text.cheapest] : []),
  ];
}

function noStaffing(plan: StaffingPlan, hall: string, language: Language): string[] {
  const text = TEXT[language];
  const { candidates } = plan;
  const open = openOf(candidates, null, hoursOf);
  const broken = candidates.some(({ verdict }) => verdict === 'infeasible');
  const best = candidates[plan.best ?? -1];
  const undecided = text.open(
    listed(
      open.map(({ hours }) => text.staffing(plain(hours))),
      language,
    ),
  );
  return [
    (open.length === 0 && broken ? text.staffNone : text.staffNoneYet)(hall),
    ...(best
      ? expectation(best, plan, language, text.best(text.staffing(plain(best.hours))))
      : [text.nothing]),
    ...unanswered(plan, open.length > 0 ? undecided : null, broken, language),
  ];
}

function hoursChange({ present }: StaffingPlan, hours: number, language: Language): string {
  const text = TEXT[language];
  if (!present) return text.stop;
  const change = hours - present.hours;
  if (change === 0) return text.staffSame(plain(present.hours));
  const share = present.hours > 0 ? Math.abs(change) / present.hours : 0;
  return (change < 0 ? text.staffLess : text.staffMore)(
    plain(present.hours),
    plain(Math.abs(change)),
    percentText(Math.round(share * 1000) / 1000, language),
  );
}

const HALF_HOUR_S = 1800;

/** Times between which equally many windows are open. */
function runsOf(
  halfHours: StaffingPlan['halfHours'],
  of: (one: StaffingPlan['halfHours'][number]) => number,
): { from: number; to: number; n: number }[] {
  const runs: { from: number; to: number; n: number }[] = [];
  for (const one of halfHours) {
    const last = runs.at(-1);
    if (last && last.to === one.fromS && last.n === of(one)) last.to += HALF_HOUR_S;
    else runs.push({ from: one.fromS, to: one.fromS + HALF_HOUR_S, n: of(one) });
  }
  return runs;
}

const hourMinute = (s: number) => clockOf(s).slice(0, 5);

function byTime({ halfHours }: StaffingPlan, language: Language): string[] {
  if (halfHours.length === 0) return [];
  const text = TEXT[language];
  const told = (of: (one: StaffingPlan['halfHours'][number]) => number) =>
    runsOf(halfHours, of)
      .map(({ from, to, n }) => text.slot(hourMinute(from), hourMinute(to), n))
      .join(text.list);
  const runs = runsOf(halfHours, ({ windows }) => windows);
  const most = Math.max(...runs.map(({ n }) => n));
  const peaks = runs.filter(({ n }) => n === most);
  const times = peaks.map(({ from, to }) => `${hourMinute(from)}–${hourMinute(to)}`);
  return [
    text.slots(
      told(({ windows }) => windows),
      told(({ present }) => present),
    ),
    // Where there are equally many all day, there is no peak to name.
    ...(peaks.length < runs.length ? [text.peak(times.join(text.list), most)] : []),
  ];
}

function byShift(
  { patterns }: StaffingPlan,
  { groups }: StaffingPlan['candidates'][number],
  language: Language,
): string[] {
  const text = TEXT[language];
  const used = patterns.flatMap(({ name }, p) => {
    const n = groups.reduce((sum, counts) => sum + counts[p]!, 0);
    return n > 0 ? [text.shift(inLanguage(name, language), n)] : [];
  });
  return [text.shifts(used.join(text.list))];
}

/** What is to be expected, and how it stands to the promise. */
function expectation(
  { verdict, outlook }: Pick<Candidate, 'verdict' | 'outlook'>,
  { promise, judging }: Plan,
  language: Language,
  lead = '',
): string[] {
  const text = TEXT[language];
  if (!outlook) return [`${lead}${text.verdict(VERDICT_WORDS[verdict][language])}`];
  const { measures, daysKept, replications, stopped } = outlook;
  const share = measures.calledWithinShare;
  const within = spanText(promise.withinS, language);
  const expected =
    share.mean === null
      ? text.nobody(replications)
      : text.expect(replications, shareText(share, language), within) +
        text.waits(
          waitText(measures.waitMeanS, language),
          waitText(measures.waitP90S, language),
          shareText(measures.abandonedShare, language),
        );
  const sentence =
    expected +
    text.days(shareText(daysKept, language)) +
    (stopped > 0 ? text.overfull(stopped) : '') +
    text.stop;
  return [
    language === 'en' && lead !== '' ? `${lead}${uncapitalised(sentence)}` : `${lead}${sentence}`,
    text.verdict(VERDICT_WORDS[verdict][language]) +
      standing(verdict, outlook, promise, judging, language),
  ];
}

const uncapitalised = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Where the intervals lie from what is promised. */
function standing(
  verdict: Candidate['verdict'],
  { measures }: Outlook,
  { share, mostAbandoned }: ServicePromise,
  { tolerance }: Judging,
  language: Language,
): string {
  const text = TEXT[language];
  const sides = [sideText(measures.calledWithinShare, text.called, share, 1, tolerance, language)];
  if (mostAbandoned !== null)
    sides.push(
      sideText(measures.abandonedShare, text.abandoned, mostAbandoned, -1, tolerance, language),
    );
  const odd =
    (verdict === 'feasible' && sides.some(({ side }) => side === 'far')) ||
    (verdict === 'infeasible' && sides.every(({ side }) => side === 'beyond'));
  return sides.map(({ said }) => said).join('') + (odd ? text.odd : '');
}

type Side = 'beyond' | 'holds' | 'short' | 'far' | 'unknown';

/** @param sense 1: at least so much is promised; −1: at most so much */
function sideText(
  { mean, ci95 }: Measure,
  what: string,
  promised: number,
  sense: 1 | -1,
  tolerance: number,
  language: Language,
): { side: Side; said: string } {
  const text = TEXT[language];
  if (mean === null) return { side: 'unknown', said: '' };
  if (ci95 === null) return { side: 'unknown', said: text.single(what) };
  const [worst, best] = (sense === 1 ? ci95 : [ci95[1], ci95[0]]).map(
    (value) => sense * (value - promised),
  ) as [number, number];
  const number = percentText(promised, language);
  const points = pointsText(tolerance, language);
  if (worst > 0) return { side: 'beyond', said: text.beyond(what, number) };
  if (best >= 0)
    return {
      side: 'holds',
      said: (worst >= -tolerance && best <= tolerance ? text.holds : text.holdsWide)(
        what,
        number,
        points,
      ),
    };
  // The true figure may well be no farther off than what the verdict can tell.
  if (best >= -tolerance && sense * (mean - promised) >= -tolerance)
    return { side: 'short', said: text.short(what, number, points) };
  return { side: best >= -tolerance ? 'short' : 'far', said: text.far(what, number) };
}

/** How sure a recommendation is, and with what it was found. */
function confidence(
  { judging, ending, replications }: Plan,
  sure: boolean,
  open: string,
  procedures: readonly string[],
  language: Language,
): string[] {
  const text = TEXT[language];
  const level = percentText(judging.confidence, language);
  return [
    sure
      ? `${text.sure(level, pointsText(judging.tolerance, language))}${text.stop}`
      : `${text.unsure(level, ENDING_WORDS[ending][language])}${open}${text.stop}`,
    text.method(procedures, replications),
  ];
}

/** How sure it is that nothing keeps the promise. */
function unanswered(
  plan: Plan,
  open: string | null,
  broken: boolean,
  language: Language,
): string[] {
  const text = TEXT[language];
  const procedures = [PROCEDURES.feasibility.name[language]];
  if (open === null && broken && plan.certain)
    return confidence(plan, true, '', procedures, language);
  return [
    `${text.noAnswer(ENDING_WORDS[plan.ending][language])}${open ?? ''}${text.stop}`,
    text.method(procedures, plan.replications),
  ];
}

function changesText(difference: Difference, language: Language): string {
  return TEXT[language].changes(
    changeText(difference.calledWithinShare, 'share', language),
    changeText(difference.waitMeanS, 'span', language),
  );
}

/** The present hall, and what the proposal changes. */
function presentText(
  { present, promise }: Pick<WindowsPlan | StaffingPlan, 'present' | 'promise'>,
  what: string,
  alike: boolean,
  language: Language,
): string[] {
  if (!present) return [];
  const text = TEXT[language];
  const { outlook, difference } = present;
  const share = shareText(outlook.measures.calledWithinShare, language);
  const is = text.presentIs(what, share, spanText(promise.withinS, language));
  if (!difference) return [is + text.stop];
  const { calledWithinShare, waitMeanS, staffHours } = difference;
  const same = [calledWithinShare, waitMeanS, staffHours].every(
    ({ mean, ci95 }) => mean === 0 && (ci95 === null || (ci95[0] === 0 && ci95[1] === 0)),
  );
  if (alike && same) return [is + text.asPresent];
  return [
    is +
      text.against(
        changeText(calledWithinShare, 'share', language),
        changeText(waitMeanS, 'span', language),
        changeText(staffHours, 'hours', language),
      ),
  ];
}

function failures(failed: readonly (readonly [string, string])[], language: Language): string[] {
  const [first] = failed;
  if (!first) return [];
  const names = failed.map(([name]) => name);
  return [TEXT[language].failed(listed(names, language), first[1])];
}

function caveat(organisation: Organisation, language: Language): string[] {
  return organisation === 'asArranged' ? [] : [TEXT[language][organisation]];
}

function listed(names: readonly string[], language: Language): string {
  const text = TEXT[language];
  const list = names.slice(0, MOST_NAMED).join(text.list);
  return names.length > MOST_NAMED ? list + text.more(names.length) : list;
}

/** Window hours, which come in halves. */
const plain = (hours: number) => String(Number(hours.toFixed(2)));
