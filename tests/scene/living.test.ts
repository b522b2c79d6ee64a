import { describe, expect, test } from 'vitest';
import { openness, passagesOf } from '../../src/scene/model/door-swing';
import { createBody } from '../../src/scene/people/bodies';
import { livelinessAt } from '../../src/scene/people/crowd-drawing';
import {
  createPosture,
  createStance,
  postureOf,
  SEATED_HIP_M,
  SHIN_M,
  STANDING_HIP_M,
  THIGH_M,
} from '../../src/scene/people/gait';
import { SETTLING_US, Settling } from '../../src/scene/people/settling';
import { daylightAt } from '../../src/scene/view/daylight';
import { nearShot, zoneShot } from '../../src/scene/view/shots';
import { EventKind } from '../../src/sim/hall/record';
import { Pose } from '../../src/sim/hall/timeline';
import { day, hours, plan200 } from './day';

const turn = (a: number, b: number) => Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b)));

describe('a hall that lives', () => {
  test('doors are open when somebody goes through, and shut when nobody has for a while', () => {
    const { record } = day();
    const door = record.header.places.find(({ kind }) => kind === 'entrance')!.id;
    const passages = passagesOf(record, door);
    const { events } = record;
    const came = [...events.kind.subarray(0, events.length)].filter(
      (kind) => kind === EventKind.Arrive,
    ).length;
    expect(passages.length).toBeGreaterThanOrEqual(came);
    for (const timeUs of passages) expect(openness(passages, timeUs, 1)).toBe(1);
    expect(openness(passages, passages[0]! - 10e6, 1)).toBe(0);
    // At a high speed it does not flicker: it stays open for longer.
    expect(openness(passages, passages.at(-1)! + 10e6, 1)).toBe(0);
    expect(openness(passages, passages.at(-1)! + 10e6, 60)).toBe(1);
  });

  test('it is brightest at noon, warm in the evening and dark at night', () => {
    const tint = { r: 0, g: 0, b: 0 };
    const at = (hour: number) => {
      daylightAt(hours(hour), tint);
      return { ...tint };
    };
    expect(at(12)).toEqual(at(36));
    expect(at(12).g).toBeGreaterThan(0.99);
    expect(at(17.5).r).toBeGreaterThan(at(17.5).b + 0.1);
    expect(at(22).r).toBeLessThan(0.6);
    // No jump anywhere in the day.
    for (let minute = 1; minute < 1440; minute++)
      expect(Math.abs(at(minute / 60).b - at((minute - 1) / 60).b)).toBeLessThan(0.02);
  });

  test('people turn to where they go, and never round on their heel', () => {
    const crowd = day().createCrowd();
    const before = new Map<number, [number, Pose]>();
    let sharp = 0;
    let seen = 0;
    for (let t = hours(9.5); t < hours(9.8); t += 0.1e6) {
      day().crowdAt(t, crowd);
      for (let i = 0; i < crowd.count; i++) {
        const last = before.get(crowd.visitor[i]!);
        const pose = crowd.pose[i]! as Pose;
        if (last && last[1] === pose) {
          seen++;
          if (turn(crowd.headingRad[i]!, last[0]) > 1.2) sharp++;
        }
        before.set(crowd.visitor[i]!, [crowd.headingRad[i]!, pose]);
      }
    }
    expect(seen).toBeGreaterThan(50_000);
    expect(sharp).toBeLessThan(seen / 2000);
  });

  test('they sink onto a seat and rise from it, and turn to where they go before they go', () => {
    const settling = new Settling(day());
    const { walks, header } = day().record;
    const body = createBody();
    const at = (visitor: number, timeUs: number) => {
      const crowd = day().createCrowd();
      day().crowdAt(timeUs, crowd);
      const i = crowd.visitor.subarray(0, crowd.count).indexOf(visitor);
      body.pose = crowd.pose[i]! as Pose;
      body.headingRad = crowd.headingRad[i]!;
      settling.at(timeUs);
      settling.settle(visitor, body);
      return { ...body };
    };
    let seen = 0;
    for (let i = 0; i < walks.length && seen < 20; i++) {
      const visitor = walks.visitor[i]!;
      const next = walks.visitor.subarray(0, walks.length).indexOf(visitor, i + 1);
      if (header.places[walks.to[i]!]?.kind !== 'seat' || next < 0) continue;
      const [sits, goes] = [walks.endUs[i]!, walks.startUs[next]!];
      if (goes - sits < 4 * SETTLING_US) continue;
      seen++;
      expect(at(visitor, sits).seated).toBeLessThan(0.01);
      expect(at(visitor, sits + SETTLING_US / 2).seated).toBeCloseTo(0.5, 5);
      expect(at(visitor, (sits + goes) / 2).seated).toBe(1);
      const before = at(visitor, goes - 1);
      const after = at(visitor, goes + 1);
      expect(before.seated).toBeLessThan(0.01);
      expect(after.pose).toBe(Pose.Walking);
      expect(turn(before.headingRad, after.headingRad)).toBeLessThan(0.02);
    }
    expect(seen).toBe(20);
  });

  test('on the way down and up the feet stay on the floor and nothing leaps', () => {
    const stance = { ...createStance(), pose: Pose.Sitting };
    const p = createPosture();
    let last = STANDING_HIP_M;
    for (let seated = 0; seated <= 1; seated += 0.02) {
      postureOf({ ...stance, seated }, p);
      const foot =
        p.hipHeight -
        THIGH_M * Math.cos(p.thighRight) -
        SHIN_M * Math.cos(p.thighRight - p.kneeRight);
      expect(foot).toBeGreaterThan(0);
      expect(foot).toBeLessThan(0.08);
      expect(Math.abs(p.hipHeight - last)).toBeLessThan(0.03);
      last = p.hipHeight;
    }
    expect(last).toBeLessThan(SEATED_HIP_M + 0.02);
  });

  test('they hold still at a speed at which they would tremble', () => {
    expect(livelinessAt(1)).toBe(1);
    expect(livelinessAt(60)).toBe(0);
  });

  test('a view of a place looks at it, and one of a zone holds all of it', () => {
    const window = plan200.windows[0]!;
    const near = nearShot(window.visitorSpot, window.facingDeg + 180, 8).framing(1.6);
    expect(near.target[0]).toBeCloseTo(window.visitorSpot[0]);
    // From the hall's side of the counter, not from behind it.
    expect(near.position[2]).toBeGreaterThan(near.target[2]);
    expect(zoneShot(plan200, 'waiting')!.framing(1.6).position[1]).toBeGreaterThan(2);
    const bare = { ...plan200, zones: [] };
    expect(zoneShot(bare, 'waiting')).toBeNull();
  });
});
