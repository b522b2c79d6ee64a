import type { FloorPlan } from '../../scenarios/floorplan';
import type { PlaybackClock } from '../playback/clock';
import type { Show } from '../show/store';
import type { Tours } from '../show/tours';
import type { KeptPlaces } from './kept-places';
import { type LoadPlan, planOf } from './left';
import { hallOf, PLAIN_VIEW, type Place } from './place';
import type { TwinStore } from './store';

/** The hall, its clock, and how both are shown. */
interface HereParts {
  readonly store: TwinStore;
  readonly clock: PlaybackClock;
  readonly show: Pick<Show, 'store'>;
}

/**
 * Where one stands now, as a link carries it; null while nothing is open.
 *
 * @param drawn the plan at hand, if it is not the one that the hall shows
 */
export async function placeNow(
  { store, clock, show }: HereParts,
  loadPlan: LoadPlan,
  drawn?: FloorPlan,
): Promise<Place | null> {
  const { question, plain, plan, settings, day, view, selection, page } = store.getState();
  if (!question || !plain) return null;
  const { heat, following, readPose } = show.store.getState();
  const timeUs = day.timeline ? Math.round(clock.timeUs()) : null;
  // Whoever follows somebody looks from behind them, wherever the camera is just now.
  const pose = following ? null : (readPose?.() ?? null);
  return {
    hall: await hallOf(question.origin, plain, drawn ?? plan, loadPlan),
    settings,
    timeUs,
    view: { kind: view, pose, heat, selection, following },
    page,
  };
}

/** Remembers what is open for the next visit, and for a reload where its day stands. */
export function keepPlaces(
  { store, clock, tours }: Omit<HereParts, 'show'> & { readonly tours: Pick<Tours, 'store'> },
  places: KeptPlaces,
  loadPlan: LoadPlan,
): { readonly keepTime: () => void } {
  // What is open during a tour is the tour's: one comes back to one's own.
  const inTour = () => {
    const { opening, shown } = tours.store.getState();
    return opening !== null || shown !== null;
  };
  let asked = 0;
  store.subscribe(({ question, opened, settings, page }, before) => {
    if (!question || !opened || (opened === before.opened && settings === before.settings)) return;
    if (inTour()) return;
    const own = ++asked;
    void planOf(opened, loadPlan)
      .then((plan) => hallOf(question.origin, opened, plan, loadPlan))
      .then((hall) =>
        own === asked ? places.keep({ hall, settings, view: PLAIN_VIEW, page }) : undefined,
      )
      // A plan that can't be had now costs the memory of what was open, nothing else.
      .catch(() => {});
  });
  return {
    keepTime: () => {
      const hasDay = store.getState().day.timeline !== null && !inTour();
      places.keepTime(
        hasDay ? { timeUs: Math.round(clock.timeUs()), playing: clock.playing() } : null,
      );
    },
  };
}
