/** While time runs the hall is told of again after so long, ms: listening takes some seconds. */
export const CALM_MS = 20_000;
/** The same when there is news and the day is slow enough to be followed, ms. */
export const NEWS_MS = 5000;
/** Somebody who drags the time is told once the hand rests, ms. */
export const REST_MS = 500;
/** Above this speed news are too many to be told one by one. */
export const TOLD_UP_TO_SPEED = 10;

/** What the hall is like for whoever decides whether to tell of it. */
export interface Moment {
  readonly playing: boolean;
  readonly speed: number;
  /** Changes with each call, and with each step of whoever is followed. */
  readonly news: string;
}

/** Decides when the hall is told of in words, so that it is told in time and nobody is talked at. */
export class Teller {
  #toldMs = Number.NEGATIVE_INFINITY;
  #news = '';

  /** In how many ms the moment is to be told, 0 for at once; null: not for now. */
  dueInMs({ playing, speed, news }: Moment, nowMs: number): number | null {
    if (!playing) return REST_MS;
    const since = nowMs - this.#toldMs;
    if (since >= CALM_MS) return 0;
    const isNews = speed <= TOLD_UP_TO_SPEED && news !== this.#news;
    return isNews && since >= NEWS_MS ? 0 : null;
  }

  /** Notes that it was told. */
  told({ news }: Moment, nowMs: number): void {
    this.#news = news;
    this.#toldMs = nowMs;
  }
}
