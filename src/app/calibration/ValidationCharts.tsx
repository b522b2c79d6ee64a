import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Validation } from '../../calibration/fit/validation-types';
import { inLanguage } from '../../scenarios/text';
import { PlotChart } from '../charts/PlotChart';
import { useFormatter, useTwinState } from '../context';
import { hourMinute } from '../format';
import { useWidth } from '../useWidth';
import { INK } from './ink';

const WHOLE = '\u0000';
const HEIGHT = 210;
const NARROW = 520;
const GAP = 16;

/** Days that the fit did not see: waits by half hour as they were and as simulated, with the interval. */
export function ValidationCharts({ validation }: { readonly validation: Validation }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const language = useTwinState((state) => state.language);
  const [ref, width] = useWidth<HTMLDivElement>(900);
  const { days, edgesS, errors, combined } = validation;
  const queues = [...new Set(days.map(({ queue }) => queue ?? WHOLE))];
  const [chosen, setQueue] = useState<string | null>(null);
  const queue = chosen !== null && queues.includes(chosen) ? chosen : queues[0];
  const shown = days.filter((day) => (day.queue ?? WHOLE) === queue);
  const part = combined?.parts.find((one) => (one.queue ?? WHOLE) === queue);
  const columns = width >= NARROW * 2 ? 2 : 1;
  const each = Math.floor((width - GAP * (columns - 1)) / columns);
  const inMinutes = (values: readonly (number | null)[]) =>
    values.map((s) => (s === null ? null : s / 60));
  const most = Math.max(
    1,
    ...shown.flatMap((day) => [
      ...day.observedS.map((s) => (s ?? 0) / 60),
      ...(day.combined90S ?? day.interval90S).map((pair) => (pair?.[1] ?? 0) / 60),
      ...day.predictedS.map((s) => (s ?? 0) / 60),
    ]),
  );
  return (
    <>
      <h3>
        {t('calibration.validation', { days: validation.heldBack.length })}{' '}
        {queues.length > 1 && (
          <Select
            aria-label={t('calibration.queue')}
            value={queue ?? WHOLE}
            popupMatchSelectWidth={false}
            options={queues.map((value) => ({
              value,
              label: value === WHOLE ? t('calibration.hall') : value,
            }))}
            onChange={setQueue}
          />
        )}
      </h3>
      {combined !== null && part !== undefined && (
        <p>
          {combined.parts.length > 1 &&
            `${t('calibration.combinedPart', {
              model: format.number(part.modelWeight * 100, 0),
              past: format.number(100 - Math.round(part.modelWeight * 100), 0),
            })} `}
          {inLanguage(combined.told, language)}
        </p>
      )}
      <div ref={ref} className="calibration-plots">
        {shown.map((day) => (
          <figure key={day.date + (day.queue ?? '')}>
            <figcaption>
              {day.observedMeanS === null || day.predictedMeanS === null
                ? day.date
                : t('calibration.dayMeans', {
                    date: day.date,
                    observed: format.number(day.observedMeanS / 60, 1),
                    predicted: format.number(day.predictedMeanS / 60, 1),
                  })}
            </figcaption>
            <PlotChart
              width={each}
              height={HEIGHT}
              label={t('calibration.dayChart', { date: day.date })}
              series={[
                {
                  id: 'interval',
                  draw: 'band',
                  edges: edgesS,
                  y: (day.combined90S ?? day.interval90S).map((pair) =>
                    pair === null ? null : [pair[0] / 60, pair[1] / 60],
                  ),
                },
                { id: 'predicted', draw: 'steps', edges: edgesS, y: inMinutes(day.predictedS) },
                ...(day.combinedS
                  ? [
                      {
                        id: 'combined',
                        draw: 'steps' as const,
                        edges: edgesS,
                        y: inMinutes(day.combinedS),
                      },
                    ]
                  : []),
                { id: 'observed', draw: 'steps', edges: edgesS, y: inMinutes(day.observedS) },
              ]}
              looks={{
                observed: { name: t('calibration.observed'), colour: INK.observed },
                predicted: { name: t('calibration.simulated'), colour: INK.fitted, dash: '5 3' },
                combined: { name: t('calibration.combined'), colour: INK.other },
                interval: {
                  name: t('calibration.interval'),
                  colour: day.combined90S ? INK.other : INK.fitted,
                },
              }}
              xTitle=""
              yTitle={t('calibration.waitMinutes')}
              xStep={3600}
              yTo={most * 1.05}
              formatX={hourMinute}
              formatY={(value) => format.number(value)}
            />
          </figure>
        ))}
      </div>
      <table className="sheet calibration-errors">
        <thead>
          <tr>
            <th>{t('calibration.by')}</th>
            <th className="figure">{t('calibration.mae')}</th>
            <th className="figure">{t('calibration.bias')}</th>
            <th className="figure">{t('calibration.inside')}</th>
          </tr>
        </thead>
        <tbody>
          {errors.map((one) => (
            <tr key={one.by}>
              <th scope="row">{inLanguage(one.name, language)}</th>
              <td className="figure">{one.n === 0 ? '–' : format.number(one.maeS / 60, 1)}</td>
              <td className="figure">{one.n === 0 ? '–' : format.number(one.biasS / 60, 1)}</td>
              <td className="figure">
                {one.coverage90 === null ? '–' : `${format.number(one.coverage90 * 100, 0)}%`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
