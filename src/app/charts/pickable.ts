import type { KeyboardEvent } from 'react';

/** What makes a piece of a picture a button for mouse, keyboard and screen reader. */
export function pickable(label: string, pick: (() => void) | null) {
  if (pick === null) return {};
  return {
    role: 'button',
    tabIndex: 0,
    'aria-label': label,
    className: 'pickable',
    onClick: pick,
    onKeyDown: (event: Pick<KeyboardEvent, 'key' | 'preventDefault'>) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      pick();
    },
  } as const;
}
