import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlanView } from '../../scene/flat/PlanView';
import { HallScene } from '../../scene/HallScene';
import type { SceneView, Unavailable } from '../../scene/types';
import { useFormatter, useTwinState } from '../context';
import { NOTHING } from '../format';
import type { PlaybackClock } from '../playback/clock';
import type { PlayedDay } from './duo';
import { useTime } from './hooks';
import { Letter } from './Letter';

const ignore = () => {};

/** One of the two halls, and how it stands in it. */
export function DuoHall(props: {
  readonly day: PlayedDay;
  readonly clock: PlaybackClock;
  readonly index: number;
  readonly name: string;
  readonly view: SceneView;
}) {
  const { day, clock, index, name, view } = props;
  const { t } = useTranslation();
  const language = useTwinState((state) => state.language);
  const [unavailable, setUnavailable] = useState<Unavailable | null>(null);
  const { floorplan: plan } = day.subject;
  const shared = { timeline: day.timeline, clock, selection: null, onSelect: ignore, language };
  const flat = unavailable !== null && unavailable.kind !== 'lost';
  return (
    <section className="compare-duo-hall" aria-label={name} data-side={index}>
      <h3>
        <Letter index={index} />
        {name}
      </h3>
      <div className="compare-duo-scene">
        {plan === null ? (
          <p className="stage-message">{t('stage.noPlan')}</p>
        ) : flat ? (
          <PlanView {...shared} plan={plan} />
        ) : (
          <HallScene
            {...shared}
            plan={plan}
            view={view}
            quality="auto"
            onUnavailable={setUnavailable}
          />
        )}
        {unavailable && <p className="stage-note">{unavailable.message}</p>}
      </div>
      <LiveLine day={day} clock={clock} />
    </section>
  );
}

/** How many wait and have been called by now, and how long those had waited. */
function LiveLine({ day, clock }: { readonly day: PlayedDay; readonly clock: PlaybackClock }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const timeUs = useTime(clock);
  const { people, meanWaitS } = day.called.at(timeUs);
  return (
    <p className="compare-live" data-time={timeUs}>
      {t('compare.duo.live', {
        waiting: day.timeline.waiting(timeUs),
        inside: day.timeline.inside(timeUs),
        called: people,
        wait: meanWaitS === null ? NOTHING : format.minutes(meanWaitS),
      })}
    </p>
  );
}
