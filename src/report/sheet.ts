/** Numbers stay numbers; null is an empty cell. */
export type Cell = string | number | null;

export interface Column {
  readonly name: string;
  /** Left out where every row names its own. */
  readonly unit?: string;
  /** `share`: numbers from 0 to 1, shown as per cent where a file can say so. */
  readonly format?: 'share' | 'integer' | 'decimal';
}

/** A table that a person can open, with what has to be known to read it. */
export interface Sheet {
  /** What its tab is called. */
  readonly name: string;
  readonly title: string;
  /** Above the table: what was simulated, how often, with what confidence, from what sources. */
  readonly about: readonly (readonly [label: string, value: Cell])[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Below the table. */
  readonly notes?: readonly string[];
}

/** Name of a column with its unit, as its header says it. */
export function headerOf({ name, unit }: Column): string {
  return unit ? `${name} (${unit})` : name;
}

/** The lines above the header, the last of them empty. */
export function linesAbove({ title, about }: Sheet): readonly (readonly Cell[])[] {
  return [[title], ...about, []];
}

/** The lines below the last row, the first of them empty. */
export function linesBelow({ notes = [] }: Sheet): readonly (readonly Cell[])[] {
  return notes.length > 0 ? [[], ...notes.map((note) => [note])] : [];
}
