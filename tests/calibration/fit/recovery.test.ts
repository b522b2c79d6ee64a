import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../src/calibration/fit/calibrate';
import { fitCredits } from '../../../src/calibration/fit/credit';
import { dayFactorCv } from '../../../src/calibration/fit/day-scatter';
import { fitDurations } from '../../../src/calibration/fit/durations';
import { shareOf } from '../../../src/calibration/fit/numeric/estimates';
import { fitPatience } from '../../../src/calibration/fit/patience';
import type { Estimate } from '../../../src/calibration/fit/types';
import { validate } from '../../../src/calibration/fit/validate';
import { type TicketLog, TicketOutcome } from '../../../src/calibration/log/types';
import type { ScenarioInput } from '../../../src/scenarios/scenario';
import { validateScenario } from '../../../src/scenarios/validate';
import { loggedHall, simulateLog } from '../simulated';

const SERVICE = { dist: 'gamma', meanS: 300, cv: 0.7 } as const;
const PATIENCE_S = 1200;
const NO_SHOW = 0.06;
const DAY_CV = 0.15;

/** Two working weeks of a small, busy hall. */
const HALL = loggedHall('known', [{ from: '09:00', to: '12:00' }], {
  classes: [
    {
      id: 'a',
      name: 'a',
      arrivals: {
        kind: 'poissonByInterval',
        intervals: [{ from: '09:00', to: '12:00', perHour: 24 }],
        dayFactorCv: DAY_CV,
      },
      service: SERVICE,
      patience: { dist: 'exponential', meanS: PATIENCE_S },
    },
  ],
  windows: [
    { id: 'w1', name: 'w1', serves: ['a'] },
    { id: 'w2', name: 'w2', serves: ['a'] },
  ],
  calls: { noShow: NO_SHOW, recalls: 0, afterS: 20, answers: 0, passedOver: 'leaves' },
});

const LOGS = 24;

function collect(log: TicketLog, value: (i: number) => number): Float64Array {
  const found: number[] = [];
  for (let i = 0; i < log.rows; i++) if (value(i) >= 0) found.push(value(i));
  return Float64Array.from(found);
}

/** Every parameter of the hall as a log gives it back. */
function recovered(log: TicketLog): Record<string, [truth: number, estimate: Estimate | null]> {
  const times = collect(log, (i) =>
    log.outcome[i] === TicketOutcome.Served ? log.endS[i]! - log.startS[i]! : Number.NaN,
  );
  const service = fitDurations({ classId: 'a', name: 'a', times }, 1)!;
  const patience = fitPatience({
    classId: 'a',
    name: 'a',
    left: collect(log, (i) =>
      log.outcome[i] === TicketOutcome.Abandoned ? log.endS[i]! - log.ticketS[i]! : Number.NaN,
    ),
    called: collect(log, (i) => log.callS[i]! - log.ticketS[i]!),
  });
  let missed = 0;
  let called = 0;
  const totals = new Array<number>(log.days.length).fill(0);
  for (let i = 0; i < log.rows; i++) {
    totals[log.day[i]!]!++;
    // Whoever is called at once is there.
    if (log.callS[i]! > log.ticketS[i]!) called++;
    if (log.outcome[i] === TicketOutcome.NoShow) missed++;
  }
  return {
    serviceMean: [SERVICE.meanS, service.meanS],
    serviceCv: [SERVICE.cv, service.cv.ci95 ? service.cv : null],
    patience: [PATIENCE_S, patience.chosen?.dist === 'exponential' ? patience.meanS : null],
    noShow: [NO_SHOW, shareOf(missed, called)],
    dayCv: [
      DAY_CV,
      dayFactorCv(
        totals,
        totals.map(() => 0),
      ),
    ],
  };
}

