import { type DayRecord, EventKind } from '../../hall/record';
import { lognormalMoments, meanInService, type RateInterval } from '../../theory/infinite-servers';
import { meanRow, value } from '../chance';
import { clock, question, windows } from '../questions';
import { byEffort, recordsOf } from '../runs';
import type { VerificationCase } from '../types';

/** Visitors an hour, by half hour from 9:00. */
const PER_HOUR = [40, 90, 140, 120, 60, 30, 80, 110];
const OPENS = 9;
const CLOSES = OPENS + PER_HOUR.length / 2;
const SERVICE_S = 1200;
const CV = 0.8;
/** On average some forty are in service at the busiest time; a hundred never are. */
const WINDOWS = 100;

const halfHours = Array.from({ length: PER_HOUR.length + 2 }, (_, i) => OPENS + i / 2);

/** Mean number in service in each half hour of a recorded day. */
function inService(record: DayRecord): number[] {
  const { length, timeUs, kind, visitor } = record.events;
  const since = new Map<number, number>();
  const seconds = halfHours.map(() => 0);
  for (let i = 0; i < length; i++) {
    if (kind[i] === EventKind.ServiceStart) since.set(visitor[i]!, timeUs[i]!);
    if (kind[i] !== EventKind.ServiceEnd) continue;
    const from = since.get(visitor[i]!)! / 1e6;
    const to = timeUs[i]! / 1e6;
    for (const [h, hour] of halfHours.entries()) {
      const overlap = Math.min(to, (hour + 0.5) * 3600) - Math.max(from, hour * 3600);
      if (overlap > 0) seconds[h]! += overlap;
    }
  }
  return seconds.map((s) => s / 1800);
}

const byTimeOfDay: VerificationCase = {
  id: 'mtginf',
  group: 'theory',
  name: { zh: 'M(t)/G/∞：一天之内的人数变化', en: 'M(t)/G/∞ by time of day' },
  about: {
    zh: `到达率每半小时不同；${WINDOWS} 个窗口，无人需要等候；办理时间为对数正态分布，平均 20 分钟。逐个半小时看正在办理的人数，关门后一小时在内。`,
    en: `The rate of arrivals changes every half hour; ${WINDOWS} windows, so nobody waits; lognormal service of mean 20 min. People in service by half hour, to one hour after closing.`,
  },
  source: 'Eick, Massey, Whitt, Operations Research 41 (1993) 731–742',
  run: (context) => {
    const scenario = question('timeOfDay', {
      horizon: {
        kind: 'day',
        sessions: [{ from: clock(OPENS), to: clock(CLOSES) }],
        closing: 'serveInside',
      },
      classes: [
        {
          id: 'visitor',
          name: 'visitor',
          arrivals: {
            kind: 'poissonByInterval',
            intervals: PER_HOUR.map((perHour, i) => ({
              from: clock(halfHours[i]!),
              to: clock(halfHours[i]! + 0.5),
              perHour,
            })),
          },
          service: { dist: 'lognormal', meanS: SERVICE_S, cv: CV },
        },
      ],
      windows: windows(WINDOWS, ['visitor']),
    });
    const days = byEffort(context.effort, 150, 1000);
    const counts = Array.from(recordsOf(scenario, null, context, days), inService);
    const arrivals = PER_HOUR.map(
      (perHour, i): RateInterval => ({
        from: halfHours[i]! * 3600,
        to: (halfHours[i]! + 0.5) * 3600,
        rate: perHour / 3600,
      }),
    );
    const service = lognormalMoments(SERVICE_S, CV);
    return halfHours.map((hour, h) => {
      const label = `${clock(hour)}–${clock(hour + 0.5)}`;
      return meanRow(
        { zh: `${label} 正在办理的人数`, en: `${label}: people in service` },
        'number',
        counts.map((c) => c[h]!),
        value(meanInService(arrivals, service, hour * 3600, (hour + 0.5) * 3600)),
        { sample: 'days' },
      );
    });
  },
};

/** What changes over the day. */
export const TIME_OF_DAY: readonly VerificationCase[] = [byTimeOfDay];
