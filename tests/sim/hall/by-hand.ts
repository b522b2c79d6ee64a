import type { Scenario, ScenarioInput } from '../../../src/scenarios/scenario';
import { recordDay } from '../../../src/sim/experiments/simulate';
import { compileHall } from '../../../src/sim/hall/model';
import { type DayRecord, EventKind } from '../../../src/sim/hall/record';

export const NINE = 9 * 3600;
export const DAY = 86_400;
export const exactly = (valueS: number) => ({ dist: 'deterministic' as const, valueS });
export const list = (...afterNineS: number[]) => ({
  kind: 'list' as const,
  atS: afterNineS.map((s) => NINE + s),
});
export const fixed = (days: number) => ({ kind: 'fixed' as const, days });

export type ClassInput = ScenarioInput['classes'][number];
/** A class served in 60 s, with what a test wants besides. */
export const a = (changes: Partial<ClassInput> = {}): ClassInput => ({
  id: 'a',
  name: 'a',
  arrivals: list(0),
  service: exactly(60),
  ...changes,
});
export const window = (id: string, changes: Partial<ScenarioInput['windows'][number]> = {}) => ({
  id,
  name: id,
  serves: ['a'],
  ...changes,
});
export const issue = window('issue', { area: 'issuing', serves: [] });

/** Working days in a row from Monday, 2 March 2026, open from nine to twelve. */
export const days = (workingDays: number) => ({
  kind: 'days' as const,
  firstDate: '2026-03-02',
  workingDays,
  sessions: [{ from: '09:00', to: '12:00' }],
  closing: 'serveInside' as const,
});

export function recordOf(scenario: Scenario): DayRecord {
  const model = compileHall(scenario, null);
  return recordDay({ model, floorplan: null, seed: 1, present: null }, 0);
}

/** Events of a kind: [seconds after nine of the first day, visitor, place, value]. */
export function told(record: DayRecord, kind: EventKind): number[][] {
  const { events } = record;
  return Array.from(events.kind).flatMap((k, i) =>
    k === kind
      ? [[events.timeUs[i]! / 1e6 - NINE, events.visitor[i]!, events.place[i]!, events.value[i]!]]
      : [],
  );
}
export const timesOf = (record: DayRecord, kind: EventKind) => told(record, kind).map(([t]) => t);
export const reasonsOf = (record: DayRecord) =>
  told(record, EventKind.Leave).map(([, , , value]) => value);
