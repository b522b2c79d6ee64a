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

  it.each([
    ['--models', 'nothing'],
    ['--on', 'floor'],
    ['--heights', '9'],
    ['--heights', '2.5,'],
    ['--step', '0'],
    ['--times', '0'],
    ['--posture', 'lying'],
    ['--profile', 'none'],
  ])('names %s %s', async (option, value) => {
    const { code, stdout, stderr } = await hallHere(['place', 'hall-200', option, value], 'en');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(option);
  });
});
