import { expect, it } from 'vitest';
import { differencesOf } from '../../src/scenarios/difference';

it('finds the smallest parts that differ, lists by their ids', () => {
  const before = {
    queueing: { kind: 'pooled' },
    windows: [
      { id: 'w1', serves: ['a'] },
      { id: 'w2', serves: ['b'], helps: ['a'] },
    ],
    calls: { noShow: 0.1 },
  };
  const after = {
    queueing: { kind: 'bySkill', reserve: 1 },
    windows: [
      { id: 'w1', serves: ['a'], helps: ['b'] },
      { id: 'w2', serves: ['b'], helps: ['a'] },
    ],
    calls: { noShow: 0.2, provenance: 'x' },
  };
  expect(differencesOf(before, after)).toEqual([
    { path: 'queueing', before: { kind: 'pooled' }, after: { kind: 'bySkill', reserve: 1 } },
    { path: 'windows.w1.helps', before: undefined, after: ['b'] },
    { path: 'calls.noShow', before: 0.1, after: 0.2 },
  ]);
});

it('sees no difference in where a number comes from, and one in the number', () => {
  expect(differencesOf({ a: 1, provenance: 'x' }, { a: 1, provenance: 'y' })).toEqual([]);
  const [here, there] = ['x', 'y'].map((provenance) => ({ share: { value: 5, provenance } }));
  expect(differencesOf(here, there)).toEqual([]);
  expect(differencesOf(here, { share: 5 })).toEqual([]);
  const [one, other] = [1, 2].map((value) => ({ share: { value, provenance: `${value}` } }));
  expect(differencesOf(one, other)).toEqual([
    { path: 'share', before: one!.share, after: other!.share },
  ]);
});

it('tells what is gone', () => {
  expect(differencesOf({ a: 1, b: 2 }, { a: 1 })).toEqual([
    { path: 'b', before: 2, after: undefined },
  ]);
});
