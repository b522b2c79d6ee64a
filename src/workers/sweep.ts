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

/** Working days in a piece: fewer are not worth sending, more can't be shared out evenly. */
const FEWEST_DAYS = 6;
const MOST_DAYS = 16;
/** Pieces that are wanted of everything that is asked at a time, for a dozen threads to share. */
const PIECES = 16;

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
      const asked = asks.reduce((sum, { from, to }) => sum + to - from, 0);
      const days = Math.min(MOST_DAYS, Math.max(FEWEST_DAYS, Math.ceil(asked / PIECES)));
      for (const [i, { variant, from, to }] of asks.entries())
        for (const part of partsOf(variant, from, to, days)) {
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

/** An ask cut into equal parts of about so many working days. A continuous run is one part each. */
function* partsOf(
  { scenario: { horizon } }: Variant,
  from: number,
  to: number,
  days: number,
): Generator<{ from: number; to: number }> {
  const each = horizon.kind === 'days' ? horizon.workingDays + horizon.warmUpDays : 1;
  const most = horizon.kind === 'continuous' ? 1 : Math.max(1, Math.floor(days / each));
  const parts = Math.ceil((to - from) / most);
  const at = (part: number) => from + Math.round(((to - from) * part) / parts);
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
