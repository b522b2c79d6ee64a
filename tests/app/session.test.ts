import { describe, expect, it } from 'vitest';
import { PlaybackClock } from '../../src/app/playback/clock';
import { createSession, type InputFile } from '../../src/app/state/session';
import { createTwinStore, figuresAreOld, PLAYED_REPLICATION } from '../../src/app/state/store';
import { hallScenario } from '../../src/scenarios/halls';
import { numberOf } from '../../src/scenarios/provenance';
import { MAX_INPUT_BYTES } from '../../src/scenarios/read';
import { simulate } from '../../src/sim/experiments/simulate';
import type { SimulationWorker } from '../../src/workers/api';
import { Superseded, ThreadFailure } from '../../src/workers/lane';
import { inThread, loadPlanFile } from './in-thread';

const QUICK = { replications: 2 };

/** A page's parts over the real simulation, cut to few replications. */
function page(over: Partial<SimulationWorker> = {}, playsByItself = () => true) {
  const store = createTwinStore('zh');
  const clock = new PlaybackClock();
  const worker: SimulationWorker = {
    record: over.record ?? inThread.record,
    cancelSimulate: over.cancelSimulate ?? inThread.cancelSimulate,
    simulate:
      over.simulate ?? ((request, heard) => inThread.simulate({ ...request, ...QUICK }, heard)),
    supervise: over.supervise ?? inThread.supervise,
  };
  return {
    store,
    clock,
    session: createSession({ store, clock, worker, loadPlan: loadPlanFile, playsByItself }),
  };
}

const file = (content: unknown, name = 'mine.json'): InputFile => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { name, size: text.length, text: async () => text };
};

describe('opening a hall', () => {
  it('shows its plan at once, then plays its day and fills in its measures', async () => {
    const { store, clock, session } = page();
    const seen: string[] = [];
    store.subscribe((s) =>
      seen.push(`${s.plan ? 'plan' : '-'} ${s.day.timeline ? 'day' : '-'} ${s.figures.status}`),
    );
    await session.openHall('quxi');
    const state = store.getState();
    expect(seen).toContain('plan - working');
    expect(state.plan?.id).toBe('hall-200');
    expect(state.day.timeline?.visitors).toBeGreaterThan(100);
    expect(state.day.timeline?.record.header.replication).toBe(PLAYED_REPLICATION);
    expect(state.figures.status).toBe('ready');
    expect(figuresAreOld(state)).toBe(false);
    expect(clock.playing()).toBe(true);
    // Shortly before nine.
    expect(clock.timeUs()).toBe((9 * 60 - 2) * 60e6);
    expect(clock.endUs).toBeGreaterThanOrEqual(17 * 3600e6);
  });

  it('does not play by itself for who wants nothing to move', async () => {
    const { clock, session } = page({}, () => false);
    await session.openHall('quxi');
    expect(clock.playing()).toBe(false);
    expect(clock.timeUs()).toBe((9 * 60 - 2) * 60e6);
  });

  it('gives the figures that the simulation gives', async () => {
    const { store, session } = page();
    await session.openHall('putian');
    const scenario = hallScenario('putian');
    const floorplan = await loadPlanFile('hall-150-l');
    const expected = simulate({ scenario, floorplan, seed: 1, ...QUICK });
    expect(store.getState().figures.report).toEqual(expected);
  });

  it('keeps the last hall asked for, whichever comes in first', async () => {
    const { store, session } = page();
    await Promise.all([session.openHall('quxi'), session.openHall('putian')]);
    expect(store.getState().question?.origin).toEqual({ kind: 'shipped', id: 'putian' });
    expect(store.getState().day.answers?.scenario.id).toBe('putian');
    expect(store.getState().figures.report?.scenario).toBe('putian');
  });
});

