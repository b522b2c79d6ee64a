import { copied, pasted } from '../../drawing/edit/change';
import type { Studio } from './store';

/** Copies are put this far to the right and below, metres. */
const ASIDE_M = 0.5;

/** Remembers what is selected. */
export function copy({ store }: Studio): void {
  const { history, selection } = store.getState();
  if (history && selection.length > 0)
    store.setState({ clipboard: copied(history.plan, selection) });
}

/** Puts what is remembered into the plan, beside where it was, and selects it. */
export function paste(studio: Studio): void {
  const { history, clipboard } = studio.store.getState();
  if (!history || !clipboard) return;
  const { plan, refs } = pasted(history.plan, clipboard, ASIDE_M, -ASIDE_M);
  studio.edit(plan);
  studio.select(refs.filter(({ list }) => list !== 'displays' && list !== 'pickups'));
}

/** A copy of what is selected beside it; what was remembered stays remembered. */
export function duplicate(studio: Studio): void {
  const { clipboard } = studio.store.getState();
  copy(studio);
  paste(studio);
  studio.store.setState({ clipboard });
}
