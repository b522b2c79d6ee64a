import { beforeAll, describe, expect, it } from 'vitest';
import { inspect } from '../../../src/coverage/inspect/inspect';
import { checksOf } from '../../../src/coverage/inspect/verdict';
import { CAMERA_MODELS } from '../../../src/coverage/library';
import { candidatesFor } from '../../../src/coverage/placement/candidates';
import {
  type Placement,
  type PlacementProgress,
  placeCameras,
} from '../../../src/coverage/placement/place';
import { mountingPlaces } from '../../../src/coverage/placement/places';
import type { ProgrammeSolver } from '../../../src/coverage/placement/programme';
import { PROFILES } from '../../../src/coverage/profiles';
import { loadProgrammeSolver } from '../../../src/workers/integer-programme';
import { SHIPPED_PLANS, shippedPlan } from '../../plans';

const PLACES = { supports: ['walls', 'ceiling'], heightsM: [2.5], stepM: 1.5 } as const;
const REQUEST = {
  models: CAMERA_MODELS.slice(0, 2),
  profile: PROFILES.identify,
  posture: 'standing',
  queueing: 0,
} as const;

let solver: ProgrammeSolver;
beforeAll(async () => {
  solver = await loadProgrammeSolver();
});

function place(id: string, more: Partial<Parameters<typeof placeCameras>[0]> = {}): Placement {
  const plan = shippedPlan(id);
  return placeCameras({ plan, ...REQUEST, places: PLACES, times: 1, ...more }, solver);
}

describe('places to hang a camera', () => {
  it.each(SHIPPED_PLANS)('of %s are free for a camera, under the ceiling', (id) => {
    const plan = shippedPlan(id);
    const places = mountingPlaces(plan, PLACES);
    expect(places.length).toBeGreaterThan(50);
    const [look] = plan.cameras;
    const cameras = places.map(({ id, at, heightM }) => ({ ...look!, id, at: [...at], heightM }));
    // What is in a wall, outside or above the ceiling is named and left out.
    expect(inspect({ ...plan, cameras: cameras as typeof plan.cameras }).leftOut).toEqual([]);
    expect(new Set(places.map((one) => one.id)).size).toBe(places.length);
  });

  it('are those asked for only', () => {
    const plan = shippedPlan('hall-200');
    const on = (support: 'walls' | 'ceiling', heightsM: number[]) =>
      mountingPlaces(plan, { supports: [support], heightsM, stepM: 2 });
    expect(on('ceiling', []).every(({ support }) => support === 'ceiling')).toBe(true);
    expect(on('walls', [])).toEqual([]);
    expect(new Set(on('walls', [2.4, 2.8]).map(({ heightM }) => heightM))).toEqual(
      new Set([2.4, 2.8]),
    );
    expect(on('walls', [plan.ceilingHeightM])).toEqual([]);
  });
});

describe('candidates', () => {
  it('see what they are said to see, looked at as any other camera', () => {
    const plan = shippedPlan('hall-150-u');
    const { candidates } = candidatesFor({
      plan,
      ...REQUEST,
      places: mountingPlaces(plan, PLACES),
    });
    expect(candidates.length).toBeGreaterThan(100);
    for (const { site, covers } of candidates.filter((_, i) => i % 25 === 0)) {
      const seen = inspect({ ...plan, cameras: [site.camera] }, REQUEST).windows;
      for (const need of covers) {
        const [id, part] = need.split(':');
        const kind = part === 'face' ? 'face' : 'counter';
        const view = seen.find((window) => window.id === id)!.views[kind][0]!;
        const limits =
          kind === 'face'
            ? { kind, of: REQUEST.profile.face }
            : ({ kind, of: REQUEST.profile.counter } as const);
        // A share that has settled may still move by its error.
        for (const check of checksOf(
          { ...view, visibleShare: view.visibleShare + view.shareError },
          limits as Parameters<typeof checksOf>[1],
        ))
          expect(check.margin, `${site.camera.id} ${need} ${check.code}`).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

describe('the fewest cameras', () => {
  it.each(SHIPPED_PLANS)('of %s make every window clear, and none of them can be spared', (id) => {
    const { cameras, count, lowerBound, greedyCount, proven, uncoverable, inspection } = place(id);
    expect(uncoverable).toEqual([]);
    expect(proven).toBe(true);
    expect(cameras).toHaveLength(count);
    expect(lowerBound).toBeLessThanOrEqual(count);
    expect(greedyCount).toBeGreaterThanOrEqual(count);
    expect(inspection.windows.map(({ verdict }) => verdict)).toEqual(
      inspection.windows.map(() => 'clear'),
    );
    const plan = shippedPlan(id);
    for (const { camera } of cameras) {
      const others = cameras.flatMap((one) => (one.camera === camera ? [] : [one.camera]));
      const without = inspect({ ...plan, cameras: others }).windows;
      expect(without.some(({ verdict }) => verdict !== 'clear')).toBe(true);
    }
  });

  it('of twice the cover leave every window clear whichever camera fails', () => {
    const { cameras, uncoverable } = place('hall-200', { times: 2 });
    expect(uncoverable).toEqual([]);
    const plan = shippedPlan('hall-200');
    for (const { camera } of cameras) {
      const left = cameras.flatMap((one) => (one.camera === camera ? [] : [one.camera]));
      const { windows } = inspect({ ...plan, cameras: left });
      expect(windows.filter(({ verdict }) => verdict !== 'clear')).toEqual([]);
    }
  });

  it('name what no mount can see, and see the rest', () => {
    const { uncoverable, inspection } = place('hall-200', {
      profile: PROFILES['face-recognition'],
    });
    const faces = shippedPlan('hall-200').windows.map(({ id }) => `${id}:face`);
    expect(uncoverable.map(({ id }) => id)).toEqual(faces);
    expect(inspection.windows.every(({ counter }) => counter.passes)).toBe(true);
  });

  it('are told of on the way, and nothing told turns out untrue', () => {
    const told: PlacementProgress[] = [];
    const plan = shippedPlan('hall-150-l');
    const { count, candidates, places } = placeCameras(
      { plan, ...REQUEST, places: PLACES, times: 2, spare: 1 },
      solver,
      {},
      (progress) => told.push(progress),
    );
    const steps = told.map(({ step }) => step);
    expect([...new Set(steps)]).toEqual(['places', 'search', 'floor', 'check']);
    const looked = told.filter((one) => one.step === 'places');
    expect(looked.map(({ done }) => done)).toEqual(Array.from({ length: places }, (_, i) => i + 1));
    expect(looked.at(-1)).toMatchObject({ of: places, candidates });
    const search = told.filter((one) => one.step === 'search');
    for (const [i, { found, atLeast }] of search.entries()) {
      expect(found).toBeGreaterThanOrEqual(count);
      expect(atLeast).toBeLessThanOrEqual(count);
      expect(atLeast).toBeGreaterThanOrEqual(search[i - 1]?.atLeast ?? 0);
    }
    expect(search.at(-1)).toEqual({ step: 'search', candidates, found: count, atLeast: count });
    const floor = told.filter((one) => one.step === 'floor');
    expect(floor.at(-1)!.done).toBe(floor.at(-1)!.of);
  });

  it('are the same every time', () => {
    const answer = () => JSON.stringify(place('hall-150-l').cameras);
    expect(answer()).toBe(answer());
  });
});
