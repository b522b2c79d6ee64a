import { Alert, Button, Spin, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { refOfPath } from '../../drawing/edit/items';
import { RULES } from '../../geometry/rules/catalogue';
import { checkSheet } from '../../report/check-sheet';
import { CHECK_WORDS, countBroken } from '../../report/check-words';
import { provenanceText } from '../../report/provenance-text';
import type { FloorPlan } from '../../scenarios/floorplan';
import { useTwin, useTwinState } from '../context';
import { Downloads } from '../Downloads';
import { useStudio } from './hooks';
import { labelOf } from './labels';

/** Every rule for halls: whether it is kept, and if not, where, and what to do. */
export function RulesPanel({ plan }: { readonly plan: FloorPlan }) {
  const { t } = useTranslation();
  const { studio } = useTwin();
  const language = useTwinState((state) => state.language);
  const check = useStudio((state) => state.check);
  const checkedPlan = useStudio((state) => state.checkedPlan);
  const failure = useStudio((state) => state.failure);
  const words = CHECK_WORDS[language];
  if (failure !== null)
    return <Alert type="error" showIcon title={t('studio.failed', { reason: failure })} />;
  if (!check || !checkedPlan) return <Spin aria-label={t('studio.checking')} />;
  const broken = countBroken(check, (rule) => RULES[rule].severity);
  const order = [...check.rules].sort((a, b) => weight(a) - weight(b));
  return (
    <section className={checkedPlan === plan ? 'rules' : 'rules old'}>
      <Alert
        type={check.passes ? 'success' : 'warning'}
        showIcon
        title={words.verdict(check, broken.must, broken.advice)}
      />
      {checkedPlan !== plan && <p className="quiet">{t('studio.checking')}</p>}
      <ul>
        {order.map(({ id, outcome, findings }) => (
          <li key={id} className={outcome}>
            <div className="rule-head">
              <Tag color={COLOURS[outcome === 'broken' ? RULES[id].severity : outcome]}>
                {outcome === 'broken' && RULES[id].severity === 'advice'
                  ? words.severities.advice
                  : words.outcomes[outcome]}
              </Tag>
              <strong>{words.rules[id]}</strong>
            </div>
            <p className="quiet">{provenanceText(RULES[id].source, language)}</p>
            {findings.slice(0, MOST_SHOWN).map(({ path, message, remedy }) => {
              const ref = refOfPath(checkedPlan, path);
              return (
                <div key={path} className="finding">
                  <span>
                    {message[language]}
                    {t('studio.remedy', { remedy: remedy[language] })}
                  </span>
                  {ref && (
                    <Button
                      size="small"
                      type="link"
                      onClick={() => {
                        studio.select([ref]);
                        studio.store.setState({ tool: 'select' });
                      }}
                    >
                      {t('studio.show', { label: labelOf(checkedPlan, ref, language, t) })}
                    </Button>
                  )}
                </div>
              );
            })}
            {findings.length > MOST_SHOWN && (
              <p className="quiet">{t('studio.more', { count: findings.length - MOST_SHOWN })}</p>
            )}
          </li>
        ))}
      </ul>
      {check.emptying && <p>{words.emptying(check.emptying)}</p>}
      <Downloads
        name={`${plan.id}-rules`}
        sheets={() => [checkSheet(checkedPlan, check, language)]}
      />
    </section>
  );
}

const MOST_SHOWN = 4;
const COLOURS = {
  kept: 'green',
  must: 'red',
  advice: 'orange',
  unknown: 'default',
  unasked: 'default',
} as const;

function weight({ id, outcome }: { id: keyof typeof RULES; outcome: string }): number {
  if (outcome === 'broken') return RULES[id].severity === 'must' ? 0 : 1;
  return outcome === 'kept' ? 3 : 2;
}
