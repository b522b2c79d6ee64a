import { bytes, integers } from './growing';
import { type Dropped, type Note, type Protocol, REASON_IDS, type Reason } from './reasons';

const EXAMPLES = 5;

type Both = { readonly zh: string; readonly en: string };

/** Counts what is left out and what is interpreted while a log is read. */
export class Bookkeeper {
  rows = 0;
  private readonly lines = integers();
  private readonly reasons = bytes();
  private readonly examples = new Map<Reason, { line: number; text: string }[]>();
  private readonly counts = new Map<Reason, number>();
  private readonly notes = new Map<string, { count: number; text: (count: number) => Both }>();
  readonly unknownOutcomes = new Map<string, number>();

  /** A row is left out; `text` is asked only for the first few of a reason. */
  drop(reason: Reason, line: number, text: () => string): void {
    this.lines.push(line);
    this.reasons.push(REASON_IDS.indexOf(reason));
    const count = (this.counts.get(reason) ?? 0) + 1;
    this.counts.set(reason, count);
    if (count > EXAMPLES) return;
    let list = this.examples.get(reason);
    if (!list) {
      list = [];
      this.examples.set(reason, list);
    }
    list.push({ line, text: own(text()) });
  }

  count(reason: Reason): number {
    return this.counts.get(reason) ?? 0;
  }

  get dropped(): number {
    return this.lines.size;
  }

  /** One more row that was understood in a way that is worth saying. */
  note(code: string, text: (count: number) => Both, rows = 1): void {
    const known = this.notes.get(code);
    if (known) known.count += rows;
    else this.notes.set(code, { count: rows, text });
  }

  protocol(kept: number): Protocol {
    const order = Array.from({ length: this.lines.size }, (_, i) => i);
    const [lines, reasons] = [this.lines.all(), this.reasons.all()];
    order.sort((a, b) => lines[a]! - lines[b]!);
    const dropped: Dropped[] = REASON_IDS.filter((reason) => this.counts.has(reason)).map(
      (reason) => ({
        reason,
        count: this.counts.get(reason)!,
        examples: this.examples.get(reason) ?? [],
      }),
    );
    const notes: Note[] = [...this.notes].map(([code, { count, text }]) => ({
      code,
      count,
      text: text(count),
    }));
    return {
      rows: this.rows,
      kept,
      dropped,
      notes,
      unknownOutcomes: [...this.unknownOutcomes]
        .map(([word, count]) => ({ word, count }))
        .sort((a, b) => b.count - a.count),
      lines: Int32Array.from(order, (i) => lines[i]!),
      reasons: Uint8Array.from(order, (i) => reasons[i]!),
    };
  }
}

/** A copy that keeps nothing else alive. */
const own = (text: string) => JSON.parse(JSON.stringify(text.slice(0, 300))) as string;
