import {
  CaretRightFilled,
  CloseOutlined,
  PauseOutlined,
  StepBackwardOutlined,
  StepForwardOutlined,
} from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../scenarios/text';
import { captionOf } from '../../sim/story/moments';
import { useTours, useTwin, useTwinState } from '../context';
import { clockTime } from '../format';

/** What the tour says now, and how to go on. */
export function TourCard() {
  const { t } = useTranslation();
  const { tours } = useTwin();
  const language = useTwinState((state) => state.language);
  const shown = useTours((state) => state.shown);
  const found = shown?.steps[shown.at];
  if (!shown || !found) return null;
  const { steps, at, running, finished } = shown;
  const go = finished ? 'tour.again' : running ? 'tour.pause' : 'tour.goOn';
  return (
    <section className="tour-card" aria-label={t('tour.region')}>
      <p className="tour-text" aria-live="polite">
        {captionOf(found, language)}
      </p>
      <footer>
        <strong>{inLanguage(shown.tour.name, language)}</strong>
        <span className="quiet figure" title={t('tour.tiedTo')}>
          {t('tour.recordedAt', { time: clockTime(found.timeUs) })}
        </span>
        <span className="spacer" />
        <Tooltip title={t('tour.backKey')}>
          <Button
            aria-label={t('tour.back')}
            icon={<StepBackwardOutlined />}
            disabled={at === 0}
            onClick={tours.back}
          />
        </Tooltip>
        <Button
          type="primary"
          icon={running ? <PauseOutlined /> : <CaretRightFilled />}
          onClick={tours.toggle}
        >
          {t(go)}
        </Button>
        <Tooltip title={t('tour.nextKey')}>
          <Button
            aria-label={t('tour.next')}
            icon={<StepForwardOutlined />}
            disabled={at === steps.length - 1}
            onClick={tours.next}
          />
        </Tooltip>
        <span className="figure">{t('tour.step', { at: at + 1, of: steps.length })}</span>
        <Button icon={<CloseOutlined />} onClick={() => void tours.leave()}>
          {t('tour.leave')}
        </Button>
      </footer>
      {!running && !finished && <p className="quiet tour-hint">{t('tour.paused')}</p>}
      <ol className="tour-dots">
        {steps.map((one, i) => (
          <li key={`${one.timeUs} ${inLanguage(one.step.text, 'en')}`}>
            <button
              type="button"
              className={i === at ? 'present' : i < at ? 'past' : undefined}
              aria-label={t('tour.step', { at: i + 1, of: steps.length })}
              aria-current={i === at ? 'step' : undefined}
              onClick={() => tours.goTo(i)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
