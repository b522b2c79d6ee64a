import { existsSync, rmSync } from 'node:fs';
import { PRODUCT } from '../../scenarios/product';
import type { Engine } from '../../sim/kernel/calendar';
import { probeOf } from '../../workers/province/probe';
import {
  cancelOn,
  type Owned,
  SweepOwner,
  sweepsOn,
  taskOn,
} from '../../workers/province/queue/owner';
import { sweepIdOf } from '../../workers/province/queue/server';
import { questionOf, type SweepStore } from '../../workers/province/store';
import type { SweepTask } from '../../workers/province/task';
import { plainNumber, wholeNumber } from '../options';
import type { Output } from '../output';
import { refusal } from '../refusals';
import { delivered, deliveryOf, type Swept } from './conclude';
import type { DeliveryFlags } from './deliver';
import { type JournalFlags, openStore, reopen, unwritable } from './journal';
import { QUEUE_REFUSALS } from './queue-refusals';
import { SWEEP_REFUSALS } from './refusals';
import { resolveSweep } from './resolve';
import { type Reached, reachServer } from './server';
import { sweepWatch } from './watch';

export interface QueueFlags extends DeliveryFlags, JournalFlags {
  /** Address, or true where the environment has it. */
  readonly queue?: string | true;
  readonly attach?: string;
  readonly cancel?: boolean;
  readonly ahead: string;
  readonly lock: string;
}

const MOST_AHEAD = 10_000_000;
const LONGEST_LOCK_S = 3600;
/** After a first Ctrl-C, a second within so long cancels the sweep, ms. */
const CANCEL_MS = 3000;

export function lockOf(given: string): number {
  return plainNumber('--lock', given, 0.5, LONGEST_LOCK_S) * 1000;
}

/**
 * A sweep whose pieces are done by workers that take them from a queue.
 *
 * @throws InputError
 */
export async function sweepOnQueue(
  output: Output,
  file: string | undefined,
  flags: QueueFlags & { readonly queue: string | true },
  engine: Engine,
): Promise<Swept> {
  if (flags.cancel && flags.attach === undefined)
    throw refusal('hall', '--cancel', QUEUE_REFUSALS.cancelWhat());
  if (file !== undefined && flags.attach !== undefined)
    throw refusal('hall', '--attach', SWEEP_REFUSALS.exclusive('--attach', '<plan>'));
  if (file === undefined && flags.attach === undefined)
    throw refusal('hall', '<plan>', SWEEP_REFUSALS.noPlan());
  const rules = {
    ahead: wholeNumber('--ahead', flags.ahead, 1, MOST_AHEAD),
    leaseMs: lockOf(flags.lock),
  };
  const resolved = file === undefined ? null : await resolveSweep(file, engine);
  const reached = await reachServer(output, flags.queue, 'hall sweep');
  try {
    if (flags.cancel) return await cancel(reached, flags.attach!);
    const probe = probeOf();
    const task = resolved ? resolved.task : await attached(reached, flags.attach!, probe);
    return await own(reached, task, flags, probe, rules);
  } finally {
    reached.redis.disconnect();
  }
}

async function cancel({ redis, output }: Reached, id: string): Promise<Swept> {
  const known = await sweepsOn(redis);
  const found = known.find((one) => one.id === id);
  if (!found)
    throw refusal(
      'hall',
      '--attach',
      QUEUE_REFUSALS.unknownSweep(
        id,
        known.map((one) => one.id),
      ),
    );
  await cancelOn(redis, found);
  output.say(CANCELLED[output.language](id));
  return 'done';
}

async function attached({ redis }: Reached, id: string, probe: string): Promise<SweepTask> {
  const known = await sweepsOn(redis);
  const found = known.find((one) => one.id === id);
  const task = found ? await taskOn(redis, id) : null;
  if (!found || task === null)
    throw refusal(
      'hall',
      '--attach',
      QUEUE_REFUSALS.unknownSweep(
        id,
        known.map((one) => one.id),
      ),
    );
  const { version } = found.notice;
  if (found.notice.probe !== probe || sweepIdOf(task) !== id)
    throw refusal('hall', '--attach', QUEUE_REFUSALS.otherVersion(id, version, PRODUCT.version));
  return task;
}

/** A journal by flag, or one that is named after the sweep, so that it is found again. */
function storeOf(flags: QueueFlags, task: SweepTask): SweepStore {
  if (flags.journal !== undefined || flags.resume !== undefined)
    return openStore(flags, task, null);
  const file = `sweep-${sweepIdOf(task)}.jsonl`;
  if (!existsSync(file)) return openStore({ journal: file }, task, null);
  const store = reopen(file, '--journal');
  if (store.question !== questionOf(task) || store.slice !== null) {
    store.close();
    throw refusal(file, '', SWEEP_REFUSALS.otherTask());
  }
  return store;
}

