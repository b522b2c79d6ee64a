import { describe, expect, it } from 'vitest';
import { type HallStateInput, hallStateSchema } from '../../../src/scenarios/hall-state';
import { hallScenario } from '../../../src/scenarios/halls';
import type { ScenarioInput } from '../../../src/scenarios/scenario';
import {
  type Experiment,
  prepare,
  recordDay,
  replicateWaits,
} from '../../../src/sim/experiments/simulate';
import { Workshop } from '../../../src/sim/experiments/workshop';
import { EventKind } from '../../../src/sim/hall/record';
import { mmcTransient } from '../../../src/sim/theory/transient';
import { shippedPlan } from '../../plans';
import { dayScenario } from './scenarios';

const state = (changes: Partial<HallStateInput>) =>
  hallStateSchema.parse({ format: 'hall-twin/state', version: 1, at: '08:00', ...changes });

/** Open all day, so that nothing but the queue matters. */
const around = (changes: Partial<ScenarioInput>) =>
  dayScenario({
    horizon: {
      kind: 'day',
      sessions: [{ from: '00:00', to: '24:00' }],
      closing: 'serveInside',
    },
    ...changes,
  });

function taken(
  scenario: ReturnType<typeof dayScenario>,
  from: Partial<HallStateInput>,
): Experiment {
  return new Workshop().prepare({ scenario, floorplan: null, seed: 5, state: state(from) });
}

/** Mean and its standard error over replications. */
function meanOf(n: number, of: (replication: number) => number) {
  const values = Array.from({ length: n }, (_, r) => of(r));
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1);
  return { mean, se: Math.sqrt(variance / n) };
}

