import type { SweepStore } from '../../workers/province/store';
import type { Output } from '../output';
import { Delivery, type DeliveryFlags, isWhole } from './deliver';

/** What a sweep has to say: everything, that something could not be worked out, or that it was stopped. */
export type Swept = 'done' | 'lacking' | 'stopped';

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

export function slicedOut(output: Output, store: SweepStore, stopped: boolean): Swept {
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
