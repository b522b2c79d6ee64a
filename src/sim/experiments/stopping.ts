import type { HallMeasureId, HallMeasures, MeasureId } from './report';

/** When a comparison has been run long enough. */
export interface StoppingRule {
  /** Replications at most: of a rule without precision exactly so many. */
  readonly most: number;
  /** Absent: `most` replications. */
  readonly precision?: {
    readonly measure: MeasureId | HallMeasureId;
    /** Half width of the 95 % interval that is wanted, in the measure's unit. */
    readonly halfWidth: number;
  };
}

/** What a rule looks at. */
interface Compared {
  readonly replications: number;
  readonly variants: readonly {
    readonly failed: string | null;
    readonly measures: HallMeasures;
    readonly difference: HallMeasures | null;
  }[];
}

/** Where a comparison stands, or why it ended. */
export interface Stopping {
  readonly reason: 'goingOn' | 'replications' | 'precision' | 'budget' | 'stopped' | 'failed';
  /** The widest half width so far; null before there is one, or where none was asked for. */
  readonly halfWidth: number | null;
  /** Replications that are expected to be needed. */
  readonly expected: number;
}

/** Fewer replications say too little of the variance to stop by. */
const LEAST = 20;

/**
 * Whether it is enough. With a precision it is when the widest interval of the measure, of any
 * variant's difference to the first (or of the only variant's mean), is at most as wide as
 * wanted; n replications with half width h need about n·(h/wanted)². Source: Chow and Robbins, On
 * the asymptotic theory of fixed-width sequential confidence intervals, Annals of Mathematical
 * Statistics 36 (1965) 457–462; Law, Simulation Modeling and Analysis (5th ed.), 9.4.1.
 */
export function mayStop(rule: StoppingRule, report: Compared): Stopping {
  const { replications } = report;
  const { most, precision } = rule;
  if (!precision) {
    const reason = replications >= most ? 'replications' : 'goingOn';
    return { reason, halfWidth: null, expected: most };
  }
  const halfWidth = widest(report, precision.measure);
  const need =
    halfWidth === null ? most : Math.ceil(replications * (halfWidth / precision.halfWidth) ** 2);
  const expected = Math.min(most, Math.max(LEAST, need));
  if (replications >= LEAST && halfWidth !== null && halfWidth <= precision.halfWidth)
    return { reason: 'precision', halfWidth, expected: replications };
  return { reason: replications >= most ? 'budget' : 'goingOn', halfWidth, expected };
}

function widest({ variants }: Compared, measure: MeasureId | HallMeasureId): number | null {
  const good = variants.filter(({ failed }) => failed === null);
  const differences = good.flatMap(({ difference }) => (difference ? [difference] : []));
  const shown = differences.length > 0 ? differences : good.map(({ measures }) => measures);
  let widestYet: number | null = null;
  for (const { [measure]: one } of shown)
    if (one.ci95) widestYet = Math.max(widestYet ?? 0, (one.ci95[1] - one.ci95[0]) / 2);
  return widestYet;
}
