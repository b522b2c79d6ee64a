import type { Scenario } from '../../scenarios/scenario';
import { clock, exponential, question, windows } from './questions';

const CALLS = [100, 150, 150, 180, 200, 150, 150, 150, 120, 100, 80, 70, 60];
const AGENTS = [4, 6, 8, 8, 8, 7, 8, 8, 6, 6, 4, 4, 4];
/** Calls expected on a day; the published shares are of this number. */
export const CALLS_PER_DAY = CALLS.reduce((sum, calls) => sum + calls, 0);

/**
 * L'Ecuyer's call centre of the SSJ tutorial: agents change by the hour, one gamma factor scales
 * the whole day, a tenth of the callers gives up at once if they have to wait.
 */
export function callCentre(): Scenario {
  const hours = CALLS.map((_, i) => ({ from: clock(8 + i), to: clock(9 + i) }));
  return question('callCentre', {
    horizon: { kind: 'day', sessions: [{ from: '08:00', to: '21:00' }], closing: 'serveInside' },
    targetWaitS: 20,
    demand: {
      visitsPerDay: CALLS_PER_DAY,
      profile: CALLS.map((weight, i) => ({ ...hours[i]!, weight })),
      dayFactorCv: 0.05,
    },
    classes: [
      {
        id: 'call',
        name: 'call',
        arrivals: { kind: 'share', share: 1 },
        service: exponential(100),
        patience: {
          dist: 'mixture',
          components: [
            { probability: 0.1, of: { dist: 'deterministic', valueS: 0 } },
            { probability: 0.9, of: { dist: 'exponential', meanS: 1000 } },
          ],
        },
      },
    ],
    windows: windows(Math.max(...AGENTS), ['call'], 'agent').map((w, agent) => ({
      ...w,
      shifts: hours.filter((_, i) => agent < AGENTS[i]!),
    })),
  });
}

const PER_HOUR = [40, 70, 60, 30, 20, 45, 55, 30];
const SINGLES = ['B1', 'B2', 'B3', 'B4', 'B5'];

/** A small hall's day: pooled windows and single ones, patience, a back office, one issuing window. */
export function smallHall(): Scenario {
  const arrivals = (share: number) => ({
    kind: 'poissonByInterval' as const,
    intervals: PER_HOUR.map((rate, i) => ({
      from: clock(8 + i),
      to: clock(9 + i),
      perHour: rate * share,
    })),
  });
  const service = (minutes: number) => ({
    dist: 'lognormal' as const,
    meanS: 60 * minutes,
    cv: 0.8,
  });
  const patience = exponential(3600);
  return question('smallHall', {
    horizon: { kind: 'day', sessions: [{ from: '08:00', to: '16:00' }], closing: 'serveInside' },
    targetWaitS: 900,
    classes: [
      {
        id: 'A',
        name: 'A',
        arrivals: arrivals(0.7),
        service: service(8),
        patience,
        outcomes: {
          done: 0.6,
          approval: {
            share: 0.4,
            backOffice: 'office',
            duration: exponential(600),
            issue: exponential(120),
          },
        },
      },
      ...SINGLES.map((id) => ({
        id,
        name: id,
        arrivals: arrivals(0.06),
        service: service(12),
        patience,
      })),
    ],
    windows: [
      ...windows(8, ['A']),
      ...SINGLES.map((id) => ({
        id: `w${id}`,
        name: id,
        area: 'department' as const,
        serves: [id],
      })),
      { id: 'issue', name: 'issue', area: 'issuing' as const, serves: [] },
    ],
    backOffices: [{ id: 'office', name: 'office', approvers: 4 }],
  });
}
