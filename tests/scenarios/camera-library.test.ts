import { describe, expect, it } from 'vitest';
import { readCameraEntry, readCameraLibrary } from '../../src/scenarios/camera-library';
import { InputError } from '../../src/scenarios/problem';

const model = (id: string, change: object = {}) => ({
  id,
  name: `Model ${id}`,
  resolutionPx: [2688, 1520],
  horizontalFovDeg: 90,
  verticalFovDeg: 50,
  ...change,
});
const read = (value: unknown) => readCameraLibrary(JSON.stringify(value), 'models.json');
const paths = (value: unknown) => read(value).problems.map(({ path }) => path);

describe('a library of camera models', () => {
  it('is a list, or has one', () => {
    const models = [model('a', { focalMm: 4, source: 'data sheet' }), model('b')];
    expect(read(models)).toEqual({ models, problems: [] });
    expect(read({ models })).toEqual({ models, problems: [] });
  });

  it('names what is wrong by its path, in both languages, and keeps the rest', () => {
    const { models, problems } = read({
      models: [
        model('a'),
        model('b', { horizontalFovDeg: 0 }),
        model('c', { verticalFovDeg: 361 }),
        model('d', { resolutionPx: [0, 1520] }),
        model('e', { colour: 'white' }),
        model('a'),
        model('bad id'),
        7,
        model('z'),
      ],
    });
    expect(models.map(({ id }) => id)).toEqual(['a', 'z']);
    expect(problems.map(({ path }) => path)).toEqual([
      'models[1].horizontalFovDeg',
      'models[2].verticalFovDeg',
      'models[3].resolutionPx[0]',
      'models[4].colour',
      'models[5].id',
      'models[6].id',
      'models[7]',
    ]);
    for (const { message, remedy } of problems)
      for (const words of [message, remedy]) {
        expect(words.zh).toMatch(/\p{Script=Han}/u);
        expect(words.en).toMatch(/[a-z]/);
      }
  });

  it('has paths without a name for a bare list', () => {
    expect(paths([model('a', { name: '' })])).toEqual(['[0].name']);
  });

  it('reads ten thousand models, a hundred of them wrong', () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      model(`m${i}`, i % 100 === 0 ? { horizontalFovDeg: -1 } : {}),
    );
    const { models, problems } = read({ models: many });
    expect([models.length, problems.length]).toEqual([9900, 100]);
  });

  it.each([['{"models": '], ['"models"'], ['{}'], ['null'], ['{"models": 3}']])(
    'refuses %s, which is no library',
    (text) => {
      expect(() => readCameraLibrary(text, 'models.json')).toThrow(InputError);
    },
  );

  it('reads one model as a form gives it', () => {
    expect(readCameraEntry(model('a')).entry).toEqual(model('a'));
    const { entry, problems } = readCameraEntry({ id: 'a', name: 'A', verticalFovDeg: 40 });
    expect(entry).toBeNull();
    expect(problems.map(({ path }) => path)).toEqual(['resolutionPx', 'horizontalFovDeg']);
  });
});
