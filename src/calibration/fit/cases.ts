import type { Weekday, WorkingDays } from '../../scenarios/schema-parts';
import { weekdayOf } from '../../scenarios/work-calendar';
import type { CaseLog } from '../log/types';
import { fitDurations } from './durations';
import { quantileOf, shareOf } from './numeric/estimates';
import { provenanceOf, readable } from './provenance';
import { calibrationOf } from './result';
import { sourceOf } from './source';
import { stepper } from './steps';
import type { CalibrateOptions, Calibration, CaseFit, LogSource } from './types';
import { WEEKDAYS } from './visits';

/** Fewer cases of a kind are only in the whole. */
const FEWEST_CASES = 50;
/** A day of the week with less of the steps than this part of an even share is no working day. */
const IDLE_DAY = 0.2;
/** Days kept of the empirical stretch. */
const EMPIRICAL_DAYS = 500;

/** Back-office times over working days, all cases together and by kind. */
export function calibrateCases(log: CaseLog, options: CalibrateOptions): Calibration {
  const step = stepper(options);
  const source: LogSource = sourceOf(log, options);
  const seed = options.seed ?? 1;
  const weekend = weekendOf(log);
  const kinds: [id: string, name: string, rows: number[]][] = [
    ['all', '全部 all', Array.from({ length: log.rows }, (_, i) => i)],
  ];
  if (log.items.length > 1)
    for (const [k, name] of log.items.entries()) {
      const rows: number[] = [];
      for (let i = 0; i < log.rows; i++) if (log.item[i] === k) rows.push(i);
      if (rows.length >= FEWEST_CASES) kinds.push([`k${k + 1}`, name, rows]);
    }
  const office = officeHours(log);
  const cases = kinds.flatMap(([id, name, rows], k): CaseFit[] => {
    step(`办结时间：${name}`, `Case times: ${name}`, k / kinds.length);
    const fit = fitCases(log, id, name, rows, weekend, office, source, seed);
    return fit ? [fit] : [];
  });
  step('完成', 'Done', 1);
  return calibrationOf({
    kind: 'cases',
    source,
    cases,
    unknowns: [
      {
        about: 'scenario',
        text: {
          zh: '这是后台办件的记录，没有来访和窗口：得到的是审批用时，可以填入已有方案。',
          en: 'A back office’s log holds no visitors and no windows: what comes of it are times for approvals, to be put into a scenario.',
        },
      },
      {
        about: 'service',
        text: {
          zh: '首末步骤之间既有处理也有等待，两者分不开。',
          en: 'Between first and last step there is work and waiting; they cannot be told apart.',
        },
      },
      {
        about: 'open',
        text: {
          zh: '记录结束时还没有办完的案件看起来比实际短；临近末尾开始的案件尤其如此。',
          en: 'Cases still open when the log ends look shorter than they are, those begun near its end most.',
        },
      },
    ],
  });
}

/** Days of the week on which hardly any step is taken. */
function weekendOf(log: CaseLog): Weekday[] {
  const steps = new Float64Array(7);
  for (let i = 0; i < log.rows; i++) {
    steps[WEEKDAYS.indexOf(weekdayOf(log.firstDay[i]!))]!++;
    steps[WEEKDAYS.indexOf(weekdayOf(log.lastDay[i]!))]!++;
  }
  return WEEKDAYS.filter((_, w) => steps[w]! < (IDLE_DAY * 2 * log.rows) / 7);
}

/** From when to when steps are taken on a day: all but one in twenty at either end. */
function officeHours(log: CaseLog): readonly [number, number] {
  const times = new Float64Array(2 * log.rows);
  times.set(log.firstS, 0);
  times.set(log.lastS, log.rows);
  times.sort();
  const [from, to] = [quantileOf(times, 0.05), quantileOf(times, 0.95)];
  return to > from ? [from, to] : [0, 86_400];
}

/** Working days from one day to another: 0 on the same day. Whole weeks are counted at once. */
export function workingDaysBetween(from: number, to: number, weekend: readonly Weekday[]): number {
  const weeks = Math.floor((to - from) / 7);
  let days = weeks * (7 - weekend.length);
  for (let day = from + weeks * 7 + 1; day <= to; day++)
    if (!weekend.includes(weekdayOf(day))) days++;
  return Math.max(0, days);
}

