import { expect, it } from 'vitest';
import { reportText } from '../../../src/cli/report-text';
import { simulate } from '../../../src/sim/experiments/simulate';
import { dayScenario } from '../hall/scenarios';

/** Ten a second come, and nobody is ever done: an unstable queue over a horizon without end. */
const endless = dayScenario({
  horizon: { kind: 'continuous', durationS: 1e8 },
  classes: [
    {
      id: 'a',
      name: 'a',
      arrivals: { kind: 'renewal', between: { dist: 'deterministic', valueS: 0.1 } },
      service: { dist: 'deterministic', valueS: 1e6 },
    },
  ],
});

it('a run that cannot finish stops at half a million inside, with what it has, and says so', () => {
  const report = simulate({ scenario: endless, floorplan: null, seed: 1, replications: 1 });
  // The 500,001st, who would come at 50,000.1 s, is one too many.
  expect(report.stopped).toEqual([{ replication: 0, atS: 50_000.1, inside: 500_000 }]);
  expect(report.measures.arrived.mean).toBe(500_000);
  expect(report.measures.utilisation.w1!.mean).toBeCloseTo(1, 5);
  // One is served and the others wait, from the n-th tenth of a second on: the mean over the time
  // until the stop is half of them.
  expect(report.measures.queueMean.mean).toBeCloseTo(249_999, -1);
  expect(reportText(report, endless, 'zh')).toContain('13.9 小时');
  expect(reportText(report, endless, 'en')).toContain('stopped');
});

it('an ordinary run says nothing of it', () => {
  const report = simulate({ scenario: dayScenario(), floorplan: null, seed: 1, replications: 1 });
  expect(report.stopped).toEqual([]);
  expect(reportText(report, dayScenario(), 'en')).not.toContain('stopped');
});
