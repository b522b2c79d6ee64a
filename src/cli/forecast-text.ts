import { minutesText } from '../report/forecast-words';
import { clockOf } from '../scenarios/clock';
import type { Language } from '../scenarios/text';
import type { DayFan } from '../sim/forecast/fan';
import { table } from './table';

const HEADINGS = {
  zh: [
    '时段',
    '窗口',
    '取号',
    '平均等候 分钟（5% … 50% … 95%）',
    '等候人数',
    '及时叫号',
    '兑现的日子',
  ],
  en: [
    'Half hour',
    'Windows',
    'Tickets',
    'Mean wait, min (5% … 50% … 95%)',
    'Waiting',
    'In time',
    'Days kept',
  ],
} as const;

const hm = (s: number) => clockOf(s).slice(0, 5);
const percent = (x: number | null) => (x === null ? '—' : `${(x * 100).toFixed(1)}%`);

/** A fan half hour by half hour. */
export function forecastTable(
  fan: DayFan,
  language: Language,
  windows: readonly number[] = [],
): string {
  const rows = fan.halfHours.map((half, i) => [
    `${hm(half.fromS)}–${hm(half.toS)}`,
    windows[i] === undefined ? '' : String(windows[i]),
    half.waits.toFixed(1),
    [0, 2, 4].map((q) => minutesText(half.waitS.quantiles[q] ?? null)).join(' … '),
    (half.waiting.quantiles[2] ?? 0).toFixed(1),
    percent(half.share.mean),
    percent(half.kept.mean),
  ]);
  return table([HEADINGS[language], ...rows], [1, 2, 4, 5, 6]);
}
