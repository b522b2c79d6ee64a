import { BitRows } from './bits';
import { restrict, slotsOf } from './instance';
import type { Instance } from './problem';

/** What is left of an instance once everything plain is decided. */
export interface Reduced {
  /** Candidates of the whole instance that have to be chosen. */
  readonly essential: readonly number[];
  readonly rest: Instance;
  /** Candidates and elements of the rest, as numbered in the whole instance. */
  readonly candidates: readonly number[];
  readonly elements: readonly number[];
}

/**
 * Reduces an instance without losing its least cost (Garfinkel and Nemhauser, Integer Programming,
 * 1972, section 8.2; Caprara, Toth and Fischetti, Annals of Operations Research 98, 2000), until
 * nothing changes any more:
 *
 * - an element that just as many can cover as have to makes them essential;
 * - an element f whose coverers all cover e too, and that needs no fewer of them, implies e;
 * - a candidate goes if others cover all it covers and cost no more. Where something is needed
 *   k times, one such is not enough: the dearer may be chosen beside it. With k of them, free to
 *   be chosen whatever else is, either one is still to be had instead, or all are chosen and
 *   nothing is left to it. Of the same mounting place one is enough, for it can't be chosen beside.
 *
 * @returns null if the needs can't all be met, as mounting places exclude each other
 */
export function reduce(instance: Instance): Reduced | null {
  return new Reduction(instance).run();
}

class Reduction {
  private readonly need: number[];
  private readonly alive: boolean[];
  private readonly active: boolean[];
  private readonly essential: number[] = [];
  private candidates: number[] = [];
  private elements: number[] = [];
  /** What each candidate covers of the active elements, and by whom those are covered. */
  private covers: number[][] = [];
  private coverers: number[][] = [];
  /** Place of each candidate as long as it excludes somebody alive, else −1. */
  private place: number[] = [];

  constructor(private readonly instance: Instance) {
    this.need = [...instance.need];
    this.alive = instance.covers.map(() => true);
    this.active = instance.need.map(() => true);
  }

  run(): Reduced | null {
    do {
      this.settle();
      if (!this.isCoverable()) return null;
    } while (this.takeEssential() || this.dropElements() || this.dropCandidates());
    return {
      essential: [...this.essential].sort((a, b) => a - b),
      rest: restrict(this.instance, this.need, this.candidates, this.elements),
      candidates: this.candidates,
      elements: this.elements,
    };
  }

  /** Forgets what is met and who is of no use any more. */
  private settle(): void {
    const { instance, alive, active, need } = this;
    for (const [e, n] of need.entries()) if (n <= 0) active[e] = false;
    this.covers = instance.covers.map((covers, c) =>
      alive[c] ? covers.filter((e) => active[e]) : [],
    );
    this.coverers = need.map(() => []);
    for (const [c, covers] of this.covers.entries()) {
      if (covers.length === 0) alive[c] = false;
      for (const e of covers) this.coverers[e]!.push(c);
    }
    this.place = alive.map(() => -1);
    for (const [p, members] of instance.places.entries()) {
      const living = members.filter((c) => alive[c]);
      if (living.length > 1) for (const c of living) this.place[c] = p;
    }
    this.candidates = alive.flatMap((is, c) => (is ? [c] : []));
    this.elements = active.flatMap((is, e) => (is ? [e] : []));
  }

  private isCoverable(): boolean {
    return this.elements.every(
      (e) => slotsOf(this.coverers[e]!, this.place).length >= this.need[e]!,
    );
  }

  private takeEssential(): boolean {
    for (const e of this.elements) {
      const slots = slotsOf(this.coverers[e]!, this.place);
      if (slots.length > this.need[e]!) continue;
      const taken = slots.flatMap((slot) => (slot.length === 1 ? slot : []));
      for (const c of taken) this.take(c);
      // One after another: what is taken changes the needs of others.
      if (taken.length > 0) return true;
    }
    return false;
  }

  private take(c: number): void {
    this.essential.push(c);
    for (const e of this.covers[c]!) this.need[e]!--;
    this.alive[c] = false;
    const place = this.place[c]!;
    if (place >= 0) for (const other of this.instance.places[place]!) this.alive[other] = false;
  }

  private dropElements(): boolean {
    const rows = new BitRows(this.need.length, this.alive.length);
    for (const e of this.elements) for (const c of this.coverers[e]!) rows.add(e, c);
    let dropped = false;
    for (const e of this.elements.toReversed()) {
      const implied = this.elements.some(
        (f) => f !== e && this.active[f] && this.need[f]! >= this.need[e]! && rows.isSubset(f, e),
      );
      if (implied) {
        this.active[e] = false;
        dropped = true;
      }
    }
    return dropped;
  }

  private dropCandidates(): boolean {
    const rows = new BitRows(this.alive.length, this.need.length);
    for (const c of this.candidates) for (const e of this.covers[c]!) rows.add(c, e);
    let dropped = false;
    for (const c of this.candidates.toReversed())
      if (this.isDominated(c, rows)) {
        this.alive[c] = false;
        dropped = true;
      }
    return dropped;
  }

  private isDominated(c: number, rows: BitRows): boolean {
    const { cost } = this.instance;
    const wanted = Math.max(...this.covers[c]!.map((e) => this.need[e]!));
    let better = 0;
    for (const other of this.candidates) {
      if (other === c || !this.alive[other] || cost[other]! > cost[c]!) continue;
      const isFree = this.place[other] === -1;
      if (!isFree && this.place[other] !== this.place[c]) continue;
      if (!rows.isSubset(c, other)) continue;
      if (!isFree) return true;
      if (++better >= wanted) return true;
    }
    return false;
  }
}
