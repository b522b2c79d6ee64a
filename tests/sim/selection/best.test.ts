import { describe, expect, it } from 'vitest';
import { compileDistribution } from '../../../src/sim/kernel/distributions';
import { normalQuantile } from '../../../src/sim/kernel/normal';
import { type Stream, Streams } from '../../../src/sim/kernel/streams';
import { type BestRules, BestSelection } from '../../../src/sim/selection/best';

const RULES: BestRules = { confidence: 0.9, indifference: 0.5, firstStage: 10, sense: 'lower' };

function normal(stream: Stream): number {
  return normalQuantile(stream.uniform());
}

/** Adds replications until one system is left. */
function select(selection: BestSelection, next: () => (number | null)[]): BestSelection {
  while (selection.best === null) selection.add(next());
  return selection;
}

/** What a rate of right answers can fall to by chance: four standard errors under `promised`. */
function least(promised: number, searches: number): number {
  return promised - 4 * Math.sqrt((promised * (1 - promised)) / searches);
}

/** The least favourable truth for lower means: the last is best by exactly the indifference. */
function edge(systems: number, indifference = RULES.indifference): number[] {
  return Array.from({ length: systems }, (_, i) => (i === systems - 1 ? 0 : indifference));
}

/** Share of searches that select the last system, and replications of all systems in each. */
function search(
  searches: number,
  systems: number,
  rules: BestRules,
  next: () => number[],
): { rate: number; spent: number } {
  let right = 0;
  let spent = 0;
  for (let i = 0; i < searches; i++) {
    const selection = select(new BestSelection(systems, rules), next);
    if (selection.best === systems - 1) right++;
    for (const at of selection.eliminatedAt) spent += at ?? selection.observed;
  }
  return { rate: right / searches, spent: spent / searches };
}

/** Normals of variance 1 about the means, correlated between systems. */
function normals(means: readonly number[], stream: Stream, together: number): () => number[] {
  return () => {
    const shared = normal(stream);
    return means.map(
      (mean) => mean + Math.sqrt(together) * shared + Math.sqrt(1 - together) * normal(stream),
    );
  };
}

