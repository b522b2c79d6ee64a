import type { WindowModel } from './model';

/** Duty of a window's clerk. */
export const Post = {
  Closed: 0,
  Open: 1,
  /** The session is over; stays until nobody inside needs the window. */
  Draining: 2,
  /** The shift is over; closes after the service in progress. */
  Ending: 3,
  /** On duty, but not at the window until the queue is long. */
  Standby: 4,
  /** Called in for the long queue, on the way. */
  Coming: 5,
} as const;
export type Post = (typeof Post)[keyof typeof Post];

/** Which windows are manned, and whom each serves or has called. */
export class Duties {
  private readonly posts: Uint8Array;
  /** Visitor called or served, −1 for none. */
  private readonly serving: Int32Array;
  private readonly idleSinceUs: Float64Array;
  /** Speed of whoever mans the window today. */
  readonly efficiency: Float64Array;
  /** The windows that issue. */
  readonly issuing: readonly number[];
  /** The windows that open only for a long queue. */
  readonly onDemand: readonly number[];
  private draining = 0;
  /** Manned windows that serve nobody. */
  private free = 0;

  constructor(windows: readonly WindowModel[]) {
    this.posts = new Uint8Array(windows.length);
    this.serving = new Int32Array(windows.length).fill(-1);
    this.idleSinceUs = new Float64Array(windows.length);
    this.efficiency = Float64Array.from(windows, (w) => w.efficiency);
    this.issuing = windows.flatMap((w, i) => (w.issuing ? [i] : []));
    this.onDemand = windows.flatMap((w, i) => (w.onDemand ? [i] : []));
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

  /** Whether any manned window serves nobody. */
  get anyIdle(): boolean {
    return this.free > 0;
  }

  /** Whether the window takes visitors, now or after the one it serves. */
  takes(window: number): boolean {
    const post = this.posts[window];
    return post === Post.Open || post === Post.Draining;
  }

  /** Whether the window can take somebody at once. */
  canTake(window: number): boolean {
    return this.takes(window) && this.serving[window]! < 0;
  }

  /** Whether any of the windows takes visitors. */
  anyTaking(windows: readonly number[]): boolean {
    return windows.some((w) => this.takes(w));
  }

  /** The manned window that has been free longest, −1 if none is free. */
  longestIdle(windows: readonly number[]): number {
    let best = -1;
    for (let i = 0; i < windows.length; i++) {
      const w = windows[i]!;
      if (this.serving[w]! >= 0) continue;
      const post = this.posts[w];
      if (post !== Post.Open && post !== Post.Draining) continue;
      if (best < 0 || this.idleSinceUs[w]! < this.idleSinceUs[best]!) best = w;
    }
    return best;
  }

  /** The clerk is at the window; false if they are still at work from before. */
  open(window: number): boolean {
    const was = this.post(window);
    this.set(window, Post.Open);
    return was !== Post.Draining && was !== Post.Ending && was !== Post.Open;
  }

  /** The clerk is on duty and called in when the queue is long. */
  standBy(window: number): void {
    this.set(window, Post.Standby);
  }

  /** The clerk has been called in. */
  callIn(window: number): void {
    this.set(window, Post.Coming);
  }

  /** The duty is over: at the close of a session the window may stay for those inside. */
  end(window: number, drains: boolean): void {
    this.set(window, drains ? Post.Draining : Post.Ending);
  }

  close(window: number): void {
    this.set(window, Post.Closed);
  }

  take(window: number, slot: number): void {
    if (this.takes(window) && this.serving[window]! < 0) this.free--;
    this.serving[window] = slot;
  }

  idle(window: number, nowUs: number): void {
    if (this.takes(window) && this.serving[window]! >= 0) this.free++;
    this.serving[window] = -1;
    this.idleSinceUs[window] = nowUs;
  }

  private set(window: number, post: Post): void {
    const before = this.canTake(window);
    if (this.posts[window] === Post.Draining) this.draining--;
    this.posts[window] = post;
    if (post === Post.Draining) this.draining++;
    this.free += Number(this.canTake(window)) - Number(before);
  }
}
