import { describe, expect, test } from 'vitest';
import type { ScenarioInput } from '../../../src/scenarios/scenario';
import { replicate } from '../../../src/sim/experiments/simulate';
import { compileHall } from '../../../src/sim/hall/model';
import { EventKind, LeaveReason } from '../../../src/sim/hall/record';
import { supervisionOf } from '../../../src/sim/stats/supervision';
import { a, exactly, list, reasonsOf, recordOf, timesOf, told, window } from './by-hand';
import { dayScenario } from './scenarios';

const MIN = 60;
const HOUR = 3600;
const lines = { kind: 'separateLines' as const };
const horizon = (
  sessions: [string, string][],
  changes: Partial<Extract<ScenarioInput['horizon'], { kind: 'day' }>> = {},
) => ({
  kind: 'day' as const,
  sessions: sessions.map(([from, to]) => ({ from, to })),
  closing: 'serveInside' as const,
  ...changes,
});
/** Who is called from which wait, [seconds after nine, window]. */
const calls = (record: ReturnType<typeof recordOf>) =>
  told(record, EventKind.Call).map(([t, , w]) => [t, w]);

describe('hours', () => {
  test('sessions that touch are one', () => {
    const record = recordOf(
      dayScenario({
        horizon: horizon([
          ['09:00', '10:00'],
          ['10:00', '12:00'],
        ]),
        classes: [a({ arrivals: list(HOUR + 10) })],
        windows: [window('w')],
      }),
    );
    expect(calls(record)).toEqual([[HOUR + 10, 0]]);
    expect(timesOf(record, EventKind.WindowClose)).toEqual([3 * HOUR]);
  });

  test('doors that open for the next session as the last one closes stay open', () => {
    const record = recordOf(
      dayScenario({
        horizon: horizon(
          [
            ['09:00', '10:00'],
            ['10:30', '12:00'],
          ],
          { closing: 'sendAway', doorsOpenBeforeS: 1800 },
        ),
        classes: [a({ arrivals: list(HOUR + 600, 2 * HOUR) })],
        windows: [window('w')],
      }),
    );
    expect(calls(record)).toEqual([
      [1.5 * HOUR, 0],
      [2 * HOUR, 0],
    ]);
  });

  test('a clerk of the morning does not stay the afternoon', () => {
    const record = recordOf(
      dayScenario({
        horizon: horizon([
          ['09:00', '10:00'],
          ['10:30', '12:00'],
        ]),
        classes: [
          a({
            arrivals: list(...Array.from({ length: 40 }, (_, i) => i * 270)),
            service: exactly(600),
          }),
        ],
        windows: [window('morning', { shifts: [{ from: '09:00', to: '10:00' }] }), window('all')],
      }),
    );
    // At half past ten the other is on duty again: the service in hand is finished, no more.
    const [at] = told(record, EventKind.WindowClose).find(([, , w]) => w === 0)!;
    expect(at).toBeGreaterThanOrEqual(1.5 * HOUR);
    expect(at).toBeLessThanOrEqual(1.5 * HOUR + 600);
  });

  test('renewals come only while the doors are open', () => {
    const arrivals = { kind: 'renewal' as const, between: exactly(HOUR) };
    const record = recordOf(
      dayScenario({
        horizon: horizon([
          ['09:00', '10:30'],
          ['11:30', '14:00'],
        ]),
        classes: [a({ arrivals })],
        windows: [window('w')],
      }),
    );
    expect(timesOf(record, EventKind.Arrive)).toEqual([HOUR, 3 * HOUR, 4 * HOUR]);
  });
});

