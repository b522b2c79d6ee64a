/** Frames are never drawn more rarely than this while time runs, ms. */
const SLOWEST_MS = 250;
/** So many frames that come late one after the other are no accident. */
const LATE_FRAMES = 5;
const LATE = 1.25;
/** Of the time between frames the renderer is then busy for one part in so many. */
const REST = 1.4;
/** A screen shows a frame every 16 ms: half of one is too early to wait for the next. */
const EARLY_MS = 8;

/**
 * How often a hall is drawn while its time runs. A renderer that cannot keep the pace would be busy
 * without end, and the page with it: the pace gives way until there is some rest between frames.
 */
export class FramePace {
  #everyMs: number;
  #drawnMs = Number.NEGATIVE_INFINITY;
  #late = 0;

  /** @param everyMs a frame is drawn this often at most, ms */
  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  get everyMs(): number {
    return this.#everyMs;
  }

  /** Whether a frame is to be drawn now; asked whenever the screen could show one. */
  isDue(nowMs: number): boolean {
    const since = nowMs - this.#drawnMs;
    if (since < this.#everyMs - EARLY_MS) return false;
    const isLate = Number.isFinite(since) && since > LATE * this.#everyMs;
    this.#late = isLate ? this.#late + 1 : 0;
    if (this.#late >= LATE_FRAMES) {
      this.#everyMs = Math.min(SLOWEST_MS, REST * since);
      this.#late = 0;
    }
    this.#drawnMs = nowMs;
    return true;
  }
}
