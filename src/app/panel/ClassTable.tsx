import { Table, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../scenarios/text';
import type { MeasureId } from '../../sim/experiments/report';
import { useFormatter, useTwinState } from '../context';
import { MEASURE_KINDS } from '../format';
import { Explained } from './Explained';

const COLUMNS: readonly MeasureId[] = [
  'arrived',
  'waitMeanS',
  'waitP90S',
  'withinTargetShare',
  'abandonedShare',
];

/** The measures that matter by class of visitor; intervals in the tooltips. */
export function ClassTable() {
  const { t } = useTranslation();
  const format = useFormatter();
  const language = useTwinState((state) => state.language);
  const report = useTwinState((state) => state.figures.report);
  const answers = useTwinState((state) => state.figures.answers);
  if (!report || !answers) return null;
  return (
    <section className="panel-section">
      <h3>{t('classes.title')}</h3>
      <Table
        className="class-table"
        size="small"
        pagination={false}
        rowKey="id"
        dataSource={answers.scenario.classes.filter((c) => report.byClass[c.id])}
        columns={[
          {
            title: t('classes.name'),
            render: (_, c) => {
              const name = inLanguage(c.name, language);
              return c.items ? (
                <Explained about={inLanguage(c.items, language)}>{name}</Explained>
              ) : (
                name
              );
            },
          },
          ...COLUMNS.map((id) => ({
            title: t(`classes.${id}`),
            align: 'right' as const,
            className: 'figure',
            render: (_: unknown, c: { id: string }) => {
              const measure = report.byClass[c.id]?.[id];
              if (!measure) return null;
              return (
                <Tooltip
                  title={t('classes.cell', {
                    interval: format.interval(MEASURE_KINDS[id], measure),
                    n: measure.n,
                  })}
                >
                  <span>{format.mean(MEASURE_KINDS[id], measure)}</span>
                </Tooltip>
              );
            },
          })),
        ]}
      />
    </section>
  );
}
