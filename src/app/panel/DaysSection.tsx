import { useTranslation } from 'react-i18next';
import type { Measure } from '../../sim/experiments/report';
import { useFormatter, useTwinState } from '../context';
import type { MeasureKind } from '../format';

const COLUMNS = [
  ['arrived', 'count'],
  ['waitMeanS', 'duration'],
  ['openCases', 'cases'],
  ['overtimeS', 'duration'],
] as const;

/** Figures day by day, of a run over several. */
export function DaysSection() {
  const { t } = useTranslation();
  const format = useFormatter();
  const report = useTwinState((state) => state.figures.report);
  const horizon = useTwinState((state) => state.figures.answers?.scenario.horizon);
  if (!report?.days) return null;
  const warmUp = horizon?.kind === 'days' ? horizon.warmUpDays : 0;
  const { days } = report;
  const cell = (kind: MeasureKind, measure: Measure | undefined) =>
    measure ? format.mean(kind, measure) : null;
  return (
    <section className="panel-section">
      <h3>{t('days.title')}</h3>
      <p className="quiet">
        {t('days.about', { count: days.dates.length })}
        {warmUp > 0 ? t('days.playedWarmUp', { count: warmUp }) : t('days.played')}
      </p>
      <table className="sheet days">
        <thead>
          <tr>
            <th>{t('days.date')}</th>
            {COLUMNS.map(([id]) => (
              <th key={id} className="figure">
                {t(`days.${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.dates.map((date, day) => (
            <tr key={date ?? day}>
              <th scope="row">{date ?? day + 1}</th>
              {COLUMNS.map(([id, kind]) => (
                <td key={id} className="figure">
                  {cell(kind, days[id][day])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
