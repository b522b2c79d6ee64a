import { describe, expect, it } from 'vitest';
import { Crew, type Hand } from '../../src/workers/crew';
import { ThreadFailure } from '../../src/workers/lane';
import { randomOf } from './questions';

/** A hand's job that waits to be answered. */
interface Pending {
  readonly hand: number;
  readonly job: number;
  readonly resolve: (result: string) => void;
  readonly reject: (error: unknown) => void;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Hands that do what the test tells them, when it tells them. */
function bench() {
  const hands: { ended: boolean; busy: boolean }[] = [];
  const pending: Pending[] = [];
  const start = (): Hand<number, string> => {
    const hand = hands.length;
    const state = { ended: false, busy: false };
    hands.push(state);
    return {
      run: (job) => {
        if (state.ended) throw new Error(`hand ${hand} has been ended`);
        if (state.busy) throw new Error(`hand ${hand} is busy`);
        state.busy = true;
        return new Promise<string>((resolve, reject) => {
          pending.push({ hand, job, resolve, reject });
        }).finally(() => {
          state.busy = false;
        });
      },
      end: () => {
        state.ended = true;
      },
    };
  };
  const crewOf = (size: number) =>
    new Crew<number, string>(start, size, (job, reason) => `given up ${job}: ${reason}`);
  /** Takes a pending job out of the list, to be answered. */
  const take = (job: number): Pending => {
    const i = pending.findIndex((one) => one.job === job);
    if (i < 0) throw new Error(`nobody is at job ${job}`);
    return pending.splice(i, 1)[0]!;
  };
  const finish = async (job: number) => {
    take(job).resolve(`done ${job}`);
    await turn();
  };
  const kill = async (job: number, reason = 'it died') => {
    take(job).reject(new ThreadFailure(reason));
    await turn();
  };
  const jobsUnderWay = () => pending.map(({ job }) => job);
  const alive = () => hands.filter(({ ended }) => !ended).length;
  return { hands, pending, crewOf, take, finish, kill, jobsUnderWay, alive };
}

describe('Crew', () => {
  it('gives results in the order of the jobs, whatever order they are finished in', async () => {
    const { crewOf, finish, hands, jobsUnderWay } = bench();
    const crew = crewOf(3);
    const heard: [string, number][] = [];
    const run = crew.run([10, 11, 12, 13], (result, index) => heard.push([result, index]));
    await turn();
    expect(jobsUnderWay()).toEqual([10, 11, 12]);
    await finish(12);
    expect(jobsUnderWay()).toEqual([10, 11, 13]);
    for (const job of [13, 11, 10]) await finish(job);
    expect(await run).toEqual(['done 10', 'done 11', 'done 12', 'done 13']);
    expect(heard).toEqual([
      ['done 12', 2],
      ['done 13', 3],
      ['done 11', 1],
      ['done 10', 0],
    ]);
    expect(hands).toHaveLength(3);
  });

  it('makes hands only for the work there is, and keeps them for the next list', async () => {
    const { crewOf, finish, hands } = bench();
    const crew = crewOf(4);
    expect(await crew.run([])).toEqual([]);
    expect(hands).toHaveLength(0);
    for (let round = 0; round < 3; round++) {
      const run = crew.run([1, 2]);
      await turn();
      await finish(1);
      await finish(2);
      await run;
      expect(hands).toHaveLength(2);
    }
  });

  it('has a size', () => {
    const { crewOf } = bench();
    for (const size of [0, -1, 1.5, Number.NaN]) expect(() => crewOf(size)).toThrow(RangeError);
  });

  it('does one list at a time', async () => {
    const { crewOf, finish } = bench();
    const crew = crewOf(1);
    const first = crew.run([1]);
    await expect(crew.run([2])).rejects.toThrow('at work');
    await turn();
    await finish(1);
    expect(await first).toEqual(['done 1']);
  });

  it('replaces a hand that dies and has its job done again', async () => {
    const { crewOf, finish, kill, hands, alive } = bench();
    const run = crewOf(2).run([1, 2, 3]);
    await turn();
    await kill(1);
    expect(hands).toHaveLength(3);
    expect(hands[0]).toMatchObject({ ended: true });
    for (const job of [2, 1, 3]) await finish(job);
    expect(await run).toEqual(['done 1', 'done 2', 'done 3']);
    expect(alive()).toBe(2);
  });

  it('does a job again whose hand dies when there is nothing else left to do', async () => {
    const { crewOf, finish, kill } = bench();
    const run = crewOf(3).run([1, 2, 3]);
    await turn();
    await finish(1);
    await finish(3);
    await kill(2);
    await kill(2);
    await finish(2);
    expect(await run).toEqual(['done 1', 'done 2', 'done 3']);
  });

  it('gives a job up that has taken three hands down, and goes on with the others', async () => {
    const { crewOf, finish, kill, hands } = bench();
    const run = crewOf(2).run([1, 2, 3]);
    await turn();
    for (let death = 1; death <= 3; death++) await kill(1, `death ${death}`);
    for (const job of [2, 3]) await finish(job);
    expect(await run).toEqual(['given up 1: death 3', 'done 2', 'done 3']);
    expect(hands.filter(({ ended }) => ended)).toHaveLength(3);
  });

  it('counts a hand that cannot even be made as dead', async () => {
    const crew = new Crew<number, string>(
      () => {
        throw new ThreadFailure('no threads here');
      },
      2,
      (job, reason) => `${job} ${reason}`,
    );
    expect(await crew.run([1, 2])).toEqual(['1 no threads here', '2 no threads here']);
  });

  it('throws what is not the death of a hand, and stops the others', async () => {
    const { crewOf, take, finish, alive, jobsUnderWay, pending } = bench();
    const crew = crewOf(2);
    const heard: number[] = [];
    const run = crew.run([1, 2, 3, 4], (_, index) => heard.push(index));
    const thrown = expect(run).rejects.toThrow(new TypeError('a fault'));
    await turn();
    take(1).reject(new TypeError('a fault'));
    await thrown;
    expect(alive()).toBe(0);
    // Its hand was ended in the middle of it: what comes of that is nobody's business any more.
    take(2).reject(new ThreadFailure('ended'));
    await turn();
    expect(jobsUnderWay()).toEqual([]);
    expect(heard).toEqual([]);
    expect(alive()).toBe(0);
    const next = crew.run([5]);
    await turn();
    await finish(5);
    expect(await next).toEqual(['done 5']);
    expect(pending).toEqual([]);
  });

  it('throws what its listener throws: a journal that cannot be written', async () => {
    const { crewOf, take, jobsUnderWay, alive } = bench();
    const run = crewOf(2).run([1, 2, 3], () => {
      throw new Error('the disk is full');
    });
    const thrown = expect(run).rejects.toThrow('the disk is full');
    await turn();
    take(1).resolve('done 1');
    await thrown;
    take(2).resolve('done 2');
    await turn();
    expect(jobsUnderWay()).toEqual([]);
    expect(alive()).toBe(0);
  });

  it('is stopped in the middle, hears nothing after, and can be used again', async () => {
    const { crewOf, finish, take, alive, jobsUnderWay } = bench();
    const crew = crewOf(2);
    const heard: string[] = [];
    const run = crew.run([1, 2, 3, 4], (result) => heard.push(result));
    await turn();
    await finish(1);
    crew.stop();
    expect(await run).toBeNull();
    expect(alive()).toBe(0);
    const [late, dead] = [take(2), take(3)];
    const again = crew.run([7, 8]);
    await turn();
    late.resolve('done 2');
    dead.reject(new ThreadFailure('ended'));
    await turn();
    expect(heard).toEqual(['done 1']);
    expect(jobsUnderWay()).toEqual([7, 8]);
    await finish(8);
    await finish(7);
    expect(await again).toEqual(['done 7', 'done 8']);
    expect(alive()).toBe(2);
    crew.close();
    expect(alive()).toBe(0);
  });

  it('has nothing to stop when nothing is under way', async () => {
    const { crewOf, finish, alive } = bench();
    const crew = crewOf(1);
    crew.stop();
    const run = crew.run([1]);
    await turn();
    await finish(1);
    expect(await run).toEqual(['done 1']);
    crew.stop();
    expect(alive()).toBe(1);
  });

  it.each(Array.from({ length: 60 }, (_, seed) => seed))('random schedule %i', async (seed) => {
    const random = randomOf(seed);
    const size = 1 + Math.floor(random() * 5);
    const jobs = Array.from({ length: Math.floor(random() * 25) }, (_, i) => 100 + i);
    const deathly = random() * 0.6;
    const { crewOf, pending, hands, alive } = bench();
    const crew = crewOf(size);
    const deaths = new Map<number, number>();
    const heard = new Set<number>();
    let results: string[] | null | undefined;
    const run = crew
      .run(jobs, (_, index) => {
        expect(heard.has(index)).toBe(false);
        heard.add(index);
      })
      .then((all) => {
        results = all;
      });
    for (;;) {
      await turn();
      if (results !== undefined) break;
      expect(pending.length).toBeGreaterThan(0);
      expect(alive()).toBeLessThanOrEqual(size);
      const [one] = pending.splice(Math.floor(random() * pending.length), 1);
      if (random() >= deathly) one!.resolve(`done ${one!.job}`);
      else {
        deaths.set(one!.job, (deaths.get(one!.job) ?? 0) + 1);
        one!.reject(new ThreadFailure('it died'));
      }
    }
    await run;
    expect(results).toEqual(
      jobs.map((job) => (deaths.get(job) === 3 ? `given up ${job}: it died` : `done ${job}`)),
    );
    expect(heard.size).toBe(jobs.length);
    expect(Math.max(0, ...deaths.values())).toBeLessThanOrEqual(3);
    crew.close();
    expect(hands.every(({ ended }) => ended)).toBe(true);
  });
});
