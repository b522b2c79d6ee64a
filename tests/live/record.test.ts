import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ticketEventsOfDay } from '../../src/live/demo';
import { Mirror } from '../../src/live/mirror';
import { namesOf, presentOf } from '../../src/live/present';
import { recordOf, stageOf } from '../../src/live/record';
import { GrowingTimeline } from '../../src/live/timeline';
import { hallScenario } from '../../src/scenarios/halls';
import { readFloorPlan } from '../../src/scenarios/read';
import { prepare, recordDay } from '../../src/sim/experiments/simulate';
import { Activity, Pose, WindowState } from '../../src/sim/hall/timeline';

const scenario = hallScenario('quxi');
const plan = readFloorPlan(readFileSync('public/floorplans/hall-200.json', 'utf8'), 'hall-200');
const DAY = 20_788;
const MIDNIGHT_MS = DAY * 86_400_000;
const events = ticketEventsOfDay(recordDay(prepare(scenario, plan, 1), 0), DAY);
const stage = stageOf(scenario, plan);

/** The mirror of the simulated day at a time, seconds since midnight. */
function at(atS: number) {
  const mirror = new Mirror({ latenessMs: 120_000 });
  const nowMs = MIDNIGHT_MS + atS * 1000;
  for (const event of events)
    if (event.atMs <= nowMs) mirror.follow({ kind: 'event', event, notes: [] });
  const reflection = mirror.reflection();
  return { reflection, present: presentOf(reflection, nowMs, namesOf(scenario)) };
}

const TIMES_S = [9.1, 9.75, 10.5, 11.9, 12.4, 14.25, 16.9].map((hour) => hour * 3600);

describe('a mirrored day as a record', () => {
  it('shows at any time who waits, who is called and who is served, and what each window does', () => {
    for (const atS of TIMES_S) {
      const { reflection, present } = at(atS);
      const timeline = new GrowingTimeline(recordOf(stage, reflection.day));
      const timeUs = atS * 1e6;
      const crowd = timeline.createCrowd();
      timeline.crowdAt(timeUs, crowd);
      const who = (...activities: Activity[]) =>
        Array.from(crowd.visitor.subarray(0, crowd.count))
          .filter((_, i) => activities.includes(crowd.activity[i]! as Activity))
          .map((visitor) => timeline.ticket(visitor))
          .sort();
      const phase = (...phases: string[]) =>
        reflection.day.tickets
          .filter((ticket) => phases.includes(ticket.phase))
          .map(({ number }) => number)
          .sort();
      expect(who(Activity.Waiting)).toEqual(phase('waiting'));
      expect(who(Activity.Called)).toEqual(phase('called'));
      expect(who(Activity.InService)).toEqual(phase('serving'));
      expect(who(Activity.AwaitingApproval)).toEqual(phase('awaiting'));
      const states = {
        closed: WindowState.Closed,
        idle: WindowState.Idle,
        calling: WindowState.Calling,
        serving: WindowState.Serving,
      };
      present.windows.forEach((window, i) => {
        expect([window.window, timeline.windowState(i, timeUs)]).toEqual([
          window.window,
          states[window.phase],
        ]);
        const visitor = timeline.windowVisitor(i, timeUs);
        expect(visitor < 0 ? null : timeline.ticket(visitor)).toBe(window.ticket);
      });
    }
  });

  it('gives nobody the place of another, and lets those sit who wait long enough', () => {
    let sitting = 0;
    for (const atS of TIMES_S) {
      const timeline = new GrowingTimeline(recordOf(stage, at(atS).reflection.day));
      const crowd = timeline.createCrowd();
      timeline.crowdAt(atS * 1e6, crowd);
      const still = Array.from({ length: crowd.count }, (_, i) => i).filter(
        (i) => crowd.pose[i] !== Pose.Walking,
      );
      const places = still.map((i) => `${crowd.x[i]} ${crowd.y[i]}`);
      expect(new Set(places).size).toBe(places.length);
      sitting += still.filter((i) => crowd.pose[i] === Pose.Sitting).length;
    }
    expect(sitting).toBeGreaterThan(3);
  });

  it('does not change what has been drawn when more becomes known', () => {
    const before = recordOf(stage, at(10 * 3600).reflection.day);
    const after = recordOf(stage, at(10.2 * 3600).reflection.day);
    const [early, late] = [before, after].map((mirrored) => {
      const timeline = new GrowingTimeline(mirrored);
      const crowd = timeline.createCrowd();
      timeline.crowdAt(9.9 * 3600e6, crowd);
      return Array.from({ length: crowd.count }, (_, i) => [
        timeline.ticket(crowd.visitor[i]!),
        crowd.x[i],
        crowd.y[i],
      ]);
    });
    expect(early!.length).toBeGreaterThan(5);
    expect(late).toEqual(early);
  });

  it('keeps its room while it grows, so that a drawing can hold on to it', () => {
    const timeline = new GrowingTimeline(recordOf(stage, at(9.2 * 3600).reflection.day));
    const grown = timeline.grown(recordOf(stage, at(10 * 3600).reflection.day));
    expect(grown).toBe(timeline);
    expect(timeline.createCrowd().visitor.length).toBe(timeline.mostPeople);
  });
});
