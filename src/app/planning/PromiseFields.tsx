import { Checkbox, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTwin } from '../context';
import { Explained } from '../panel/Explained';
import { useForm } from './hooks';

/** What is promised, and how surely it has to be known. */
export function PromiseFields() {
  const { t } = useTranslation();
  const { planningForm } = useTwin();
  const form = useForm((state) => state);
  const number = (
    key: 'withinMin' | 'share' | 'confidence' | 'tolerance',
    unit: string,
    [min, max, step]: readonly [number, number, number],
  ) => (
    <InputNumber<number>
      id={`promise-${key}`}
      value={form[key]}
      min={min}
      max={max}
      step={step}
      suffix={unit}
      onChange={(value) => {
        if (value !== null) planningForm.setState({ [key]: value });
      }}
    />
  );
  return (
    <section className="plan-fields">
      <h3>{t('plan.promise')}</h3>
      <div className="form-grid">
        <label htmlFor="promise-share">
          <Explained about={t('plan.shareAbout')}>{t('plan.share')}</Explained>
        </label>
        {number('share', '%', [1, 99.9, 1])}
        <label htmlFor="promise-withinMin">{t('plan.within')}</label>
        {number('withinMin', t('unit.min'), [0, 240, 1])}
        <label htmlFor="promise-abandoned">
          <Checkbox
            checked={form.abandoned !== null}
            onChange={({ target }) =>
              planningForm.setState({ abandoned: target.checked ? 5 : null })
            }
          >
            {t('plan.abandoned')}
          </Checkbox>
        </label>
        <InputNumber<number>
          id="promise-abandoned"
          value={form.abandoned}
          disabled={form.abandoned === null}
          min={0.1}
          max={99}
          step={1}
          suffix="%"
          onChange={(abandoned) => {
            if (abandoned !== null) planningForm.setState({ abandoned });
          }}
        />
        <label htmlFor="promise-confidence">
          <Explained about={t('plan.confidenceAbout')}>{t('plan.confidence')}</Explained>
        </label>
        {number('confidence', '%', [50, 99.9, 1])}
        <label htmlFor="promise-tolerance">
          <Explained about={t('plan.toleranceAbout')}>{t('plan.tolerance')}</Explained>
        </label>
        {number('tolerance', t('plan.points'), [0.1, 20, 0.5])}
      </div>
      <p className="quiet">{t('plan.promiseNote')}</p>
    </section>
  );
}
