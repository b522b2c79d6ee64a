import { describe, expect, test } from 'vitest';
import { hallScenario } from '../../../src/scenarios/halls';
import { demonstration } from '../../../src/scenarios/mechanisms';
import type { Scenario } from '../../../src/scenarios/scenario';
import { prepare, recordDay } from '../../../src/sim/experiments/simulate';
import { EventKind, LeaveReason } from '../../../src/sim/hall/record';
import { Activity, createTimeline, type Timeline } from '../../../src/sim/hall/timeline';
import {
  ENCOUNTERS,
  encountersOf,
  insideUs,
  overtakenBy,
  waitedUs,
} from '../../../src/sim/story/encounters';
import { shippedPlan } from '../../plans';

const dayOf = (scenario: Scenario): Timeline =>
  createTimeline(recordDay(prepare(scenario, shippedPlan('hall-200'), 1), 0));
const ordinary = dayOf(hallScenario('quxi'));
const everybody = (timeline: Timeline) => Array.from({ length: timeline.visitors }, (_, v) => v);

describe('who is worth following', () => {
  test('the longest waits are the longest that the record holds', () => {
    const found = encountersOf(ordinary);
    const waits = everybody(ordinary).map((v) => waitedUs(ordinary, v));
    expect(waits[found.longestWait!]).toBe(Math.max(...waits));
    const stays = everybody(ordinary).map((v) => insideUs(ordinary, v));
    expect(stays[found.longestInHall!]).toBe(Math.max(...stays));
  });

  test('each is what they are called', () => {
    const found = encountersOf(ordinary);
    expect(ordinary.leaveReason(found.sentHome!)).toBe(LeaveReason.SentBack);
    expect(ordinary.leaveReason(found.gaveUp!)).toBe(LeaveReason.Abandoned);
    expect(ordinary.leaveReason(found.kiosk!)).toBe(LeaveReason.Kiosk);
    expect(ordinary.story(found.approval!).map(({ activity }) => activity)).toContain(
      Activity.AwaitingApproval,
    );
    const { mobility } = ordinary.record.header;
    expect(mobility[ordinary.mobility(found.wheelchair!)]).toBe('limited');
  });

  test('of what the day has not seen there is nobody', () => {
    const found = encountersOf(ordinary);
    for (const kind of ['green', 'acceptedIncomplete', 'passedOver', 'appointment'] as const)
      expect(found[kind], kind).toBeNull();
    const nobody = encountersOf(
      dayOf({
        ...hallScenario('quxi'),
        demand: { ...hallScenario('quxi').demand!, visitsPerDay: 0 },
      }),
    );
    for (const kind of ENCOUNTERS) expect(nobody[kind], kind).toBeNull();
  });

  test('a green-channel visitor passes by the people whose tickets are older', () => {
    const timeline = dayOf(demonstration('green-first-with'));
    const visitor = encountersOf(timeline).green!;
    expect(timeline.isGreen(visitor)).toBe(true);
    const overtaken = overtakenBy(timeline).get(visitor)!;
    expect(overtaken).toBe(Math.max(...overtakenBy(timeline).values()));
    // Counted afresh from the record: tickets before theirs that are called after.
    const { events } = timeline.record;
    const first = (kind: EventKind, v: number) => {
      for (let i = 0; i < events.length; i++)
        if (events.kind[i] === kind && events.visitor[i] === v) return i;
      return -1;
    };
    const [ticket, call] = [EventKind.Ticket, EventKind.Call].map((kind) => first(kind, visitor));
    const passed = everybody(timeline).filter((v) => {
      const own = first(EventKind.Ticket, v);
      const ends = [EventKind.Call, EventKind.Abandon]
        .map((kind) => first(kind, v))
        .filter((i) => i >= 0);
      return own >= 0 && own < ticket! && Math.min(...ends) > call!;
    });
    expect(overtaken).toBe(passed.length);
    expect(overtaken).toBeGreaterThan(0);
  });

  test('some have been passed over, some accepted with a paper missing, some turned back', () => {
    expect(encountersOf(dayOf(demonstration('no-shows-with'))).passedOver).not.toBeNull();
    const small = demonstration('capacity-with');
    const full = { ...small, demand: { ...small.demand!, visitsPerDay: 900 } };
    expect(encountersOf(dayOf(full)).turnedBack).not.toBeNull();
    const incomplete = encountersOf(dayOf(demonstration('accepted-incomplete-with')));
    expect(incomplete.acceptedIncomplete).not.toBeNull();
  });
});