function fitCases(
  log: CaseLog,
  id: string,
  name: string,
  rows: readonly number[],
  weekend: readonly Weekday[],
  [openS, closeS]: readonly [number, number],
  source: LogSource,
  seed: number,
): CaseFit | null {
  const hoursS = closeS - openS;
  const days = new Float64Array(rows.length);
  const seconds = new Float64Array(rows.length);
  const within: number[] = [];
  let same = 0;
  const inOffice = (s: number) => Math.min(closeS, Math.max(openS, s)) - openS;
  for (const [k, i] of rows.entries()) {
    const n = workingDaysBetween(log.firstDay[i]!, log.lastDay[i]!, weekend);
    days[k] = n;
    if (log.firstDay[i] === log.lastDay[i]) {
      same++;
      seconds[k] = Math.max(0, log.lastS[i]! - log.firstS[i]!);
      within.push(seconds[k]!);
    } else
      seconds[k] = Math.max(0, n * hoursS + inOffice(log.lastS[i]!) - inOffice(log.firstS[i]!));
  }
  const duration = fitDurations({ classId: id, name, times: seconds }, seed);
  if (!duration) return null;
  const sorted = days.slice().sort();
  const mean = sorted.reduce((sum, x) => sum + x, 0) / sorted.length;
  const sd = Math.sqrt(
    sorted.reduce((sum, x) => sum + (x - mean) ** 2, 0) / Math.max(1, sorted.length - 1),
  );
  const half = (1.96 * sd) / Math.sqrt(sorted.length);
  const geometricDistance = distanceToGeometric(sorted, mean);
  const from = provenanceOf(source);
  const useGeometric = geometricDistance <= 0.03 && mean > 0;
  const workingDays: WorkingDays = useGeometric
    ? { kind: 'geometric', meanDays: readable(mean, 4), provenance: from }
    : { kind: 'empirical', days: thinned(sorted), provenance: from };
  return {
    classId: id,
    name,
    rows: rows.length,
    sameDay: shareOf(same, rows.length),
    meanDays: { value: mean, ci95: [Math.max(0, mean - half), mean + half], n: rows.length },
    quantiles: [0.5, 0.75, 0.9, 0.95].map((p) => ({ p, days: Math.round(quantileOf(sorted, p)) })),
    sameDayTime:
      within.length > 0
        ? fitDurations({ classId: id, name, times: Float64Array.from(within) }, seed)
        : null,
    duration,
    workingDays,
    geometricDistance,
    weekend,
    remark: {
      zh: `${((100 * same) / rows.length).toFixed(0)} % 当天办结；平均 ${mean.toFixed(1)} 个工作日，九成在 ${Math.round(quantileOf(sorted, 0.9))} 个工作日内。${useGeometric ? '几何分布足够好。' : `几何分布相差 ${(100 * geometricDistance).toFixed(0)} %，因此保留记录中的天数。`}`,
      en: `${((100 * same) / rows.length).toFixed(0)} % are done on the day; ${mean.toFixed(1)} working days on average, nine in ten within ${Math.round(quantileOf(sorted, 0.9))}. ${useGeometric ? 'A geometric distribution is good enough.' : `A geometric distribution is off by ${(100 * geometricDistance).toFixed(0)} %, so the days of the log are kept.`}`,
    },
  };
}

/** Largest distance between the days and a geometric distribution of the same mean. */
function distanceToGeometric(sorted: Float64Array, mean: number): number {
  const q = mean / (1 + mean);
  let distance = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i + 1 < sorted.length && sorted[i + 1] === sorted[i]) continue;
    distance = Math.max(distance, Math.abs((i + 1) / sorted.length - (1 - q ** (sorted[i]! + 1))));
  }
  return distance;
}

function thinned(sorted: Float64Array): number[] {
  const n = sorted.length;
  if (n <= EMPIRICAL_DAYS) return Array.from(sorted, (x) => Math.min(5000, x));
  return Array.from({ length: EMPIRICAL_DAYS }, (_, i) =>
    Math.min(5000, sorted[Math.floor(((i + 0.5) * n) / EMPIRICAL_DAYS)]!),
  );
}
