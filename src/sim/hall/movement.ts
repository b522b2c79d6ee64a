import type { Navigator } from '../../geometry/navigator';
import type { Calendar } from '../kernel/calendar';
import { Due } from './due';
import type { WalkSink } from './record';
import type { Visitors } from './visitors';

/** Moves visitors along routes. Without a floor plan everybody is at once where they go. */
export class Movement {
  private walkedM = 0;
  private people = 0;

  constructor(
    private readonly visitors: Visitors,
    private readonly calendar: Calendar,
    private readonly navigator: Navigator | null,
    private readonly sink: WalkSink | null,
  ) {}

  /** Metres walked by each who came in, on average; null without a floor plan, or if nobody came. */
  get walkMeanM(): number | null {
    return this.navigator && this.people > 0 ? this.walkedM / this.people : null;
  }

  /** Puts a newcomer at the entrance. */
  enter(slot: number): void {
    this.people++;
    if (this.navigator) this.visitors.place[slot] = this.navigator.entrance;
  }

  /** Puts somebody where they have been all along. */
  put(slot: number, place: number): void {
    const { visitors: v, calendar, navigator } = this;
    if (!navigator || place < 0) return;
    v.place[slot] = place;
    const { nowUs } = calendar;
    const at = navigator.places[place]!.at;
    this.sink?.walk(v.number[slot]!, nowUs, nowUs, [at, at], place);
  }

  /**
   * Sends a visitor to a place; an unfinished walk is turned where it has got to.
   *
   * @param tell whether the arrival matters to the process: a WalkEnd event then comes
   * @returns true when the visitor is there already, and no event comes
   */
  send(slot: number, place: number, tell: boolean): boolean {
    const { visitors: v, calendar, navigator } = this;
    if (!navigator) return true;
    const now = calendar.nowUs;
    const old = v.route[slot];
    const walking = old && v.walkEndUs[slot]! > now;
    if (!walking && v.place[slot] === place) return true;
    const metresPerUs = v.speedMps[slot]! / 1e6;
    const route = walking
      ? navigator.reroute(old, (now - v.walkStartUs[slot]!) * metresPerUs, place)
      : navigator.route(v.place[slot]!, place);
    if (v.walkEvent[slot]! >= 0) {
      calendar.cancel(v.walkEvent[slot]!);
      v.walkEvent[slot] = -1;
    }
    const end = now + Math.round(route.lengthM / metresPerUs);
    if (walking) this.walkedM -= (v.walkEndUs[slot]! - now) * metresPerUs;
    this.walkedM += route.lengthM;
    v.route[slot] = route;
    v.place[slot] = place;
    v.walkStartUs[slot] = now;
    v.walkEndUs[slot] = end;
    this.sink?.walk(v.number[slot]!, now, end, route.points, place);
    if (end === now) return true;
    if (tell) v.walkEvent[slot] = calendar.schedule(end, Due.WalkEnd, slot);
    return false;
  }

  /** Notes that the walk is over. */
  arrived(slot: number): void {
    this.visitors.walkEvent[slot] = -1;
  }
}