describe('lines', () => {
  test('windows that open together share those who stand there', () => {
    const record = recordOf(
      dayScenario({
        horizon: horizon([['09:00', '12:00']], { doorsOpenBeforeS: 1800 }),
        queueing: lines,
        classes: [a({ arrivals: list(-60, -59, -58, -57, -56, -55) })],
        windows: ['x', 'y', 'z'].map((id) => window(id)),
      }),
    );
    expect(calls(record)).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [60, 0],
      [60, 1],
      [60, 2],
    ]);
  });

  test('a window that comes back late from its break is joined by those who stand elsewhere', () => {
    const record = recordOf(
      dayScenario({
        queueing: lines,
        classes: [a({ arrivals: list(55 * MIN, 65 * MIN), service: exactly(20 * MIN) })],
        windows: [
          window('b', { shifts: [{ from: '09:00', to: '09:30' }] }),
          window('a', { breaks: [{ from: '10:00', to: '10:10' }] }),
        ],
      }),
    );
    expect(calls(record)).toEqual([
      [55 * MIN, 1],
      [75 * MIN, 1],
    ]);
    expect(reasonsOf(record)).toEqual([LeaveReason.Done, LeaveReason.Done]);
  });

  test.each([['separateLines'], ['pooled']] as const)(
    'whoever is passed over and waits again is called by a free window (%s)',
    (kind) => {
      const record = recordOf(
        dayScenario({
          queueing: { kind },
          calls: { noShow: 1, recalls: 1, afterS: 60, answers: 0, passedOver: 'rejoins' },
          classes: [a({ arrivals: list(0, 5, 10), service: exactly(300) })],
          windows: [window('x', { breaks: [{ from: '09:06', to: '12:00' }] }), window('y')],
        }),
      );
      expect(reasonsOf(record)).toEqual(Array(3).fill(LeaveReason.Done));
      expect(timesOf(record, EventKind.WindowClose).at(-1)).toBe(3 * HOUR);
    },
  );

  test('who waits already is helped before a newcomer', () => {
    const record = recordOf(
      dayScenario({
        queueing: { kind: 'bySkill', helpAtWaiting: 3 },
        classes: [
          a({ arrivals: list(0, 10, 20, 30), service: exactly(300) }),
          { id: 'b', name: 'b', arrivals: list(2 * HOUR), service: exactly(60) },
        ],
        windows: [window('x'), window('y', { serves: ['b'], helps: ['a'] })],
      }),
    );
    expect(told(record, EventKind.Call).map(([t, visitor]) => [t, visitor])).toEqual([
      [0, 0],
      [30, 1],
      [300, 2],
      [600, 3],
      [2 * HOUR, 4],
    ]);
  });
});

describe('measures', () => {
  const figures = (changes: Partial<ScenarioInput>) =>
    replicate(
      { model: compileHall(dayScenario(changes), null), floorplan: null, seed: 1, present: null },
      0,
    );

  test('a break in the morning is no overtime of the day before', () => {
    const { days, all } = figures({
      horizon: {
        kind: 'days',
        firstDate: '2026-03-02',
        workingDays: 3,
        sessions: [{ from: '08:00', to: '17:00' }],
        closing: 'serveInside',
      },
      classes: [a()],
      windows: [window('w', { breaks: [{ from: '08:20', to: '08:25' }] })],
    });
    expect(days!.overtimeS).toEqual([0, 0, 0]);
    expect(all.overtimeS).toBe(0);
  });

  test('a wrong ticket: both waits together, one ticket, and a no-show that ends the wait', () => {
    const wrongTicket = { share: 1, rule: 'newTicket' as const, clarify: exactly(900) };
    const two: Partial<ScenarioInput> = {
      classes: [
        a({ arrivals: list(0), service: exactly(60) }),
        { id: 'b', name: 'b', arrivals: list(), service: exactly(60) },
      ],
      windows: [window('x'), window('y', { serves: ['b'], area: 'department' })],
      wrongTicket,
    };
    const served = figures(two);
    expect(served.all.waitMeanS).toBe(0);
    expect(served.tickets.reduce((sum, n) => sum + n, 0)).toBe(1);
    // The time at the wrong window is no wait.
    expect(supervisionOf(recordOf(dayScenario(two))).filter((s) => s.kind === 'wait')).toEqual([]);
    const missing = figures({
      ...two,
      classes: [
        a({ arrivals: list(0, 1), service: exactly(60) }),
        { id: 'b', name: 'b', arrivals: list(), service: exactly(60) },
      ],
      calls: { noShow: 1, recalls: 1, afterS: 60, answers: 0, passedOver: 'leaves' },
    });
    // The first is served at once; the second misses the call to the wrong window.
    expect(missing.all.noShowShare).toBe(0.5);
  });
});
