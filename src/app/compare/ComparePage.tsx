import { Button, Segmented } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSweeps, useTwin, useTwinState } from '../context';
import { DuoView } from './DuoView';
import { useAnswered, useCompare, useNames, useNaming, useRun } from './hooks';
import { Letter } from './Letter';
import { ResultView } from './ResultView';
import { RuleFields } from './RuleFields';
import { RunStatus } from './RunStatus';
import { type CompareState, mayRun } from './store';
import { VariantList } from './VariantList';

/** Two to eight halls on the same visitors. */
export function ComparePage() {
  const { t } = useTranslation();
  const { compare } = useTwin();
  const naming = useNaming();
  const question = useTwinState((state) => state.question);
  const view = useCompare((state) => state.view);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another open hall begins anew
  useEffect(() => {
    void compare.begin(naming);
  }, [compare, question, naming]);
  return (
    <main className="study compare" aria-label={t('compare.title')}>
      <aside className="compare-side" aria-label={t('compare.variants')}>
        <div className="compare-side-body">
          <VariantList />
          <RuleFields />
        </div>
        <RunButton />
      </aside>
      <article className="compare-view" data-view={view}>
        <header className="compare-view-head">
          <h2>{t('compare.title')}</h2>
          <Segmented<CompareState['view']>
            aria-label={t('compare.view')}
            value={view}
            onChange={(next) => compare.store.setState({ view: next })}
            options={[
              { value: 'figures', label: t('compare.view.figures') },
              { value: 'halls', label: t('compare.view.halls') },
            ]}
          />
        </header>
        {view === 'figures' ? <Figures /> : <DuoView />}
      </article>
    </main>
  );
}

function RunButton() {
  const { t } = useTranslation();
  const run = useRun();
  const forms = useCompare((state) => state.forms);
  const working = useSweeps((state) => state.compare.status === 'working');
  const ready = mayRun(forms);
  return (
    <div className="compare-run">
      {forms.length > 0 && !ready && <p className="quiet">{t('compare.notReady')}</p>}
      <Button type="primary" size="middle" block disabled={!ready || working} onClick={run}>
        {t('compare.run')}
      </Button>
    </div>
  );
}

function Figures() {
  const answered = useAnswered();
  const working = useSweeps((state) => state.compare.status === 'working');
  return (
    <div className="compare-figures">
      <RunStatus />
      {answered ? <ResultView answered={answered} /> : !working && <NothingYet />}
    </div>
  );
}

/** What will be compared, before anything has been. */
function NothingYet() {
  const { t } = useTranslation();
  const names = useNames();
  const run = useRun();
  const forms = useCompare((state) => state.forms);
  if (names.length === 0) return <p className="quiet">{t('stage.opening')}</p>;
  return (
    <section className="compare-nothing">
      <p>{t('compare.about')}</p>
      <ul>
        {names.map((name, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a variant is its place
          <li key={i}>
            <Letter index={i} />
            {name}
            {i === 0 && <span className="quiet"> {t('compare.baselineAbout')}</span>}
          </li>
        ))}
      </ul>
      <Button type="primary" size="middle" disabled={!mayRun(forms)} onClick={run}>
        {t('compare.run')}
      </Button>
    </section>
  );
}
