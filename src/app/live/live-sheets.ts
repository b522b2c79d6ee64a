import type { TFunction } from 'i18next';
import type { Present } from '../../live/present';
import type { Sheet } from '../../report/sheet';
import type { NowForecast } from '../../sim/forecast/now';
import { hallClock } from './time';

/** Names of windows and items. */
interface Names {
  window(id: string): string;
  item(id: string, unknown: string): string;
}

const minutes = (ms: number | null) => (ms === null ? null : ms / 60_000);

/** The hall as it is now as tables: windows, items, the day so far, and what newcomers are told. */
export function liveSheets(
  present: Present,
  outlook: NowForecast | null,
  names: Names,
  t: TFunction,
): readonly Sheet[] {
  const about: Sheet['about'] = [
    [t('live.sheet.date'), present.date],
    [t('live.sheet.time'), hallClock(present.nowMs)],
  ];
  const unit = t('unit.min');
  const sheet = (name: string, rest: Pick<Sheet, 'columns' | 'rows'>): Sheet => ({
    name,
    title: `${t('live.title')} · ${name}`,
    about,
    ...rest,
  });
  return [
    sheet(t('live.windows.title'), {
      columns: [
        { name: t('live.windows.window') },
        { name: t('live.windows.state') },
        { name: t('live.windows.ticket') },
        { name: t('live.windows.for'), unit, format: 'decimal' },
        { name: t('live.windows.since') },
        { name: t('live.windows.served'), format: 'integer' },
      ],
      rows: present.windows.map((one) => [
        names.window(one.window),
        t(`live.phase.${one.sinceMs === null ? 'unheard' : one.phase}`),
        one.ticket,
        one.sinceMs === null || one.phase === 'closed'
          ? null
          : minutes(present.nowMs - one.sinceMs),
        one.openSinceMs === null ? null : hallClock(one.openSinceMs).slice(0, 5),
        one.served,
      ]),
    }),
    sheet(t('live.items.title'), {
      columns: [
        { name: t('live.items.item') },
        { name: t('live.items.waiting'), format: 'integer' },
        { name: t('live.items.longest'), unit, format: 'decimal' },
        { name: t('live.items.called'), format: 'integer' },
        { name: t('live.items.mean'), unit, format: 'decimal' },
      ],
      rows: present.items.map((one) => [
        names.item(one.item, t('live.items.unknown')),
        one.waiting,
        minutes(one.longestMs),
        one.called,
        minutes(one.meanWaitMs),
      ]),
    }),
    ...(outlook
      ? [
          sheet(t('live.outlook.title'), {
            columns: [
              { name: t('live.items.item') },
              { name: t('live.outlook.median'), unit, format: 'decimal' as const },
              { name: t('live.outlook.p90'), unit, format: 'decimal' as const },
              { name: t('live.outlook.notToday'), format: 'share' as const },
            ],
            rows: outlook.newcomers.map((one) => [
              names.item(one.class, ''),
              one.medianS === null ? null : one.medianS / 60,
              one.p90S === null ? null : one.p90S / 60,
              one.notTodayShare,
            ]),
          }),
        ]
      : []),
  ];
}