describe('another floor plan', () => {
  it('holds the same hall with the same assumptions', async () => {
    const { store, session } = page();
    await session.openHall('putian');
    await session.changeSettings({ visitsPerDay: 300 });
    await session.openPlan('hall-150-u');
    const state = store.getState();
    expect(state.plan?.id).toBe('hall-150-u');
    expect(state.question?.origin).toEqual({ kind: 'shipped', id: 'putian' });
    expect(state.settings?.visitsPerDay).toBe(300);
    expect(state.figures.report?.floorplan).toBe('hall-150-u');
    expect(state.day.timeline?.visitors).toBeGreaterThan(100);
  });

  it('that is not there leaves everything as it was', async () => {
    const { store, session } = page();
    await session.openHall('putian');
    await session.openPlan('nowhere');
    expect(store.getState().plan?.id).toBe('hall-150-l');
    expect(store.getState().notice).toEqual({ kind: 'plan', id: 'nowhere' });
  });
});

describe('a plan that is drawn', () => {
  it('is simulated with the same assumptions, the old figures marked until then', async () => {
    const { store, session } = page();
    await session.openHall('quxi');
    await session.changeSettings({ seed: 7 });
    const plan = await loadPlanFile('hall-200');
    const moved = { ...plan, seats: plan.seats.slice(1) };
    let old = false;
    const stop = store.subscribe((state) => {
      old ||= state.plan === moved && figuresAreOld(state);
    });
    expect(await session.changePlan(moved)).toEqual([]);
    stop();
    const { question, settings, figures } = store.getState();
    expect(old).toBe(true);
    expect(question).toMatchObject({ floorplan: moved, seed: 7 });
    expect(settings?.seed).toBe(7);
    expect(figures.answers).toBe(question);
  });

  it('that can’t be simulated is told why, and everything stays', async () => {
    const { store, session } = page();
    await session.openHall('quxi');
    const before = store.getState();
    const plan = await loadPlanFile('hall-200');
    const problems = await session.changePlan({
      ...plan,
      windows: plan.windows.map((w) => (w.id === 'w3' ? { ...w, visitorSpot: [-5, 5] } : w)),
    });
    expect(problems.map(({ of, path }) => [of, path])).toEqual([
      ['plan', 'windows[2].visitorSpot'],
    ]);
    expect(store.getState().question).toBe(before.question);
    expect(store.getState().plan).toBe(before.plan);
  });

  it('opens the windows that are drawn, and the ones that were once they are drawn again', async () => {
    const { store, session } = page();
    await session.openHall('quxi');
    const plan = await loadPlanFile('hall-200');
    const fewer = {
      ...plan,
      windows: plan.windows.filter(({ id }) => id !== 'w8'),
      pickups: plan.pickups.filter(({ window }) => window !== 'w8'),
      displays: plan.displays.filter(({ window }) => window !== 'w8'),
    };
    const ids = () => store.getState().question!.scenario.windows.map(({ id }) => id);
    const before = store.getState().question!.scenario.windows;
    expect(await session.changePlan(fewer)).toEqual([]);
    expect(ids()).not.toContain('w8');
    expect(await session.changePlan({ ...plan })).toEqual([]);
    expect(store.getState().question!.scenario.windows).toEqual(before);
    // The only window for taxes can't be drawn away: somebody would come in vain.
    const problems = await session.changePlan({
      ...plan,
      windows: plan.windows.filter(({ id }) => id !== 'w13'),
      pickups: plan.pickups.filter(({ window }) => window !== 'w13'),
      displays: plan.displays.filter(({ window }) => window !== 'w13'),
    });
    expect(problems.map(({ of, path }) => [of, path])).toEqual([['scenario', 'windows[12].id']]);
  });

  it('what a window serves is changed for good; nobody may be left unserved', async () => {
    const { store, session } = page();
    await session.openHall('quxi');
    const windows = () => store.getState().question!.scenario.windows;
    const all = windows()[0]!.serves;
    expect(await session.changeServes('w1', all.slice(0, 1))).toEqual([]);
    expect(windows()[0]!.serves).toEqual(all.slice(0, 1));
    const plan = await loadPlanFile('hall-200');
    await session.changePlan({ ...plan, seats: [] });
    expect(windows()[0]!.serves).toEqual(all.slice(0, 1));
    const problems = await session.changeServes('w13', []);
    expect(problems.length).toBeGreaterThan(0);
    expect(windows()[12]!.serves.length).toBeGreaterThan(0);
  });

  it('that is too small can be tried all the same', async () => {
    const { session } = page();
    await session.openHall('quxi');
    const plan = await loadPlanFile('hall-200');
    expect(await session.changePlan({ ...plan, minimumAreaM2: 500 })).toEqual([]);
  });
});

