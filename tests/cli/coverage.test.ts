import { afterAll, describe, expect, it } from 'vitest';
import { shippedPlan } from '../plans';
import { folder, hall } from './command';
import { hallHere } from './in-process';

const files = folder();
afterAll(() => files.remove());
let count = 0;

type Loose = ReturnType<typeof shippedPlan>;

function changed(change: (plan: Loose) => void): string {
  const plan = shippedPlan('hall-200');
  change(plan);
  return files.write(`plan-${count++}.json`, plan);
}

describe('hall coverage', () => {
  it('prints one document and nothing beside it', async () => {
    const { code, stdout, stderr } = await hall(['coverage', 'hall-200', '--json']);
    expect(stderr).toBe('');
    const report = JSON.parse(stdout);
    expect(report.windows).toHaveLength(14);
    for (const window of report.windows) {
      expect(window).toMatchObject({
        id: expect.stringMatching(/^w\d+$/),
        verdict: expect.stringMatching(/^(clear|partly|no)$/),
        pickup: { id: `pickup-${window.id}`, inReach: true },
        blockedBy: expect.any(Array),
      });
      for (const target of ['face', 'counter'])
        expect(window[target]).toMatchObject({
          pxPerM: expect.any(Number),
          visibleShare: expect.any(Number),
          horizontalDeg: expect.any(Number),
          verticalDeg: expect.any(Number),
          camera: expect.any(String),
        });
    }
    const { heightM, areaM2, visibleM2, coveredM2 } = report.plane;
    expect(heightM).toBe(0);
    expect(areaM2).toBeLessThan(200);
    expect(visibleM2).toBeLessThan(areaM2);
    expect(coveredM2).toBeLessThan(visibleM2);
    const clear = report.windows.every((w: { verdict: string }) => w.verdict === 'clear');
    expect(report.clear).toBe(clear);
    expect(code).toBe(clear ? 0 : 1);
  });

  it('measures the plane asked for, and says how dense is dense enough', async () => {
    const measured = async (...flags: string[]) =>
      JSON.parse((await hallHere(['coverage', 'hall-150-l', '--json', ...flags])).stdout).plane;
    const high = await measured('--plane', '1.25');
    const low = await measured('--plane', '1.25', '--density', '125', '--standard', '2025');
    expect(high).toMatchObject({ heightM: 1.25, thresholdPxPerM: 250 });
    expect(high.blindSpots[0]).toMatchObject({ areaM2: expect.any(Number), at: expect.any(Array) });
    expect(low.visibleM2).toBe(high.visibleM2);
    expect(low.coveredM2).toBeGreaterThan(high.coveredM2);
    expect(low.byClass.map((c: { id: string }) => c.id)).toContain('perceive');
    expect(low.byClass[3].m2).toBe(low.coveredM2);
  });

  it('ends with 1 where a window is not clear, and says what would cure it', async () => {
    const { code, stdout } = await hallHere([
      'coverage',
      'hall-200',
      '--profile',
      'face-recognition',
    ]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/w1: face seen at a vertical angle of \d+°; the limit is 15°/);
    expect(stdout).toMatch(/no usual mount .* at 2\.\d\d m at most/);
  });

  it('ends with 1 where a window has no pickup', async () => {
    const file = changed((plan) => plan.pickups.shift());
    const { code, stdout } = await hallHere(['coverage', file]);
    expect(stdout).toContain('w1: no pickup of its own');
    expect(code).toBe(1);
  });

  it('sees less with more people', async () => {
    const visible = async (queue: string) =>
      JSON.parse((await hallHere(['coverage', 'hall-200', '--queue', queue, '--json'])).stdout);
    const none = await visible('0');
    const many = await visible('30');
    expect(many.queueing).toBe(30);
    expect(many.plane.visibleM2).toBeLessThan(none.plane.visibleM2);
    expect(many.plane.areaM2).toBe(none.plane.areaM2);
  });

  it.each([
    ['zh', /窗口 +结论 +目标 +摄像机/, /按“识别/, /假设/],
    ['en', /window +verdict +target +camera/, /By "identify/, /assumptions/],
  ] as const)('prints a table in %s', async (language, heading, end, assumed) => {
    const { stdout, stderr } = await hallHere(
      ['coverage', 'hall-150-u', '--by-class', '--queue', '5'],
      language,
    );
    expect(stderr).toBe('');
    expect(stdout).toMatch(heading);
    expect(stdout).toMatch(end);
    expect(stdout).toMatch(assumed);
  });

  it.each<[string, (plan: Loose) => void, path: string]>([
    ['a camera outside the hall', (p) => (p.cameras[2]!.at = [40, 40]), 'cameras[2].at'],
    ['a camera in a wall', (p) => (p.cameras[1]!.at = [7.5, 8.15]), 'cameras[1].at'],
    ['a camera above the ceiling', (p) => (p.cameras[0]!.heightM = 5), 'cameras[0].heightM'],
    ['a zero angle', (p) => (p.cameras[0]!.verticalFovDeg = 0), 'cameras[0].verticalFovDeg'],
    ['a resolution of nothing', (p) => (p.cameras[3]!.resolutionPx = [0, 0]), 'resolutionPx[0]'],
    ['no window', (p) => p.windows.splice(0), 'windows'],
  ])('refuses %s by the path of its field', async (_, change, path) => {
    const { code, stdout, stderr } = await hallHere(['coverage', changed(change), '--json']);
    expect(stderr).toContain(path);
    expect(stderr).toMatch(/\n {2}→ \S/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it.each([
    [['--plane', 'high'], '--plane'],
    [['--plane', '99'], '--plane'],
    [['--profile', 'strict'], '--profile'],
    [['--standard', '1999'], '--standard'],
    [['--density', '-1'], '--density'],
    [['--queue', '2.5'], '--queue'],
    [['--lens', 'glass'], '--lens'],
    [['--cell', '0'], '--cell'],
  ])('refuses %j', async (flags, name) => {
    const { code, stdout, stderr } = await hallHere(['coverage', 'hall-200', ...flags]);
    expect(stderr).toContain(name);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('says no, not bad input, without any camera', async () => {
    const file = changed((plan) => plan.cameras.splice(0));
    const { code, stdout } = await hallHere(['coverage', file, '--json']);
    expect(code).toBe(1);
    const report = JSON.parse(stdout);
    expect(report.windows[0]).toMatchObject({ verdict: 'no', face: { camera: null, pxPerM: 0 } });
    expect(report.plane.visibleM2).toBe(0);
  });
});
