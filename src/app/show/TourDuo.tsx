import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { bothLanguages } from '../../scenarios/text';
import { DuoHall } from '../compare/DuoHall';
import { DuoTransport } from '../compare/DuoTransport';
import type { PlayedDay } from '../compare/duo';
import { useTours, useTwin, useTwinState } from '../context';
import { NoticeCard } from '../hall/NoticeCard';
import { driveByFrames } from '../playback/clock';
import { TourCard } from './TourCard';

const PLACES = [0, 1] as const;

/** The two halls of a tour on one clock. */
export function TourDuo({ days }: { readonly days: readonly [PlayedDay, PlayedDay] }) {
  const { t } = useTranslation();
  const { tours } = useTwin();
  const language = useTwinState((state) => state.language);
  const view = useTwinState((state) => state.view);
  const tour = useTours((state) => state.shown?.tour);
  const clock = tours.clock();
  useEffect(() => driveByFrames(clock), [clock]);
  const names = [tour?.hall, tour?.beside].map((hall, i) =>
    bothLanguages(hall?.name ?? days[i]!.subject.scenario.name),
  );
  return (
    <>
      <section className="stage tour-duo" aria-label={t('tour.besideRegion')}>
        <div className="stage-left">
          <NoticeCard />
        </div>
        <div className="compare-duo-halls">
          {PLACES.map((side) => (
            <DuoHall
              key={side}
              day={days[side]}
              clock={clock}
              index={side}
              name={names[side]![language]}
              view={view}
            />
          ))}
        </div>
      </section>
      <TourCard />
      <DuoTransport days={days} clock={clock} places={PLACES} />
    </>
  );
}
