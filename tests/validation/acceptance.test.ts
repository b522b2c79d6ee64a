import { describe, expect, test } from 'vitest';
import { mmc } from '../../src/sim/theory/erlang';
import { mdc } from '../../src/sim/theory/general-service';
import { CASES } from '../../src/sim/verification/cases';
import { MAX_CHANCE_ROWS, meanRow, value } from '../../src/sim/verification/chance';
import {
  exponential,
  poisson,
  question,
  steady,
  windows,
} from '../../src/sim/verification/questions';
import { figuresOf } from '../../src/sim/verification/runs';
import type { VerificationRow } from '../../src/sim/verification/types';
import { SHIPPED_PLANS, shippedPlan } from '../plans';

const context = {
  effort: 'quick',
  seed: 1,
  floorplans: Object.fromEntries(SHIPPED_PLANS.map((id) => [id, shippedPlan(id)])),
} as const;

/** What is wrong with a row, in a line; null for none. */
function complaint({ quantity, expected, simulated, interval, verdict }: VerificationRow) {
  if (verdict === 'agrees') return null;
  return `${quantity.en}: ${JSON.stringify(expected)}, simulated ${simulated} in ${JSON.stringify(interval)}`;
}

describe('every case of the acceptance agrees', () => {
  const rows: VerificationRow[] = [];

  test.each(CASES)('$id', (one) => {
    const found = one.run(context);
    rows.push(...found);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(complaint).filter((words) => words !== null)).toEqual([]);
  });

  test('chance decides no more figures than the level of a row allows for', () => {
    const byChance = rows.filter((r) => r.interval !== null || r.expected.kind === 'pValue');
    expect(byChance.length).toBeGreaterThan(100);
    expect(byChance.length).toBeLessThanOrEqual(MAX_CHANCE_ROWS);
  });

  test('the intervals are narrow enough to mean something', () => {
    for (const { quantity, expected, interval } of rows) {
      if (!interval || expected.kind !== 'value') continue;
      const half = (interval[1] - interval[0]) / 2;
      expect(half / expected.value, quantity.en).toBeLessThan(0.3);
    }
  });
});

describe('what is wrong is found', () => {
  const line = (
    rate: number,
    service: Parameters<typeof figuresOf>[0]['classes'][0]['service'],
    durationS: number,
  ) =>
    figuresOf(
      question('wrong', {
        horizon: steady(durationS),
        classes: [{ id: 'customer', name: 'customer', arrivals: poisson(rate), service }],
        windows: windows(8, ['customer']),
      }),
      context,
    );
  const busy = (runs: ReturnType<typeof line>, expected: number) =>
    meanRow(
      { zh: '利用率', en: 'Utilisation' },
      'share',
      runs.map((r) => r.utilisation.reduce<number>((sum, u) => sum + (u ?? 0), 0) / 8),
      value(expected),
    ).verdict;
  const wait = (runs: ReturnType<typeof line>, expected: number) =>
    meanRow(
      { zh: '等候', en: 'Wait' },
      's',
      runs.map((r) => r.all.waitMeanS),
      value(expected),
    ).verdict;

  test('M/M/8 at 7.2 against the formula at 7.3', () => {
    const runs = line(7.2, exponential(1), 2500);
    const [right, wrong] = [mmc(7.2, 1, 8), mmc(7.3, 1, 8)];
    expect([busy(runs, right.utilisation), busy(runs, wrong.utilisation)]).toEqual([
      'agrees',
      'differs',
    ]);
    expect([wait(runs, right.waitMean), wait(runs, wrong.waitMean)]).toEqual(['agrees', 'differs']);
  });

  test('services that are three hundredths too long', () => {
    expect(busy(line(6.4, exponential(1.03), 1000), 0.8)).toBe('differs');
  });

  test('constant services for exponential ones', () => {
    const runs = line(6.4, { dist: 'deterministic', valueS: 1 }, 1000);
    expect(wait(runs, mdc(6.4, 1, 8).waitMean)).toBe('agrees');
    expect(wait(runs, mmc(6.4, 1, 8).waitMean)).toBe('differs');
  });
});
