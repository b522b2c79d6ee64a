import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/scenarios/scenario';
import type { Ask, Detail, Evaluator } from '../../../src/sim/experiments/evaluator';
import { createLocalEvaluator } from '../../../src/sim/experiments/local-evaluator';
import { Streams } from '../../../src/sim/kernel/streams';
import { acceptingWindows, type Organisation } from '../../../src/sim/planning/design';
import { planWindows } from '../../../src/sim/planning/fewest-windows';
import type { WindowsRequest } from '../../../src/sim/planning/windows-plan';
import { fewestServers, servedWithin } from '../../../src/sim/theory/staffing';
import { exponential, poisson, question, windows } from '../../../src/sim/verification/questions';
import { leastSuccesses, madeUp, normal, steadyHall, summaryWith } from './fixtures';

const SEARCHES = 200;
const CONFIDENCE = 0.9;

/** Two areas with two groups each, so that all three organisations differ. */
const areas: Scenario = question('areas', {
  horizon: { kind: 'continuous', durationS: 3600 },
  classes: ['a', 'b', 'c'].map((id) => ({
    id,
    name: id,
    arrivals: poisson(1 / 300),
    service: exponential(120),
  })),
  windows: [
    ...windows(2, ['a'], 'a'),
    ...windows(2, ['b'], 'b'),
    ...windows(2, ['c'], 'c').map((w) => ({ ...w, area: 'department' as const })),
  ],
});

/** How a scenario is organised, by what its windows serve. */
function organisationOf({ windows: all }: Scenario): Organisation {
  const most = Math.max(...all.map((w) => w.serves.length));
  return most === 3 ? 'onePool' : most === 2 ? 'byArea' : 'asArranged';
}

const TOLERANCE = 0.02;
const PROMISED = 0.8;

function request(changes: Partial<WindowsRequest> = {}): WindowsRequest {
  return {
    base: { scenario: areas, floorplan: null, seed: 1 },
    promise: { withinS: 300, share: PROMISED, mostAbandoned: null },
    judging: { confidence: CONFIDENCE, tolerance: TOLERANCE },
    from: 4,
    to: 8,
    organisations: ['asArranged'],
    mostReplications: 4000,
    ...changes,
  };
}

/** Days whose share and wait vary normally about their means, half of it alike in every hall. */
function days(
  shareOf: (windowCount: number, organisation: Organisation) => number,
  waitOf: (windowCount: number, organisation: Organisation) => number = () => 300,
  sd = 0.08,
) {
  return madeUp((scenario, replication, seed) => {
    const streams = new Streams(seed, replication);
    const organisation = organisationOf(scenario);
    const windowCount = acceptingWindows(scenario);
    const shared = normal(streams.stream('shared'));
    const own = streams.stream('own', `${organisation} ${windowCount}`);
    const noise = () => Math.SQRT1_2 * shared + Math.SQRT1_2 * normal(own);
    return summaryWith({
      calledWithinShare: shareOf(windowCount, organisation) + sd * noise(),
      waitMeanS: waitOf(windowCount, organisation) + 90 * noise(),
    });
  });
}

/** Just outside the tolerance: six windows are the fewest. */
const edge = (windowCount: number) => PROMISED + (windowCount < 6 ? -1 : 1) * TOLERANCE;

