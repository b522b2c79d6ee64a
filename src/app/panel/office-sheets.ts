import type { TFunction } from 'i18next';
import type { Cell, Sheet } from '../../report/sheet';
import type { OfficeRecord } from '../../sim/experiments/supervise';
import type { Attendance } from '../../sim/stats/attendance';
import { clockTime } from '../format';
import { postsOf } from './attendance';

const aboutOf = ({ header }: OfficeRecord, t: TFunction): Sheet['about'] => [
  [t('top.hall'), header.scenario],
  [t('assumptions.seed'), header.seed],
];

/** The attendance of every day: a row for each stretch at a post, and for each post that stayed empty. */
export function attendanceSheet(
  record: OfficeRecord,
  nameOf: (kind: Attendance['kind'], place: number) => string,
  t: TFunction,
): Sheet {
  const { dates } = record.header;
  const days = Math.max(1, dates.length);
  const rows = Array.from({ length: days }, (_, day) =>
    postsOf(record.attendance, day).flatMap(({ kind, place, absent, spans }): Cell[][] => {
      const date = dates[day] ?? day + 1;
      const post = nameOf(kind, place);
      const note = absent ? t('attendance.absent') : null;
      if (spans.length === 0) return [[date, post, null, null, 0, 0, note]];
      return spans.map(({ fromUs, toUs, staff, people }) => [
        date,
        post,
        clockTime(fromUs).slice(0, 5),
        clockTime(toUs).slice(0, 5),
        people,
        ((toUs - fromUs) / 3600e6) * people,
        staff === 'cover' ? t('attendance.byCover') : note,
      ]);
    }),
  ).flat();
  return {
    name: t('panel.attendance'),
    title: t('attendance.title'),
    about: aboutOf(record, t),
    columns: [
      { name: t('days.date') },
      { name: t('attendance.post') },
      { name: t('attendance.from') },
      { name: t('attendance.to') },
      { name: t('attendance.persons'), format: 'integer' },
      { name: t('attendance.hours'), format: 'decimal' },
      { name: t('attendance.remark') },
    ],
    rows,
  };
}

/** The supervision list as it is shown: when, and what. */
export function supervisionSheet(record: OfficeRecord, rows: Sheet['rows'], t: TFunction): Sheet {
  return {
    name: t('panel.supervision'),
    title: t('supervision.title'),
    about: aboutOf(record, t),
    columns: [{ name: t('supervision.when') }, { name: t('supervision.what') }],
    rows,
  };
}
