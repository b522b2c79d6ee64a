import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type Entry, Mirror } from '../../live/mirror';
import type { ClockMessage, SnapshotMessage, SourceState } from '../../live/stream';

/** Entries that are kept for who comes back; who was away for longer gets a snapshot. */
const KEPT = 5000;
/** Listeners at once. */
const MOST_LISTENERS = 100;
/** Entries that come close together travel together, ms. */
const GATHER_MS = 40;
/** Between two messages that say what time it is and that the line stands, ms. */
const BEAT_MS = 3000;
/** Who reads nothing for so long is let go, ms. */
const LONGEST_BLOCK_MS = 30_000;

/** The clock of the hall that is mirrored: real, or of a replay. */
export interface HallClock {
  /** Ms on the hall's clock. */
  nowMs(): number;
  /** Hall seconds a second. */
  readonly speed: number;
}

interface Listener {
  readonly response: ServerResponse;
  /** Number of the last entry that it has been sent. */
  sent: number;
  /** Since when its connection takes nothing; null while it does. */
  blockedMs: number | null;
}

/** The mirror of one hall and everybody who listens to it. */
export class Hub {
  readonly mirror: Mirror;
  readonly epoch = randomBytes(6).toString('hex');
  #seq = 0;
  #entries: Entry[] = [];
  readonly #listeners = new Set<Listener>();
  #gathering: NodeJS.Timeout | null = null;
  readonly #beat: NodeJS.Timeout;

  constructor(
    latenessMs: number,
    private readonly clock: HallClock,
    private readonly source: () => SourceState,
  ) {
    this.mirror = new Mirror({ latenessMs });
    this.#beat = setInterval(() => this.beat(), BEAT_MS);
    this.#beat.unref();
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  get seq(): number {
    return this.#seq;
  }

  /** Takes what became of a line into the mirror, and tells everybody. */
  publish(entry: Entry): void {
    this.mirror.follow(entry);
    this.#seq++;
    this.#entries.push(entry);
    if (this.#entries.length > 2 * KEPT) this.#entries = this.#entries.slice(-KEPT);
    if (this.#listeners.size === 0) return;
    this.#gathering ??= setTimeout(() => {
      this.#gathering = null;
      for (const listener of this.#listeners) this.#catchUp(listener);
    }, GATHER_MS);
  }

  /**
   * Tells `response` everything from now on.
   *
   * @param after what it has heard last, as `epoch-number`; of a line that is not known any more it
   *   gets the whole state instead
   * @returns whether there was room for it
   */
  listen(response: ServerResponse, after: string | null): boolean {
    if (this.#listeners.size >= MOST_LISTENERS) return false;
    const listener: Listener = { response, sent: this.#heard(after) ?? -1, blockedMs: null };
    this.#listeners.add(listener);
    response.on('close', () => this.#listeners.delete(listener));
    // A connection that breaks is one that is closed.
    response.on('error', () => this.#listeners.delete(listener));
    response.on('drain', () => {
      listener.blockedMs = null;
      this.#catchUp(listener);
    });
    this.#write(listener, 'retry: 3000\n\n');
    this.#write(listener, this.#clockText());
    this.#catchUp(listener);
    return true;
  }

  /** Says what time it is and how the source stands. */
  beat(): void {
    const now = performance.now();
    for (const listener of this.#listeners) {
      if (listener.blockedMs === null) this.#write(listener, this.#clockText());
      else if (now - listener.blockedMs > LONGEST_BLOCK_MS) listener.response.destroy();
    }
  }

  close(): void {
    clearInterval(this.#beat);
    if (this.#gathering) clearTimeout(this.#gathering);
    for (const { response } of this.#listeners) response.end('event: end\ndata: {}\n\n');
    this.#listeners.clear();
  }

  /** The number of an entry that can be gone on from; null for none. */
  #heard(after: string | null): number | null {
    const [epoch, number] = (after ?? '').split('-');
    const seq = Number(number);
    if (epoch !== this.epoch || !/^\d+$/.test(number ?? '') || seq > this.#seq) return null;
    return this.#seq - seq <= this.#entries.length ? seq : null;
  }

  /** Sends what a listener has not heard; the whole state if that is not known any more. */
  #catchUp(listener: Listener): void {
    if (listener.blockedMs !== null || listener.sent === this.#seq) return;
    const missed = this.#seq - listener.sent;
    const known = listener.sent >= 0 && missed <= Math.min(KEPT, this.#entries.length);
    listener.sent = this.#seq;
    if (known) this.#write(listener, this.#text('entries', this.#entries.slice(-missed)));
    else {
      const snapshot: SnapshotMessage = { mirror: this.mirror.snapshot() };
      this.#write(listener, this.#text('snapshot', snapshot));
    }
  }

  #text(event: string, data: unknown): string {
    return `id: ${this.epoch}-${this.#seq}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  }

  #clockText(): string {
    const message: ClockMessage = {
      nowMs: this.clock.nowMs(),
      speed: this.clock.speed,
      source: this.source(),
    };
    return `event: clock\ndata: ${JSON.stringify(message)}\n\n`;
  }

  #write(listener: Listener, text: string): void {
    if (!listener.response.write(text)) listener.blockedMs ??= performance.now();
  }
}
