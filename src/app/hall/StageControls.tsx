import { AimOutlined } from '@ant-design/icons';
import { Button, Segmented, Select, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { QUALITY_LEVELS, type QualityLevel, type SceneView } from '../../scene/types';
import { useTwin, useTwinState } from '../context';
import { FollowMenu } from '../show/FollowMenu';
import { HeatMenu } from '../show/HeatMenu';
import { ShowButtons } from '../show/ShowButtons';
import { TourMenu } from '../show/TourMenu';

/** How the hall is looked at, and whom to follow in it. */
export function StageControls(props: {
  /** Whether there is only the plan: then there is no camera to be set. */
  readonly flat: boolean;
  readonly level: QualityLevel | null;
  readonly onReset: () => void;
}) {
  return (
    <div className="stage-controls">
      <FollowMenu />
      <TourMenu />
      <HeatMenu />
      <ShowButtons />
      {!props.flat && <ViewControls {...props} />}
    </div>
  );
}

/** `level`: the quality in use, which "auto" chooses by itself. */
function ViewControls(props: {
  readonly level: QualityLevel | null;
  readonly onReset: () => void;
}) {
  const { t } = useTranslation();
  const { store } = useTwin();
  const view = useTwinState((state) => state.view);
  const quality = useTwinState((state) => state.quality);
  return (
    <>
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
    </>
  );
}
