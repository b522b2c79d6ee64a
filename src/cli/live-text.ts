import { type Counts, DROPPED, NOTED, type Reason } from '../live/counts';
import type { Present } from '../live/present';
import type { Scenario } from '../scenarios/scenario';
import { inLanguage, type Language } from '../scenarios/text';
import type { NowForecast } from '../sim/forecast/now';
import { hallTimeText, REASONS } from './live/words';
import { table } from './table';

const minutes = (ms: number | null) => (ms === null ? '—' : (ms / 60_000).toFixed(1));

const PHASES = {
  closed: { zh: '关闭', en: 'closed' },
  idle: { zh: '空闲', en: 'free' },
  calling: { zh: '已叫号', en: 'has called' },
  serving: { zh: '办理中', en: 'serving' },
} as const;

/** The present state of a hall as text: who waits, windows, what was counted. */
export function liveText(
  {
    counts,
    forecast,
    ...present
  }: Present & { readonly counts: Counts; readonly forecast: NowForecast | null },
  scenario: Scenario | null,
  language: Language,
): string {
  const zh = language === 'zh';
  const nameOf = (list: 'classes' | 'windows', id: string) => {
    const found = scenario?.[list].find((one) => one.id === id);
    return found ? inLanguage(found.name, language) : id === '' ? (zh ? '未知' : 'unknown') : id;
  };
  const items = present.items.filter(({ waiting, called }) => waiting > 0 || called > 0);
  const lines = [
    zh
      ? `${present.date} ${hallTimeText(present.nowMs)}：${present.waiting.length} 人等候，${present.awaiting} 人等结果；今日取号 ${present.taken}，办结 ${present.served}，等不及离开 ${present.left}，过号 ${present.noShow}`
      : `${present.date} ${hallTimeText(present.nowMs)}: ${present.waiting.length} wait, ${present.awaiting} wait for a result; today ${present.taken} numbers taken, ${present.served} served, ${present.left} left, ${present.noShow} did not come`,
    '',
    table(
      [
        zh
          ? ['事项', '等候', '最久（分钟）', '今日叫号', '平均等候（分钟）']
          : ['item', 'waiting', 'longest (min)', 'called today', 'mean wait (min)'],
        ...items.map((one) => [
          nameOf('classes', one.item),
          String(one.waiting),
          minutes(one.longestMs),
          String(one.called),
          minutes(one.meanWaitMs),
        ]),
      ],
      [1, 2, 3, 4],
    ),
    '',
    table(
      [
        zh
          ? ['窗口', '状态', '自', '号码', '已办']
          : ['window', 'state', 'since', 'ticket', 'served'],
        ...present.windows.map((one) => [
          nameOf('windows', one.window),
          PHASES[one.phase][language],
          one.sinceMs === null ? '—' : hallTimeText(one.sinceMs),
          one.ticket ?? '',
          String(one.served),
        ]),
      ],
      [4],
    ),
  ];
  if (forecast)
    lines.push(
      '',
      table(
        [
          zh
            ? ['现在来取号', '一半不超过（分钟）', '九成不超过（分钟）']
            : ['who comes now', 'half wait at most (min)', 'nine in ten at most (min)'],
          ...forecast.newcomers.map((one) => [
            nameOf('classes', one.class),
            minutes(one.medianS === null ? null : one.medianS * 1000),
            minutes(one.p90S === null ? null : one.p90S * 1000),
          ]),
        ],
        [1, 2],
      ),
      zh
        ? `从 ${forecast.at} 的情况推演 ${forecast.fan.replications} 种可能`
        : `from how it was at ${forecast.at}, ${forecast.fan.replications} futures`,
    );
  const told = [...DROPPED, ...NOTED].flatMap((reason: Reason) => {
    const count = counts[reason]?.count ?? 0;
    return count === 0 ? [] : [[REASONS[reason][language], String(count)]];
  });
  if (told.length > 0)
    lines.push('', table([zh ? ['计数', '次'] : ['counted', 'times'], ...told], [1]));
  return lines.join('\n');
}