describe('opening a file', () => {
  it('takes a good scenario, with a plan or without', async () => {
    const { store, clock, session } = page();
    await session.openHall('quxi');
    const own = hallScenario('longwei');
    await session.openFile(file({ ...own, id: 'mine', floorplan: null }));
    const state = store.getState();
    expect(state.notice).toBeNull();
    expect(state.question?.origin).toEqual({ kind: 'file', name: 'mine.json' });
    expect(state.plan).toBeNull();
    expect(state.day.timeline).toBeNull();
    expect(clock.playing()).toBe(false);
    expect(state.figures.report?.floorplan).toBeNull();
    await session.openFile(file({ ...own, floorplan: await loadPlanFile('hall-150-u') }));
    expect(store.getState().plan?.id).toBe('hall-150-u');
    expect(store.getState().day.timeline).not.toBeNull();
  });

  const good = hallScenario('quxi');
  const broken: [what: string, content: unknown, path: string][] = [
    ['no JSON', '{"format": ', ''],
    ['the wrong type', { ...good, targetWaitS: 'soon' }, 'targetWaitS'],
    ['an unknown field', { ...good, colour: 'red' }, 'colour'],
    ['a negative number', { ...good, targetWaitS: -1 }, 'targetWaitS'],
    ['a newer version', { ...good, version: 2 }, 'version'],
    [
      'a window that the plan lacks',
      { ...good, windows: good.windows.map((w, i) => (i === 0 ? { ...w, id: 'w99' } : w)) },
      'windows[0].id',
    ],
  ];
  it.each(broken)('refuses %s and keeps the hall playing', async (_, content, path) => {
    const { store, clock, session } = page();
    await session.openHall('quxi');
    const before = store.getState();
    await session.openFile(file(content));
    const after = store.getState();
    expect(after.notice).toMatchObject({ kind: 'input', source: 'mine.json' });
    if (after.notice?.kind !== 'input') throw new Error('no problems');
    expect(after.notice.problems.map((p) => p.path)).toContain(path);
    for (const problem of after.notice.problems)
      for (const text of [problem.message, problem.remedy]) expect(text.zh && text.en).toBeTruthy();
    for (const part of ['question', 'plan', 'day', 'figures', 'opening'] as const)
      expect(after[part]).toBe(before[part]);
    expect(clock.playing()).toBe(true);
  });

  it('refuses a broken plan inside the scenario, naming the field', async () => {
    const { store, session } = page();
    await session.openHall('quxi');
    const plan = await loadPlanFile('hall-200');
    const windows = plan.windows.map((w, i) => (i === 0 ? { ...w, visitorSpot: [-5, -5] } : w));
    await session.openFile(file({ ...good, floorplan: { ...plan, windows } }));
    const { notice, question } = store.getState();
    expect(question?.origin.kind).toBe('shipped');
    if (notice?.kind !== 'input') throw new Error('no problems');
    expect(notice.problems.some((p) => p.path.startsWith('floorplan.windows[0]'))).toBe(true);
  });

  it('does not even read what is too large', async () => {
    const { store, session } = page();
    const huge: InputFile = {
      name: 'huge.json',
      size: MAX_INPUT_BYTES + 1,
      text: async () => {
        throw new Error('was read');
      },
    };
    await session.openFile(huge);
    expect(store.getState().notice).toMatchObject({ kind: 'input', source: 'huge.json' });
  });

  it('says that a page reads no files beside the scenario', async () => {
    const { store, session } = page();
    await session.openHall('quxi');
    await session.openFile(file({ ...good, floorplan: './room.json' }));
    expect(store.getState().notice).toEqual({ kind: 'plan', id: './room.json' });
    expect(store.getState().question?.origin.kind).toBe('shipped');
  });
});

