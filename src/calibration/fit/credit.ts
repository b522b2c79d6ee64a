import type { TicketLog } from '../log/types';
import { intervalsOfLoss } from './likelihood';
import { minimise } from './numeric/minimise';
import { calledAt, rowsByDay, waitEnds, wasCalled } from './ticket-times';
import type { CreditFit } from './types';

const FEWEST_DECISIONS = 30;
/** Decisions kept: more say no more. */
const MOST_DECISIONS = 50_000;
/** A credit that explains so much less than first come, first served plus nothing is none. */
const GAIN = 0.01;

/** Calls at which people of both groups waited. */
interface Decisions {
  /** How much longer the first without priority had waited than the first with it, seconds. */
  readonly olderS: number[];
  /** Whether the one with priority was called. */
  readonly priority: boolean[];
}

/**
 * The waiting credit of each group with priority, from the order of calls: whenever the first of
 * the group and the first of the ordinary both waited for the same item, one of them was called. If
 * tickets of the group count as c seconds older, the group's is called while the other has waited less
 * than c longer. Calls that went otherwise (skills, second calls, rounding) are noise: a logistic
 * regression of the choice on the difference of waits, with a part of lapses on either side, whose
 * middle is the credit. (Between items there may be an order of its own, so they are only compared
 * where one item alone says too little.)
 * Sources: McFadden, Conditional logit analysis of qualitative choice behavior (1974); lapses:
 * Wichmann and Hill, The psychometric function, Perception & Psychophysics 63 (2001) 1293–1313.
 *
 * @param idsOf classes of a priority
 */
export function fitCredits(
  log: TicketLog,
  idsOf: (priority: number) => readonly string[],
): CreditFit[] {
  const levels = [...new Set(log.priority)].sort((a, b) => a - b);
  if (levels.length < 2) return [];
  const sizes = new Map<number, number>();
  for (const p of log.priority) sizes.set(p, (sizes.get(p) ?? 0) + 1);
  // Ordinary is what the log numbers 0, or else what most have.
  const ordinary = sizes.has(0)
    ? 0
    : levels.reduce((a, b) => (sizes.get(b)! > sizes.get(a)! ? b : a));
  return levels
    .filter((p) => p !== ordinary)
    .flatMap((p) => {
      const within = decisionsOf(log, p, ordinary, true);
      const enough = within.olderS.length >= FEWEST_DECISIONS;
      const fit = fitOne(enough ? within : decisionsOf(log, p, ordinary, false), p, idsOf(p));
      return fit ? [fit] : [];
    });
}

function decisionsOf(
  log: TicketLog,
  priority: number,
  ordinary: number,
  withinItems: boolean,
): Decisions {
  const olderS: number[] = [];
  const chosen: boolean[] = [];
  const firstRow = rowsByDay(log);
  for (let d = 0; d < log.days.length && olderS.length < MOST_DECISIONS; d++) {
    const byItem = new Map<number, number[]>();
    for (let i = firstRow[d]!; i < firstRow[d + 1]!; i++) {
      if (log.priority[i] !== priority && log.priority[i] !== ordinary) continue;
      if (!Number.isFinite(waitEnds(log, i))) continue;
      const item = withinItems ? log.item[i]! : 0;
      const rows = byItem.get(item);
      if (rows) rows.push(i);
      else byItem.set(item, [i]);
    }
    for (const rows of byItem.values()) decide(rows);
  }
  return { olderS, priority: chosen };

  function decide(rows: readonly number[]): void {
    const queues = [priority, ordinary].map((p) => rows.filter((i) => log.priority[i] === p));
    const heads = [0, 0];
    const calls = rows
      .filter((i) => wasCalled(log, i))
      .sort((a, b) => calledAt(log, a) - calledAt(log, b));
    for (const i of calls) {
      const now = calledAt(log, i);
      const mine = log.priority[i] === priority ? 0 : 1;
      const other = 1 - mine;
      const queue = queues[other]!;
      while (heads[other]! < queue.length && waitEnds(log, queue[heads[other]!]!) <= now)
        heads[other]!++;
      let h = heads[other]!;
      while (h < queue.length && waitEnds(log, queue[h]!) <= now) h++;
      const head = queue[h];
      if (head === undefined || log.ticketS[head]! >= now || log.ticketS[i]! >= now) continue;
      const waited = now - log.ticketS[i]!;
      const otherWaited = now - log.ticketS[head]!;
      olderS.push(mine === 0 ? otherWaited - waited : waited - otherWaited);
      chosen.push(mine === 0);
    }
  }
}

