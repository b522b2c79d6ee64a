import type { Variant } from '../../sim/experiments/evaluator';
import type { Experiment } from '../../sim/experiments/simulate';
import { Workshop } from '../../sim/experiments/workshop';
import { columnsOf, type RunColumns } from './figures';
import type { SweepPiece } from './pieces';
import { baseOf, groupDesigns, type Point, pointsOf, type SweepTask, windowsKey } from './task';

/** What came of a part of a piece. */
export type PartResult =
  /** Its runs, in their order. */
  | { readonly runs: RunColumns }
  /** The very same as the hall as it is. */
  | { readonly like: 'present' }
  /** There is no such design: no room for it, or another organisation comes to the same. */
  | { readonly none: true }
  /** Why it can't be run. */
  | { readonly failed: string };

/** A piece on its way to a thread: without the task where the thread has it. */
export interface SweepParcel {
  /** Names the task. */
  readonly key: string;
  readonly task: SweepTask | null;
  readonly piece: SweepPiece;
}

/** Packs pieces of tasks for one thread; of one task after another, the contents once each. */
export function createSweepPacker(): (parcel: SweepParcel) => SweepParcel {
  let sent: string | null = null;
  return (parcel) => {
    if (sent === parcel.key) return { ...parcel, task: null };
    sent = parcel.key;
    return parcel;
  };
}

/** A group of one hall, ready to be run. */
interface Bench {
  readonly at: string;
  readonly variants: ReadonlyMap<string, Variant>;
  readonly present: string;
  readonly experiments: Map<string, Experiment>;
}

const nameOf = (point: Point): string =>
  point.kind === 'present' ? 'present' : `${point.organisation} ${point.windows}`;

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What a thread does with the parcels that come to it, in their order. */
export function createSweepRunner(): (parcel: SweepParcel) => PartResult[] {
  let key: string | null = null;
  let task: SweepTask | null = null;
  let points: readonly Point[] = [];
  let workshop = new Workshop();
  let bench: Bench | { readonly at: string; readonly failed: string } | null = null;

  const benchOf = (hall: number, group: number): NonNullable<typeof bench> => {
    const at = `${hall} ${group}`;
    if (bench?.at === at) return bench;
    try {
      const base = baseOf(task!, task!.halls[hall]!, task!.groups[group]!);
      const variants = new Map([['present', base]]);
      for (const { organisation, windows, scenario } of groupDesigns(base, task!.groups[group]!))
        variants.set(`${organisation} ${windows}`, { ...base, scenario });
      bench = { at, variants, present: windowsKey(base.scenario), experiments: new Map() };
    } catch (error) {
      bench = { at, failed: reasonOf(error) };
    }
    return bench;
  };

  const runPart = (hall: number, point: Point, from: number, to: number): PartResult => {
    const prepared = benchOf(hall, point.group);
    if ('failed' in prepared) return { failed: prepared.failed };
    const name = nameOf(point);
    const variant = prepared.variants.get(name);
    if (!variant) return { none: true };
    if (point.kind === 'design' && windowsKey(variant.scenario) === prepared.present)
      return { like: 'present' };
    try {
      let experiment = prepared.experiments.get(name);
      if (!experiment) {
        experiment = workshop.prepare(variant);
        prepared.experiments.set(name, experiment);
      }
      return { runs: columnsOf(workshop.run(experiment, 'summary', { from, to })) };
    } catch (error) {
      return { failed: reasonOf(error) };
    }
  };

  return (parcel) => {
    if (parcel.key !== key) {
      if (!parcel.task) throw new Error(`sweep ${parcel.key} was never sent`);
      key = parcel.key;
      task = parcel.task;
      points = pointsOf(task);
      workshop = new Workshop(task.engine);
      bench = null;
    }
    const { hall, parts } = parcel.piece;
    return parts.map(({ point, from, to }) => runPart(hall, points[point]!, from, to));
  };
}
