import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { RECORD_FORMATS, type RecordFormat, recordText } from '../../report/event-log/formats';
import { useShow, useTwinState } from '../context';
import { download } from '../Downloads';

const SHOWN: readonly RecordFormat[] = ['csv', 'xes', 'ocel'];
const NAMES: Readonly<Partial<Record<RecordFormat, string>>> = {
  csv: 'CSV',
  xes: 'XES',
  ocel: 'OCEL 2.0',
};

/** The recorded day as an event log, in the formats that process-mining tools open. */
export function RecordDownloads() {
  const { t } = useTranslation();
  const timeline = useTwinState((state) => state.day.timeline);
  if (!timeline) return null;
  const { record } = timeline;
  return (
    <div className="downloads record-downloads">
      <span className="quiet">{t('report.record')}</span>
      {SHOWN.map((format) => {
        const { ending, type } = RECORD_FORMATS[format];
        return (
          <Button
            key={format}
            size="small"
            icon={<DownloadOutlined />}
            onClick={() =>
              download(
                `${record.header.scenario}-events.${ending}`,
                type,
                recordText(record, format),
              )
            }
          >
            {NAMES[format]}
          </Button>
        );
      })}
    </div>
  );
}

/** The hall as it is drawn, for other programs: rooms and furniture, nobody in it. */
export function HallModel() {
  const { t } = useTranslation();
  const save = useShow((state) => state.saveGltf);
  const plan = useTwinState((state) => state.plan?.id);
  if (plan === undefined) return null;
  return (
    <div className="downloads record-downloads">
      <span className="quiet">{t('report.gltf')}</span>
      <Button
        size="small"
        icon={<DownloadOutlined />}
        disabled={save === null}
        title={save === null ? t('report.gltfHint') : undefined}
        onClick={() =>
          void save?.().then((bytes) => download(`${plan}.glb`, 'model/gltf-binary', bytes))
        }
      >
        GLB
      </Button>
    </div>
  );
}
