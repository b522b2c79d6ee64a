import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { State } from '../../charts/colours';
import { heatmapLayout } from '../../charts/heatmap';
import { assumptionsOf } from '../../scenarios/assumptions';
import { inLanguage } from '../../scenarios/text';
import type { SensitivityReport, Standing } from '../../sim/planning/sensitivity';
import { HeatmapChart } from '../charts/HeatmapChart';
import { useFormatter, useSweeps, useTwinState } from '../context';
import { MEASURE_KINDS } from '../format';
import { useWidth } from '../useWidth';
import { valueText } from './assumptionText';

const STATES: Readonly<Record<Standing, State>> = {
  keeps: 'meets',
  breaks: 'fails',
  unclear: 'undecided',
  failed: 'undecided',
};

const SHOWN = ['calledWithinShare', 'waitMeanS', 'waitP90S', 'abandonedShare'] as const;

/** The share called in time over two assumptions; a cell tells its figures when it is clicked. */
export function AssumptionMap({ report }: { readonly report: SensitivityReport }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const language = useTwinState((state) => state.language);
  const scenario = useSweeps((state) => state.sensitivity.asked?.base.scenario);
  const [ref, width] = useWidth<HTMLDivElement>(760);
  const [picked, setPicked] = useState<readonly [number, number] | null>(null);
  const map = report.map!;
  const [x, y] = useMemo(() => {
    const all = scenario ? assumptionsOf(scenario) : [];
    return [map.x, map.y].map((id) => all.find((one) => one.id === id)!);
  }, [scenario, map.x, map.y]);
  const layout = useMemo(() => {
    if (!x || !y) return null;
    const i = map.xs.indexOf(x.base ?? Number.NaN);
    const j = map.ys.indexOf(y.base ?? Number.NaN);
    return heatmapLayout({
      width: Math.min(width, 860),
      height: 330,
      margins: { top: 26, right: 38, bottom: 38, left: 64 },
      columns: map.xs.map((value) => valueText(x.kind, value, format)),
      rows: map.ys.map((value) => valueText(y.kind, value, format)),
      cells: map.cells.map((row) =>
        row.map(({ outlook, standing }) => {
          const share = outlook?.measures.calledWithinShare;
          return share?.mean === null || share === undefined
            ? null
            : {
                value: share.mean,
                text: format.mean('share', share),
                state: STATES[standing],
              };
        }),
      ),
      domain: null,
      base: i >= 0 && j >= 0 ? { i, j } : null,
      stateNames: {
        meets: t('plan.verdict.feasible'),
        fails: t('plan.verdict.infeasible'),
        undecided: t('plan.standing.unclear'),
      },
      baseName: t('plan.sensitivity.asAssumed'),
    });
  }, [map, x, y, width, t, format]);
  if (!layout || !x || !y) return null;
  const cell = picked && map.cells[picked[1]]?.[picked[0]];
  const target = format.number(report.promise.withinS / 60);
  return (
    <section className="panel-section" data-testid="assumption-map">
      <h3>
        {t('plan.sensitivity.mapTitle', {
          x: inLanguage(x.name, language),
          y: inLanguage(y.name, language),
        })}
      </h3>
      <div ref={ref}>
        <HeatmapChart
          layout={layout}
          label={t('plan.called')}
          xTitle={inLanguage(x.name, language)}
          yTitle={inLanguage(y.name, language)}
          formatValue={(value) => format.percent(value)}
          describe={({ text }) => text}
          onPick={(i, j) => setPicked([i, j])}
        />
      </div>
      {cell?.outlook && picked && (
        <p className="picked-cell" role="status">
          <b>
            {inLanguage(x.name, language)} {valueText(x.kind, map.xs[picked[0]]!, format)},{' '}
            {inLanguage(y.name, language)} {valueText(y.kind, map.ys[picked[1]]!, format)}
          </b>
          {SHOWN.map((id) => {
            const measure = cell.outlook!.measures[id];
            const kind = MEASURE_KINDS[id];
            return (
              <span key={id}>
                {t(`measure.${id}`, { target })} {format.mean(kind, measure)} {t(`unit.of.${kind}`)}{' '}
                ({format.interval(kind, measure)})
              </span>
            );
          })}
        </p>
      )}
      <p className="quiet">{t('plan.sensitivity.mapNote')}</p>
    </section>
  );
}
