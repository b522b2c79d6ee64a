import { ENGINES } from '../../sim/kernel/calendar';
import type { Slice, SweepStore } from '../../workers/province/store';
import { oneOf, plainNumber, wholeNumber } from '../options';
import type { Output } from '../output';
import { DELIVERIES, Delivery, type DeliveryFlags, isWhole } from '../province/deliver';
import { crewsHere, MOST_WORKERS, sweepHere } from '../province/here';
import { type JournalFlags, openStore, unwritable } from '../province/journal';
import { SWEEP_REFUSALS } from '../province/refusals';
import { resolveSweep } from '../province/resolve';
import { sweepWatch } from '../province/watch';
import { refusal } from '../refusals';

/** What a sweep has to say: everything, that something could not be worked out, or that it was stopped. */
export type Swept = 'done' | 'lacking' | 'stopped';

export interface SweepCommandFlags extends DeliveryFlags, JournalFlags {
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
  if (file === undefined) throw refusal('hall', '<plan>', SWEEP_REFUSALS.noPlan());
  const engine = oneOf('--engine', flags.engine, ENGINES);
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

/** The tables that are made of a journal. Throws InputError if one can't be written. */
export function deliveryOf(output: Output, flags: DeliveryFlags, store: SweepStore): Delivery {
  return new Delivery(output, flags, store.task, store.pieces, {
    has: (index) => store.has(index) || store.setAside.has(index),
    get: (index) => store.get(index),
  });
}

/** Writes and says everything, and names what was set aside. */
export async function delivered(
  output: Output,
  delivery: Delivery,
  store: SweepStore,
): Promise<Swept> {
  const answer = await delivery.finish();
  sayAside(output, store);
  if (answer.missing > 0) return 'stopped';
  return isWhole(answer) && store.setAside.size === 0 ? 'done' : 'lacking';
}

function slicedOut(output: Output, store: SweepStore, stopped: boolean): Swept {
  sayAside(output, store);
  output.say(SLICED[output.language](store.count, store.file));
  if (stopped) return 'stopped';
  return store.setAside.size > 0 ? 'lacking' : 'done';
}

/** Pieces named one by one when they are set aside. */
const MOST_NAMED = 20;

function sayAside(output: Output, { setAside, pieces, task }: SweepStore): void {
  for (const [index, reason] of [...setAside].slice(0, MOST_NAMED))
    output.say(ASIDE[output.language](index, task.halls[pieces.hallOf(index)]!.id, reason));
  if (setAside.size > MOST_NAMED)
    output.say(ASIDE_MORE[output.language](setAside.size - MOST_NAMED));
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
const SLICED = {
  zh: (n: number, file: string) => `本分片已有 ${n} 块，写入 ${file}；各片齐后用 hall merge 合并`,
  en: (n: number, file: string) =>
    `${n} pieces of this slice are in ${file}; join all slices by hall merge`,
};
const ASIDE = {
  zh: (n: number, hall: string, reason: string) => `第 ${n} 块（${hall}）已搁置：${reason}`,
  en: (n: number, hall: string, reason: string) => `Piece ${n} (${hall}) was set aside: ${reason}`,
};
const ASIDE_MORE = {
  zh: (n: number) => `另有 ${n} 块已搁置`,
  en: (n: number) => `${n} more pieces were set aside`,
};
