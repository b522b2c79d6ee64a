import { Button, InputNumber, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../scenarios/text';
import { useTwin, useTwinState } from '../context';
import { useCalibration } from './hooks';
import { isBackwards } from './wanted';

/** How many days are kept back, and the button that fits. */
export function RunBar() {
  const { t } = useTranslation();
  const { calibration } = useTwin();
  const language = useTwinState((state) => state.language);
  const status = useCalibration((state) => state.status);
  const step = useCalibration((state) => state.step);
  const done = useCalibration((state) => state.done);
  const form = useCalibration((state) => state.form);
  const old = useCalibration((state) => state.answered !== null && state.answered !== state.form);
  const working = status === 'working';
  return (
    <section className="calibration-run">
      <div className="calibration-field">
        <span>{t('calibration.holdout')}</span>
        <InputNumber
          aria-label={t('calibration.holdout')}
          min={1}
          max={1000}
          precision={0}
          value={form.holdout}
          placeholder={t('calibration.holdoutDefault')}
          onChange={(holdout) => void calibration.change({ holdout })}
        />
      </div>
      <p className="quiet">{t('calibration.holdoutAbout')}</p>
      {working ? (
        <>
          <Progress percent={Math.round(done * 100)} />
          <p aria-live="polite">
            {step === null ? t('calibration.starting') : inLanguage(step, language)}
          </p>
          <Button onClick={calibration.stop}>{t('calibration.stop')}</Button>
        </>
      ) : (
        <>
          <Button
            type="primary"
            block
            disabled={status !== 'ready' || isBackwards(form)}
            onClick={() => void calibration.run()}
          >
            {t('calibration.run')}
          </Button>
          {old && <p className="old-note">{t('calibration.old')}</p>}
        </>
      )}
    </section>
  );
}
