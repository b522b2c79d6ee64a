import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HALLS, hallScenario } from '../../src/scenarios/halls';
import { parseFloorPlan, parseScenario } from '../../src/scenarios/read';
import { validateScenario } from '../../src/scenarios/validate';
import { validateAgainstPlan } from '../../src/scenarios/validate-plan';
import {
  floorPlanDocument,
  type Loose,
  problemsOf,
  saysItInBoth,
  scenarioDocument,
} from './documents';

const theory = () => JSON.parse(readFileSync('src/scenarios/theory/mm1.json', 'utf8')) as Loose;
const uniform = (minS: number, maxS: number) => ({ dist: 'uniform', minS, maxS });
const triangular = (minS: number, modeS: number, maxS: number) => ({
  dist: 'triangular',
  minS,
  modeS,
  maxS,
});
const list = (...atS: number[]) => ({ kind: 'list', atS });

/** Leaves one class, with arrivals of its own; it is served by every window but the issuing one. */
function single(s: Loose, arrivals: unknown): void {
  delete s.demand;
  s.classes = [{ ...s.classes[0], arrivals }];
  for (const w of s.windows) if (w.area !== 'issuing') w.serves = [s.classes[0].id];
}

type Case = [name: string, change: (s: Loose) => void, paths: string[]];

const names: Case[] = [
  [
    'two classes of one id',
    (s) => s.classes.push({ ...s.classes[0], arrivals: { kind: 'poisson', perHour: 1 } }),
    [`classes[${hallScenario('yuhu').classes.length}].id`],
  ],
  ['two windows of one id', (s) => (s.windows[4].id = 'w1'), ['windows[4].id']],
  [
    'two back offices of one id',
    (s) => s.backOffices.push(s.backOffices[0]),
    ['backOffices[1].id'],
  ],
  ['two groups of one id', (s) => (s.mobility[1].id = 'adult'), ['mobility[1].id']],
  [
    'an unknown class at a window',
    (s) => (s.windows[8].serves[1] = 'nobody'),
    ['windows[8].serves[1]'],
  ],
  [
    'a class twice at a window',
    (s) => s.windows[8].serves.push(s.windows[8].serves[0]),
    ['windows[8].serves[1]'],
  ],
  [
    'a class at the issuing window',
    (s) => (s.windows[13].serves = [s.classes[0].id]),
    ['windows[13].serves'],
  ],
  [
    'a class without a window',
    (s) => (s.windows[8].serves = []),
    [
      `classes[${hallScenario('yuhu').classes.findIndex((c) => c.id === hallScenario('yuhu').windows[8]!.serves[0])}].id`,
    ],
  ],
  [
    'an unknown back office',
    (s) => (s.classes[2].outcomes.approval.backOffice = 'aproval'),
    ['classes[2].outcomes.approval.backOffice'],
  ],
  [
    'approvals without a back office',
    (s) => {
      s.backOffices = [];
      s.classes = [s.classes[0]];
      s.classes[0].arrivals.share = 1;
      for (const w of s.windows) if (w.serves.length) w.serves = [s.classes[0].id];
    },
    ['classes[0].outcomes.approval.backOffice'],
  ],
  [
    'approvals without an issuing window',
    (s) => s.windows.pop(),
    hallScenario('yuhu').classes.map((_, i) => `classes[${i}].outcomes.approval`),
  ],
];

const sums: Case[] = [
  ['outcomes', (s) => (s.classes[3].outcomes.done = 0.9), ['classes[3].outcomes']],
  [
    'outcomes by more than rounding',
    (s) => (s.classes[3].outcomes.done.value += 1e-8),
    ['classes[3].outcomes'],
  ],
  ['shares of the demand', (s) => (s.classes[0].arrivals.share = 1), ['classes']],
  ['ratings', (s) => (s.rating.shares = [0.2, 0.2, 0.2, 0.2, 0.1]), ['rating.shares']],
  ['walking groups', (s) => (s.mobility[0].share = 0.1), ['mobility']],
  ['no walking groups', (s) => (s.mobility = []), ['mobility']],
  [
    'no demand',
    (s) => delete s.demand,
    hallScenario('yuhu').classes.map((_, i) => `classes[${i}].arrivals`),
  ],
  [
    'a demand nobody shares',
    (s) => {
      const { demand } = s;
      single(s, { kind: 'poisson', perHour: 9 });
      s.demand = demand;
    },
    ['demand'],
  ],
  [
    'weights all zero',
    (s) => {
      for (const p of s.demand.profile) p.weight = 0;
    },
    ['demand.profile'],
  ],
];

