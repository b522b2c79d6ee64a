import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lowCameras } from '../coverage/day/low-cameras';
import { shippedPlan } from '../plans';
import { hallHere } from './in-process';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hall-day-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The 200 m² hall with its cameras hung low, where people get in the way. */
function lowered(): string {
  const plan = shippedPlan('hall-200');
  const file = join(folder, 'low.json');
  writeFileSync(file, JSON.stringify({ ...plan, cameras: lowCameras(plan) }));
  return file;
}

interface Answer {
  readonly windows: readonly {
    readonly id: string;
    readonly openS: number;
    readonly clearS: number;
    readonly share: number;
    readonly worst: { readonly startS: number } | null;
    readonly lost: readonly (readonly [number, number])[];
  }[];
}

describe('hall coverage --day', () => {
  it('watches a whole day and says yes where nothing was lost', async () => {
    const { code, stdout, stderr } = await hallHere([
      'coverage',
      'hall-200',
      '--day',
      'quxi',
      '--every',
      '20',
      '--json',
    ]);
    expect(stderr).toBe('');
    const answer = JSON.parse(stdout) as Answer & Record<string, unknown>;
    expect(answer).toMatchObject({ floorplan: 'hall-200', scenario: 'quxi', seed: 1, everyS: 20 });
    expect(answer.windows).toHaveLength(14);
    for (const window of answer.windows) {
      expect(window.openS).toBeGreaterThan(6.5 * 3600);
      expect(window).toMatchObject({ share: 1, worst: null, lost: [] });
    }
    expect(code).toBe(0);
  });

  it('tells when, how long and who, and answers no', async () => {
    const argv = ['coverage', lowered(), '--day', 'quxi', '--every', '20'];
    const { code, stdout } = await hallHere([...argv, '--json']);
    const { windows } = JSON.parse(stdout) as Answer;
    expect(code).toBe(1);
    const lost = windows.filter(({ share }) => share > 0 && share < 1);
    expect(lost.length).toBeGreaterThan(0);
    for (const { clearS, openS, share, lost: spans, worst } of lost) {
      expect(share).toBeCloseTo(clearS / openS, 3);
      expect(spans.reduce((sum, [from, to]) => sum + to - from, 0)).toBe(openS - clearS);
      expect(worst!.startS % 60).toBe(0);
    }
    const { stdout: zh } = await hallHere(argv, 'zh');
    expect(zh).toMatch(/最差一分钟/);
    expect(zh).toMatch(/开放时间的 [\d.]+% 清晰，/);
    const { stdout: en } = await hallHere(argv, 'en');
    expect(en).toMatch(/Seen [\d.]+% of the time, lost/);
    expect(en).toMatch(/\d\d:\d\d:00/);
  });

  it('gives the same bytes for the same seed, and others for another', async () => {
    const argv = ['coverage', lowered(), '--day', 'quxi', '--every', '30', '--json', '--seed'];
    const first = await hallHere([...argv, '5']);
    expect((await hallHere([...argv, '5'])).stdout).toBe(first.stdout);
    expect((await hallHere([...argv, '6'])).stdout).not.toBe(first.stdout);
  });

  it.each([
    [['--day', 'nowhere'], 'nowhere'],
    [['--day', 'quxi', '--seed', 'x'], '--seed'],
    [['--day', 'quxi', '--every', '0'], '--every'],
  ])('refuses %j', async (flags, name) => {
    const { code, stdout, stderr } = await hallHere(['coverage', 'hall-200', ...flags]);
    expect(stderr).toContain(name);
    expect(stderr).toMatch(/\n {2}→ \S/);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});