describe('parameters of logs that the product itself simulated', () => {
  it(`lie within their 95 % intervals as often as they say (${LOGS} logs of ten mornings, seed 31)`, () => {
    const hits: Record<string, number> = {};
    const tries: Record<string, number> = {};
    for (let r = 0; r < LOGS; r++)
      for (const [name, [truth, estimate]] of Object.entries(recovered(simulateLog(HALL, 31, r)))) {
        if (!estimate?.ci95) continue;
        tries[name] = (tries[name] ?? 0) + 1;
        const [low, high] = estimate.ci95;
        if (low <= truth && truth <= high) hits[name] = (hits[name] ?? 0) + 1;
      }
    // Of n intervals that hold with 95 % fewer than the mean less 3.3 standard deviations hold in one of two thousand cases.
    let [allHits, allTries] = [0, 0];
    for (const [name, n] of Object.entries(tries)) {
      expect(n, name).toBeGreaterThan(LOGS / 2);
      expect(hits[name], name).toBeGreaterThanOrEqual(least(n));
      allHits += hits[name]!;
      allTries += n;
    }
    expect(Object.keys(tries).length).toBe(5);
    expect(allHits).toBeGreaterThanOrEqual(least(allTries));
  }, 180_000);

  it('patience also where nobody wrote down when people left: 1200 seconds, with a wider interval (seed 34)', () => {
    const log = simulateLog(HALL, 34, 0);
    const untimed = {
      ...log,
      endS: log.endS.map((s, i) => (log.outcome[i] === TicketOutcome.Abandoned ? Number.NaN : s)),
    };
    const [timed, free] = [log, untimed].map((one) => calibrate(one, { name: 'sim' }).patience[0]!);
    expect(free!.left).toBeGreaterThan(0.95 * timed!.left);
    expect(free!.chosen).not.toBeNull();
    const [low, high] = free!.meanS!.ci95!;
    expect(low).toBeLessThan(PATIENCE_S);
    expect(high).toBeGreaterThan(PATIENCE_S);
    const width = (one: Estimate) => Math.log(one.ci95![1] / one.ci95![0]);
    expect(width(free!.meanS!)).toBeGreaterThan(width(timed!.meanS!));
  });

  it('the waiting credit too: 240 seconds, in the order of calls (seed 32)', () => {
    const [a] = HALL.classes;
    const input: ScenarioInput = {
      ...HALL,
      classes: [
        { ...a!, patience: null },
        {
          ...a!,
          id: 'b',
          name: 'b',
          patience: null,
          creditS: 240,
          arrivals: { kind: 'poisson', perHour: 6 },
        },
      ],
      windows: HALL.windows.map((w) => ({ ...w, serves: ['a', 'b'] })),
    };
    const log = simulateLog(input, 32, 0, [0, 1]);
    const [credit] = fitCredits({ ...log, item: new Int32Array(log.rows) }, () => ['b']);
    expect(credit!.creditS.value).toBeGreaterThan(200);
    expect(credit!.creditS.value).toBeLessThan(280);
    expect(credit!.explained).toBeGreaterThan(credit!.explainedWithout);
  });

  it('a whole log becomes a scenario that is sound, says where each number is from, and foretells days to come (seed 33)', () => {
    const log = simulateLog(
      { ...HALL, horizon: { ...HALL.horizon, workingDays: 15 } as ScenarioInput['horizon'] },
      33,
      0,
    );
    const validation = validate(log, { name: 'known', heldBack: 3, replications: 40 });
    const { scenario } = validation.fitted;
    expect(validateScenario(scenario!)).toEqual([]);
    const service = scenario!.classes[0]!.service;
    expect(service.provenance!.kind).toBe('source');
    expect(JSON.stringify(service.provenance)).toContain('known');
    const model = validation.errors[0]!;
    expect(model.coverage90!).toBeGreaterThan(0.6);
    expect(validation.days.length).toBe(3);
  });

  it('the same log and seed give the same calibration, and a stop stops it', () => {
    const log = simulateLog(HALL, 34, 0);
    const options = { name: 'known', seed: 4 };
    expect(calibrate(log, options)).toEqual(calibrate(log, options));
    expect(() => calibrate(log, { ...options, shouldStop: () => true })).toThrow('stopped');
    const steps: number[] = [];
    calibrate(log, { ...options, onProgress: (_, done) => steps.push(done) });
    expect(steps.length).toBeGreaterThan(5);
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
  });
});

/** The fewest hits of n that intervals of 95 % may have. */
function least(n: number): number {
  return Math.floor(0.95 * n - 3.3 * Math.sqrt(n * 0.95 * 0.05));
}
