import { describe, expect, it } from 'vitest';
import { hallScenario } from '../../../src/scenarios/halls';
import type { Scenario } from '../../../src/scenarios/scenario';
import type { Evaluator } from '../../../src/sim/experiments/evaluator';
import { createLocalEvaluator } from '../../../src/sim/experiments/local-evaluator';
import { designsOf } from '../../../src/sim/planning/design';
import { type SensitivityRequest, studySensitivity } from '../../../src/sim/planning/sensitivity';
import { fewestServers } from '../../../src/sim/theory/staffing';
import { madeUp, steadyHall, summaryWith } from './fixtures';

const quxi = designsOf(hallScenario('quxi'), null, ['asArranged'], 12, 12)[0]!.scenario;

function request(scenario: Scenario, changes: Partial<SensitivityRequest> = {}) {
  return {
    base: { scenario, floorplan: null, seed: 4 },
    promise: { withinS: 600, share: 0.8, mostAbandoned: null },
    judging: { confidence: 0.9, tolerance: 0.02 },
    replications: 60,
    ...changes,
  } satisfies SensitivityRequest;
}

describe('the sensitivity of a hall', async () => {
  const progress: [number, number][] = [];
  const report = await studySensitivity(
    request(quxi, {
      map: {
        x: { id: 'demand', values: [0.9, 1, 1.1] },
        y: { id: 'service', values: [1, 1.15] },
      },
    }),
    createLocalEvaluator(),
    (done, of) => progress.push([done, of]),
  );
  const of = (id: string) => report.assumptions.find((a) => a.id === id)!;

  it.each(['demand', 'service'])('more %s: fewer are called in time', (id) => {
    const [low, high] = of(id).ends;
    const { ci95, n } = high.difference!.calledWithinShare;
    expect(n).toBe(60);
    expect(ci95![1]).toBeLessThan(0);
    expect(low.difference!.calledWithinShare.ci95![0]).toBeGreaterThan(0);
    expect(high.difference!.waitMeanS.ci95![0]).toBeGreaterThan(0);
  });

  it('puts what moves the share most first', () => {
    const swings = report.assumptions.map(({ ends: [low, high] }) =>
      Math.abs(
        high.outlook!.measures.calledWithinShare.mean! -
          low.outlook!.measures.calledWithinShare.mean!,
      ),
    );
    expect(swings).toEqual(swings.toSorted((a, b) => b - a));
    expect(swings.length).toBeGreaterThan(3);
    expect(swings[0]).toBeGreaterThan(0);
  });

  it('has the hall as assumed in its map', () => {
    const { map, base } = report;
    expect(map).toMatchObject({ x: 'demand', y: 'service', xs: [0.9, 1, 1.1], ys: [1, 1.15] });
    const cell = map!.cells[0]![1]!;
    expect(cell.outlook).toEqual(base!.outlook);
    expect(cell.standing).toBe(base!.standing);
    expect(cell.difference!.calledWithinShare).toEqual({ mean: 0, ci95: [0, 0], n: 60 });
    const shares = map!.cells.map((row) => row.map((c) => c.outlook!.measures.waitMeanS.mean!));
    for (const row of shares) expect(row).toEqual(row.toSorted((a, b) => a - b));
    for (const x of [0, 1, 2]) expect(shares[1]![x]).toBeGreaterThan(shares[0]![x]!);
  });

  it('says how far it is, to the end', () => {
    const [done, all] = progress.at(-1)!;
    expect(done).toBe(all);
    expect(progress.map(([n]) => n)).toEqual(progress.map(([n]) => n).toSorted((a, b) => a - b));
    expect(report.stopped).toBe(false);
  });
});

describe('ranges', () => {
  it('restrict what is shaken, and how far', async () => {
    const evaluator = madeUp(() => summaryWith({ calledWithinShare: 0.9 }));
    const report = await studySensitivity(
      request(quxi, { replications: 8, ranges: [{ id: 'demand', low: 0.95, high: 1 }] }),
      evaluator,
    );
    expect(report.assumptions.map((a) => [a.id, a.low, a.high])).toEqual([['demand', 0.95, 1]]);
    expect(report.assumptions[0]!.ends.map((e) => e.value)).toEqual([0.95, 1]);
    // The end that is the hall as assumed is not worked out twice.
    expect(new Set(evaluator.asks.map(({ variant }) => variant)).size).toBe(2);
    expect(report.assumptions[0]!.ends[1].outlook).toEqual(report.base!.outlook);
    expect(report.base!.standing).toBe('keeps');
  });

  it('refuse what an assumption can not be', async () => {
    for (const ranges of [
      [{ id: 'demand' as const, low: 0, high: 1 }],
      [{ id: 'absence' as const, low: 0, high: 1.5 }],
    ])
      await expect(
        studySensitivity(request(quxi, { ranges }), createLocalEvaluator()),
      ).rejects.toThrow(RangeError);
  });
});

describe('the fewest windows at the ends', () => {
  it('are those of Erlang C', async () => {
    const queue = { perHour: 30, serviceS: 300, patienceS: null };
    const report = await studySensitivity(
      request(steadyHall(queue, 4, 400), {
        promise: { withinS: 300, share: 0.8, mostAbandoned: null },
        replications: 8,
        ranges: [{ id: 'demand', low: 0.6, high: 1.8 }],
        windows: { from: 2, to: 8, organisations: ['asArranged'], mostReplications: 1500 },
      }),
      createLocalEvaluator(),
    );
    const fewest = (factor: number) =>
      fewestServers((factor * 30) / 3600, 1 / 300, 0, { time: 300, share: 0.8 });
    expect([0.6, 1, 1.8].map(fewest)).toEqual([3, 4, 6]);
    expect(report.assumptions[0]!.ends.map((e) => e.windows)).toEqual([fewest(0.6), fewest(1.8)]);
    expect(report.base!.windows).toBe(fewest(1));
  });
});

describe('what goes wrong', () => {
  it('stopped: what was worked out stands', async () => {
    const good = madeUp(() => summaryWith({ calledWithinShare: 0.5 }));
    let rounds = 2;
    const evaluator: Evaluator = {
      evaluate: async (detail, asks) => (rounds-- > 0 ? good.evaluate(detail, asks) : null),
    };
    const report = await studySensitivity(request(quxi), evaluator);
    expect(report.stopped).toBe(true);
    expect(report.base).toMatchObject({ standing: 'breaks', outlook: { replications: 16 } });
  });

  it('a point that can not be run is named, the others go on', async () => {
    const usual = JSON.stringify(quxi.demand);
    const evaluator = madeUp((scenario) =>
      JSON.stringify(scenario.demand) === usual
        ? summaryWith({ calledWithinShare: 0.9 })
        : 'too many',
    );
    const report = await studySensitivity(request(quxi, { replications: 10 }), evaluator);
    const demand = report.assumptions.find((a) => a.id === 'demand')!;
    for (const end of demand.ends)
      expect(end).toMatchObject({ failed: 'too many', standing: 'failed', outlook: null });
    const service = report.assumptions.find((a) => a.id === 'service')!;
    expect(service.ends[0]).toMatchObject({ failed: null, standing: 'keeps' });
  });
});
