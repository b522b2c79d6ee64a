import { AimOutlined } from '@ant-design/icons';
import { Button, Segmented, Select, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { QUALITY_LEVELS, type QualityLevel, type SceneView } from '../../scene/types';
import { useTwin, useTwinState } from '../context';

/** How the hall is looked at. `level`: the quality in use, which "auto" chooses by itself. */
export function StageControls(props: {
  readonly level: QualityLevel | null;
  readonly onReset: () => void;
}) {
  const { t } = useTranslation();
  const { store } = useTwin();
  const view = useTwinState((state) => state.view);
  const quality = useTwinState((state) => state.quality);
  return (
    <div className="stage-controls">
      <Segmented<SceneView>
        aria-label={t('stage.view')}
        value={view}
        onChange={(next) => store.setState({ view: next })}
        options={[
          { value: 'orbit', label: t('stage.orbit') },
          { value: 'top', label: t('stage.top') },
        ]}
      />
      <Tooltip title={t('stage.reset')}>
        <Button aria-label={t('stage.reset')} icon={<AimOutlined />} onClick={props.onReset} />
      </Tooltip>
      <Select
        aria-label={t('stage.quality')}
        title={t('stage.quality')}
        value={quality}
        popupMatchSelectWidth={false}
        onChange={(next) => store.setState({ quality: next })}
        options={[
          {
            value: 'auto' as const,
            label: props.level
              ? t('quality.autoNow', { level: t(`quality.${props.level}`) })
              : t('quality.auto'),
          },
          ...QUALITY_LEVELS.map((value) => ({ value, label: t(`quality.${value}`) })),
        ]}
      />
    </div>
  );
}
