import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ROLES } from '../../calibration/log/roles';
import type { Preview } from '../../workers/calibration-api';
import { useTwin } from '../context';
import { useCalibration } from './hooks';
import { columnsOf } from './mapped';
import { isBackwards, namesIn } from './wanted';

const NAMED = [
  { field: 'queues', role: 'queue' },
  { field: 'items', role: 'item' },
] as const;

/** Which part of the log is used: days, queues, items. What is chosen stays whatever comes of it. */
export function Filters({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const { calibration } = useTwin();
  const form = useCalibration((state) => state.form);
  const read = useCalibration((state) => state.answer?.read ?? null);
  const columns = columnsOf(preview, form);
  const roles: readonly string[] = ROLES[preview.guess.kind];
  const backwards = isBackwards(form);
  return (
    <section aria-label={t('calibration.filters')}>
      <h3>{t('calibration.filters')}</h3>
      {(['from', 'until'] as const).map((field) => (
        <div key={field} className="calibration-field wide">
          <span>{t(`calibration.${field}`)}</span>
          <Input
            type="date"
            aria-label={t(`calibration.${field}`)}
            value={form[field]}
            allowClear
            status={backwards ? 'error' : ''}
            onChange={({ target }) => void calibration.change({ [field]: target.value })}
          />
        </div>
      ))}
      {backwards && (
        <p className="field-problem" role="alert">
          {t('calibration.backwards')}
        </p>
      )}
      {NAMED.filter(
        ({ field, role }) =>
          (roles.includes(role) && columns[role] !== undefined) || form[field].length > 0,
      ).map(({ field, role }) => (
        <div key={field} className="calibration-field wide">
          <span>{t(`calibration.only.${field}`)}</span>
          <Select<string[]>
            aria-label={t(`calibration.only.${field}`)}
            mode="tags"
            value={[...form[field]]}
            placeholder={t('calibration.all')}
            tokenSeparators={[',', '，', '、', ';', '；']}
            options={[
              ...new Set([...namesIn(preview, columns, role), ...(read?.[field] ?? [])]),
            ].map((name) => ({ value: name, label: name }))}
            onChange={(names) => void calibration.change({ [field]: names })}
          />
        </div>
      ))}
      <p className="quiet">{t('calibration.filtersAbout')}</p>
    </section>
  );
}
