import type { WindowModel } from './model';

/** Duty of a window's clerk. */
export const Post = {
  Closed: 0,
  Open: 1,
  /** The session is over; stays until nobody inside needs the window. */
  Draining: 2,
  /** The shift is over; closes after the service in progress. */
  Ending: 3,
} as const;
export type Post = (typeof Post)[keyof typeof Post];

/** Which windows are manned, and whom each serves or has called. */
export class Duties {
  private readonly posts: Uint8Array;
  /** Visitor called or served, −1 for none. */
  private readonly serving: Int32Array;
  private readonly idleSinceUs: Float64Array;
  /** The windows that issue. */
  readonly issuing: readonly number[];
  private draining = 0;

  constructor(windows: readonly WindowModel[]) {
    this.posts = new Uint8Array(windows.length);
    this.serving = new Int32Array(windows.length).fill(-1);
    this.idleSinceUs = new Float64Array(windows.length);
    this.issuing = windows.flatMap((w, i) => (w.issuing ? [i] : []));
  }

  post(window: number): Post {
    return this.posts[window] as Post;
  }

  visitor(window: number): number {
    return this.serving[window]!;
  }

  isIdle(window: number): boolean {
    return this.serving[window]! < 0;
  }

  get anyDraining(): boolean {
    return this.draining > 0;
  }

  /** Whether any of the windows still takes visitors. */
  anyTaking(windows: readonly number[]): boolean {
    return windows.some((w) => this.posts[w] === Post.Open || this.posts[w] === Post.Draining);
  }

  /** The manned window that has been free longest, −1 if none is free. */
  longestIdle(windows: readonly number[]): number {
    let best = -1;
    for (const w of windows) {
      if (this.serving[w]! >= 0) continue;
      const post = this.posts[w];
      if (post !== Post.Open && post !== Post.Draining) continue;
      if (best < 0 || this.idleSinceUs[w]! < this.idleSinceUs[best]!) best = w;
    }
    return best;
  }

  /** The clerk comes on duty; false if the window is still at work from before. */
  open(window: number): boolean {
    const was = this.posts[window];
    if (was === Post.Draining) this.draining--;
    this.posts[window] = Post.Open;
    return was === Post.Closed;
  }

  /** The duty is over: at the close of a session the window may stay for those inside. */
  end(window: number, drains: boolean): void {
    if (drains) this.draining++;
    this.posts[window] = drains ? Post.Draining : Post.Ending;
  }

  close(window: number): void {
    if (this.posts[window] === Post.Draining) this.draining--;
    this.posts[window] = Post.Closed;
    this.serving[window] = -1;
  }

  take(window: number, slot: number): void {
    this.serving[window] = slot;
  }

  idle(window: number, nowUs: number): void {
    this.serving[window] = -1;
    this.idleSinceUs[window] = nowUs;
  }
}
