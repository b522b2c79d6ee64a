import { afterAll, describe, expect, it } from 'vitest';
import { hallScenario } from '../../src/scenarios/halls';
import { compare } from '../../src/sim/experiments/compare';
import { createLocalEvaluator } from '../../src/sim/experiments/local-evaluator';
import { shippedPlan } from '../plans';
import { folder } from './command';
import { hallHere } from './in-process';

const files = folder();
afterAll(() => files.remove());

const FEW = ['--replications', '6', '--seed', '3'];

describe.concurrent('hall compare', () => {
  it('prints what the comparison of the same scenarios says, each in its plan', async () => {
    const { code, stdout } = await hallHere([
      'compare',
      'putian',
      'putian@hall-150-u',
      ...FEW,
      '--json',
    ]);
    expect(code).toBe(0);
    const scenario = hallScenario('putian');
    const subjects = ['hall-150-l', 'hall-150-u'].map((plan) => ({
      scenario,
      floorplan: shippedPlan(plan),
      seed: 3,
    }));
    const report = await compare(subjects, { most: 6 }, createLocalEvaluator());
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(report)));
  });

  it('says in words which is better, in the order given', async () => {
    const fewer = structuredClone(hallScenario('quxi'));
    fewer.windows = fewer.windows.filter(({ id }) => !['w5', 'w6', 'w7', 'w8'].includes(id));
    const file = files.write('fewer.json', fewer);
    const { stdout } = await hallHere(['compare', 'quxi', file, 'quxi', ...FEW, '--lang', 'en']);
    const lines = stdout.split('\n');
    expect(lines[1]).toContain(`B  ${file}`);
    const waits = lines.filter((line) => line.startsWith('Mean wait'));
    expect(waits[0]).toMatch(/\+.* worse$/);
    expect(waits[1]).toMatch(/the same$/);
    const zh = await hallHere(['compare', 'quxi', file, ...FEW, '--lang', 'zh']);
    expect(zh.stdout).toMatch(/平均等候.*更差/);
    expect(zh.stdout).toMatch(/窗口在岗时间.*更好/);
  });

  it.each([
    [['quxi'], '<scenarios>', 'Name 2 to 8'],
    [Array<string>(9).fill('quxi'), '<scenarios>', 'Name 2 to 8'],
    [['quxi', 'quxi@hall-15'], 'hall-15', 'Did you mean "hall-150'],
    [['quxi', 'yuhu', '--replications', '1'], '--replications', 'from 2'],
  ])('refuses %j', async (words, field, remedy) => {
    const { code, stdout, stderr } = await hallHere(['compare', ...words, '--lang', 'en']);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(field);
    expect(stderr).toContain(remedy);
  });
});
