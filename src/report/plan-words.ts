import { clockOf } from '../scenarios/clock';
import type { Language } from '../scenarios/text';
import type { Measure } from '../sim/experiments/report';
import type { Organisation } from '../sim/planning/design';
import type { Judging, ServicePromise } from '../sim/planning/promise';
import type { Ending } from '../sim/planning/screening';
import type { Standing } from '../sim/planning/sensitivity';
import { INDIFFERENT_WAIT_S } from '../sim/planning/windows-plan';
import type { Verdict } from '../sim/selection/feasibility';

type Words = Readonly<Record<Language, string>>;

/** Who serves whom. */
export const ORGANISATION_WORDS: Readonly<Record<Organisation, Words>> = {
  asArranged: { zh: '按现有分工', en: 'as arranged' },
  byArea: { zh: '大一门、小一门各自通办', en: 'pooled by area' },
  onePool: { zh: '全部窗口通办', en: 'one pool' },
};

/** What was decided of a design. */
export const VERDICT_WORDS: Readonly<Record<Verdict | 'failed', Words>> = {
  feasible: { zh: '达到承诺', en: 'keeps the promise' },
  infeasible: { zh: '未达到承诺', en: 'breaks the promise' },
  undecided: { zh: '未定', en: 'undecided' },
  failed: { zh: '无法模拟', en: 'could not be simulated' },
};

/**
 * What was decided of one design of a plan: when everything that matters was decided, what is
 * open was not needed.
 */
export function verdictWords(verdict: Verdict | 'failed', ending: Ending): Words {
  return verdict === 'undecided' && ending === 'decided' ? NOT_NEEDED : VERDICT_WORDS[verdict];
}

const NOT_NEEDED: Words = { zh: '无需判定', en: 'not needed' };

/** What the interval of a share says of the promise. */
export const STANDING_WORDS: Readonly<Record<Standing, Words>> = {
  keeps: { zh: '达到承诺', en: 'keeps the promise' },
  breaks: { zh: '未达到承诺', en: 'breaks the promise' },
  unclear: { zh: '看不清', en: 'unclear' },
  failed: { zh: '无法模拟', en: 'could not be simulated' },
};

/** How a search ended. */
export const ENDING_WORDS: Readonly<Record<Ending, Words>> = {
  decided: { zh: '需要判定的均已判定', en: 'all that had to be decided is decided' },
  budget: { zh: '模拟次数已用完', en: 'the replications were used up' },
  stopped: { zh: '计算中途停止', en: 'the computation was stopped' },
};

/** Without a negative zero. */
function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return /[1-9]/.test(text) ? text.replace('-', '−') : text.replace('-', '');
}

/** As short as the number is: 90, 92.5; fifteen digits, so that 0.57 is 57 %. */
export function percentNumber(share: number): string {
  return String(Number((share * 100).toPrecision(15)));
}

export function percentText(share: number, language: Language): string {
  return `${percentNumber(share)}${language === 'zh' ? '%' : ' %'}`;
}

/** A tolerance in percentage points. */
export function pointsText(share: number, language: Language): string {
  const number = percentNumber(share);
  if (language === 'zh') return `${number} 个百分点`;
  return `${number} percentage ${number === '1' ? 'point' : 'points'}`;
}

/** A promised span, exactly: whole and half minutes as such, others in seconds. */
export function spanText(seconds: number, language: Language): string {
  const inMinutes = seconds >= 60 && seconds % 30 === 0;
  const [minute, second] = language === 'zh' ? ['分钟', '秒'] : ['min', 's'];
  return inMinutes ? `${seconds / 60} ${minute}` : `${seconds} ${second}`;
}

/** Clock time "HH:MM" of seconds since midnight. */
export const hourMinute = (s: number) => clockOf(s).slice(0, 5);

/** What is promised, as a sentence without its full stop. */
export function promiseText(promise: ServicePromise, language: Language): string {
  const { withinS, share, mostAbandoned } = promise;
  const [within, called] = [spanText(withinS, language), percentText(share, language)];
  const most = mostAbandoned === null ? null : percentText(mostAbandoned, language);
  if (language === 'zh')
    return `平均每天至少 ${called} 的人等候不超过 ${within}即被叫号${
      most === null ? '' : `，放弃等候的不超过 ${most}`
    }`;
  return `on an average day at least ${called} are called within ${within}${
    most === null ? '' : ` and at most ${most} give up waiting`
  }`;
}

/** The procedures, and what each guarantees in a sentence. */
export const PROCEDURES = {
  feasibility: {
    name: {
      zh: 'Batur–Kim 约束可行性检验（序贯）',
      en: 'feasibility check of Batur and Kim (sequential)',
    },
    guarantee: ({ confidence, tolerance }: Judging): Words => ({
      zh: `全部判定同时正确的概率不低于 ${percentText(confidence, 'zh')}；与承诺相差不到 ${pointsText(tolerance, 'zh')}的方案，判为达到或未达到均视为正确（以各次模拟独立、近似正态为前提）。`,
      en: `All verdicts are right together with a probability of at least ${percentText(confidence, 'en')}; within ${pointsText(tolerance, 'en')} of the promise either verdict counts as right (replications taken as independent and nearly normal).`,
    }),
  },
  selection: {
    name: { zh: 'Kim–Nelson 序贯择优', en: 'sequential selection of Kim and Nelson' },
    guarantee: ({ confidence }: Judging): Words => ({
      zh: `窗口数相同而可用的方案中，选出平均等候最短者，与判定合计的正确概率不低于 ${percentText(confidence, 'zh')}；平均等候相差不到 ${spanText(INDIFFERENT_WAIT_S, 'zh')}的视为相同。`,
      en: `Among usable designs with equally many windows the one with the shortest mean wait is found, together with the verdicts with a probability of at least ${percentText(confidence, 'en')}; mean waits within ${spanText(INDIFFERENT_WAIT_S, 'en')} count as equal.`,
    }),
  },
  cover: {
    name: {
      zh: '平方根配员与班次覆盖（Dantzig 集合覆盖，精确求解）',
      en: "square-root staffing and shift cover (Dantzig's set covering, solved exactly)",
    },
    guarantee: (): Words => ({
      zh: '对给定的各半小时需求，班次组合的窗口小时最少；再逐班减少或缩短，凡减后仍判定达到承诺的即采用，不保证全局最省。',
      en: 'For given needs by half hour the shifts take the fewest window hours; then shifts are left out or shortened one by one as long as the promise is found kept, which need not be the cheapest of all.',
    }),
  },
} as const;

