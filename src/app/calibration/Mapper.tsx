import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  KIND_NAMES,
  LOG_KINDS,
  type LogKind,
  ROLE_NAMES,
  ROLES,
  type Role,
} from '../../calibration/log/roles';
import type { Preview } from '../../workers/calibration-api';
import { useTwin, useTwinState } from '../context';
import { useCalibration } from './hooks';
import { columnsOf } from './mapped';

const NONE = '';

/** Which column is what: guesses are marked, the user's word wins and stays. */
export function Mapper({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const { calibration } = useTwin();
  const language = useTwinState((state) => state.language);
  const form = useCalibration((state) => state.form);
  const { kind, kindReason } = preview.guess;
  const columns = columnsOf(preview, form);
  const options = [
    { value: NONE, label: t('calibration.noColumn') },
    ...preview.headers.map((header, i) => ({ value: String(i + 1), label: header })),
  ];
  const set = (role: Role, value: string) =>
    void calibration.change({ columns: { ...form.columns, [role]: value } });
  return (
    <section aria-label={t('calibration.columns')}>
      <div className="calibration-field">
        <span>{t('calibration.kind')}</span>
        <Select<LogKind>
          aria-label={t('calibration.kind')}
          value={kind}
          options={LOG_KINDS.map((value) => ({ value, label: KIND_NAMES[value][language] }))}
          onChange={(value) => void calibration.change({ kind: value })}
        />
      </div>
      <p className="quiet">{kindReason[language]}</p>
      <h3>{t('calibration.columns')}</h3>
      {ROLES[kind].map((role: Role) => {
        const said = form.columns[role] !== undefined;
        const guess = preview.guess.columns.find((one) => one.role === role);
        const column = columns[role];
        const unsure =
          !said && guess !== undefined && column !== undefined && guess.confidence < 0.7;
        return (
          <div key={role} className="calibration-field">
            <span>{ROLE_NAMES[role][language]}</span>
            <Select
              aria-label={ROLE_NAMES[role][language]}
              value={column === undefined ? NONE : String(column + 1)}
              status={unsure ? 'warning' : ''}
              options={options}
              popupMatchSelectWidth={false}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(value: string) => set(role, value)}
            />
            <small title={said || column === undefined ? '' : (guess?.reason[language] ?? '')}>
              {said
                ? t('calibration.said')
                : column === undefined || guess === undefined
                  ? ''
                  : t('calibration.guessed', { sure: Math.round(guess.confidence * 100) })}
            </small>
          </div>
        );
      })}
    </section>
  );
}
