import { inLanguage, type Language, type LocalText } from '../scenarios/text';
import type { Candidate, WindowsPlan } from '../sim/planning/windows-plan';
import { changeText, ORGANISATION_WORDS, VERDICT_WORDS } from './plan-words';
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
import { isSettled, openDesigns } from './settled';

const TEXT = {
  zh: {
    windows: (n: number) => `${n} 个窗口`,
    design: (n: number, organisation: string) => `${n} 个窗口（${organisation}）`,
    build: (hall: string, n: number, organisation: string, groups: readonly number[]) =>
      `建议${hall}设置受理窗口 ${n} 个（不含出件窗口），${organisation}${
        groups.length > 1 ? `，各组依次为 ${groups.join('、')} 个` : ''
      }。`,
    openEqual: '；窗口数相同的方案中何者平均等候最短，未能判定',
    fewerBreak: (n: number, count: number) =>
      `试过的少于 ${n} 个窗口的 ${count} 个方案均判定为未达到承诺。`,
    fewerUntried: (n: number) => `少于 ${n} 个窗口的方案未试算，不能断定 ${n} 个为最少。`,
    oneFewer: (design: string, verdict: string) =>
      `如减少 1 个窗口，即 ${design}，判定为${verdict}`,
    changes: (share: string, wait: string) => `，及时叫号的比例${share}，平均等候${wait}。`,
    none: (range: string, hall: string) =>
      `在试过的 ${range}范围内，${hall}没有方案能达到服务承诺。`,
    noneYet: (range: string, hall: string) =>
      `在试过的 ${range}范围内，${hall}尚无方案判定为达到服务承诺。`,
    range: (from: number, to: number) => (from === to ? `${to} 个窗口` : `${from} 至 ${to} 个窗口`),
    byArea:
      '大一门、小一门各自通办，是假定同一区域的窗口人员均有权、均能办理本区域全部事项，且速度相同；部门派驻人员须经授权。',
    onePool:
      '全部窗口通办，是假定所有窗口人员均有权、均能办理全部事项，且速度相同；部门派驻人员须经授权。',
  },
  en: {
    windows: (n: number) => (n === 1 ? '1 window' : `${n} windows`),
    design: (n: number, organisation: string) =>
      `${n === 1 ? '1 window' : `${n} windows`} (${organisation})`,
    build: (hall: string, n: number, organisation: string, groups: readonly number[]) =>
      `Proposal for ${hall}: ${n === 1 ? '1 window that accepts' : `${n} windows that accept`} visitors (issuing windows not counted), ${organisation}${
        groups.length > 1 ? `, in groups of ${groups.join(', ')}` : ''
      }.`,
    openEqual: '; which design with equally many windows has the shortest mean wait is undecided',
    fewerBreak: (n: number, count: number) =>
      `All designs tried with fewer than ${n} windows (${count}) were found to break the promise.`,
    fewerUntried: (n: number) =>
      `Fewer than ${n} windows were not tried, so ${n} need not be the fewest.`,
    oneFewer: (design: string, verdict: string) =>
      `With one window fewer, ${design}, verdict: ${verdict}`,
    changes: (share: string, wait: string) =>
      `, the share called in time ${share} and the mean wait ${wait}.`,
    none: (range: string, hall: string) =>
      `Of the designs tried (${range}), none for ${hall} keeps the promise.`,
    noneYet: (range: string, hall: string) =>
      `Of the designs tried (${range}), none for ${hall} has been found to keep the promise yet.`,
    range: (from: number, to: number) =>
      from === to ? `${to} windows` : `${from} to ${to} windows`,
    byArea:
      'Pooled by area, it assumes that every clerk may and can do all items of the area, equally fast; department staff need authorisation for that.',
    onePool:
      'As one pool, it assumes that every clerk may and can do all items, equally fast; department staff need authorisation for that.',
  },
} as const;

/** What to write into a proposal on the windows of a hall, sentence by sentence. */
export function windowsProposal(
  plan: WindowsPlan,
  hall: LocalText,
  language: Language,
): readonly string[] {
  const words = PROPOSAL_WORDS[language];
  const { candidates, recommended, best, present, oneFewer } = plan;
  const name = inLanguage(hall, language);
  const chosen = candidates[recommended ?? -1];
  const shown = chosen ?? candidates[best ?? -1];
  return [
    ...(chosen ? theWindows(plan, chosen, name, language) : noWindows(plan, name, language)),
    ...failures(candidates, (one) => designText(one, language), language),
    ...fewerText(plan, language),
    ...presentText(
      plan,
      TEXT[language].windows(present?.windows ?? 0),
      chosen?.windows === present?.windows,
      language,
    ),
    ...(oneFewer || present?.difference ? [words.paired] : []),
    words.basis,
    ...(shown ? caveat(shown, language) : []),
  ].map((sentence) => sentence.trim());
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
  const rivals = plan.candidates.filter((one) => one.windows === windows);
  const open = openDesigns(plan).map((one) => designText(one, language));
  const doubt = open.length > 0 ? fewerMayDo(open, language) : text.openEqual;
  return [
    text.build(hall, windows, ORGANISATION_WORDS[organisation][language], groups),
    promised(plan, language),
    ...expectation(chosen, plan, language),
    ...confidence(
      plan,
      isSettled(plan) ? null : doubt,
      rivals.length > 1 ? ['feasibility', 'selection'] : ['feasibility'],
      language,
    ),
    ...fewestText(windows, fewer, language),
  ];
}

/** Whether the number of windows is known to be the fewest. */
function fewestText(windows: number, fewer: readonly Candidate[], language: Language): string[] {
  const text = TEXT[language];
  if (fewer.length === 0) return [text.fewerUntried(windows)];
  const broken = fewer.every(({ verdict }) => verdict === 'infeasible');
  return broken ? [text.fewerBreak(windows, fewer.length)] : [];
}

function noWindows(plan: WindowsPlan, hall: string, language: Language): string[] {
  const text = TEXT[language];
  const { candidates } = plan;
  const counts = candidates.map(({ windows }) => windows);
  const range = text.range(Math.min(...counts), Math.max(...counts));
  return [
    (isRuledOut(candidates) ? text.none : text.noneYet)(range, hall),
    promised(plan, language),
    ...unanswered(plan, (one) => designText(one, language), language),
  ];
}

/** What one window fewer costs. */
function fewerText({ oneFewer, candidates }: WindowsPlan, language: Language): string[] {
  if (!oneFewer) return [];
  const text = TEXT[language];
  const { candidate, difference } = oneFewer;
  const one = candidates[candidate]!;
  return [
    text.oneFewer(designText(one, language), VERDICT_WORDS[one.verdict][language]) +
      text.changes(
        changeText(difference.calledWithinShare, 'share', language),
        changeText(difference.waitMeanS, 'span', language),
      ),
  ];
}

function caveat({ organisation }: Candidate, language: Language): string[] {
  return organisation === 'asArranged' ? [] : [TEXT[language][organisation]];
}