describe('a hall taken up as it is', () => {
  const arrivals = { kind: 'poisson' as const, perHour: 30 };
  const service = { dist: 'exponential' as const, meanS: 300 };
  const windows = ['w1', 'w2', 'w3'].map((id) => ({ id, name: id, serves: ['a'] }));
  const mm3 = around({ classes: [{ id: 'a', name: 'a', arrivals, service }], windows });
  const busy = windows.map(({ id }) => ({ id, open: true, serving: { since: '07:52' } }));

  it('M/M/3 with twelve waiting goes on as the theory has it, however long the services have lasted', () => {
    const experiment = taken(mm3, { windows: busy, waiting: [{ count: 12, since: '07:40' }] });
    const { mean, se } = meanOf(800, (r) => replicateWaits(experiment, r).waiting[0]!);
    const truth = mmcTransient(30, 12, 3, 0.5, 15).queueMean;
    expect(truth).toBeGreaterThan(5);
    expect(Math.abs(mean - truth)).toBeLessThan(4 * se);
  });

  it('M/M/3 that is idle fills as one that opens empty', () => {
    const idle = windows.map(({ id }) => ({ id, open: true }));
    const experiment = taken(mm3, { windows: idle });
    const { mean, se } = meanOf(800, (r) => replicateWaits(experiment, r).waiting[0]!);
    expect(Math.abs(mean - mmcTransient(30, 12, 3, 0.5).queueMean)).toBeLessThan(4 * se);
    for (let r = 0; r < 20; r++) expect(replicateWaits(experiment, r).newcomerS[0]).toBe(0);
  });

  it('a newcomer to M/M/3 with twelve before them waits for thirteen departures', () => {
    const experiment = taken(mm3, { windows: busy, waiting: [{ count: 12, since: '07:40' }] });
    const { mean, se } = meanOf(800, (r) => replicateWaits(experiment, r).newcomerS[0]!);
    expect(Math.abs(mean - (13 * 300) / 3)).toBeLessThan(4 * se);
  });

  it('counts the waits of those who were there from their tickets, and not of those at the windows', () => {
    const fixed = around({
      classes: [
        {
          id: 'a',
          name: 'a',
          arrivals: { kind: 'list', atS: [8 * 3600 + 60] },
          service: { dist: 'deterministic', valueS: 600 },
        },
      ],
      windows: windows.slice(0, 1),
    });
    const experiment = taken(fixed, {
      windows: [{ id: 'w1', open: true, serving: { since: '07:55' } }],
      waiting: [{ class: 'a', since: '07:58' }],
    });
    // Five minutes of the service are left; the newcomer of 8:01 comes third.
    const figures = replicateWaits(experiment, 0);
    expect([...figures.ended.subarray(0, 1)]).toEqual([1]);
    expect(figures.meanS[0]).toBeCloseTo(840, 6);
    expect(figures.dayMeanS).toBeCloseTo((7 * 60 + 14 * 60) / 2, 6);
    expect(figures.newcomerS[0]).toBeCloseTo(15 * 60, 6);
    expect(figures.emptyAtS).toBeCloseTo(8 * 3600 + 15 * 60, 6);
  });

  it('who has waited for long has the less patience left', () => {
    const impatient = (since: string) =>
      taken(
        around({
          classes: [
            {
              id: 'a',
              name: 'a',
              arrivals: { kind: 'list', atS: [] },
              service: { dist: 'deterministic', valueS: 36_000 },
              patience: { dist: 'uniform', minS: 0, maxS: 3600 },
            },
          ],
          windows: windows.slice(0, 1),
        }),
        {
          windows: [{ id: 'w1', open: true, serving: { since: '07:59' } }],
          waiting: [{ since }],
        },
      );
    const { mean, se } = meanOf(500, (r) => replicateWaits(impatient('07:20'), r).emptyAtS);
    expect(Math.abs(mean - (8 * 3600 + 600))).toBeLessThan(4 * se);
  });

  it('hours of windows: closed for good, back later, closing early', () => {
    const experiment = taken(mm3, {
      windows: [
        { id: 'w1', open: true, until: '09:00' },
        { id: 'w2', open: false },
        { id: 'w3', open: false, backAt: '08:30' },
      ],
      waiting: [{ count: 40, since: '07:00' }],
    });
    const { events } = recordDay(experiment, 0);
    const opened = Array.from(events.kind).flatMap((kind, i) =>
      kind === EventKind.WindowOpen ? [[events.place[i], events.timeUs[i]! / 3600e6]] : [],
    );
    expect(opened).toEqual([
      [0, 0],
      [2, 8.5],
    ]);
    const closed = Array.from(events.kind).indexOf(EventKind.WindowClose);
    expect(events.place[closed]).toBe(0);
    expect(events.timeUs[closed]! / 3600e6).toBeGreaterThanOrEqual(9);
  });

  it('learns from the arrivals up to now whether the day is a busy one', () => {
    const scattered = around({
      demand: {
        visitsPerDay: 2400,
        profile: [{ from: '00:00', to: '24:00', weight: 1 }],
        dayFactorCv: 0.2,
      },
      classes: [{ id: 'a', name: 'a', arrivals: { kind: 'share', share: 1 }, service }],
      windows,
    });
    // 800 were expected by eight; with cv 0.2 the prior weighs 25 visits.
    const scatterOf = ({ model }: Experiment) => {
      const { arrivals } = model.classes[0]!;
      return arrivals.kind === 'rates' ? arrivals.scatter! : null;
    };
    const factor = scatterOf(taken(scattered, { arrived: 1000 }))!;
    expect(factor.mean).toBeCloseTo(1025 / 825, 9);
    expect(Math.sqrt(factor.variance)).toBeCloseTo(Math.sqrt(1025) / 825, 9);
    expect(scatterOf(taken(scattered, {}))!.mean).toBe(1);
    expect(taken(mm3, { arrived: 1000 }).present!.notes).toEqual([{ kind: 'noScatter' }]);
  });

  it('an unknown class at a window is the likelier one that takes so long', () => {
    const two = around({
      classes: [
        { id: 'quick', name: 'quick', arrivals, service: { dist: 'exponential', meanS: 60 } },
        { id: 'slow', name: 'slow', arrivals, service: { dist: 'exponential', meanS: 600 } },
      ],
      windows: [{ id: 'w1', name: 'w1', serves: ['quick', 'slow'] }],
    });
    const { present } = taken(two, {
      windows: [{ id: 'w1', open: true, serving: { since: '07:50' } }],
    });
    const [slow, quick] = [Math.exp(-1), Math.exp(-10)];
    expect(present!.windows[0]!.visitor!.choices[0]).toEqual({
      classIndex: 1,
      upTo: slow / (slow + quick),
    });
  });

  const full: HallStateInput = {
    format: 'hall-twin/state',
    version: 1,
    at: '10:05',
    arrived: 90,
    waiting: [
      { class: 'social', since: '09:50' },
      { area: 'comprehensive', count: 9, since: '09:52' },
      { count: 4, since: '10:00' },
    ],
    windows: [
      ...[1, 2, 3, 4, 5, 6, 7].map((i) => ({
        id: `w${i}`,
        open: true,
        serving: {
          since: `10:0${i % 5}`,
          phase:
            i === 7 ? ('rating' as const) : i === 6 ? ('called' as const) : ('serving' as const),
        },
      })),
      { id: 'w8', open: false, backAt: '10:30' },
      { id: 'w14', open: true, serving: { since: '10:03' } },
    ],
    approvals: [{ count: 3, since: '09:55' }],
    issue: [{ count: 2, since: '10:01' }],
  };

  it('both engines go on with the same bytes, walking included', () => {
    const experiment = new Workshop().prepare({
      scenario: hallScenario('quxi'),
      floorplan: shippedPlan('hall-200'),
      seed: 3,
      state: hallStateSchema.parse(full),
    });
    const day = recordDay(experiment, 4);
    expect(recordDay(experiment, 4, 'simjs')).toEqual(day);
    expect(replicateWaits(experiment, 4, 'simjs')).toEqual(replicateWaits(experiment, 4));
    // Everybody who was there has gone home, and every walk begins where the last one ended.
    const left = Array.from(day.events.kind).filter((kind) => kind === EventKind.Leave).length;
    const came = Array.from(day.events.kind).filter((kind) => kind === EventKind.Arrive).length;
    expect(left).toBe(came);
    expect(came).toBeGreaterThan(100);
  });

  it('the waits of a whole day are those of the statistics', async () => {
    const { replicate } = await import('../../../src/sim/experiments/simulate');
    for (const id of ['quxi', 'putian']) {
      const scenario = hallScenario(id);
      const experiment = prepare(scenario, shippedPlan('hall-200'), 1);
      const statistics = replicate(experiment, 2);
      const waits = replicateWaits(experiment, 2);
      expect(waits.dayMeanS).toBeCloseTo(statistics.all.waitMeanS!, 9);
      expect(waits.dayP90S).toBeCloseTo(statistics.all.waitP90S!, 9);
      expect(waits.dayShare).toBeCloseTo(statistics.all.calledWithinShare!, 9);
      expect([...waits.meanS].map((s) => (Number.isNaN(s) ? null : s))).toEqual(
        statistics.waitMeanS.map((s) => (s === null ? null : expect.closeTo(s, 9))),
      );
      expect([...waits.waiting]).toEqual(statistics.queueMean.map((n) => expect.closeTo(n, 9)));
    }
  });
});
