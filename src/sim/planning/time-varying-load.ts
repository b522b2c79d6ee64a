import type { HallModel } from '../hall/model';
import type { ClassModel } from '../hall/model-class';
import {
  exponentialMoments,
  lognormalMoments,
  meanInService,
  type PartialMoments,
  type RateInterval,
} from '../theory/infinite-servers';
import { HALF_HOUR_S, type HalfHour } from './shifts';

/**
 * Offered load of each class by half hour: the mean number in service if there were windows
 * without end (modified offered load). Services are taken as lognormal with the class's own mean
 * and variation. Arrivals are those of the first day; shares served elsewhere are left out.
 * Source: Jennings, Mandelbaum, Massey, Whitt, Server staffing to meet time-varying demand,
 * Management Science 42 (1996) 1383–1394.
 */
export function loadsByHalfHour(model: HallModel, halfHours: readonly HalfHour[]): number[][] {
  return model.classes.map((c) => {
    const rates = ratesOf(c, model);
    const moments = momentsOf(c);
    return halfHours.map(({ fromS, toS }) => meanInService(rates, moments, fromS, toS));
  });
}

function momentsOf({ service }: ClassModel): PartialMoments {
  const cv = Math.sqrt(service.variance) / service.mean;
  return cv > 0 && Math.abs(cv - 1) > 1e-9
    ? lognormalMoments(service.mean, cv)
    : exponentialMoments(service.mean);
}

/** Rates in visits a second. */
function ratesOf({ arrivals, appointments }: ClassModel, model: HallModel): RateInterval[] {
  const intervals: RateInterval[] = [];
  const stays = 1 - model.onlineShare;
  switch (arrivals.kind) {
    case 'rates': {
      const rates = arrivals.variants[arrivals.variantOf[0] ?? 0]!;
      const scale = (arrivals.scaleOf?.[0] ?? 1) * stays;
      for (const [i, perUs] of rates.perUs.entries())
        intervals.push({
          from: rates.fromUs[i]! / 1e6,
          to: rates.toUs[i]! / 1e6,
          rate: perUs * 1e6 * scale,
        });
      break;
    }
    case 'renewal':
      for (const { doorsUs, toUs } of model.sessions)
        intervals.push({
          from: doorsUs / 1e6,
          to: toUs / 1e6,
          rate: stays / arrivals.between.mean,
        });
      break;
    case 'list':
      intervals.push(...byHalfHour(arrivals.atUs, 1));
      break;
  }
  if (appointments)
    intervals.push(
      ...byHalfHour(appointments.atUs, appointments.booked * (1 - appointments.noShow)),
    );
  return intervals;
}

/** Instants of one day as rates by half hour, each counted with a weight. */
function byHalfHour(atUs: readonly number[], weight: number): RateInterval[] {
  const counts = new Map<number, number>();
  for (const us of atUs) {
    const start = Math.floor(us / 1e6 / HALF_HOUR_S) * HALF_HOUR_S;
    counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  return [...counts].map(([from, count]) => ({
    from,
    to: from + HALF_HOUR_S,
    rate: (count * weight) / HALF_HOUR_S,
  }));
}
