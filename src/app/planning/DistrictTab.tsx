import type { TFunction } from 'i18next';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { districtSheets } from '../../report/district-sheets';
import { HALLS, hallScenario } from '../../scenarios/halls';
import type { HallPlan } from '../../sim/planning/district';
import { useFormatter, useSweeps, useTwin, useTwinState } from '../context';
import { Downloads } from '../Downloads';
import { loadShippedPlan } from '../plans';
import { DesignFields } from './DesignFields';
import { MOST_REPLICATIONS, type PlanningForm, promiseOf } from './form';
import { isOld, useForm } from './hooks';
import { TabHead } from './TabHead';

const SEED = 1;

/** What the fields ask of every hall. */
function questionOf(form: PlanningForm) {
  const { from, to, organisations } = form;
  return { ...promiseOf(form), from, to, organisations, mostReplications: MOST_REPLICATIONS };
}

/** The plan of all 13 halls as one table. */
export function DistrictTab() {
  const { t } = useTranslation();
  const { sweeps } = useTwin();
  const form = useForm((state) => state);
  const language = useTwinState((state) => state.language);
  const { answer: latest, status } = useSweeps((state) => state.district);
  // Drawn when there is time for it: a search tells of itself several times a second.
  const answer = useDeferredValue(latest);
  const [asked, setAsked] = useState<PlanningForm | null>(null);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const ask = async () => {
    setAsked(form);
    setUnreadable(null);
    try {
      const plans = new Map(
        await Promise.all(
          [...new Set(HALLS.map(({ floorplan }) => floorplan))].map(
            async (id) => [id, await loadShippedPlan(id)] as const,
          ),
        ),
      );
      const halls = HALLS.map(({ id, floorplan }) => ({
        hall: id,
        request: {
          base: { scenario: hallScenario(id), floorplan: plans.get(floorplan)!, seed: SEED },
          ...questionOf(form),
        },
      }));
      await sweeps.run('district', { halls });
    } catch (error) {
      setUnreadable(error instanceof Error ? error.message : String(error));
    }
  };
  const old = useMemo(
    () => asked !== null && isOld(questionOf(asked), questionOf(form)),
    [asked, form],
  );
  return (
    <>
      <TabHead
        kind="district"
        about={t('plan.district.about')}
        action={t('plan.district.ask')}
        problem={unreadable ?? problemOf(form, t)}
        old={old}
        onAsk={() => void ask()}
      >
        <DesignFields />
      </TabHead>
      {answer && answer.length > 0 ? (
        <article className="plan-result">
          <div className="result-actions no-print">
            <Downloads name="district" sheets={() => districtSheets(answer, language)} />
          </div>
          <DistrictTable halls={answer} />
        </article>
      ) : (
        status === 'idle' && <p className="quiet plan-empty">{t('plan.district.empty')}</p>
      )}
    </>
  );
}

/** Why the fields can't be asked; null as a rule. */
function problemOf(form: PlanningForm, t: TFunction): string | null {
  if (form.from > form.to) return t('plan.rangeWrong');
  return form.organisations.length === 0 ? t('plan.noOrganisation') : null;
}

function DistrictTable({ halls }: { readonly halls: readonly HallPlan[] }) {
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const format = useFormatter();
  return (
    <section className="panel-section wide-table">
      <table className="sheet designs district">
        <thead>
          <tr>
            <th>{t('plan.district.hall')}</th>
            <th className="figure">{t('plan.district.area')}</th>
            <th className="figure">{t('plan.district.visits')}</th>
            <th className="figure">{t('plan.district.windows')}</th>
            <th>{t('plan.organisations')}</th>
            <th className="figure">{t('plan.called')}</th>
            <th className="figure">{t('measures.interval')}</th>
            <th className="figure">{t('plan.district.wait')}</th>
            <th className="figure">{t('plan.district.fewer')}</th>
            <th className="figure">{t('plan.district.present')}</th>
          </tr>
        </thead>
        <tbody>
          {HALLS.map((hall) => {
            const found = halls.find((one) => one.hall === hall.id);
            const { demand } = hallScenario(hall.id);
            const visits = demand?.visitsPerDay;
            return (
              <tr key={hall.id} data-hall={hall.id}>
                <th scope="row">{hall.name[language]}</th>
                <td className="figure">{hall.minimumAreaM2}</td>
                <td className="figure">
                  {typeof visits === 'object' ? visits.value : (visits ?? '')}
                </td>
                {found === undefined ? (
                  <td colSpan={7} className="quiet">
                    {t('plan.district.waiting')}
                  </td>
                ) : found.ok ? (
                  <HallCells found={found} format={format} />
                ) : (
                  <td colSpan={7} className="field-problem">
                    {t('plan.failed', { reason: found.reason })}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="quiet">{t('plan.district.note')}</p>
    </section>
  );
}

function HallCells(props: {
  readonly found: Extract<HallPlan, { ok: true }>;
  readonly format: ReturnType<typeof useFormatter>;
}) {
  const { format } = props;
  const { plan } = props.found;
  const { t } = useTranslation();
  const shown = plan.recommended ?? plan.best;
  const chosen = shown === null ? null : plan.candidates[shown]!;
  const share = chosen?.outlook?.measures.calledWithinShare;
  const wait = chosen?.outlook?.measures.waitMeanS;
  const fewer = plan.oneFewer && plan.candidates[plan.oneFewer.candidate]!.outlook;
  return (
    <>
      <td className="figure">
        {plan.recommended === null ? (
          <span className="field-problem">{t('plan.district.none')}</span>
        ) : (
          <b>{chosen!.windows}</b>
        )}
      </td>
      <td>
        {chosen &&
          `${t(`plan.organisation.${chosen.organisation}`)} ${chosen.groups.length > 1 ? chosen.groups.join('+') : ''}`}
      </td>
      <td className="figure">{share && format.mean('share', share)}</td>
      <td className="figure quiet">{share && format.interval('share', share)}</td>
      <td className="figure">{wait && format.mean('duration', wait)}</td>
      <td className="figure">
        {fewer ? format.mean('share', fewer.measures.calledWithinShare) : ''}
      </td>
      <td className="figure">
        {plan.present ? format.mean('share', plan.present.outlook.measures.calledWithinShare) : ''}
      </td>
    </>
  );
}
