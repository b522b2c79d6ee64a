import { describe, expect, test } from 'vitest';
import {
  ASSUMPTIONS,
  type AssumptionId,
  applyAssumption,
  assumptionsOf,
} from '../../src/scenarios/assumptions';
import type { Distribution } from '../../src/scenarios/distribution';
import { HALLS, hallScenario } from '../../src/scenarios/halls';
import { DEMONSTRATIONS, demonstration } from '../../src/scenarios/mechanisms';
import { numberOf } from '../../src/scenarios/provenance';
import { scaleDistribution, VARIED } from '../../src/scenarios/scale-scenario';
import { type Scenario, type ScenarioInput, scenarioSchema } from '../../src/scenarios/scenario';
import { assumption, source } from '../../src/scenarios/sources';
import { validateScenario } from '../../src/scenarios/validate';
import { prepare, replicate } from '../../src/sim/experiments/simulate';
import { compileDistribution } from '../../src/sim/kernel/distributions';
import { Streams } from '../../src/sim/kernel/streams';
import { meanWithInterval, UNLIMITED } from '../../src/sim/stats/confidence';
import { question, windows } from '../../src/sim/verification/questions';

type ClassInput = ScenarioInput['classes'][number];

const SHIPPED = [
  ...HALLS.map(({ id }) => ({ id, make: () => hallScenario(id) })),
  ...DEMONSTRATIONS.map((id) => ({ id, make: () => demonstration(id) })),
];

const OWN = source('某处', 'somewhere', 'high');
const BRIEF: Distribution = { dist: 'deterministic', valueS: 60 };

/** A day from 9 to 12 with one class. */
function day(one: Partial<ClassInput>, rest: Partial<ScenarioInput> = {}): Scenario {
  return question('day', {
    horizon: { kind: 'day', sessions: [{ from: '09:00', to: '12:00' }], closing: 'serveInside' },
    classes: [
      {
        id: 'a',
        name: 'a',
        arrivals: { kind: 'poisson', perHour: 30 },
        service: BRIEF,
        ...one,
      },
    ],
    windows: windows(3, ['a']),
    ...rest,
  });
}

const LIST: ClassInput['arrivals'] = { kind: 'list', atS: [33_000] };
const idsOf = (scenario: Scenario) => assumptionsOf(scenario).map(({ id }) => id);
const findOf = (scenario: Scenario, id: AssumptionId) =>
  assumptionsOf(scenario).find((one) => one.id === id)!;

describe.each(SHIPPED)('$id', ({ make }) => {
  const scenario = make();

  test('is a good scenario at both ends of each of its assumptions, and another one', () => {
    for (const { id, low, high, base } of assumptionsOf(scenario))
      for (const value of [low, high]) {
        const before = structuredClone(scenario);
        const varied = applyAssumption(scenario, id, value);
        expect(scenario).toEqual(before);
        expect(scenarioSchema.parse(varied)).toEqual(varied);
        expect(validateScenario(varied)).toEqual([]);
        if (value === base) expect(varied).toBe(scenario);
        else expect(JSON.stringify(varied)).toContain('sensitivity study');
      }
  });

  test('is the very same at the base of each, which lies within the ends', () => {
    for (const { id, low, high, base } of assumptionsOf(scenario)) {
      expect(base).not.toBeNull();
      expect(applyAssumption(scenario, id, base!)).toBe(scenario);
      expect(low).toBeLessThanOrEqual(base!);
      expect(base!).toBeLessThan(high);
    }
  });
});

