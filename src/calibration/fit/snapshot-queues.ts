import type { SnapshotLog } from '../log/types';
import { HALF_HOURS, type Looks } from './looks';
import type { Pool } from './pools';
import { QUARTER_S } from './presence';
import type { Unknown } from './types';
import { BIN_S } from './visits';

const QUARTERS = 96;
/** Queues with fewer visits in the whole log are left out. */
const FEWEST_VISITS = 10;
/** What calls while people wait weigh against the display's average: so many calls count as much. */
const SHOWN_WEIGHS = 20;
/** Without either, a visit is taken for ten minutes. */
const UNKNOWN_SERVICE_S = 600;

/** Queues with visits and a counter; of the others a line is added to `unknowns`. */
export function keptQueues(log: SnapshotLog, looks: Looks, unknowns: Unknown[]): number[] {
  const kept: number[] = [];
  const empty: string[] = [];
  for (let q = 0; q < looks.queues; q++) {
    let came = 0;
    let open = 0;
    for (let i = q * looks.days * HALF_HOURS; i < (q + 1) * looks.days * HALF_HOURS; i++)
      came += looks.came[i]!;
    for (let i = q * looks.days * QUARTERS; i < (q + 1) * looks.days * QUARTERS; i++)
      open += looks.openS[i]!;
    if (came >= FEWEST_VISITS && open > 0) kept.push(q);
    else empty.push(log.queues[q]!);
  }
  if (empty.length > 0)
    unknowns.push({
      about: 'queues',
      text: {
        zh: `${empty.length} 个队列几乎没有叫号或从未开放窗口，未计入：${empty.slice(0, 5).join('、')}${empty.length > 5 ? '……' : ''}`,
        en: `${empty.length} queues with hardly a call, or never a counter open, are left out: ${empty.slice(0, 5).join(', ')}${empty.length > 5 ? ' …' : ''}`,
      },
    });
  return kept;
}

/** From the first to the last half hour in which anybody to speak of comes. */
export function openingOf(looks: Looks, kept: readonly number[]): [fromS: number, toS: number] {
  const total = new Float64Array(HALF_HOURS);
  let all = 0;
  for (const q of kept)
    for (let d = 0; d < looks.days; d++)
      for (let b = 0; b < HALF_HOURS; b++) {
        const came = looks.came[(q * looks.days + d) * HALF_HOURS + b]!;
        total[b]! += came;
        all += came;
      }
  const counts = (n: number) => n >= 0.001 * all;
  const first = Math.max(0, total.findIndex(counts));
  const last = Math.max(first, total.findLastIndex(counts));
  return [first * BIN_S, (last + 1) * BIN_S];
}

/** Counters of a pool by day and quarter of an hour: as many as the queue with most has. */
export function openOf({ queues }: Pool, looks: Looks): Float64Array {
  const size = looks.days * QUARTERS;
  const open = new Float64Array(size);
  for (const q of queues)
    for (let i = 0; i < size; i++) open[i] = Math.max(open[i]!, looks.openS[q * size + i]!);
  return open;
}

/** Part of the pool's counters that serve a queue. */
export function reachOf(q: number, looks: Looks, open: Float64Array): number {
  let own = 0;
  let all = 0;
  for (let i = 0; i < open.length; i++) {
    own += looks.openS[q * open.length + i]!;
    all += open[i]!;
  }
  return all > 0 ? own / all : 1;
}

/**
 * Service times of a pool's queues. A queue on its own: counter time while people waited over calls,
 * joined with the display's average. Queues that share: the display's averages, all times one factor such
 * that together they took the counter time.
 */
export function serviceOfPool(
  { queues }: Pool,
  looks: Looks,
  serviceS: Float64Array,
  se: Float64Array,
): void {
  const shown = (q: number) => (looks.shownS[q]! > 0 ? looks.shownS[q]! : UNKNOWN_SERVICE_S);
  if (queues.length === 1) {
    const q = queues[0]!;
    const calls = looks.busyCalls[q]!;
    const seen = calls > 0 ? looks.busyS[q]! / calls : shown(q);
    const weight = calls / (calls + SHOWN_WEIGHS);
    serviceS[q] = Math.exp(
      weight * Math.log(Math.max(1, seen)) + (1 - weight) * Math.log(shown(q)),
    );
    se[q] = 1 / Math.sqrt(calls + SHOWN_WEIGHS / 4);
    return;
  }
  for (const q of queues) {
    serviceS[q] = shown(q);
    se[q] = 1 / Math.sqrt(looks.busyCalls[q]! + SHOWN_WEIGHS / 4);
  }
}

/** Mean number of counters of a queue while any is open. */
export function openMeanOf(q: number, looks: Looks, special: ReadonlySet<number>): number {
  let sum = 0;
  let n = 0;
  for (let d = 0; d < looks.days; d++) {
    if (special.has(d)) continue;
    for (let k = 0; k < QUARTERS; k++) {
      const open = looks.openS[(q * looks.days + d) * QUARTERS + k]!;
      if (open > 0) {
        sum += open / QUARTER_S;
        n++;
      }
    }
  }
  return n > 0 ? sum / n : 0;
}

/** Person-seconds waited in a pool on a day by those who were called, and their number. */
export function waitOn(
  { queues }: Pool,
  looks: Looks,
  d: number,
): readonly [waitingS: number, people: number] {
  let [waiting, people] = [0, 0];
  for (const q of queues) {
    const at = (q * looks.days + d) * HALF_HOURS;
    for (let b = at; b < at + HALF_HOURS; b++) {
      waiting += looks.waitSumS[b]!;
      people += looks.calls[b]!;
    }
  }
  return [waiting, people];
}
