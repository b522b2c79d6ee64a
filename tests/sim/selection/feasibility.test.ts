import { describe, expect, it } from 'vitest';
import { compileDistribution } from '../../../src/sim/kernel/distributions';
import { normalQuantile } from '../../../src/sim/kernel/normal';
import { type Stream, Streams } from '../../../src/sim/kernel/streams';
import {
  type Constraint,
  errorPerCheck,
  FeasibilityCheck,
  type FeasibilityRules,
  regionConstant,
} from '../../../src/sim/selection/feasibility';

const RULES: FeasibilityRules = { firstStage: 20, errorPerCheck: 0.05 };
const AT_LEAST_0: Constraint = { threshold: 0, tolerance: 0.2, sense: 'atLeast' };

function normal(stream: Stream): number {
  return normalQuantile(stream.uniform());
}

/** Share of `size` visitors served in time, each with probability `p`. */
function share(stream: Stream, p: number, size: number): number {
  let served = 0;
  for (let visitor = 0; visitor < size; visitor++) if (stream.uniform() < p) served++;
  return served / size;
}

/** Adds replications until the check has its verdict. */
function decide(check: FeasibilityCheck, next: () => number[]): FeasibilityCheck {
  while (check.verdict === 'undecided') check.add(next());
  return check;
}

/** Share of searches of one measure that end in `verdict`, and the replications of each. */
function search(
  searches: number,
  constraint: Constraint,
  rules: FeasibilityRules,
  verdict: string,
  draw: () => number,
): { rate: number; replications: number } {
  let right = 0;
  let spent = 0;
  for (let i = 0; i < searches; i++) {
    const check = decide(new FeasibilityCheck([constraint], rules), () => [draw()]);
    if (check.verdict === verdict) right++;
    spent += check.observed;
  }
  return { rate: right / searches, replications: spent / searches };
}

/** What a rate of right answers can fall to by chance: four standard errors under `promised`. */
function least(promised: number, searches: number): number {
  return promised - 4 * Math.sqrt((promised * (1 - promised)) / searches);
}

describe('the constants of the procedure', () => {
  it('shares the error among all checks of all systems', () => {
    expect(errorPerCheck(0.1, 5, 4)).toBeCloseTo(0.005, 15);
    expect(errorPerCheck(0.05, 1, 1)).toBe(0.05);
  });

  it('agrees with h² worked out by hand', () => {
    // n₀ = 3: (2·0.05)^(−1) = 10, η = 4.5, h² = 2 · 4.5 · 2.
    expect(regionConstant(3, 0.05)).toBeCloseTo(18, 12);
    // n₀ = 5: (2·0.02)^(−1/2) = 5, η = 2, h² = 2 · 2 · 4.
    expect(regionConstant(5, 0.02)).toBeCloseTo(16, 12);
    // n₀ = 2: (2·0.25)^(−2) = 4, η = 1.5, h² = 2 · 1.5 · 1.
    expect(regionConstant(2, 0.25)).toBeCloseTo(3, 12);
  });

  it('solves g(η) = error', () => {
    for (const [n0, error] of [
      [20, 0.05],
      [10, 0.0005],
      [50, 0.4999],
    ] as const) {
      const eta = regionConstant(n0, error) / (2 * (n0 - 1));
      expect(0.5 * (1 + 2 * eta) ** (-(n0 - 1) / 2)).toBeCloseTo(error, 14);
    }
  });
});

