import { DownloadOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openLog } from '../../calibration/log/open';
import { OUTCOME_WORDS } from '../../calibration/log/outcomes';
import { REASONS } from '../../calibration/log/reasons';
import { droppedCsv } from '../../report/dropped-csv';
import { browserLogFile } from '../../workers/browser-log-file';
import type { CalibrationAnswer } from '../../workers/calibrate-log';
import { useFormatter, useTwin, useTwinState } from '../context';
import { download } from '../Downloads';
import { useCalibration } from './hooks';

/** What became of every row: left out under a reason, or understood in a way that is worth saying. */
export function CleaningSection({ answer }: { readonly answer: CalibrationAnswer }) {
  const { t } = useTranslation();
  const { calibration } = useTwin();
  const format = useFormatter();
  const language = useTwinState((state) => state.language);
  const file = useCalibration((state) => state.file);
  const form = useCalibration((state) => state.form);
  const [writing, setWriting] = useState(false);
  const { protocol, peek } = answer;
  const dropped = protocol.lines.length;
  const save = async () => {
    if (file === null) return;
    setWriting(true);
    try {
      const source = await openLog(browserLogFile(file));
      const csv = await droppedCsv(source, peek, protocol, language);
      download(t('calibration.droppedFile'), 'text/csv;charset=utf-8', csv);
    } finally {
      setWriting(false);
    }
  };
  return (
    <section aria-label={t('calibration.cleaning')}>
      <h3>{t('calibration.cleaning')}</h3>
      <p>
        {t('calibration.kept', {
          kept: format.number(protocol.kept),
          rows: format.number(protocol.rows),
          dropped: format.number(dropped),
        })}{' '}
        {dropped > 0 && (
          <Button
            size="small"
            icon={<DownloadOutlined />}
            loading={writing}
            onClick={() => void save()}
          >
            {t('calibration.saveDropped')}
          </Button>
        )}
      </p>
      {protocol.dropped.length > 0 && (
        <table className="sheet calibration-dropped">
          <thead>
            <tr>
              <th>{t('calibration.reason')}</th>
              <th className="figure">{t('calibration.rows')}</th>
              <th>{t('calibration.example')}</th>
            </tr>
          </thead>
          <tbody>
            {protocol.dropped.map(({ reason, count, examples }) => (
              <tr key={reason}>
                <th scope="row">{REASONS[reason][language]}</th>
                <td className="figure">{format.number(count)}</td>
                <td>
                  {examples.slice(0, 2).map(({ line, text }) => (
                    <div key={line}>{t('calibration.line', { line, text })}</div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {protocol.notes.length > 0 && (
        <>
          <h4>{t('calibration.notes')}</h4>
          <ul>
            {protocol.notes.map(({ code, text }) => (
              <li key={code}>{text[language]}</li>
            ))}
          </ul>
        </>
      )}
      {protocol.unknownOutcomes.length > 0 && (
        <>
          <h4>{t('calibration.outcomes')}</h4>
          {protocol.unknownOutcomes.slice(0, 12).map(({ word, count }) => (
            <div key={word} className="calibration-field">
              <span>{t('calibration.outcome', { word, count })}</span>
              <Select
                aria-label={word}
                value={form.outcomes[word] ?? 'unknown'}
                options={OUTCOME_WORDS.map((value) => ({
                  value,
                  label: t(`calibration.outcome.${value}`),
                }))}
                onChange={(value: string) =>
                  void calibration.change({ outcomes: { ...form.outcomes, [word]: value } })
                }
              />
            </div>
          ))}
        </>
      )}
    </section>
  );
}