describe('200 searches', () => {
  it('find the fewest windows as often as promised, the neighbours just outside the tolerance', async () => {
    let right = 0;
    for (let seed = 0; seed < SEARCHES; seed++) {
      const { recommended, candidates, ending } = await planWindows(
        request({ base: { ...request().base, seed } }),
        days(edge),
      );
      expect(ending).toBe('decided');
      if (recommended !== null && candidates[recommended]!.windows === 6) right++;
    }
    expect(right).toBeGreaterThanOrEqual(leastSuccesses(SEARCHES, CONFIDENCE));
  });

  it('find the best organisation by mean wait, the others half a minute worse', async () => {
    const organisations: Organisation[] = ['asArranged', 'byArea', 'onePool'];
    let right = 0;
    for (let seed = 0; seed < SEARCHES; seed++) {
      const { recommended, candidates, certain } = await planWindows(
        request({ base: { ...request().base, seed }, organisations, from: 5, to: 7 }),
        days(edge, (_, organisation) => (organisation === 'byArea' ? 270 : 300)),
      );
      expect(certain).toBe(true);
      const chosen = recommended === null ? null : candidates[recommended]!;
      if (chosen?.windows === 6 && chosen.organisation === 'byArea') right++;
    }
    expect(right).toBeGreaterThanOrEqual(leastSuccesses(SEARCHES, CONFIDENCE));
  });

  it('find it where a single organisation keeps the promise, though others wait less', async () => {
    const organisations: Organisation[] = ['asArranged', 'byArea', 'onePool'];
    let right = 0;
    for (let seed = 0; seed < SEARCHES; seed++) {
      const { recommended, candidates } = await planWindows(
        request({ base: { ...request().base, seed }, organisations, from: 5, to: 7 }),
        days(
          (n, organisation) => edge(organisation === 'onePool' ? n : n - 1),
          (_, organisation) => (organisation === 'onePool' ? 300 : 200),
        ),
      );
      const chosen = recommended === null ? null : candidates[recommended]!;
      if (chosen?.windows === 6 && chosen.organisation === 'onePool') right++;
    }
    expect(right).toBeGreaterThanOrEqual(leastSuccesses(SEARCHES, CONFIDENCE));
  });
});

describe('30 searches through the simulator', () => {
  it('find the windows of Erlang C as often as promised', async () => {
    const queue = { perHour: 30, serviceS: 300, patienceS: null };
    // The share with four windows lies just above the promised one and the tolerance.
    const truth = servedWithin(30 / 3600, 1 / 300, 4, 0, 240);
    const share = truth - 0.025;
    expect(fewestServers(30 / 3600, 1 / 300, 0, { time: 240, share })).toBe(4);
    let right = 0;
    for (let seed = 0; seed < 30; seed++) {
      const { recommended, candidates } = await planWindows(
        request({
          base: { scenario: steadyHall(queue, 4, 400), floorplan: null, seed },
          promise: { withinS: 240, share, mostAbandoned: null },
          from: 2,
          to: 5,
        }),
        createLocalEvaluator(),
      );
      if (recommended !== null && candidates[recommended]!.windows === 4) right++;
    }
    expect(right).toBeGreaterThanOrEqual(leastSuccesses(30, CONFIDENCE));
  });
});

function stopAfter(rounds: number, evaluator: Evaluator): Evaluator {
  let left = rounds;
  return {
    evaluate: async (detail, asks) => (left-- > 0 ? evaluator.evaluate(detail, asks) : null),
  };
}

