import { type Frame, opensOnto } from './frame';
import { COUNTER_DEPTH_M, GATE_M, HALF_RAIL_M } from './measures';
import { type Rect, rect } from './rect';
import type { Rail, RestPart, Skeleton } from './skeleton';

/** Least opening between the visitors' floor and another part of it, metres. */
const OPENING_M = 1.5;
/** A rail reaches this far past the floor of one kind: across the counter between both. */
const PAST_M = COUNTER_DEPTH_M / 2 + HALF_RAIL_M;

/**
 * A skeleton with the other parts of the room: the rest of an L. What opens widely onto the visitors'
 * floor, or has a door of theirs, becomes more of it; what lies beside the clerks becomes their back
 * office. A wall keeps the two apart where they would meet.
 */
export function withRest(frame: Frame, made: Skeleton): Skeleton {
  const staff = [...made.clerks, ...made.offices];
  const rails: Rail[] = [];
  const rest: RestPart[] = [];
  for (const part of frame.beside) {
    const visitors = [
      ...made.floor,
      ...rest.flatMap((one) => (one.use === 'visitors' ? [one.part] : [])),
    ];
    const behind = [...staff, ...rest.flatMap((one) => (one.use === 'staff' ? [one.part] : []))];
    const [open, shut] = [borders(part, visitors), borders(part, behind)];
    const door = frame.doors.some((one) => one.kind !== 'staff' && opensOnto(one, part));
    const forVisitors = lengthOf(open) >= OPENING_M && (door || lengthOf(open) > lengthOf(shut));
    if (!forVisitors && lengthOf(shut) < GATE_M) continue;
    const walls = (forVisitors ? shut : open).map((border) => ({ border, gate: false }));
    // An office of its own has a wall and a door; beside one that is there it makes that larger.
    const widest = shut.sort((a, b) => b.to - b.from - (a.to - a.from))[0];
    if (!forVisitors && made.offices.length === 0 && widest && widest.to - widest.from >= GATE_M)
      walls.push({ border: widest, gate: true });
    rails.push(...walls.map(({ border, gate }) => railAlong(part, border, gate)));
    rest.push({
      part,
      use: forVisitors ? 'visitors' : 'staff',
      ground: walls.reduce((ground, { border }) => behindRail(ground, border), part),
    });
  }
  const groundOf = (use: RestPart['use']) =>
    rest.flatMap((one) => (one.use === use ? [one.ground] : []));
  return {
    ...made,
    floor: [...made.floor, ...groundOf('visitors')],
    offices: [...made.offices, ...groundOf('staff')],
    rails: [...made.rails, ...rails],
    rest,
  };
}

/** A piece of a rectangle's edge that another one lies on. */
interface Border {
  /** Whether it runs along u; along v otherwise. */
  readonly alongU: boolean;
  /** Where it lies across that. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Where a rectangle's edges touch those of others. */
function borders(part: Rect, others: readonly Rect[]): Border[] {
  return others.flatMap((other) => {
    const found: Border[] = [];
    for (const at of [part.v0, part.v1])
      if (Math.abs((at === part.v0 ? other.v1 : other.v0) - at) < TOUCH_M)
        found.push({
          alongU: true,
          at,
          from: Math.max(part.u0, other.u0),
          to: Math.min(part.u1, other.u1),
        });
    for (const at of [part.u0, part.u1])
      if (Math.abs((at === part.u0 ? other.u1 : other.u0) - at) < TOUCH_M)
        found.push({
          alongU: false,
          at,
          from: Math.max(part.v0, other.v0),
          to: Math.min(part.v1, other.v1),
        });
    return found.filter(({ from, to }) => to - from > TOUCH_M);
  });
}

/** Parts are known to the millimetre. */
const TOUCH_M = 0.01;

function lengthOf(all: readonly Border[]): number {
  return all.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** A wall on a part's side of a border, a little longer, but no longer than the part. */
function railAlong(part: Rect, border: Border, gate: boolean): Rail {
  const { alongU, at, from, to } = border;
  const [low, high] = alongU ? [part.u0, part.u1] : [part.v0, part.v1];
  const a = Math.max(low, from - PAST_M);
  const b = Math.min(high, to + PAST_M);
  const inner = startsAt(part, border) ? at + HALF_RAIL_M : at - HALF_RAIL_M;
  return {
    ...(alongU ? { from: [a, inner], to: [b, inner] } : { from: [inner, a], to: [inner, b] }),
    full: true,
    ...(gate ? { gateM: (from + to) / 2 - a } : {}),
  };
}

/** What is left of a part behind a rail on its border. */
function behindRail(part: Rect, border: Border): Rect {
  const starts = startsAt(part, border);
  const at = border.at + 2 * HALF_RAIL_M * (starts ? 1 : -1);
  if (border.alongU) return starts ? { ...part, v0: at } : { ...part, v1: at };
  return starts ? { ...part, u0: at } : { ...part, u1: at };
}

/** Whether a border is the left or the near side of a part. */
function startsAt({ u0, v0, u1, v1 }: Rect, { alongU, at }: Border): boolean {
  return at < (alongU ? v0 + v1 : u0 + u1) / 2;
}

/** Ground before a part of the visitors' floor that has to stay free, so that one gets there. */
export function before(main: Rect, part: Rect, deepM: number): Rect[] {
  return borders(part, [main]).map(({ alongU, at, from, to }) =>
    alongU ? rect(from, at - deepM, to, at + deepM) : rect(at - deepM, from, at + deepM, to),
  );
}
