import type { HallCheck } from '../../coverage/hall-check';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { Scenario } from '../../scenarios/scenario';
import type { ComparisonReport } from '../../sim/experiments/compare';
import type { SimulationReport } from '../../sim/experiments/report';
import type { WindowsPlan } from '../../sim/planning/windows-plan';
import type { InspectionRecord } from '../inspection-sheets';

/** The parts of a report, in their order; the cover is always there. */
export const SECTION_IDS = [
  'answer',
  'plan',
  'measures',
  'comparison',
  'search',
  'waiting',
  'utilisation',
  'cameras',
  'rules',
  'assumptions',
  'again',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

/** Everything that was worked out for a report. */
export interface ReportAnswers {
  readonly simulation: SimulationReport;
  /** Against the other scenarios, the report's own first; null where none was asked for. */
  readonly comparison: ComparisonReport | null;
  /** The fewest windows that keep the promise; null where it was not asked for. */
  readonly search: WindowsPlan | null;
  /** Null without a floor plan, or where it draws no window. */
  readonly inspection: InspectionRecord | null;
  /** Null without a floor plan. */
  readonly check: HallCheck | null;
}

/** What a report is about and what is written on it. */
export interface ReportSubject {
  /** As it was simulated. */
  readonly scenario: Scenario;
  readonly floorplan: FloorPlan | null;
  /** The scenario with its floor plan in it, as the report carries it. */
  readonly carried: Scenario;
  /** SHA-256 of the carried scenario as compact JSON, hexadecimal. */
  readonly hash: string;
  /** The command that makes this report again. */
  readonly command: string;
  /** "YYYY-MM-DD". */
  readonly date: string;
  /** Null: named after the hall. */
  readonly title: string | null;
  readonly author: string | null;
}

/** The parts that have something to say. */
export function sectionsWithin(
  { comparison, search, inspection, check }: ReportAnswers,
  { floorplan }: Pick<ReportSubject, 'floorplan'>,
  wanted: readonly SectionId[] = SECTION_IDS,
): readonly SectionId[] {
  const missing: Partial<Record<SectionId, boolean>> = {
    plan: floorplan === null,
    comparison: comparison === null,
    search: search === null,
    cameras: inspection === null,
    rules: check === null,
  };
  return SECTION_IDS.filter((id) => wanted.includes(id) && !missing[id]);
}
