import type { SceneClock } from '../../scene/types';

/** Speeds on offer: simulated seconds a second. */
export const SPEEDS = [1, 10, 30, 60, 120, 300, 600] as const;

/**
 * A tab that was hidden or a machine that stalled reports one huge frame; playback then goes on
 * from where it stood instead of leaping over what nobody saw.
 */
const LONGEST_FRAME_MS = 1000;

/**
 * The time that is shown, µs since midnight. It is moved by `advance` and `seek` alone and knows
 * nothing of frames or timers; what is drawn at a time, the record decides.
 */
export class PlaybackClock implements SceneClock {
  #timeUs = 0;
  #startUs = 0;
  #endUs = 0;
  #speed = 60;
  #playing = false;
  readonly #listeners = new Set<() => void>();

  get startUs(): number {
    return this.#startUs;
  }
  get endUs(): number {
    return this.#endUs;
  }
  get speed(): number {
    return this.#speed;
  }

  /** The time shown, µs. Bound, like the two beside it, so that it can be handed on alone. */
  timeUs = (): number => this.#timeUs;

  playing = (): boolean => this.#playing;

  /** Sets the day's first and last instant; the time is kept if it lies between them. */
  setRange(startUs: number, endUs: number): void {
    if (!(endUs >= startUs)) throw new RangeError('the end lies before the start');
    this.#startUs = startUs;
    this.#endUs = endUs;
    this.#timeUs = this.#clamp(this.#timeUs);
    this.#changed();
  }

  /** Plays on; at the end of the day, from its start again. */
  play(): void {
    if (this.#timeUs >= this.#endUs) this.#timeUs = this.#startUs;
    this.#playing = true;
    this.#changed();
  }

  pause(): void {
    this.#playing = false;
    this.#changed();
  }

  toggle(): void {
    if (this.#playing) this.pause();
    else this.play();
  }

  /** Simulated seconds a second; throws RangeError unless positive and finite. */
  setSpeed(speed: number): void {
    if (!(speed > 0 && Number.isFinite(speed))) throw new RangeError(`no such speed: ${speed}`);
    this.#speed = speed;
    this.#changed();
  }

  /** Goes to a time, forth or back, held within the day. */
  seek(timeUs: number): void {
    if (!Number.isFinite(timeUs)) throw new RangeError(`no such time: ${timeUs}`);
    this.#timeUs = this.#clamp(Math.round(timeUs));
    this.#changed();
  }

  seekBy(deltaUs: number): void {
    this.seek(this.#timeUs + deltaUs);
  }

  /** Moves the time by what passed on the wall, in ms, times the speed; stops at the day's end. */
  advance(elapsedMs: number): void {
    if (!this.#playing || !(elapsedMs > 0)) return;
    const stepUs = Math.min(elapsedMs, LONGEST_FRAME_MS) * 1000 * this.#speed;
    this.#timeUs = this.#clamp(Math.round(this.#timeUs + stepUs));
    if (this.#timeUs >= this.#endUs) this.#playing = false;
    this.#changed();
  }

  /** Hears of every change; returns how to stop hearing. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  #clamp(timeUs: number): number {
    return Math.min(Math.max(timeUs, this.#startUs), this.#endUs);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Lets frames move the clock while it plays; returns how to stop. No frame is asked for at rest. */
export function driveByFrames(clock: PlaybackClock): () => void {
  let last: number | null = null;
  let frame = 0;
  const tick = (now: number) => {
    frame = 0;
    if (last !== null) clock.advance(now - last);
    last = now;
    goOn();
  };
  function goOn(): void {
    if (!clock.playing()) last = null;
    else if (frame === 0) frame = requestAnimationFrame(tick);
  }
  const unsubscribe = clock.subscribe(goOn);
  goOn();
  return () => {
    unsubscribe();
    cancelAnimationFrame(frame);
  };
}
