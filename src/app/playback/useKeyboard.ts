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

function obey({ clock, store, show }: Twin, command: KeyCommand): void {
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
