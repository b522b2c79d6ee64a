import { Alert, Button } from 'antd';
import { memo, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { comparisonSheets } from '../../report/comparison-sheet';
import { numberOf } from '../../scenarios/provenance';
import { useFormatter, useSweeps, useTwinState } from '../context';
import { Downloads } from '../Downloads';
import { Findings } from './Findings';
import { useCompare, useNames, useRun } from './hooks';
import { MatrixTable } from './MatrixTable';
import { PairTable } from './PairTable';
import { problemLine } from './problems';
import { ResultCharts } from './ResultCharts';
import { type Answered, answersForms, subjectAt, withFailed } from './result';

/** A comparison: what it says in words, as a table, and drawn. */
export const ResultView = memo(function ResultView({ answered }: { readonly answered: Answered }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const language = useTwinState((state) => state.language);
  const forms = useCompare((state) => state.forms);
  // Whoever types a name need not wait for the charts.
  const present = useDeferredValue(useNames());
  const { asked, answer } = answered;
  const current = answersForms(asked, forms) && present.length === asked.forms.length;
  // Names may be changed afterwards: they are the reader's.
  const names = current ? present : null;
  const report = useMemo(() => {
    const whole = withFailed({ asked, answer }, (problem) => problemLine(problem, t, language));
    if (!names) return whole;
    return { ...whole, variants: whole.variants.map((v, i) => ({ ...v, name: names[i]! })) };
  }, [asked, answer, names, t, language]);
  const target = useMemo(
    () => format.number(numberOf(asked.request.variants[0]!.scenario.targetWaitS) / 60),
    [asked, format],
  );
  const failed = report.variants.flatMap(({ failed: why }, i) =>
    why === null ? [] : [{ i, why }],
  );
  const stopped = report.variants.flatMap(({ stopped: n }, i) => (n > 0 ? [{ i, n }] : []));
  const Table = report.variants.length > 2 ? MatrixTable : PairTable;
  return (
    <>
      {!current && <Outdated />}
      {failed.map(({ i, why }) => (
        <Alert
          key={i}
          type="warning"
          showIcon
          title={t('compare.variantFailed', { letter: letterOf(i), why })}
        />
      ))}
      {stopped.map(({ i, n }) => (
        <Alert
          key={i}
          type="warning"
          showIcon
          title={t('compare.variantStopped', { letter: letterOf(i), count: n })}
        />
      ))}
      <Findings report={report} target={target} />
      <div className="compare-exports">
        <Downloads name={t('compare.fileName')} sheets={() => comparisonSheets(report, language)} />
      </div>
      <Table report={report} target={target} />
      <Basis answered={answered} />
      <ResultCharts
        report={report}
        asked={asked}
        targetMin={numberOf(asked.request.variants[0]!.scenario.targetWaitS) / 60}
      />
    </>
  );
});

const letterOf = (i: number) => String.fromCharCode(65 + i);

/** The variants have been changed since. */
function Outdated() {
  const { t } = useTranslation();
  const run = useRun();
  const working = useSweeps((state) => state.compare.status === 'working');
  return (
    <Alert
      className="compare-outdated"
      type="warning"
      showIcon
      title={t('compare.outdated')}
      action={
        !working && (
          <Button type="primary" onClick={run}>
            {t('compare.again')}
          </Button>
        )
      }
    />
  );
}

/** What the figures rest on. */
function Basis({ answered: { asked, answer } }: { readonly answered: Answered }) {
  const { t } = useTranslation();
  const { variants } = asked.request;
  const sameDemand = variants.every(
    ({ scenario }) =>
      JSON.stringify(scenario.demand) === JSON.stringify(variants[0]!.scenario.demand) &&
      scenario.id === variants[0]!.scenario.id,
  );
  return (
    <div className="quiet caption compare-basis">
      <p>
        {t('compare.basis', { count: answer.replications, seed: answer.seed })}
        {asked.forms.length > 2 && t('compare.basisMany', { count: asked.forms.length - 1 })}
        {t('compare.basisVerdict')}
        {!sameDemand && t('compare.basisDemand')}
      </p>
      <p>
        {t('compare.basisStop')}
        {t(`compare.stop.${answer.stopping.reason}`, { count: answer.replications })}
        {subjectAt(asked, 0) && t('compare.basisSimulated')}
      </p>
    </div>
  );
}
