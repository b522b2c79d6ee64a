import { DAY_US } from '../hall/arrivals';
import { type DayRecord, EventKind } from '../hall/record';

/** One line of the attendance sheet: who was at which place from when to when. */
export interface Attendance {
  readonly kind: 'window' | 'station' | 'backOffice';
  /** Index into the record's windows, stations or back offices. */
  readonly place: number;
  /** Working day, warm-up days included. */
  readonly day: number;
  readonly staff: 'own' | 'cover' | 'absent';
  /** People: approvers of an office, one elsewhere. */
  readonly people: number;
  /** An absence has no times. */
  readonly fromUs: number | null;
  readonly toUs: number | null;
}

const OPENS: Readonly<Partial<Record<EventKind, Attendance['kind']>>> = {
  [EventKind.WindowOpen]: 'window',
  [EventKind.StationOpen]: 'station',
  [EventKind.OfficeOpen]: 'backOffice',
};
const CLOSES: Readonly<Partial<Record<EventKind, Attendance['kind']>>> = {
  [EventKind.WindowClose]: 'window',
  [EventKind.StationClose]: 'station',
  [EventKind.OfficeClose]: 'backOffice',
};

/**
 * The attendance sheet of a record, in order of coming. Who is still there at the end is noted
 * until the last event.
 */
export function attendanceOf({ events }: DayRecord): readonly Attendance[] {
  const sheet: { -readonly [Key in keyof Attendance]: Attendance[Key] }[] = [];
  const present = new Map<string, (typeof sheet)[number]>();
  let nowUs = 0;
  for (let i = 0; i < events.length; i++) {
    nowUs = events.timeUs[i]!;
    const event = events.kind[i]! as EventKind;
    const place = events.place[i]!;
    const value = events.value[i]!;
    const day = Math.floor(nowUs / DAY_US);
    if (event === EventKind.ClerkAbsent && value === 0)
      sheet.push({
        kind: 'window',
        place,
        day,
        staff: 'absent',
        people: 1,
        fromUs: null,
        toUs: null,
      });
    const opens = OPENS[event];
    if (opens) {
      const line = {
        kind: opens,
        place,
        day,
        staff: opens === 'window' && value === 1 ? ('cover' as const) : ('own' as const),
        people: opens === 'backOffice' ? value : 1,
        fromUs: nowUs,
        toUs: null,
      };
      sheet.push(line);
      present.set(`${opens} ${place}`, line);
    }
    const closes = CLOSES[event];
    if (closes) {
      const line = present.get(`${closes} ${place}`);
      if (line) line.toUs = nowUs;
      present.delete(`${closes} ${place}`);
    }
  }
  for (const line of present.values()) line.toUs = nowUs;
  return sheet;
}
