import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { windowsProposal } from '../../report/windows-proposal';
import { windowsSheets } from '../../report/windows-sheets';
import type { Scenario } from '../../scenarios/scenario';
import { designsOf } from '../../sim/planning/design';
import type { WindowsPlan, WindowsRequest } from '../../sim/planning/windows-plan';
import { useSweeps, useTwin, useTwinState } from '../context';
import { Downloads } from '../Downloads';
import { hashOf } from '../state/page';
import { DesignFields } from './DesignFields';
import { DesignTable } from './DesignTable';
import { Frontier } from './Frontier';
import { MOST_REPLICATIONS, promiseOf } from './form';
import { isOld, useBase, useForm } from './hooks';
import { PlanResult } from './PlanResult';
import { TabHead } from './TabHead';

/** The fewest windows that keep the promise. */
export function WindowsTab() {
  const { t } = useTranslation();
  const { sweeps } = useTwin();
  const form = useForm((state) => state);
  const base = useBase();
  const language = useTwinState((state) => state.language);
  const { answer: latest, asked, status } = useSweeps((state) => state.windows);
  // Drawn when there is time for it: a search tells of itself several times a second.
  const answer = useDeferredValue(latest);
  const request = useMemo(
    (): WindowsRequest | null =>
      base && {
        base,
        ...promiseOf(form),
        from: form.from,
        to: form.to,
        organisations: form.organisations,
        mostReplications: MOST_REPLICATIONS,
      },
    [base, form],
  );
  const problem = useMemo(() => {
    if (!request) return t('plan.opening');
    if (request.from > request.to) return t('plan.rangeWrong');
    if (request.organisations.length === 0) return t('plan.noOrganisation');
    const { scenario, floorplan } = request.base;
    const designs = designsOf(scenario, floorplan, request.organisations, request.from, request.to);
    return designs.length === 0 ? t('plan.noDesign') : null;
  }, [request, t]);
  const old = useMemo(() => isOld(asked, request), [asked, request]);
  const name = asked?.base.scenario.name ?? '';
  const sentences = useMemo(
    () => (answer ? windowsProposal(answer, name, language) : []),
    [answer, name, language],
  );
  return (
    <>
      <TabHead
        kind="windows"
        about={t('plan.windows.about')}
        action={t('plan.windows.ask')}
        problem={problem}
        old={old}
        onAsk={() => request && void sweeps.run('windows', request)}
      >
        <DesignFields />
      </TabHead>
      {answer ? (
        <PlanResult
          plan={answer}
          sentences={sentences}
          old={old && status !== 'working'}
          working={status === 'working'}
          actions={
            <>
              {asked && <OpenDesign plan={answer} scenario={asked.base.scenario} />}
              <Downloads
                name={`${answer.scenario}-windows`}
                sheets={() => windowsSheets(answer, name, language)}
              />
            </>
          }
          chart={<Frontier plan={answer} />}
          table={<DesignTable plan={answer} />}
        />
      ) : (
        status === 'idle' && <p className="quiet plan-empty">{t('plan.windows.empty')}</p>
      )}
    </>
  );
}

/** Opens the recommended hall, or the nearest to it, in three dimensions. */
function OpenDesign(props: { readonly plan: WindowsPlan; readonly scenario: Scenario }) {
  const { plan, scenario } = props;
  const { t } = useTranslation();
  const { session } = useTwin();
  const floorplan = useSweeps((state) => state.windows.asked?.base.floorplan ?? null);
  const shown = plan.recommended ?? plan.best;
  const chosen = shown === null ? null : plan.candidates[shown];
  if (!chosen) return null;
  const open = () => {
    const { organisation, windows } = chosen;
    const [design] = designsOf(scenario, floorplan, [organisation], windows, windows);
    if (!design) return;
    const name = `${scenario.id}-${windows}-${organisation}`;
    const text = JSON.stringify({ ...design.scenario, id: name.slice(0, 40) });
    window.location.hash = hashOf('hall');
    void session.openFile({
      name: `${name}.json`,
      size: text.length,
      text: () => Promise.resolve(text),
    });
  };
  return (
    <button type="button" className="link-button" onClick={open}>
      {t('plan.windows.open')}
    </button>
  );
}
