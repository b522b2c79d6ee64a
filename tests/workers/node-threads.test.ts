import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Worker } from 'node:worker_threads';
import type { Tinypool } from 'tinypool';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { compare } from '../../src/sim/experiments/compare';
import type { Evaluator, Variant } from '../../src/sim/experiments/evaluator';
import { createLocalEvaluator } from '../../src/sim/experiments/local-evaluator';
import { planWindows } from '../../src/sim/planning/fewest-windows';
import { Crew } from '../../src/workers/crew';
import { createLocalHand, createNodeHand } from '../../src/workers/node-hand';
import { createSweep } from '../../src/workers/sweep';
import { hallVariant, smallVariant } from './questions';

/** A limit of memory for the threads of a test; the pool has no other way to be given one. */
const limits = vi.hoisted(() => ({ oldGenerationMb: null as number | null }));
vi.mock('tinypool', async (original) => {
  const module = await original<typeof import('tinypool')>();
  class LimitedPool extends module.Tinypool {
    constructor(options: ConstructorParameters<typeof Tinypool>[0]) {
      const { oldGenerationMb } = limits;
      super(
        oldGenerationMb === null
          ? options
          : { ...options, resourceLimits: { maxOldGenerationSizeMb: oldGenerationMb } },
      );
    }
  }
  return { ...module, Tinypool: LimitedPool };
});

