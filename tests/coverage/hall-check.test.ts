import { describe, expect, test } from 'vitest';
import { checkHall } from '../../src/coverage/hall-check';
import { RULES } from '../../src/geometry/rules/catalogue';
import { RULE_IDS, type RuleId } from '../../src/geometry/rules/finding';
import { queueRule } from '../../src/geometry/rules/waiting';
import type { FloorPlan } from '../../src/scenarios/floorplan';
import { SHIPPED_PLANS, shippedPlan } from '../plans';

const broken = (plan: FloorPlan, marriageRegistration = true) =>
  checkHall(plan, { marriageRegistration }).rules.flatMap(({ id, findings }) =>
    findings.map(({ path }) => `${id} ${path}`),
  );

/** What the plan of 200 m² is told as it ships. */
const ADVICE = ['seats seats', 'crowdedPassage windows[0]'];

describe.each(SHIPPED_PLANS)('%s', (id) => {
  test('keeps every rule that has to be kept', () => {
    const check = checkHall(shippedPlan(id));
    expect(check.passes).toBe(true);
    expect(check.rules.map((rule) => rule.id)).toEqual([...RULE_IDS]);
    for (const rule of check.rules)
      if (RULES[rule.id].severity === 'must' && rule.id !== 'marriage')
        expect(rule.outcome, rule.id).toBe('kept');
    expect(check.rules.find((rule) => rule.id === 'marriage')!.outcome).toBe('unasked');
  });
});

/** Every rule, by the one change that breaks it and nothing else that has to be kept. */
const BREAKS: readonly [rule: RuleId, at: string, breaks: (plan: FloorPlan) => void][] = [
  [
    'area',
    'outline',
    (plan) => {
      plan.minimumAreaM2 = 200.01;
    },
  ],
  [
    'windows',
    'windows',
    (plan) => {
      plan.windows[7]!.area = 'issuing';
    },
  ],
  [
    'marriage',
    'windows[2].name',
    (plan) => {
      plan.windows[2]!.name = { zh: '婚姻登记', en: 'Marriages' };
    },
  ],
  [
    'doorWidth',
    'doors[1].widthM',
    (plan) => {
      plan.doors[1]!.widthM = 0.89;
    },
  ],
  [
    'lowSection',
    'counters[1].lowSection',
    (plan) => {
      delete plan.counters[1]!.lowSection;
    },
  ],
  [
    'pickup',
    'windows[3]',
    (plan) => {
      plan.pickups = plan.pickups.filter(({ window }) => window !== 'w4');
    },
  ],
  [
    'display',
    'windows[4]',
    (plan) => {
      plan.displays = plan.displays.filter(({ window }) => window !== 'w5');
    },
  ],
  [
    'signs',
    'signs',
    (plan) => {
      plan.signs = plan.signs.filter(({ kind }) => kind !== 'noSmoking');
    },
  ],
  [
    'signSeen',
    'signs[3]',
    (plan) => {
      plan.signs[3]!.facingDeg += 180;
    },
  ],
];

describe('every rule fails for its own reason', () => {
  test.each(BREAKS)('%s at %s', (rule, at, breaks) => {
    const plan = shippedPlan('hall-200');
    breaks(plan);
    const found = broken(plan, rule !== 'marriage');
    expect(found).toContain(`${rule} ${at}`);
    const others = found.filter((one) => !ADVICE.includes(one) && one !== `${rule} ${at}`);
    expect(others).toEqual([]);
    expect(checkHall(plan, { marriageRegistration: rule !== 'marriage' }).passes).toBe(false);
  });

  test('an emergency exit behind the counters is found', () => {
    const plan = shippedPlan('hall-200');
    plan.doors.find(({ kind }) => kind === 'emergency')!.offsetM = 9;
    const at = plan.doors.findIndex(({ kind }) => kind === 'emergency');
    expect(broken(plan)).toContain(`exits doors[${at}]`);
  });

  test('no camera: every window is named, and nothing else', () => {
    const plan = shippedPlan('hall-200');
    plan.cameras = [];
    expect(broken(plan).filter((one) => !ADVICE.includes(one))).toEqual(
      plan.windows.map((_, i) => `camera windows[${i}]`),
    );
  });

  test('a plant in the way is told as the passage that it narrows, with its width', () => {
    const plan = shippedPlan('hall-200');
    plan.fixtures.push({
      id: 'shelf',
      kind: 'cabinet',
      at: [10, 5.2],
      widthM: 19.6,
      depthM: 0.2,
      heightM: 1,
      rotationDeg: 0,
    });
    const { rules, passes } = checkHall(plan);
    expect(passes).toBe(false);
    const passage = rules.find(({ id }) => id === 'passage')!;
    expect(passage.findings.length).toBeGreaterThan(0);
    expect(passage.findings[0]!.measured).toBeLessThan(1.2);
  });

  test('room for the line: fewer than four before a ticket machine', () => {
    const plan = shippedPlan('hall-200');
    const line = (spots: number[]) =>
      queueRule(plan, { stations: [{ id: 'ticket-machine', kind: 'ticketMachine', spots }] });
    expect(line([1, 2, 3, 4])).toEqual([]);
    const at = plan.fixtures.findIndex(({ kind }) => kind === 'ticketMachine');
    expect(line([1, 2, 3])).toMatchObject([
      { rule: 'queueSpace', path: `fixtures[${at}]`, measured: 3, required: 4 },
    ]);
    expect(queueRule(plan, { stations: [] })).toMatchObject([
      { rule: 'queueSpace', path: 'fixtures', measured: 0, required: 1 },
    ]);
  });

  test('a drawing that does not hold together leaves the ways unknown', () => {
    const plan = shippedPlan('hall-200');
    plan.seats[1]!.at = plan.seats[0]!.at;
    const check = checkHall(plan);
    expect(check.passes).toBe(false);
    expect(check.emptying).toBeNull();
    const outcome = (id: RuleId) => check.rules.find((rule) => rule.id === id)!.outcome;
    expect(outcome('drawing')).toBe('broken');
    for (const id of ['reach', 'exits', 'passage', 'camera', 'signSeen', 'queueSpace'] as const)
      expect(outcome(id)).toBe('unknown');
    expect(outcome('area')).toBe('kept');
  });
});

test('emptying: people over door flow, and the farthest on foot', () => {
  const plan = shippedPlan('hall-200');
  const { emptying } = checkHall(plan);
  const people = plan.seats.length + 2 * plan.windows.length;
  expect(emptying!.people).toBe(people);
  expect(emptying!.doorsM).toBeCloseTo(4.5, 9);
  expect(emptying!.flowS).toBeCloseTo(people / (2.02 * 4.5), 9);
  expect(emptying!.walkS).toBeCloseTo(emptying!.farthestM / 0.46, 9);
  expect(emptying!.emptyS).toBeCloseTo(emptying!.flowS + emptying!.walkS, 9);
});
