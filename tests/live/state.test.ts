import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ticketEventsOfDay } from '../../src/live/demo';
import { Mirror } from '../../src/live/mirror';
import { namesOf, presentOf } from '../../src/live/present';
import { hallStateOf } from '../../src/live/state';
import { hallStateSchema } from '../../src/scenarios/hall-state';
import { hallScenario } from '../../src/scenarios/halls';
import { readFloorPlan } from '../../src/scenarios/read';
import type { TicketEvent } from '../../src/scenarios/ticket-event';
import { stateProblems } from '../../src/scenarios/validate-state';
import { prepare, recordDay } from '../../src/sim/experiments/simulate';

const scenario = hallScenario('quxi');
const plan = readFloorPlan(readFileSync('public/floorplans/hall-200.json', 'utf8'), 'hall-200');
/** Tuesday, 1 December 2026. */
const DAY = 20_788;
const events = ticketEventsOfDay(recordDay(prepare(scenario, plan, 1), 0), DAY);

function stateAt(hour: number, told: readonly TicketEvent[] = events) {
  const nowMs = DAY * 86_400_000 + hour * 3600_000;
  const mirror = new Mirror({ latenessMs: 120_000 });
  for (const event of told)
    if (event.atMs <= nowMs) mirror.follow({ kind: 'event', event, notes: [] });
  const reflection = mirror.reflection();
  const present = presentOf(reflection, nowMs, namesOf(scenario));
  return { present, state: hallStateOf(scenario, present, reflection.day) };
}

describe('a mirrored hall as the state that the rest of the day is forecast from', () => {
  it('keeps the format, contradicts nothing, and has everybody', () => {
    for (const hour of [9.02, 9.6, 10.4, 11.99, 12.5, 13.5, 15, 16.95]) {
      const { present, state } = stateAt(hour);
      const read = hallStateSchema.parse(state);
      expect(stateProblems(read, scenario)).toEqual([]);
      expect(read.waiting).toHaveLength(present.waiting.length);
      expect(read.windows.filter(({ serving }) => serving).map(({ id }) => id)).toEqual(
        present.windows.filter(({ ticket }) => ticket !== null).map(({ window }) => window),
      );
      expect(read.approvals).toHaveLength(present.awaiting);
    }
  });

  it('opens windows that are closed at noon again after it', () => {
    const closed = events.map((event) =>
      event.kind === 'called' && event.window === 'w1' ? { ...event, window: 'w2' } : event,
    );
    const noon: TicketEvent = {
      ...events[0]!,
      id: 'noon',
      kind: 'window-closed',
      atMs: DAY * 86_400_000 + 12.2 * 3600_000,
      window: 'w1',
      ticket: '',
    };
    const { state } = stateAt(12.5, [...closed, noon]);
    expect(state?.windows?.find(({ id }) => id === 'w1')).toEqual({
      id: 'w1',
      open: false,
      backAt: '13:00',
    });
  });

  it('is none outside the hours', () => {
    expect(stateAt(8).state).toBeNull();
    expect(stateAt(18).state).toBeNull();
  });
});
