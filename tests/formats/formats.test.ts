import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { placeIn } from '../../src/app/state/link';
import { checkFloorPlan } from '../../src/geometry/check';
import { readCameraLibrary } from '../../src/scenarios/camera-library';
import { hallScenario } from '../../src/scenarios/halls';
import {
  readFloorPlan,
  readHallState,
  readScenario,
  readSweepPlan,
} from '../../src/scenarios/read';
import { FORMATS } from '../../src/scenarios/schema-json';
import { readTicketEvent } from '../../src/scenarios/ticket-event';
import { readTour } from '../../src/scenarios/tours/read';

/**
 * A file of every version that was ever saved. A fixture is never changed: when a format gets a new
 * version, another file joins it, and the old one still has to open.
 */
const fixture = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

describe('what was saved by any version opens', () => {
  test('floor plan 1', () => {
    const plan = readFloorPlan(fixture('floorplan-1.json'), 'floorplan-1.json');
    expect(plan).toMatchObject({ format: 'hall-twin/floorplan', version: 1, id: 'room' });
    expect(plan.windows.length).toBeGreaterThan(0);
    expect(checkFloorPlan(plan)).toEqual([]);
  });

  test('scenario 1', () => {
    const scenario = readScenario(fixture('scenario-1.json'), 'scenario-1.json');
    expect(scenario).toMatchObject({ version: 1, id: 'quxi', floorplan: 'hall-200' });
    expect(scenario.windows).toHaveLength(14);
  });

  test('link 1: a scenario with a floor plan in it', async () => {
    const place = await placeIn(fixture('link-1.txt').trim());
    expect(place).toMatchObject({
      hall: { as: 'whole', scenario: { id: 'quxi', floorplan: { id: 'room' } } },
      settings: null,
      page: 'studio',
    });
  });

  test('link 2: a hall with seed, time, view and page', async () => {
    const place = await placeIn(fixture('link-2.txt').trim());
    expect(place).toMatchObject({
      hall: { as: 'whole', scenario: { id: 'putian', floorplan: { id: 'room' } } },
      settings: { visitsPerDay: 300, targetWaitS: 600, replications: 40, seed: 7 },
      timeUs: 36_300e6,
      view: { kind: 'orbit', heat: 'waiting', selection: { kind: 'window', window: 'w1' } },
      page: 'cameras',
    });
    expect(place.view.pose?.target).toEqual([8, 0, -4.5]);
  });

  test('camera library 1', () => {
    const { models, problems } = readCameraLibrary(fixture('camera-library-1.json'), 'library');
    expect(problems).toEqual([]);
    expect(models.map(({ id }) => id)).toEqual(['own-1']);
  });

  test('state of a hall 1', () => {
    const state = readHallState(fixture('state-1.json'), 'state-1.json', hallScenario('quxi'));
    expect(state).toMatchObject({ version: 1, at: '10:05', arrived: 64 });
    expect(state.waiting.map(({ count }) => count)).toEqual([1, 9, 3]);
  });

  test('sweep 1', () => {
    const plan = readSweepPlan(fixture('sweep-1.json'), 'sweep-1.json');
    expect(plan).toMatchObject({ version: 1, id: 'district', replications: 200, seed: 1 });
    expect(plan.halls).toHaveLength(3);
    expect(plan.promise).toEqual({ withinS: 900, share: 0.9, mostAbandoned: null });
  });

  test('tour 1', () => {
    const tour = readTour(fixture('tour-1.json'), 'tour-1.json');
    expect(tour.steps.map(({ camera }) => camera.kind)).toEqual(['overview', 'near', 'zone']);
    expect(tour.cast.guest).toMatchObject({ green: true, pick: 'longestWait' });
  });

  test('ticket events 1', () => {
    const lines = fixture('ticket-event-1.ndjson').trim().split('\n');
    const read = lines.map((line) => readTicketEvent(line, 480));
    expect(read.map(({ problems }) => problems)).toEqual(lines.map(() => null));
    expect(read[1]!.event).toMatchObject({
      kind: 'ticket-taken',
      ticket: 'A001',
      item: '社会保险',
    });
  });

  test('every format that has a schema has a fixture', () => {
    const files = readdirSync(new URL('.', import.meta.url));
    for (const format of FORMATS)
      expect(
        files.some((file) => file.startsWith(`${format}-1`)),
        format,
      ).toBe(true);
  });
});
