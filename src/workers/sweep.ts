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

/** Replications of one working day in a piece: long enough to be worth sending, short enough to share out. */
const DAYS_IN_A_PIECE = 8;

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

/** Works replications out piece by piece with a crew; what the journal has is taken from there. */
export function createSweep({ crew, journal, engine = 'default', onDone }: SweepParts): Sweep {
  const keys = new WeakMap<Variant, string>();
  const keyOfVariant = (variant: Variant) => {
    let key = keys.get(variant);
    if (key === undefined) {
      key = keyOf([engine, variant]);
      keys.set(variant, key);
    }
    return key;
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
      for (const [i, { variant, from, to }] of asks.entries())
        for (const part of partsOf(variant, from, to)) {
          const key = keyOfVariant(variant);
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

/** Where an ask is cut depends on nothing but the ask. */
function* partsOf(
  { scenario: { horizon } }: Variant,
  from: number,
  to: number,
): Generator<{ from: number; to: number }> {
  const days = horizon.kind === 'days' ? horizon.workingDays + horizon.warmUpDays : 1;
  const length =
    horizon.kind === 'continuous' ? 1 : Math.max(1, Math.floor(DAYS_IN_A_PIECE / days));
  for (let at = from; at < to; at += length) yield { from: at, to: Math.min(to, at + length) };
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