describe('a feasibility check', () => {
  it('follows the region of doubt, worked out by hand', () => {
    // n₀ = 3 and error 0.05: h² = 18. First stage 0, 1, 2: S² = 1. With ε = 1 the region is
    // (18 − r)/2 wide. Fives from then on: at r = 3 the sum is 3 of 7.5, at r = 4 it is 8 of 7.
    const check = new FeasibilityCheck([{ threshold: 0, tolerance: 1, sense: 'atLeast' }], {
      firstStage: 3,
      errorPerCheck: 0.05,
    });
    for (const value of [0, 1, 2]) check.add([value]);
    expect(check).toMatchObject({ verdict: 'undecided', observed: 3, decidedAt: null });
    check.add([5]);
    expect(check).toMatchObject({ verdict: 'feasible', observed: 4, decidedAt: 4, decidesBy: 4 });
    expect(check.means).toEqual([2]);
  });

  it('uses the tolerance in the height and in the slope', () => {
    // h² = 18, S² = 1, ε = 0.7: the region is (18/0.7 − 0.7 r)/2 wide and closes at 18/0.49 = 36.7.
    // The sum stays at the threshold, in doubt until then; afterwards it counts as kept.
    const check = new FeasibilityCheck([{ threshold: 1, tolerance: 0.7, sense: 'atMost' }], {
      firstStage: 3,
      errorPerCheck: 0.05,
    });
    for (const value of [0, 1, 2]) check.add([value]);
    expect(check.decidesBy).toBe(37);
    decide(check, () => [1]);
    expect(check).toMatchObject({ verdict: 'feasible', decidedAt: 37 });
  });

  it('calls a mean infeasible at the height and slope worked out by hand', () => {
    // As above: at r = 4 the region is 11.457 wide; 12.46 over the threshold of 1 goes past it.
    const at4 = (value: number): string => {
      const check = new FeasibilityCheck([{ threshold: 1, tolerance: 0.7, sense: 'atMost' }], {
        firstStage: 3,
        errorPerCheck: 0.05,
      });
      for (const seen of [0, 1, 2, value]) check.add([seen]);
      return check.verdict;
    };
    expect(at4(12.45)).toBe('undecided');
    expect(at4(12.46)).toBe('infeasible');
    expect(at4(-10.45)).toBe('undecided');
    expect(at4(-10.46)).toBe('feasible');
  });

  it.each([
    ['atLeast', 11, 'feasible'],
    ['atLeast', 9, 'infeasible'],
    ['atMost', 11, 'infeasible'],
    ['atMost', 9, 'feasible'],
    ['atLeast', 10, 'feasible'],
    ['atMost', 10, 'feasible'],
  ] as const)('%s 10 with nothing but %f is %s after the first stage', (sense, value, verdict) => {
    const check = new FeasibilityCheck([{ threshold: 10, tolerance: 0.001, sense }], RULES);
    decide(check, () => [value]);
    expect(check).toMatchObject({ verdict, decidedAt: 20, means: [value] });
  });

  it('decides on the first stage when all days are perfect', () => {
    const constraint = { threshold: 0.95, tolerance: 0.01, sense: 'atLeast' } as const;
    const check = decide(new FeasibilityCheck([constraint], RULES), () => [1]);
    expect(check).toMatchObject({ verdict: 'feasible', decidedAt: 20, means: [1] });
  });

  it('gives no verdict before the first stage, however clear', () => {
    const check = new FeasibilityCheck([AT_LEAST_0], RULES);
    expect(check.means).toEqual([Number.NaN]);
    for (let i = 0; i < 19; i++) check.add([1e9]);
    expect(check).toMatchObject({ verdict: 'undecided', observed: 19, decidesBy: null });
  });

  it('is infeasible by one bad measure, and feasible only by all', () => {
    const stream = new Streams(11, 0).stream('two measures');
    const constraints = [AT_LEAST_0, { ...AT_LEAST_0, sense: 'atMost' as const }];
    const verdict = (first: number, second: number): string =>
      decide(new FeasibilityCheck(constraints, { firstStage: 20, errorPerCheck: 1e-6 }), () => [
        first + normal(stream),
        second + normal(stream),
      ]).verdict;
    expect(verdict(1, -1)).toBe('feasible');
    expect(verdict(-1, -1)).toBe('infeasible');
    expect(verdict(1, 1)).toBe('infeasible');
  });

  it('does not take back its verdict on one measure while another is open', () => {
    // The first is clearly kept at 20, and would look broken long before the second is decided.
    const check = new FeasibilityCheck(
      [
        { threshold: 0, tolerance: 1, sense: 'atLeast' },
        { threshold: 0, tolerance: 0.1, sense: 'atLeast' },
      ],
      RULES,
    );
    let r = 0;
    const flip = () => (r % 2 === 0 ? 1 : -1);
    for (; r < 20; r++) check.add([1, flip()]);
    for (; check.verdict === 'undecided'; r++) check.add([-10, flip()]);
    expect(check.decidedAt).toBeGreaterThan(100);
    expect(check.verdict).toBe('feasible');
    expect(check.means[0]).toBeLessThan(-1);
  });

  it('decides by the replication it names, which is that of its slowest measure', () => {
    const stream = new Streams(12, 0).stream('decides by');
    const wide = { ...AT_LEAST_0, tolerance: 0.5 };
    for (let i = 0; i < 300; i++) {
      const check = new FeasibilityCheck([wide, AT_LEAST_0], RULES);
      const next = () => [normal(stream), normal(stream)];
      for (let r = 0; r < 20; r++) check.add(next());
      const latest = check.decidesBy!;
      decide(check, next);
      expect(check.decidedAt).toBeLessThanOrEqual(latest);
    }
  });

  it('does not depend on how many replications arrive together', () => {
    const stream = new Streams(13, 0).stream('batches');
    for (let i = 0; i < 50; i++) {
      const rows = Array.from({ length: 600 }, () => [0.2 + normal(stream)]);
      const inBatches = (size: number) => {
        const check = new FeasibilityCheck([AT_LEAST_0], RULES);
        for (let from = 0; from < rows.length && check.verdict === 'undecided'; from += size)
          for (const row of rows.slice(from, from + size)) check.add(row);
        const { verdict, observed, decidedAt, means } = check;
        return { verdict, observed, decidedAt, means };
      };
      const alone = inBatches(1);
      expect(alone.decidedAt).not.toBeNull();
      for (const size of [7, 50, 600]) expect(inBatches(size)).toEqual(alone);
    }
  });

  it('does not depend on the order of the constraints', () => {
    const stream = new Streams(14, 0).stream('order');
    const constraints: Constraint[] = [
      AT_LEAST_0,
      { threshold: 1, tolerance: 0.3, sense: 'atMost' },
    ];
    for (let i = 0; i < 100; i++) {
      const one = new FeasibilityCheck(constraints, RULES);
      const other = new FeasibilityCheck(constraints.toReversed(), RULES);
      decide(one, () => {
        const row = [0.1 + normal(stream), 0.9 + normal(stream)];
        other.add(row.toReversed());
        return row;
      });
      expect(other.verdict).toBe(one.verdict);
      expect(other.decidedAt).toBe(one.decidedAt);
      expect(other.means).toEqual(one.means.toReversed());
    }
  });

  it('does not depend on the unit of the measure', () => {
    const stream = new Streams(15, 0).stream('unit');
    for (let i = 0; i < 50; i++) {
      const minutes = new FeasibilityCheck([AT_LEAST_0], RULES);
      const scaled = { threshold: 64, tolerance: 0.2 * 64, sense: 'atLeast' } as const;
      const seconds = new FeasibilityCheck([scaled], RULES);
      decide(minutes, () => {
        const value = normal(stream);
        seconds.add([64 + 64 * value]);
        return [value];
      });
      expect(seconds.verdict).toBe(minutes.verdict);
      expect(seconds.decidedAt).toBe(minutes.decidedAt);
    }
  });
});

