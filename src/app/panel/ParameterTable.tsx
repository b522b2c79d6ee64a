import { Collapse, Table } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../scenarios/text';
import { useFormatter, useTwinState } from '../context';
import { Explained } from './Explained';
import { ProvenanceTag } from './ProvenanceTag';
import { type ParameterRow, parameterRows } from './parameters';
import { valueText } from './parameterText';

const KINDS = ['notice', 'source', 'assumption'] as const;

/** Every number and every rule of the scenario with where it comes from. */
export function ParameterTable() {
  const { t, i18n } = useTranslation();
  const format = useFormatter();
  const language = useTwinState((state) => state.language);
  const scenario = useTwinState((state) => state.question?.scenario);
  const plan = useTwinState((state) => state.plan);
  const rows = useMemo(() => (scenario ? parameterRows(scenario) : []), [scenario]);
  if (rows.length === 0) return null;
  const groups = [...new Set(rows.map((row) => row.group))];
  // A field that the page has no name for is shown as it stands in the file.
  const fieldName = (field: string) => {
    const key = `field.${field}`;
    return i18n.exists(key) ? t(key) : field;
  };
  const named = (row: ParameterRow) => {
    const subject = row.subject === null ? null : inLanguage(row.subject, language);
    const mobility = row.group === 'mobility' && subject !== null;
    const first = mobility ? t(`mobility.${subject}`) : subject;
    const parts = [first, ...innerFields(row).map(fieldName)];
    return parts.filter((part) => part !== null && part !== '').join(' · ');
  };
  return (
    <section className="panel-section">
      <h3>{t('parameters.title')}</h3>
      <p className="quiet">
        {t('parameters.intro')}{' '}
        {KINDS.map((kind) =>
          t(`parameters.count.${kind}`, {
            count: rows.filter((row) => row.provenance.kind === kind).length,
          }),
        ).join(t('parameter.separator'))}
      </p>
      {plan && (
        <p className="plan-basis">
          {t('parameters.plan', { name: inLanguage(plan.name, language) })}{' '}
          <ProvenanceTag provenance={plan.provenance} />
        </p>
      )}
      <Collapse
        size="small"
        defaultActiveKey={['demand']}
        items={groups.map((group) => {
          const own = rows.filter((row) => row.group === group);
          return {
            key: group,
            label: (
              <>
                {fieldName(group)} <span className="quiet">{own.length}</span>
              </>
            ),
            children: (
              <Table
                size="small"
                pagination={false}
                rowKey="path"
                dataSource={own}
                columns={[
                  {
                    title: t('parameters.name'),
                    width: '36%',
                    render: (_, row) => (
                      <Explained about={<code>{row.path}</code>}>{named(row)}</Explained>
                    ),
                  },
                  {
                    title: t('parameters.value'),
                    render: (_, row) => valueText(row, format, language, t),
                  },
                  {
                    title: t('parameters.basis'),
                    width: 64,
                    render: (_, row) => <ProvenanceTag provenance={row.provenance} />,
                  },
                ]}
              />
            ),
          };
        })}
      />
    </section>
  );
}

/** The keys after the group (and the list's index), or the group itself when there are none. */
function innerFields(row: ParameterRow): readonly string[] {
  if (!row.path.startsWith(row.group) || row.path.includes(' ')) return [row.field];
  const keys = row.path
    .slice(row.group.length)
    .replaceAll(/\[\d+\]/g, '')
    .split('.');
  const inner = keys.filter((key) => key !== '' && key !== 'arrivals');
  return inner.length > 0 ? inner : [row.field];
}
