import { QuestionCircleOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Alert, Button, Modal, Segmented, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorPlan } from '../../scenarios/floorplan';
import { useTwin, useTwinState } from '../context';
import { closedByEscape, Keys } from '../HelpDialog';
import { CrowdPanel } from './CrowdPanel';
import { Drawing } from './Drawing';
import { FilePanel } from './FilePanel';
import { usePlan, useStudio } from './hooks';
import { LayoutPanel } from './LayoutPanel';
import { ObjectPanel } from './ObjectPanel';
import { Palette } from './Palette';
import { RulesPanel } from './RulesPanel';
import { SimulationStatus } from './SimulationStatus';
import { StudioRoom } from './StudioRoom';
import {
  STUDIO_TABS,
  STUDIO_TOOLS,
  STUDIO_VIEWS,
  type StudioTab,
  type StudioTool,
  type StudioView,
} from './store';
import { STUDIO_KEYS, useStudioKeys } from './useStudioKeys';
import './studio.css';

/** The floor plan studio: a hall drawn, checked and simulated as it changes. */
export function StudioPage() {
  const { t } = useTranslation();
  const plan = usePlan();
  const opening = useTwinState((state) => state.question === null);
  return (
    <main className="studio" aria-label={t('top.page.studio')}>
      {plan ? (
        <Opened plan={plan} />
      ) : (
        <p className="quiet studio-none">{t(opening ? 'stage.opening' : 'studio.noPlan')}</p>
      )}
    </main>
  );
}

const PANELS: Readonly<
  Record<StudioTab, (props: { readonly plan: FloorPlan }) => React.ReactNode>
> = {
  object: ObjectPanel,
  rules: RulesPanel,
  crowd: CrowdPanel,
  layout: LayoutPanel,
  file: FilePanel,
};

function Opened({ plan }: { readonly plan: FloorPlan }) {
  const { t } = useTranslation();
  const { studio } = useTwin();
  const tab = useStudio((state) => state.tab);
  const view = useStudio((state) => state.view);
  const check = useStudio((state) => state.check);
  useStudioKeys();
  const panel = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another panel begins at its top
  useEffect(() => {
    panel.current?.scrollTo(0, 0);
  }, [tab]);
  const Panel = PANELS[tab];
  const broken = check && !check.passes;
  return (
    <>
      <Palette plan={plan} />
      <Head />
      <div className={`studio-stage view-${view}`}>
        {view !== 'room' && <Drawing plan={plan} />}
        {view !== 'plan' && <StudioRoom plan={plan} />}
      </div>
      <aside ref={panel} className="studio-panel">
        <Segmented<StudioTab>
          block
          aria-label={t('studio.panels')}
          value={tab}
          onChange={(next) => studio.store.setState({ tab: next })}
          options={STUDIO_TABS.map((value) => ({
            value,
            label: t(`studio.tab.${value}`) + (value === 'rules' && broken ? ' ●' : ''),
          }))}
        />
        <Panel plan={plan} />
      </aside>
      <SimulationStatus plan={plan} />
    </>
  );
}

const GRIDS = [0, 0.01, 0.05, 0.1, 0.25, 0.5] as const;

/** Tools, steps back and forth, grid, and what to look at. */
function Head() {
  const { t } = useTranslation();
  const { studio } = useTwin();
  const tool = useStudio((state) => state.tool);
  const view = useStudio((state) => state.view);
  const gridM = useStudio((state) => state.gridM);
  const hasPast = useStudio((state) => state.history?.past != null);
  const hasFuture = useStudio((state) => state.history?.future != null);
  const [keys, setKeys] = useState(false);
  return (
    <header className="studio-head">
      <Segmented<StudioTool>
        aria-label={t('studio.tools')}
        value={tool}
        onChange={(next) => studio.store.setState({ tool: next })}
        options={STUDIO_TOOLS.map((value) => ({ value, label: t(`studio.tool.${value}`) }))}
      />
      <Button
        icon={<UndoOutlined />}
        disabled={!hasPast}
        title={t('studio.undo')}
        aria-label={t('studio.undo')}
        onClick={() => studio.undo()}
      />
      <Button
        icon={<RedoOutlined />}
        disabled={!hasFuture}
        title={t('studio.redo')}
        aria-label={t('studio.redo')}
        onClick={() => studio.redo()}
      />
      <Select
        aria-label={t('studio.grid')}
        value={gridM}
        options={GRIDS.map((value) => ({
          value,
          label: value === 0 ? t('studio.noGrid') : t('studio.gridOf', { size: value }),
        }))}
        onChange={(value) => studio.store.setState({ gridM: value })}
      />
      <Segmented<StudioView>
        aria-label={t('studio.views')}
        value={view}
        onChange={(next) => studio.store.setState({ view: next })}
        options={STUDIO_VIEWS.map((value) => ({ value, label: t(`studio.view.${value}`) }))}
      />
      <Button
        icon={<QuestionCircleOutlined />}
        title={t('studio.keys')}
        aria-label={t('studio.keys')}
        onClick={() => setKeys(true)}
      />
      <span className="spacer" />
      <Kept />
      <Modal
        open={keys}
        onCancel={() => setKeys(false)}
        wrapProps={closedByEscape(() => setKeys(false))}
        footer={null}
        title={t('studio.keys')}
      >
        <Keys keys={STUDIO_KEYS} />
      </Modal>
    </header>
  );
}

/** Whether the drawing is kept, what was taken up again, and who else has it open. */
function Kept() {
  const { t } = useTranslation();
  const { studio } = useTwin();
  const language = useTwinState((state) => state.language);
  const keeping = useStudio((state) => state.keeping);
  const recoveredAt = useStudio((state) => state.recoveredAt);
  const elsewhere = useStudio((state) => state.elsewhere);
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  return (
    <>
      {recoveredAt !== null && (
        <Alert
          type="info"
          showIcon
          title={t('studio.recovered', { at: new Date(recoveredAt).toLocaleString(locale) })}
          action={<Button onClick={() => studio.restore()}>{t('studio.asOpened')}</Button>}
          closable
          onClose={() => studio.store.setState({ recoveredAt: null })}
        />
      )}
      {elsewhere && <Alert type="warning" showIcon title={t('studio.elsewhere')} />}
      {keeping === 'full' || keeping === 'refused' ? (
        <Alert type="error" showIcon title={t(`studio.unkept.${keeping}`)} />
      ) : (
        <span className="quiet">{t(`studio.keeping.${keeping}`)}</span>
      )}
    </>
  );
}
