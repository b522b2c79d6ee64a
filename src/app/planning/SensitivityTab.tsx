import { Checkbox, InputNumber, Select } from 'antd';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sensitivitySheets } from '../../report/sensitivity-sheets';
import { type AssumptionId, assumptionsOf } from '../../scenarios/assumptions';
import { inLanguage } from '../../scenarios/text';
import { gridOf, type SensitivityRequest } from '../../sim/planning/sensitivity';
import { useSweeps, useTwin, useTwinState } from '../context';
import { Downloads } from '../Downloads';
import { AssumptionMap } from './AssumptionMap';
import { MOST_REPLICATIONS, promiseOf } from './form';
import { isOld, useBase, useForm } from './hooks';
import { TabHead } from './TabHead';
import { Tornado } from './Tornado';

const NONE = 'none';

/** Which assumption moves the answer most. */
export function SensitivityTab() {
  const { t } = useTranslation();
  const { sweeps, planningForm } = useTwin();
  const form = useForm((state) => state);
  const base = useBase();
  const language = useTwinState((state) => state.language);
  const { answer: latest, asked, status } = useSweeps((state) => state.sensitivity);
  // Drawn when there is time for it: a search tells of itself several times a second.
  const answer = useDeferredValue(latest);
  const there = useMemo(() => (base ? assumptionsOf(base.scenario) : []), [base]);
  const request = useMemo((): SensitivityRequest | null => {
    if (!base) return null;
    const [x, y] = (form.map ?? []).map((id) => there.find((one) => one.id === id));
    return {
      base,
      ...promiseOf(form),
      replications: form.replications,
      ...(form.needs
        ? {
            windows: {
              from: form.from,
              to: form.to,
              organisations: form.organisations,
              mostReplications: MOST_REPLICATIONS,
            },
          }
        : {}),
      ...(x && y
        ? { map: { x: { id: x.id, values: gridOf(x) }, y: { id: y.id, values: gridOf(y) } } }
        : {}),
    };
  }, [base, form, there]);
  const problem = request
    ? there.length === 0
      ? t('plan.sensitivity.nothing')
      : null
    : t('plan.opening');
  const old = useMemo(() => isOld(asked, request), [asked, request]);
  const name = asked?.base.scenario.name ?? '';
  const chosen = form.map;
  const choose = (which: 0 | 1, id: AssumptionId | typeof NONE) => {
    if (id === NONE) return planningForm.setState({ map: null });
    const other = chosen?.[1 - which] ?? there.find((one) => one.id !== id)?.id;
    if (!other) return;
    const rest = other === id ? there.find((one) => one.id !== id)!.id : other;
    planningForm.setState({ map: which === 0 ? [id, rest] : [rest, id] });
  };
  const options = there.map((one) => ({ value: one.id, label: inLanguage(one.name, language) }));
  return (
    <>
      <TabHead
        kind="sensitivity"
        about={t('plan.sensitivity.about')}
        action={t('plan.sensitivity.ask')}
        problem={problem}
        old={old}
        onAsk={() => request && void sweeps.run('sensitivity', request)}
      >
        <span>
          {t('plan.sensitivity.map')}{' '}
          <Select<AssumptionId | typeof NONE>
            aria-label={t('plan.sensitivity.across')}
            value={chosen?.[0] ?? NONE}
            popupMatchSelectWidth={false}
            options={[{ value: NONE, label: t('plan.sensitivity.noMap') }, ...options]}
            onChange={(id) => choose(0, id)}
          />
          {chosen && (
            <>
              {' × '}
              <Select<AssumptionId>
                aria-label={t('plan.sensitivity.down')}
                value={chosen[1]}
                popupMatchSelectWidth={false}
                options={options}
                onChange={(id) => choose(1, id)}
              />
            </>
          )}
        </span>
        <label htmlFor="plan-replications">
          {t('plan.sensitivity.replications')}{' '}
          <InputNumber<number>
            id="plan-replications"
            className="short-number"
            value={form.replications}
            min={10}
            max={2000}
            step={10}
            precision={0}
            onChange={(replications) =>
              replications !== null && planningForm.setState({ replications })
            }
          />
        </label>
        <Checkbox
          checked={form.needs}
          onChange={({ target }) => planningForm.setState({ needs: target.checked })}
        >
          {t('plan.sensitivity.needs')}
        </Checkbox>
      </TabHead>
      {answer?.base ? (
        <article className={old && status !== 'working' ? 'plan-result old' : 'plan-result'}>
          <div className="result-actions no-print">
            <Downloads
              name={`${answer.scenario}-sensitivity`}
              sheets={() => sensitivitySheets(answer, name, language)}
            />
          </div>
          <Tornado report={answer} />
          {answer.map && <AssumptionMap report={answer} />}
        </article>
      ) : (
        status === 'idle' && <p className="quiet plan-empty">{t('plan.sensitivity.empty')}</p>
      )}
    </>
  );
}