describe('the ends of a search', () => {
  it('no design keeps the promise: none is recommended, the most windows are nearest', async () => {
    const plan = await planWindows(
      request(),
      days((n) => 0.1 * n - 0.3),
    );
    expect(plan).toMatchObject({
      ending: 'decided',
      recommended: null,
      certain: true,
      best: 4,
      oneFewer: null,
    });
    expect(plan.candidates.map(({ verdict }) => verdict)).toEqual(Array(5).fill('infeasible'));
    expect(plan.candidates[plan.best!]!.windows).toBe(8);
    expect(plan.present!.difference).toBeNull();
  });

  it('a promise that no simulated hall keeps', async () => {
    const scenario = steadyHall({ perHour: 60, serviceS: 300, patienceS: 900 }, 3, 100);
    const plan = await planWindows(
      request({
        base: { scenario, floorplan: null, seed: 3 },
        promise: { withinS: 0, share: 0.99, mostAbandoned: null },
        from: 2,
        to: 6,
      }),
      createLocalEvaluator(),
    );
    expect(plan).toMatchObject({ ending: 'decided', recommended: null });
    expect(plan.candidates[plan.best!]!.windows).toBe(6);
  });

  it('an overloaded hall does not keep a promise by calling nobody', async () => {
    const scenario = steadyHall({ perHour: 60, serviceS: 300, patienceS: null }, 3, 100);
    const plan = await planWindows(
      request({ base: { scenario, floorplan: null, seed: 3 }, from: 1, to: 8 }),
      createLocalEvaluator(),
    );
    expect(plan.candidates[plan.recommended!]!.windows).toBeGreaterThan(5);
  });

  it('a promise that every hall keeps: the fewest windows', async () => {
    const promise = { withinS: 300, share: 0.03, mostAbandoned: null };
    const plan = await planWindows(
      request({ promise }),
      days(() => 0.5),
    );
    expect(plan.candidates[plan.recommended!]!.windows).toBe(4);
    expect(plan.oneFewer).toBeNull();
    expect(plan.certain).toBe(true);
  });

  it('a promise about giving up decides too', async () => {
    const promise = { withinS: 300, share: 0.5, mostAbandoned: 0.1 };
    const evaluator = madeUp((scenario) =>
      summaryWith({
        calledWithinShare: 0.9,
        abandonedShare: acceptingWindows(scenario) >= 7 ? 0.05 : 0.2,
      }),
    );
    const plan = await planWindows(request({ promise }), evaluator);
    expect(plan.candidates[plan.recommended!]!.windows).toBe(7);
    expect(plan.candidates[2]!.verdict).toBe('infeasible');
  });

  it('a design that can not be run is named, and the others go on', async () => {
    const good = days((n) => 0.1 * n + 0.25);
    const evaluator: Evaluator = {
      evaluate: async <D extends Detail>(detail: D, asks: readonly Ask[]) =>
        (await good.evaluate(detail, asks))!.map((answer, i) =>
          acceptingWindows(asks[i]!.variant.scenario) === 6
            ? ({ ok: false, reason: 'no way to w6' } as const)
            : answer,
        ),
    };
    const plan = await planWindows(request(), evaluator);
    expect(plan.candidates[2]).toMatchObject({
      verdict: 'failed',
      failed: 'no way to w6',
      outlook: null,
    });
    expect(plan.candidates[plan.recommended!]!.windows).toBe(7);
    // Nothing is known of six windows, and the hall as it is has six.
    expect(plan.present).toBeNull();
    expect(plan.oneFewer).toBeNull();
  });

  it('all designs fail: nothing is recommended, nothing is nearest', async () => {
    const plan = await planWindows(
      request(),
      madeUp(() => 'nothing runs'),
    );
    expect(plan).toMatchObject({ recommended: null, best: null, present: null, replications: 0 });
  });

  it.each([0, 1])('stopped after %i rounds: what was found stands', async (rounds) => {
    const good = days((n) => (n < 6 ? 0.5 : n === 6 ? 0.815 : 0.99));
    const plan = await planWindows(request(), stopAfter(rounds, good));
    expect(plan).toMatchObject({ ending: 'stopped', certain: false });
    expect(plan.replications).toBe(good.asks.reduce((sum, { from, to }) => sum + to - from, 0));
    if (rounds > 0) expect(plan.candidates[0]!.verdict).toBe('infeasible');
    else expect(plan).toMatchObject({ recommended: null, best: null, replications: 0 });
  });

  it('stopped while the reported figures are made more exact: the answer stands', async () => {
    const good = days((n) => (n < 6 ? 0.5 : 0.95));
    const whole = await planWindows(request(), good);
    let rounds = 0;
    await planWindows(request(), good, () => rounds++);
    const plan = await planWindows(request(), stopAfter(rounds, good));
    expect(plan).toMatchObject({ ending: 'stopped', recommended: whole.recommended });
  });

  it('stopped in the choice among organisations: not certain', async () => {
    const good = days(() => 0.95);
    const asked = request({ organisations: ['asArranged', 'byArea', 'onePool'], from: 6, to: 6 });
    let evaluations = 0;
    const counted: Evaluator = {
      evaluate: (detail, asks) => {
        evaluations++;
        return good.evaluate(detail, asks);
      },
    };
    const whole = await planWindows(asked, counted);
    if (!whole.certain) throw new Error('the whole search is not certain');
    // The last but one belongs to the choice, the last to what is reported.
    const plan = await planWindows(asked, stopAfter(evaluations - 2, good));
    if (plan.ending !== 'stopped') throw new Error('not stopped');
    expect(plan.certain).toBe(false);
  });

  it('the budget ends first: nothing is certain', async () => {
    const plan = await planWindows(
      request({ mostReplications: 60, judging: { confidence: 0.9, tolerance: 0.001 } }),
      days(() => PROMISED),
    );
    expect(plan).toMatchObject({ ending: 'budget', certain: false });
    for (const { outlook } of plan.candidates)
      expect(outlook?.replications ?? 0).toBeLessThanOrEqual(60);
  });

  it('a hall that stays undecided does not hide larger ones that clearly do', async () => {
    const evaluator = madeUp((scenario, r) => {
      const n = acceptingWindows(scenario);
      // Six windows: twenty good days, then every other day is bad, 0.8 in the mean.
      const six = r < 20 || r % 2 === 0 ? 0.9 : 0.7;
      return summaryWith({ calledWithinShare: n < 6 ? 0.5 : n === 6 ? six : 0.9 + n / 100 });
    });
    const judging = { confidence: 0.9, tolerance: 0.002 };
    const plan = await planWindows(request({ mostReplications: 200, judging }), evaluator);
    if (plan.candidates[2]!.verdict !== 'undecided') throw new Error('six windows are decided');
    expect(plan.candidates.map((c) => c.windows)[plan.recommended ?? -1]).toBe(7);
  });

  it('the budget ends with the choice among organisations: not certain, the better mean wait', async () => {
    const plan = await planWindows(
      request({
        organisations: ['asArranged', 'byArea', 'onePool'],
        from: 6,
        to: 6,
        mostReplications: 60,
      }),
      days(
        () => 0.95,
        (_, organisation) => (organisation === 'onePool' ? 290 : 300),
      ),
    );
    expect(plan.certain).toBe(false);
    const waits = plan.candidates.map(({ outlook }) => outlook!.measures.waitMeanS.mean!);
    expect(waits[plan.recommended!]).toBe(Math.min(...waits));
  });

  it('refuses what can not be asked', async () => {
    const none = days(() => 1);
    const wrong: Partial<WindowsRequest>[] = [
      { from: 9, to: 8 },
      { organisations: [] },
      { promise: { withinS: 300, share: 1, mostAbandoned: null } },
      { promise: { withinS: -1, share: 0.8, mostAbandoned: null } },
      { promise: { withinS: 300, share: 0.8, mostAbandoned: 0 } },
      { judging: { confidence: 1, tolerance: 0.02 } },
      { judging: { confidence: 0.9, tolerance: 0 } },
    ];
    for (const changes of wrong)
      await expect(planWindows(request(changes), none)).rejects.toThrow(RangeError);
  });
});

