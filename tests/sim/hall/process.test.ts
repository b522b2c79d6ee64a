import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hallScenario } from '../../../src/scenarios/halls';
import { type Scenario, scenarioSchema } from '../../../src/scenarios/scenario';
import { recordDay, simulate } from '../../../src/sim/experiments/simulate';
import { compileHall } from '../../../src/sim/hall/model';
import { type DayRecord, EventKind, LeaveReason } from '../../../src/sim/hall/record';
import { idleBesideWaiting } from './idle';
import { audit } from './replay';
import { anyHall, anyScenario, dayScenario } from './scenarios';

function recordOf(scenario: Scenario, seed = 1, engine: 'default' | 'simjs' = 'default') {
  const model = compileHall(scenario, null);
  return { model, record: recordDay({ model, floorplan: null, seed, present: null }, 0, engine) };
}

/** Times of one kind of event, in seconds. */
function timesOf(record: DayRecord, kind: EventKind): number[] {
  return Array.from(record.events.timeUs)
    .filter((_, i) => record.events.kind[i] === kind)
    .map((us) => us / 1e6);
}

function reasons(record: DayRecord): LeaveReason[] {
  return Array.from(record.events.value).filter(
    (_, i) => record.events.kind[i] === EventKind.Leave,
  );
}

describe('a day by hand', () => {
  test('one window serves three visitors one after the other', () => {
    const { record } = recordOf(dayScenario());
    expect(timesOf(record, EventKind.Call)).toEqual([32400, 32460, 32520]);
    expect(timesOf(record, EventKind.Leave)).toEqual([32460, 32520, 32580]);
  });

  test('patience ends a wait, but not at the very instant of the call', () => {
    const patience = (valueS: number) =>
      dayScenario({
        classes: [
          {
            id: 'a',
            name: 'a',
            arrivals: { kind: 'list', atS: [32400, 32410] },
            service: { dist: 'deterministic', valueS: 60 },
            patience: { dist: 'deterministic', valueS },
          },
        ],
      });
    expect(timesOf(recordOf(patience(49)).record, EventKind.Abandon)).toEqual([32459]);
    expect(timesOf(recordOf(patience(50)).record, EventKind.Abandon)).toEqual([]);
  });

  test('higher priority is called first, then the earlier ticket', () => {
    const { record } = recordOf(
      dayScenario({
        classes: ['a', 'b'].map((id, i) => ({
          id,
          name: id,
          priority: i,
          arrivals: { kind: 'list' as const, atS: i === 0 ? [32400, 32410] : [32420, 32430] },
          service: { dist: 'deterministic' as const, valueS: 60 },
        })),
        windows: [{ id: 'w1', name: 'w1', serves: ['a', 'b'] }],
      }),
    );
    const called = Array.from(record.events.visitor).filter(
      (_, i) => record.events.kind[i] === EventKind.Call,
    );
    expect(called).toEqual([0, 2, 3, 1]);
  });

  test('closing: those inside are served, or sent away', () => {
    const at = (closing: 'serveInside' | 'sendAway') =>
      recordOf(
        dayScenario({
          horizon: { kind: 'day', sessions: [{ from: '09:00', to: '09:01' }], closing },
        }),
      ).record;
    expect(reasons(at('serveInside'))).toEqual([0, 0, 0]);
    expect(timesOf(at('serveInside'), EventKind.WindowClose)).toEqual([32580]);
    expect(reasons(at('sendAway')).sort()).toEqual([
      LeaveReason.Done,
      LeaveReason.Done,
      LeaveReason.SentAway,
    ]);
  });

  test('a break keeps who waits: called when the window opens again', () => {
    const { record } = recordOf(
      dayScenario({
        windows: [
          {
            id: 'w1',
            name: 'w1',
            serves: ['a'],
            shifts: [
              { from: '09:00', to: '09:00:30' },
              { from: '10:00', to: '11:00' },
            ],
          },
        ],
      }),
    );
    expect(timesOf(record, EventKind.Call)).toEqual([32400, 36000, 36060]);
    expect(timesOf(record, EventKind.WindowClose)[0]).toBe(32460);
  });

  test('an approval goes through the back office to the issuing window', () => {
    const { record } = recordOf(
      dayScenario({
        classes: [
          {
            id: 'a',
            name: 'a',
            arrivals: { kind: 'list', atS: [32400] },
            service: { dist: 'deterministic', valueS: 60 },
            outcomes: {
              done: 0,
              approval: {
                share: 1,
                backOffice: 'office',
                duration: { dist: 'deterministic', valueS: 300 },
                issue: { dist: 'deterministic', valueS: 30 },
              },
            },
          },
        ],
        windows: [
          { id: 'w1', name: 'w1', serves: ['a'] },
          { id: 'w2', name: 'w2', area: 'issuing', serves: [] },
        ],
        backOffices: [{ id: 'office', name: 'office', approvers: 1 }],
      }),
    );
    expect(timesOf(record, EventKind.ApprovalEnd)).toEqual([32760]);
    expect(timesOf(record, EventKind.Leave)).toEqual([32790]);
    expect(reasons(record)).toEqual([LeaveReason.Issued]);
  });

  test('a faster clerk needs less time', () => {
    const { record } = recordOf(
      dayScenario({ windows: [{ id: 'w1', name: 'w1', serves: ['a'], efficiency: 2 }] }),
    );
    expect(timesOf(record, EventKind.ServiceEnd)).toEqual([32430, 32460, 32490]);
  });
});

describe.each([
  { name: 'plain halls', halls: anyScenario },
  { name: 'every mechanism of the process', halls: anyHall },
])('random halls, $name (seed 20210224)', ({ halls }) => {
  test('nobody is lost, served twice, or served by a closed window', () => {
    fc.assert(
      fc.property(halls, fc.nat(1e6), (input, seed) => {
        const { model, record } = recordOf(scenarioSchema.parse(input), seed);
        const { arrived, left } = audit(record, model);
        expect(left).toBe(arrived);
      }),
      { numRuns: 300, seed: 20210224 },
    );
  });

  test('no window is free while somebody waits whom it serves', () => {
    fc.assert(
      fc.property(halls, fc.nat(1e6), (input, seed) => {
        // In lines of their own people stand where they chose.
        fc.pre(input.queueing?.kind !== 'separateLines');
        const { model, record } = recordOf(scenarioSchema.parse(input), seed);
        expect(idleBesideWaiting(record, model)).toEqual([]);
      }),
      { numRuns: 300, seed: 20210224 },
    );
  });

  test('both engines tell the same record', () => {
    fc.assert(
      fc.property(halls, fc.nat(1e6), (input, seed) => {
        const scenario = scenarioSchema.parse(input);
        expect(recordOf(scenario, seed, 'simjs').record.events).toEqual(
          recordOf(scenario, seed, 'default').record.events,
        );
      }),
      { numRuns: 40, seed: 20210224 },
    );
  });
});

describe('common random numbers', () => {
  test('another window changes nobody’s arrival, and the same seed gives the same bytes', () => {
    const arrivals = (windows: number) => {
      const scenario = structuredClone(hallScenario('quxi'));
      scenario.windows = scenario.windows.filter((_, i) => i >= 8 - windows);
      return timesOf(recordOf(scenario).record, EventKind.Arrive);
    };
    expect(arrivals(4)).toEqual(arrivals(8));
    const report = () =>
      JSON.stringify(
        simulate({ scenario: hallScenario('quxi'), floorplan: null, seed: 7, replications: 3 }),
      );
    expect(report()).toBe(report());
  });
});
