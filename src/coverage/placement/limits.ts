import type { Programme, ProgrammeAnswer, ProgrammeOptions, ProgrammeSolver } from './programme';

/** How long an exact search may take. */
export interface Limits {
  /** Seconds of the solver, in all. Runs out sooner on a slow machine: answers may differ. */
  readonly seconds?: number;
  /** Nodes of each search tree: the same answer on every machine. */
  readonly nodes?: number;
}

/** A solver whose time over all programmes is limited. */
export class LimitedSolver {
  private left: number;

  constructor(
    private readonly solver: ProgrammeSolver,
    private readonly limits: Limits,
  ) {
    this.left = limits.seconds ?? Number.POSITIVE_INFINITY;
  }

  solve(programme: Programme, start?: readonly number[]): ProgrammeAnswer {
    const { nodes } = this.limits;
    const options: ProgrammeOptions = {
      ...(Number.isFinite(this.left) ? { seconds: this.left } : {}),
      ...(nodes === undefined ? {} : { nodes }),
      ...(start ? { start } : {}),
    };
    if (this.left <= 0)
      return { status: 'limit', values: null, bound: Number.NEGATIVE_INFINITY, seconds: 0 };
    const answer = this.solver(programme, options);
    this.left -= answer.seconds;
    return answer;
  }
}
