import type {
  Answer,
  Ask,
  Detail,
  Evaluator,
  FiguresOf,
  Variant,
} from '../sim/experiments/evaluator';
import type { Engine } from '../sim/kernel/calendar';
import type { Crew } from './crew';
import { type Journal, keyOf } from './journal';
import type { Piece, PieceAnswer } from './piece';

/** Working days in a piece at most, so that threads can share what is asked evenly. */
const MOST_DAYS = 16;
/** Pieces that are wanted of everything that is asked at a time, if there are fewer asks. */
const PIECES = 8;

export interface SweepParts {
  readonly crew: Crew<Piece, PieceAnswer>;
  readonly journal?: Journal | null;
  readonly engine?: Engine;
  /** Hears of so many further replications that are there. */
  readonly onDone?: (replications: number) => void;
}

/** A sweep under way, which can be told to stop. */
export interface Sweep extends Evaluator {
  /** What is being worked out is thrown away; all later asks are answered with null. */
  stop(): void;
  readonly stopped: boolean;
}

/** Variants named so far, over all sweeps: threads remember them from one sweep to the next. */
let named = 0;

/** Works replications out piece by piece with a crew; what the journal has is taken from there. */
export function createSweep({ crew, journal, engine = 'default', onDone }: SweepParts): Sweep {
  const names = new WeakMap<Variant, string>();
  const nameOf = (variant: Variant) => {
    let name = names.get(variant);
    if (name === undefined) {
      // A journal outlives this run: there contents are named by themselves.
      name = journal ? keyOf([engine, variant]) : `variant ${++named}`;
      names.set(variant, name);
    }
    return name;
  };
  let stopped = false;

  return {
    get stopped() {
      return stopped;
    },
    stop() {
      stopped = true;
      crew.stop();
    },
    async evaluate<D extends Detail>(detail: D, asks: readonly Ask[]) {
      if (stopped) return null;
      const pieces: Piece<D>[] = [];
      const owner: number[] = [];
      const found: (PieceAnswer | null)[] = [];
      const least = asks.length < PIECES ? 2 * Math.ceil(PIECES / asks.length / 2) : 1;
      for (const [i, { variant, from, to }] of asks.entries())
        for (const part of partsOf(variant, from, to, least)) {
          const key = nameOf(variant);
          const known = journal?.find(key, detail, part.from, part.to) ?? null;
          if (known) onDone?.(known.length);
          owner.push(i);
          pieces.push({ key, variant, detail, ...part, engine });
          found.push(known && { ok: true, figures: known });
        }
      const open = pieces.flatMap((piece, p) => (found[p] ? [] : [{ piece, p }]));
      const done = await crew.run(
        open.map(({ piece }) => piece),
        (answer, index) => {
          if (!answer.ok) return;
          const { key, from } = open[index]!.piece;
          journal?.add({ key, detail, from, figures: answer.figures });
          onDone?.(answer.figures.length);
        },
      );
      if (done === null || stopped) return null;
      for (const [i, { p }] of open.entries()) found[p] = done[i]!;
      return asks.map((_, i) =>
        joined<D>(found.filter((_answer, p) => owner[p] === i) as PieceAnswer[]),
      );
    },
  };
}

/** An ask cut into equal parts, so many at least. A continuous run is one part each. */
function* partsOf(
  { scenario: { horizon } }: Variant,
  from: number,
  to: number,
  least: number,
): Generator<{ from: number; to: number }> {
  const days = horizon.kind === 'days' ? horizon.workingDays + horizon.warmUpDays : 1;
  const most = horizon.kind === 'continuous' ? 1 : Math.max(1, Math.floor(MOST_DAYS / days));
  const count = to - from;
  const parts = Math.min(count, Math.max(least, Math.ceil(count / most)));
  const at = (part: number) => from + Math.round((count * part) / parts);
  for (let part = 0; part < parts; part++) yield { from: at(part), to: at(part + 1) };
}

/** The answers to the parts of one ask; the first failure is the ask's. */
function joined<D extends Detail>(parts: readonly PieceAnswer[]): Answer<FiguresOf<D>> {
  const figures: FiguresOf<D>[] = [];
  for (const part of parts) {
    if (!part.ok) return part;
    figures.push(...(part.figures as FiguresOf<D>[]));
  }
  return { ok: true, figures };
}
