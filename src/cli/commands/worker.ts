import { availableParallelism } from 'node:os';
import { PRODUCT } from '../../scenarios/product';
import { threadCrew } from '../../workers/province/hands';
import { probeOf } from '../../workers/province/probe';
import { SweepWorker } from '../../workers/province/queue/worker';
import { plainNumber, wholeNumber } from '../options';
import type { Output } from '../output';
import { MOST_WORKERS } from '../province/here';
import { lockOf } from '../province/queue';
import { reachServer } from '../province/server';

export interface WorkerFlags {
  readonly queue?: string | true;
  readonly concurrency?: string;
  readonly lock: string;
  readonly idle?: string;
}

/** A week. */
const LONGEST_IDLE_S = 604_800;

/**
 * Takes pieces of sweeps from a queue and does them, until it is told to stop or there has been
 * nothing to do for so long.
 *
 * @throws InputError
 */
export async function worker(output: Output, flags: WorkerFlags): Promise<void> {
  const size =
    flags.concurrency === undefined
      ? availableParallelism()
      : wholeNumber('--concurrency', flags.concurrency, 1, MOST_WORKERS);
  const idleS =
    flags.idle === undefined ? null : plainNumber('--idle', flags.idle, 0.1, LONGEST_IDLE_S);
  const lockMs = lockOf(flags.lock);
  const {
    redis,
    shown,
    output: say,
  } = await reachServer(output, flags.queue ?? true, 'hall worker');
  const words = WORDS[output.language];
  const probe = probeOf();
  let pieces = 0;
  const crews = Array.from({ length: size }, () => threadCrew());
  const worker = new SweepWorker(
    redis,
    crews,
    probe,
    { lockMs },
    {
      onPiece: (sweep) => say.progress(words.done(++pieces, sweep)),
      onFailure: (sweep, piece, reason) => say.say(words.failed(sweep, piece, reason)),
      onRefused: (sweep, { version }) => say.say(words.refused(sweep, version, PRODUCT.version)),
    },
  );
  let closing: ReturnType<SweepWorker['close']> | null = null;
  const close = () => {
    closing ??= worker.close();
  };
  const interrupt = () => {
    if (closing) process.exit(130);
    say.say(words.stopping);
    close();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  const timer =
    idleS === null
      ? null
      : setInterval(() => {
          if (worker.isIdle && Date.now() - worker.workedAt > idleS * 1000) close();
        }, 100);
  try {
    say.say(words.ready(size, shown));
    await worker.run();
    const how = await closing;
    say.say(words.ended(pieces));
    // Else the queue's connection would keep the process for as long as the server stays away.
    if (how === 'abandoned') process.exit();
  } finally {
    if (timer) clearInterval(timer);
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
    redis.disconnect();
  }
}

const WORDS = {
  zh: {
    ready: (n: number, shown: string) => `工作机就绪：${n} 个线程，队列在 ${shown}；按 Ctrl-C 结束`,
    done: (n: number, sweep: string) => `已完成 ${n} 块（推演 ${sweep}）`,
    failed: (sweep: string, piece: number, reason: string) =>
      `推演 ${sweep} 的第 ${piece} 块未能完成：${reason}`,
    refused: (sweep: string, version: string, own: string) =>
      `不参加推演 ${sweep}：它由另一版本或另一运行环境提交（${version}，本机 ${own}）；请用相同的版本与 Node.js`,
    stopping: '做完手上的就结束；再按一次 Ctrl-C 立即结束',
    ended: (n: number) => `工作机结束：完成了 ${n} 块`,
  },
  en: {
    ready: (n: number, shown: string) =>
      `Worker ready: ${n} threads, queue on ${shown}; Ctrl-C ends it`,
    done: (n: number, sweep: string) => `${n} pieces done (sweep ${sweep})`,
    failed: (sweep: string, piece: number, reason: string) =>
      `Piece ${piece} of sweep ${sweep} could not be done: ${reason}`,
    refused: (sweep: string, version: string, own: string) =>
      `Takes no part in sweep ${sweep}: it was handed in by another version or runtime (${version}; this is ${own}). Use the same version and Node.js`,
    stopping: 'Ending when what is at hand is done; Ctrl-C again ends at once',
    ended: (n: number) => `Worker ended: ${n} pieces done`,
  },
} as const;
