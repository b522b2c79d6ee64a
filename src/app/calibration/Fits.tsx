import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ArrivalsFit,
  DurationFit,
  PatienceFit,
  StaffingFit,
} from '../../calibration/fit/types';
import { estimateText, familyText, GRADE_WORDS } from '../../report/calibration-words';
import { inLanguage } from '../../scenarios/text';
import type { CalibrationAnswer } from '../../workers/calibrate-log';
import { PlotChart } from '../charts/PlotChart';
import { useFormatter, useTwinState } from '../context';
import { hourMinute } from '../format';
import { useWidth } from '../useWidth';
import { INK } from './ink';

const HEIGHT = 220;
const GAP = 16;

/** Everything that was fitted, class by class, with the picture that it rests on. */
export function Fits({ answer }: { readonly answer: CalibrationAnswer }) {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const [ref, width] = useWidth<HTMLDivElement>(900);
  const { calibration } = answer;
  const [chosen, choose] = useState<string | null>(null);
  const classes = [
    ...new Map(
      [...calibration.service, ...calibration.arrivals, ...calibration.patience].map(
        ({ classId, name }) => [classId, name],
      ),
    ),
  ];
  const id = classes.some(([one]) => one === chosen) ? chosen : (classes[0]?.[0] ?? null);
  const service = calibration.service.find(({ classId }) => classId === id);
  const arrivals = calibration.arrivals.find(({ classId }) => classId === id);
  const patience = calibration.patience.find(({ classId }) => classId === id);
  const half = width >= 880 ? Math.floor((width - GAP) / 2) : width;
  return (
    <section aria-label={t('calibration.fits')}>
      <h3>
        {t('calibration.fits')}{' '}
        {classes.length > 1 && (
          <Select
            aria-label={t('calibration.class')}
            value={id}
            popupMatchSelectWidth={false}
            options={classes.map(([value, label]) => ({ value, label }))}
            onChange={choose}
          />
        )}
      </h3>
      <div ref={ref}>
        {service && <ServiceFit fit={service} width={half} />}
        {arrivals && arrivals.weekdays.length > 0 && <ArrivalsPlot fit={arrivals} width={half} />}
        {patience && <PatiencePlot fit={patience} width={half} />}
        {calibration.staffing && <StaffingPlot fit={calibration.staffing} width={half} />}
        {calibration.queues.length > 0 && (
          <Remarks
            title={t('calibration.queues')}
            lines={calibration.queues.map(
              (one) => `${one.name}：${inLanguage(one.remark, language)}`,
            )}
          />
        )}
        {calibration.cases.length > 0 && (
          <Remarks
            title={t('calibration.cases')}
            lines={calibration.cases.map(
              (one) => `${one.name}：${inLanguage(one.remark, language)}`,
            )}
          />
        )}
        {calibration.credit.length > 0 && (
          <Remarks
            title={t('calibration.credit')}
            lines={calibration.credit.map((one) => inLanguage(one.remark, language))}
          />
        )}
        {calibration.specialDays.length > 0 && (
          <Remarks
            title={t('calibration.special')}
            lines={calibration.specialDays.map(
              (day) => `${day.date}：${inLanguage(day.note, language)}`,
            )}
          />
        )}
      </div>
    </section>
  );
}

