import { useEffect } from 'react';
import { useTwin } from '../context';
import type { Twin } from '../twin';
import { commandOf, type KeyCommand, placeOf } from './keyboard';

/** Lets keys drive the page. */
export function useKeyboard(onHelp: () => void): void {
  const twin = useTwin();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = commandOf(event, placeOf(event.target instanceof Element ? event.target : null));
      if (!command) return;
      event.preventDefault();
      if (command.do === 'help') onHelp();
      else obey(twin, command);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [twin, onHelp]);
}

function obey({ clock, store }: Twin, command: KeyCommand): void {
  switch (command.do) {
    case 'seekBy':
      return clock.seekBy(command.deltaUs);
    case 'speed':
      return clock.setSpeed(command.speed);
    case 'start':
      return clock.seek(clock.startUs);
    case 'end':
      return clock.seek(clock.endUs);
    case 'deselect':
      return store.setState({ selection: null });
    case 'view':
      return store.setState((s) => ({ view: s.view === 'orbit' ? 'top' : 'orbit' }));
    case 'toggle':
      // Without a recorded day there is nothing to play.
      if (store.getState().day.timeline) clock.toggle();
      return;
    case 'help':
      return;
  }
}