/** An interval at the end of a figure. */
function around(low: string, high: string, unit: string, language: Language): string {
  // Signs of units stand at either end in Chinese, after the last in English.
  if (language === 'en') return ` (95 % interval ${low} to ${high}${unit})`;
  return `（95% 置信区间 ${unit === '%' ? `${low}%` : low} 至 ${high}${unit}）`;
}

const WITHOUT: Readonly<Record<'figure' | 'interval', Words>> = {
  figure: { zh: '无数据', en: 'no figure' },
  interval: { zh: '（无置信区间）', en: ' (no interval)' },
};

function withInterval(
  { mean, ci95 }: Measure,
  scale: number,
  digits: number,
  unit: string,
  language: Language,
): string {
  if (mean === null) return WITHOUT.figure[language];
  const shown = (value: number) => fixed(value * scale, digits);
  const after = ci95
    ? around(shown(ci95[0]), shown(ci95[1]), unit, language)
    : WITHOUT.interval[language];
  return `${shown(mean)}${unit}${after}`;
}

/** A share in per cent with its interval. */
export function shareText(measure: Measure, language: Language): string {
  return withInterval(measure, 100, 1, language === 'zh' ? '%' : ' %', language);
}

/** From this on a wait is said in minutes. */
const MINUTES_FROM_S = 120;
/** Below this a second has a decimal. */
const SHORT_S = 10;

/** What a span is told in. */
function spanUnit(mean: number, language: Language): { unit: string; scale: number } {
  const inMinutes = Math.abs(mean) >= MINUTES_FROM_S;
  const [minute, second] = language === 'zh' ? [' 分钟', ' 秒'] : [' min', ' s'];
  return inMinutes ? { unit: minute, scale: 1 / 60 } : { unit: second, scale: 1 };
}

/** A wait with its interval, in seconds or minutes. */
export function waitText(measure: Measure, language: Language): string {
  const mean = measure.mean ?? 0;
  const { unit, scale } = spanUnit(mean, language);
  const digits = scale === 1 && Math.abs(mean) >= SHORT_S ? 0 : 1;
  return withInterval(measure, scale, digits, unit, language);
}

/** What a difference is of: its words for more and less. */
const CHANGES = {
  share: { zh: ['上升', '下降'], en: ['rises', 'falls'] },
  span: { zh: ['增加', '减少'], en: ['rises', 'falls'] },
  hours: { zh: ['增加', '减少'], en: ['rises', 'falls'] },
} as const;

/**
 * A paired difference in words, to follow its subject ("falls by 1.4 percentage points …"). More
 * or less is said only where the interval leaves zero out.
 */
export function changeText(
  { mean, ci95 }: Measure,
  kind: keyof typeof CHANGES,
  language: Language,
): string {
  const zh = language === 'zh';
  if (mean === null) return zh ? '无法比较' : "can't be compared";
  if (mean === 0 && (ci95 === null || (ci95[0] === 0 && ci95[1] === 0)))
    return zh ? '不变' : 'does not change';
  const { unit, scale } =
    kind === 'share'
      ? { unit: zh ? ' 个百分点' : ' percentage points', scale: 100 }
      : kind === 'hours'
        ? { unit: zh ? ' 小时' : ' h', scale: 1 }
        : spanUnit(mean, language);
  // Two significant digits of the half width, but one decimal at least; a hundredth of an hour and
  // a ten-thousandth of others at most.
  const half = ci95 === null ? 0 : ((ci95[1] - ci95[0]) / 2) * scale;
  const digits =
    half > 0
      ? Math.min(kind === 'hours' ? 2 : 4, Math.max(1, 1 - Math.floor(Math.log10(half))))
      : 1;
  const shown = (value: number) => fixed(value * scale, digits);
  if (ci95 && ci95[0] <= 0 && ci95[1] >= 0) {
    const signed = (value: number) => {
      const text = shown(value);
      return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
    };
    const figures = `${signed(mean)}${unit}`;
    const [low, high] = [signed(ci95[0]), signed(ci95[1])];
    return zh
      ? `看不出变化（均值 ${figures}，95% 置信区间 ${low} 至 ${high}${unit}）`
      : `shows no clear change (mean ${figures}, 95 % interval ${low} to ${high}${unit})`;
  }
  const verb = CHANGES[kind][language][mean > 0 ? 0 : 1];
  const [low, high] = ci95 ? (mean > 0 ? ci95 : [-ci95[1], -ci95[0]]) : [0, 0];
  const after = ci95 ? around(shown(low), shown(high), unit, language) : WITHOUT.interval[language];
  return `${verb}${zh ? '' : ' by'} ${shown(Math.abs(mean))}${unit}${after}`;
}
