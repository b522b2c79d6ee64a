import { describe, expect, test } from 'vitest';
import { createNavigator } from '../../../src/geometry/navigator';
import { hallScenario } from '../../../src/scenarios/halls';
import { prepare, recordDay } from '../../../src/sim/experiments/simulate';
import { EventKind } from '../../../src/sim/hall/record';
import { Activity, createTimeline, Pose, WindowState } from '../../../src/sim/hall/timeline';
import { shippedPlan } from '../../plans';

const scenario = hallScenario('quxi');
const plan = shippedPlan('hall-200');
const record = recordDay(prepare(scenario, plan, 1), 0);
const timeline = createTimeline(record);
const crowd = timeline.createCrowd();
const instants = Array.from(
  { length: 400 },
  (_, i) => timeline.startUs + ((timeline.endUs - timeline.startUs) * i) / 400,
);

/** Everything shown at an instant, as plain data. */
function shown(timeUs: number) {
  timeline.crowdAt(timeUs, crowd);
  return {
    people: Array.from({ length: crowd.count }, (_, i) => [
      crowd.visitor[i],
      crowd.x[i],
      crowd.y[i],
      crowd.headingRad[i],
      crowd.pose[i],
      crowd.activity[i],
    ]),
    windows: record.header.windows.map((_, w) => [
      timeline.windowState(w, timeUs),
      timeline.windowVisitor(w, timeUs),
    ]),
  };
}

describe('the timeline of a day in 曲溪', () => {
  test('shows everybody who has come and not left, at any instant', () => {
    const { events } = record;
    for (const t of instants) {
      let inside = 0;
      for (let i = 0; i < events.length && events.timeUs[i]! <= t; i++) {
        if (events.kind[i] === EventKind.Arrive) inside++;
        if (events.kind[i] === EventKind.Leave) inside--;
      }
      timeline.crowdAt(t, crowd);
      expect(crowd.count).toBe(inside);
      expect(timeline.inside(t)).toBe(inside);
    }
  });

  test('scrubbing back shows what was shown before', () => {
    const forth = instants.map((t) => JSON.stringify(shown(t)));
    const back = [...instants].reverse().map((t) => JSON.stringify(shown(t)));
    expect(back.reverse()).toEqual(forth);
  });

  test('people walk at their own pace: nobody jumps', () => {
    const last = new Map<number, [number, number]>();
    const step = 0.5e6;
    for (let t = timeline.startUs; t < timeline.startUs + 3600e6; t += step) {
      timeline.crowdAt(t, crowd);
      for (let i = 0; i < crowd.count; i++) {
        const before = last.get(crowd.visitor[i]!);
        const [x, y] = [crowd.x[i]!, crowd.y[i]!];
        if (before)
          expect(Math.hypot(x - before[0], y - before[1])).toBeLessThan((2.2 * step) / 1e6 + 1e-6);
        last.set(crowd.visitor[i]!, [x, y]);
      }
    }
  });

  test('no two sit on one seat, and who sits waits', () => {
    for (const t of instants) {
      timeline.crowdAt(t, crowd);
      const seats = new Set<string>();
      for (let i = 0; i < crowd.count; i++) {
        if (crowd.pose[i] !== Pose.Sitting) continue;
        const seat = `${crowd.x[i]},${crowd.y[i]}`;
        expect(seats.has(seat)).toBe(false);
        seats.add(seat);
        expect([Activity.Waiting, Activity.AwaitingApproval, Activity.AwaitingIssue]).toContain(
          crowd.activity[i],
        );
      }
    }
  });

  test('a serving window and its visitor agree', () => {
    for (const t of instants) {
      timeline.crowdAt(t, crowd);
      for (let i = 0; i < crowd.count; i++) {
        if (crowd.activity[i] !== Activity.InService) continue;
        const windows = record.header.windows.filter(
          (_, w) =>
            timeline.windowVisitor(w, t) === crowd.visitor[i] &&
            timeline.windowState(w, t) === WindowState.Serving,
        );
        expect(windows).toHaveLength(1);
      }
    }
  });

  test('a story runs from door to door without gaps', () => {
    for (let v = 0; v < timeline.visitors; v++) {
      const story = timeline.story(v);
      for (let i = 1; i < story.length; i++) expect(story[i]!.startUs).toBe(story[i - 1]!.endUs);
      expect(story.at(-1)!.activity).toBe(Activity.Leaving);
    }
    expect(timeline.ticket(0)).toMatch(/^[A-F]\d{3}$/);
  });

  test('walks of the record take as long as their route at the walker’s speed', () => {
    const navigator = createNavigator(plan);
    expect(record.header.places).toEqual(navigator.places);
    const { walks } = record;
    for (let i = 0; i < walks.length; i++) {
      let length = 0;
      for (let p = walks.firstPoint[i]!; p + 1 < walks.firstPoint[i + 1]!; p++)
        length += Math.hypot(
          walks.points[2 * p + 2]! - walks.points[2 * p]!,
          walks.points[2 * p + 3]! - walks.points[2 * p + 1]!,
        );
      const speed = length / ((walks.endUs[i]! - walks.startUs[i]!) / 1e6);
      if (length > 0.1) {
        expect(speed).toBeGreaterThan(0.459);
        expect(speed).toBeLessThan(2.21);
      }
    }
  });
});
