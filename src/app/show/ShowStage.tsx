import { useTours } from '../context';
import { HallStage } from '../hall/HallStage';
import { TransportBar } from '../playback/TransportBar';
import { TourCard } from './TourCard';
import { TourDuo } from './TourDuo';

/** The hall with its clock, or the two halls of a tour. */
export function ShowStage() {
  const beside = useTours((state) => state.shown?.beside ?? null);
  if (beside) return <TourDuo days={beside} />;
  return (
    <>
      <HallStage />
      <TourCard />
      <TransportBar />
    </>
  );
}
