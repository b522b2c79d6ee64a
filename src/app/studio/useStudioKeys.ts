import { useEffect } from 'react';
import { ITEM_LISTS } from '../../drawing/edit/items';
import { translated } from '../../drawing/edit/move';
import { useTwin } from '../context';
import { copy, duplicate, paste } from './clipboard';
import { turned } from './ObjectPanel';
import type { Studio } from './store';

/** The keys of the studio with the text that explains each. */
export const STUDIO_KEYS = [
  ['V / O / M', 'studio.key.tools'],
  ['← → ↑ ↓', 'studio.key.arrows'],
  ['Shift + ←', 'studio.key.shiftArrows'],
  ['R / Shift + R', 'studio.key.turn'],
  ['Delete', 'studio.key.delete'],
  ['Ctrl + Z / Y', 'studio.key.undo'],
  ['Ctrl + C / V / X', 'studio.key.copy'],
  ['Ctrl + D', 'studio.key.duplicate'],
  ['Ctrl + A', 'studio.key.all'],
  ['Shift', 'studio.key.shift'],
  ['Alt', 'studio.key.alt'],
  ['Esc', 'studio.key.escape'],
] as const;

const LEAST_STEP_M = 0.01;
const LONG_STEPS = 10;

/** Lets keys change the plan, except while something is typed or chosen. */
export function useStudioKeys(): void {
  const { studio } = useTwin();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (
        target?.closest(
          'input, textarea, [role=combobox], [role=listbox], [role=dialog], [role=tablist]',
        )
      )
        return;
      const drawing = target === document.body || target?.closest('[data-drawing]');
      const obeyed =
        event.ctrlKey || event.metaKey
          ? withControl(studio, event)
          : alone(studio, event, !!drawing);
      if (obeyed) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [studio]);
}

function withControl(studio: Studio, event: KeyboardEvent): boolean {
  const { history } = studio.store.getState();
  switch (event.key.toLowerCase()) {
    case 'z':
      if (event.shiftKey) studio.redo();
      else studio.undo();
      return true;
    case 'y':
      studio.redo();
      return true;
    case 'c':
      // Words that are marked on the page are copied as words.
      if (window.getSelection()?.isCollapsed === false) return false;
      copy(studio);
      return true;
    case 'x':
      copy(studio);
      studio.removeSelected();
      return true;
    case 'v':
      paste(studio);
      return true;
    case 'd':
      duplicate(studio);
      return true;
    case 'a':
      if (history)
        studio.select(
          ITEM_LISTS.filter((list) => list !== 'zones').flatMap((list) =>
            history.plan[list].map(({ id }) => ({ list, id })),
          ),
        );
      return true;
    default:
      return false;
  }
}

/** Arrows only act where they don't move the focus. */
function alone(studio: Studio, event: KeyboardEvent, onDrawing: boolean): boolean {
  const { history, selection, gridM } = studio.store.getState();
  if (!history) return false;
  const step = (gridM || LEAST_STEP_M) * (event.shiftKey ? LONG_STEPS : 1);
  const move = (dx: number, dy: number) => {
    if (!onDrawing || selection.length === 0) return false;
    studio.edit(translated(history.plan, selection, dx, dy));
    return true;
  };
  switch (event.key) {
    case 'ArrowLeft':
      return move(-step, 0);
    case 'ArrowRight':
      return move(step, 0);
    case 'ArrowUp':
      return move(0, step);
    case 'ArrowDown':
      return move(0, -step);
    case 'Delete':
    case 'Backspace':
      studio.removeSelected();
      return true;
    case 'r':
    case 'R':
      studio.edit(turned(history.plan, selection, event.shiftKey ? -90 : 90));
      return true;
    case 'v':
      studio.store.setState({ tool: 'select' });
      return true;
    case 'o':
      studio.store.setState({ tool: 'outline' });
      return true;
    case 'm':
      studio.store.setState({ tool: 'measure' });
      return true;
    case 'Escape':
      studio.store.setState({ tool: 'select', selection: [] });
      return true;
    default:
      return false;
  }
}