const folder = mkdtempSync(path.join(os.tmpdir(), 'hall-twin-threads-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

/**
 * A thread's module that does something before some piece, and otherwise what the product's does.
 *
 * @param act JavaScript: knows `parcel`, `pieces` (how many this thread has been given) and
 * `turn()` (how many times any thread has called it)
 */
function moduleThat(act: string): { filename: string; acts: () => number } {
  const name = path.join(folder, `thread-${count++}`);
  const mark = JSON.stringify(`${name}.mark`);
  writeFileSync(
    `${name}.mjs`,
    `import { appendFileSync, readFileSync } from 'node:fs';
import run from ${JSON.stringify(pathToFileURL('src/workers/node.worker.mjs').href)};
let pieces = 0;
const turn = () => {
  appendFileSync(${mark}, 'x');
  return readFileSync(${mark}, 'utf8').length;
};
export default (parcel) => {
  pieces++;
  ${act}
  return run(parcel);
};
`,
  );
  return {
    filename: pathToFileURL(`${name}.mjs`).href,
    acts: () => readFileSync(`${name}.mark`, 'utf8').length,
  };
}

const open: { close(): void }[] = [];
afterEach(() => {
  for (const crew of open.splice(0)) crew.close();
});

function crewOf(size: number, filename?: string) {
  const start = size === 1 ? createLocalHand : () => createNodeHand(filename);
  const crew = new Crew(start, size, (_, reason) => ({ ok: false as const, reason }));
  open.push(crew);
  return crew;
}

const promised = {
  promise: { withinS: 900, share: 0.9, mostAbandoned: null },
  judging: { confidence: 0.95, tolerance: 0.05 },
};
const halls: Variant[] = [hallVariant('quxi', 'hall-200'), hallVariant()];
const compared = (evaluator: Evaluator, most = 40) =>
  compare(halls, { most }, evaluator).then((report) => JSON.stringify(report));
const planned = (evaluator: Evaluator) =>
  planWindows(
    {
      base: hallVariant(),
      ...promised,
      from: 7,
      to: 9,
      organisations: ['byArea', 'onePool'],
      mostReplications: 100,
    },
    evaluator,
  ).then((plan) => JSON.stringify(plan));

const here = createLocalEvaluator();
const undisturbed = { compared: compared(here), planned: planned(here) };

describe('threads', { timeout: 90_000 }, () => {
  it.each([1, 2, 3])('%i of them give the same bytes', async (size) => {
    const crew = crewOf(size);
    expect(await compared(createSweep({ crew }))).toBe(await undisturbed.compared);
    expect(await planned(createSweep({ crew }))).toBe(await undisturbed.planned);
  });

  it('know more variants than each of them keeps', async () => {
    const asks = Array.from({ length: 70 }, (_, seed) => ({
      variant: smallVariant(2, seed),
      from: 0,
      to: 1,
    }));
    const sweep = createSweep({ crew: crewOf(2) });
    for (const some of [asks, [...asks].reverse(), asks.slice(0, 10)])
      expect(await sweep.evaluate('full', some)).toEqual(await here.evaluate('full', some));
  });

  it('that die, of whatever, are replaced, and their pieces run again', async () => {
    const { filename, acts } = moduleThat(`
      if (pieces === 2)
        switch (turn()) {
          case 1:
            process.exit(1);
          case 2:
            throw new Error('a fault');
          case 3:
            setTimeout(() => {
              throw new Error('nobody listens');
            });
            return new Promise(() => {});
          case 4:
            void Promise.reject(new Error('nobody listens'));
            return new Promise(() => {});
          case 5:
            process.exit(0);
        }`);
    expect(await compared(createSweep({ crew: crewOf(2, filename) }))).toBe(
      await undisturbed.compared,
    );
    expect(acts()).toBeGreaterThanOrEqual(5);
  });

  it('one that runs out of memory is replaced likewise', async () => {
    limits.oldGenerationMb = 96;
    try {
      const { filename, acts } = moduleThat(
        `if (pieces === 2 && turn() === 1)
           for (const kept = []; ; ) kept.push(new Array(100_000).fill(0.5));`,
      );
      const sweep = createSweep({ crew: crewOf(2, filename) });
      expect(await compared(sweep)).toBe(await undisturbed.compared);
      expect(acts()).toBeGreaterThan(0);
    } finally {
      limits.oldGenerationMb = null;
    }
  });

  it('some that are killed from outside while busy are replaced likewise', async () => {
    const threads: Worker[] = [];
    const remember = (thread: Worker) => threads.push(thread);
    process.on('worker', remember);
    try {
      // Every piece takes long enough to be hit in the middle.
      const { filename } = moduleThat(
        'for (const until = Date.now() + 20; Date.now() < until; ) ;',
      );
      let pieces = 0;
      let killed = 0;
      const sweep = createSweep({
        crew: crewOf(2, filename),
        onDone: () => {
          pieces++;
          if (pieces % 3 !== 0 || killed === 2) return;
          killed++;
          // The latest is at work: another piece is under way on each thread.
          const thread = threads.at(-1)!;
          setTimeout(() => void thread.terminate(), 5);
        },
      });
      expect(await compared(sweep)).toBe(await undisturbed.compared);
      expect(killed).toBe(2);
      expect(threads.length).toBeGreaterThanOrEqual(4);
    } finally {
      process.off('worker', remember);
    }
  });

  it('name the variant that takes them down every time, and go on with the others', async () => {
    const { filename } = moduleThat("if (parcel.variant?.scenario.id === 'yuhu') process.exit(3);");
    const variants = [hallVariant('quxi'), hallVariant('yuhu'), hallVariant('baita')];
    const report = await compare(variants, { most: 2 }, createSweep({ crew: crewOf(2, filename) }));
    expect(report.variants.map(({ failed }) => failed)).toEqual([
      null,
      'the thread ended with code 3',
      null,
    ]);
    const others = await compare([variants[0]!, variants[2]!], { most: 2 }, here);
    expect(report.variants[0]).toEqual(others.variants[0]);
    expect(report.variants[2]!.measures).toEqual(others.variants[1]!.measures);
  });

  it('that cannot even start fail everything with a reason', async () => {
    const filename = pathToFileURL(path.join(folder, 'no-such-thread.mjs')).href;
    const asks = [{ variant: smallVariant(2), from: 0, to: 1 }];
    const answers = await createSweep({ crew: crewOf(2, filename) }).evaluate('summary', asks);
    expect(answers).toEqual([{ ok: false, reason: expect.stringMatching(/no-such-thread/) }]);
  });

  it('are stopped in the middle of a piece, and all end', async () => {
    const threads: Worker[] = [];
    const remember = (thread: Worker) => threads.push(thread);
    process.on('worker', remember);
    try {
      const { filename } = moduleThat('for (;;) ;');
      const sweep = createSweep({ crew: crewOf(2, filename) });
      const asks = [{ variant: smallVariant(2), from: 0, to: 10 }];
      const asked = sweep.evaluate('summary', asks);
      setTimeout(() => sweep.stop(), 1000);
      expect(await asked).toBeNull();
      await vi.waitFor(() => expect(threads.every(({ threadId }) => threadId === -1)).toBe(true), {
        timeout: 5000,
      });
      expect(threads).toHaveLength(2);
    } finally {
      process.off('worker', remember);
    }
  });
});
