import { Segmented } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useTwin } from '../context';
import { DistrictTab } from './DistrictTab';
import { TABS, type Tab } from './form';
import { useBase, useForm, useHallName } from './hooks';
import { PromiseFields } from './PromiseFields';
import { SensitivityTab } from './SensitivityTab';
import { StaffingTab } from './StaffingTab';
import { WindowsTab } from './WindowsTab';

const SHOWN: Readonly<Record<Tab, () => React.ReactNode>> = {
  windows: WindowsTab,
  staffing: StaffingTab,
  district: DistrictTab,
  sensitivity: SensitivityTab,
};

/** What a hall, or the whole district, needs to keep a promise. */
export function PlanningPage() {
  const { t } = useTranslation();
  const { planningForm, sweeps } = useTwin();
  const tab = useForm((form) => form.tab);
  const name = useHallName(useBase());
  useEffect(() => {
    void sweeps.lookForUnfinished(tab);
  }, [sweeps, tab]);
  const Shown = SHOWN[tab];
  return (
    <main className="planning" aria-label={t('plan.title')}>
      <aside className="planning-form">
        <h2>{tab === 'district' ? t('plan.district') : name}</h2>
        <p className="quiet">{t(tab === 'district' ? 'plan.districtAbout' : 'plan.hallAbout')}</p>
        <PromiseFields />
      </aside>
      <div className="planning-view">
        <Segmented<Tab>
          className="planning-tabs"
          aria-label={t('plan.question')}
          value={tab}
          onChange={(next) => planningForm.setState({ tab: next })}
          options={TABS.map((value) => ({ value, label: t(`plan.tab.${value}`) }))}
        />
        <Shown />
      </div>
    </main>
  );
}
