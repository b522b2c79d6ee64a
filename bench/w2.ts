import { type Scenario, scenarioSchema } from '../src/scenarios/scenario';

const RATES = [40, 70, 60, 30, 20, 45, 55, 30];
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
const minutes = (m: number) => ({ dist: 'lognormal' as const, meanS: 60 * m, cv: 0.8 });
const patience = { dist: 'exponential' as const, meanS: 3600 };

/** W2, a small hall's day: two areas, patience, a back office and one issuing window. */
export function w2(): Scenario {
  const arrivals = (share: number) => ({
    kind: 'poissonByInterval' as const,
    intervals: RATES.map((rate, i) => ({
      from: clock(8 + i),
      to: clock(9 + i),
      perHour: rate * share,
    })),
  });
  const singles = [1, 2, 3, 4, 5].map((i) => `B${i}`);
  return scenarioSchema.parse({
    format: 'hall-twin/scenario',
    version: 1,
    id: 'w2',
    name: 'W2',
    floorplan: null,
    horizon: {
      kind: 'day',
      sessions: [{ from: clock(8), to: clock(16) }],
      closing: 'serveInside',
    },
    targetWaitS: 900,
    classes: [
      {
        id: 'A',
        name: 'A',
        arrivals: arrivals(0.7),
        service: minutes(8),
        patience,
        outcomes: {
          done: 0.6,
          approval: {
            share: 0.4,
            backOffice: 'office',
            duration: { dist: 'exponential', meanS: 600 },
            issue: { dist: 'exponential', meanS: 120 },
          },
        },
      },
      ...singles.map((id) => ({
        id,
        name: id,
        arrivals: arrivals(0.06),
        service: minutes(12),
        patience,
      })),
    ],
    windows: [
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((i) => ({ id: `a${i}`, name: `a${i}`, serves: ['A'] })),
      ...singles.map((id) => ({ id: `w${id}`, name: id, area: 'department', serves: [id] })),
      { id: 'issue', name: 'issue', area: 'issuing', serves: [] },
    ],
    backOffices: [{ id: 'office', name: 'office', approvers: 4 }],
  });
}
