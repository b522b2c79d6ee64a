import { InputNumber, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useTwin } from '../context';
import { useBase, useHallName } from '../planning/hooks';
import { DayTab } from './DayTab';
import type { ForecastForm } from './form';
import { NowTab } from './NowTab';
import './forecast.css';

/** Waits to come: of a day, or of the rest of today. */
export function ForecastPage() {
  const { t } = useTranslation();
  const { forecastForm } = useTwin();
  const form = useStore(forecastForm);
  const base = useBase();
  const name = useHallName(base);
  return (
    <main className="planning forecast" aria-label={t('forecast.title')}>
      <aside className="planning-form">
        <h2>{name}</h2>
        <p className="quiet">{t('forecast.about')}</p>
        <section className="plan-fields">
          <h3>{t('plan.promise')}</h3>
          <div className="form-grid">
            <label htmlFor="forecast-share">{t('plan.share')}</label>
            <InputNumber<number>
              id="forecast-share"
              value={form.share}
              min={1}
              max={99.9}
              suffix="%"
              onChange={(share) => share !== null && forecastForm.setState({ share })}
            />
            <label htmlFor="forecast-within">{t('plan.within')}</label>
            <InputNumber<number>
              id="forecast-within"
              value={form.withinMin}
              min={0}
              max={240}
              suffix={t('unit.min')}
              onChange={(withinMin) => withinMin !== null && forecastForm.setState({ withinMin })}
            />
          </div>
        </section>
        <p className="quiet">{t('forecast.fanAbout')}</p>
      </aside>
      <div className="planning-view">
        <Segmented<ForecastForm['tab']>
          className="planning-tabs"
          aria-label={t('forecast.title')}
          value={form.tab}
          onChange={(tab) => forecastForm.setState({ tab })}
          options={(['day', 'now'] as const).map((value) => ({
            value,
            label: t(`forecast.tab.${value}`),
          }))}
        />
        {form.tab === 'day' ? <DayTab base={base} /> : <NowTab base={base} />}
      </div>
    </main>
  );
}
