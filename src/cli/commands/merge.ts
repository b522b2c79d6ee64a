import type { SweepStore } from '../../workers/province/store';
import type { Output } from '../output';
import type { Swept } from '../province/conclude';
import { Delivery, type DeliveryFlags, isWhole } from '../province/deliver';
import { reopen } from '../province/journal';
import { SWEEP_REFUSALS } from '../province/refusals';
import { refusal } from '../refusals';

/**
 * Joins the journals of slices, or of one sweep on several machines, and gives the tables. A piece that
 * is in several of them counts once.
 *
 * @throws InputError if they are of different sweeps, or pieces are missing
 */
export async function merge(
  output: Output,
  files: readonly string[],
  flags: DeliveryFlags,
): Promise<Swept> {
  const stores: SweepStore[] = [];
  try {
    for (const file of files) {
      const store = reopen(file, '');
      stores.push(store);
      if (store.question !== stores[0]!.question)
        throw refusal(file, '', SWEEP_REFUSALS.otherTask());
    }
    const { task, pieces } = stores[0]!;
    const holder = (index: number) => stores.find((store) => store.has(index));
    refuseMissing(stores, holder);
    const delivery = new Delivery(output, flags, task, pieces, {
      has: (index) => holder(index) !== undefined,
      get: (index) => holder(index)?.get(index) ?? null,
    });
    return isWhole(await delivery.finish()) ? 'done' : 'lacking';
  } finally {
    for (const store of stores) store.close();
  }
}

/** Slices named one by one. */
const MOST_NAMED = 12;

function refuseMissing(
  stores: readonly SweepStore[],
  holder: (index: number) => SweepStore | undefined,
): void {
  const { pieces, slice, file } = stores[0]!;
  const missing = Array.from({ length: pieces.count }, (_, i) => i).filter((i) => !holder(i));
  if (missing.length === 0) return;
  const of = slice?.of;
  const slices = of === undefined ? [] : [...new Set(missing.map((i) => i % of))];
  const named = slices.slice(0, MOST_NAMED).join(', ') + (slices.length > MOST_NAMED ? ' …' : '');
  throw refusal(file, '', SWEEP_REFUSALS.slicesMissing(missing.length, named));
}
