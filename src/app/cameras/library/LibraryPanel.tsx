import {
  DeleteOutlined,
  DownloadOutlined,
  EditOutlined,
  PlusOutlined,
  UploadOutlined,
} from '@ant-design/icons';
import { Alert, Button, Input, Table, type TableColumnsType, Upload } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CameraModel } from '../../../coverage/library';
import { distanceM } from '../../../coverage/optics/distances';
import { inLanguage } from '../../../scenarios/text';
import { useTwin, useTwinState } from '../../context';
import { download } from '../../Downloads';
import { ProvenanceTag } from '../../panel/ProvenanceTag';
import { useSize } from '../../useSize';
import { useLibrary } from '../hooks';
import { ModelForm } from './ModelForm';
import { isShipped } from './store';
import './library.css';

/** Density by which models are told apart at a glance, px/m: identify of the 2014 edition. */
const IDENTIFY_PX_PER_M = 250;
/** Problems of a file that are listed; more are counted. */
const MOST_PROBLEMS = 50;

const farthest = ({ resolutionPx, horizontalFovDeg }: CameraModel) =>
  distanceM({ widthPx: resolutionPx[0], horizontalFovDeg }, IDENTIFY_PX_PER_M).lens;

const megapixels = ({ resolutionPx: [width, height] }: CameraModel) => (width * height) / 1e6;

/** Every model that cameras may be of: those that ship with their data sheets, and the user's own. */
export function LibraryPanel() {
  const { t } = useTranslation();
  const { library } = useTwin();
  const language = useTwinState((state) => state.language);
  const { models, own, read, unkept } = useLibrary((state) => state);
  const [words, setWords] = useState('');
  const [form, setForm] = useState<{ readonly id: string | null } | null>(null);
  const [frame, size] = useSize<HTMLDivElement>();
  const asked = useDeferredValue(words.trim().toLowerCase());
  const shown = useMemo(
    () =>
      asked === ''
        ? models
        : models.filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(asked)),
    [models, asked],
  );
  const columns: TableColumnsType<CameraModel> = [
    {
      title: t('library.name'),
      dataIndex: 'name',
      ellipsis: true,
      sorter: (a, b) => a.name.localeCompare(b.name),
    },
    {
      title: t('library.resolution'),
      width: 150,
      align: 'right',
      render: (_, model) => model.resolutionPx.join(' × '),
      sorter: (a, b) => megapixels(a) - megapixels(b),
    },
    {
      title: t('library.focal'),
      width: 90,
      align: 'right',
      render: (_, { focalMm }) => (focalMm === null ? '–' : `${focalMm} mm`),
      sorter: (a, b) => (a.focalMm ?? 0) - (b.focalMm ?? 0),
    },
    {
      title: t('library.angles'),
      width: 130,
      align: 'right',
      render: (_, model) => `${model.horizontalFovDeg}° × ${model.verticalFovDeg}°`,
      sorter: (a, b) => a.horizontalFovDeg - b.horizontalFovDeg,
    },
    {
      title: t('library.farthest', { px: IDENTIFY_PX_PER_M }),
      width: 150,
      align: 'right',
      render: (_, model) => `${farthest(model).toFixed(1)} m`,
      sorter: (a, b) => farthest(a) - farthest(b),
    },
    {
      title: t('library.source'),
      width: 90,
      render: (_, { provenance }) => <ProvenanceTag provenance={provenance} />,
    },
    {
      title: '',
      width: 84,
      render: (_, { id, name }) =>
        !isShipped(id) && (
          <span className="library-actions">
            <Button
              type="text"
              icon={<EditOutlined />}
              aria-label={t('library.change', { name })}
              title={t('library.change', { name })}
              onClick={() => setForm({ id })}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('library.remove', { name })}
              title={t('library.remove', { name })}
              onClick={() => library.remove(id)}
            />
          </span>
        ),
    },
  ];
  return (
    <section className="library" aria-label={t('library.title')}>
      <p className="quiet">{t('library.about')}</p>
      <div className="library-head">
        <Input.Search
          allowClear
          placeholder={t('library.search')}
          aria-label={t('library.search')}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
        <span className="quiet">
          {t('library.count', { shown: shown.length, count: models.length, own: own.length })}
        </span>
        <span className="spacer" />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setForm({ id: null })}>
          {t('library.add')}
        </Button>
        <Upload
          accept=".json,application/json"
          showUploadList={false}
          beforeUpload={(file) => {
            void file.text().then((text) => library.read(file.name, text));
            return false;
          }}
        >
          <Button icon={<UploadOutlined />}>{t('library.read')}</Button>
        </Upload>
        <Button
          icon={<DownloadOutlined />}
          disabled={own.length === 0}
          onClick={() => download('camera-models.json', 'application/json', library.text())}
        >
          {t('library.write')}
        </Button>
      </div>
      {unkept && <Alert type="warning" showIcon title={t('library.unkept')} />}
      {read && (
        <Alert
          type={read.problems.length > 0 ? 'warning' : 'success'}
          showIcon
          closable={{ onClose: () => library.dismiss() }}
          title={t('library.wasRead', {
            name: read.name,
            taken: read.taken,
            wrong: read.problems.length,
          })}
          description={
            read.problems.length > 0 && (
              <ul className="library-problems">
                {read.problems.slice(0, MOST_PROBLEMS).map(({ path, message, remedy }) => (
                  <li key={`${path} ${message.en}`}>
                    <code>{path}</code> {inLanguage(message, language)}
                    {language === 'zh' ? '。' : '. '}
                    {inLanguage(remedy, language)}
                  </li>
                ))}
                {read.problems.length > MOST_PROBLEMS && (
                  <li>{t('library.more', { count: read.problems.length - MOST_PROBLEMS })}</li>
                )}
              </ul>
            )
          }
        />
      )}
      <div className="library-table" ref={frame}>
        {size.height > 0 && (
          <Table<CameraModel>
            virtual
            size="small"
            rowKey="id"
            columns={columns}
            dataSource={shown}
            pagination={false}
            scroll={{ x: 900, y: Math.max(200, size.height - 40) }}
          />
        )}
      </div>
      {form && (
        <ModelForm
          entry={own.find(({ id }) => id === form.id) ?? null}
          onClose={() => setForm(null)}
        />
      )}
    </section>
  );
}