const hours: Case[] = [
  [
    'a session that ends before it begins',
    (s) => (s.horizon.sessions[0].to = '08:00'),
    ['horizon.sessions[0].to'],
  ],
  [
    'a session of no length',
    (s) => (s.horizon.sessions[1].to = '13:00:00'),
    ['horizon.sessions[1].to'],
  ],
  [
    'sessions that overlap',
    (s) => (s.horizon.sessions[1].from = '11:59'),
    ['horizon.sessions[1].from'],
  ],
  ['sessions out of order', (s) => s.horizon.sessions.reverse(), ['horizon.sessions[1].from']],
  [
    'a shift before opening',
    (s) => (s.windows[0].shifts = [{ from: '08:00', to: '11:00' }]),
    ['windows[0].shifts[0]'],
  ],
  [
    'a shift across the break',
    (s) => (s.windows[0].shifts = [{ from: '09:00', to: '17:00' }]),
    ['windows[0].shifts[0]'],
  ],
  [
    'shifts that overlap',
    (s) =>
      (s.windows[0].shifts = [
        { from: '09:00', to: '11:00' },
        { from: '10:00', to: '12:00' },
      ]),
    ['windows[0].shifts[1].from'],
  ],
  [
    'a profile outside the sessions',
    (s) => (s.demand.profile[0].from = '08:30'),
    ['demand.profile[0]'],
  ],
  [
    'a profile out of order',
    (s) => s.demand.profile.reverse(),
    Array.from({ length: 13 }, (_, i) => `demand.profile[${i + 1}].from`),
  ],
  [
    'intervals outside the sessions',
    (s) =>
      single(s, {
        kind: 'poissonByInterval',
        intervals: [{ from: '11:00', to: '14:00', perHour: 3 }],
      }),
    ['classes[0].arrivals.intervals[0]'],
  ],
  [
    'intervals that overlap',
    (s) =>
      single(s, {
        kind: 'poissonByInterval',
        intervals: [
          { from: '09:00', to: '10:00', perHour: 3 },
          { from: '09:30', to: '10:30', perHour: 3 },
        ],
      }),
    ['classes[0].arrivals.intervals[1].from'],
  ],
  ['a list that goes back', (s) => single(s, list(33_000, 32_999)), ['classes[0].arrivals.atS[1]']],
  ['a list in the break', (s) => single(s, list(33_000, 45_000)), ['classes[0].arrivals.atS[1]']],
];

const distributions: Case[] = [
  [
    'uniform the wrong way round',
    (s) => (s.classes[0].service = uniform(9, 3)),
    ['classes[0].service.minS'],
  ],
  [
    'triangular with its mode below',
    (s) => (s.kiosk.service = triangular(3, 2, 9)),
    ['kiosk.service.minS'],
  ],
  [
    'triangular with its mode above',
    (s) => (s.guideDesk.service = triangular(3, 10, 9)),
    ['guideDesk.service.modeS'],
  ],
  [
    'in a mixture',
    (s) =>
      (s.classes[0].patience = {
        dist: 'mixture',
        components: [{ probability: 1, of: uniform(2, 1) }],
      }),
    ['classes[0].patience.components[0].of.minS'],
  ],
  [
    'in an approval',
    (s) => (s.classes[0].outcomes.approval.issue = uniform(2, 1)),
    ['classes[0].outcomes.approval.issue.minS'],
  ],
  [
    'arrivals that are always at once',
    (s) => single(s, { kind: 'renewal', between: { dist: 'deterministic', valueS: 0 } }),
    ['classes[0].arrivals.between'],
  ],
  [
    'arrivals without time between',
    (s) => single(s, { kind: 'renewal', between: { dist: 'exponential', meanS: 1e-9 } }),
    ['classes[0].arrivals.between'],
  ],
  [
    'a service of a century',
    (s) => (s.classes[0].service.meanS = 3.2e9),
    ['classes[0].service.meanS'],
  ],
  ['speeds the wrong way round', (s) => (s.mobility[0].minMps = 3), ['mobility[0].minMps']],
  ['a mean speed out of its bounds', (s) => (s.mobility[0].meanMps = 4), ['mobility[0].meanMps']],
];

describe('what ships is valid', () => {
  it.each(HALLS.map((hall) => hall.id))('%s', (id) => {
    const scenario = hallScenario(id);
    expect(validateScenario(scenario)).toEqual([]);
    const plan = parseFloorPlan(floorPlanDocument(undefined, String(scenario.floorplan)), id);
    expect(validateAgainstPlan(scenario, plan)).toEqual([]);
  });
});

describe.each([
  ['names', names],
  ['sums', sums],
  ['hours', hours],
  ['distributions and speeds', distributions],
])('%s', (_, cases) => {
  it.each(cases)('%s', (_name, change, paths) => {
    const problems = problemsOf(() => parseScenario(scenarioDocument(change), 'test'));
    expect(problems.map((p) => p.path)).toEqual(paths);
    expect(problems.filter((p) => !saysItInBoth(p))).toEqual([]);
  });
});

