import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mechanism } from '../../scenarios/mechanisms';
import { useTwinState } from '../context';
import { Downloads } from '../Downloads';
import { changedFields } from './changed-fields';
import { fieldsSheet } from './fields-sheet';

/** What the scenario has besides, as it would be written into one's own. */
export function ChangedFields({ mechanism }: { readonly mechanism: Mechanism }) {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const fields = useMemo(() => changedFields(mechanism), [mechanism]);
  return (
    <section className="panel-section">
      <div className="section-head">
        <h3>{t('mechanisms.fields')}</h3>
        <Downloads
          name={`${mechanism.id}-fields`}
          printable={false}
          sheets={() => [fieldsSheet(mechanism, language, t)]}
        />
      </div>
      <p className="quiet">{t('mechanisms.fieldsAbout')}</p>
      <table className="sheet fields">
        <thead>
          <tr>
            <th>{t('mechanisms.field')}</th>
            <th>{t('mechanisms.without')}</th>
            <th>{t('mechanisms.with')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ path, count, before, after }) => (
            <tr key={`${path} ${after}`}>
              <th scope="row">
                <code>{path}</code>
                {count > 1 && <span className="quiet"> ×{count}</span>}
              </th>
              <td>{before === null ? '—' : <code>{before}</code>}</td>
              <td>{after === null ? '—' : <code>{after}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