describe('the promise', () => {
  // The least favourable truth: a mean exactly the tolerance off the threshold.
  it.each([
    ['atLeast', 0.2, 'feasible'],
    ['atLeast', -0.2, 'infeasible'],
    ['atMost', 0.2, 'infeasible'],
    ['atMost', -0.2, 'feasible'],
  ] as const)('holds for normals, %s 0 with the mean at %f', (sense, mean, verdict) => {
    const stream = new Streams(21, 0).stream(sense, verdict);
    const { rate } = search(2000, { ...AT_LEAST_0, sense }, RULES, verdict, () => {
      return mean + normal(stream);
    });
    expect(rate).toBeGreaterThanOrEqual(least(0.95, 2000));
  });

  it('is kept without waste: small steps make nearly the errors that are allowed', () => {
    const stream = new Streams(22, 0).stream('small steps');
    const rules = { firstStage: 10, errorPerCheck: 0.2 };
    const constraint = { ...AT_LEAST_0, tolerance: 0.05 };
    const { rate } = search(2000, constraint, rules, 'feasible', () => 0.05 + normal(stream));
    expect(rate).toBeGreaterThanOrEqual(least(0.8, 2000));
    expect(1 - rate).toBeGreaterThan(0.14);
  });

  it.each([
    ['independent', 0],
    ['on the same visitors', 0.8],
  ])('holds for all verdicts together on five systems and two measures, %s', (name, together) => {
    const stream = new Streams(23, 0).stream('family', name);
    const searches = 400;
    // Means of the two measures: all on an edge, the first two systems feasible.
    const truths = [
      [0.3, -0.3],
      [0.3, -0.3],
      [-0.3, -0.3],
      [0.3, 0.3],
      [-0.3, 0.3],
    ] as const;
    const constraints: Constraint[] = [
      { threshold: 0, tolerance: 0.3, sense: 'atLeast' },
      { threshold: 0, tolerance: 0.3, sense: 'atMost' },
    ];
    const rules = { firstStage: 15, errorPerCheck: errorPerCheck(0.1, 5, 2) };
    let allRight = 0;
    for (let i = 0; i < searches; i++) {
      const checks = truths.map(() => new FeasibilityCheck(constraints, rules));
      while (checks.some((check) => check.verdict === 'undecided')) {
        const shared = normal(stream);
        const noise = () => Math.sqrt(together) * shared + Math.sqrt(1 - together) * normal(stream);
        checks.forEach((check, k) => {
          check.add([truths[k]![0] + noise(), truths[k]![1] + noise()]);
        });
      }
      const right = checks.every(
        (check, k) => check.verdict === (k < 2 ? 'feasible' : 'infeasible'),
      );
      if (right) allRight++;
    }
    expect(allRight / searches).toBeGreaterThanOrEqual(least(0.9, searches));
  });

  it.each([
    [0.89, 'infeasible'],
    [0.91, 'feasible'],
  ] as const)(
    'holds for shares of 60 visitors a day, of whom %f are served in time',
    (p, verdict) => {
      const stream = new Streams(24, 0).stream('share', verdict);
      const constraint = { threshold: 0.9, tolerance: 0.01, sense: 'atLeast' } as const;
      const found = search(1000, constraint, RULES, verdict, () => share(stream, p, 60));
      expect(found.rate).toBeGreaterThanOrEqual(least(0.95, 1000));
      // Not just because the first stage would have been enough.
      expect(found.replications).toBeGreaterThan(25);
    },
  );

  it.each([
    [10.5, 'infeasible'],
    [9.5, 'feasible'],
  ] as const)('holds for skewed daily waits with a mean of %f minutes', (mean, verdict) => {
    const stream = new Streams(26, 0).stream('gamma', verdict);
    const wait = compileDistribution({ dist: 'gamma', meanS: mean, cv: 0.3 });
    const constraint = { threshold: 10, tolerance: 0.5, sense: 'atMost' } as const;
    const { rate } = search(1000, constraint, RULES, verdict, () => wait.sample(stream));
    expect(rate).toBeGreaterThanOrEqual(least(0.95, 1000));
  });

  it('does not reach where bad days are rare, and reaches nearer with a longer first stage', () => {
    // One day in 8.3 is bad, with half of the visitors served in time: a mean share of 0.94. Twenty
    // days without a bad one (a chance of 0.077) look perfect, and no error asked for helps.
    const stream = new Streams(27, 0).stream('bad days');
    const constraint = { threshold: 0.95, tolerance: 0.01, sense: 'atLeast' } as const;
    const wrong = (firstStage: number) => {
      const rules = { firstStage, errorPerCheck: 0.005 };
      const day = () => (stream.uniform() < 0.12 ? 0.5 : 1);
      return 1 - search(500, constraint, rules, 'infeasible', day).rate;
    };
    expect(wrong(20)).toBeGreaterThan(0.04);
    expect(wrong(100)).toBeLessThan(0.02);
  });

  it('spends little on what is clear', () => {
    const stream = new Streams(25, 0).stream('spending');
    const spent = (mean: number) =>
      search(200, { ...AT_LEAST_0, tolerance: 0.1 }, RULES, 'feasible', () => mean + normal(stream))
        .replications;
    const onTheEdge = spent(0);
    expect(spent(-1)).toBeLessThan(onTheEdge / 5);
    expect(spent(1)).toBeLessThan(onTheEdge / 5);
    expect(spent(-3)).toBeLessThan(21);
  });
});

