import { ENGINES } from '../../sim/kernel/calendar';
import type { Slice } from '../../workers/province/store';
import { oneOf, plainNumber, wholeNumber } from '../options';
import type { Output } from '../output';
import { delivered, deliveryOf, type Swept, slicedOut } from '../province/conclude';
import { DELIVERIES } from '../province/deliver';
import { crewsHere, MOST_WORKERS, sweepHere } from '../province/here';
import { openStore, unwritable } from '../province/journal';
import { type QueueFlags, sweepOnQueue } from '../province/queue';
import { QUEUE_REFUSALS } from '../province/queue-refusals';
import { SWEEP_REFUSALS } from '../province/refusals';
import { resolveSweep } from '../province/resolve';
import { sweepWatch } from '../province/watch';
import { refusal } from '../refusals';

export interface SweepCommandFlags extends QueueFlags {
  readonly engine: string;
  readonly workers?: string;
  readonly budget?: string;
  readonly slices?: string;
  readonly slice?: string;
}

const MOST_SLICES = 10_000;
/** A week. */
const LONGEST_BUDGET_S = 604_800;

function sliceOf({ slices, slice }: SweepCommandFlags): Slice | null {
  if (slices === undefined && slice === undefined) return null;
  if (slices === undefined || slice === undefined)
    throw refusal(
      'hall',
      slices === undefined ? '--slice' : '--slices',
      SWEEP_REFUSALS.sliceAlone(),
    );
  const of = wholeNumber('--slices', slices, 1, MOST_SLICES);
  return { of, index: wholeNumber('--slice', slice, 0, of - 1) };
}

/**
 * Many halls in many variants: on this machine's cores, or one slice of them.
 *
 * @throws InputError
 */
export async function sweep(
  output: Output,
  file: string | undefined,
  flags: SweepCommandFlags,
): Promise<Swept> {
  const engine = oneOf('--engine', flags.engine, ENGINES);
  if (flags.queue !== undefined) {
    for (const one of ['workers', 'budget', 'slices', 'slice'] as const)
      if (flags[one] !== undefined)
        throw refusal('hall', `--${one}`, SWEEP_REFUSALS.exclusive(`--${one}`, '--queue'));
    return sweepOnQueue(output, file, { ...flags, queue: flags.queue }, engine);
  }
  for (const one of ['attach', 'cancel'] as const)
    if (flags[one] !== undefined)
      throw refusal('hall', `--${one}`, QUEUE_REFUSALS.needsQueue(`--${one}`));
  if (file === undefined) throw refusal('hall', '<plan>', SWEEP_REFUSALS.noPlan());
  const size =
    flags.workers === undefined
      ? undefined
      : wholeNumber('--workers', flags.workers, 1, MOST_WORKERS);
  const budgetS =
    flags.budget === undefined
      ? null
      : plainNumber('--budget', flags.budget, 0.1, LONGEST_BUDGET_S);
  const slice = sliceOf(flags);
  if (slice) {
    if (flags.journal === undefined && flags.resume === undefined)
      throw refusal('hall', '--slice', SWEEP_REFUSALS.sliceJournal());
    for (const one of [...DELIVERIES, 'json'] as const)
      if (flags[one] !== undefined)
        throw refusal('hall', `--${one}`, SWEEP_REFUSALS.sliceTables(`--${one}`));
  }
  const { task, unused } = await resolveSweep(file, engine);
  if (unused.length > 0) output.say(UNUSED[output.language](unused.join('、')));
  const store = openStore(flags, task, slice);
  try {
    const journal = flags.journal ?? flags.resume;
    if (store.count > 0) output.say(RESUMED[output.language](store.count));
    const delivery = slice ? null : deliveryOf(output, flags, store);
    const stop = new AbortController();
    const interrupt = () => {
      output.say(STOPPING[output.language](journal));
      stop.abort();
    };
    const timer = budgetS === null ? null : setTimeout(() => stop.abort(), budgetS * 1000);
    process.once('SIGINT', interrupt);
    const watch = sweepWatch(output, store);
    try {
      await sweepHere(store, crewsHere(size), stop.signal, async () => {
        watch.tell();
        await delivery?.advance();
      });
    } catch (error) {
      throw unwritable(journal ?? store.file, '--journal', error);
    } finally {
      process.off('SIGINT', interrupt);
      if (timer) clearTimeout(timer);
    }
    return delivery
      ? await delivered(output, delivery, store)
      : slicedOut(output, store, stop.signal.aborted);
  } finally {
    store.close();
  }
}

const UNUSED = {
  zh: (names: string) => `表中未用到的列：${names}`,
  en: (names: string) => `Columns of the table that are not used: ${names}`,
};
const RESUMED = {
  zh: (n: number) => `从日志继续：已有 ${n} 块`,
  en: (n: number) => `Resuming: ${n} pieces are in the journal`,
};
const STOPPING = {
  zh: (file?: string) => (file ? `已停止；用 --resume ${file} 可以继续` : '已停止'),
  en: (file?: string) => (file ? `Stopped; go on with --resume ${file}` : 'Stopped'),
};
