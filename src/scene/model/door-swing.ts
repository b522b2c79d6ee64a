import { type DayRecord, EventKind } from '../../sim/hall/record';

/** A door begins to open so long before somebody is in it, stays open and falls shut, s. */
const BEFORE_S = 0.9;
const HELD_S = 1.5;
const CLOSING_S = 1.6;
/** Above this speed a door takes longer in simulated time, or one would see it flicker. */
const CALM_SPEED = 6;

/** When people go through a door, µs in order. */
export function passagesOf({ header, events }: DayRecord, door: string): Float64Array {
  const isOf = (kind: 'entrance' | 'exit') =>
    header.places.some((place) => place.kind === kind && place.id === door);
  const [entrance, exit] = [isOf('entrance'), isOf('exit')];
  const times: number[] = [];
  for (let i = 0; i < events.length; i++) {
    const kind: EventKind = events.kind[i]!;
    const comes = kind === EventKind.Arrive || kind === EventKind.Accompany;
    const goes = kind === EventKind.Leave || kind === EventKind.CompanionLeave;
    if ((entrance && comes) || (exit && goes)) times.push(events.timeUs[i]!);
  }
  return Float64Array.from(times);
}

/** How far a door is open at a time, 0 … 1, played at a speed. Allocates nothing. */
export function openness(passages: Float64Array, timeUs: number, speed: number): number {
  const pace = 1e6 * Math.max(1, speed / CALM_SPEED);
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passages[middle]! <= timeUs) low = middle + 1;
    else high = middle;
  }
  let open = 0;
  if (low > 0) {
    const since = (timeUs - passages[low - 1]!) / pace;
    open = since < HELD_S ? 1 : Math.max(0, 1 - (since - HELD_S) / CLOSING_S);
  }
  if (low < passages.length) {
    const until = (passages[low]! - timeUs) / pace;
    open = Math.max(open, 1 - until / BEFORE_S);
  }
  // Slow at both ends, as doors are.
  return open * open * (3 - 2 * open);
}