describe('which assumptions a scenario makes', () => {
  test('a shipped hall makes all of them, in their order', () => {
    expect(idsOf(hallScenario('yuhu'))).toEqual(ASSUMPTIONS);
    expect(findOf(hallScenario('yuhu'), 'absence')).toMatchObject({ low: 0, high: 0.1, base: 0 });
    expect(findOf(hallScenario('yuhu'), 'dayScatter')).toMatchObject({ base: 0.12, high: 0.25 });
  });

  test('one with fixed arrivals, no patience and no outcomes makes few', () => {
    expect(idsOf(day({ arrivals: LIST }))).toEqual(['service', 'absence']);
    expect(idsOf(day({}))).toEqual(['demand', 'service', 'absence']);
  });

  test('without days there are no absences and nothing scatters by the day', () => {
    const steady = day({}, { horizon: { kind: 'continuous', durationS: 1000 } });
    expect(idsOf(steady)).toEqual(['demand', 'service']);
  });

  test('where nobody comes or is sent back, neither is varied', () => {
    const nobody = day({
      arrivals: { kind: 'poisson', perHour: 0 },
      outcomes: { done: 1, sentBack: 0 },
    });
    expect(idsOf(nobody)).toEqual(['service', 'absence']);
    expect(applyAssumption(nobody, 'demand', 2)).toBe(nobody);
    expect(applyAssumption(nobody, 'papersMissing', 2)).toBe(nobody);
  });

  test('an end widens where the scenario is beyond it', () => {
    expect(findOf(demonstration('day-factor-with'), 'dayScatter').high).toBeCloseTo(0.6, 12);
    const ill = day({}, { staff: { absence: { share: 0.7 } } });
    expect(findOf(ill, 'absence')).toMatchObject({ low: 0, high: 1, base: 0.7 });
  });
});

describe('a value that cannot be', () => {
  const hall = hallScenario('yuhu');

  test.each<[AssumptionId, number]>([
    ['demand', -1],
    ['demand', 0],
    ['service', Number.NaN],
    ['patience', Number.POSITIVE_INFINITY],
    ['absence', 1.01],
    ['absence', -0.1],
    ['absence', Number.NaN],
    ['dayScatter', 5.1],
  ])('%s %d is refused by name', (id, value) => {
    expect(() => applyAssumption(hall, id, value)).toThrow(RangeError);
    expect(() => applyAssumption(hall, id, value)).toThrow(`${id}: ${value} `);
  });

  test('so is an assumption that there is not', () => {
    for (const id of ['weather', 'toString'])
      expect(() => applyAssumption(hall, id as AssumptionId, 1)).toThrow(
        new RangeError(`no assumption "${id}"`),
      );
  });

  test('so is more than a scenario can hold', () => {
    expect(() => applyAssumption(hall, 'demand', 1e6)).toThrow(
      'demand.visitsPerDay.value is beyond',
    );
    expect(() => applyAssumption(hall, 'patience', 1e6)).toThrow(/classes\[0\]\.patience/);
  });
});

describe('a distribution times a factor', () => {
  const distributions: Distribution[] = [
    { dist: 'deterministic', valueS: 90 },
    { dist: 'exponential', meanS: 300 },
    { dist: 'erlang', meanS: 300, stages: 3 },
    { dist: 'gamma', meanS: 300, cv: 0.5 },
    { dist: 'gamma', meanS: 300, cv: 1.5 },
    { dist: 'lognormal', meanS: { value: 300, provenance: OWN }, cv: 0.8 },
    { dist: 'weibull', shape: 1.5, scaleS: 300 },
    { dist: 'uniform', minS: 60, maxS: 180 },
    { dist: 'triangular', minS: 60, modeS: 90, maxS: 240 },
    { dist: 'empirical', valuesS: [60, 60, 120, 180, 300, 480] },
    {
      dist: 'mixture',
      components: [
        { probability: 0.3, of: { dist: 'exponential', meanS: 600 } },
        { probability: 0.7, of: { dist: 'deterministic', valueS: 0 } },
      ],
    },
  ];

  test.each(distributions)('$dist: mean, variance and every draw', (d) => {
    const own = compileDistribution(d);
    for (const factor of [0.5, 0.8, 1.2, 2, 7.3]) {
      const scaled = scaleDistribution(d, factor);
      const sampler = compileDistribution(scaled);
      expect(sampler.mean / own.mean / factor).toBeCloseTo(1, 12);
      expect(sampler.variance).toBeCloseTo(own.variance * factor * factor, 6);
      const [a, b] = [own, sampler].map((s) => {
        const stream = new Streams(7, 0).stream('draws');
        return Array.from({ length: 50 }, () => s.sample(stream));
      });
      for (const [i, draw] of a!.entries())
        expect(Math.abs(b![i]! - draw * factor)).toBeLessThanOrEqual(1e-12 * draw * factor);
    }
  });

  test('says that it was varied, and keeps what is said of the rest', () => {
    const cv = { value: 0.8, provenance: OWN };
    const meanS = { value: 300, provenance: OWN };
    expect(scaleDistribution({ dist: 'gamma', meanS, cv, provenance: OWN }, 2)).toEqual({
      dist: 'gamma',
      meanS: { value: 600, provenance: VARIED },
      cv,
      provenance: VARIED,
    });
    expect(VARIED).toEqual(assumption(expect.any(String), 'varied in a sensitivity study'));
  });
});

