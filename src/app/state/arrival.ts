import type { Show } from '../show/store';
import type { KeptPlaces } from './kept-places';
import type { LoadPlan } from './left';
import { carriesPlace, LINK, placeIn } from './link';
import { noticeOf } from './notice';
import { hashOf } from './page';
import { leftOf, PLAIN_VIEW, type Place } from './place';
import type { Session } from './session';
import type { Notice, TwinState, TwinStore } from './store';

/** The hall that opens where nothing else is asked for. */
const FIRST_HALL = 'quxi';

export interface ArrivalParts {
  readonly store: TwinStore;
  readonly session: Session;
  readonly show: Pick<Show, 'sendTo' | 'layHeat' | 'follow'>;
  readonly loadPlan: LoadPlan;
  readonly places: KeptPlaces;
  /** Puts aside what was drawn here in a plan of that name, where it can be found again. */
  readonly setAside: (planId: string) => Promise<void>;
  /** The address as it is, and how it is put right without a step back. */
  readonly address: { hash(): string; replace(hash: string): void };
}

/**
 * Opens what the page begins with: what its address carries, else what was open in this browser, else
 * the first hall. A link that can't be opened is told about, and what is open stays; a place of an
 * earlier visit that can't is passed over.
 */
export async function arrive(parts: ArrivalParts): Promise<void> {
  const { address, places, store, session } = parts;
  const hash = address.hash();
  let notice: Notice | null = null;
  if (carriesPlace(hash)) {
    try {
      return await open(await placeIn(hash), LINK, parts);
    } catch (error) {
      notice = noticeOf(error);
      address.replace(hashOf('hall'));
    }
  } else {
    const kept = await places.last();
    try {
      if (kept) return await open({ ...kept.place, ...viewNow(store) }, '', parts, kept.playing);
    } catch {
      // A plan that is not shipped any more, a rule that is stricter now.
    }
  }
  const opening = store.getState().question ? null : session.openHall(FIRST_HALL);
  await asked(store, ({ question }) => question !== null);
  store.setState({ notice });
  await opening;
}

async function open(
  place: Place,
  source: string,
  parts: ArrivalParts,
  playing = false,
): Promise<void> {
  const { store, session, show, loadPlan, address, places } = parts;
  const { left, isOther } = await leftOf(place, source, loadPlan);
  const { view } = place;
  // A link shows its own drawing, not one that was left here under the same name.
  const isDrawn = place.hall.as === 'whole' || place.page === 'studio';
  if (source === LINK && isDrawn && left.plan) await parts.setAside(left.plan.id);
  if (source === LINK) address.replace(hashOf(place.page));
  store.setState({ view: view.kind, page: place.page });
  show.layHeat(view.heat);
  show.sendTo(view.pose && { origin: left.origin, view: view.kind, framing: view.pose });
  const start = left.start && { ...left.start, playing };
  const opened = session.reopen(start ? { ...left, start } : left);
  const isHere = ({ question }: TwinState) => question?.origin === left.origin;
  await asked(store, isHere);
  if (isOther && source === LINK) store.setState({ notice: { kind: 'otherHall' } });
  await asked(store, (state) => !isHere(state) || state.day.status !== 'working');
  places.settled();
  const { day, selection } = store.getState();
  const { selection: picked } = view;
  // Whoever has picked something while the day was being recorded keeps it.
  if (isHere(store.getState()) && picked && selection === null) {
    const visitors = day.timeline?.visitors ?? 0;
    if (picked.kind !== 'visitor' || picked.visitor < visitors)
      store.setState({ selection: picked });
    if (view.following) show.follow();
  }
  await opened;
}

/** Page and view as address and layout have them: a reload changes neither. */
function viewNow(store: TwinStore): Pick<Place, 'page' | 'view'> {
  const { page, view } = store.getState();
  return { page, view: { ...PLAIN_VIEW, kind: view } };
}

/** Waits until the state is as asked. */
function asked(store: TwinStore, isSo: (state: TwinState) => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (isSo(store.getState())) return resolve();
    const stop = store.subscribe((state) => {
      if (!isSo(state)) return;
      stop();
      resolve();
    });
  });
}
