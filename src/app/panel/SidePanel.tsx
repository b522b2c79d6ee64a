import { Skeleton, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTwin, useTwinState } from '../context';
import { HallModel, RecordDownloads } from '../report/RecordDownloads';
import { figuresAreOld, type PanelTab } from '../state/store';
import { AssumptionsForm } from './AssumptionsForm';
import { AttendanceSheet } from './AttendanceSheet';
import { ClassTable } from './ClassTable';
import { DaysSection } from './DaysSection';
import { FiguresStatus } from './FiguresStatus';
import { FigureTables } from './FigureTables';
import { MeasureTable } from './MeasureTable';
import { ParameterTable } from './ParameterTable';
import { Summary } from './Summary';
import { SupervisionList } from './SupervisionList';
import { UtilisationSection } from './UtilisationSection';
import { WaitingSection } from './WaitingSection';

/** Stands for the figures until there are any; without them, what to do. */
function NoFigures() {
  const { t } = useTranslation();
  const { status, report } = useTwinState((state) => state.figures);
  if (report) return null;
  if (status === 'working') return <Skeleton active paragraph={{ rows: 10 }} />;
  return <p className="quiet">{t('figures.none')}</p>;
}

/**
 * What the day amounts to, what it rests on, and the office's books of it.
 *
 * @param props.away another page is being looked at
 */
export function SidePanel({ away }: { readonly away: boolean }) {
  const { t } = useTranslation();
  const { store } = useTwin();
  const tab = useTwinState((state) => state.panel);
  const setTab = (panel: PanelTab) => store.setState({ panel });
  const old = useTwinState(figuresAreOld);
  return (
    <aside className="side-panel" aria-label={t('panel.region')} inert={away}>
      <Summary onAssumptions={() => setTab('assumptions')} />
      <FiguresStatus />
      <Tabs
        activeKey={tab}
        onChange={(key) => setTab(key as PanelTab)}
        items={[
          {
            key: 'measures',
            label: t('panel.measures'),
            children: (
              <div className={old ? 'figures old' : 'figures'}>
                <NoFigures />
                <WaitingSection />
                <MeasureTable />
                <DaysSection />
                <UtilisationSection />
                <ClassTable />
                <FigureTables />
                <RecordDownloads />
                <HallModel />
              </div>
            ),
          },
          {
            key: 'attendance',
            label: t('panel.attendance'),
            children: <AttendanceSheet />,
          },
          {
            key: 'supervision',
            label: t('panel.supervision'),
            children: <SupervisionList />,
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
