/**
 * A linear programme in whole numbers: the least c·x with `least` ≤ Ax ≤ `most` row by row and
 * 0 ≤ x ≤ `most` column by column.
 */
export interface Programme {
  readonly columns: readonly ProgrammeColumn[];
  readonly rows: readonly ProgrammeRow[];
}

export interface ProgrammeColumn {
  /** Cost of one unit; negative where more is better. */
  readonly cost: number;
  readonly most: number;
  /** Whether fractions are refused. */
  readonly whole: boolean;
}

/** One constraint; columns that are not named have the factor zero. */
export interface ProgrammeRow {
  readonly columns: readonly number[];
  /** Factors of these columns; one number stands for all. */
  readonly factors: number | readonly number[];
  readonly least: number;
  readonly most: number;
}

export interface ProgrammeOptions {
  /** Seconds until the search gives up; what it then found depends on the machine. */
  readonly seconds?: number;
  /** Nodes of the search tree until it gives up; the same on every machine. */
  readonly nodes?: number;
  /** A known answer to start from. */
  readonly start?: readonly number[];
}

export interface ProgrammeAnswer {
  /** `limit`: given up, with the best that was found, if any. */
  readonly status: 'optimal' | 'infeasible' | 'limit';
  /** Value of each column, whole ones rounded; null if nothing was found. */
  readonly values: readonly number[] | null;
  /** Nothing costs less than this. */
  readonly bound: number;
  /** Time it took. */
  readonly seconds: number;
}

/** Solves a programme exactly; injected, as this folder knows no solver. */
export type ProgrammeSolver = (programme: Programme, options?: ProgrammeOptions) => ProgrammeAnswer;
