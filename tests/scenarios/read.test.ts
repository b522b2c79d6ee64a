import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HALLS, hallScenario } from '../../src/scenarios/halls';
import {
  MAX_INPUT_BYTES,
  parseFloorPlan,
  parseScenario,
  readFloorPlan,
  readScenario,
} from '../../src/scenarios/read';
import {
  FLOOR_PLANS,
  floorPlanDocument,
  type Loose,
  problemsOf,
  saysItInBoth,
  scenarioDocument,
} from './documents';

const scenarioProblems = (change: (document: Loose) => void) =>
  problemsOf(() => readScenario(JSON.stringify(scenarioDocument(change)), 'test'));
const textProblems = (text: string) => problemsOf(() => readScenario(text, 'test'));

describe('what ships is read', () => {
  it.each(HALLS.map((hall) => hall.id))('scenario %s', (id) => {
    const shipped = hallScenario(id);
    expect(readScenario(JSON.stringify(shipped), id)).toEqual(shipped);
  });

  it.each(readdirSync('src/scenarios/theory'))('theory scenario %s', (file) => {
    const text = readFileSync(`src/scenarios/theory/${file}`, 'utf8');
    expect(readScenario(text, file).floorplan).toBeNull();
  });

  it.each(FLOOR_PLANS)('floor plan %s', (id) => {
    expect(readFloorPlan(JSON.stringify(floorPlanDocument(undefined, id)), id).id).toBe(id);
  });

  it('a byte order mark is accepted', () => {
    expect(readScenario(`\uFEFF${JSON.stringify(scenarioDocument())}`, 'x').id).toBe('yuhu');
  });

  it('a whole floor plan inside a scenario', () => {
    const document = scenarioDocument((s) => {
      s.floorplan = floorPlanDocument();
    });
    expect(parseScenario(document, 'x').floorplan).toMatchObject({ id: 'hall-200' });
  });

  it('fills in defaults', () => {
    const document = scenarioDocument((s) => {
      delete s.classes[0].priority;
      delete s.queueing;
    });
    const scenario = parseScenario(document, 'x');
    expect(scenario.classes[0]!.priority).toBe(0);
    expect(scenario.queueing).toEqual({ kind: 'pooled' });
  });
});