/** Arrivals of replications 0 … n − 1, without a floor plan. */
function arrived(scenario: Scenario, replications = 20): number[] {
  const experiment = prepare(scenario, null, 11);
  return Array.from({ length: replications }, (_, r) => replicate(experiment, r).all.arrived!);
}

describe('demand', () => {
  const booked = (share: number, places: number): ClassInput['appointments'] => ({
    slots: [
      { from: '09:00', to: '10:10', everyS: 900, places },
      { from: '10:30', to: '12:00', everyS: 600, places: 1 },
    ],
    booked: share,
  });

  test.each<[string, Scenario]>([
    ['visits of a day', hallScenario('putian')],
    ['a rate', day({})],
    [
      'rates by interval',
      day({
        arrivals: {
          kind: 'poissonByInterval',
          intervals: [
            { from: '09:00', to: '10:00', perHour: 50 },
            { from: '10:00', to: '12:00', perHour: 20 },
          ],
        },
      }),
    ],
    // Exponential: any other renewal begins with a gap, and is not doubled exactly.
    ['gaps', day({ arrivals: { kind: 'renewal', between: { dist: 'exponential', meanS: 90 } } })],
    ['bookings where there are places', day({ arrivals: LIST, appointments: booked(0.4, 3) })],
    ['bookings where there are none left', day({ arrivals: LIST, appointments: booked(0.9, 3) })],
  ])('twice as much doubles %s', (_, scenario) => {
    const fixed = scenario.classes[0]!.arrivals.kind === 'list' ? 1 : 0;
    const doubled = arrived(applyAssumption(scenario, 'demand', 2), 40);
    const excess = arrived(scenario, 40).map((n, r) => doubled[r]! - fixed - 2 * (n - fixed));
    // One of six intervals that all hold at once.
    const { mean, ci95 } = meanWithInterval(excess, UNLIMITED, 6);
    expect(ci95![0]).toBeLessThanOrEqual(0);
    expect(ci95![1]).toBeGreaterThanOrEqual(0);
    // The interval is short enough to say something.
    expect(ci95![1] - mean!).toBeLessThan(0.15 * meanWithInterval(doubled).mean!);
  });

  test('bookings beyond the places get as few more as will do', () => {
    const one = day({ appointments: booked(0.9, 10) });
    const { appointments } = applyAssumption(one, 'demand', 1.2).classes[0]!;
    // 10 × 1.08 and 1 × 1.08, rounded up; five and nine times a day.
    expect(appointments!.slots.map((s) => s.places)).toEqual([11, 2]);
    const { value, provenance } = appointments!.booked as { value: number; provenance: unknown };
    expect(value * (5 * 11 + 9 * 2)).toBeCloseTo(0.9 * 1.2 * (5 * 10 + 9), 10);
    expect(provenance).toEqual(VARIED);
  });

  test('a fixed list beside other arrivals stays', () => {
    const scenario = day({ arrivals: LIST, appointments: booked(0.4, 3) });
    expect(applyAssumption(scenario, 'demand', 2).classes[0]!.arrivals).toBe(
      scenario.classes[0]!.arrivals,
    );
  });
});

