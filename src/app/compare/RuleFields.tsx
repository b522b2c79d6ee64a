import { InputNumber, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { numberOf } from '../../scenarios/provenance';
import { useFormatter, useTwin } from '../context';
import { MEASURE_KINDS } from '../format';
import { LARGEST_SEED, MOST_REPLICATIONS } from '../state/settings';
import { useCompare } from './hooks';
import { COUNTS, PRECISIONS, type PrecisionMeasure, type RuleForm } from './rule';

const MEASURES = Object.keys(PRECISIONS) as PrecisionMeasure[];
/** Replications at most that a precision may be given, ten times what the hall's page offers. */
const MOST = 10 * MOST_REPLICATIONS;

/** How long to go on, and with which visitors. */
export function RuleFields() {
  const { t } = useTranslation();
  const { compare } = useTwin();
  const rule = useCompare((state) => state.rule);
  const seed = useCompare((state) => state.seed);
  const set = (change: Partial<RuleForm>) =>
    compare.store.setState((state) => ({ rule: { ...state.rule, ...change } }));
  return (
    <section className="compare-rule">
      <h3>{t('compare.rule')}</h3>
      <Segmented<RuleForm['kind']>
        block
        aria-label={t('compare.rule')}
        value={rule.kind}
        onChange={(kind) => set({ kind })}
        options={[
          { value: 'count', label: t('compare.rule.count') },
          { value: 'precision', label: t('compare.rule.precision') },
        ]}
      />
      {rule.kind === 'count' ? (
        <div className="compare-field">
          <span>{t('compare.rule.replications')}</span>
          <Segmented<number>
            aria-label={t('compare.rule.replications')}
            value={rule.count}
            onChange={(count) => set({ count })}
            options={[...COUNTS]}
          />
        </div>
      ) : (
        <PrecisionFields rule={rule} set={set} />
      )}
      <div className="compare-field">
        <span>{t('assumptions.seed')}</span>
        <InputNumber<number>
          aria-label={t('assumptions.seed')}
          min={0}
          max={LARGEST_SEED}
          precision={0}
          value={seed}
          onChange={(value) => {
            if (value !== null) compare.store.setState({ seed: value });
          }}
        />
      </div>
    </section>
  );
}

/** Which interval is to become how narrow, and how long to try. */
function PrecisionFields(props: {
  readonly rule: RuleForm;
  readonly set: (change: Partial<RuleForm>) => void;
}) {
  const { rule, set } = props;
  const { t } = useTranslation();
  const format = useFormatter();
  const first = useCompare((state) => state.forms[0]?.scenario);
  const target = first ? format.number(numberOf(first.targetWaitS) / 60) : '';
  const kind = MEASURE_KINDS[rule.measure];
  return (
    <>
      <div className="compare-field">
        <span>{t('compare.rule.measure')}</span>
        <Select<PrecisionMeasure>
          aria-label={t('compare.rule.measure')}
          value={rule.measure}
          onChange={(measure) => set({ measure, halfWidth: PRECISIONS[measure] })}
          options={MEASURES.map((id) => ({ value: id, label: t(`measure.${id}`, { target }) }))}
        />
      </div>
      <div className="compare-field">
        <span title={t('compare.rule.halfWidthAbout')}>{t('compare.rule.halfWidth')}</span>
        <InputNumber<number>
          aria-label={t('compare.rule.halfWidth')}
          prefix="±"
          suffix={kind === 'share' ? t('compare.points') : t(`unit.of.${kind}`)}
          min={0.01}
          step={0.1}
          value={rule.halfWidth}
          onChange={(halfWidth) => {
            if (halfWidth !== null) set({ halfWidth });
          }}
        />
      </div>
      <div className="compare-field">
        <span>{t('compare.rule.most')}</span>
        <InputNumber<number>
          aria-label={t('compare.rule.most')}
          suffix={t('compare.times')}
          min={20}
          max={MOST}
          step={100}
          precision={0}
          value={rule.most}
          onChange={(most) => {
            if (most !== null) set({ most });
          }}
        />
      </div>
    </>
  );
}
