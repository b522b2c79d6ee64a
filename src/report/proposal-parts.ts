import type { Language } from '../scenarios/text';
import type { StaffingPlan } from '../sim/planning/staffing';
import type { Candidate, WindowsPlan } from '../sim/planning/windows-plan';
import {
  changeText,
  ENDING_WORDS,
  PROCEDURES,
  percentText,
  pointsText,
  promiseText,
  shareText,
  spanText,
  VERDICT_WORDS,
  waitText,
} from './plan-words';
import { standingText } from './promise-standing';
import { PROPOSAL_WORDS } from './proposal-words';

/** What both plans ask and say alike. */
type Plan = Pick<
  WindowsPlan,
  'promise' | 'judging' | 'ending' | 'replications' | 'certain' | 'best'
>;
type Tried = Pick<Candidate, 'verdict' | 'failed' | 'outlook'>;

/** How many of a list are named before it is cut. */
const MOST_NAMED = 6;

function listed(names: readonly string[], language: Language): string {
  const text = PROPOSAL_WORDS[language];
  const list = names.slice(0, MOST_NAMED).join(text.list);
  return names.length > MOST_NAMED ? list + text.more(names.length) : list;
}

/** What is promised. */
export function promised({ promise }: Pick<Plan, 'promise'>, language: Language): string {
  return PROPOSAL_WORDS[language].promise(promiseText(promise, language));
}

/** What is to be expected, and how it stands to the promise. */
export function expectation(
  { verdict, outlook }: Tried,
  { promise, judging }: Plan,
  language: Language,
  lead = '',
): string[] {
  const text = PROPOSAL_WORDS[language];
  const judged = text.verdict(VERDICT_WORDS[verdict][language]);
  if (!outlook) return [lead + judged];
  const { measures, daysKept, replications, stopped } = outlook;
  const share = measures.calledWithinShare;
  const expected =
    share.mean === null
      ? text.nobody(replications)
      : text.expect(replications, shareText(share, language), spanText(promise.withinS, language)) +
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
    lead + (language === 'en' && lead !== '' ? uncapitalised(sentence) : sentence),
    judged + standingText(verdict, outlook, promise, judging, language),
  ];
}

const uncapitalised = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** That some of what is undecided may do with less than what is recommended. */
export function fewerMayDo(names: readonly string[], language: Language): string {
  return PROPOSAL_WORDS[language].openFewer(listed(names, language));
}

/**
 * How sure a recommendation is, and with what it was found.
 *
 * @param doubt what is open; null if nothing is
 */
export function confidence(
  { judging, ending, replications }: Plan,
  doubt: string | null,
  procedures: readonly (keyof typeof PROCEDURES)[],
  language: Language,
): string[] {
  const text = PROPOSAL_WORDS[language];
  const level = percentText(judging.confidence, language);
  return [
    (doubt === null
      ? text.sure(level, pointsText(judging.tolerance, language))
      : text.unsure(level, ENDING_WORDS[ending][language]) + doubt) + text.stop,
    text.method(
      procedures.map((id) => PROCEDURES[id].name[language]),
      replications,
    ),
  ];
}

/** Whether everything that was tried is known to break the promise, as far as it could be run. */
export function isRuledOut(candidates: readonly Tried[]): boolean {
  const some = (verdict: Tried['verdict']) => candidates.some((one) => one.verdict === verdict);
  return some('infeasible') && !some('undecided');
}

/** Where nothing was found to keep the promise: what comes nearest, and how sure that is. */
export function unanswered<C extends Tried>(
  plan: Plan & { readonly candidates: readonly C[] },
  nameOf: (candidate: C) => string,
  language: Language,
): string[] {
  const text = PROPOSAL_WORDS[language];
  const { candidates, ending, replications } = plan;
  const best = candidates[plan.best ?? -1];
  const nearest = best
    ? expectation(best, plan, language, text.best(nameOf(best)))
    : [text.nothing];
  if (isRuledOut(candidates) && plan.certain)
    return [...nearest, ...confidence(plan, null, ['feasibility'], language)];
  const open = candidates.filter(({ verdict }) => verdict === 'undecided').map(nameOf);
  return [
    ...nearest,
    text.noAnswer(ENDING_WORDS[ending][language]) +
      (open.length > 0 ? text.open(listed(open, language)) : '') +
      text.stop,
    text.method([PROCEDURES.feasibility.name[language]], replications),
  ];
}

/** What could not be run, and why the first of it could not. */
export function failures<C extends Tried>(
  candidates: readonly C[],
  nameOf: (candidate: C) => string,
  language: Language,
): string[] {
  const failed = candidates.filter((one) => one.failed !== null);
  const [first] = failed;
  if (!first) return [];
  return [PROPOSAL_WORDS[language].failed(listed(failed.map(nameOf), language), first.failed!)];
}

/**
 * The present hall, and what the proposal changes.
 *
 * @param alike whether the proposal may be the same as the present
 */
export function presentText(
  { present, promise }: Pick<WindowsPlan | StaffingPlan, 'present' | 'promise'>,
  what: string,
  alike: boolean,
  language: Language,
): string[] {
  if (!present) return [];
  const text = PROPOSAL_WORDS[language];
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
