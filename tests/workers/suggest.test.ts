import { describe, expect, test } from 'vitest';
import { rectangularRoom } from '../../src/drawing/room';
import { NOTICE_COUNTS } from '../../src/drawing/templates/kinds';
import { hallScenario } from '../../src/scenarios/halls';
import { suggest } from '../../src/workers/suggest';

const room = rectangularRoom({
  widthM: 16,
  depthM: 12,
  entrance: 'west',
  minimumAreaM2: 150,
  columns: [
    { at: [5.5, 6], sizeM: 0.4 },
    { at: [10.5, 6], sizeM: 0.4 },
  ],
});

const request = {
  room,
  windows: NOTICE_COUNTS,
  scenario: hallScenario('putian'),
  seed: 1,
  replications: 3,
  facts: { marriageRegistration: true },
};

describe('layouts for 16 × 12 m with two columns and a door in the short side', () => {
  const { suggestions, unfit } = suggest(request);

  test('several fit, each keeps the rules, and the rest is told why', () => {
    expect(suggestions.length).toBeGreaterThanOrEqual(3);
    for (const { broken, check } of suggestions) {
      expect(broken).toBe(0);
      expect(check.passes).toBe(true);
    }
    expect(unfit).toContainEqual({ kind: 'straight', why: 'windows' });
  });

  test('the better by places stands before the worse; places are those of the figures', () => {
    const score = suggestions.map(({ places }) =>
      Object.values(places).reduce((sum, place) => sum + place, 0),
    );
    expect(score).toEqual([...score].sort((a, b) => a - b));
    const shortest = Math.min(...suggestions.map(({ walkMeanM }) => walkMeanM.mean!));
    for (const { walkMeanM, places } of suggestions)
      expect(places.walking === 1).toBe(walkMeanM.mean! <= shortest + 0.5);
  });

  test('the same seed gives the same answer, and progress goes to its end', () => {
    const heard: number[] = [];
    const again = suggest(request, (done, of) => heard.push(done / of));
    expect(JSON.stringify(again.suggestions)).toBe(JSON.stringify(suggestions));
    expect(heard.at(-1)).toBe(1);
  });
});
