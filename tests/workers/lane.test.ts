import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/scenarios/problem';
import { Lane, type LaneThread, Superseded, ThreadFailure } from '../../src/workers/lane';
import { replyOf, unwrapReply } from '../../src/workers/reply';

/** A thread that answers when told to, and counts its ends. */
function threads() {
  const started: {
    ended: boolean;
    fail: (reason: string) => void;
  }[] = [];
  const start = (): LaneThread<{ id: number }> => {
    const thread = { ended: false, fail: (_: string) => {} };
    started.push(thread);
    return {
      remote: { id: started.length - 1 },
      onFailure: (listener) => {
        thread.fail = listener;
      },
      terminate: () => {
        thread.ended = true;
      },
    };
  };
  return { started, start };
}

describe('Lane', () => {
  it('asks one thread again and again', async () => {
    const { started, start } = threads();
    const lane = new Lane(start);
    expect(await lane.run(async ({ id }) => id)).toBe(0);
    expect(await lane.run(async ({ id }) => id)).toBe(0);
    expect(started).toHaveLength(1);
  });

  it('ends the thread of a question that a newer one replaces', async () => {
    const { started, start } = threads();
    const lane = new Lane(start);
    const older = lane.run(() => new Promise<number>(() => {}));
    const newer = lane.run(async ({ id }) => id);
    await expect(older).rejects.toBeInstanceOf(Superseded);
    expect(await newer).toBe(1);
    expect(started.map((thread) => thread.ended)).toEqual([true, false]);
  });

  it('ignores what a replaced question still answers', async () => {
    const { start } = threads();
    const lane = new Lane(start);
    let answer = (_: string) => {};
    const older = lane.run(
      () =>
        new Promise<string>((resolve) => {
          answer = resolve;
        }),
    );
    const newer = lane.run(async () => 'new');
    answer('old');
    await expect(older).rejects.toBeInstanceOf(Superseded);
    expect(await newer).toBe('new');
  });

  it('tells of a thread that dies, and starts another', async () => {
    const { started, start } = threads();
    const lane = new Lane(start);
    const job = lane.run(() => new Promise<number>(() => {}));
    started[0]?.fail('out of memory');
    await expect(job).rejects.toThrow(new ThreadFailure('out of memory'));
    expect(await lane.run(async ({ id }) => id)).toBe(1);
  });

  it('tells of a thread that does not start', async () => {
    const lane = new Lane(() => {
      throw new Error('no threads here');
    });
    await expect(lane.run(async () => 1)).rejects.toBeInstanceOf(ThreadFailure);
  });
});

describe('replies', () => {
  const problem = {
    path: 'windows[0].id',
    message: { zh: '错', en: 'wrong' },
    remedy: { zh: '改', en: 'mend it' },
  };

  it('carry bad input across with all its problems', async () => {
    const reply = await replyOf(() => {
      throw new InputError('mine.json', [problem]);
    });
    const crossed = structuredClone(reply);
    try {
      unwrapReply(crossed);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      expect((error as InputError).problems).toEqual([problem]);
    }
  });

  it('carry values, and let faults be faults', async () => {
    expect(unwrapReply(await replyOf(() => 7))).toBe(7);
    await expect(
      replyOf(() => {
        throw new TypeError('a fault');
      }),
    ).rejects.toBeInstanceOf(TypeError);
  });
});
