import type { Language } from '../scenarios/text';
import type { HallMeasureId, Measure, MeasureId } from '../sim/experiments/report';

/** How a measure is shown: waits in minutes, shares in per cent, people and visits as numbers. */
export type MeasureKind =
  | 'count'
  | 'people'
  | 'cases'
  | 'duration'
  | 'share'
  | 'days'
  | 'hours'
  | 'ratio'
  | 'metres';

export const MEASURE_KINDS: Readonly<Record<MeasureId | HallMeasureId, MeasureKind>> = {
  arrived: 'count',
  served: 'count',
  abandonedShare: 'share',
  balkedShare: 'share',
  turnedAwayShare: 'share',
  noShowShare: 'share',
  waitMeanS: 'duration',
  waitP50S: 'duration',
  waitP90S: 'duration',
  waitP95S: 'duration',
  withinTargetShare: 'share',
  calledWithinShare: 'share',
  timeInHallMeanS: 'duration',
  queueMean: 'people',
  queueMax: 'people',
  oneVisitShare: 'share',
  visitsPerCase: 'ratio',
  promisedLateShare: 'share',
  caseDaysMean: 'days',
  lowRatingShare: 'share',
  overtimeS: 'duration',
  staffHours: 'hours',
  peopleMax: 'people',
  openCases: 'cases',
  onlineShare: 'share',
  walkMeanM: 'metres',
  standingMax: 'people',
};

/** From a figure to what is shown of it. */
const SCALES: Readonly<Record<MeasureKind, number>> = {
  count: 1,
  people: 1,
  cases: 1,
  duration: 1 / 60,
  share: 100,
  days: 1,
  hours: 1,
  ratio: 1,
  metres: 1,
};

/** Below this a minute with one decimal would say nothing. */
const SHORT_S = 6;

/** Shown where no replication could say. */
export const NOTHING = '—';

const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

export interface Formatter {
  /** A plain number with at most `digits` decimals. */
  number(value: number, digits?: number): string;
  /** A number with exactly `digits` decimals. */
  fixed(value: number, digits: number): string;
  /** Seconds as minutes with one decimal (three where it is a matter of seconds), no unit. */
  minutes(seconds: number): string;
  /** A share as per cent with one decimal and the sign. */
  percent(share: number): string;
  /** The mean, without its unit. */
  mean(kind: MeasureKind, measure: Measure): string;
  /** The mean of a difference, with its sign, without its unit, as finely as its interval says. */
  difference(kind: MeasureKind, measure: Measure): string;
  /** Its interval, `low … high`. */
  differenceInterval(kind: MeasureKind, measure: Measure): string;
  /** `low–high`, without the unit. */
  interval(kind: MeasureKind, measure: Measure): string;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** The same object for the same numbers of digits: to make one takes longer than to use it. */
function numberFormat(locale: string, least: number, most: number): Intl.NumberFormat {
  const digits = `${locale} ${least} ${most}`;
  let format = numberFormats.get(digits);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      // What rounds to zero has no sign.
      signDisplay: 'negative',
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    });
    numberFormats.set(digits, format);
  }
  return format;
}

/** Numbers as one language writes them. */
export function formatter(language: Language): Formatter {
  const locale = LOCALES[language];
  const fixed = (value: number, digits: number) =>
    numberFormat(locale, digits, digits).format(value);
  const number = (value: number, digits = 3) => numberFormat(locale, 0, digits).format(value);
  const minutes = (seconds: number) =>
    fixed(seconds / 60, seconds !== 0 && Math.abs(seconds) < SHORT_S ? 3 : 1);
  const percent = (share: number) => `${fixed(share * 100, 1)}%`;
  const plain = (kind: MeasureKind, value: number): string => {
    switch (kind) {
      case 'duration':
        return minutes(value);
      case 'share':
        return fixed(value * 100, 1);
      case 'ratio':
        return fixed(value, 2);
      case 'count':
      case 'cases':
      case 'people':
      case 'days':
      case 'hours':
      case 'metres':
        return fixed(value, 1);
    }
  };
  const fine = (kind: MeasureKind, { ci95 }: Measure, value: number): string => {
    const scale = SCALES[kind];
    const half = ci95 === null ? 0 : ((ci95[1] - ci95[0]) / 2) * scale;
    // Two significant digits of the half width, but one decimal at least and four at most.
    const digits = half > 0 ? Math.min(4, Math.max(1, 1 - Math.floor(Math.log10(half)))) : 1;
    return fixed(value * scale, digits);
  };
  return {
    number,
    fixed,
    minutes,
    percent,
    mean: (kind, measure) => (measure.mean === null ? NOTHING : plain(kind, measure.mean)),
    difference: (kind, measure) => {
      if (measure.mean === null) return NOTHING;
      const text = fine(kind, measure, measure.mean);
      // What rounds to zero is neither more nor less.
      return measure.mean > 0 && /[1-9]/.test(text) ? `+${text}` : text;
    },
    differenceInterval: (kind, measure) =>
      measure.ci95 === null
        ? NOTHING
        : `${fine(kind, measure, measure.ci95[0])} … ${fine(kind, measure, measure.ci95[1])}`,
    interval: (kind, measure) =>
      measure.ci95 === null
        ? NOTHING
        : `${plain(kind, measure.ci95[0])}–${plain(kind, measure.ci95[1])}`,
  };
}

const two = (value: number) => String(value).padStart(2, '0');

/** Microseconds since midnight as `hh:mm:ss`. */
export function clockTime(timeUs: number): string {
  const seconds = Math.floor(timeUs / 1e6);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Seconds since midnight as `hh:mm`. */
export function hourMinute(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A span as `m:ss`, for steps of a story. */
export function minuteSecond(spanUs: number): string {
  const seconds = Math.max(0, Math.round(spanUs / 1e6));
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}
