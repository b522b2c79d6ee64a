import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hallScenario } from '../../../src/scenarios/halls';
import type { Scenario } from '../../../src/scenarios/scenario';
import { validateScenario } from '../../../src/scenarios/validate';
import { createLocalEvaluator } from '../../../src/sim/experiments/local-evaluator';
import { prepare, replicate } from '../../../src/sim/experiments/simulate';
import { Streams } from '../../../src/sim/kernel/streams';
import type { CoverProblem } from '../../../src/sim/planning/cover';
import { outlookOf } from '../../../src/sim/planning/outlook';
import { underPromise } from '../../../src/sim/planning/promise';
import { coverOf, halfHourPatterns, halfHoursOf } from '../../../src/sim/planning/shifts';
import { planStaffing, type StaffingPlan } from '../../../src/sim/planning/staffing';
import { type Staffing, StaffingSpace } from '../../../src/sim/planning/staffing-space';
import { exponential, question, windows } from '../../../src/sim/verification/questions';
import { loadShiftCover } from '../../../src/workers/shift-cover';

const cover = await loadShiftCover();

/** Arrivals an hour by half hour from nine. */
const RATES = [20, 50, 70, 60, 40, 24];
const SERVICE_S = 240;

/** More windows than any staffing needs, as every half-hour shift takes a window of its own. */
function morning(windowCount = 40): Scenario {
  const clock = (i: number) => `${9 + Math.floor(i / 2)}:${i % 2 ? '30' : '00'}`.padStart(5, '0');
  return question('morning', {
    horizon: {
      kind: 'day',
      sessions: [{ from: '09:00', to: '12:00' }],
      closing: 'serveInside',
    },
    classes: [
      {
        id: 'a',
        name: 'a',
        arrivals: {
          kind: 'poissonByInterval',
          intervals: RATES.map((perHour, i) => ({ from: clock(i), to: clock(i + 1), perHour })),
        },
        service: exponential(SERVICE_S),
      },
    ],
    windows: windows(windowCount, ['a']),
  });
}

const promise = { withinS: 300, share: 0.8, mostAbandoned: null };
const judging = { confidence: 0.9, tolerance: 0.02 };

function shareOf(scenario: Scenario, seed: number, days: number) {
  const experiment = prepare(underPromise(scenario, promise), null, seed);
  const summaries = Array.from({ length: days }, (_, r) => replicate(experiment, r));
  return outlookOf(promise, summaries).measures.calledWithinShare;
}

describe('the load by half hour', () => {
  it('is the mean number in service of M(t)/M/∞', () => {
    const space = new StaffingSpace(morning());
    const mu = 1 / SERVICE_S;
    let present = 0;
    for (const [t, perHour] of RATES.entries()) {
      // m' = λ − μm from m₀: on average over T, a + (m₀ − a)(1 − e^(−μT))/(μT), a = λ/μ.
      const a = (perHour / 3600) * SERVICE_S;
      const decay = Math.exp(-mu * 1800);
      expect(space.loadAt(t)).toBeCloseTo(a + ((present - a) * (1 - decay)) / (mu * 1800), 9);
      present = a + (present - a) * decay;
    }
  });

  it('is what a hall with windows for everybody is busy with', () => {
    const space = new StaffingSpace(morning());
    const experiment = prepare(morning(), null, 5);
    const days = Array.from({ length: 400 }, (_, r) => replicate(experiment, r));
    const busy = (t: number) =>
      days.reduce((sum, d) => {
        const bin = d.edgesS.indexOf(halfHoursOf(morning())[t]!.fromS);
        const bins = d.tickets.length;
        let serving = 0;
        for (let w = 0; w < 40; w++) serving += d.windowShares[(w * 4 + 3) * bins + bin]!;
        return sum + serving;
      }, 0) / days.length;
    for (const t of RATES.keys()) expect(busy(t) / space.loadAt(t)).toBeCloseTo(1, 1);
  });
});

