import { Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTwinState } from '../context';
import { figuresAreOld } from '../state/store';
import { AssumptionsForm } from './AssumptionsForm';
import { ClassTable } from './ClassTable';
import { FiguresStatus } from './FiguresStatus';
import { MeasureTable } from './MeasureTable';
import { ParameterTable } from './ParameterTable';
import { Summary } from './Summary';
import { UtilisationSection } from './UtilisationSection';
import { WaitingSection } from './WaitingSection';

type TabKey = 'measures' | 'assumptions';

/** What the day amounts to, and what it rests on. */
export function SidePanel() {
  const { t } = useTranslation();
  const [tab, setTab] = useState<TabKey>('measures');
  const old = useTwinState(figuresAreOld);
  return (
    <aside className="side-panel" aria-label={t('panel.region')}>
      <Summary onAssumptions={() => setTab('assumptions')} />
      <FiguresStatus />
      <Tabs
        activeKey={tab}
        onChange={(key) => setTab(key as TabKey)}
        items={[
          {
            key: 'measures',
            label: t('panel.measures'),
            children: (
              <div className={old ? 'figures old' : 'figures'}>
                <WaitingSection />
                <MeasureTable />
                <UtilisationSection />
                <ClassTable />
              </div>
            ),
          },
          {
            key: 'assumptions',
            label: t('panel.assumptions'),
            children: (
              <>
                <AssumptionsForm />
                <ParameterTable />
              </>
            ),
          },
        ]}
      />
    </aside>
  );
}
