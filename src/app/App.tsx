import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { CalibrationPage } from './calibration/CalibrationPage';
import { CamerasPage } from './cameras/CamerasPage';
import { ComparePage } from './compare/ComparePage';
import { TwinContext, useShow, useTwinState } from './context';
import { ForecastPage } from './forecast/ForecastPage';
import { HelpDialog } from './HelpDialog';
import { LivePage } from './live/LivePage';
import { MechanismsPage } from './mechanisms/MechanismsPage';
import { useLessMotion } from './motion';
import { UpdateNotice } from './offline/UpdateNotice';
import { SidePanel } from './panel/SidePanel';
import { PlanningPage } from './planning/PlanningPage';
import { useKeyboard } from './playback/useKeyboard';
import { ReportPage } from './report/ReportPage';
import { Presenting } from './show/Presenting';
import { ShowStage } from './show/ShowStage';
import { StudioPage } from './studio/StudioPage';
import { TopBar } from './TopBar';
import { STILL_THEME, THEME } from './theme';
import type { Twin } from './twin';
import { VerificationPage } from './verification/VerificationPage';

/** The page. */
export function App({ twin }: { readonly twin: Twin }) {
  return (
    <TwinContext value={twin}>
      <I18nextProvider i18n={twin.translation}>
        <Page />
      </I18nextProvider>
    </TwinContext>
  );
}

function Page() {
  const language = useTwinState((state) => state.language);
  const page = useTwinState((state) => state.page);
  const presenting = useShow((state) => state.presenting) && page === 'hall';
  const [help, setHelp] = useState(false);
  const still = useLessMotion();
  // The scene is made when it is first looked at: who comes for another page doesn't wait for it.
  const [staged, setStaged] = useState(page === 'hall');
  if (page === 'hall' && !staged) setStaged(true);
  useKeyboard(() => setHelp(true));
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={still ? STILL_THEME : THEME}
      componentSize="small"
      button={{ autoInsertSpace: false }}
    >
      <div className={presenting ? 'page presenting' : 'page'}>
        <TopBar onHelp={() => setHelp(true)} />
        {/* The hall stays as it is behind the other pages, and out of their way. */}
        <main className="stage-column" inert={page !== 'hall'}>
          {staged && <ShowStage />}
          <Presenting />
        </main>
        <SidePanel away={page !== 'hall'} />
        {page === 'compare' && <ComparePage />}
        {page === 'calibration' && <CalibrationPage />}
        {page === 'live' && <LivePage />}
        {page === 'planning' && <PlanningPage />}
        {page === 'forecast' && <ForecastPage />}
        {page === 'report' && <ReportPage />}
        {page === 'studio' && <StudioPage />}
        {page === 'cameras' && <CamerasPage />}
        {page === 'mechanisms' && <MechanismsPage />}
        {page === 'verification' && <VerificationPage />}
      </div>
      <UpdateNotice />
      <HelpDialog open={help} onClose={() => setHelp(false)} />
    </ConfigProvider>
  );
}
