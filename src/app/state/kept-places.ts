import { Dexie, type EntityTable } from 'dexie';
import { z } from 'zod';
import { type Place, placeSchema } from './place';

/** What one tab had open last. */
interface KeptPlace {
  readonly tab: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly place: unknown;
}

/** Where places are kept, by tab. Everything may reject: a browser may refuse to remember. */
export interface PlaceArchive {
  of(tab: string): Promise<KeptPlace | undefined>;
  newest(): Promise<KeptPlace | undefined>;
  put(kept: KeptPlace): Promise<void>;
}

/** Tabs that are remembered. */
const MOST_TABS = 12;

/** Places in the browser's database: a hall of one's own may be too large for simple storage. */
export function browserPlaces(name = 'hall-twin-places'): PlaceArchive {
  const database = new Dexie(name) as Dexie & { places: EntityTable<KeptPlace, 'tab'> };
  database.version(1).stores({ places: 'tab, at' });
  const { places } = database;
  return {
    of: (tab) => places.get(tab),
    newest: () => places.orderBy('at').last(),
    async put(kept) {
      await places.put(kept);
      const old = await places.orderBy('at').reverse().offset(MOST_TABS).primaryKeys();
      await places.bulkDelete(old);
    },
  };
}

/** What was open at the last visit; a reload comes back to its own tab's, a new tab to the newest. */
export interface KeptPlaces {
  /** null where there is none, or none that can be read. Never rejects, and never waits for long. */
  last(): Promise<{ readonly place: Place; readonly playing: boolean } | null>;
  /** What `last` gave has been opened. */
  settled(): void;
  keep(place: Omit<Place, 'timeUs'>): Promise<void>;
  /** Where the day stands: for a reload of this tab alone. null: forgotten. */
  keepTime(time: { readonly timeUs: number; readonly playing: boolean } | null): void;
}

const TAB = 'hall-twin.tab';
const TIME = 'hall-twin.time';
const TRIES = 'hall-twin.tries';
/** A place that was begun this often without its day being shown is not tried again. */
const MOST_TRIES = 3;
/** A database that has not answered by then is not waited for, ms. */
const PATIENCE_MS = 2000;

const timeSchema = z.strictObject({ timeUs: z.int().min(0), playing: z.boolean() });

export function createKeptPlaces(parts: {
  readonly archive: PlaceArchive;
  /** Storage that lives as long as the tab; may throw. */
  readonly session: () => Storage;
  /** A name for a tab that nobody else has. */
  readonly newTab: () => string;
  readonly now: () => number;
}): KeptPlaces {
  const { archive, session, newTab, now } = parts;
  const read = (key: string) => quietly(() => session().getItem(key));
  const write = (key: string, value: string | null) =>
    quietly(() => (value === null ? session().removeItem(key) : session().setItem(key, value)));

  const timeOf = () => {
    const kept = quietly(() => JSON.parse(read(TIME) ?? 'null') as unknown);
    const time = timeSchema.safeParse(kept);
    return time.success ? time.data : null;
  };

  async function find(): Promise<{ readonly place: Place; readonly playing: boolean } | null> {
    const tries = Number(read(TRIES) ?? 0);
    if (tries >= MOST_TRIES) {
      write(TRIES, null);
      return null;
    }
    const tab = read(TAB);
    const own = tab ? await archive.of(tab) : undefined;
    const kept = own ?? (await archive.newest());
    if (!kept) return null;
    const time = own ? timeOf() : null;
    const place = placeSchema.safeParse({
      ...(kept.place as object),
      timeUs: time?.timeUs ?? null,
    });
    if (!place.success) return null;
    write(TRIES, String(tries + 1));
    return { place: place.data, playing: time?.playing ?? true };
  }

  return {
    async last() {
      const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
      return Promise.race([find().catch(() => null), late]);
    },
    settled: () => write(TRIES, null),
    async keep(place) {
      const tab = read(TAB) ?? newTab();
      write(TAB, tab);
      // Full or forbidden storage costs the memory of what was open, nothing else.
      await archive.put({ tab, at: now(), place }).catch(() => {});
    },
    keepTime: (time) => write(TIME, time && JSON.stringify(time)),
  };
}

/** What storage says, null where it refuses. */
function quietly<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
