import type { TicketLog } from '../log/types';
import { positiveEstimate } from './numeric/estimates';
import { serviceOf } from './ticket-times';
import type { Estimate } from './types';

/** Windows that serve the same classes. */
export interface WindowGroup {
  /** Indices into the log's windows, the busiest first. */
  readonly windows: readonly number[];
  /** Classes served. */
  readonly serves: readonly number[];
}

export interface WindowsFound {
  readonly groups: readonly WindowGroup[];
  /** By window of the log. */
  readonly groupOf: Int32Array;
  readonly tickets: Int32Array;
  readonly speed: readonly (Estimate | null)[];
}

/** A window that serves less than this part of what its share would be does not serve a class. */
const HARDLY = 0.1;
/** With fewer expected, not having served says nothing. */
const FEWEST_EXPECTED = 4;
/** More kinds of windows than this are taken for one pool. */
const MOST_GROUPS = 8;
/** A group that serves a smaller part of all tickets joins the most similar. */
const SMALL_GROUP = 0.02;

/**
 * Who serves what: a window serves a class unless it served hardly any of what chance would have
 * given it. Windows with the same classes are a group.
 */
export function windowsOf(log: TicketLog, classOf: Int32Array, classes: number): WindowsFound {
  const windows = log.windows.length;
  const count = new Float64Array(windows * classes);
  const tickets = new Int32Array(windows);
  const ofClass = new Float64Array(classes);
  let all = 0;
  for (let i = 0; i < log.rows; i++) {
    const w = log.window[i]!;
    if (w < 0) continue;
    count[w * classes + classOf[i]!]!++;
    tickets[w]!++;
    ofClass[classOf[i]!]!++;
    all++;
  }
  const served = Array.from({ length: windows }, (_, w) =>
    Array.from({ length: classes }, (_, c) => c).filter((c) => {
      const expected = (tickets[w]! * ofClass[c]!) / Math.max(1, all);
      const n = count[w * classes + c]!;
      return expected < FEWEST_EXPECTED ? true : n >= HARDLY * expected;
    }),
  );
  let groups = groupBy(served, tickets);
  const size = (g: WindowGroup) => g.windows.reduce((sum, w) => sum + tickets[w]!, 0);
  while (groups.length > 1) {
    const smallest = groups.reduce((a, b) => (size(b) < size(a) ? b : a));
    if (groups.length <= MOST_GROUPS && size(smallest) >= SMALL_GROUP * all) break;
    const rest = groups.filter((g) => g !== smallest);
    const alike = (g: WindowGroup) => {
      const both = g.serves.filter((c) => smallest.serves.includes(c)).length;
      return both / (g.serves.length + smallest.serves.length - both);
    };
    const nearest = rest.reduce((a, b) => (alike(b) > alike(a) ? b : a));
    groups = rest.map((g) =>
      g === nearest
        ? {
            windows: [...g.windows, ...smallest.windows],
            serves: [...new Set([...g.serves, ...smallest.serves])].sort((a, b) => a - b),
          }
        : g,
    );
  }
  const groupOf = new Int32Array(windows);
  for (const [g, { windows: own }] of groups.entries()) for (const w of own) groupOf[w] = g;
  return { groups, groupOf, tickets, speed: speedsOf(log, classOf, classes) };
}

function groupBy(served: readonly (readonly number[])[], tickets: Int32Array): WindowGroup[] {
  const byKey = new Map<string, number[]>();
  for (const [w, classes] of served.entries()) {
    if (tickets[w] === 0) continue;
    const key = classes.join();
    byKey.set(key, [...(byKey.get(key) ?? []), w]);
  }
  return [...byKey.values()].map((windows) => ({
    windows: [...windows].sort((a, b) => tickets[b]! - tickets[a]!),
    serves: [...served[windows[0]!]!],
  }));
}

/** Fewer services say little of a clerk. */
const FEWEST_SERVICES = 30;

/**
 * Speed of each window: what its services would take at everybody's means over what they took,
 * pulled towards 1 by as much as chance could have made (James and Stein 1961). null with few services.
 */
function speedsOf(log: TicketLog, classOf: Int32Array, classes: number): (Estimate | null)[] {
  const windows = log.windows.length;
  const sum = new Float64Array(classes);
  const squares = new Float64Array(classes);
  const n = new Float64Array(classes);
  for (let i = 0; i < log.rows; i++) {
    const s = serviceOf(log, i);
    if (!Number.isFinite(s)) continue;
    const c = classOf[i]!;
    sum[c]! += s;
    squares[c]! += s * s;
    n[c]!++;
  }
  const usual = new Float64Array(windows);
  const took = new Float64Array(windows);
  const chance = new Float64Array(windows);
  const services = new Int32Array(windows);
  for (let i = 0; i < log.rows; i++) {
    const w = log.window[i]!;
    const s = serviceOf(log, i);
    if (w < 0 || !Number.isFinite(s)) continue;
    const c = classOf[i]!;
    const mean = sum[c]! / n[c]!;
    usual[w]! += mean;
    took[w]! += s;
    chance[w]! += Math.max(0, squares[c]! / n[c]! - mean * mean);
    services[w]!++;
  }
  const known = [...services.keys()].filter((w) => services[w]! >= FEWEST_SERVICES && took[w]! > 0);
  const log1 = (w: number) => Math.log(usual[w]! / took[w]!);
  const variance = (w: number) => chance[w]! / usual[w]! ** 2;
  let between = 0;
  if (known.length > 1) {
    const spread = known.reduce((total, w) => total + log1(w) ** 2 - variance(w), 0);
    between = Math.max(0, spread / (known.length - 1));
  }
  return Array.from({ length: windows }, (_, w) => {
    if (!known.includes(w)) return null;
    const keep = between / (between + variance(w) || 1);
    return positiveEstimate(Math.exp(keep * log1(w)), Math.sqrt(keep * variance(w)), services[w]!);
  });
}
