import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../scenarios/text';
import { useTwin, useTwinState } from '../context';
import { useLive, useSeconds } from './hooks';
import { hallClock, spanText } from './time';

/** A hall that says nothing for so long is worth a word, ms. */
const SILENT_MS = 10 * 60_000;

/** Which hall, what time it is there, how the line stands, and whether the hall still speaks. */
export function StatusStrip() {
  const { t } = useTranslation();
  const { live } = useTwin();
  const pageMs = useSeconds();
  const language = useTwinState((state) => state.language);
  const line = useLive((state) => state.line);
  const present = useLive((state) => state.present);
  const clock = useLive((state) => state.clock);
  const scenario = useLive((state) => state.hall?.scenario ?? null);
  if (!present || !clock) return null;
  const open = line.kind === 'open';
  const { source } = clock;
  const name = scenario ? inLanguage(scenario.name, language) : source.name;
  const silent = open && (present.silentMs ?? 0) > SILENT_MS && source.state === 'following';
  return (
    <header className="live-status">
      <h2>{name}</h2>
      <span className="live-clock clock" data-testid="live-clock">
        {present.date} {hallClock(live.nowMs())}
      </span>
      {clock.speed !== 1 && clock.speed !== 0 && (
        <span className="live-tag">{t('live.status.speed', { speed: clock.speed })}</span>
      )}
      <span className={`live-line live-line-${open ? 'open' : 'broken'}`} role="status">
        <i aria-hidden="true" />
        {line.kind === 'waiting'
          ? t('live.status.waiting', {
              seconds: Math.max(0, Math.ceil((line.atMs - pageMs) / 1000)),
            })
          : t(open ? 'live.status.open' : 'live.status.connecting')}
      </span>
      {!open && <Button onClick={() => live.retry()}>{t('live.status.now')}</Button>}
      <span className="quiet">
        {t(`live.source.${source.kind}`, { name: source.name })}
        {source.state !== 'following' && ` · ${t(`live.sourceState.${source.state}`)}`}
      </span>
      <span className="spacer" />
      {!open && (
        <strong className="live-warning">
          {t('live.status.old', { time: hallClock(present.nowMs) })}
        </strong>
      )}
      {silent && (
        <strong className="live-warning">
          {t('live.status.silent', { span: spanText(present.silentMs!, language) })}
        </strong>
      )}
      {source.finishedOnly && <span className="live-warning">{t('live.status.finishedOnly')}</span>}
    </header>
  );
}
