import type { Answer, Detail, FiguresOf, Variant } from '../sim/experiments/evaluator';
import type { Experiment } from '../sim/experiments/simulate';
import { Workshop } from '../sim/experiments/workshop';
import type { Engine } from '../sim/kernel/calendar';

/** A piece of a sweep: some replications of one variant, which any thread may run. */
export interface Piece<D extends Detail = Detail> {
  /** Names the variant. */
  readonly key: string;
  readonly variant: Variant;
  readonly detail: D;
  readonly from: number;
  readonly to: number;
  readonly engine: Engine;
}

/** A piece on its way to a thread: without the variant where the thread knows it. */
export type Parcel = Omit<Piece, 'variant'> & { readonly variant: Variant | null };

export type PieceAnswer = Answer<FiguresOf<Detail>>;

/** Variants that a thread keeps; who sends to it keeps the same account. */
const KEPT = 32;

/** Keys in the order they came, the oldest forgotten beyond {@link KEPT}. */
export class Recent<T> {
  private readonly items = new Map<string, T>();

  get(key: string): T | undefined {
    return this.items.get(key);
  }

  add(key: string, item: T): void {
    this.items.set(key, item);
    if (this.items.size > KEPT) this.items.delete(this.items.keys().next().value!);
  }
}

/** Packs pieces for one thread, each variant's contents only when the thread lacks it. */
export function createPacker(): (piece: Piece) => Parcel {
  const sent = new Recent<true>();
  return (piece) => {
    if (sent.get(piece.key)) return { ...piece, variant: null };
    sent.add(piece.key, true);
    return piece;
  };
}

/** What a thread does with the parcels that come to it, in their order. */
export function createPieceRunner(): (parcel: Parcel) => PieceAnswer {
  const workshops = new Map<Engine, Workshop>();
  const known = new Recent<Experiment | { readonly reason: string }>();
  const workshopOf = (engine: Engine) => {
    if (!workshops.has(engine)) workshops.set(engine, new Workshop(engine));
    return workshops.get(engine)!;
  };
  const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
  const prepare = ({ key, variant, engine }: Parcel) => {
    const before = known.get(key);
    if (before) return before;
    if (variant === null) throw new Error(`variant ${key} was never sent`);
    let prepared: Experiment | { readonly reason: string };
    try {
      prepared = workshopOf(engine).prepare(variant);
    } catch (error) {
      prepared = { reason: reasonOf(error) };
    }
    known.add(key, prepared);
    return prepared;
  };
  return (parcel) => {
    const prepared = prepare(parcel);
    if ('reason' in prepared) return { ok: false, reason: prepared.reason };
    try {
      const figures = workshopOf(parcel.engine).run(prepared, parcel.detail, parcel);
      return { ok: true, figures };
    } catch (error) {
      return { ok: false, reason: reasonOf(error) };
    }
  };
}
