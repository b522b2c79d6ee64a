import { describe, expect, it } from 'vitest';
import { createLibrary, isShipped } from '../../../src/app/cameras/library/store';
import { CAMERA_MODELS } from '../../../src/coverage/library';
import { memoryStorage } from './memory-storage';

const entry = (id: string) => ({
  id,
  name: `Model ${id}`,
  resolutionPx: [2560, 1440] as [number, number],
  horizontalFovDeg: 80,
  verticalFovDeg: 45,
});

describe('the library of camera models', () => {
  it('has the shipped models, then the own ones, from one visit to the next', () => {
    const storage = memoryStorage();
    const library = createLibrary(() => storage);
    library.put(entry('a'));
    library.put({ ...entry('b'), source: 'data sheet of 2026' });
    library.put({ ...entry('a'), name: 'Changed' });
    const again = createLibrary(() => storage)
      .store.getState()
      .models.slice(CAMERA_MODELS.length);
    expect(again.map(({ name }) => name)).toEqual(['Changed', 'Model b']);
    expect(again.map(({ provenance }) => provenance.kind)).toEqual(['assumption', 'source']);
    library.remove('a');
    expect(
      createLibrary(() => storage)
        .store.getState()
        .own.map(({ id }) => id),
    ).toEqual(['b']);
  });

  it('takes in the good models of a file and tells of the others', () => {
    const library = createLibrary(() => memoryStorage());
    const shipped = { ...entry(CAMERA_MODELS[0]!.id) };
    expect(isShipped(shipped.id)).toBe(true);
    library.read(
      'mine.json',
      JSON.stringify([entry('a'), { ...entry('b'), verticalFovDeg: 0 }, shipped]),
    );
    const { own, read } = library.store.getState();
    expect(own.map(({ id }) => id)).toEqual(['a']);
    expect(read).toMatchObject({ name: 'mine.json', taken: 1 });
    expect(read?.problems.map(({ path }) => path)).toEqual(['[1].verticalFovDeg', shipped.id]);
    library.read('broken.json', '{');
    expect(library.store.getState().own).toHaveLength(1);
    expect(library.store.getState().read?.problems).toHaveLength(1);
  });

  it('gives back as a file what it took in', () => {
    const library = createLibrary(() => memoryStorage());
    library.put(entry('a'));
    const other = createLibrary(() => memoryStorage());
    other.read('file', library.text());
    expect(other.store.getState().own).toEqual(library.store.getState().own);
  });

  it('works without storage, and says that it will not last', () => {
    const library = createLibrary(() => memoryStorage(true));
    library.put(entry('a'));
    expect(library.store.getState()).toMatchObject({ unkept: true, own: [{ id: 'a' }] });
  });
});
