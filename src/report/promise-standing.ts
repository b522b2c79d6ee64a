import type { Language } from '../scenarios/text';
import type { Measure } from '../sim/experiments/report';
import type { Outlook } from '../sim/planning/outlook';
import type { Judging, ServicePromise } from '../sim/planning/promise';
import type { Candidate } from '../sim/planning/windows-plan';
import { percentText, pointsText } from './plan-words';

const TEXT = {
  zh: {
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
  },
  en: {
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
  },
} as const;

/** Where the intervals lie from what is promised, and whether the verdict agrees with that. */
export function standingText(
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
  if (best >= 0) {
    const within = worst >= -tolerance && best <= tolerance;
    return { side: 'holds', said: (within ? text.holds : text.holdsWide)(what, number, points) };
  }
  // The true figure may well be no farther off than what the verdict can tell.
  if (best >= -tolerance && sense * (mean - promised) >= -tolerance)
    return { side: 'short', said: text.short(what, number, points) };
  return { side: best >= -tolerance ? 'short' : 'far', said: text.far(what, number) };
}
