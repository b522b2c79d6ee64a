import { Tinypool } from 'tinypool';
import type { Hand } from './crew';
import { ThreadFailure } from './lane';
import { createPacker, createPieceRunner, type Piece, type PieceAnswer } from './piece';

/** Memory for the newest objects, MB: with more of it replications pause less to sweep them up. */
const YOUNG_MB = 64;

const THREAD = new URL('./node.worker.mjs', import.meta.url).href;

/** A Node thread that runs pieces of a search. */
export function createNodeHand(filename = THREAD): Hand<Piece, PieceAnswer> {
  return createThreadHand(filename, createPacker());
}

/**
 * A Node thread that does one job at a time. The pool holds one thread, so that who sends knows
 * what the thread has already, and hears of its end, which the pool alone would wait for in vain.
 *
 * @param filename module of the thread
 * @param pack makes of a job what is sent
 */
export function createThreadHand<Job, Result>(
  filename: string,
  pack: (job: Job) => unknown,
): Hand<Job, Result> {
  const pool = new Tinypool({
    filename,
    minThreads: 1,
    maxThreads: 1,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  let fail: (reason: ThreadFailure) => void = () => {};
  const ended = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Nobody may be listening when a thread ends that has nothing to do.
  ended.catch(() => {});
  pool.threads[0]!.once('exit', (code: unknown) =>
    fail(new ThreadFailure(`the thread ended with code ${String(code)}`)),
  );
  pool.on('error', (error: Error) => fail(new ThreadFailure(error.message)));
  return {
    run: (job) =>
      Promise.race([
        pool.run(pack(job)).catch((error: unknown) => {
          throw new ThreadFailure(error instanceof Error ? error.message : String(error));
        }),
        ended,
      ]),
    end: () => void pool.destroy().catch(() => {}),
  };
}

/** Runs pieces on this thread: for one worker a thread of its own would only cost its start. */
export function createLocalHand(): Hand<Piece, PieceAnswer> {
  const run = createPieceRunner();
  const pack = createPacker();
  return {
    run: async (piece) => {
      await breath();
      return run(pack(piece));
    },
    end: () => {},
  };
}

/** Lets an interruption through between two jobs of this thread. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
