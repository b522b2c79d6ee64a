import { useEffect } from 'react';
import { useTwin } from '../context';
import type { Twin } from '../twin';
import { commandOf, type KeyCommand, placeOf } from './keyboard';

/** Lets keys drive the page. */
export function useKeyboard(onHelp: () => void): void {
  const twin = useTwin();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = commandOf(
        event,
        placeOf(event.target instanceof Element ? event.target : null),
      );
      if (!command) return;
      // What plays and looks about belongs to the hall.
      if (command.do !== 'help' && twin.store.getState().page !== 'hall') return;
      event.preventDefault();
      if (command.do === 'help') onHelp();
      else obey(twin, command);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [twin, onHelp]);
}

/** What keys do while a tour is shown; whether it was for the tour. */
function obeyInTour({ tours, show }: Twin, command: KeyCommand): boolean {
  const { shown } = tours.store.getState();
  switch (command.do) {
    case 'toggle':
      tours.toggle();
      return true;
    case 'step':
      // Whoever is followed while the tour waits has a story of their own.
      if (!shown?.running && show.store.getState().following) return false;
      if (command.by === 1) tours.next();
      else tours.back();
      return true;
    case 'deselect':
      if (!shown?.running && show.store.getState().following) return false;
      void tours.leave();
      return true;
    default:
      return false;
  }
}

/** What keys do while the hall alone is shown; whether it was for that. */
function obeyPresenting({ show, tours }: Twin, command: KeyCommand): boolean {
  const { presenting, black, following } = show.store.getState();
  if (!presenting) return false;
  const { shown } = tours.store.getState();
  switch (command.do) {
    case 'black':
      show.toggleBlack();
      return true;
    case 'deselect':
      if (black) show.toggleBlack();
      else if (following && !shown?.running) show.unfollow();
      else show.present(false);
      return true;
    case 'seekBy':
      // With a tour on the screen the arrows turn its steps, as they turn slides.
      if (!shown) return false;
      if (command.deltaUs > 0) tours.next();
      else tours.back();
      return true;
    default:
      return false;
  }
}

function obey(twin: Twin, command: KeyCommand): void {
  if (obeyPresenting(twin, command)) return;
  if (twin.tours.store.getState().shown && obeyInTour(twin, command)) return;
  const { clock, store, show } = twin;
  switch (command.do) {
    case 'seekBy':
      clock.seekBy(command.deltaUs);
      return;
    case 'speed':
      clock.setSpeed(command.speed);
      return;
    case 'start':
      clock.seek(clock.startUs);
      return;
    case 'end':
      clock.seek(clock.endUs);
      return;
    case 'deselect':
      if (show.store.getState().following) show.unfollow();
      else store.setState({ selection: null });
      return;
    case 'follow':
      if (show.store.getState().following) show.unfollow();
      else show.follow();
      return;
    case 'step':
      show.step(command.by);
      return;
    case 'present':
      show.present(!show.store.getState().presenting);
      return;
    case 'black':
      return;
    case 'view':
      store.setState((s) => ({ view: s.view === 'orbit' ? 'top' : 'orbit' }));
      return;
    case 'toggle':
      // Without a recorded day there is nothing to play.
      if (store.getState().day.timeline) clock.toggle();
      return;
    case 'help':
      return;
  }
}
