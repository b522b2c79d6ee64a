import type { HallClock } from './hub';

/** The time of day in the hall, by this machine's clock. */
export function wallClock(offsetMin: number): HallClock {
  return { nowMs: () => Date.now() + offsetMin * 60_000, speed: 1 };
}

/** A clock that runs faster, can be set forward, and stops at an end. */
export class ReplayClock implements HallClock {
  #atMs: number;
  #since = performance.now();
  #stopped = false;

  constructor(
    startMs: number,
    private readonly pace: number,
  ) {
    this.#atMs = startMs;
  }

  get speed(): number {
    return this.#stopped ? 0 : this.pace;
  }

  nowMs(): number {
    return Math.round(this.#atMs + (performance.now() - this.#since) * this.speed);
  }

  set(atMs: number): void {
    this.#atMs = atMs;
    this.#since = performance.now();
  }

  stop(): void {
    this.set(this.nowMs());
    this.#stopped = true;
  }
}

/** This machine's clock, or the last event's time while a log holds nothing of today. */
export function followingClock(wall: HallClock, latestMs: () => number | null): HallClock {
  const past = () => {
    const latest = latestMs();
    return latest !== null && isPast(latest, wall.nowMs()) ? latest : null;
  };
  return {
    nowMs: () => past() ?? wall.nowMs(),
    get speed() {
      return past() === null ? 1 : 0;
    },
  };
}

/** Whether a time lies on an earlier day than now. */
export const isPast = (atMs: number, nowMs: number): boolean =>
  Math.floor(atMs / 86_400_000) < Math.floor(nowMs / 86_400_000);
