import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlanView } from '../../scene/flat/PlanView';
import { HallScene } from '../../scene/HallScene';
import type { Selection, Unavailable } from '../../scene/types';
import { useTwin, useTwinState } from '../context';
import { Legend } from '../hall/Legend';
import { useLive } from './hooks';

/** The hall now, drawn from the mirrored day. */
export function LiveStage() {
  const { t } = useTranslation();
  const { live } = useTwin();
  const language = useTwinState((state) => state.language);
  const quality = useTwinState((state) => state.quality);
  const plan = useLive((state) => state.hall?.floorplan ?? null);
  const timeline = useLive((state) => state.timeline);
  const [selection, setSelection] = useState<Selection | null>(null);
  const [unavailable, setUnavailable] = useState<Unavailable | null>(null);
  if (plan === null)
    return (
      <section className="live-stage" aria-label={t('live.stage.title')}>
        <p className="stage-message">{t('live.stage.noPlan')}</p>
      </section>
    );
  const shared = {
    plan,
    timeline,
    clock: live.clock,
    selection,
    onSelect: setSelection,
    language,
  };
  const flat = unavailable !== null && unavailable.kind !== 'lost';
  const ticket =
    selection?.kind === 'visitor' && timeline ? timeline.ticket(selection.visitor) : null;
  return (
    <section className="live-stage stage" aria-label={t('live.stage.title')}>
      {flat ? (
        <PlanView {...shared} />
      ) : (
        <HallScene {...shared} view="orbit" quality={quality} onUnavailable={setUnavailable} />
      )}
      <Legend />
      {ticket && <p className="live-picked">{t('live.stage.ticket', { ticket })}</p>}
      <p className="live-drawn quiet">{t('live.stage.drawn')}</p>
    </section>
  );
}
