import { DAY_US } from '../../sim/hall/arrivals';
import type { Attendance } from '../../sim/stats/attendance';

/** A stretch of time at a post, µs since midnight of its day. */
export interface DutySpan {
  readonly fromUs: number;
  readonly toUs: number;
  readonly staff: 'own' | 'cover';
  readonly people: number;
}

/** One post on one day. */
export interface PostRow {
  readonly kind: Attendance['kind'];
  readonly place: number;
  /** Its clerk did not come, and nobody came instead or only later. */
  readonly absent: boolean;
  readonly spans: readonly DutySpan[];
  /** First coming and last going; the middle of the day for nobody. */
  readonly fromUs: number;
  readonly toUs: number;
}

const ORDER: readonly Attendance['kind'][] = ['window', 'station', 'backOffice'];
const NOON_US = DAY_US / 2;

/** The sheet of one day, post by post: windows, then stations, then offices. */
export function postsOf(sheet: readonly Attendance[], day: number): readonly PostRow[] {
  const posts = new Map<string, { kind: Attendance['kind']; place: number; lines: Attendance[] }>();
  for (const line of sheet) {
    if (line.day !== day) continue;
    const identity = `${line.kind} ${line.place}`;
    const post = posts.get(identity) ?? { kind: line.kind, place: line.place, lines: [] };
    post.lines.push(line);
    posts.set(identity, post);
  }
  return [...posts.values()]
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.place - b.place)
    .map(({ kind, place, lines }) => {
      const spans = lines.flatMap(({ fromUs, toUs, staff, people }) =>
        fromUs === null || toUs === null || staff === 'absent'
          ? []
          : [{ fromUs: fromUs - day * DAY_US, toUs: toUs - day * DAY_US, staff, people }],
      );
      return {
        kind,
        place,
        absent: lines.some(({ staff }) => staff !== 'own'),
        spans,
        fromUs: Math.min(NOON_US, ...spans.map((s) => s.fromUs)),
        toUs: Math.max(NOON_US, ...spans.map((s) => s.toUs)),
      };
    });
}
