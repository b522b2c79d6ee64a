import type { Entry } from '../../live/mirror';
import type { ClockMessage, HallAnswer, HelloAnswer, SnapshotMessage } from '../../live/stream';

/** How it stands with the line to the small server of a hall. */
export type LineState =
  /** Nobody has asked yet. */
  | { readonly kind: 'off' }
  /** The page does not come from `hall live`. */
  | { readonly kind: 'absent' }
  /** The token is asked for; `wrong` after one that was not it. */
  | { readonly kind: 'token'; readonly wrong: boolean }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  /** Broken; tried again at `atMs` of the page's own clock. */
  | { readonly kind: 'waiting'; readonly atMs: number; readonly tries: number }
  /** The server has ended. */
  | { readonly kind: 'ended' };

/** Who hears what comes over the line. */
export interface LineListener {
  state(state: LineState): void;
  hall(hall: HallAnswer): void;
  snapshot(message: SnapshotMessage): void;
  entries(entries: readonly Entry[]): void;
  clock(message: ClockMessage): void;
}

/** What the line needs of the browser. */
export interface LineParts {
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  readonly open: (path: string) => EventSource;
  /** The page's own clock, ms. */
  readonly nowMs: () => number;
}

/** Between tries, ms; the last for ever after. */
const PAUSES_MS = [1000, 2000, 4000, 8000, 15_000] as const;
/** The server speaks every three seconds: who says nothing for so long is gone. */
const SILENCE_MS = 10_000;
const LOOK_MS = 1000;

/**
 * The line to the server that the page comes from. It mends itself: after a break it goes on where
 * it has stopped, and gets the whole state if that is not known any more.
 */
export class Line {
  #source: EventSource | null = null;
  #lastId: string | null = null;
  #heardMs = 0;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #watch: ReturnType<typeof setInterval> | null = null;
  #closed = true;

  constructor(
    private readonly parts: LineParts,
    private readonly listener: LineListener,
  ) {}

  /** Asks who is there, and listens if it is the server of a hall. */
  async connect(): Promise<void> {
    this.close();
    this.#closed = false;
    this.listener.state({ kind: 'connecting' });
    const hello = await this.#hello();
    if (this.#closed) return;
    if (hello === 'absent') this.listener.state({ kind: 'absent' });
    else if (hello === 'gone') this.#later();
    else if (!hello.admitted) this.listener.state({ kind: 'token', wrong: false });
    else await this.#listen();
  }

  /** Gives the token for a cookie; it is kept nowhere else. */
  async admit(token: string): Promise<void> {
    try {
      const answer = await this.parts.fetch('session', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ token }),
      });
      if (answer.ok) await this.connect();
      else this.listener.state({ kind: 'token', wrong: true });
    } catch {
      this.#later();
    }
  }

  close(): void {
    this.#closed = true;
    this.#hangUp();
  }

  #hangUp(): void {
    this.#source?.close();
    this.#source = null;
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#watch) clearInterval(this.#watch);
    this.#timer = null;
    this.#watch = null;
  }

  async #hello(): Promise<HelloAnswer | 'absent' | 'gone'> {
    try {
      const answer = await this.parts.fetch('hello');
      if (!answer.ok) return 'absent';
      const said = (await answer.json().catch(() => null)) as HelloAnswer | null;
      return said?.service === 'hall-twin/live' ? said : 'absent';
    } catch {
      // A server that was there before is away for now; one that never was is none.
      return this.#lastId === null && this.#tries === 0 ? 'absent' : 'gone';
    }
  }

  async #listen(): Promise<void> {
    try {
      const answer = await this.parts.fetch('hall');
      if (!answer.ok) throw new Error(`hall: ${answer.status}`);
      this.listener.hall((await answer.json()) as HallAnswer);
    } catch {
      this.#later();
      return;
    }
    if (this.#closed) return;
    const after = this.#lastId === null ? '' : `?after=${encodeURIComponent(this.#lastId)}`;
    const source = this.parts.open(`events${after}`);
    this.#source = source;
    this.#heardMs = this.parts.nowMs();
    source.addEventListener('snapshot', (event) => {
      this.#heard(event);
      this.listener.snapshot(JSON.parse(event.data) as SnapshotMessage);
    });
    source.addEventListener('entries', (event) => {
      this.#heard(event);
      this.listener.entries(JSON.parse(event.data) as Entry[]);
    });
    source.addEventListener('clock', (event) => {
      this.#heard(event);
      if (this.#tries > 0 || this.#source === source) this.listener.state({ kind: 'open' });
      this.#tries = 0;
      this.listener.clock(JSON.parse(event.data) as ClockMessage);
    });
    source.addEventListener('end', () => this.#later());
    source.addEventListener('full', () => this.#later());
    source.addEventListener('error', () => this.#later());
    this.#watch = setInterval(() => {
      if (this.parts.nowMs() - this.#heardMs > SILENCE_MS) this.#later();
    }, LOOK_MS);
  }

  #heard(event: MessageEvent): void {
    this.#heardMs = this.parts.nowMs();
    if (event.lastEventId !== '') this.#lastId = event.lastEventId;
  }

  /** Tries again in a while, longer each time. */
  #later(): void {
    this.#hangUp();
    if (this.#closed) return;
    const pauseMs = PAUSES_MS[Math.min(this.#tries, PAUSES_MS.length - 1)]!;
    this.#tries++;
    this.listener.state({
      kind: 'waiting',
      atMs: this.parts.nowMs() + pauseMs,
      tries: this.#tries,
    });
    this.#timer = setTimeout(() => void this.#again(), pauseMs);
  }

  async #again(): Promise<void> {
    const hello = await this.#hello();
    if (this.#closed) return;
    if (hello === 'absent' || hello === 'gone') this.#later();
    else if (!hello.admitted) this.listener.state({ kind: 'token', wrong: false });
    else await this.#listen();
  }
}
