import { describe, expect, it } from 'vitest';
import { createLocalEvaluator } from '../../../src/sim/experiments/local-evaluator';
import { planWindows } from '../../../src/sim/planning/fewest-windows';
import type { WindowsPlan } from '../../../src/sim/planning/windows-plan';
import { fewestServers, servedWithin, squareRootStaffing } from '../../../src/sim/theory/staffing';
import { type Queue, steadyHall } from './fixtures';

interface Asked extends Queue {
  readonly withinS: number;
  readonly share: number;
  readonly tolerance?: number;
  /** Mean visitors a replication. */
  readonly visitors?: number;
  readonly seed?: number;
  /** Windows tried on either side. */
  readonly aside?: number;
}

function shareIn(one: Asked, servers: number): number {
  const { perHour, serviceS, patienceS, withinS } = one;
  const abandonRate = patienceS === null ? 0 : 1 / patienceS;
  return servedWithin(perHour / 3600, 1 / serviceS, servers, abandonRate, withinS);
}

function fewest({ perHour, serviceS, patienceS, withinS, share }: Asked): number {
  const abandonRate = patienceS === null ? 0 : 1 / patienceS;
  return fewestServers(perHour / 3600, 1 / serviceS, abandonRate, { time: withinS, share });
}

async function planned(one: Asked, around: number): Promise<WindowsPlan> {
  const { withinS, share, tolerance = 0.02, visitors = 500, seed = 1, aside = 2 } = one;
  return planWindows(
    {
      base: { scenario: steadyHall(one, around, visitors), floorplan: null, seed },
      promise: { withinS, share, mostAbandoned: null },
      judging: { confidence: 0.95, tolerance },
      from: Math.max(1, around - aside),
      to: around + aside,
      organisations: ['asArranged'],
      mostReplications: 1500,
    },
    createLocalEvaluator(),
  );
}

function recommendedBy({ recommended, candidates }: WindowsPlan): number | null {
  return recommended === null ? null : candidates[recommended]!.windows;
}

/** A promise between the shares of c and c − 1 windows, for the theory's c. */
function outsideZone(one: Asked): number {
  const servers = fewest(one);
  const { share, tolerance = 0.02 } = one;
  expect(shareIn(one, servers) - share).toBeGreaterThan(tolerance);
  expect(share - shareIn(one, servers - 1)).toBeGreaterThan(tolerance);
  return servers;
}

/** Every verdict agrees with theory, and the outlook of the recommended holds its share. */
function agrees(plan: WindowsPlan, one: Asked): void {
  const { share, tolerance = 0.02 } = one;
  for (const { windows, verdict, outlook } of plan.candidates) {
    const truth = shareIn(one, windows);
    if (verdict === 'feasible') expect(truth).toBeGreaterThan(share - tolerance);
    if (verdict === 'infeasible') expect(truth).toBeLessThan(share + tolerance);
    if (!outlook || outlook.replications < 100) continue;
    const { mean, ci95 } = outlook.measures.calledWithinShare;
    // 95 % interval, widened to some four standard errors, and what the ratio of few is biased by.
    const half = ci95![1] - ci95![0] + 0.004;
    expect(Math.abs(mean! - truth), `${windows} windows`).toBeLessThan(half);
  }
}

describe('the fewest windows are those of Erlang C', () => {
  it.each<Asked>([
    { perHour: 30, serviceS: 300, patienceS: null, withinS: 300, share: 0.8 },
    { perHour: 60, serviceS: 240, patienceS: null, withinS: 120, share: 0.85 },
    { perHour: 12, serviceS: 240, patienceS: null, withinS: 600, share: 0.9 },
    { perHour: 100, serviceS: 300, patienceS: null, withinS: 60, share: 0.7 },
    { perHour: 20, serviceS: 600, patienceS: null, withinS: 0, share: 0.6 },
    { perHour: 40, serviceS: 480, patienceS: null, withinS: 900, share: 0.92 },
  ])('$perHour an hour, $serviceS s, $share within $withinS s', async (one) => {
    const servers = outsideZone(one);
    const plan = await planned(one, servers);
    expect(recommendedBy(plan)).toBe(servers);
    expect(plan).toMatchObject({ ending: 'decided', certain: true });
    expect(plan.candidates[plan.oneFewer!.candidate]!.windows).toBe(servers - 1);
    expect(plan.oneFewer!.difference.calledWithinShare.ci95![1]).toBeLessThan(0);
    expect(plan.present).toMatchObject({ windows: servers });
    agrees(plan, one);
  });

  it('or one more, where those lie within the tolerance', async () => {
    const one: Asked = {
      perHour: 60,
      serviceS: 240,
      patienceS: null,
      withinS: 120,
      share: 0.9,
      tolerance: 0.02,
    };
    const servers = fewest({ ...one, share: 0.88 });
    expect(Math.abs(shareIn(one, servers) - one.share)).toBeLessThan(0.02);
    expect(shareIn(one, servers - 1)).toBeLessThan(0.88);
    expect(shareIn(one, servers + 1)).toBeGreaterThan(0.92);
    for (const seed of [1, 2, 3]) {
      const plan = await planned({ ...one, seed }, servers);
      expect([servers, servers + 1]).toContain(recommendedBy(plan));
      agrees(plan, one);
    }
  });
});

describe('the fewest windows are those of Erlang A', () => {
  it.each<Asked>([
    { perHour: 30, serviceS: 300, patienceS: 600, withinS: 300, share: 0.85 },
    { perHour: 60, serviceS: 240, patienceS: 300, withinS: 120, share: 0.8 },
    { perHour: 45, serviceS: 400, patienceS: 1800, withinS: 240, share: 0.78 },
    { perHour: 90, serviceS: 300, patienceS: 120, withinS: 60, share: 0.75 },
  ])(
    '$perHour an hour, $serviceS s, patience $patienceS s, $share within $withinS s',
    async (one) => {
      const servers = outsideZone(one);
      const plan = await planned(one, servers);
      expect(recommendedBy(plan)).toBe(servers);
      expect(plan.certain).toBe(true);
      agrees(plan, one);
    },
  );
});

/** A hundred windows take long: no more of them than the answer needs on either side. */
const LARGE = { visitors: 1500, aside: 1 };

describe('the fewest windows are those of the square-root rule', () => {
  it.each<Asked>([
    { perHour: 300, serviceS: 300, patienceS: null, withinS: 30, share: 0.8, ...LARGE },
    { perHour: 1200, serviceS: 300, patienceS: null, withinS: 10, share: 0.72, ...LARGE },
  ])('$perHour an hour, $serviceS s, $share within $withinS s', async (one) => {
    const servers = outsideZone(one);
    const rule = squareRootStaffing(one.perHour / 3600, 1 / one.serviceS, {
      time: one.withinS,
      share: one.share,
    });
    expect(rule.servers).toBe(servers);
    const plan = await planned(one, servers);
    expect(recommendedBy(plan)).toBe(rule.servers);
    agrees(plan, one);
  });
});
