import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useTwin } from '../context';
import { Downloads } from '../Downloads';
import { ConnectPanel } from './ConnectPanel';
import { CountsSection } from './CountsSection';
import { useLive, useNames, useOutlook } from './hooks';
import { ItemsTable } from './ItemsTable';
import { KeyFigures } from './KeyFigures';
import { LiveStage } from './LiveStage';
import { liveSheets } from './live-sheets';
import { OutlookSection } from './OutlookSection';
import { StatusStrip } from './StatusStrip';
import { TodayChart } from './TodayChart';
import { WindowsTable } from './WindowsTable';
import './live.css';

/** The tables of this moment as files. */
function LiveDownloads() {
  const { t } = useTranslation();
  const names = useNames();
  const present = useLive((state) => state.present);
  const outlook = useOutlook((state) => state.answer);
  if (!present) return null;
  return (
    <Downloads
      name={`live-${present.date}`}
      sheets={() => liveSheets(present, outlook, names, t)}
      printable={false}
    />
  );
}

/** The real hall as it is now: who waits, what the windows do, and how today has gone so far. */
export function LivePage() {
  const { t } = useTranslation();
  const { live, outlook } = useTwin();
  const line = useLive((state) => state.line.kind);
  const known = useLive((state) => state.present !== null);
  useEffect(() => {
    live.start();
    outlook.start();
    return () => {
      outlook.stop();
      live.stop();
    };
  }, [live, outlook]);
  const asks = line === 'absent' || line === 'token' || !known;
  return (
    <main className="live" aria-label={t('live.title')} data-line={line}>
      {asks ? (
        <ConnectPanel />
      ) : (
        <>
          <StatusStrip />
          {/* What is shown is as old as the last word that came. */}
          <div className={line === 'open' ? 'live-body' : 'live-body live-old'}>
            <div className="live-left">
              <LiveStage />
              <TodayChart />
            </div>
            <div className="live-right">
              <KeyFigures />
              <OutlookSection />
              <WindowsTable />
              <ItemsTable />
              <LiveDownloads />
              <CountsSection />
            </div>
          </div>
        </>
      )}
    </main>
  );
}
