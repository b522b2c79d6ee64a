import { afterAll, describe, expect, it } from 'vitest';
import { floorPlanDocument, type Loose, scenarioDocument } from '../scenarios/documents';
import { folder, hall } from './command';
import { hallHere } from './in-process';

const files = folder();
afterAll(() => files.remove());
let count = 0;

/** Runs a scenario that is wrong, and holds the refusal to the contract. */
async function refused(content: unknown, path: string, words: RegExp): Promise<void> {
  const file = files.write(`scenario-${count++}.json`, content);
  const { code, stdout, stderr } = await hallHere([
    'simulate',
    file,
    '--replications',
    '1',
    '--json',
  ]);
  expect(stderr).toContain(path);
  expect(stderr).toMatch(words);
  expect(stderr, 'says what to do').toMatch(/\n {2}→ \S/);
  expect(stderr, 'no trace of the program').not.toMatch(/\n\s+at /);
  expect(stdout).toBe('');
  expect(code).toBe(2);
}

describe.concurrent('a scenario that is wrong ends with 2, the field and a remedy', () => {
  it.each<[string, (s: Loose) => void, path: string, words: RegExp]>([
    [
      'wrong type',
      (s) => (s.classes[0].service.meanS = '600'),
      'classes[0].service.meanS',
      /Wrong type/,
    ],
    [
      'missing field',
      (s) => delete s.classes[2].service.meanS,
      'classes[2].service.meanS',
      /missing/,
    ],
    ['unknown field', (s) => (s.windows[1].speed = 2), 'windows[1].speed', /Unknown field/],
    [
      'negative rate',
      (s) => (s.demand.visitsPerDay.value = -5),
      'demand.visitsPerDay.value',
      /too small/,
    ],
    [
      'a window that the plan lacks',
      (s) => (s.windows[3].id = 'w40'),
      'windows[3].id',
      /floor plan has no window/,
    ],
    ['shares that do not sum to one', (s) => (s.rating.shares[0] = 0), 'rating.shares', /sum to/],
    [
      'a floor plan that is nowhere',
      (s) => (s.floorplan = 'nowhere.json'),
      'floorplan',
      /There is no file/,
    ],
    ['a newer version', (s) => (s.version = 2), 'version', /newer Hall Twin/],
    [
      'a floor plan in its place',
      (s) => (s.format = 'hall-twin/floorplan'),
      'format',
      /scenario is needed/,
    ],
  ])('%s', (_, change, path, words) => refused(scenarioDocument(change), path, words));

  it('not JSON', () => refused('{"format": ', 'scenario', /Not valid JSON: line 1, column 12/));
  it('10 MB of junk', () =>
    refused('junk '.repeat(2_100_000), 'scenario', /Not valid JSON|larger than/));
  it('more than 10 MB', () => refused('{'.repeat(11_000_000), 'scenario', /larger than 10 MB/));
  it('an empty file', () => refused('', 'scenario', /ends too early/));
  it('another encoding', () =>
    refused(Buffer.from('{"name": "曲溪"}', 'utf16le').fill(0xd0, 4), 'scenario', /UTF-8/));
});

describe.concurrent('a floor plan that is wrong ends with 2, the field and a remedy', () => {
  const box = (p: Loose, [x, y]: [number, number], half: number) => {
    const corners = [
      [x - half, y - half],
      [x + half, y - half],
      [x + half, y + half],
      [x - half, y + half],
    ];
    for (const [i, from] of corners.entries())
      p.walls.push({ id: `box${i}`, from, to: corners[(i + 1) % 4], thicknessM: 0.05 });
  };

  it.each<[string, (p: Loose) => void, path: RegExp]>([
    ['wrong type', (p) => (p.walls[0].thicknessM = 'thick'), /walls\[0\]\.thicknessM/],
    ['unknown field', (p) => (p.seats[0].colour = 'blue'), /seats\[0\]\.colour/],
    ['a newer version', (p) => (p.version = 2), /version/],
    ['a window outside the outline', (p) => (p.windows[2].at = [500, 500]), /windows\[2\]/],
    [
      'a zone across a wall',
      (p) => {
        const [x, y] = p.walls[0].from;
        p.zones[0].polygon = [
          [x - 1, y - 1],
          [x + 1, y - 1],
          [x + 1, y + 1],
          [x - 1, y + 1],
        ];
      },
      /zones\[0\]/,
    ],
    [
      'a window that nobody can reach',
      (p) => box(p, p.windows[0].visitorSpot, 0.5),
      /windows\[0\]/,
    ],
  ])('%s', async (name, change, path) => {
    const plan = `${name.replaceAll(' ', '-')}.json`;
    files.write(plan, floorPlanDocument(change));
    const scenario = files.write(
      `in-${plan}`,
      scenarioDocument((s) => (s.floorplan = plan)),
    );
    // From another folder: the plan is looked for beside the scenario.
    const { code, stdout, stderr } = await hallHere([
      'simulate',
      scenario,
      '--replications',
      '1',
      '--json',
    ]);
    expect(stderr).toMatch(path);
    expect(stderr).toContain(plan);
    expect(stderr).toMatch(/\n {2}→ \S/);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});

describe.concurrent('a command line that is wrong ends with 2 and names the word', () => {
  it.each<[argv: string[], path: string]>([
    [[], 'hall'],
    [['fly'], 'fly'],
    [['simulate'], '<scenario>'],
    [['simulate', 'quxii'], '"quxi"'],
    [['simulate', 'src'], 'folder'],
    [['simulate', 'no/such/file.json'], 'no/such/file.json'],
    [['simulate', 'quxi', '--replications', '0'], '--replications'],
    [['simulate', 'quxi', '--replications', '2.5'], '--replications'],
    [['simulate', 'quxi', '--seed', '-1'], '--seed'],
    [['simulate', 'quxi', '--seed', '9007199254740992'], '--seed'],
    [['simulate', 'quxi', '--seed'], '--seed'],
    [['simulate', 'quxi', '--engine', 'fast'], '--engine'],
    [['simulate', 'quxi', '--floorplan', 'nowhere'], 'nowhere'],
    [['simulate', 'quxi', '--visits-per-day', 'many'], '--visits-per-day'],
    [['simulate', 'src/scenarios/theory/mm1.json', '--visits-per-day', '9'], 'demand'],
    [['simulate', 'quxi', '--replications', '1', '--record', 'no/such/folder/x.json'], '--record'],
    [['simulate', 'quxi', '--fast'], '--fast'],
    [['schema', 'hall'], '<format>'],
    [['show', 'nowhere'], 'nowhere'],
    [['list', 'all'], 'Too many'],
    [['list', '--lang', 'fr'], '--lang'],
  ])('%j', async (argv, path) => {
    const { code, stdout, stderr } = await hallHere(argv);
    expect(stderr).toContain(path);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});

describe.concurrent('the language of messages', () => {
  it.each<[argv: string[], locale: string, words: RegExp]>([
    [['show', 'nowhere'], 'C', /nothing shipped/],
    [['show', 'nowhere'], 'zh_CN.UTF-8', /没有名为/],
    [['show', 'nowhere', '--lang', 'zh'], 'en_US.UTF-8', /没有名为/],
    [['--lang=en', 'show', 'nowhere'], 'zh_CN.UTF-8', /nothing shipped/],
  ])('%j in %s', async (argv, locale, words) => {
    const { code, stderr } = await hall(argv, { locale });
    expect(stderr).toMatch(words);
    expect(code).toBe(2);
  });
});
