import { beforeEach, describe, expect, test } from 'vitest';
import { createDuo } from '../../../src/app/compare/duo';
import { PlaybackClock } from '../../../src/app/playback/clock';
import { createShow, type Show } from '../../../src/app/show/store';
import { createTours, type Tours } from '../../../src/app/show/tours';
import { createSession, type Session } from '../../../src/app/state/session';
import { createTwinStore, type TwinStore } from '../../../src/app/state/store';
import { TOURS } from '../../../src/scenarios/tours';
import type { SimulationWorker } from '../../../src/workers/api';
import { inThread, loadPlanFile } from '../in-thread';

let twin: TwinStore;
let clock: PlaybackClock;
let session: Session;
let show: Show;
let tours: Tours;
let nowMs: number;
const approval = TOURS.find(({ id }) => id === 'approval')!;
const pooled = TOURS.find(({ id }) => id === 'pooled')!;

beforeEach(async () => {
  twin = createTwinStore('zh');
  clock = new PlaybackClock();
  nowMs = 0;
  const worker: SimulationWorker = {
    ...inThread,
    simulate: (request, heard) => inThread.simulate({ ...request, replications: 1 }, heard),
  };
  session = createSession({
    store: twin,
    clock,
    worker,
    loadPlan: loadPlanFile,
    playsByItself: () => true,
  });
  show = createShow({ twin, clock });
  const duo = createDuo(() => worker);
  tours = createTours({ twin, clock, session, show, duo, loadPlan: loadPlanFile });
  await session.openHall('putian');
  clock.pause();
  clock.seek(11 * 3600e6);
});

const shown = () => tours.store.getState().shown!;

/** Frames of a tenth of a second. */
function passes(seconds: number): void {
  for (let frame = 0; frame < seconds * 10; frame++) {
    nowMs += 100;
    tours.clock().advance(100);
    tours.tick(nowMs);
  }
}

describe('a guided tour', () => {
  test('goes through its steps by itself, each at its event, and stops at the end', async () => {
    await tours.open(approval);
    expect(shown().at).toBe(0);
    const seen = new Set<number>();
    for (let second = 0; second < 600 && !shown().finished; second++) {
      passes(1);
      seen.add(shown().at);
    }
    expect([...seen]).toEqual(approval.steps.map((_, i) => i));
    expect(shown()).toMatchObject({ finished: true, running: false });
    const last = shown().steps.at(-1)!;
    expect(clock.timeUs()).toBeGreaterThanOrEqual(last.timeUs);
    expect(clock.playing()).toBe(false);
  });

  test('waits for whoever takes over, and leads back to where it was', async () => {
    await tours.open(approval);
    tours.next();
    passes(1);
    expect(shown()).toMatchObject({ at: 1, running: true });
    twin.setState({ selection: { kind: 'window', window: 'w3' } });
    passes(0.1);
    expect(shown().running).toBe(false);
    const stoodUs = clock.timeUs();
    clock.seek(16 * 3600e6);
    show.followKind('longestWait');
    tours.goOn();
    expect(shown()).toMatchObject({ at: 1, running: true });
    expect(clock.timeUs()).toBe(stoodUs);
    expect(twin.getState().selection).toEqual({
      kind: 'visitor',
      visitor: shown().steps[1]!.visitor,
    });
    // A clock that is stopped by hand stops the tour as well.
    clock.pause();
    passes(0.1);
    expect(shown().running).toBe(false);
  });

  test('gives back the hall that was open, at its time', async () => {
    await tours.open(approval);
    expect(twin.getState().question?.scenario.id).toBe('quxi');
    await tours.leave();
    expect(twin.getState().question?.scenario.id).toBe('putian');
    expect(twin.getState().question?.origin).toEqual({ kind: 'shipped', id: 'putian' });
    expect(clock.timeUs()).toBe(11 * 3600e6);
    expect(clock.playing()).toBe(false);
  });

  test('of two halls plays both on one clock', async () => {
    await tours.open(pooled);
    expect(shown().beside).toHaveLength(2);
    expect(tours.clock()).not.toBe(clock);
    passes(2);
    expect(tours.clock().timeUs()).toBeGreaterThan(shown().steps[0]!.timeUs);
    await tours.leave();
    expect(twin.getState().question?.scenario.id).toBe('putian');
  });

  test('ends when another hall is opened', async () => {
    await tours.open(approval);
    await session.openHall('xichang');
    expect(tours.store.getState().shown).toBeNull();
    expect(twin.getState().question?.scenario.id).toBe('xichang');
  });

  test('a file that is none is told of, and the hall stays', async () => {
    await tours.openFile({ name: 'my.json', size: 2, text: async () => '{}' });
    expect(twin.getState().notice).toMatchObject({ kind: 'input', source: 'my.json' });
    expect(twin.getState().question?.scenario.id).toBe('putian');
    expect(tours.store.getState().shown).toBeNull();
  });
});