describe('the staffing of a morning by half hours', async () => {
  const base = { scenario: morning(), floorplan: null, seed: 1 };
  const patterns = halfHourPatterns(base.scenario);
  const plan: StaffingPlan = await planStaffing(
    { base, promise, judging, patterns, mostReplications: 1500 },
    createLocalEvaluator(),
    cover,
  );
  const space = new StaffingSpace(base.scenario, patterns);
  const chosen = plan.candidates[plan.recommended!]!;

  it('is found for certain, with everybody manned', () => {
    expect(plan).toMatchObject({ ending: 'decided', certain: true });
    expect(chosen.verdict).toBe('feasible');
    for (const [t, { windows: manned, load }] of plan.halfHours.entries()) {
      expect(manned).toBeGreaterThanOrEqual(1);
      expect(manned).toBe(chosen.groups[0]![t]);
      expect(load).toBe(space.loadAt(t));
    }
    // More at the peak than at the ends.
    const manned = plan.halfHours.map((h) => h.windows);
    expect(Math.max(...manned.slice(1, 5))).toBeGreaterThan(Math.min(manned[0]!, manned[5]!));
    expect(plan.candidates.map((c) => c.hours)).toEqual(
      plan.candidates.map((c) => c.hours).toSorted((a, b) => a - b),
    );
    expect(plan.halfHours.every((h) => h.waitMeanS.n === 100)).toBe(true);
  });

  it('keeps the promise on other days', () => {
    const { ci95 } = shareOf(space.staffed(chosen.groups)!, 999, 600);
    expect(ci95![1]).toBeGreaterThan(promise.share - judging.tolerance);
  });

  it('does not keep it with half an hour less', () => {
    const stream = new Streams(3, 0).stream('neighbours');
    const nearby = space.cheaperThan(chosen.groups as Staffing);
    expect(nearby.length).toBeGreaterThan(2);
    for (let i = 0; i < 4; i++) {
      const one = nearby[Math.floor(stream.uniform() * nearby.length)]!;
      expect(space.hoursOf(one)).toBe(chosen.hours - 0.5);
      const { ci95 } = shareOf(space.staffed(one)!, 998, 400);
      expect(ci95![0]).toBeLessThan(promise.share + judging.tolerance);
    }
  });

  it('takes the hours it says', () => {
    const empty = space.staffed(chosen.groups)!;
    const nobody = {
      ...empty,
      classes: empty.classes.map((c) => ({ ...c, arrivals: { kind: 'list' as const, atS: [] } })),
    };
    expect(replicate(prepare(nobody, null, 1), 0).all.staffHours).toBeCloseTo(chosen.hours, 9);
    expect(chosen.groups[0]!.reduce((sum, n) => sum + n, 0) / 2).toBe(chosen.hours);
    // With visitors, clerks only stay longer: to finish.
    const days = chosen.outlook!.measures.staffHours;
    expect(days.mean!).toBeGreaterThan(chosen.hours);
    expect(days.mean!).toBeLessThan(chosen.hours * 1.2);
    expect(plan.present!.hours).toBe(40 * 3);
  });

  it('is the same every time', async () => {
    const again = await planStaffing(
      { base, promise, judging, patterns, mostReplications: 1500 },
      createLocalEvaluator(),
      cover,
    );
    expect(again).toEqual(plan);
  });

  it('works with the windows there are', () => {
    const few = new StaffingSpace(morning(5), patterns);
    const starts = few.starts(cover);
    expect(starts.length).toBeGreaterThan(1);
    for (const staffing of starts) {
      for (const t of RATES.keys()) expect(few.windowsAt(staffing, t)).toBeGreaterThanOrEqual(1);
      // Half hours of one window follow each other in it.
      expect(few.staffed(staffing)!.windows.length).toBeLessThanOrEqual(5);
    }
  });

  it('works with sessions that begin within a half hour', () => {
    const scenario = morning();
    const sessions = [{ from: '09:15', to: '12:00' }];
    const late = { ...scenario, horizon: { ...scenario.horizon, sessions } as Scenario['horizon'] };
    const odd = new StaffingSpace(late);
    expect(coverOf(odd.patterns[0]!, odd.halfHours)).not.toContain(false);
    expect(odd.hoursOf([[1, 0]])).toBeGreaterThanOrEqual(2.75);
  });
});