describe('selecting the best', () => {
  it('follows the region of doubt, worked out by hand', () => {
    // n₀ = 3, three systems, confidence 0.9: error 0.05 a pair, h² = 2 · 4.5 · 2 = 18. System 0 is
    // always 0, so differences to it are the others' values. System 1 begins 0, 1.1, 2.2 (S² = 1.21),
    // system 2 begins 0, 2.2, 4.4 (S² = 4.84). With δ = 1: W₀₁ = (21.78 − r)/2, W₀₂ = (87.12 − r)/2
    // and, since the differences of 1 and 2 are 0, 1.1, 2.2 as well, W₁₂ = W₀₁.
    const selection = new BestSelection(3, { ...RULES, indifference: 1, firstStage: 3 });
    for (let i = 0; i < 3; i++) selection.add([0, 1.1 * i, 2.2 * i]);
    expect(selection.survivors).toEqual([0, 1, 2]);
    expect(selection.decidesBy).toBe(88);
    // r = 4: sums 0, 8.8, 10.6, and W₀₁ = 8.89.
    selection.add([0, 5.5, 4]);
    expect(selection.survivors).toEqual([0, 1, 2]);
    // r = 5: sums 0, 8.3, 18.6. W₀₁ = 8.39 keeps system 1; system 2 is 10.3 behind 1, not 41 behind 0.
    selection.add([0, -0.5, 8]);
    expect(selection.survivors).toEqual([0, 1]);
    expect(selection.decidesBy).toBe(22);
    // r = 6: sums 0, 7.9. W₀₁ = 7.89.
    selection.add([0, -0.4, null]);
    expect(selection).toMatchObject({ best: 0, decidedAt: 6, observed: 6, decidesBy: 6 });
    expect(selection.eliminatedAt).toEqual([null, 6, 5]);
    expect(selection.means[1]).toBeCloseTo(7.9 / 6, 12);
    expect(selection.means[2]).toBeCloseTo(18.6 / 5, 12);
  });

  it.each([
    [3, 0.9],
    [2, 0.95],
    [6, 0.75],
  ])(
    'shares the error among the others: %i systems with %f have h² = 18',
    (systems, confidence) => {
      // First and last differ by (systems − 1) · 1.1 · (0, 1, 2), of variance 1.21 (systems − 1)².
      const rules = { ...RULES, confidence, indifference: 1, firstStage: 3 };
      const selection = new BestSelection(systems, rules);
      for (let i = 0; i < 3; i++)
        selection.add(Array.from({ length: systems }, (_, k) => 1.1 * k * i));
      expect(selection.decidesBy).toBe(Math.ceil(18 * 1.21 * (systems - 1) ** 2));
    },
  );

  it('prefers lower or higher means as asked', () => {
    const of = (sense: 'lower' | 'higher') =>
      select(new BestSelection(3, { ...RULES, sense }), () => [2, 1, 3]);
    expect(of('lower')).toMatchObject({ best: 1, decidedAt: 10 });
    expect(of('higher')).toMatchObject({ best: 2, decidedAt: 10 });
  });

  it('drops nobody before the first stage, however clear', () => {
    const selection = new BestSelection(2, RULES);
    expect(selection.leader).toBeNull();
    for (let i = 0; i < 9; i++) selection.add([0, 1e9]);
    expect(selection).toMatchObject({ best: null, leader: 0, observed: 9, decidesBy: null });
    expect(selection.survivors).toEqual([0, 1]);
  });

  it('keeps the first of systems that no visitor can tell apart', () => {
    const stream = new Streams(31, 0).stream('twins');
    const selection = select(new BestSelection(3, RULES), () => {
      const value = normal(stream);
      return [value + 3, value, value];
    });
    expect(selection).toMatchObject({ best: 1, decidedAt: 10 });
  });

  it('needs nothing to select from one', () => {
    const selection = new BestSelection(1, RULES);
    expect(selection).toMatchObject({ best: 0, leader: 0, decidedAt: 0, observed: 0 });
  });

  it('tells at the end of a budget who is left and who leads', () => {
    const stream = new Streams(32, 0).stream('budget');
    const selection = new BestSelection(4, { ...RULES, indifference: 0.01 });
    for (let i = 0; i < 40; i++) selection.add([200, 0.1, 0, 0.2].map((m) => m + normal(stream)));
    expect(selection.best).toBeNull();
    expect(selection.decidedAt).toBeNull();
    expect(selection.survivors).toEqual([1, 2, 3]);
    const lowest = Math.min(...selection.survivors.map((system) => selection.means[system]!));
    expect(selection.means[selection.leader!]).toBe(lowest);
    expect(selection.decidesBy).toBeGreaterThan(1000);
  });

  it('asks nothing of systems that are out', () => {
    const stream = new Streams(33, 0).stream('out');
    const next = normals([9, 0.2, 0], stream, 0);
    const rules = { ...RULES, indifference: 0.1 };
    const withNulls = new BestSelection(3, rules);
    const withValues = new BestSelection(3, rules);
    while (withValues.best === null) {
      const row = next();
      withValues.add(row);
      withNulls.add(row.map((v, k) => (withNulls.eliminatedAt[k] === null ? v : null)));
    }
    expect(withValues.eliminatedAt[0]).toBe(10);
    expect(withValues.decidedAt).toBeGreaterThan(20);
    expect(withNulls.best).toBe(withValues.best);
    expect(withNulls.means).toEqual(withValues.means);
  });

  it('decides by the replication it names', () => {
    const stream = new Streams(34, 0).stream('decides by');
    const next = normals([0, 0, 0], stream, 0.5);
    for (let i = 0; i < 200; i++) {
      const selection = new BestSelection(3, RULES);
      for (let r = 0; r < 10; r++) selection.add(next());
      const latest = selection.decidesBy!;
      expect(select(selection, next).decidedAt).toBeLessThanOrEqual(latest);
    }
  });

  it('does not depend on how many replications arrive together', () => {
    const stream = new Streams(35, 0).stream('batches');
    const next = normals(edge(4), stream, 0.5);
    for (let i = 0; i < 50; i++) {
      const rows = Array.from({ length: 400 }, next);
      const inBatches = (size: number) => {
        const selection = new BestSelection(4, RULES);
        for (let from = 0; from < rows.length && selection.best === null; from += size)
          for (const row of rows.slice(from, from + size)) selection.add(row);
        const { best, decidedAt, eliminatedAt, means } = selection;
        return { best, decidedAt, eliminatedAt, means };
      };
      const alone = inBatches(1);
      expect(alone.decidedAt).not.toBeNull();
      for (const size of [9, 50, 400]) expect(inBatches(size)).toEqual(alone);
    }
  });

  it('does not depend on the order of the systems', () => {
    const stream = new Streams(36, 0).stream('order');
    const next = normals([0.3, 0.1, 0, 0.5], stream, 0.3);
    const order = [2, 0, 3, 1];
    for (let i = 0; i < 100; i++) {
      const one = new BestSelection(4, RULES);
      const other = new BestSelection(4, RULES);
      select(one, () => {
        const row = next();
        other.add(order.map((system) => row[system]!));
        return row;
      });
      expect(order[other.best!]).toBe(one.best);
      expect(other.eliminatedAt).toEqual(order.map((system) => one.eliminatedAt[system]));
    }
  });

  it('turns the other way with the sign of the values', () => {
    const stream = new Streams(37, 0).stream('sign');
    const next = normals(edge(3), stream, 0);
    for (let i = 0; i < 50; i++) {
      const lower = new BestSelection(3, RULES);
      const higher = new BestSelection(3, { ...RULES, sense: 'higher' });
      select(lower, () => {
        const row = next();
        higher.add(row.map((value) => -value));
        return row;
      });
      expect(higher.eliminatedAt).toEqual(lower.eliminatedAt);
    }
  });
});

