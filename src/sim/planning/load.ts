import type { ArrivalModel } from '../hall/arrivals';
import type { HallModel } from '../hall/model';

/**
 * Offered load of each class: expected first visits a day (or an hour of a continuous run) times
 * the mean service, in window-seconds. Proportions are what it is for: return visits, collections
 * and shares served elsewhere are left out.
 */
export function offeredLoads(model: HallModel): number[] {
  const online = 1 - model.onlineShare;
  return model.classes.map(({ arrivals, appointments, service }) => {
    const booked = appointments
      ? appointments.atUs.length * appointments.booked * (1 - appointments.noShow)
      : 0;
    return (visitsOf(arrivals, model) * online + booked) * service.mean;
  });
}

/** Expected visits a day, in the mean over the days. */
function visitsOf(arrivals: ArrivalModel, { days, sessions }: HallModel): number {
  const count = Math.max(1, days);
  switch (arrivals.kind) {
    case 'list':
      return arrivals.atUs.length / count;
    case 'renewal': {
      const openUs = sessions.reduce((sum, s) => sum + s.toUs - s.doorsUs, 0);
      return openUs / 1e6 / arrivals.between.mean;
    }
    case 'rates': {
      let visits = 0;
      for (let day = 0; day < count; day++) {
        const rates = arrivals.variants[arrivals.variantOf[day] ?? 0]!;
        const scale = arrivals.scaleOf?.[day] ?? 1;
        for (const [i, perUs] of rates.perUs.entries())
          visits += scale * perUs * (rates.toUs[i]! - rates.fromUs[i]!);
      }
      return visits / count;
    }
  }
}