describe('the staffing of a hall', () => {
  const scenario = hallScenario('quxi');
  const space = new StaffingSpace(scenario);

  it('mans every group in every half hour, and leaves the issuing window alone', () => {
    const starts = space.starts(cover);
    expect(starts.length).toBeGreaterThan(3);
    for (const staffing of starts)
      for (const one of [staffing, ...space.cheaperThan(staffing)]) {
        const staffed = space.staffed(one)!;
        expect(validateScenario(staffed)).toEqual([]);
        expect(staffed.windows.filter((w) => w.area === 'issuing')).toEqual(
          scenario.windows.filter((w) => w.area === 'issuing'),
        );
        for (const { windows: members } of space.groups)
          for (const s of space.halfHours)
            expect(
              staffed.windows.some(
                (w) =>
                  members.some((m) => m.id === w.id) &&
                  coverOf({ id: '', name: '', intervals: w.shifts ?? [] }, [s])[0],
              ),
            ).toBe(true);
      }
  });

  it('takes the hours that the simulator measures, without visitors', () => {
    for (const staffing of space.starts(cover).slice(0, 4)) {
      const { staff: _, demand: __, ...staffed } = space.staffed(staffing)!;
      const bare = {
        ...staffed,
        windows: staffed.windows.filter((w) => w.area !== 'issuing'),
        classes: staffed.classes.map((c) => ({
          ...c,
          outcomes: undefined,
          arrivals: { kind: 'list' as const, atS: [] },
        })),
      } as Scenario;
      const { staffHours } = replicate(prepare(bare, null, 1), 0).all;
      expect(staffHours).toBeCloseTo(space.hoursOf(staffing), 9);
    }
  });

  it('has no half hours to staff in a run without end', async () => {
    const endless = question('endless', {
      horizon: { kind: 'continuous', durationS: 3600 },
      classes: morning().classes.map((c) => ({ ...c, arrivals: { kind: 'poisson', perHour: 1 } })),
      windows: windows(2, ['a']),
    });
    const base = { scenario: endless, floorplan: null, seed: 1 };
    await expect(
      planStaffing({ base, promise, judging, mostReplications: 50 }, createLocalEvaluator(), cover),
    ).rejects.toThrow(RangeError);
  });
});

/** The least cost of all ways to cover; null if there is none. */
function bruteForce({ need, patterns, most }: CoverProblem): number | null {
  let best: number | null = null;
  const counts = patterns.map(() => 0);
  const at = (t: number) =>
    patterns.reduce((sum, { covers }, q) => sum + (covers[t] ? counts[q]! : 0), 0);
  const tryFrom = (p: number, cost: number): void => {
    if (p === patterns.length) {
      const covered = need.every((n, t) => at(t) >= n && at(t) <= most);
      if (covered && (best === null || cost < best)) best = cost;
      return;
    }
    for (let n = 0; n <= most; n++) {
      counts[p] = n;
      tryFrom(p + 1, cost + n * (patterns[p]!.hours + 0.001));
    }
    counts[p] = 0;
  };
  tryFrom(0, 0);
  return best;
}

describe('the solver of shift covers', () => {
  it('finds what trying everything finds', () => {
    const halfHours = fc.integer({ min: 1, max: 5 });
    const problem = halfHours.chain((n) =>
      fc.record({
        need: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: n, maxLength: n }),
        patterns: fc.array(
          fc
            .array(fc.boolean(), { minLength: n, maxLength: n })
            .map((covers) => ({ covers, hours: covers.filter(Boolean).length / 2 })),
          { minLength: 1, maxLength: 4 },
        ),
        most: fc.integer({ min: 1, max: 6 }),
      }),
    );
    fc.assert(
      fc.property(problem, (one) => {
        const counts = cover(one);
        const best = bruteForce(one);
        if (best === null) {
          expect(counts).toBeNull();
          return;
        }
        expect(counts).not.toBeNull();
        const cost = counts!.reduce((sum, n, p) => sum + n * (one.patterns[p]!.hours + 0.001), 0);
        expect(cost).toBeCloseTo(best, 6);
        for (const [t, n] of one.need.entries()) {
          const windows = counts!.reduce(
            (sum, k, p) => sum + (one.patterns[p]!.covers[t] ? k : 0),
            0,
          );
          expect(windows).toBeGreaterThanOrEqual(n);
          expect(windows).toBeLessThanOrEqual(one.most);
        }
      }),
      { seed: 1, numRuns: 150 },
    );
  });
});
