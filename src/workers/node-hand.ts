import { Tinypool } from 'tinypool';
import type { Hand } from './crew';
import { ThreadFailure } from './lane';
import { createPacker, createPieceRunner, type Piece, type PieceAnswer } from './piece';

/** Memory for the newest objects, MB: with more of it replications pause less to sweep them up. */
const YOUNG_MB = 64;

const THREAD = new URL('./node.worker.mjs', import.meta.url).href;

/**
 * A Node thread that runs pieces. The pool holds one thread, so that who sends knows which thread
 * has which variant, and hears of its end, which the pool alone would wait for in vain.
 *
 * @param filename module of the thread
 */
export function createNodeHand(filename = THREAD): Hand<Piece, PieceAnswer> {
  const pool = new Tinypool({
    filename,
    minThreads: 1,
    maxThreads: 1,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const pack = createPacker();
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
    run: (piece) =>
      Promise.race([
        pool.run(pack(piece)).catch((error: unknown) => {
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
      // Lets an interruption through between two pieces.
      await new Promise((resolve) => setImmediate(resolve));
      return run(pack(piece));
    },
    end: () => {},
  };
}
