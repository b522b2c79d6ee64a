import { greedyCover } from './greedy';
import { costOf, reachOf } from './instance';
import { LimitedSolver, type Limits } from './limits';
import { type CoveringProblem, type Instance, instanceOf } from './problem';
import type { ProgrammeSolver } from './programme';
import { coverableNeeds, coverWhole, type KnownCover, met, type WholeCover } from './whole-cover';

/** A requirement that can't be met, or not as often as it should. */
export interface Uncoverable {
  readonly id: string;
  readonly times: number;
  /** How often the answer meets it. */
  readonly met: number;
  /**
   * `reach`: too few candidates cover it. `conflict`: the candidates that would meet all
   * requirements exclude each other by their mounting places; this is one of the fewest to give up,
   * those with whom the rest is cheapest. `unsettled`: the search was cut short.
   */
  readonly reason: 'reach' | 'conflict' | 'unsettled';
}

/** The cheapest choice of candidates that meets every requirement that can be met. */
export interface Covering<Site> {
  /** Candidates chosen, by their place in the problem, ascending. */
  readonly chosen: readonly number[];
  readonly sites: readonly Site[];
  readonly count: number;
  /** What they cost; their number, where nothing else was said. */
  readonly cost: number;
  /** Candidates that Chvátal's rule chooses, and their cost; null if it ends in a dead end. */
  readonly greedyCount: number | null;
  readonly greedyCost: number | null;
  /**
   * No choice costs less. Where the optimum is proven, this is the bound without search (dual, or
   * linear relaxation rounded up), else the best that the search arrived at.
   */
  readonly lowerBound: number;
  /** Whether no choice is cheaper: by the bound alone, or by branch and cut. */
  readonly proven: boolean;
  readonly provenBy: 'bound' | 'search' | null;
  /** Candidates there were. */
  readonly candidates: number;
  /** What plain reductions left to be searched, and in how many unconnected parts. */
  readonly left: WholeCover['left'];
  readonly uncoverable: readonly Uncoverable[];
}

/**
 * The fewest cameras (or the cheapest) that see everything: set covering, in which an element may
 * be needed several times and mounting places hold one camera each, solved exactly. Requirements
 * that nobody can meet are named, and the rest is solved as if they asked for what there is.
 *
 * The same problem has the same answer, unless `limits.seconds` cuts the search short.
 *
 * @param onKnown hears what is known on the way, each time more
 * @throws RangeError naming the field of the problem that makes no sense
 */
export function solveCovering<Site>(
  problem: CoveringProblem<Site>,
  solver: ProgrammeSolver,
  limits: Limits = {},
  onKnown?: (known: KnownCover) => void,
): Covering<Site> {
  const asked = instanceOf(problem);
  const reach = reachOf(asked);
  const reachable = { ...asked, need: asked.need.map((n, e) => Math.min(n, reach[e]!)) };
  const greedy = greedyCover(reachable);
  onKnown?.({ found: greedy.complete ? costOf(asked, greedy.chosen) : null, atLeast: 0 });
  const { answer, instance, reason } = cover(reachable, new LimitedSolver(solver, limits), onKnown);
  const found = met(asked, answer.chosen);
  return {
    chosen: answer.chosen,
    sites: answer.chosen.map((c) => problem.candidates[c]!.site),
    count: answer.chosen.length,
    cost: costOf(instance, answer.chosen),
    greedyCount: greedy.complete ? greedy.chosen.length : null,
    greedyCost: greedy.complete ? costOf(asked, greedy.chosen) : null,
    lowerBound: answer.lowerBound,
    proven: answer.provenBy !== null,
    provenBy: answer.provenBy,
    candidates: problem.candidates.length,
    left: answer.left,
    uncoverable: problem.requirements.flatMap(({ id, times }, e) =>
      found[e]! < times
        ? [{ id, times, met: found[e]!, reason: found[e]! < reachable.need[e]! ? reason : 'reach' }]
        : [],
    ),
  };
}

/** A cover of all needs, or of as many as places allow. */
function cover(
  instance: Instance,
  solver: LimitedSolver,
  onKnown?: (known: KnownCover) => void,
): { answer: WholeCover; instance: Instance; reason: 'conflict' | 'unsettled' } {
  const answer = coverWhole(instance, solver, onKnown);
  if (typeof answer !== 'string') return { answer, instance, reason: 'unsettled' };
  if (answer === 'conflict') {
    const { need, proven } = coverableNeeds(instance, solver);
    const lowered = { ...instance, need };
    const second = coverWhole(lowered, solver, onKnown);
    if (typeof second !== 'string')
      return {
        answer: proven ? second : { ...second, provenBy: null },
        instance: lowered,
        reason: proven ? 'conflict' : 'unsettled',
      };
  }
  return { answer: partial(instance), instance, reason: 'unsettled' };
}

/** What the greedy rule meets, where time ran out before anything better. */
function partial(instance: Instance): WholeCover {
  const { chosen } = greedyCover(instance);
  return {
    chosen: [...chosen].sort((a, b) => a - b),
    lowerBound: 0,
    provenBy: null,
    left: { candidates: instance.covers.length, elements: instance.need.length, parts: 1 },
  };
}
