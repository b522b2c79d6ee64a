import type { WindowDay } from '../coverage/day/day-coverage';
import type { Doing } from '../coverage/day/source';
import type { Language } from '../scenarios/text';

interface Words {
  readonly doing: Readonly<Record<Doing, string>>;
  readonly shut: string;
  readonly neverClear: string;
  readonly always: string;
  seen(share: string, rest: string): string;
  lostWhen(moreThan: number): string;
  lostFor(duration: string, who: string | null): string;
  who(doing: string, place: string): string;
  minutes(value: string): string;
  seconds(value: string): string;
}

export const DAY_COVERAGE_WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    doing: {
      served: '正在办事的人',
      waiting: '等候的人',
      queueing: '排队的人',
      walking: '走动的人',
      staff: '工作人员',
    },
    shut: '全天未开',
    neverClear: '空厅时也看不清，与人流无关：原因见检查结果',
    always: '开放时间内始终清晰',
    seen: (share, rest) => `开放时间的 ${share} 清晰，${rest}`,
    lostWhen: (moreThan) =>
      moreThan === 0 ? '有人等候时看不清' : `等候超过 ${moreThan} 人时看不清`,
    lostFor: (duration, who) => `共 ${duration}看不清${who === null ? '' : `，多因 ${who}`}`,
    who: (doing, place) => `${place} 处${doing}遮挡`,
    minutes: (value) => `${value} 分钟`,
    seconds: (value) => `${value} 秒`,
  },
  en: {
    doing: {
      served: 'somebody who is served',
      waiting: 'somebody waiting',
      queueing: 'somebody queueing',
      walking: 'somebody walking',
      staff: 'staff',
    },
    shut: 'never open',
    neverClear: 'not clear even in the empty room, whoever stands where: the inspection says why',
    always: 'clear all its open time',
    seen: (share, rest) => `Seen ${share} of the time, ${rest}`,
    lostWhen: (moreThan) =>
      moreThan === 0 ? 'lost whenever anybody waits' : `lost when more than ${moreThan} wait`,
    lostFor: (duration, who) =>
      `lost for ${duration}${who === null ? '' : `, mostly behind ${who}`}`,
    who: (doing, place) => `${doing} at ${place}`,
    minutes: (value) => `${value} min`,
    seconds: (value) => `${value} s`,
  },
};

/** A share in per cent that does not round up to all or down to nothing. */
export function shareText(share: number): string {
  const percent = 100 * share;
  if (share > 0 && share < 0.001) return '< 0.1%';
  if (share < 1 && percent > 99.9) return '> 99.9%';
  return `${percent.toFixed(percent > 99 || percent < 1 ? 1 : 0).replace(/\.0$/, '')}%`;
}

/** How a window was seen over the day, in a sentence. */
export function dayCoverageSentence(window: WindowDay, language: Language): string {
  const words = DAY_COVERAGE_WORDS[language];
  const { share, openS, clearS, emptyClear, lostWhen, obstructions } = window;
  if (share === null) return words.shut;
  if (share === 1) return words.always;
  if (!emptyClear) return words.neverClear;
  const [most] = obstructions;
  const lostS = openS - clearS;
  // Where whoever is served hides the target, how many wait is beside the point.
  const isServed = most?.doing === 'served' && 2 * most.seconds > lostS;
  if (lostWhen && !isServed) return words.seen(shareText(share), words.lostWhen(lostWhen.moreThan));
  const who = most ? words.who(words.doing[most.doing], placeText(most.at)) : null;
  return words.seen(shareText(share), words.lostFor(durationText(lostS, language), who));
}

/** How long: in seconds below two minutes, else in minutes. */
export function durationText(seconds: number, language: Language): string {
  const words = DAY_COVERAGE_WORDS[language];
  return seconds < 120
    ? words.seconds(seconds.toFixed(0))
    : words.minutes((seconds / 60).toFixed(0));
}

/** A place in the plan, metres. */
export function placeText([x, y]: readonly [number, number]): string {
  return `(${x.toFixed(1)}, ${y.toFixed(1)})`;
}

/** A time of the clock from seconds since midnight: 10:05:07. */
export function clockText(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}
