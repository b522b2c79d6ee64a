import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Alert, Button, Empty } from 'antd';
import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useTwin, useTwinState } from '../context';
import { download } from '../Downloads';
import { FigureTables } from '../panel/FigureTables';
import { composed, REPORT_FILE } from './compose';
import { RecordDownloads } from './RecordDownloads';
import { ReportFields } from './ReportFields';
import './report.css';

/** A hall's report: what stands in it, a live look at it, and out it goes. */
export function ReportPage() {
  const { t } = useTranslation();
  const { reportDesk } = useTwin();
  const language = useTwinState((state) => state.language);
  const question = useTwinState((state) => state.question);
  const state = useStore(reportDesk.store);
  const { against, search } = state.form;
  const paper = useRef<HTMLIFrameElement>(null);
  // The form is asked again when the hall changes, or what is to be worked out for it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is worked out depends on these
  useEffect(() => {
    if (question) void reportDesk.run(question);
  }, [reportDesk, question, against, search]);
  useEffect(() => () => reportDesk.cancel(), [reportDesk]);
  const html = useMemo(() => composed(state, language), [state, language]);
  const shown = useDeferredValue(html);
  const old = state.answers !== question;
  const print = () => {
    const { contentWindow } = paper.current ?? {};
    contentWindow?.focus();
    contentWindow?.print();
  };
  return (
    <main className="study report-page" aria-label={t('report.title')}>
      <div className="report-fields">
        <h2>{t('report.title')}</h2>
        <p className="quiet">{t('report.about')}</p>
        <ReportFields />
        <h3>{t('report.data')}</h3>
        <FigureTables />
        <RecordDownloads />
      </div>
      <article className="study-view report-view">
        <div className="report-bar">
          <Status onAgain={() => question && void reportDesk.run(question)} />
          <Button
            type="primary"
            icon={<PrinterOutlined />}
            disabled={html === null}
            onClick={print}
          >
            {t('report.print')}
          </Button>
          <Button
            icon={<DownloadOutlined />}
            disabled={html === null}
            onClick={() => html && download(REPORT_FILE, 'text/html;charset=utf-8', html)}
          >
            {t('report.download')}
          </Button>
        </div>
        {shown === null ? (
          state.status === 'working' ? (
            <div className="report-waiting" aria-hidden="true" />
          ) : (
            <Empty description={t('report.nothing')} />
          )
        ) : (
          <iframe
            ref={paper}
            className={old ? 'report-paper old' : 'report-paper'}
            title={t('report.preview')}
            // Nothing in it may run; the page itself opens the dialog that prints it.
            sandbox="allow-same-origin allow-modals"
            srcDoc={shown}
          />
        )}
      </article>
    </main>
  );
}

/** How far it is, with a way to stop it; what went wrong. */
function Status({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation();
  const { reportDesk } = useTwin();
  const { status, step, done, of, reason, findings } = useStore(reportDesk.store);
  const text = t(`report.step.${step}`, { done, of });
  return (
    <div className="report-status" role="status" data-status={status}>
      {status === 'working' && (
        <>
          <progress value={done} max={Math.max(1, of)} aria-label={text} />
          <span className="quiet">{text}</span>
          <Button size="small" type="link" onClick={() => reportDesk.cancel()}>
            {t('study.cancel')}
          </Button>
        </>
      )}
      {status === 'failed' && (
        <Alert
          type="error"
          title={t('report.failed')}
          description={reason}
          action={
            <Button size="small" onClick={onAgain}>
              {t('report.again')}
            </Button>
          }
        />
      )}
      {status === 'idle' && findings === null && (
        <Button size="small" onClick={onAgain}>
          {t('report.again')}
        </Button>
      )}
    </div>
  );
}