describe('the other assumptions', () => {
  test('service: every time at a window is longer, and no other', () => {
    const lone = day({ arrivals: LIST });
    const inHall = (s: Scenario) => replicate(prepare(s, null, 1), 0).all.timeInHallMeanS;
    expect(inHall(lone)).toBe(60);
    expect(inHall(applyAssumption(lone, 'service', 1.2))).toBe(72);

    for (const id of ['delivery-with', 'accepted-incomplete-with', 'first-asked-with']) {
      const before = demonstration(id);
      const after = applyAssumption(before, 'service', 1.2);
      const pairs = before.classes.flatMap((c, i) => {
        const d = after.classes[i]!;
        return [
          [c.service, d.service],
          [c.outcomes?.approval?.issue, d.outcomes?.approval?.issue],
          [c.acceptedIncomplete?.handIn, d.acceptedIncomplete?.handIn],
          [issueOf(c), issueOf(d)],
        ];
      });
      pairs.push([before.wrongTicket?.clarify, after.wrongTicket?.clarify]);
      for (const [a, b] of pairs)
        if (a) expect(compileDistribution(b!).mean / compileDistribution(a).mean).toBeCloseTo(1.2);
        else expect(b).toBeUndefined();
      const rest = ({ classes: _c, wrongTicket: _w, ...others }: Scenario) => others;
      expect(rest(after)).toEqual(rest(before));
      expect(after.classes.map((c) => [c.patience, c.outcomes?.approval?.duration])).toEqual(
        before.classes.map((c) => [c.patience, c.outcomes?.approval?.duration]),
      );
    }
  });

  test('papers: who is sent back is taken from those done, as far as there are any', () => {
    const scenario = day({ outcomes: { done: 0.5, promised: 0.3, sentBack: 0.2 } });
    const sharesAt = (factor: number) => {
      const { done, promised, sentBack } = applyAssumption(scenario, 'papersMissing', factor)
        .classes[0]!.outcomes!;
      return [done, promised!, sentBack!].map((share) => numberOf(share));
    };
    for (const [factor, shares] of [
      [0.5, [0.6, 0.3, 0.1]],
      [2, [0.3, 0.3, 0.4]],
      [3.5, [0, 0.3, 0.7]],
      [100, [0, 0.3, 0.7]],
    ] as const)
      for (const [i, share] of sharesAt(factor).entries())
        expect(share).toBeCloseTo(shares[i]!, 12);
  });

  test('patience: fewer give up when it is longer', () => {
    const busy = day({
      arrivals: { kind: 'poisson', perHour: 200 },
      patience: { dist: 'exponential', meanS: 600 },
    });
    const leaving = (factor: number) =>
      replicate(prepare(applyAssumption(busy, 'patience', factor), null, 1), 0).all.abandonedShare!;
    expect(leaving(0.5)).toBeGreaterThan(leaving(1));
    expect(leaving(1)).toBeGreaterThan(leaving(2));
  });

  test('absence: as often as said at every window, and cover stays', () => {
    const none = day({});
    const all = replicate(prepare(applyAssumption(none, 'absence', 1), null, 1), 0).all;
    expect(all.staffHours).toBe(0);
    expect(applyAssumption(none, 'absence', 0.05).staff).toEqual({
      absence: { share: { value: 0.05, provenance: VARIED }, cover: null },
    });

    const covered = demonstration('cover-with');
    const more = applyAssumption(covered, 'absence', 0.2);
    expect(more.staff!.absence!.cover).toEqual(covered.staff!.absence!.cover);
    expect(applyAssumption(covered, 'absence', 0).staff!.absence!.share).toMatchObject({
      value: 0,
    });

    const lunch = demonstration('lunch-turns-with');
    expect(applyAssumption(lunch, 'absence', 0.1).staff!.lunch).toEqual(lunch.staff!.lunch);
  });

  test('absence that differs by window has no base, and is set at each', () => {
    const [first, ...others] = windows(3, ['a']);
    const mixed = day({}, { windows: [{ ...first!, absence: { share: 0.3 } }, ...others] });
    expect(findOf(mixed, 'absence').base).toBeNull();
    const set = applyAssumption(mixed, 'absence', 0.05);
    expect(findOf(set, 'absence').base).toBe(0.05);
  });

  test('day scatter: the same visits on average, more or less unlike', () => {
    const variance = (cv: number) => {
      const counts = arrived(applyAssumption(hallScenario('putian'), 'dayScatter', cv));
      const mean = counts.reduce((sum, n) => sum + n, 0) / counts.length;
      return counts.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (counts.length - 1);
    };
    expect(variance(0.25)).toBeGreaterThan(4 * variance(0));
  });
});

function issueOf({ promisedCase }: Scenario['classes'][number]): Distribution | undefined {
  return promisedCase?.result.kind === 'handedOver' ? promisedCase.result.issue : undefined;
}
