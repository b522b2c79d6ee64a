import { describe, expect, it, vi } from 'vitest';
import { PlaybackClock } from '../../src/app/playback/clock';
import { createSession } from '../../src/app/state/session';
import { createTwinStore } from '../../src/app/state/store';
import type { PlanArchive } from '../../src/app/studio/archive';
import { meant } from '../../src/app/studio/pointer';
import { createStudio } from '../../src/app/studio/store';
import { checkHall } from '../../src/coverage/hall-check';
import { translated } from '../../src/drawing/edit/move';
import type { FloorPlan } from '../../src/scenarios/floorplan';
import type { StudioWorker } from '../../src/workers/studio-api';
import { inThread, loadPlanFile } from './in-thread';

/** A studio over the real session; storage in memory, which may be full. */
function page(storage: { draft?: FloorPlan; full?: boolean; taken?: boolean } = {}) {
  const twin = createTwinStore('en');
  const kept: FloorPlan[] = [];
  const archive = {
    draft: async () => (storage.draft ? { at: 1_000, plan: storage.draft } : null),
    keep: async (_: string, plan: FloorPlan) => {
      if (storage.full) throw new DOMException('no room', 'QuotaExceededError');
      kept.push(plan);
    },
    addVersion: async () => {
      if (storage.full) throw new DOMException('no room', 'QuotaExceededError');
    },
    versions: async () => [],
  } as unknown as PlanArchive;
  const session = createSession({
    store: twin,
    clock: new PlaybackClock(),
    worker: {
      ...inThread,
      simulate: (request, heard) => inThread.simulate({ ...request, replications: 2 }, heard),
      supervise: inThread.supervise,
    },
    loadPlan: loadPlanFile,
    playsByItself: () => true,
  });
  const studio = createStudio({
    twin,
    session,
    worker: { check: async (plan, facts) => checkHall(plan, facts) } as StudioWorker,
    archive,
    claim: (_, taken) => {
      if (storage.taken) taken();
    },
  });
  return { twin, session, studio, kept };
}

const settled = (done: () => boolean) => vi.waitFor(() => expect(done()).toBe(true), 10_000);

async function opened(storage?: Parameters<typeof page>[0]) {
  const parts = page(storage);
  await parts.session.openHall('quxi');
  parts.twin.setState({ page: 'studio' });
  await settled(() => parts.studio.store.getState().check !== null);
  return parts;
}

describe('the studio', () => {
  it('keeps a change that was made just before the page went', async () => {
    const { studio, kept } = await opened();
    const before = kept.length;
    const plan = studio.store.getState().history!.plan;
    const [first] = plan.windows;
    studio.edit(translated(plan, [{ list: 'windows', id: first!.id }], 0.1, 0));
    expect(kept).toHaveLength(before);
    studio.keepNow();
    expect(kept.at(-1)).toBe(studio.store.getState().history!.plan);
    // Nothing is kept twice.
    studio.keepNow();
    expect(kept).toHaveLength(before + 1);
  });

  it('opens the plan of the hall, checks it, and simulates what is drawn once the hand rests', async () => {
    const { twin, studio, kept } = await opened();
    const { history, opened: base } = studio.store.getState();
    expect(history!.plan).toBe(base);
    const moved = translated(base!, [{ list: 'fixtures', id: 'guide-desk' }], 0.1, 0);
    studio.edit(moved, 'drag');
    const further = translated(base!, [{ list: 'fixtures', id: 'guide-desk' }], 0.2, 0);
    studio.edit(further, 'drag');
    await settled(() => twin.getState().question?.floorplan === further);
    await settled(() => studio.store.getState().checkedPlan === further);
    // One drag: kept and simulated once, undone at once.
    expect(kept).toEqual([further]);
    studio.undo();
    expect(studio.store.getState().history!.plan).toBe(base);
  });

  it('takes up again what was left, and the plan as opened is one step away', async () => {
    const base = await loadPlanFile('hall-200');
    const draft = { ...base, seats: base.seats.slice(3) };
    const { twin, studio } = await opened({ draft });
    expect(studio.store.getState().recoveredAt).toBe(1_000);
    expect(studio.store.getState().history!.plan).toBe(draft);
    await settled(() => twin.getState().question?.floorplan === draft);
    studio.restore();
    expect(studio.store.getState().history!.plan.seats).toHaveLength(base.seats.length);
    studio.undo();
    expect(studio.store.getState().history!.plan).toBe(draft);
  });

  it('says when the disk is full, and when another tab has the plan', async () => {
    const { studio } = await opened({ full: true, taken: true });
    expect(studio.store.getState().elsewhere).toBe(true);
    const { plan } = studio.store.getState().history!;
    studio.edit({ ...plan, ceilingHeightM: 4 });
    await settled(() => studio.store.getState().keeping === 'full');
    studio.store.setState({ keeping: 'kept' });
    await studio.keepVersion();
    expect(studio.store.getState().keeping).toBe('full');
    expect(studio.store.getState().history!.plan.ceilingHeightM).toBe(4);
  });

  it('says why what is drawn can’t be simulated, and forgets it when it can', async () => {
    const { studio } = await opened();
    const { plan } = studio.store.getState().history!;
    studio.edit({ ...plan, doors: [] });
    await settled(() => studio.store.getState().problems.length > 0);
    expect(studio.store.getState().problems[0]).toMatchObject({ of: 'plan', path: 'doors' });
    studio.undo();
    await settled(() => studio.store.getState().problems.length === 0);
  });

  it('follows the hall that is opened next', async () => {
    const { session, studio } = await opened();
    studio.select([{ list: 'seats', id: 's1' }]);
    await session.openHall('putian');
    await settled(() => studio.store.getState().history?.plan.id === 'hall-150-l');
    expect(studio.store.getState().selection).toEqual([]);
    expect(studio.store.getState().history!.past).toBeNull();
  });

  it('keeps a change even if another hall is opened before the hand rests', async () => {
    const { session, studio, kept } = await opened();
    const { plan } = studio.store.getState().history!;
    const higher = { ...plan, ceilingHeightM: 4 };
    studio.edit(higher);
    await session.openHall('putian');
    await settled(() => kept.length > 0);
    expect(kept[0]).toBe(higher);
  });

  it('takes cameras that were hung on their own page as one step', async () => {
    const { twin, studio } = await opened();
    const { plan } = studio.store.getState().history!;
    twin.setState({ page: 'cameras' });
    twin.setState({ plan: { ...plan, cameras: plan.cameras.slice(1) } });
    twin.setState({ page: 'studio' });
    expect(studio.store.getState().history!.plan.cameras).toHaveLength(plan.cameras.length - 1);
    studio.undo();
    expect(studio.store.getState().history!.plan).toBe(plan);
  });
});

it('a press on a window’s display means the window, and once that is selected the display', async () => {
  const plan = await loadPlanFile('hall-200');
  const display = { list: 'displays', id: 'display-w3' } as const;
  const window = { list: 'windows', id: 'w3' } as const;
  expect(meant(plan, display, [])).toEqual(window);
  expect(meant(plan, display, [window])).toEqual(display);
  expect(meant(plan, display, [display])).toEqual(display);
  const hall = { list: 'displays', id: 'display-hall' } as const;
  expect(meant(plan, hall, [])).toEqual(hall);
  const seat = { list: 'seats', id: 's1' } as const;
  expect(meant(plan, seat, [window])).toEqual(seat);
});
