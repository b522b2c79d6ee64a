import { describe, expect, it } from 'vitest';
import { Superseded } from '../../src/workers/lane';
import { Latest } from '../../src/workers/latest';

/** A job that is finished by hand. */
function job() {
  let finish: (value: string) => void = () => {};
  let fail: (error: Error) => void = () => {};
  let begun = false;
  const answer = new Promise<string>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  return {
    run: () => {
      begun = true;
      return answer;
    },
    finish: (value: string) => finish(value),
    fail: (error: Error) => fail(error),
    begun: () => begun,
  };
}

describe('the latest of many questions', () => {
  it('answers the one under way and then only the last', async () => {
    const latest = new Latest();
    const [first, second, third] = [job(), job(), job()];
    const answers = [first, second, third].map((one) => latest.run(one.run));
    const dropped = expect(answers[1]).rejects.toBeInstanceOf(Superseded);
    expect([first.begun(), second.begun(), third.begun()]).toEqual([true, false, false]);
    first.finish('one');
    await expect(answers[0]).resolves.toBe('one');
    await dropped;
    third.finish('three');
    await expect(answers[2]).resolves.toBe('three');
    expect(second.begun()).toBe(false);
  });

  it('goes on after a failure', async () => {
    const latest = new Latest();
    const [first, second] = [job(), job()];
    const failed = latest.run(first.run);
    const next = latest.run(second.run);
    first.fail(new Error('broken'));
    await expect(failed).rejects.toThrow('broken');
    second.finish('two');
    await expect(next).resolves.toBe('two');
  });
});
