import { describe, expect, test } from 'vitest';
import { type ScenarioInput, scenarioSchema } from '../../../src/scenarios/scenario';
import { prepare, recordDay } from '../../../src/sim/experiments/simulate';
import { DAY_US } from '../../../src/sim/hall/arrivals';
import { attendanceOf } from '../../../src/sim/stats/attendance';
import { supervisionOf } from '../../../src/sim/stats/supervision';
import { dayScenario } from '../hall/scenarios';

const clockUs = (h: number, m = 0) => (h * 3600 + m * 60) * 1e6;
const minutes = (m: number) => ({ dist: 'deterministic' as const, valueS: m * 60 });

function recordOf(changes: Partial<ScenarioInput>) {
  return recordDay(prepare(scenarioSchema.parse(dayScenario(changes)), null, 1), 0);
}

const window = { id: 'w1', name: 'w1', serves: ['a'] };
const one = (atS: number[], rest = {}) => ({
  id: 'a',
  name: 'a',
  arrivals: { kind: 'list' as const, atS },
  service: minutes(10),
  ...rest,
});

describe('the attendance sheet', () => {
  test('shows shifts, breaks, covers and absences, of windows, guide and approvers', () => {
    const record = recordOf({
      classes: [one([])],
      windows: [
        { ...window, breaks: [{ from: '10:00', to: '10:15' }] },
        {
          ...window,
          id: 'w2',
          absence: { share: 1, cover: { afterS: 1800, efficiency: 0.8 } },
        },
        { ...window, id: 'w3', absence: { share: 1 } },
      ],
      guideDesk: { share: 1, service: minutes(1), shifts: [{ from: '09:00', to: '11:00' }] },
      backOffices: [{ id: 'office', name: 'office', approvers: 3 }],
    });
    const sheet = attendanceOf(record).map(({ kind, place, staff, people, fromUs, toUs }) => [
      kind,
      place,
      staff,
      people,
      fromUs,
      toUs,
    ]);
    expect(sheet).toEqual([
      ['window', 2, 'absent', 1, null, null],
      ['window', 0, 'own', 1, clockUs(9), clockUs(10)],
      ['station', 0, 'own', 1, clockUs(9), clockUs(11)],
      ['backOffice', 0, 'own', 3, clockUs(9), clockUs(12)],
      ['window', 1, 'cover', 1, clockUs(9, 30), clockUs(12)],
      ['window', 0, 'own', 1, clockUs(10, 15), clockUs(12)],
    ]);
  });
});

describe('the supervision list', () => {
  test('names waits over the target', () => {
    const record = recordOf({
      targetWaitS: 600,
      classes: [one([32400, 32400, 32400, 32400], { patience: minutes(25) })],
      windows: [window],
    });
    const waits = supervisionOf(record).filter((line) => line.kind === 'wait');
    expect(waits).toEqual([
      {
        kind: 'wait',
        atUs: clockUs(9, 20),
        visitor: 2,
        classIndex: 0,
        waitUs: 20 * 60e6,
        how: 'called',
      },
      {
        kind: 'wait',
        atUs: clockUs(9, 25),
        visitor: 3,
        classIndex: 0,
        waitUs: 25 * 60e6,
        how: 'gaveUp',
      },
    ]);
  });

  test('names windows unmanned in opening hours, and why', () => {
    const record = recordOf({
      classes: [one([])],
      windows: [
        { ...window, breaks: [{ from: '10:00', to: '10:15' }] },
        { ...window, id: 'w2', absence: { share: 1, cover: { afterS: 1800 } } },
        { ...window, id: 'w3', onDemand: { whenWaiting: 5, untilWaiting: 1 } },
      ],
    });
    expect(supervisionOf(record)).toEqual([
      {
        kind: 'unmanned',
        atUs: clockUs(10),
        untilUs: clockUs(10, 15),
        window: 0,
        reason: 'roster',
      },
      { kind: 'unmanned', atUs: clockUs(9), untilUs: clockUs(9, 30), window: 1, reason: 'absent' },
      { kind: 'unmanned', atUs: clockUs(9), untilUs: clockUs(12), window: 2, reason: 'onDemand' },
    ]);
  });

  test('names promised cases that are late, decided or not, and low ratings', () => {
    const record = recordOf({
      horizon: {
        kind: 'days',
        firstDate: '2026-03-02',
        workingDays: 5,
        sessions: [{ from: '09:00', to: '12:00' }],
        closing: 'serveInside',
      },
      // The one approver needs all of two mornings for each.
      classes: [
        one([32400, 32400], {
          outcomes: { done: 0, promised: 1 },
          promisedCase: {
            promisedDays: 1,
            survey: { share: 1, after: { kind: 'fixed', days: 1 } },
            review: [
              { backOffice: 'office', duration: { dist: 'exponential', meanS: 0.001 } },
              { backOffice: 'slow', duration: { dist: 'lognormal', meanS: 130_000, cv: 0.01 } },
            ],
          },
        }),
      ],
      windows: [window],
      backOffices: [
        { id: 'office', name: 'office', approvers: 1 },
        { id: 'slow', name: 'slow', approvers: 1 },
      ],
      rating: {
        shares: [0, 0, 0, 0, 1],
        duration: minutes(0),
        followUp: { backOffice: 'office', duration: minutes(5), withinDays: 0 },
      },
    });
    const lines = supervisionOf(record);
    const cases = lines.filter((line) => line.kind === 'caseLate');
    expect(cases).toMatchObject([
      { visitor: 0, promisedDays: 1, tookDays: 2 },
      { visitor: 1, atUs: expect.any(Number) },
    ]);
    for (const line of cases) expect(line.atUs! / DAY_US).toBeGreaterThan(2);
    expect(lines.filter((line) => line.kind === 'lowRating')).toMatchObject([
      { visitor: 0, level: 4, followedUpUs: clockUs(9, 15), late: false },
      { visitor: 1, level: 4, followedUpUs: clockUs(9, 25), late: false },
    ]);
  });
});
