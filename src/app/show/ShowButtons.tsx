import { FullscreenOutlined, SoundFilled, SoundOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { inLanguage } from '../../scenarios/text';
import { captionOf } from '../../sim/story/moments';
import { useTwin, useTwinState } from '../context';
import { clockTime } from '../format';
import { CaptureButtons } from './CaptureButtons';
import type { Writing } from './picture';
import { speaksIn } from './voice';

/** Voice, still, video and the presenter's view. */
export function ShowButtons() {
  const { t } = useTranslation();
  const { show } = useTwin();
  const writing = useHallWriting();
  const scenario = useTwinState((state) => state.question?.scenario.id);
  if (scenario === undefined) return null;
  return (
    <>
      <VoiceButton />
      <CaptureButtons place="hall" name={scenario} writing={writing} />
      <Tooltip title={t('present.startKey')}>
        <Button icon={<FullscreenOutlined />} onClick={() => show.present(true)}>
          {t('present.start')}
        </Button>
      </Tooltip>
    </>
  );
}

/** What is written on pictures of the hall's page. */
export function useHallWriting(): () => Writing {
  const { t } = useTranslation();
  const { store, tours } = useTwin();
  return useCallback(() => {
    const { language, question } = store.getState();
    const { shown } = tours.store.getState();
    const found = shown?.steps[shown.at];
    return {
      hall: shown?.beside
        ? inLanguage(shown.tour.name, language)
        : question
          ? inLanguage(question.scenario.name, language)
          : '',
      time: clockTime(tours.clock().timeUs()),
      caption: found ? captionOf(found, language) : '',
      note: t('capture.note'),
    };
  }, [t, store, tours]);
}

function VoiceButton() {
  const { t } = useTranslation();
  const { voice } = useTwin();
  const language = useTwinState((state) => state.language);
  const on = useStore(voice.store, (state) => state.on);
  const able = useSyncExternalStore(listenToVoices, () =>
    speaksIn(window.speechSynthesis ?? null, language),
  );
  const title = able ? (on ? 'voice.off' : 'voice.on') : 'voice.none';
  return (
    <Tooltip title={t(title)}>
      <Button
        aria-label={t('voice.name')}
        aria-pressed={on}
        disabled={!able}
        icon={on && able ? <SoundFilled /> : <SoundOutlined />}
        onClick={() => voice.set(!on)}
      />
    </Tooltip>
  );
}

/** Browsers load their voices some time after the page. */
function listenToVoices(listener: () => void): () => void {
  const speech = window.speechSynthesis;
  speech?.addEventListener?.('voiceschanged', listener);
  return () => speech?.removeEventListener?.('voiceschanged', listener);
}
