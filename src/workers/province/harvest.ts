import type { Answer, Summary, Variant } from '../../sim/experiments/evaluator';
import {
  hallNeeds,
  type KnownRuns,
  type ProvinceRow,
  presentHall,
} from '../../sim/planning/province';
import { type RunColumns, runsOf } from './figures';
import type { PieceOutcome } from './hands';
import type { Pieces } from './pieces';
import type { PartResult } from './runner';
import {
  baseOf,
  groupDesigns,
  type Point,
  pointsOf,
  type SweepTask,
  type TaskGroup,
  windowsKey,
} from './task';

/** Where the pieces come from. */
export interface PieceSource {
  /** Whether it is known what came of a piece. */
  has(index: number): boolean;
  get(index: number): PieceOutcome | null;
}

/** Runs of one variant of a hall, as they are written to a file of results. */
export interface ResultRuns {
  readonly hall: number;
  readonly point: Point;
  /** Number of the first. */
  readonly from: number;
  readonly runs: RunColumns;
}

export interface HarvestParts {
  readonly task: SweepTask;
  readonly pieces: Pieces;
  readonly source: PieceSource;
  /** Hears of all runs, in the order of halls, variants and runs. */
  readonly onRuns?: (runs: ResultRuns) => void | Promise<void>;
  readonly onRow?: (row: ProvinceRow) => void;
}

type Whole = Answer<Summary> | 'none' | 'present';

/**
 * Makes rows of pieces, in the order of pieces and whoever was done first: of one hall after another,
 * so that no more than one is in memory.
 */
export class Harvest {
  readonly rows: ProvinceRow[] = [];
  /** Halls that could not be finished, because pieces of them are missing. */
  missing = 0;
  private hall = 0;
  private piece = 0;
  private parts = new Map<number, PartResult[]>();
  private readonly points: readonly Point[];

  constructor(private readonly parcels: HarvestParts) {
    this.points = pointsOf(parcels.task);
  }

  /** Takes what is there, up to the first piece that is not. */
  async advance(): Promise<void> {
    const { pieces, source } = this.parcels;
    while (this.piece < pieces.count && source.has(this.piece)) await this.take(false);
  }

  /** Takes all that is there; halls that lack a piece are counted as missing. */
  async finish(): Promise<void> {
    while (this.piece < this.parcels.pieces.count) await this.take(true);
  }

  private lacking = false;

  private async take(last: boolean): Promise<void> {
    const { pieces, source, onRuns } = this.parcels;
    const index = this.piece++;
    const { parts } = pieces.at(index);
    const outcome = source.get(index);
    if (outcome === null && last) this.lacking = true;
    for (const [i, { point, from }] of parts.entries()) {
      const result: PartResult =
        outcome === null
          ? { failed: 'not run' }
          : 'aside' in outcome
            ? { failed: outcome.aside }
            : outcome[i]!;
      const before = this.parts.get(point);
      if (before) before.push(result);
      else this.parts.set(point, [result]);
      if (onRuns && 'runs' in result)
        await onRuns({ hall: this.hall, point: this.points[point]!, from, runs: result.runs });
    }
    if (index + 1 < pieces.ofHall(this.hall)[1]) return;
    if (this.lacking) this.missing++;
    else await this.reduce();
    this.hall++;
    this.parts = new Map();
    this.lacking = false;
  }

  private async reduce(): Promise<void> {
    const { task, onRow } = this.parcels;
    for (const [g, group] of task.groups.entries()) {
      const row = await this.row(g, group);
      this.rows.push(row);
      onRow?.(row);
    }
  }

  private async row(g: number, group: TaskGroup): Promise<ProvinceRow> {
    const { task } = this.parcels;
    const at = { hall: this.hall, group: g };
    try {
      const base = baseOf(task, task.halls[this.hall]!, group);
      const known = this.knownRuns(base, g, group);
      const { promise, judging, replications: mostReplications } = task;
      const rules = { promise, judging, mostReplications };
      const present = await presentHall(base, rules, known);
      const needs =
        group.windows &&
        (await hallNeeds(
          { ...rules, base, ...group.windows, organisations: group.organisations },
          known,
        ));
      return { ...at, ok: true, present, needs };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { ...at, ok: false, reason: error.message };
    }
  }

  private knownRuns(base: Variant, g: number, group: TaskGroup): KnownRuns {
    const found = new Map<string, Answer<Summary>>();
    const answerAt = (wanted: (point: Point) => boolean): Answer<Summary> | null => {
      const p = this.points.findIndex((point) => point.group === g && wanted(point));
      const whole = wholeOf(this.parts.get(p) ?? []);
      return typeof whole === 'string' ? null : whole;
    };
    for (const { organisation, windows, scenario } of groupDesigns(base, group)) {
      const answer = answerAt(
        (p) => p.kind === 'design' && p.organisation === organisation && p.windows === windows,
      );
      if (answer) found.set(windowsKey(scenario), answer);
    }
    const present = answerAt((p) => p.kind === 'present');
    if (present) found.set(windowsKey(base.scenario), present);
    return {
      of: ({ scenario }) =>
        found.get(windowsKey(scenario)) ?? { ok: false, reason: 'this design was not run' },
    };
  }
}

/** The parts of one variant put together; the first failure is the variant's. */
function wholeOf(parts: readonly PartResult[]): Whole {
  const figures: Summary[] = [];
  for (const part of parts) {
    if ('failed' in part) return { ok: false, reason: part.failed };
    if ('none' in part) return 'none';
    if ('like' in part) return 'present';
    figures.push(...runsOf(part.runs));
  }
  return { ok: true, figures };
}