describe('fields', () => {
  const cases: [name: string, change: (s: Loose) => void, path: string, english: RegExp][] = [
    [
      'text for a number',
      (s) => (s.classes[0].service.meanS = '9'),
      'classes[0].service.meanS',
      /number.*text/,
    ],
    ['a number for text', (s) => (s.windows[0].id = 3), 'windows[0].id', /text.*a number/],
    ['an object for a list', (s) => (s.windows = {}), 'windows', /a list.*an object/],
    [
      'null for a number',
      (s) => (s.classes[0].service.meanS = null),
      'classes[0].service.meanS',
      /null/,
    ],
    [
      'a missing field',
      (s) => delete s.classes[1].service.meanS,
      'classes[1].service.meanS',
      /missing/,
    ],
    ['a missing list', (s) => delete s.classes, 'classes', /missing/],
    ['an unknown field', (s) => (s.classes[0].servise = 1), 'classes[0].servise', /Unknown field/],
    ['an unknown field with a strange name', (s) => (s['a b'] = 1), '["a b"]', /Unknown field/],
    [
      'a negative rate',
      (s) => (s.classes[0].arrivals = { kind: 'poisson', perHour: -1 }),
      'classes[0].arrivals.perHour',
      /too small/,
    ],
    [
      'a negative rate with provenance',
      (s) => (s.demand.visitsPerDay.value = -1),
      'demand.visitsPerDay.value',
      /too small/,
    ],
    ['a share above one', (s) => (s.kiosk.share = 1.2), 'kiosk.share', /too large/],
    [
      'a zero mean',
      (s) => (s.classes[0].service.meanS = 0),
      'classes[0].service.meanS',
      /too small/,
    ],
    [
      'no number at all',
      (s) => (s.targetWaitS = { value: 900, provenance: { kind: 'guess', note: 'x' } }),
      'targetWaitS.provenance.kind',
      /choices/,
    ],
    [
      'an unknown part of a parameter',
      (s) => (s.targetWaitS.valeu = 1),
      'targetWaitS.valeu',
      /Unknown/,
    ],
    [
      'provenance left out',
      (s) => (s.targetWaitS = { value: 900 }),
      'targetWaitS.provenance',
      /missing/,
    ],
    [
      'a fraction of an approver',
      (s) => (s.backOffices[0].approvers.value = 1.5),
      'backOffices[0].approvers.value',
      /whole/,
    ],
    [
      'an unknown distribution',
      (s) => (s.classes[0].service = { dist: 'normal' }),
      'classes[0].service.dist',
      /choices/,
    ],
    [
      'an unknown kind of arrivals',
      (s) => (s.classes[0].arrivals.kind = 'shares'),
      'classes[0].arrivals.kind',
      /choices/,
    ],
    ['no kind of horizon', (s) => delete s.horizon.kind, 'horizon.kind', /missing/],
    [
      'inside a mixture',
      (s) =>
        (s.classes[0].service = {
          dist: 'mixture',
          components: [{ probability: 1, of: { dist: 'erlang', meanS: 1, stages: 1.5 } }],
        }),
      'classes[0].service.components[0].of.stages',
      /whole/,
    ],
    [
      'a mixture that does not sum to one',
      (s) =>
        (s.classes[0].service = {
          dist: 'mixture',
          components: [{ probability: 0.5, of: { dist: 'exponential', meanS: 1 } }],
        }),
      'classes[0].service.components',
      /sum to 0\.5/,
    ],
    ['a bad id', (s) => (s.windows[2].id = '2nd'), 'windows[2].id', /written/],
    [
      'a bad time',
      (s) => (s.horizon.sessions[0].from = '9:00'),
      'horizon.sessions[0].from',
      /written/,
    ],
    [
      'a time past midnight',
      (s) => (s.horizon.sessions[1].to = '24:30'),
      'horizon.sessions[1].to',
      /written/,
    ],
    ['one language of a name only', (s) => (s.name = { zh: '厅' }), 'name.en', /missing/],
    ['an empty name', (s) => (s.name = ''), 'name', /short/],
    ['no session', (s) => (s.horizon.sessions = []), 'horizon.sessions', /few/],
    ['a tuple too long', (s) => s.rating.shares.push(0), 'rating.shares', /many/],
    [
      'inside an embedded floor plan',
      (s) => (s.floorplan = floorPlanDocument((p) => (p.windows[3].at = [1, 'x']))),
      'floorplan.windows[3].at[1]',
      /number.*text/,
    ],
    [
      'an embedded floor plan that is newer',
      (s) => (s.floorplan = { format: 'hall-twin/floorplan', version: 2, rooms: [] }),
      'floorplan.version',
      /newer/,
    ],
    [
      'an embedded scenario',
      (s) => (s.floorplan = scenarioDocument()),
      'floorplan.format',
      /floor plan is needed/,
    ],
  ];

  it.each(cases)('%s', (_, change, path, english) => {
    const problems = scenarioProblems(change);
    expect(problems.map((p) => p.path)).toEqual([path]);
    expect(problems[0]!.message.en).toMatch(english);
    expect(problems.filter((p) => !saysItInBoth(p))).toEqual([]);
  });

  it('the nearest known name is suggested', () => {
    const remedy = (change: (s: Loose) => void) => scenarioProblems(change)[0]!.remedy.en;
    expect(remedy((s) => (s.classes[0].servise = 1))).toContain('"service"');
    expect(remedy((s) => (s.horizon.Sessions = 1))).toContain('"sessions"');
    expect(remedy((s) => (s.horizon.kind = 'dey'))).toContain('"day"');
    expect(remedy((s) => (s.zzz = 1))).toContain('"targetWaitS"');
  });

  it('a number too large for a double is said to be that', () => {
    const text = JSON.stringify(scenarioDocument());
    const problems = textProblems(
      text.replace(/"visitsPerDay":\{"value":\d+/, '"visitsPerDay":{"value":1e999'),
    );
    expect(problems.map((p) => p.path)).toEqual(['demand.visitsPerDay.value']);
    expect(problems[0]!.message.en).toMatch(/too large to be represented/);
  });

  it('every problem is found, not the first alone', () => {
    const problems = scenarioProblems((s) => {
      s.classes[0].service.meanS = -1;
      delete s.windows[0].name;
      s.extra = true;
      s.targetWaitS = 'long';
    });
    expect(new Set(problems.map((p) => p.path))).toEqual(
      new Set(['classes[0].service.meanS', 'windows[0].name', 'extra', 'targetWaitS']),
    );
  });

  it('the error names the source and carries the problems in its message', () => {
    expect(() =>
      parseScenario(
        scenarioDocument((s) => delete s.id),
        'my.json',
      ),
    ).toThrow(/my\.json: id: The field "id" is missing/);
  });
});

describe('whole documents', () => {
  const cases: [name: string, text: string, path: string, english: RegExp][] = [
    ['nothing', '', '', /ends too early/],
    ['not JSON', '{"format": hall}', '', /line 1, column 12/],
    ['cut short', '{\n"format": "hall-twin/scenario"', '', /line 2, column 31/],
    ['a list', '[]', '', /a list/],
    ['a number', '7', '', /a number/],
    ['another format', '{"format":"x","version":1}', 'format', /Unknown format mark "x"/],
    [
      'a floor plan',
      JSON.stringify(floorPlanDocument()),
      'format',
      /scenario is needed here, and this is a floor plan/,
    ],
    [
      'a newer version',
      '{"format":"hall-twin/scenario","version":2,"rooms":[]}',
      'version',
      /Version 2 was written by a newer Hall Twin/,
    ],
    ['version 0', '{"format":"hall-twin/scenario","version":0}', 'version', /no version/],
    [
      'a version in quotes',
      '{"format":"hall-twin/scenario","version":"1"}',
      'version',
      /no version/,
    ],
    ['10 MB of junk', 'x'.repeat(10_000_000), '', /Not valid JSON/],
    ['too large', `"${'x'.repeat(MAX_INPUT_BYTES)}"`, '', /larger than 10 MB/],
    ['deep lists', '['.repeat(1e6) + ']'.repeat(1e6), '[0][0][0]', /Nested deeper/],
    ['deep objects', `${'{"a":'.repeat(1e5)}1${'}'.repeat(1e5)}`, 'a.a.a', /Nested deeper/],
    [
      '__proto__',
      '{"format":"hall-twin/scenario","__proto__":{"polluted":1}}',
      '__proto__',
      /Unknown field/,
    ],
  ];

  it.each(cases)('%s', (_, text, path, english) => {
    const problems = textProblems(text);
    expect(problems.map((p) => p.path)).toEqual([path]);
    expect(problems[0]!.message.en).toMatch(english);
    expect(problems.filter((p) => !saysItInBoth(p))).toEqual([]);
    expect(({} as Loose).polluted).toBeUndefined();
  });

  it('a scenario given for a floor plan', () => {
    const problems = problemsOf(() => parseFloorPlan(scenarioDocument(), 'x'));
    expect(problems.map((p) => p.path)).toEqual(['format']);
    expect(problems[0]!.message.en).toMatch(/floor plan is needed here, and this is a scenario/);
  });

  it('missing marks are named with everything else that is missing out of the way', () => {
    expect(textProblems('{}').map((p) => p.path)).toEqual(['format', 'version']);
  });

  it('hundreds of thousands of mistakes are refused, not choked on', () => {
    const wrongEntries = scenarioProblems((s) => {
      s.classes[0].arrivals = { kind: 'list', atS: Array(900_000).fill('x') };
    });
    expect(wrongEntries[0]!.path).toBe('classes[0].arrivals.atS[0]');
    expect(wrongEntries.length).toBeLessThanOrEqual(201);
    const unknownFields = scenarioProblems((s) => {
      for (let i = 0; i < 200_000; i++) s[`k${i}`] = 1;
    });
    expect(unknownFields.length).toBeLessThanOrEqual(201);
    const entries = scenarioProblems((s) => (s.classes = Array(1_000_000).fill({})));
    expect(entries[0]!.path).toBe('classes');
  });
});
