import { CameraOutlined, VideoCameraAddOutlined } from '@ant-design/icons';
import { Alert, Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useTwin } from '../context';
import { download } from '../Downloads';
import { minuteSecond } from '../format';
import { MOST } from './capture';
import type { Writing } from './picture';
import type { CapturePlace } from './stage-scenes';

/** A still and a video of what is shown. `name`: of the files, without an ending. */
export function CaptureButtons(props: {
  readonly place: CapturePlace;
  readonly name: string;
  readonly writing: () => Writing;
}) {
  const { place, name, writing } = props;
  const { t } = useTranslation();
  const { capture } = useTwin();
  const recording = useStore(capture.store, (state) => state.recording);
  const refused = useStore(capture.store, (state) => state.refused);
  const keepStill = async () => {
    const picture = await capture.still(place, writing);
    if (picture) download(`${name}.png`, 'image/png', picture);
  };
  return (
    <>
      <Tooltip title={t('capture.still')}>
        <Button
          aria-label={t('capture.still')}
          icon={<CameraOutlined />}
          onClick={() => void keepStill()}
        />
      </Tooltip>
      {recording ? (
        <Button danger className="recording" onClick={capture.stop}>
          {t('capture.stop', {
            time: minuteSecond(recording.seconds * 1e6),
            size: (recording.bytes / 1024 / 1024).toFixed(1),
          })}
        </Button>
      ) : (
        <Tooltip title={t('capture.videoTitle', { minutes: MOST.seconds / 60 })}>
          <Button
            aria-label={t('capture.video')}
            icon={<VideoCameraAddOutlined />}
            onClick={() =>
              capture.record(place, writing, (video) =>
                download(`${name}.webm`, 'video/webm', video),
              )
            }
          />
        </Tooltip>
      )}
      {refused && (
        <Alert
          className="capture-refused"
          type="warning"
          showIcon
          closable={{ onClose: capture.forget }}
          title={t(`capture.refused.${refused}`)}
        />
      )}
    </>
  );
}
