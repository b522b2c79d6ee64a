import { AimOutlined } from '@ant-design/icons';
import { Button, Segmented, Select, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { QUALITY_LEVELS, type SceneView } from '../../scene/types';
import { useTwin, useTwinState } from '../context';

/** How the hall is looked at. */
export function StageControls(props: { readonly flat: boolean; readonly onReset: () => void }) {
  const { t } = useTranslation();
  const { store } = useTwin();
  const view = useTwinState((state) => state.view);
  const quality = useTwinState((state) => state.quality);
  if (props.flat) return null;
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
        options={(['auto', ...QUALITY_LEVELS] as const).map((value) => ({
          value,
          label: t(`quality.${value}`),
        }))}
      />
    </div>
  );
}
