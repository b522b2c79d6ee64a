import type { TicketLog } from '../log/types';

/** The classes of a scenario that a ticket log falls into: an item, apart by priority. */
export interface TicketClasses {
  readonly classes: readonly {
    readonly id: string;
    readonly name: string;
    readonly priority: number;
  }[];
  /** Class of each row. */
  readonly classOf: Int32Array;
}

/** Items with fewer rows are put together. */
const FEWEST_ROWS = 30;
const MOST_CLASSES = 40;

/** Rare items of one priority become one class, “其他 other”. */
export function classesOf(log: TicketLog): TicketClasses {
  // One whole number for priority and item (−1: none).
  const places = log.items.length + 1;
  const keyOf = (i: number) => log.priority[i]! * places + log.item[i]! + 1;
  const counts = new Map<number, number>();
  const priorities = new Set<number>();
  for (let i = 0; i < log.rows; i++) {
    const key = keyOf(i);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const key of counts.keys()) priorities.add(Math.floor(key / places));
  const several = priorities.size > 1;
  const ordered = [...counts].sort((a, b) => b[1] - a[1]);
  const classes: { id: string; name: string; priority: number }[] = [];
  const index = new Map<number, number>();
  const add = (name: string, priority: number) => {
    classes.push({
      id: `c${classes.length + 1}`,
      name: several && priority !== 0 ? `${name} · 优先 priority ${priority}` : name,
      priority,
    });
    return classes.length - 1;
  };
  const rest = new Map<number, number>();
  for (const [key, n] of ordered) {
    const priority = Math.floor(key / places);
    const item = key - priority * places - 1;
    if ((n >= FEWEST_ROWS && classes.length < MOST_CLASSES) || ordered.length === 1) {
      index.set(key, add(item < 0 ? '未注明 not stated' : log.items[item]!, priority));
      continue;
    }
    if (!rest.has(priority)) rest.set(priority, add('其他 other', priority));
    index.set(key, rest.get(priority)!);
  }
  const classOf = new Int32Array(log.rows);
  // Rows of a kind follow each other often: the last answer is kept.
  let [lastPriority, lastItem, last] = [Number.NaN, Number.NaN, 0];
  for (let i = 0; i < log.rows; i++) {
    if (log.priority[i] !== lastPriority || log.item[i] !== lastItem) {
      lastPriority = log.priority[i]!;
      lastItem = log.item[i]!;
      last = index.get(keyOf(i))!;
    }
    classOf[i] = last;
  }
  return { classes, classOf };
}
