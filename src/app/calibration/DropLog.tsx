import { DownloadOutlined, InboxOutlined } from '@ant-design/icons';
import { Button, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { ticketLogCsv } from '../../report/ticket-log';
import { hallScenario } from '../../scenarios/halls';
import { useTwin, useTwinState } from '../context';
import { download } from '../Downloads';
import { useCalibration } from './hooks';

const SAMPLE_HALL = 'putian';
const SAMPLE_DAYS = 10;

/** Where a log is dropped or chosen, and an example of one. */
export function DropLog() {
  const { t } = useTranslation();
  const { calibration } = useTwin();
  const language = useTwinState((state) => state.language);
  const file = useCalibration((state) => state.file);
  const looking = useCalibration((state) => state.status === 'looking');
  return (
    <section>
      <Upload.Dragger
        className="calibration-drop"
        showUploadList={false}
        beforeUpload={(chosen) => {
          void calibration.take(chosen);
          return false;
        }}
      >
        <InboxOutlined aria-hidden />
        <b>{file === null ? t('calibration.drop') : file.name}</b>
        <small>{looking ? t('calibration.looking') : t('calibration.formats')}</small>
      </Upload.Dragger>
      <Button
        type="link"
        size="small"
        icon={<DownloadOutlined />}
        onClick={() =>
          download(
            t('calibration.sampleFile'),
            'text/csv;charset=utf-8',
            ticketLogCsv(hallScenario(SAMPLE_HALL), null, 1, SAMPLE_DAYS, language),
          )
        }
      >
        {t('calibration.sample')}
      </Button>
    </section>
  );
}