describe('the promise', () => {
  it.each([
    [2, 0],
    [2, 0.8],
    [5, 0],
    [5, 0.8],
  ])(
    'holds for %i systems with correlation %f, the best ahead by the indifference',
    (k, together) => {
      const stream = new Streams(41, 0).stream('normals', `${k} ${together}`);
      // As close as the differences vary, so that the first stage alone does not settle it.
      const indifference = 0.3 * Math.sqrt(1 - together);
      const next = normals(edge(k, indifference), stream, together);
      const { rate } = search(600, k, { ...RULES, indifference }, next);
      expect(rate).toBeGreaterThanOrEqual(least(0.9, 600));
    },
  );

  it('is kept without waste: small steps make nearly the errors that are allowed', () => {
    const stream = new Streams(42, 0).stream('small steps');
    const rules = { ...RULES, confidence: 0.8, indifference: 0.1 };
    const { rate } = search(1500, 2, rules, normals(edge(2, 0.1), stream, 0));
    expect(rate).toBeGreaterThanOrEqual(least(0.8, 1500));
    expect(1 - rate).toBeGreaterThan(0.14);
  });

  it('holds for skewed means of waits', () => {
    // The mean wait of a day, in minutes, is gamma with mean 10 (best) or 11.
    const stream = new Streams(43, 0).stream('gamma');
    const day = (meanS: number) =>
      compileDistribution({ dist: 'gamma', meanS, cv: 0.3 }).sample(stream);
    const rules = { ...RULES, indifference: 1 };
    const { rate } = search(1000, 4, rules, () => [11, 11, 11, 10].map(day));
    expect(rate).toBeGreaterThanOrEqual(least(0.9, 1000));
  });

  it('holds for shares of 60 visitors a day who give up', () => {
    const stream = new Streams(44, 0).stream('share');
    const day = (p: number) => {
      let gone = 0;
      for (let visitor = 0; visitor < 60; visitor++) if (stream.uniform() < p) gone++;
      return gone / 60;
    };
    const rules = { ...RULES, indifference: 0.02 };
    const { rate } = search(400, 4, rules, () => [0.05, 0.05, 0.05, 0.03].map(day));
    expect(rate).toBeGreaterThanOrEqual(least(0.9, 400));
  });

  it('costs less on the same visitors', () => {
    const stream = new Streams(45, 0).stream('cost');
    const spent = (together: number) =>
      search(100, 5, RULES, normals(edge(5), stream, together)).spent;
    expect(spent(0.9)).toBeLessThan(spent(0) / 2);
  });

  it('spends little on what is clearly worse', () => {
    const stream = new Streams(46, 0).stream('spending');
    const next = normals([5, 5, 0.1, 0], stream, 0);
    let clear = 0;
    let close = 0;
    for (let i = 0; i < 100; i++) {
      const selection = select(new BestSelection(4, { ...RULES, indifference: 0.1 }), next);
      clear += selection.eliminatedAt[0]! + selection.eliminatedAt[1]!;
      close += 2 * selection.observed;
    }
    expect(clear).toBeLessThan(close / 10);
  });
});

describe('what a selection refuses', () => {
  it.each([
    ['systems', 0, {}],
    ['systems', 2.5, {}],
    ['confidence', 2, { confidence: 0.5 }],
    ['confidence', 4, { confidence: 0.25 }],
    ['confidence', 2, { confidence: 1 }],
    ['confidence', 1, { confidence: 0 }],
    ['confidence', 2, { confidence: Number.NaN }],
    ['indifference', 2, { indifference: 0 }],
    ['indifference', 2, { indifference: -1 }],
    ['indifference', 2, { indifference: Number.POSITIVE_INFINITY }],
    ['firstStage', 2, { firstStage: 1 }],
    ['firstStage', 1, { firstStage: 2.5 }],
  ])('names %s (%f systems, %o)', (name, systems, change) => {
    const make = () => new BestSelection(systems, { ...RULES, ...change });
    expect(make).toThrow(RangeError);
    expect(make).toThrow(new RegExp(`^${name} `));
  });

  it('refuses values that are none of a system still in, and does not count them', () => {
    const selection = new BestSelection(2, RULES);
    selection.add([1, 2]);
    for (const values of [[1, Number.NaN], [null, 1], [1, Number.POSITIVE_INFINITY], [1]]) {
      expect(() => selection.add(values)).toThrow(RangeError);
      expect(() => selection.add(values)).toThrow(/^values? /);
    }
    expect(selection).toMatchObject({ observed: 1, means: [1, 2] });
  });

  it('ignores whatever comes after the selection', () => {
    const selection = select(new BestSelection(2, RULES), () => [1, 2]);
    selection.add([1e9, 0]);
    selection.add([Number.NaN, null]);
    expect(selection).toMatchObject({ best: 0, observed: 10, means: [1, 2] });
  });
});
