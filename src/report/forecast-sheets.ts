import { clockOf } from '../scenarios/clock';
import type { Scenario } from '../scenarios/scenario';
import type { Language } from '../scenarios/text';
import type { DayForecast } from '../sim/forecast/day-forecast';
import { type DayFan, FAN } from '../sim/forecast/fan';
import type { NowForecast } from '../sim/forecast/now';
import { effectText, forecastWords, kindsText, nowWords } from './forecast-words';
import type { Cell, Column, Sheet } from './sheet';

const WORDS = {
  zh: {
    forecast: '预测',
    now: '此刻',
    seed: '随机种子',
    replications: '模拟天数',
    from: '从',
    to: '到',
    combined: '合成预测',
    combinedLow: '合成预测：5% 低于',
    combinedHigh: '合成预测：95% 低于',
    past: '往日平均',
    windows: '当班窗口',
    waits: '取号人数',
    mean: '平均等候',
    quantile: (p: number) => `${p * 100}% 的日子低于`,
    p90: '九成人等候不超过（中位日）',
    waiting: '等候人数（中位日）',
    share: '及时叫号的比例',
    low: '区间下限',
    high: '区间上限',
    kept: '兑现承诺的日子',
    more: '需加窗口',
    which: '加哪一类',
    shareWith: '加开后及时叫号的比例',
    spare: '可少一个',
    after: '加班次后及时叫号的比例',
    effects: '增减窗口',
    effect: '结果',
    minutes: '分钟',
    yes: '可',
  },
  en: {
    forecast: 'Forecast',
    now: 'Now',
    seed: 'Random seed',
    replications: 'Simulated days',
    from: 'From',
    to: 'To',
    combined: 'Combined forecast',
    combinedLow: 'Combined: 5% below',
    combinedHigh: 'Combined: 95% below',
    past: 'Mean of past days',
    windows: 'Windows on duty',
    waits: 'Tickets',
    mean: 'Mean wait',
    quantile: (p: number) => `${p * 100}% of days below`,
    p90: 'Nine in ten wait at most (median day)',
    waiting: 'People waiting (median day)',
    share: 'Share called in time',
    low: 'Interval, low',
    high: 'Interval, high',
    kept: 'Days that keep the promise',
    more: 'Windows needed',
    which: 'Of which kind',
    shareWith: 'Share called in time with them',
    spare: 'One could be spared',
    after: 'Share called in time with the extra shifts',
    effects: 'Windows more or less',
    effect: 'Result',
    minutes: 'min',
    yes: 'yes',
  },
} as const;

const hm = (s: number) => clockOf(s).slice(0, 5);
const minutes = (s: number | null | undefined): Cell => (s == null ? null : s / 60);

function fanColumns(language: Language): Column[] {
  const w = WORDS[language];
  const inMinutes = { unit: w.minutes, format: 'decimal' as const };
  return [
    { name: w.from },
    { name: w.to },
    { name: w.waits, format: 'decimal' },
    { name: w.mean, ...inMinutes },
    ...FAN.map((p) => ({ name: w.quantile(p), ...inMinutes })),
    { name: w.p90, ...inMinutes },
    { name: w.waiting, format: 'decimal' },
    { name: w.share, format: 'share' },
    { name: w.low, format: 'share' },
    { name: w.high, format: 'share' },
    { name: w.kept, format: 'share' },
  ];
}

function fanRow({
  fromS,
  toS,
  waits,
  waitS,
  waitP90S,
  waiting,
  share,
  kept,
}: DayFan['halfHours'][number]): Cell[] {
  return [
    hm(fromS),
    hm(toS),
    waits,
    minutes(waitS.mean.mean),
    ...waitS.quantiles.map(minutes),
    minutes(waitP90S.quantiles[2]),
    waiting.quantiles[2] ?? null,
    share.mean,
    share.ci95?.[0] ?? null,
    share.ci95?.[1] ?? null,
    kept.mean,
  ];
}

function combinedCells({ combined }: DayForecast, i: number): Cell[] {
  const half = combined?.halfHours[i];
  if (!half) return [];
  const [low, , , , high] = half.quantiles;
  return [half.waitS, low, high, half.pastS].map(minutes);
}

/** The half hours of a day to come. */
export function forecastSheets(
  forecast: DayForecast,
  scenario: Scenario,
  language: Language,
): Sheet[] {
  const w = WORDS[language];
  const [title = '', ...notes] = forecastWords(forecast, scenario, language);
  return [
    {
      name: w.forecast,
      title,
      about: [
        [w.replications, forecast.fan.replications],
        [w.seed, forecast.seed],
      ],
      columns: [
        ...fanColumns(language),
        { name: w.windows, format: 'integer' },
        { name: w.more, format: 'integer' },
        { name: w.which },
        { name: w.shareWith, format: 'share' },
        { name: w.spare },
        { name: w.after, format: 'share' },
        ...(forecast.combined
          ? [w.combined, w.combinedLow, w.combinedHigh, w.past].map((name) => ({
              name,
              unit: w.minutes,
              format: 'decimal' as const,
            }))
          : []),
      ],
      rows: forecast.fan.halfHours.map((half, i) => {
        const more = forecast.more.find(({ fromS }) => fromS === half.fromS);
        const spare = forecast.spare.some(({ fromS }) => fromS === half.fromS);
        return [
          ...fanRow(half),
          forecast.windows[i] ?? null,
          more?.windows ?? null,
          more ? kindsText(more, scenario, language) : null,
          more?.share.mean ?? null,
          spare ? w.yes : null,
          forecast.mending?.after.halfHours[i]?.share.mean ?? null,
          ...combinedCells(forecast, i),
        ];
      }),
      notes,
    },
  ];
}

/** The rest of a day, and what windows more or less do. */
export function nowSheets(now: NowForecast, scenario: Scenario, language: Language): Sheet[] {
  const w = WORDS[language];
  const [title = '', ...notes] = nowWords(now, scenario, language);
  const about = [
    [w.replications, now.fan.replications],
    [w.seed, now.seed],
  ] as const;
  return [
    {
      name: w.now,
      title,
      about,
      columns: fanColumns(language),
      rows: now.fan.halfHours.map(fanRow),
      notes,
    },
    {
      name: w.effects,
      title,
      about,
      columns: [{ name: w.effect }],
      rows: now.effects.map((effect) => [effectText(effect, scenario, language)]),
    },
  ];
}