describe('what a feasibility check refuses', () => {
  const rules = (change: Partial<FeasibilityRules>) => () =>
    new FeasibilityCheck([AT_LEAST_0], { ...RULES, ...change });
  const constraint = (change: Partial<Constraint>) => () =>
    new FeasibilityCheck([{ ...AT_LEAST_0, ...change }], RULES);

  it.each([
    ['alpha', () => errorPerCheck(0, 1, 1)],
    ['alpha', () => errorPerCheck(1, 1, 1)],
    ['alpha', () => errorPerCheck(Number.NaN, 1, 1)],
    ['systems', () => errorPerCheck(0.1, 0, 1)],
    ['systems', () => errorPerCheck(0.1, 1.5, 1)],
    ['constraints', () => errorPerCheck(0.1, 1, 0)],
    ['constraints', () => new FeasibilityCheck([], RULES)],
    ['firstStage', rules({ firstStage: 1 })],
    ['firstStage', rules({ firstStage: 20.5 })],
    ['firstStage', () => regionConstant(1, 0.05)],
    ['error', () => regionConstant(20, 0.5)],
    ['errorPerCheck', rules({ errorPerCheck: 0 })],
    ['errorPerCheck', rules({ errorPerCheck: 0.5 })],
    ['errorPerCheck', rules({ errorPerCheck: Number.NaN })],
    ['tolerance', constraint({ tolerance: 0 })],
    ['tolerance', constraint({ tolerance: -1 })],
    ['tolerance', constraint({ tolerance: Number.POSITIVE_INFINITY })],
    ['threshold', constraint({ threshold: Number.NaN })],
  ])('names %s', (name, make) => {
    expect(make).toThrow(RangeError);
    expect(make).toThrow(new RegExp(`^${name} `));
  });

  it('refuses observations that are none, and does not count them', () => {
    const check = new FeasibilityCheck([AT_LEAST_0, AT_LEAST_0], RULES);
    check.add([1, 1]);
    for (const values of [[1, Number.NaN], [Number.POSITIVE_INFINITY, 1], [1], [1, 1, 1]]) {
      expect(() => check.add(values)).toThrow(RangeError);
      expect(() => check.add(values)).toThrow(/^values? /);
    }
    expect(check).toMatchObject({ observed: 1, means: [1, 1] });
  });

  it('ignores whatever comes after the verdict', () => {
    const check = decide(new FeasibilityCheck([AT_LEAST_0], RULES), () => [1]);
    check.add([-1e9]);
    check.add([Number.NaN]);
    expect(check).toMatchObject({ verdict: 'feasible', observed: 20, means: [1] });
  });
});