describe('how the work is done', () => {
  it('plays no part: whole, replication by replication, backwards', async () => {
    const scenario = steadyHall({ perHour: 40, serviceS: 240, patienceS: 900 }, 4, 150);
    const asked = request({
      base: { scenario, floorplan: null, seed: 5 },
      promise: { withinS: 200, share: 0.85, mostAbandoned: 0.2 },
      from: 2,
      to: 6,
    });
    const local = createLocalEvaluator();
    const oneByOne: Evaluator = {
      async evaluate<D extends Detail>(detail: D, asks: readonly Ask[]) {
        const answers = await local.evaluate(detail, asks.toReversed().flatMap(split));
        const pieces = answers!.toReversed();
        return asks.map(({ from, to }) => {
          // Last first, in each variant too.
          const own = pieces.splice(0, to - from).toReversed();
          return {
            ok: true as const,
            figures: own.toReversed().flatMap((a) => (a.ok ? a.figures : [])),
          };
        });
      },
    };
    const split = ({ variant, from, to }: Ask): Ask[] =>
      Array.from({ length: to - from }, (_, i) => ({
        // Other threads know the variant as a copy.
        variant: structuredClone(variant),
        from: to - 1 - i,
        to: to - i,
      }));
    const plan = await planWindows(asked, local);
    expect(await planWindows(asked, oneByOne)).toEqual(plan);
    expect(await planWindows(asked, createLocalEvaluator())).toEqual(plan);
  });

  it('tells of every round, and of what it will answer', async () => {
    const judged: number[] = [];
    const plan = await planWindows(request(), days(edge), (progress) => {
      expect(progress.of).toBe(5);
      expect(progress.answer().candidates).toHaveLength(5);
      judged.push(progress.judged);
    });
    expect(judged).toEqual(judged.toSorted((a, b) => a - b));
    expect(plan.seed).toBe(1);
  });
});