describe('changing assumptions', () => {
  it('keeps the old figures, marked as old, until the new ones are there', async () => {
    const { store, clock, session } = page();
    await session.openHall('quxi');
    clock.seek(10 * 3600e6);
    const before = store.getState();
    const doing = session.changeSettings({ visitsPerDay: 100 });
    expect(figuresAreOld(store.getState())).toBe(true);
    expect(store.getState().figures.report).toBe(before.figures.report);
    expect(store.getState().day.timeline).toBe(before.day.timeline);
    await doing;
    const after = store.getState();
    expect(figuresAreOld(after)).toBe(false);
    expect(after.figures.report?.measures.arrived.mean).toBeLessThan(150);
    expect(after.day.timeline?.visitors).toBeLessThan(before.day.timeline?.visitors ?? 0);
    expect(clock.timeUs()).toBe(10 * 3600e6);
  });

  it('marks the changed number as the user’s, and gives the source back with the value', async () => {
    const { store, session } = page();
    await session.openHall('quxi');
    const own = hallScenario('quxi').demand?.visitsPerDay;
    await session.changeSettings({ visitsPerDay: 100 });
    const changed = store.getState().question?.scenario.demand?.visitsPerDay;
    expect(changed).toMatchObject({ value: 100, provenance: { kind: 'assumption' } });
    expect(changed).not.toMatchObject({ provenance: (own as { provenance: unknown }).provenance });
    await session.changeSettings({ visitsPerDay: numberOf(own ?? 0) });
    expect(store.getState().question?.scenario.demand?.visitsPerDay).toEqual(own);
  });

  it('asks nothing anew when nothing has changed', async () => {
    let asked = 0;
    const { store, session } = page({
      simulate: (request, heard) => {
        asked++;
        return inThread.simulate({ ...request, ...QUICK }, heard);
      },
    });
    await session.openHall('quxi');
    await session.changeSettings({ seed: 1 });
    expect(asked).toBe(1);
    await session.changeSettings({ seed: 2 });
    expect(asked).toBe(2);
    expect(store.getState().figures.report?.seed).toBe(2);
  });

  it('drops figures that come in late', async () => {
    const late: (() => void)[] = [];
    const { store, session } = page({
      simulate: async (request, heard) => {
        const report = await inThread.simulate({ ...request, ...QUICK }, heard);
        if (request.seed === 1) await new Promise<void>((go) => late.push(go));
        return report;
      },
    });
    const first = session.openHall('quxi');
    await expect.poll(() => late.length).toBe(1);
    await session.changeSettings({ seed: 7 });
    for (const go of late) go();
    await first;
    expect(store.getState().figures.report?.seed).toBe(7);
  });
});

describe('a thread that fails', () => {
  it('is told of, and the question can be asked again', async () => {
    let failing = true;
    const { store, session } = page({
      simulate: (request, heard) => {
        if (failing) return Promise.reject(new ThreadFailure('out of memory'));
        return inThread.simulate({ ...request, ...QUICK }, heard);
      },
    });
    await session.openHall('quxi');
    expect(store.getState().notice).toEqual({ kind: 'thread', reason: 'out of memory' });
    expect(store.getState().figures.status).toBe('failed');
    expect(store.getState().day.status).toBe('ready');
    failing = false;
    await session.retry();
    expect(store.getState().notice).toBeNull();
    expect(store.getState().figures.status).toBe('ready');
  });
});

describe('figures that are stopped', () => {
  it('leave the day and what was measured before, and can be asked for again', async () => {
    let stop: (() => void) | null = null;
    const { store, session } = page({
      simulate: (request, heard) => {
        if (request.replications < 500) return inThread.simulate({ ...request, ...QUICK }, heard);
        return new Promise((_, reject) => {
          stop = () => reject(new Superseded());
        });
      },
      cancelSimulate: () => stop?.(),
    });
    await session.openHall('quxi');
    const before = store.getState().figures.report;
    const asked = session.changeSettings({ replications: 500 });
    await expect.poll(() => stop).not.toBeNull();
    session.stopFigures();
    await asked;
    expect(store.getState()).toMatchObject({ notice: null, figures: { status: 'stopped' } });
    expect(store.getState().day.status).toBe('ready');
    expect(store.getState().figures.report).toBe(before);
    expect(figuresAreOld(store.getState())).toBe(true);
    await session.changeSettings({ replications: 40 });
    expect(store.getState().figures.status).toBe('ready');
  });
});
