/**
 * `npm run bench`: the general process beside hand-written loops and beside simjs, in one run.
 * Each contender runs in turn, several rounds; medians and ratios are printed, nothing is asserted.
 */
import type { Scenario } from '../src/scenarios/scenario';
import { scenarioSchema } from '../src/scenarios/scenario';
import { prepare, replicate } from '../src/sim/experiments/simulate';
import type { Engine } from '../src/sim/kernel/calendar';
import { loopW1, loopW2 } from './loops';
import { w2 } from './w2';

const ROUNDS = 5;

interface Contender {
  readonly name: string;
  /** Customers or days in one round. */
  readonly work: number;
  readonly run: () => string;
}

/** W1 as a scenario file: M/M/8 for as long as `customers` need. */
function w1(customers: number): Scenario {
  return scenarioSchema.parse({
    format: 'hall-twin/scenario',
    version: 1,
    id: 'w1',
    name: 'W1',
    floorplan: null,
    horizon: { kind: 'continuous', durationS: customers / 7.2 },
    targetWaitS: 1,
    classes: [
      {
        id: 'customer',
        name: 'customer',
        arrivals: { kind: 'poisson', perHour: 7.2 * 3600 },
        service: { dist: 'exponential', meanS: 1 },
      },
    ],
    windows: Array.from({ length: 8 }, (_, i) => ({
      id: `w${i + 1}`,
      name: `w${i + 1}`,
      serves: ['customer'],
    })),
  });
}

function processW1(customers: number, engine: Engine): Contender {
  const experiment = prepare(w1(customers), null, 1);
  let replication = 0;
  return {
    name: `process, ${engine} engine`,
    work: customers,
    run: () => {
      const { all } = replicate(experiment, replication++, engine);
      return `mean wait ${all.waitMeanS?.toFixed(3)}`;
    },
  };
}

function processW2(days: number, engine: Engine): Contender {
  const experiment = prepare(w2(), null, 1);
  let replication = 0;
  return {
    name: `process, ${engine} engine`,
    work: days,
    run: () => {
      let wait = 0;
      let lost = 0;
      for (let day = 0; day < days; day++) {
        const { all, byClass } = replicate(experiment, replication++, engine);
        wait += (byClass[0]?.waitMeanS ?? 0) / 60 / days;
        lost += (all.abandonedShare ?? 0) / days;
      }
      return `wait A ${wait.toFixed(3)} min, give up ${(100 * lost).toFixed(2)} %`;
    },
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

function race(title: string, unit: string, contenders: readonly Contender[]): void {
  const rates = contenders.map(() => [] as number[]);
  const said = contenders.map(() => '');
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [i, contender] of contenders.entries()) {
      const start = performance.now();
      said[i] = contender.run();
      const seconds = (performance.now() - start) / 1000;
      // The first round warms up.
      if (round > 0) rates[i]!.push(contender.work / seconds);
    }
  }
  console.log(`\n${title}: ${unit} per second, median of ${ROUNDS} rounds in turn`);
  const yardstick = median(rates[0]!);
  for (const [i, contender] of contenders.entries()) {
    const rate = median(rates[i]!);
    const figures = [
      contender.name.padEnd(26),
      Math.round(rate).toLocaleString('en').padStart(12),
      `× ${(rate / yardstick).toFixed(2)}`.padStart(9),
    ];
    console.log(`  ${figures.join(' ')}   ${said[i]}`);
  }
}

const CUSTOMERS = 1_000_000;
const DAYS = 2000;
race('W1, M/M/8 at λ 7.2, μ 1', 'customers', [
  {
    name: 'hand-written loop',
    work: CUSTOMERS,
    run: () => `mean wait ${loopW1(CUSTOMERS, 1).toFixed(3)}`,
  },
  processW1(CUSTOMERS, 'default'),
  processW1(CUSTOMERS / 10, 'simjs'),
]);
race('W2, a small hall’s day', 'days', [
  {
    name: 'hand-written loop',
    work: DAYS,
    run: () => {
      const { a, b, lost } = loopW2(DAYS, 1);
      return `wait A ${a.toFixed(3)}, B ${b.toFixed(2)} min, give up ${(100 * lost).toFixed(2)} %`;
    },
  },
  processW2(DAYS, 'default'),
  processW2(DAYS / 10, 'simjs'),
]);
console.log(`\nPeak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