function fitOne(
  { olderS, priority: chosen }: Decisions,
  priority: number,
  classIds: readonly string[],
): CreditFit | null {
  const n = olderS.length;
  if (n < FEWEST_DECISIONS) return null;
  const explainedBy = (creditS: number) =>
    olderS.reduce((sum, d, i) => sum + Number(d < creditS === chosen[i]), 0) / n;
  const chance = (odds: number) => 1 / (1 + Math.exp(-Math.max(-30, Math.min(30, odds))));
  const loss = ([creditS, logNoise, below, above]: readonly number[]): number => {
    const noise = Math.exp(Math.min(8, Math.max(0, logNoise!)));
    const [lapseBelow, lapseAbove] = [chance(below!) / 2, chance(above!) / 2];
    // A weak preference for few lapses and a sharp rule decides where the calls do not.
    let sum = ((logNoise! - 2) / 3) ** 2 + ((below! + 3) / 3) ** 2 + ((above! + 3) / 3) ** 2;
    for (let i = 0; i < n; i++) {
      // Who has both waited longer and priority is called under any rule: that says nothing of it.
      if (olderS[i]! < 0) continue;
      const p =
        lapseAbove +
        (1 - lapseBelow - lapseAbove) * chance((creditS! * SCALE - olderS[i]!) / noise);
      sum -= Math.log(chosen[i] ? p : 1 - p);
    }
    return sum;
  };
  const begin = bestStep(olderS, explainedBy);
  const best = minimise(loss, [begin / SCALE, 2, -3, -3], 0.3, 500, 1e-5);
  const creditS = best.at[0]! * SCALE;
  const doubt = intervalsOfLoss(loss, best.at, n)((at) => Math.exp(at[0]!), 'positive');
  const ci95 = doubt.ci95
    ? ([Math.log(doubt.ci95[0]) * SCALE, Math.log(doubt.ci95[1]) * SCALE] as const)
    : null;
  const explained = explainedBy(creditS);
  const explainedWithout = explainedBy(0);
  const longest = olderS.reduce((most, d) => Math.max(most, d), 0);
  const helps = explained > explainedWithout + GAIN && creditS > 0;
  const share = (x: number) => `${(100 * x).toFixed(1)} %`;
  return {
    priority,
    classIds,
    creditS: { value: creditS, ci95, n },
    decisions: n,
    explained,
    explainedWithout,
    remark: helps
      ? {
          zh: `优先级 ${priority} 的票按早取 ${creditS.toFixed(0)} 秒计：解释了 ${n} 次两类人同时等候时叫号的 ${share(explained)}；单纯先来先办只解释 ${share(explainedWithout)}。${creditS > longest ? '从未见过更久的普通等候者先被叫到，实际上等于一律先叫。' : ''}`,
          en: `Tickets of priority ${priority} count as ${creditS.toFixed(0)} s older: that explains ${share(explained)} of ${n} calls with both groups waiting; first come, first served explains ${share(explainedWithout)}.${creditS > longest ? ' Nobody ordinary was ever called before them: in effect they always go first.' : ''}`,
        }
      : {
          zh: `从叫号次序看不出优先级 ${priority} 有优待（${n} 次两类人同时等候）。`,
          en: `The order of calls shows no advantage of priority ${priority} (${n} calls with both groups waiting).`,
        },
  };
}

/** The step that explains most calls, of some 60 tried: where the search begins. */
function bestStep(olderS: readonly number[], explainedBy: (creditS: number) => number): number {
  const sorted = [...olderS].sort((a, b) => a - b);
  let best = 0;
  let most = 0;
  for (let k = 1; k < 60; k++) {
    const creditS = sorted[Math.floor((sorted.length * k) / 60)]!;
    const explained = explainedBy(creditS);
    if (explained > most) {
      most = explained;
      best = creditS;
    }
  }
  return best;
}

/** Seconds in the unit in which the minimum is looked for. */
const SCALE = 60;
