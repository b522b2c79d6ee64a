import { loadRun } from '../src/cli/documents';
import { HALLS } from '../src/scenarios/halls';
import type { Variant } from '../src/sim/experiments/evaluator';
import type { Engine } from '../src/sim/kernel/calendar';
import { ORGANISATIONS } from '../src/sim/planning/design';
import { planDistrict } from '../src/sim/planning/district';
import { planWindows } from '../src/sim/planning/fewest-windows';
import type { WindowsRequest } from '../src/sim/planning/windows-plan';
import { Crew } from '../src/workers/crew';
import { createNodeHand } from '../src/workers/node-hand';
import type { Piece, PieceAnswer } from '../src/workers/piece';
import { createSweep } from '../src/workers/sweep';

/** How long a search took with so many threads, seconds, and what it found. */
export interface SweepTime {
  readonly name: string;
  readonly seconds: readonly number[];
  readonly median: number;
  /** Median of the contender on one thread over this one's. */
  readonly ratio: number;
  readonly found: string;
}

export interface SweepResult {
  readonly title: string;
  readonly contenders: readonly SweepTime[];
}

interface Contender {
  readonly name: string;
  readonly threads: number;
  readonly engine: Engine;
  /** Threads that have run before: their code is compiled already. */
  readonly warm: boolean;
}

function requestOf(hall: string): WindowsRequest {
  const { scenario, plan } = loadRun(hall);
  const base: Variant = { scenario, floorplan: plan, seed: 1 };
  return {
    base,
    promise: { withinS: 900, share: 0.9, mostAbandoned: null },
    judging: { confidence: 0.95, tolerance: 0.01 },
    from: 3,
    to: 13,
    organisations: ORGANISATIONS,
    mostReplications: 2000,
  };
}

function crewOf(threads: number): Crew<Piece, PieceAnswer> {
  return new Crew(createNodeHand, threads, (_, reason) => ({ ok: false, reason }));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

async function race(
  title: string,
  rounds: number,
  contenders: readonly Contender[],
  job: (crew: Crew<Piece, PieceAnswer>, engine: Engine) => Promise<string>,
): Promise<SweepResult> {
  const seconds = contenders.map(() => [] as number[]);
  const found = contenders.map(() => '');
  const kept = contenders.map(({ threads }) => crewOf(threads));
  for (const [i, { warm, engine }] of contenders.entries()) if (warm) await job(kept[i]!, engine);
  for (let round = 0; round < rounds; round++)
    for (const [i, { threads, engine, warm }] of contenders.entries()) {
      const crew = warm ? kept[i]! : crewOf(threads);
      const start = performance.now();
      found[i] = await job(crew, engine);
      seconds[i]!.push((performance.now() - start) / 1000);
      if (!warm) crew.close();
    }
  for (const crew of kept) crew.close();
  const medians = seconds.map(median);
  const alone = medians[contenders.findIndex((c) => c.threads === 1 && c.warm)]!;
  return {
    title,
    contenders: contenders.map(({ name }, i) => ({
      name,
      seconds: seconds[i]!,
      median: medians[i]!,
      ratio: alone / medians[i]!,
      found: found[i]!,
    })),
  };
}

/**
 * What two threads can gain here at all: the same search twice at once, on a thread each that know
 * nothing of each other, over twice the time of one.
 */
export async function raceCeiling(rounds: number): Promise<SweepResult> {
  const request = requestOf('quxi');
  const crews = [crewOf(1), crewOf(1)];
  const search = async (crew: Crew<Piece, PieceAnswer>) => {
    await planWindows(request, createSweep({ crew }));
  };
  await Promise.all(crews.map(search));
  const alone: number[] = [];
  const together: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let start = performance.now();
    await search(crews[0]!);
    alone.push((performance.now() - start) / 1000);
    start = performance.now();
    await Promise.all(crews.map(search));
    together.push((performance.now() - start) / 1000 / crews.length);
  }
  for (const crew of crews) crew.close();
  const medians = [median(alone), median(together)] as const;
  return {
    title: 'What two threads gain on this machine: two searches that share nothing',
    contenders: [
      { name: 'one alone', seconds: alone, median: medians[0], ratio: 1, found: '' },
      {
        name: 'two at once, each',
        seconds: together,
        median: medians[1],
        ratio: medians[0] / medians[1],
        found: '',
      },
    ],
  };
}

const ONE: Contender = { name: 'one thread', threads: 1, engine: 'default', warm: true };
const TWO: Contender = { name: 'two threads', threads: 2, engine: 'default', warm: true };
const COLD: Contender = { ...TWO, name: 'two threads, started anew', warm: false };
const SIMJS: Contender = { ...TWO, name: 'two threads on simjs', engine: 'simjs' };

/** Fewest windows for one hall, 3 to 13, all organisations. */
export function raceHall(rounds: number): Promise<SweepResult> {
  const request = requestOf('quxi');
  return race(
    'Fewest windows for the promise, 3 to 13, one hall',
    rounds,
    [ONE, TWO, COLD, SIMJS],
    async (crew, engine) => {
      const plan = await planWindows(request, createSweep({ crew, engine }));
      const chosen = plan.candidates[plan.recommended!]!;
      return `${chosen.windows} windows, ${plan.replications} replications`;
    },
  );
}

/** The same for the 13 halls of the district. */
export function raceDistrict(rounds: number): Promise<SweepResult> {
  const requests = HALLS.map(({ id }) => ({ hall: id, request: requestOf(id) }));
  return race('The district: 13 halls', rounds, [ONE, TWO, COLD, SIMJS], async (crew, engine) => {
    const halls = await planDistrict(requests, createSweep({ crew, engine }));
    const windows = halls.map((h) =>
      h.ok ? h.plan.candidates[h.plan.recommended!]!.windows : '–',
    );
    const done = halls.reduce((sum, h) => sum + (h.ok ? h.plan.replications : 0), 0);
    return `${windows.join(' ')}; ${done} replications`;
  });
}
