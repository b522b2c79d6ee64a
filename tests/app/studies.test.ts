import { describe, expect, it } from 'vitest';
import { formatter } from '../../src/app/format';
import { changedFields } from '../../src/app/mechanisms/changed-fields';
import { hashOf, PAGES, pageOf } from '../../src/app/state/page';
import { createStudies } from '../../src/app/state/studies';
import { MECHANISMS } from '../../src/scenarios/mechanisms';
import { changeOf, measuresToShow } from '../../src/sim/experiments/change';
import { compare } from '../../src/sim/experiments/compare';
import { createLocalEvaluator } from '../../src/sim/experiments/local-evaluator';
import { CASES } from '../../src/sim/verification/cases';
import { verify } from '../../src/sim/verification/verify';
import type { StudyWorker } from '../../src/workers/api';
import { Superseded, ThreadFailure } from '../../src/workers/lane';
import { loadPlanFile } from './in-thread';

/** The real comparison and acceptance without a thread, cut short. */
const worker: StudyWorker = {
  compare: async ({ variants, seed }, heard) =>
    compare(
      variants.map((variant) => ({ ...variant, seed })),
      { most: 2 },
      createLocalEvaluator(),
      ({ done, of }) => heard(done, of),
    ),
  cancelCompare: () => {},
  verify: async (request, heard) =>
    verify({ ...request, ids: ['mm1'] }, (done, of, next, found) =>
      heard(done, of, next?.id ?? null, found),
    ),
  cancelVerify: () => {},
};

const studies = (over: Partial<StudyWorker> = {}) =>
  createStudies({ worker: { ...worker, ...over }, loadPlan: loadPlanFile });

describe('mechanisms', () => {
  it('are compared when shown, once', async () => {
    let runs = 0;
    const { store, show } = studies({
      compare: (...args) => {
        runs++;
        return worker.compare(...args);
      },
    });
    await show('no-shows');
    const { comparisons, mechanism, comparing } = store.getState();
    expect(mechanism).toBe('no-shows');
    expect(comparing.status).toBe('idle');
    expect(comparisons['no-shows']?.variants.map((v) => v.scenario)).toEqual([
      'no-shows-without',
      'no-shows-with',
    ]);
    await show('balking');
    await show('no-shows');
    expect(runs).toBe(2);
    expect(Object.keys(store.getState().comparisons)).toEqual(['no-shows', 'balking']);
  });

  it('tell of progress, of a failure, and of nothing when cancelled', async () => {
    const failing = studies({ compare: () => Promise.reject(new ThreadFailure('out of memory')) });
    await failing.compare(20);
    expect(failing.store.getState().comparing).toMatchObject({
      status: 'failed',
      reason: 'out of memory',
    });
    const cancelled = studies({ compare: () => Promise.reject(new Superseded()) });
    await cancelled.compare(20);
    expect(cancelled.store.getState().comparing.status).toBe('idle');
    const seen: number[] = [];
    const watched = studies();
    watched.store.subscribe(({ comparing }) => seen.push(comparing.done));
    await watched.show('no-shows');
    expect(seen).toContain(2);
  });

  it('refuse a name that none has', async () => {
    await expect(studies().show('no-such')).rejects.toThrow(RangeError);
  });

  it('each change something that can be written down', () => {
    for (const m of MECHANISMS) {
      const fields = changedFields(m);
      expect(fields.length, m.id).toBeGreaterThan(0);
      for (const { before, after } of fields) expect(before, m.id).not.toBe(after);
    }
  });
});

describe('a difference', () => {
  const of = (mean: number, low: number, high: number) => ({
    mean,
    ci95: [low, high] as const,
    n: 9,
  });
  it('is better or worse by the direction of its measure', () => {
    expect(changeOf('waitMeanS', of(-3, -4, -2))).toBe('better');
    expect(changeOf('waitMeanS', of(3, 2, 4))).toBe('worse');
    expect(changeOf('withinTargetShare', of(0.1, 0.05, 0.2))).toBe('better');
    expect(changeOf('arrived', of(3, 2, 4))).toBe('changed');
    expect(changeOf('waitMeanS', of(3, -1, 7))).toBe('unclear');
    expect(changeOf('waitMeanS', { mean: 3, ci95: null, n: 1 })).toBe('unclear');
    expect(changeOf('waitMeanS', of(0, 0, 0))).toBe('same');
  });

  it('is written as finely as it is known', () => {
    const { difference, differenceInterval } = formatter('en');
    expect(difference('duration', of(-66, -72, -60))).toBe('-1.10');
    expect(differenceInterval('duration', of(-66, -72, -60))).toBe('-1.20 … -1.00');
    expect(difference('days', of(0.04, 0.03, 0.05))).toBe('+0.040');
    expect(difference('count', of(0, 0, 0))).toBe('0.0');
  });

  it('shows first what is to be watched', async () => {
    const { store, show } = studies();
    await show('no-shows');
    const report = store.getState().comparisons['no-shows']!;
    const shown = measuresToShow(report, ['noShowShare', 'waitMeanS']);
    expect(shown.slice(0, 2)).toEqual(['noShowShare', 'waitMeanS']);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown).not.toContain('balkedShare');
  });
});

describe('the acceptance', () => {
  it('is run and kept', async () => {
    const { store, verify: run } = studies();
    const next: (string | null)[] = [];
    const shown: number[] = [];
    store.subscribe(({ verifying, found }) => {
      next.push(verifying.next);
      shown.push(found.length);
    });
    await run('quick');
    const { verification, verifying, found } = store.getState();
    expect(Math.max(...shown)).toBe(1);
    expect(found).toEqual([]);
    expect(verifying.status).toBe('idle');
    expect(verification?.effort).toBe('quick');
    expect(verification?.cases.map((c) => c.id)).toEqual(['mm1']);
    expect(next).toContain('mm1');
    expect(CASES.some((c) => c.id === 'mm1')).toBe(true);
  });

  it('keeps what it has found when cancelled', async () => {
    const { store, verify: run } = studies({
      verify: async (request, heard) => {
        await worker.verify(request, heard);
        throw new Superseded();
      },
    });
    await run('quick');
    const { verification, verifying, found } = store.getState();
    expect(verification).toBeNull();
    expect(verifying.status).toBe('idle');
    expect(found.map(({ id }) => id)).toEqual(['mm1']);
  });

  it('says so when it fails', async () => {
    const { store, verify: run } = studies({
      verify: () => Promise.reject(new ThreadFailure('gone')),
    });
    await run('full');
    expect(store.getState().verifying).toMatchObject({ status: 'failed', reason: 'gone' });
  });
});

it('pages have addresses', () => {
  for (const page of PAGES) expect(pageOf(hashOf(page))).toBe(page);
  expect(pageOf('')).toBe('hall');
  expect(pageOf('#/elsewhere')).toBe('hall');
});
