import { useTranslation } from 'react-i18next';
import { ROLE_NAMES, type Role } from '../../calibration/log/roles';
import type { Preview } from '../../workers/calibration-api';
import { useTwinState } from '../context';
import { useCalibration } from './hooks';
import { columnsOf } from './mapped';

/** The first rows as they are in the file, with what each column is taken for. */
export function PreviewTable({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const form = useCalibration((state) => state.form);
  const columns = columnsOf(preview, form);
  const roleOf = (column: number) =>
    (Object.keys(columns) as Role[]).find((role) => columns[role] === column);
  const separators: Readonly<Record<string, string>> = {
    ',': t('calibration.comma'),
    '\t': t('calibration.tab'),
    ';': ';',
    '|': '|',
  };
  return (
    <section>
      <h3>{t('calibration.preview')}</h3>
      <p className="quiet">
        {preview.encoding === null
          ? t('calibration.sheet')
          : t('calibration.text', {
              encoding: preview.encoding.toUpperCase(),
              separator: separators[preview.separator ?? ','],
              line: preview.headerLine,
            })}
      </p>
      <div className="calibration-preview">
        <table className="sheet">
          <thead>
            <tr>
              {preview.headers.map((header, column) => {
                const role = roleOf(column);
                return (
                  <th key={header + String(column)} data-used={role !== undefined}>
                    {header}
                    <small>{role === undefined ? '–' : ROLE_NAMES[role][language]}</small>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {preview.sample.slice(0, 12).map((row, i) => (
              // Rows of a preview never move.
              // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name
              <tr key={i}>
                {preview.headers.map((header, column) => (
                  <td key={header + String(column)} data-used={roleOf(column) !== undefined}>
                    {row[column] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
