import { describe, expect, it, vi } from 'vitest';
import type { Drafts } from '../../../src/app/cameras/drafts';
import { createCameras } from '../../../src/app/cameras/store';
import { createTwinStore, type Question } from '../../../src/app/state/store';
import { inspect } from '../../../src/coverage/inspect/inspect';
import { PROFILES } from '../../../src/coverage/profiles';
import type { FloorPlan } from '../../../src/scenarios/floorplan';
import { hallScenario } from '../../../src/scenarios/halls';
import type { CoverageWorker, InspectionRequest } from '../../../src/workers/coverage-api';
import { shippedPlan } from '../../plans';

const noDrafts: Drafts = { of: (plan) => plan.cameras, keep: () => true };

function answerTo({ plan, profile, ...options }: InspectionRequest) {
  const { windows, leftOut, sight } = inspect(plan, { ...options, profile: PROFILES[profile] });
  return { profile: PROFILES[profile], windows, leftOut, people: sight.crowd.people };
}

function questionOf(floorplan: FloorPlan): Question {
  const scenario = hallScenario('quxi');
  return {
    origin: { kind: 'shipped', id: 'quxi' },
    scenario,
    floorplan,
    seed: 1,
    replications: 1,
  };
}

/** The page's parts with a thread that answers at once, but for what a test takes in hand. */
function parts(worker: Partial<CoverageWorker> = {}) {
  const twin = createTwinStore('zh');
  const cameras = createCameras({
    twin,
    drafts: noDrafts,
    worker: {
      inspect: (request) => Promise.resolve(answerTo(request)),
      plane: () => Promise.reject(new Error('no plane was asked for')),
      place: () => Promise.reject(new Error('no placement was asked for')),
      cancelPlace: () => {},
      watch: () => Promise.reject(new Error('no day was asked for')),
      cancelWatch: () => {},
      ...worker,
    },
  });
  cameras.store.setState((state) => ({ settings: { ...state.settings, plane: 'none' } }));
  const open = (plan: FloorPlan) => twin.setState({ question: questionOf(plan), plan });
  const done = () => vi.waitFor(() => expect(cameras.store.getState().working).toBe(false));
  return { twin, cameras, open, done };
}

describe('the state of the cameras page', () => {
  it('asks nothing before the page is looked at, then inspects the open hall', async () => {
    const ask = vi.fn((request: InspectionRequest) => Promise.resolve(answerTo(request)));
    const { twin, cameras, open, done } = parts({ inspect: ask });
    open(shippedPlan('hall-200'));
    expect(ask).not.toHaveBeenCalled();
    twin.setState({ page: 'cameras' });
    await done();
    expect(ask).toHaveBeenCalledTimes(1);
    expect(cameras.store.getState().inspection?.windows).toHaveLength(14);
  });

  it('never shows one hall the answer of another', async () => {
    let finish: (() => void) | null = null;
    const slow = (request: InspectionRequest) =>
      new Promise<ReturnType<typeof answerTo>>((resolve) => {
        finish = () => resolve(answerTo(request));
      });
    const { twin, cameras, open } = parts({ inspect: slow });
    open(shippedPlan('hall-200'));
    twin.setState({ page: 'cameras' });
    await vi.waitFor(() => expect(finish).not.toBeNull());
    twin.setState({ page: 'hall' });
    open(shippedPlan('hall-150-u'));
    finish!();
    await Promise.resolve();
    await Promise.resolve();
    expect(cameras.store.getState().inspection).toBeNull();
  });

  it('shows the hall its cameras where they hang now', async () => {
    const { twin, cameras, open, done } = parts();
    const plan = shippedPlan('hall-200');
    open(plan);
    twin.setState({ page: 'cameras' });
    await done();
    const moved = plan.cameras.map((camera) => ({ ...camera, heightM: 3 }));
    cameras.hang(moved);
    await done();
    expect(twin.getState().plan?.cameras).toEqual(plan.cameras);
    twin.setState({ page: 'hall' });
    expect(twin.getState().plan?.cameras).toEqual(moved);
    cameras.undo();
    twin.setState({ page: 'compare' });
    expect(twin.getState().plan?.cameras).toEqual(plan.cameras);
  });

  it('says why a thread failed, and asks again', async () => {
    let fails = true;
    const { twin, cameras, open, done } = parts({
      inspect: (request) =>
        fails ? Promise.reject(new Error('out of memory')) : Promise.resolve(answerTo(request)),
    });
    open(shippedPlan('hall-200'));
    twin.setState({ page: 'cameras' });
    await done();
    expect(cameras.store.getState().failure).toBe('out of memory');
    fails = false;
    cameras.retry();
    await done();
    expect(cameras.store.getState()).toMatchObject({ failure: null });
    expect(cameras.store.getState().inspection?.windows).toHaveLength(14);
  });
});
