import type { DayRecord } from './record';
import { lastAtOrBefore } from './steps';
import { type Crowd, Pose } from './timeline-types';

/** People turn to what they came for within so long, µs. */
const TURNING_US = 0.7e6;
/** And round a corner over so much of the way before and after it, metres. */
const CORNER_M = 0.3;

/** Finds where somebody is on the recorded walks. */
export class WalkIndex {
  /** First walk of each visitor in `order`. */
  private readonly first: Int32Array;
  /** Walks sorted by visitor, then by start. */
  private readonly order: Int32Array;
  private readonly startUs: Float64Array;
  private readonly entrance: { x: number; y: number; headingRad: number };

  constructor(
    private readonly record: DayRecord,
    visitors: number,
  ) {
    const { walks, header } = record;
    this.first = new Int32Array(visitors + 1);
    for (let i = 0; i < walks.length; i++) this.first[walks.visitor[i]! + 1]!++;
    for (let v = 0; v < visitors; v++) this.first[v + 1]! += this.first[v]!;
    const used = this.first.slice();
    this.order = new Int32Array(walks.length);
    this.startUs = new Float64Array(walks.length);
    for (let i = 0; i < walks.length; i++) {
      const at = used[walks.visitor[i]!]!++;
      this.order[at] = i;
      this.startUs[at] = walks.startUs[i]!;
    }
    const door = header.places.find((p) => p.kind === 'entrance');
    this.entrance = {
      x: door?.at[0] ?? 0,
      y: door?.at[1] ?? 0,
      headingRad: ((door?.facingDeg ?? 0) * Math.PI) / 180,
    };
  }

  /** Writes position, direction and pose of `visitor` at `timeUs` into row `i` of the crowd. */
  place(visitor: number, timeUs: number, crowd: Crowd, i: number): void {
    const from = this.first[visitor]!;
    const at = lastAtOrBefore(this.startUs, from, this.first[visitor + 1]!, timeUs);
    crowd.walkedM[i] = 0;
    if (at < from) {
      crowd.x[i] = this.entrance.x;
      crowd.y[i] = this.entrance.y;
      crowd.headingRad[i] = this.entrance.headingRad;
      crowd.pose[i] = Pose.Standing;
      return;
    }
    const walk = this.order[at]!;
    const { walks } = this.record;
    if (timeUs < walks.endUs[walk]!) this.along(walk, timeUs, crowd, i);
    else this.atEnd(walk, timeUs, crowd, i);
  }

  private atEnd(walk: number, timeUs: number, crowd: Crowd, i: number): void {
    const { walks, header } = this.record;
    const last = 2 * (walks.firstPoint[walk + 1]! - 1);
    const place = header.places[walks.to[walk]!];
    crowd.x[i] = walks.points[last]!;
    crowd.y[i] = walks.points[last + 1]!;
    const facing = ((place?.facingDeg ?? 0) * Math.PI) / 180;
    // Whoever has just come turns to what they came for.
    const turned = (timeUs - walks.endUs[walk]!) / TURNING_US;
    if (turned < 1 && last >= 2 * walks.firstPoint[walk]! + 2) {
      const dx = walks.points[last]! - walks.points[last - 2]!;
      const dy = walks.points[last + 1]! - walks.points[last - 1]!;
      const from = dx === 0 && dy === 0 ? facing : Math.atan2(dy, dx);
      crowd.headingRad[i] = from + turnTo(from, facing) * turned * turned * (3 - 2 * turned);
    } else crowd.headingRad[i] = facing;
    crowd.pose[i] = place?.kind === 'seat' ? Pose.Sitting : Pose.Standing;
  }

  private along(walk: number, timeUs: number, crowd: Crowd, i: number): void {
    const { walks } = this.record;
    const { points } = walks;
    const from = walks.firstPoint[walk]!;
    const to = walks.firstPoint[walk + 1]!;
    let length = 0;
    for (let p = from; p + 1 < to; p++) length += pieceM(points, p);
    const start = walks.startUs[walk]!;
    const walked = (length * (timeUs - start)) / (walks.endUs[walk]! - start);
    crowd.walkedM[i] = walked;
    crowd.pose[i] = Pose.Walking;
    let left = walked;
    for (let p = from; p + 1 < to; p++) {
      const piece = pieceM(points, p);
      if (left > piece && p + 2 < to) {
        left -= piece;
        continue;
      }
      const share = piece > 0 ? Math.min(1, left / piece) : 0;
      const dx = points[2 * p + 2]! - points[2 * p]!;
      const dy = points[2 * p + 3]! - points[2 * p + 1]!;
      crowd.x[i] = points[2 * p]! + share * dx;
      crowd.y[i] = points[2 * p + 1]! + share * dy;
      crowd.headingRad[i] = this.roundCorners(points, from, to, p, left, piece);
      return;
    }
  }

  /** Direction `left` metres along piece `p`: near a corner it is between those of the two pieces. */
  private roundCorners(
    points: Float64Array,
    from: number,
    to: number,
    p: number,
    left: number,
    piece: number,
  ): number {
    const own = bearing(points, p);
    const reach = Math.min(CORNER_M, piece / 2);
    if (reach <= 0) return own;
    if (piece - left < reach && p + 2 < to && pieceM(points, p + 1) > 0)
      return own + (turnTo(own, bearing(points, p + 1)) * (reach - (piece - left))) / (2 * reach);
    if (left < reach && p > from && pieceM(points, p - 1) > 0)
      return own + (turnTo(own, bearing(points, p - 1)) * (reach - left)) / (2 * reach);
    return own;
  }
}

/** The turn from one direction to another the short way round, radians. */
function turnTo(from: number, to: number): number {
  const turn = (to - from) % (2 * Math.PI);
  if (turn > Math.PI) return turn - 2 * Math.PI;
  return turn < -Math.PI ? turn + 2 * Math.PI : turn;
}

function bearing(points: Float64Array, p: number): number {
  return Math.atan2(points[2 * p + 3]! - points[2 * p + 1]!, points[2 * p + 2]! - points[2 * p]!);
}

function pieceM(points: Float64Array, p: number): number {
  const dx = points[2 * p + 2]! - points[2 * p]!;
  const dy = points[2 * p + 3]! - points[2 * p + 1]!;
  return Math.sqrt(dx * dx + dy * dy);
}
