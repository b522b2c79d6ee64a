import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormatter, useTwinState } from '../context';
import { Downloads } from '../Downloads';
import { type PostRow, postsOf } from './attendance';
import { DutyHours } from './DutyHours';
import { OfficePending } from './OfficePending';
import { attendanceSheet } from './office-sheets';
import { usePlaceNames } from './placeNames';

/** The hall's attendance sheet: each post of a day with its hours. */
export function AttendanceSheet() {
  const { t } = useTranslation();
  const { record, answers } = useTwinState((state) => state.office);
  const nameOf = usePlaceNames();
  const [chosen, setDay] = useState(0);
  if (!record || !answers) return <OfficePending />;
  const { dates, openHours } = record.header;
  const days = Math.max(1, dates.length);
  const day = Math.min(chosen, days - 1);
  const rows = postsOf(record.attendance, day);
  const fromUs = Math.min(...openHours.map((h) => h.fromUs), ...rows.map((r) => r.fromUs));
  const toUs = Math.max(...openHours.map((h) => h.toUs), ...rows.map((r) => r.toUs));
  return (
    <section className="panel-section">
      <h3>
        {t('attendance.title')}{' '}
        {days > 1 && (
          <Select
            size="small"
            aria-label={t('attendance.day')}
            value={day}
            onChange={setDay}
            options={Array.from({ length: days }, (_, i) => ({
              value: i,
              label: dates[i] ?? t('attendance.dayNumber', { number: i + 1 }),
            }))}
          />
        )}
      </h3>
      <p className="quiet">{t('attendance.about')}</p>
      {rows.length === 0 ? (
        <p className="quiet">{t('attendance.none')}</p>
      ) : (
        <table className="sheet attendance">
          <thead>
            <tr>
              <th>{t('attendance.post')}</th>
              <th>{t('attendance.presence')}</th>
              <th className="figure">{t('attendance.hours')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Post key={`${row.kind} ${row.place}`} row={row} fromUs={fromUs} toUs={toUs} />
            ))}
          </tbody>
        </table>
      )}
      {rows.length > 0 && (
        <Downloads
          name={`${record.header.scenario}-attendance`}
          printable={false}
          sheets={() => [attendanceSheet(record, nameOf, t)]}
        />
      )}
    </section>
  );
}

function Post(props: { readonly row: PostRow; readonly fromUs: number; readonly toUs: number }) {
  const { row, fromUs, toUs } = props;
  const format = useFormatter();
  const nameOf = usePlaceNames();
  const at = (us: number) => `${(100 * (us - fromUs)) / (toUs - fromUs)}%`;
  const hours = row.spans.reduce((sum, s) => sum + (s.toUs - s.fromUs) * s.people, 0) / 3600e6;
  return (
    <tr data-post={`${row.kind}-${row.place}`}>
      <th scope="row">{nameOf(row.kind, row.place)}</th>
      <td>
        <div className="duty-bar">
          {row.spans.map((s) => (
            <i
              key={s.fromUs}
              className={s.staff}
              style={{ left: at(s.fromUs), right: `calc(100% - ${at(s.toUs)})` }}
            />
          ))}
        </div>
        <DutyHours row={row} />
      </td>
      <td className="figure">{format.fixed(hours, 1)}</td>
    </tr>
  );
}
