import { Dexie, type EntityTable } from 'dexie';
import {
  createJournal,
  headerOf,
  type Journal,
  type JournalEntry,
  type SweepQuestion,
} from './journal';

/** A sweep that has been begun in this browser and not finished. */
export interface KeptSweep {
  /** Its question, as in a journal's first line. */
  readonly header: string;
  readonly kind: string;
  readonly beganAt: number;
  /** What the page asked, to be asked again. */
  readonly job: unknown;
}

interface KeptEntry extends JournalEntry {
  readonly id: number;
  readonly header: string;
}

type Database = Dexie & {
  sweeps: EntityTable<KeptSweep, 'header'>;
  entries: EntityTable<KeptEntry, 'id'>;
};

/** Sweeps that were never finished and are never asked again are forgotten beyond so many. */
const KEPT = 6;

/** Unfinished sweeps, kept in the browser so that a closed tab costs nothing. */
export class BrowserJournals {
  private readonly database: Database;

  constructor(name = 'hall-twin-sweeps') {
    this.database = new Dexie(name) as Database;
    this.database.version(1).stores({ sweeps: 'header, kind, beganAt', entries: '++id, header' });
  }

  /** The journal of a question, with what it already has; begun if there is none. */
  async open(question: SweepQuestion, job: unknown): Promise<Journal & { resumed: number }> {
    const { sweeps, entries } = this.database;
    const header = headerOf(question);
    const found: JournalEntry[] = await entries.where({ header }).toArray();
    await sweeps.put({ header, kind: question.kind, beganAt: Date.now(), job });
    await this.forgetOldest();
    const journal = createJournal(found, (entry) => {
      // A full or forbidden store costs the resumption, not the sweep.
      entries.add({ ...entry, header } as KeptEntry).catch(() => {});
    });
    return { ...journal, resumed: found.reduce((sum, { figures }) => sum + figures.length, 0) };
  }

  /** The latest unfinished sweep of a kind. */
  async unfinished(kind: string): Promise<KeptSweep | null> {
    const all = await this.database.sweeps.where({ kind }).sortBy('beganAt');
    return all.at(-1) ?? null;
  }

  /** Forgets a sweep: it is finished, or not wanted any more. */
  async forget(header: string): Promise<void> {
    await this.database.entries.where({ header }).delete();
    await this.database.sweeps.delete(header);
  }

  private async forgetOldest(): Promise<void> {
    const old = await this.database.sweeps.orderBy('beganAt').reverse().offset(KEPT).toArray();
    for (const { header } of old) await this.forget(header);
  }
}
