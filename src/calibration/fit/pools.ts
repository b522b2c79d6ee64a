import type { SnapshotLog } from '../log/types';

/** Queues whose counters are the same, or partly. */
export interface Pool {
  readonly queues: readonly number[];
}

/** Part of its changes that two queues have to make together, and how many at least. */
const TOGETHER = 0.5;
const FEWEST_TOGETHER = 4;

/**
 * Which queues share counters. A counter that opens or closes changes the number of every queue it
 * serves at the same look; queues with counters of their own hardly ever change together. Queues that
 * make half of their changes together, by the same number, share; sharing is passed on. Numbers that
 * hardly change say nothing: such queues are taken to be on their own.
 */
export function poolsOf(log: SnapshotLog): Pool[] {
  const queues = log.queues.length;
  const changes = Array.from({ length: queues }, () => new Map<string, number>());
  for (let i = 1; i < log.rows; i++) {
    if (log.queue[i] !== log.queue[i - 1] || log.day[i] !== log.day[i - 1]) continue;
    const by = log.open[i]! - log.open[i - 1]!;
    // All counters open in the morning and close in the evening, which is no sharing.
    if (by !== 0 && log.open[i] !== 0 && log.open[i - 1] !== 0)
      changes[log.queue[i]!]!.set(`${log.day[i]} ${log.atS[i]}`, by);
  }
  const root = Int32Array.from({ length: queues }, (_, q) => q);
  const find = (q: number): number => (root[q] === q ? q : find(root[q]!));
  for (let a = 0; a < queues; a++)
    for (let b = a + 1; b < queues; b++) {
      const [small, large] =
        changes[a]!.size < changes[b]!.size
          ? [changes[a]!, changes[b]!]
          : [changes[b]!, changes[a]!];
      if (small.size < FEWEST_TOGETHER) continue;
      let together = 0;
      for (const [at, by] of small) if (large.get(at) === by) together++;
      if (
        together >= FEWEST_TOGETHER &&
        together >= TOGETHER * small.size &&
        together >= TOGETHER * 0.4 * large.size
      )
        root[find(a)] = find(b);
    }
  const pools = new Map<number, number[]>();
  for (let q = 0; q < queues; q++) {
    const r = find(q);
    pools.set(r, [...(pools.get(r) ?? []), q]);
  }
  return [...pools.values()].map((members) => ({ queues: members }));
}