function Remarks({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** Histogram against density, and quantile against quantile. */
function ServiceFit({ fit, width }: { readonly fit: DurationFit; readonly width: number }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const language = useTwinState((state) => state.language);
  const { plot } = fit;
  const toMinutes = (values: readonly number[]) => values.map((s) => s / 60);
  const most = Math.max(1, ...plot.observedS, ...plot.fittedS) / 60;
  return (
    <>
      <h4>{t('calibration.service', { name: fit.name })}</h4>
      <p>
        <b>
          {familyText(fit.chosen, language)} · {GRADE_WORDS[fit.grade][language]}
        </b>{' '}
        {t('calibration.serviceMean', {
          mean: estimateText(scaled(fit.meanS, 1 / 60), 1),
          rows: format.number(fit.rows),
        })}{' '}
        {inLanguage(fit.remark, language)}
      </p>
      <div className="calibration-plots">
        <PlotChart
          width={width}
          height={HEIGHT}
          label={t('calibration.histogram')}
          series={[
            {
              id: 'observed',
              draw: 'bars',
              edges: toMinutes(plot.edgesS),
              y: plot.density.map((d) => d * 6000),
            },
            {
              id: 'fitted',
              draw: 'line',
              x: plot.edgesS.slice(1).map((to, i) => (to + plot.edgesS[i]!) / 120),
              y: plot.fittedDensity.map((d) => d * 6000),
            },
          ]}
          looks={{
            observed: { name: t('calibration.observed'), colour: INK.observed },
            fitted: { name: t('calibration.fitted'), colour: INK.fitted },
          }}
          xTitle={t('calibration.minutes')}
          yTitle={t('calibration.density')}
          formatX={(value) => format.number(value)}
          formatY={(value) => format.number(value)}
        />
        <PlotChart
          width={width}
          height={HEIGHT}
          label={t('calibration.qq')}
          series={[
            { id: 'same', draw: 'line', x: [0, most], y: [0, most] },
            {
              id: 'quantiles',
              draw: 'dots',
              x: toMinutes(plot.fittedS),
              y: toMinutes(plot.observedS),
            },
          ]}
          looks={{
            quantiles: { name: t('calibration.qq'), colour: INK.observed },
            same: { name: t('calibration.same'), colour: INK.fitted },
          }}
          xTitle={t('calibration.fittedMinutes')}
          yTitle={t('calibration.observedMinutes')}
          formatX={(value) => format.number(value)}
          formatY={(value) => format.number(value)}
        />
      </div>
    </>
  );
}

const scaled = ({ value, ci95, n }: DurationFit['meanS'], by: number): DurationFit['meanS'] => ({
  value: value * by,
  ci95: ci95 === null ? null : [ci95[0] * by, ci95[1] * by],
  n,
});

/** Rates by half hour, a picture for each weekday. */
function ArrivalsPlot({ fit, width }: { readonly fit: ArrivalsFit; readonly width: number }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const most = Math.max(
    1,
    ...fit.observedPerHour.flat(),
    ...fit.ci95PerHour.flat().map((pair) => pair[1]),
  );
  return (
    <>
      <h4>
        {t('calibration.arrivals', { name: fit.name, perDay: estimateText(fit.visitsPerDay, 1) })}
      </h4>
      <div className="calibration-plots">
        {fit.weekdays.map((weekday, w) => (
          <figure key={weekday}>
            <figcaption>
              {t('calibration.weekdayOf', {
                day: t(`calibration.weekday.${weekday}`),
                days: fit.daysOf[w],
              })}
            </figcaption>
            <PlotChart
              width={Math.max(220, Math.floor((width * 2 + GAP - 2 * GAP) / 3))}
              height={170}
              label={t(`calibration.weekday.${weekday}`)}
              series={[
                { id: 'interval', draw: 'band', edges: fit.edgesS, y: fit.ci95PerHour[w] ?? [] },
                { id: 'fitted', draw: 'steps', edges: fit.edgesS, y: fit.perHour[w]! },
                { id: 'observed', draw: 'steps', edges: fit.edgesS, y: fit.observedPerHour[w]! },
              ]}
              looks={{
                observed: { name: t('calibration.observed'), colour: INK.observed },
                fitted: { name: t('calibration.used'), colour: INK.fitted, dash: '5 3' },
              }}
              xTitle=""
              yTitle={t('calibration.perHour')}
              xStep={3600}
              yTo={most * 1.05}
              formatX={hourMinute}
              formatY={(value) => format.number(value)}
            />
          </figure>
        ))}
      </div>
    </>
  );
}

/** Who would still wait after so long, from who left and who was called before. */
function PatiencePlot({ fit, width }: { readonly fit: PatienceFit; readonly width: number }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const language = useTwinState((state) => state.language);
  const x = fit.curve.map(({ timeS }) => timeS / 60);
  return (
    <>
      <h4>{t('calibration.patience', { name: fit.name, left: fit.left, called: fit.called })}</h4>
      <p>{inLanguage(fit.remark, language)}</p>
      {fit.curve.length > 1 && (
        <PlotChart
          width={width}
          height={HEIGHT}
          label={t('calibration.survival')}
          series={[
            {
              id: 'interval',
              draw: 'band',
              edges: x,
              y: fit.curve.map(({ ci95 }) => [ci95[0] * 100, ci95[1] * 100]),
            },
            { id: 'observed', draw: 'line', x, y: fit.curve.map(({ survival }) => survival * 100) },
            ...(fit.fitted.length === x.length && fit.chosen !== null
              ? [{ id: 'fitted', draw: 'line' as const, x, y: fit.fitted.map((s) => s * 100) }]
              : []),
          ]}
          looks={{
            observed: { name: t('calibration.kaplanMeier'), colour: INK.observed },
            fitted: { name: t('calibration.fitted'), colour: INK.fitted, dash: '5 3' },
          }}
          xTitle={t('calibration.waitedMinutes')}
          yTitle={t('calibration.stillWaiting')}
          yTo={105}
          formatX={(value) => format.number(value)}
          formatY={(value) => format.number(value)}
        />
      )}
    </>
  );
}

/** Windows open through the day, by weekday. */
function StaffingPlot({ fit, width }: { readonly fit: StaffingFit; readonly width: number }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const language = useTwinState((state) => state.language);
  const colours = ['#33475b', '#c2622d', '#2f7d6b', '#8a5fa8', '#b08a1e', '#4b8fd0', '#b4282a'];
  return (
    <>
      <h4>{t('calibration.staffing')}</h4>
      <p>{inLanguage(fit.remark, language)}</p>
      <PlotChart
        width={width}
        height={HEIGHT}
        label={t('calibration.staffing')}
        series={fit.profiles.map(({ weekday, open }) => ({
          id: weekday,
          draw: 'steps',
          edges: fit.edgesS,
          y: open,
        }))}
        looks={Object.fromEntries(
          fit.profiles.map(({ weekday }, i) => [
            weekday,
            { name: t(`calibration.weekday.${weekday}`), colour: colours[i % colours.length]! },
          ]),
        )}
        xTitle=""
        yTitle={t('calibration.openWindows')}
        xStep={3600}
        formatX={hourMinute}
        formatY={(value) => format.number(value)}
      />
    </>
  );
}
