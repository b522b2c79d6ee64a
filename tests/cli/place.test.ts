import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CAMERA_MODELS } from '../../src/coverage/library';
import { hall } from './command';
import { hallHere } from './in-process';

describe('hall place', () => {
  it('prints one document with the fewest cameras and what proves them', async () => {
    const { code, stdout, stderr } = await hall(['place', 'hall-200', '--json']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({
      count: expect.any(Number),
      greedyCount: expect.any(Number),
      lowerBound: expect.any(Number),
      candidates: expect.any(Number),
      proven: true,
      clear: true,
    });
    expect(answer.cameras).toHaveLength(answer.count);
    for (const camera of answer.cameras)
      expect(CAMERA_MODELS.map(({ id }) => id)).toContain(camera.model);
    expect(answer.windows.every((w: { verdict: string }) => w.verdict === 'clear')).toBe(true);
  });

  it('says in both languages what can be seen by nobody, and exits 1', async () => {
    const strict = ['place', 'hall-200', '--profile', 'face-recognition', '--step', '3'];
    const zh = await hallHere(strict, 'zh');
    expect(zh.code).toBe(1);
    expect(zh.stdout).toContain('没有足够的候选能看清（需 1 台）：w1(面部)');
    const en = await hallHere(strict, 'en');
    expect(en.stdout).toContain('Too few candidates see clearly (1 needed): w1(face)');
    expect(en.stdout).not.toContain('finds every window clear');
  });

  it('spends spare cameras on blind floor', async () => {
    const { code, stdout } = await hallHere(
      ['place', 'hall-150-u', '--step', '2', '--spare', '1', '--json'],
      'en',
    );
    expect(code).toBe(0);
    const { cameras, count, spare } = JSON.parse(stdout);
    expect(cameras).toHaveLength(count + 1);
    expect(cameras.at(-1).purpose).toBe('floor');
    expect(spare.seenM2).toBeGreaterThan(spare.seenBeforeM2);
    expect(spare.totalM2).toBeLessThan(150);
  });

  it('takes models from a library of ten thousand, and names the wrong ones', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'hall-library-')), 'models.json');
    const model = (i: number) => ({
      id: `own-${i}`,
      name: `Model ${i}`,
      resolutionPx: [3840, 2160],
      horizontalFovDeg: i === 7 ? 0 : 100,
      verticalFovDeg: 55,
    });
    writeFileSync(
      file,
      JSON.stringify({ models: Array.from({ length: 10_000 }, (_, i) => model(i)) }),
    );
    const own = ['place', 'hall-200', '--step', '2', '--library', file, '--json', '--models'];
    const { code, stdout, stderr } = await hallHere([...own, 'own-9999'], 'en');
    expect(code).toBe(0);
    expect(stderr).toContain('models[7].horizontalFovDeg');
    expect(JSON.parse(stdout).models).toMatchObject([{ id: 'own-9999' }]);
    const unknown = await hallHere([...own, 'own-10000'], 'en');
    expect(unknown.code).toBe(2);
    expect(unknown.stderr.length).toBeLessThan(2000);
    rmSync(file);
  });

  it.each([
    ['--models', 'nothing'],
    ['--on', 'floor'],
    ['--heights', '9'],
    ['--heights', '2.5,'],
    ['--step', '0'],
    ['--times', '0'],
    ['--posture', 'lying'],
    ['--profile', 'none'],
    ['--spare', '-1'],
    ['--library', 'nowhere.json'],
  ])('names %s %s', async (option, value) => {
    const { code, stdout, stderr } = await hallHere(['place', 'hall-200', option, value], 'en');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(option);
  });
});
