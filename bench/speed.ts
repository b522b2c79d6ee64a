/**
 * `npm run bench`: the general process beside hand-written loops and beside simjs, in one run.
 * Each contender runs in turn, several rounds; medians and ratios are printed, nothing is asserted.
 * Then searches on one thread, on two, and on two with simjs; and what cameras see, with every
 * triangle tried as reference.
 * `-- --quick` takes a tenth of the work and leaves the district out, `-- --json` prints the
 * figures for another program.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Scenario } from '../src/scenarios/scenario';
import { scenarioSchema } from '../src/scenarios/scenario';
import { prepare, replicate } from '../src/sim/experiments/simulate';
import type { Engine } from '../src/sim/kernel/calendar';
import { raceCoverage, raceDay, raceRays } from './coverage';
import { loopW1, loopW2 } from './loops';
import { raceCeiling, raceDistrict, raceHall, type SweepResult } from './sweeps';
import { w2 } from './w2';

const ROUNDS = 5;
/** Each takes more than a minute. */
const DISTRICT_ROUNDS = 3;
/** Asks a process of its own for the memory of a million visitors: nothing else has been in it. */
const MEMORY = 'memory';

interface Result {
  readonly title: string;
  readonly unit: string;
  readonly contenders: readonly {
    readonly name: string;
    readonly perSecond: number;
    /** Over the hand-written loop. */
    readonly ratio: number;
    readonly found: string;
  }[];
}

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
      // Class A first, then those of the single windows.
      const waited = { a: 0, b: 0 };
      const called = { a: 0, b: 0 };
      let lost = 0;
      for (let day = 0; day < days; day++) {
        const { all, byClass } = replicate(experiment, replication++, engine);
        for (const [i, { waitMeanS, served }] of byClass.entries()) {
          const area = i === 0 ? 'a' : 'b';
          waited[area] += ((waitMeanS ?? 0) / 60) * served;
          called[area] += served;
        }
        lost += (all.abandonedShare ?? 0) / days;
      }
      return waitsText(waited.a / called.a, waited.b / called.b, lost);
    },
  };
}

/** Waits in minutes. */
function waitsText(a: number, b: number, lost: number): string {
  return `wait A ${a.toFixed(3)}, B ${b.toFixed(2)} min, give up ${(100 * lost).toFixed(2)} %`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

function race(title: string, unit: string, contenders: readonly Contender[]): Result {
  const rates = contenders.map(() => [] as number[]);
  const found = contenders.map(() => '');
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [i, contender] of contenders.entries()) {
      const start = performance.now();
      found[i] = contender.run();
      const seconds = (performance.now() - start) / 1000;
      // The first round warms up.
      if (round > 0) rates[i]!.push(contender.work / seconds);
    }
  }
  const medians = rates.map(median);
  return {
    title,
    unit,
    contenders: contenders.map(({ name }, i) => ({
      name,
      perSecond: medians[i]!,
      ratio: medians[i]! / medians[0]!,
      found: found[i]!,
    })),
  };
}

function raceW1(customers: number): Result {
  return race('W1, M/M/8 at λ 7.2, μ 1', 'customers', [
    {
      name: 'hand-written loop',
      work: customers,
      run: () => `mean wait ${loopW1(customers, 1).toFixed(3)}`,
    },
    processW1(customers, 'default'),
    processW1(customers / 10, 'simjs'),
  ]);
}

function raceW2(days: number): Result {
  return race("W2, a small hall's day", 'days', [
    {
      name: 'hand-written loop',
      work: days,
      run: () => {
        const { a, b, lost } = loopW2(days, 1);
        return waitsText(a, b, lost);
      },
    },
    processW2(days, 'default'),
    processW2(days / 10, 'simjs'),
  ]);
}

/** Highest resident memory of this process so far, MB. */
function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}

/** The same of a process that simulates a million visitors in one run and nothing else. */
function memoryOfMillion(): { readonly peakMb: number; readonly beforeMb: number } {
  const self = fileURLToPath(import.meta.url);
  return JSON.parse(
    execFileSync(process.execPath, [...process.execArgv, self, MEMORY], { encoding: 'utf8' }),
  );
}

function textOf({ title, unit, contenders }: Result): string {
  const rows = contenders.map(({ name, perSecond, ratio, found }) => {
    const rate = Math.round(perSecond).toLocaleString('en').padStart(12);
    return `  ${name.padEnd(26)} ${rate} ${`× ${ratio.toFixed(2)}`.padStart(9)}   ${found}`;
  });
  return [`\n${title}: ${unit} per second, median of ${ROUNDS} rounds in turn`, ...rows].join('\n');
}

function sweepText({ title, contenders }: SweepResult): string {
  const rows = contenders.map(({ name, median: seconds, ratio, found }) => {
    const time = `${seconds.toFixed(2)} s`.padStart(9);
    return `  ${name.padEnd(26)} ${time} ${`× ${ratio.toFixed(2)}`.padStart(9)}   ${found}`;
  });
  const rounds = contenders[0]!.seconds.length;
  return [`\n${title}: seconds, median of ${rounds} rounds in turn`, ...rows].join('\n');
}

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean' }, json: { type: 'boolean' } },
  allowPositionals: true,
});
if (positionals[0] === MEMORY) {
  const beforeMb = peakMb();
  processW1(1_000_000, 'default').run();
  console.log(JSON.stringify({ peakMb: peakMb(), beforeMb }));
} else {
  const part = values.quick ? 0.1 : 1;
  const races = [raceW1(1_000_000 * part), raceW2(2000 * part)];
  const memory = memoryOfMillion();
  const sweeps = values.quick
    ? [await raceCeiling(1), await raceHall(1)]
    : [await raceCeiling(ROUNDS), await raceHall(ROUNDS), await raceDistrict(DISTRICT_ROUNDS)];
  const rounds = values.quick ? 1 : ROUNDS;
  const coverage = [raceRays(rounds), ...(await raceCoverage(rounds)), raceDay(rounds)];
  if (values.json) console.log(JSON.stringify({ races, memory, sweeps, coverage }, null, 2));
  else {
    for (const one of races) console.log(textOf(one));
    for (const one of [...sweeps, ...coverage]) console.log(sweepText(one));
    const [peak, before] = [memory.peakMb, memory.beforeMb].map((mb) => mb.toFixed(0));
    console.log(`\nA million visitors in one run: ${peak} MB at most (${before} MB before it)`);
  }
}
