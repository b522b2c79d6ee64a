import { availableParallelism } from 'node:os';
import { localCrew, type SweepCrew, threadCrew, workThrough } from '../../workers/province/hands';
import type { SweepStore } from '../../workers/province/store';

export const MOST_WORKERS = 256;

/** Hands on this machine: one works on this very thread, more have threads of their own. */
export function crewsHere(size = availableParallelism()): SweepCrew[] {
  return size === 1 ? [localCrew()] : Array.from({ length: size }, () => threadCrew());
}

/**
 * Works a sweep out on this machine, piece by piece into its journal.
 *
 * @param stopped ends it with what has been done until then
 * @param onPiece hears after every piece
 * @throws the system's error if the journal can't be written
 */
export async function sweepHere(
  store: SweepStore,
  crews: readonly SweepCrew[],
  stopped: AbortSignal,
  onPiece: () => void | Promise<void>,
): Promise<void> {
  const { pieces, task, question } = store;
  let piece = 0;
  const stop = () => {
    for (const crew of crews) crew.stop();
  };
  stopped.addEventListener('abort', stop);
  try {
    await workThrough(
      crews,
      () => {
        while (piece < pieces.count && (store.has(piece) || !store.mine(piece))) piece++;
        if (piece >= pieces.count || stopped.aborted) return null;
        return { key: question, task, piece: pieces.at(piece++) };
      },
      async (parcel, outcome) => {
        store.add(parcel.piece.index, outcome);
        await onPiece();
      },
    );
  } finally {
    stopped.removeEventListener('abort', stop);
    for (const crew of crews) crew.close();
  }
}
