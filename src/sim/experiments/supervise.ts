import { DAY_US } from '../hall/arrivals';
import type { HallModel } from '../hall/model';
import { HallProcess } from '../hall/process';
import type { DayRecord } from '../hall/record';
import { Recorder } from '../hall/recorder';
import { createCalendar } from '../kernel/engines';
import { Streams } from '../kernel/streams';
import { type Attendance, attendanceOf } from '../stats/attendance';
import { type Supervision, supervisionOf } from '../stats/supervision';
import { type Experiment, runToTheEnd } from './simulate';

/** What an office keeps of a run: who was at which post, and what has to be looked into. */
export interface OfficeRecord {
  readonly header: DayRecord['header'];
  readonly attendance: readonly Attendance[];
  readonly supervision: readonly Supervision[];
}

/** The office's record of one replication, over its whole horizon. */
export function supervise(experiment: Experiment, replication: number): OfficeRecord {
  const { model, seed } = experiment;
  const calendar = createCalendar('default');
  const recorder = new Recorder(calendar.clock);
  runToTheEnd(new HallProcess(model, new Streams(seed, replication), calendar, recorder));
  const record = recorder.record(model, seed, replication);
  return {
    header: record.header,
    attendance: [...attendanceOf(record), ...alwaysThere(model)],
    supervision: supervisionOf(record),
  };
}

/** Guide desks without shifts of their own: there whenever the doors are open, which no event tells. */
function alwaysThere({ stations, sessions, days }: HallModel): Attendance[] {
  const sheet: Attendance[] = [];
  for (let day = 0; day < days; day++)
    for (const [place, { kind, duties }] of stations.entries())
      if (kind === 'guideDesk' && duties === null)
        for (const { doorsUs, toUs } of sessions)
          sheet.push({
            kind: 'station',
            place,
            day,
            staff: 'own',
            people: 1,
            fromUs: day * DAY_US + doorsUs,
            toUs: day * DAY_US + toUs,
          });
  return sheet;
}