async function own(
  { redis, shown, output }: Reached,
  task: SweepTask,
  flags: QueueFlags,
  probe: string,
  rules: { readonly ahead: number; readonly leaseMs: number },
): Promise<Swept> {
  const words = WORDS[output.language];
  const store = storeOf(flags, task);
  const owner = new SweepOwner(redis, store, probe, rules);
  try {
    const delivery = deliveryOf(output, flags, store);
    try {
      await taken(owner, rules.leaseMs, output);
    } catch (error) {
      // Nobody wants a journal of a sweep that was never this owner's.
      if (flags.resume === undefined && store.count === 0) rmSync(store.file, { force: true });
      throw error;
    }
    output.say(words.began(owner.id, shown, store.file, store.pieces.count, store.count));
    const watch = sweepWatch(output, store);
    const stop = stopper(output, owner.id);
    let ended: Owned;
    try {
      ended = await owner.run(
        stop.signal,
        async () => {
          watch.tell();
          await delivery.advance();
        },
        (news) => {
          watch.tell(words.workers(news.workers, news.hands));
          if (news.refused > 0) output.progress(words.refused(news.refused));
        },
      );
    } catch (error) {
      throw unwritable(store.file, '--journal', error);
    } finally {
      stop.end();
    }
    if (ended === 'done') return await delivered(output, delivery, store);
    if (stop.isCancelled()) {
      await cancelOn(redis, (await sweepsOn(redis)).find(({ id }) => id === owner.id)!);
      output.say(CANCELLED[output.language](owner.id));
    } else output.say(words[ended](owner.id, store.file));
    return 'stopped';
  } finally {
    await owner.close().catch(() => {});
    store.close();
  }
}

/** Waits until a former owner's lease is over. Throws InputError if it holds it on. */
async function taken(owner: SweepOwner, leaseMs: number, output: Output): Promise<void> {
  const until = Date.now() + leaseMs + 1000;
  let said = false;
  while (!(await owner.take())) {
    if (Date.now() > until) throw refusal('hall', '--attach', QUEUE_REFUSALS.owned(owner.id));
    if (!said) output.say(WORDS[output.language].waiting);
    said = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Ctrl-C lets go of the sweep a moment later, and a second one in between cancels it. */
function stopper(output: Output, id: string) {
  const abort = new AbortController();
  let cancelled = false;
  let timer: NodeJS.Timeout | null = null;
  const interrupt = () => {
    if (timer) {
      cancelled = true;
      abort.abort();
      return;
    }
    output.say(WORDS[output.language].interrupt(id));
    timer = setTimeout(() => abort.abort(), CANCEL_MS);
  };
  const terminate = () => abort.abort();
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', terminate);
  return {
    signal: abort.signal,
    isCancelled: () => cancelled,
    end() {
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', terminate);
      if (timer) clearTimeout(timer);
    },
  };
}

const CANCELLED = {
  zh: (id: string) => `推演 ${id} 已取消；日志里已有的结果仍在`,
  en: (id: string) => `The sweep ${id} is cancelled; what is in its journal is kept`,
};

const WORDS = {
  zh: {
    began: (id: string, shown: string, file: string, of: number, done: number) =>
      `推演 ${id} 在 ${shown} 的队列上：共 ${of} 块${done > 0 ? `，已有 ${done} 块` : ''}；日志 ${file}。离开后用 --attach ${id} 接回`,
    workers: (n: number, hands: number) =>
      n === 0 ? '没有工作机；请运行 hall worker' : `${n} 台工作机，${hands} 个线程`,
    refused: (n: number) => `已拒收 ${n} 份别的版本或别的推演的结果`,
    waiting: '等待上一位接收者离开……',
    interrupt: (id: string) =>
      `即将离开，工作机继续计算，之后用 --attach ${id} 接回；若要取消整个推演，请在 3 秒内再按一次 Ctrl-C`,
    detached: (id: string, file: string) =>
      `已离开推演 ${id}；日志 ${file}；用 --attach ${id} 接回，用 --attach ${id} --cancel 取消`,
    cancelled: (id: string, file: string) => `推演 ${id} 被取消；日志 ${file} 里的结果仍在`,
    taken: (id: string, file: string) => `推演 ${id} 已由别处接管；日志 ${file} 到此为止`,
  },
  en: {
    began: (id: string, shown: string, file: string, of: number, done: number) =>
      `Sweep ${id} is on the queue of ${shown}: ${of} pieces${done > 0 ? `, ${done} of them done` : ''}; journal ${file}. Come back to it by --attach ${id}`,
    workers: (n: number, hands: number) =>
      n === 0 ? 'no worker is there; run hall worker' : `${n} workers, ${hands} threads`,
    refused: (n: number) => `${n} results of another version or sweep were refused`,
    waiting: 'Waiting for the owner before to let go…',
    interrupt: (id: string) =>
      `Letting go; the workers go on, and --attach ${id} comes back. To cancel the whole sweep, press Ctrl-C again within 3 s`,
    detached: (id: string, file: string) =>
      `Let go of sweep ${id}; journal ${file}. Come back by --attach ${id}, cancel by --attach ${id} --cancel`,
    cancelled: (id: string, file: string) =>
      `The sweep ${id} was cancelled; what is in the journal ${file} is kept`,
    taken: (id: string, file: string) =>
      `The sweep ${id} was taken over elsewhere; the journal ${file} ends here`,
  },
} as const;
