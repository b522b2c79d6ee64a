import * as Comlink from 'comlink';
import type { Hand } from './crew';
import { ThreadFailure } from './lane';
import { createPacker, type Piece, type PieceAnswer } from './piece';
import type { PieceThread } from './piece.worker';

/** A browser worker that runs pieces. */
export function createBrowserHand(): Hand<Piece, PieceAnswer> {
  const worker = new Worker(new URL('./piece.worker.ts', import.meta.url), { type: 'module' });
  const remote = Comlink.wrap<PieceThread>(worker);
  const pack = createPacker();
  let fail: (reason: ThreadFailure) => void = () => {};
  const ended = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Nobody may be listening when a thread ends that has nothing to do.
  ended.catch(() => {});
  worker.addEventListener('error', (event) =>
    fail(new ThreadFailure(event.message || 'worker error')),
  );
  worker.addEventListener('messageerror', () => fail(new ThreadFailure('unreadable message')));
  return {
    run: (piece) =>
      Promise.race([
        remote.run(pack(piece)).catch((error: unknown) => {
          throw new ThreadFailure(error instanceof Error ? error.message : String(error));
        }),
        ended,
      ]),
    end: () => worker.terminate(),
  };
}
