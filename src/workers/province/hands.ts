import { Crew, type Hand } from '../crew';
import { breath, createThreadHand } from '../node-hand';
import { createSweepPacker, createSweepRunner, type PartResult, type SweepParcel } from './runner';

const THREAD = new URL('../province.worker.mjs', import.meta.url).href;

/** What came of a piece: of each part, or why it can't be done by anybody here. */
export type PieceOutcome = readonly PartResult[] | { readonly aside: string };

type SweepHand = Hand<SweepParcel, PieceOutcome>;

/** One pair of hands: a piece that takes three threads down is set aside. */
export type SweepCrew = Crew<SweepParcel, PieceOutcome>;

/** A crew of one thread. */
export function threadCrew(): SweepCrew {
  return new Crew<SweepParcel, PieceOutcome>(
    () => createThreadHand(THREAD, createSweepPacker()),
    1,
    (_, reason) => ({ aside: reason }),
  );
}

/** A crew on this very thread: one alone saves the start of another. */
export function localCrew(): SweepCrew {
  const start = (): SweepHand => {
    const run = createSweepRunner();
    const pack = createSweepPacker();
    return {
      run: async (parcel) => {
        await breath();
        return run(pack(parcel));
      },
      end: () => {},
    };
  };
  return new Crew(start, 1, (_, reason) => ({ aside: reason }));
}

/**
 * Pieces by several crews; whoever is free takes the next. Nothing is kept of a piece that is done,
 * so that as much memory is needed for a province as for a district.
 *
 * @param next the next parcel; null when there are no more
 * @param onDone what it throws ends the work, and is thrown on
 */
export async function workThrough(
  crews: readonly SweepCrew[],
  next: () => SweepParcel | null,
  onDone: (parcel: SweepParcel, outcome: PieceOutcome) => void | Promise<void>,
): Promise<void> {
  let broken = false;
  const work = async (crew: SweepCrew) => {
    for (let parcel = broken ? null : next(); parcel !== null; parcel = broken ? null : next()) {
      const done = await crew.run([parcel]);
      if (done === null) return;
      await onDone(parcel, done[0]!);
    }
  };
  try {
    await Promise.all(crews.map(work));
  } catch (error) {
    broken = true;
    for (const crew of crews) crew.close();
    throw error;
  }
}
