import { Alert, Button, Checkbox } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CASES } from '../../sim/verification/cases';
import { GROUPS } from '../../sim/verification/types';
import { useFormatter, useStudies, useTwin, useTwinState } from '../context';
import { Downloads } from '../Downloads';
import { WorkStatus } from '../mechanisms/WorkStatus';
import { CaseTable } from './CaseTable';
import { verificationSheet } from './verification-sheet';

/** The product's own acceptance: every figure beside what it should be, and where that is from. */
export function VerificationPage() {
  const { t } = useTranslation();
  const { studies } = useTwin();
  const language = useTwinState((state) => state.language);
  const work = useStudies((state) => state.verifying);
  const report = useStudies((state) => state.verification);
  const found = useStudies((state) => state.found);
  const [onlyDiffering, setOnlyDiffering] = useState(false);
  const busy = work.status === 'working';
  useEffect(() => {
    const { verification, verifying } = studies.store.getState();
    if (!verification && verifying.status === 'idle') void studies.verify('quick');
  }, [studies]);
  const next = CASES.find(({ id }) => id === work.next)?.name[language] ?? '';
  // Until the first table is whole, what there is of it.
  const cases = report?.cases ?? found;
  const shown = cases.filter((c) => !onlyDiffering || c.verdict === 'differs');
  return (
    <main className="study" aria-label={t('verification.title')}>
      <nav className="study-list" aria-label={t('verification.list')}>
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`verification.group.${group}`)}</h3>
            {CASES.filter((c) => c.group === group).map(({ id, name }) => {
              const verdict = cases.find((c) => c.id === id)?.verdict;
              return (
                <button
                  key={id}
                  type="button"
                  // Not disabled: the list has to be reached by keys while its cases are on their way.
                  aria-disabled={!shown.some((c) => c.id === id)}
                  data-verdict={verdict}
                  onClick={() =>
                    document.getElementById(`case-${id}`)?.scrollIntoView({ block: 'start' })
                  }
                >
                  {name[language]}
                  {verdict && <span className="mark">{verdict === 'agrees' ? '✓' : '✗'}</span>}
                </button>
              );
            })}
          </section>
        ))}
      </nav>
      <article className="study-view">
        <header>
          <h2>{t('verification.title')}</h2>
          <p>{t('verification.about')}</p>
          <Verdict />
          <div className="study-actions">
            <Button size="small" disabled={busy} onClick={() => void studies.verify('quick')}>
              {t('verification.quick')}
            </Button>
            <Button size="small" disabled={busy} onClick={() => void studies.verify('full')}>
              {t('verification.full')}
            </Button>
            <Checkbox
              checked={onlyDiffering}
              onChange={(event) => setOnlyDiffering(event.target.checked)}
            >
              {t('verification.onlyDiffering')}
            </Checkbox>
            {report && (
              <Downloads
                name={`verification-${report.effort}`}
                sheets={() => [verificationSheet(report.cases, language, t)]}
              />
            )}
          </div>
          <WorkStatus
            work={work}
            text={t('verification.working', { done: work.done, of: work.of, next })}
            onCancel={studies.cancelVerify}
          />
          {work.status === 'failed' && (
            <Alert
              type="error"
              title={t('verification.failed')}
              description={work.reason}
              action={
                <Button size="small" onClick={() => void studies.verify('quick')}>
                  {t('notice.retry')}
                </Button>
              }
            />
          )}
        </header>
        <div className={busy && report ? 'old' : undefined}>
          {shown.map((result) => (
            <CaseTable key={result.id} result={result} />
          ))}
          {report && shown.length === 0 && <p>{t('verification.noneDiffer')}</p>}
        </div>
      </article>
    </main>
  );
}

/** The table in a sentence. */
function Verdict() {
  const { t } = useTranslation();
  const format = useFormatter();
  const report = useStudies((state) => state.verification);
  if (!report) return null;
  const rows = report.cases.flatMap((c) => c.rows);
  const differ = rows.filter((row) => row.verdict === 'differs').length;
  const words = {
    cases: report.cases.length,
    rows: rows.length,
    differ,
    effort: t(`verification.effort.${report.effort}`),
    chance: format.percent(report.falseAlarm),
  };
  return (
    <Alert
      type={differ === 0 ? 'success' : 'error'}
      showIcon
      data-testid="verdict"
      title={t(differ === 0 ? 'verification.agree' : 'verification.differ', words)}
      description={t('verification.chance', words)}
    />
  );
}
