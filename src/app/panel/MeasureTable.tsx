import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { numberOf } from '../../scenarios/provenance';
import { tellingMeasures } from '../../sim/experiments/report';
import { useFormatter, useTwinState } from '../context';
import { MEASURE_KINDS } from '../format';
import { Explained } from './Explained';
import { ProvenanceTag } from './ProvenanceTag';
import { provenanceOf } from './provenanceOf';

/** The day's measures: mean with unit, 95 % interval, number of replications. */
export function MeasureTable() {
  const { t } = useTranslation();
  const format = useFormatter();
  const report = useTwinState((state) => state.figures.report);
  const answers = useTwinState((state) => state.figures.answers);
  if (!report || !answers) return null;
  const { targetWaitS } = answers.scenario;
  const target = format.number(numberOf(targetWaitS) / 60);
  return (
    <section className="panel-section">
      <h3>
        {report.days
          ? t('measures.titleDays', { count: report.days.dates.length })
          : t('measures.title')}
      </h3>
      <Table
        size="small"
        pagination={false}
        rowKey={(id) => id}
        dataSource={tellingMeasures(report.measures)}
        onRow={(id) => ({ 'data-measure': id }) as React.HTMLAttributes<HTMLElement>}
        columns={[
          {
            title: t('measures.name'),
            render: (_, id) => (
              <>
                <Explained about={t(`measure.${id}.about`, { target })}>
                  {t(`measure.${id}`, { target })}
                </Explained>
                {id === 'withinTargetShare' && (
                  <>
                    {' '}
                    <ProvenanceTag provenance={provenanceOf(targetWaitS)} />
                  </>
                )}
              </>
            ),
          },
          {
            title: t('measures.mean'),
            align: 'right',
            className: 'figure',
            render: (_, id) => (
              <>
                <b>{format.mean(MEASURE_KINDS[id], report.measures[id])}</b>{' '}
                <span className="unit">{t(`unit.of.${MEASURE_KINDS[id]}`)}</span>
              </>
            ),
          },
          {
            title: t('measures.interval'),
            align: 'right',
            className: 'figure quiet',
            render: (_, id) => format.interval(MEASURE_KINDS[id], report.measures[id]),
          },
          {
            title: <Explained about={t('measures.nAbout')}>n</Explained>,
            align: 'right',
            className: 'figure quiet',
            render: (_, id) => report.measures[id].n,
          },
        ]}
      />
    </section>
  );
}
