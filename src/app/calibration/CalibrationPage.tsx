import { useTranslation } from 'react-i18next';
import { CleaningSection } from './CleaningSection';
import { DropLog } from './DropLog';
import { Filters } from './Filters';
import { Fits } from './Fits';
import { useCalibration } from './hooks';
import { Mapper } from './Mapper';
import { Outcome } from './Outcome';
import { PreviewTable } from './PreviewTable';
import { Problems } from './Problems';
import { RunBar } from './RunBar';
import './calibration.css';

/** From a ticket machine's log to a hall that can be simulated, and whether to believe it. */
export function CalibrationPage() {
  const { t } = useTranslation();
  const preview = useCalibration((state) => state.preview);
  const answer = useCalibration((state) => state.answer);
  return (
    <main className="calibration" aria-label={t('calibration.title')}>
      <aside className="calibration-form">
        <DropLog />
        {preview !== null && <Mapper preview={preview} />}
        {preview !== null && <Filters preview={preview} />}
        {preview !== null && <RunBar />}
      </aside>
      <div className="calibration-view">
        <Problems />
        {answer !== null && <Outcome answer={answer} />}
        {answer !== null && <CleaningSection answer={answer} />}
        {answer !== null && <Fits answer={answer} />}
        {preview !== null && <PreviewTable preview={preview} />}
        {preview === null && <About />}
      </div>
    </main>
  );
}

function About() {
  const { t } = useTranslation();
  return (
    <section className="calibration-about">
      <h2>{t('calibration.title')}</h2>
      <p>{t('calibration.about')}</p>
      <ul>
        {(['tickets', 'snapshots', 'intervals', 'cases'] as const).map((kind) => (
          <li key={kind}>{t(`calibration.about.${kind}`)}</li>
        ))}
      </ul>
      <p className="quiet">{t('calibration.private')}</p>
    </section>
  );
}