describe('a continuous horizon', () => {
  it.each<Case>([
    [
      'shifts',
      (s) => (s.windows[0].shifts = [{ from: '09:00', to: '12:00' }]),
      ['windows[0].shifts'],
    ],
    [
      'intervals',
      (s) =>
        (s.classes[0].arrivals = {
          kind: 'poissonByInterval',
          intervals: [{ from: '09:00', to: '12:00', perHour: 1 }],
        }),
      ['classes[0].arrivals.intervals'],
    ],
    [
      'a demand',
      (s) => {
        s.classes[0].arrivals = { kind: 'share', share: 1 };
        s.demand = { visitsPerDay: 1, profile: [{ from: '09:00', to: '12:00', weight: 1 }] };
      },
      ['demand'],
    ],
    ['a duration beyond exact time', (s) => (s.horizon.durationS = 1e12), ['horizon.durationS']],
  ])('refuses %s', (_, change, paths) => {
    const document = theory();
    change(document);
    const problems = problemsOf(() => parseScenario(document, 'test'));
    expect(problems.map((p) => p.path)).toEqual(paths);
    expect(problems.filter((p) => !saysItInBoth(p))).toEqual([]);
  });

  it('may be overloaded: a queue without bound is a result', () => {
    const document = theory();
    document.classes[0].arrivals.perHour = 36_000;
    expect(parseScenario(document, 'test').id).toBe('mm1');
  });
});

describe('what is no mistake', () => {
  it.each<[string, (s: Loose) => void]>([
    ['rounding in the last places', (s) => (s.classes[3].outcomes.done.value += 1e-12)],
    [
      'sessions that touch',
      (s) => {
        s.horizon.sessions = [
          { from: '09:00', to: '12:00' },
          { from: '12:00', to: '17:00' },
        ];
        s.windows[0].shifts = [{ from: '11:00', to: '13:00' }];
      },
    ],
    [
      'a weight of nothing in the break',
      (s) => s.demand.profile.splice(6, 0, { from: '12:00', to: '13:00', weight: 0 }),
    ],
    ['a uniform of no width', (s) => (s.classes[0].service = uniform(3, 3))],
    [
      'an approval share of zero without an issuing window',
      (s) => {
        s.windows.pop();
        for (const c of s.classes) {
          c.outcomes.done.value += c.outcomes.approval.share.value;
          c.outcomes.approval.share = 0;
        }
      },
    ],
    ['arrivals at the closing second', (s) => single(s, list(32_400, 43_200, 46_800, 61_200))],
  ])('%s', (_, change) => {
    expect(problemsOf(() => parseScenario(scenarioDocument(change), 'test'))).toEqual([]);
  });
});

describe('a scenario in its floor plan', () => {
  const against = (change: (s: Loose) => void, changePlan: (p: Loose) => void = () => {}) =>
    validateAgainstPlan(
      parseScenario(scenarioDocument(change), 'test'),
      parseFloorPlan(floorPlanDocument(changePlan), 'plan'),
    );
  const without = (kind: string) => (p: Loose) =>
    (p.fixtures = p.fixtures.filter((f: Loose) => f.kind !== kind));

  it.each<[string, (s: Loose) => void, (p: Loose) => void, string[]]>([
    [
      'a window that the plan lacks',
      (s) => (s.windows[13].id = 'w41'),
      () => {},
      ['windows[13].id'],
    ],
    [
      'a window in another area',
      (s) => (s.windows[0].area = 'department'),
      () => {},
      ['windows[0].area'],
    ],
    ['no ticket machine', () => {}, without('ticketMachine'), ['ticketMachine']],
    ['no kiosk', () => {}, without('kiosk'), ['kiosk']],
    ['no guide desk', () => {}, without('guideDesk'), ['guideDesk']],
    [
      'a ticket machine that nobody can reach',
      () => {},
      (p) => {
        for (const f of p.fixtures) delete f.userSpot;
      },
      ['guideDesk', 'ticketMachine', 'kiosk'],
    ],
    [
      'a plan for a scenario without walkers',
      (s) => {
        s.floorplan = null;
        s.mobility = [];
      },
      () => {},
      ['mobility'],
    ],
  ])('%s', (_, change, changePlan, paths) => {
    const problems = against(change, changePlan);
    expect(problems.map((p) => p.path)).toEqual(paths);
    expect(problems.filter((p) => !saysItInBoth(p))).toEqual([]);
  });

  it('needs no station that nobody uses', () => {
    const unused = (s: Loose) => {
      s.kiosk.share = 0;
      delete s.guideDesk;
    };
    const bare = (p: Loose) => {
      without('kiosk')(p);
      without('guideDesk')(p);
    };
    expect(against(unused, bare)).toEqual([]);
  });

  it('suggests the window that was meant', () => {
    expect(against((s) => (s.windows[13].id = 'W14'))[0]!.remedy.en).toContain('"w14"');
  });
});
