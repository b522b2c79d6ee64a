import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { keepLayout } from '../../src/app/state/layout';
import { createTwinStore } from '../../src/app/state/store';
import type { StudioState } from '../../src/app/studio/store';
import { memoryStorage } from './cameras/memory-storage';

/** A page over a storage: only what is laid out. */
function page(storage: Storage) {
  const twin = createTwinStore('zh');
  const first = { tab: 'object', view: 'both', gridM: 0.05 } as StudioState;
  const studio = createStore(() => first);
  keepLayout(() => storage, twin, { store: studio });
  return { twin, studio };
}

const KEY = 'hall-twin.layout';

describe('the layout of the page', () => {
  it('is as it was left', () => {
    const storage = memoryStorage();
    const first = page(storage);
    first.twin.setState({ view: 'top', panel: 'supervision', quality: 'low' });
    first.studio.setState({ view: 'plan', tab: 'rules', gridM: 0.25 });
    const again = page(storage);
    expect(again.twin.getState()).toMatchObject({
      view: 'top',
      panel: 'supervision',
      quality: 'low',
    });
    expect(again.studio.getState()).toMatchObject({ view: 'plan', tab: 'rules', gridM: 0.25 });
  });

  it.each([
    ['not JSON', '{'],
    ['no object', '7'],
    ['of values that nobody knows', '{"view":"below","panel":3,"quality":"best","gridM":"wide"}'],
  ])('is as at first where what was kept is %s', (_, text) => {
    const storage = memoryStorage();
    storage.setItem(KEY, text);
    const { twin, studio } = page(storage);
    expect(twin.getState()).toMatchObject({ view: 'orbit', panel: 'measures', quality: 'auto' });
    expect(studio.getState()).toMatchObject({ view: 'both', gridM: 0.05 });
  });

  it('keeps what is known of a layout that is not known whole', () => {
    const storage = memoryStorage();
    storage.setItem(KEY, '{"view":"top","panel":"gone","later":true}');
    expect(page(storage).twin.getState()).toMatchObject({ view: 'top', panel: 'measures' });
  });

  it('costs nothing where storage refuses', () => {
    const { twin } = page(memoryStorage(true));
    twin.setState({ view: 'top' });
    expect(twin.getState().view).toBe('top');
  });
});
