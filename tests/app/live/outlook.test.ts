import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createOutlook } from '../../../src/app/live/outlook';
import type { LiveState } from '../../../src/app/live/store';
import { ticketEventsOfDay } from '../../../src/live/demo';
import { Mirror } from '../../../src/live/mirror';
import { namesOf, presentOf } from '../../../src/live/present';
import { hallScenario } from '../../../src/scenarios/halls';
import { createLocalEvaluator } from '../../../src/sim/experiments/local-evaluator';
import { prepare, recordDay } from '../../../src/sim/experiments/simulate';
import { forecastNow, type NowForecast } from '../../../src/sim/forecast/now';

const scenario = { ...hallScenario('quxi'), floorplan: null };
/** Longer than from one look at the hall to the next. */
const A_WHILE_MS = 60_000;
/** Tuesday, 1 December 2026. */
const DAY = 20_788;
const events = ticketEventsOfDay(recordDay(prepare(scenario, null, 1), 0), DAY);

/** What the page knows of the hall at a time of that day. */
function hallAt(hour: number): LiveState {
  const nowMs = DAY * 86_400_000 + hour * 3600_000;
  const mirror = new Mirror({ latenessMs: 120_000 });
  for (const event of events)
    if (event.atMs <= nowMs) mirror.follow({ kind: 'event', event, notes: [] });
  const reflection = mirror.reflection();
  return {
    line: { kind: 'open' },
    hall: { scenario, floorplan: null },
    clock: null,
    reflection,
    present: presentOf(reflection, nowMs, namesOf(scenario)),
    timeline: null,
    refreshedMs: 0,
  };
}

describe('the rest of a mirrored hall’s day', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('keeps saying what one more window would do while that is worked out anew', async () => {
    const live = createStore(() => hallAt(10.5));
    let go: () => void = () => {};
    const asked: string[] = [];
    const outlook = createOutlook(
      live,
      async ({ state }, onFirst) => {
        asked.push(state.at);
        let first: NowForecast | null = null;
        const answer = await forecastNow(
          {
            base: { scenario, floorplan: null, seed: 1 },
            state,
            promise: { withinS: 900, share: 0.9, mostAbandoned: null },
            replications: 8,
          },
          createLocalEvaluator(),
          (one) => {
            first = one;
          },
        );
        onFirst(first!);
        await new Promise<void>((resolve) => {
          go = resolve;
        });
        return answer;
      },
      () => Date.now(),
    );
    const shown = () => outlook.store.getState().answer;
    outlook.start();
    await vi.waitFor(() => expect(shown()).not.toBeNull());
    // Nothing is known of windows yet, and the answer says so.
    expect(shown()).toMatchObject({ effects: [], complete: false });
    go();
    await vi.waitFor(() => expect(shown()?.complete).toBe(true));
    const { effects, at } = shown()!;
    expect(effects.some(({ kind }) => kind === 'open')).toBe(true);
    live.setState(hallAt(10.75));
    await vi.advanceTimersByTimeAsync(A_WHILE_MS);
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    await vi.waitFor(() => expect(shown()?.at).not.toBe(at));
    expect(shown()).toMatchObject({ complete: false, effects });
    go();
    await vi.waitFor(() => expect(shown()?.complete).toBe(true));
    // Outside the hours there is no rest of the day.
    live.setState(hallAt(18));
    await vi.advanceTimersByTimeAsync(A_WHILE_MS);
    await vi.waitFor(() => expect(shown()).toBeNull());
    outlook.stop();
  });
});
