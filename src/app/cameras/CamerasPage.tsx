import { DownloadOutlined, RedoOutlined, RollbackOutlined, UndoOutlined } from '@ant-design/icons';
import { Alert, Button, Segmented } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorPlan } from '../../scenarios/floorplan';
import { useTwin, useTwinState } from '../context';
import { download } from '../Downloads';
import { CameraFields } from './CameraFields';
import { DayPanel } from './DayPanel';
import { useCameras, usePlanAtHand } from './hooks';
import { InspectPanel } from './InspectPanel';
import { LibraryPanel } from './library/LibraryPanel';
import { MapLegend } from './MapLegend';
import { OpticsPanel } from './optics/OpticsPanel';
import { PictureView } from './PictureView';
import { PlacePanel } from './PlacePanel';
import { PlanMap } from './PlanMap';
import { RoomView } from './RoomView';
import { SettingsFields } from './SettingsFields';
import { SheetPanel } from './SheetPanel';
import { type Below, CAMERA_TABS, type CameraTab } from './store';
import './cameras.css';

/** Whether every window is clearly monitored, and what to change if one is not. */
export function CamerasPage() {
  const { t } = useTranslation();
  const room = useCameras((state) => state.room);
  const opening = useTwinState((state) => state.question === null);
  useUndoKeys();
  return (
    <main className="cameras" aria-label={t('cameras.title')}>
      {room ? (
        <Loaded room={room} />
      ) : (
        <p className="quiet cameras-none">{t(opening ? 'stage.opening' : 'cameras.noPlan')}</p>
      )}
    </main>
  );
}

/** Tabs that need the plan's room. */
const WIDE: Partial<Record<CameraTab, (props: { readonly room: FloorPlan }) => React.ReactNode>> = {
  models: LibraryPanel,
  optics: OpticsPanel,
  sheet: SheetPanel,
};

function Loaded({ room }: { readonly room: FloorPlan }) {
  const tab = useCameras((state) => state.tab);
  const Wide = WIDE[tab];
  return (
    <>
      <aside className="cameras-side">
        <CameraFields room={room} />
        <SettingsFields />
      </aside>
      <Head />
      {Wide ? (
        <div className="cameras-wide">
          <Wide room={room} />
        </div>
      ) : (
        <>
          <div className="cameras-stage">
            <PlanMap room={room} />
            <MapLegend />
            <BelowPlan room={room} />
          </div>
          <div className="cameras-answer">
            {tab === 'inspect' && <InspectPanel room={room} />}
            {tab === 'day' && <DayPanel />}
            {tab === 'place' && <PlacePanel room={room} />}
          </div>
        </>
      )}
    </>
  );
}

/** Tabs, and what can be done to the cameras as a whole. */
function Head() {
  const { t } = useTranslation();
  const { cameras } = useTwin();
  const tab = useCameras((state) => state.tab);
  const history = useCameras((state) => state.history);
  const failure = useCameras((state) => state.failure);
  const unkept = useCameras((state) => state.unkept);
  const plan = usePlanAtHand();
  return (
    <header className="cameras-head">
      <Segmented<CameraTab>
        aria-label={t('cameras.title')}
        value={tab}
        onChange={(next) => cameras.store.setState({ tab: next })}
        options={CAMERA_TABS.map((value) => ({ value, label: t(`cameras.tab.${value}`) }))}
      />
      <span className="spacer" />
      <Button
        icon={<UndoOutlined />}
        disabled={history.past.length === 0}
        title={t('cameras.undo')}
        aria-label={t('cameras.undo')}
        onClick={() => cameras.undo()}
      />
      <Button
        icon={<RedoOutlined />}
        disabled={history.future.length === 0}
        title={t('cameras.redo')}
        aria-label={t('cameras.redo')}
        onClick={() => cameras.redo()}
      />
      <Button icon={<RollbackOutlined />} onClick={() => cameras.restore()}>
        {t('cameras.restore')}
      </Button>
      <Button
        icon={<DownloadOutlined />}
        disabled={!plan}
        onClick={() =>
          plan && download(`${plan.id}.json`, 'application/json', JSON.stringify(plan, null, 2))
        }
      >
        {t('cameras.savePlan')}
      </Button>
      {failure !== null && (
        <Alert
          type="error"
          showIcon
          title={t('cameras.failed', { reason: failure })}
          action={<Button onClick={() => cameras.retry()}>{t('cameras.retry')}</Button>}
        />
      )}
      {unkept && <Alert type="warning" showIcon title={t('cameras.unkept')} />}
    </header>
  );
}

/** The picture of the picked camera, or the hall with the fields of view in it. */
function BelowPlan({ room }: { readonly room: FloorPlan }) {
  const { t } = useTranslation();
  const { cameras } = useTwin();
  const below = useCameras((state) => state.below);
  return (
    <section className="below-plan">
      <Segmented<Below>
        className="below-choice"
        aria-label={t('cameras.below')}
        value={below}
        onChange={(next) => cameras.store.setState({ below: next })}
        options={(['picture', 'room'] as const).map((value) => ({
          value,
          label: t(`cameras.below.${value}`),
        }))}
      />
      {below === 'picture' ? <PictureView room={room} /> : <RoomView room={room} />}
    </section>
  );
}

/** Ctrl+Z and Ctrl+Y, except while something is typed. */
function useUndoKeys() {
  const { cameras } = useTwin();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey)) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea')) return;
      const key = event.key.toLowerCase();
      if (key === 'z' && !event.shiftKey) cameras.undo();
      else if (key === 'y' || (key === 'z' && event.shiftKey)) cameras.redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [cameras]);
}
