import { describe, expect, test } from 'vitest';
import { areaM2, grossAreaM2, netPublicAreaM2 } from '../../src/geometry/area';
import { obstaclesOf } from '../../src/geometry/obstacles';
import { lowSections, passages } from '../../src/geometry/rules/passages';
import { distance } from '../../src/geometry/vector';
import { bothLanguages } from '../../src/scenarios/text';
import { SHIPPED_PLANS, shippedPlan } from '../plans';
import { distanceToBox } from './halls';

test('one plan of 200 m² and an L and a U of 150 m² ship', () => {
  expect([...SHIPPED_PLANS].sort()).toEqual(['hall-150-l', 'hall-150-u', 'hall-200']);
});

describe.each(SHIPPED_PLANS)('%s against the notice and the norms', (id) => {
  const plan = shippedPlan(id);
  const count = <T extends { kind: string }>(list: readonly T[], kind: T['kind']) =>
    list.filter((item) => item.kind === kind).length;

  test('its gross floor area reaches the notice, to the last bit', () => {
    expect(plan.minimumAreaM2).toBe(id.startsWith('hall-200') ? 200 : 150);
    expect(grossAreaM2(plan)).toBeGreaterThanOrEqual(plan.minimumAreaM2);
    expect(netPublicAreaM2(plan)).toBeGreaterThan(0.5 * plan.minimumAreaM2);
    const zones = plan.zones.reduce((sum, z) => sum + areaM2(z.polygon), 0);
    expect(zones).toBeLessThan(grossAreaM2(plan));
  });

  test('8 comprehensive and 5 department windows, and one that issues', () => {
    const of = (area: string) => plan.windows.filter((w) => w.area === area).map((w) => w.id);
    expect(of('comprehensive')).toEqual(['w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7', 'w8']);
    expect(of('department')).toEqual(['w9', 'w10', 'w11', 'w12', 'w13']);
    expect(of('issuing')).toEqual(['w14']);
    plan.windows.forEach((w, i) => {
      expect(w.number).toBe(i + 1);
      expect(bothLanguages(w.name).zh).toContain(`${i + 1}号`);
      expect(w.widthM).toBeGreaterThanOrEqual(1.1);
    });
    const departments = plan.windows.slice(8, 13).map((w) => bothLanguages(w.name).zh);
    for (const [i, name] of ['公安', '市场监管', '自然资源', '司法', '税务'].entries())
      expect(departments[i]).toContain(name);
  });

  test('a display and a pickup at every window', () => {
    for (const w of plan.windows) {
      expect(plan.displays.filter((d) => d.window === w.id)).toHaveLength(1);
      const pickups = plan.pickups.filter((p) => p.window === w.id);
      expect(pickups).toHaveLength(1);
      expect(distance(pickups[0]!.at, w.at)).toBeLessThan(0.6);
    }
    expect(count(plan.displays, 'hall')).toBeGreaterThanOrEqual(1);
  });

  test('a camera above 2.5 m has every visitor’s face and every counter in its field', () => {
    for (const camera of plan.cameras) expect(camera.heightM).toBeGreaterThanOrEqual(2.5);
    for (const w of plan.windows) {
      const targets = [
        [w.visitorSpot, 1.55],
        [w.at, 0.8],
      ] as const;
      const seeing = plan.cameras.filter((camera) =>
        targets.every(([at, heightM]) => {
          const bearing = Math.atan2(at[1] - camera.at[1], at[0] - camera.at[0]);
          let off = (bearing * 180) / Math.PI - camera.yawDeg;
          off -= 360 * Math.round(off / 360);
          const pitch =
            (Math.atan2(heightM - camera.heightM, distance(camera.at, at)) * 180) / Math.PI;
          const down = pitch - camera.pitchDeg;
          const fromBehindCounter =
            (camera.at[0] - w.at[0]) * (w.visitorSpot[0] - w.at[0]) +
              (camera.at[1] - w.at[1]) * (w.visitorSpot[1] - w.at[1]) <
            0;
          // 45° across and 30° up and down: DB31/T 329.1-2019.
          return fromBehindCounter && Math.abs(off) <= 45 && Math.abs(down) <= 30;
        }),
      );
      expect(seeing.length, w.id).toBeGreaterThanOrEqual(1);
    }
  });

  test('signs, stations and furniture of the notice are there', () => {
    for (const kind of [
      'entrance',
      'floorMap',
      'noSmoking',
      'emergencyExit',
      'caution',
      'notice',
    ] as const)
      expect(count(plan.signs, kind), kind).toBeGreaterThanOrEqual(1);
    const zoneSigns = plan.signs.filter((s) => s.kind === 'zone');
    for (const text of ['综合服务区', '部门服务区', '等候区', '自助服务区'])
      expect(
        zoneSigns.some((s) => bothLanguages(s.text).zh === text),
        text,
      ).toBe(true);
    for (const sign of plan.signs) {
      const { zh, en } = bothLanguages(sign.text);
      expect(zh).not.toBe(en);
    }
    for (const kind of ['guideDesk', 'ticketMachine', 'enquiryScreen', 'writingTable'] as const)
      expect(count(plan.fixtures, kind), kind).toBe(1);
    expect(count(plan.fixtures, 'kiosk')).toBe(2);
    expect(count(plan.fixtures, 'approverDesk')).toBe(4);
    expect(plan.seats.length).toBeGreaterThanOrEqual(id === 'hall-200' ? 36 : 24);
    for (const kind of [
      'waiting',
      'guide',
      'selfService',
      'writing',
      'comprehensive',
      'department',
      'circulation',
      'clerks',
      'backOffice',
    ] as const)
      expect(count(plan.zones, kind), kind).toBeGreaterThanOrEqual(1);
  });

  test('doors: in and out at least 1.2 m, one for emergencies, one for staff, none under 0.9 m', () => {
    const doors = (...kinds: string[]) => plan.doors.filter((d) => kinds.includes(d.kind));
    expect(doors('entrance', 'entranceExit')[0]!.widthM).toBeGreaterThanOrEqual(1.5);
    expect(doors('exit', 'entranceExit')[0]!.widthM).toBeGreaterThanOrEqual(1.2);
    expect(doors('emergency')).not.toHaveLength(0);
    expect(doors('staff')).not.toHaveLength(0);
    for (const door of plan.doors) expect(door.widthM).toBeGreaterThanOrEqual(0.9);
  });

  test('passages of 1.20 m to every window and machine; a low section in every run', () => {
    expect(passages(plan).filter(({ rule }) => rule !== 'crowdedPassage')).toEqual([]);
    expect(lowSections(plan)).toEqual([]);
  });

  test('clerks have at least 1 m behind every window', () => {
    const obstacles = obstaclesOf(plan);
    for (const w of plan.windows) {
      const counter = plan.counters.find((c) => c.id === w.counter)!;
      const unit = [
        (w.clerkSpot[0] - w.at[0]) / distance(w.at, w.clerkSpot),
        (w.clerkSpot[1] - w.at[1]) / distance(w.at, w.clerkSpot),
      ] as const;
      for (let back = 0.02; back < 1; back += 0.04) {
        const reach = counter.depthM / 2 + back;
        const p = [w.at[0] + unit[0] * reach, w.at[1] + unit[1] * reach] as const;
        for (const o of obstacles) expect(distanceToBox(p, o)).toBeGreaterThan(0);
      }
    }
  });

  test('coordinates have at most three decimals, and the plan says where it comes from', () => {
    const numbers: number[] = [];
    JSON.stringify(plan, (_, value: unknown) => {
      if (typeof value === 'number') numbers.push(value);
      return value;
    });
    for (const n of numbers) expect(Math.round(n * 1000) / 1000).toBe(n);
    expect(plan.provenance.kind).toBe('assumption');
  });
});
