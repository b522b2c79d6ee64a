import { checkHall, type HallCheck } from '../coverage/hall-check';
import { type Inspection, inspect } from '../coverage/inspect/inspect';
import type { Person } from '../coverage/space/people';
import type { FloorPlan } from '../scenarios/floorplan';
import { HALLS } from '../scenarios/halls';
import { numberOf } from '../scenarios/provenance';
import type { Scenario } from '../scenarios/scenario';
import { type ComparisonReport, compareRuns } from '../sim/experiments/compare';
import type { Evaluator } from '../sim/experiments/evaluator';
import type { SimulationReport } from '../sim/experiments/report';
import { prepare, reportOf } from '../sim/experiments/simulate';
import type { Engine } from '../sim/kernel/calendar';
import { designsOf, ORGANISATIONS } from '../sim/planning/design';
import { planWindows } from '../sim/planning/fewest-windows';
import type { WindowsPlan, WindowsRequest } from '../sim/planning/windows-plan';
import type { ReplicationFigures } from '../sim/stats/hall-statistics';

/** A scenario in its floor plan. */
interface Placed {
  readonly scenario: Scenario;
  readonly floorplan: FloorPlan | null;
}

/** What a report has to know. */
export interface ReportRequest extends Placed {
  readonly seed: number;
  readonly replications: number;
  /** Scenarios that it is held against, on the same visitors. */
  readonly against: readonly Placed[];
  /** Whether the fewest windows are looked for. */
  readonly search: boolean;
  readonly engine?: Engine;
}

/** What was found, as plain data. */
export interface ReportFindings {
  readonly simulation: SimulationReport;
  readonly comparison: ComparisonReport | null;
  readonly search: WindowsPlan | null;
  readonly inspection:
    | (Pick<Inspection, 'profile' | 'windows'> & { readonly people: readonly Person[] })
    | null;
  readonly check: HallCheck | null;
}

/** What is being worked on. */
export type ReportStep = 'simulation' | 'search' | 'room';

/** Replications between two words of progress. */
const ROUND = 8;
/** The promise of a search: so many called within the scenario's target (an assumption, as said with it). */
const PROMISED_SHARE = 0.9;
const JUDGING = { confidence: 0.95, tolerance: 0.01 } as const;
const WINDOWS = { from: 3, to: 13 } as const;
const MOST_REPLICATIONS = 2000;

/**
 * Works out everything that a report tells.
 *
 * @returns null if the evaluator was told to stop
 * @throws Error with the reason if the report's own scenario can't be run
 */
export async function workOutReport(
  request: ReportRequest,
  evaluator: Evaluator,
  onProgress: (step: ReportStep, done: number, of: number) => void,
): Promise<ReportFindings | null> {
  const { scenario, floorplan, seed, against, engine } = request;
  const runs = await runsOf(request, evaluator, onProgress);
  if (!runs) return null;
  const own = runs[0]!;
  if (typeof own === 'string') throw new Error(own);
  let search: WindowsPlan | null = null;
  const asked = searchOf(request);
  if (asked) {
    search = await planWindows(asked, evaluator, ({ judged, of }) =>
      onProgress('search', judged, of),
    );
    if (search.ending === 'stopped') return null;
  }
  onProgress('room', 0, 1);
  const inspected = floorplan !== null && floorplan.windows.length > 0 ? inspect(floorplan) : null;
  const hall = HALLS.find(({ id }) => id === scenario.id);
  const check = floorplan && checkHall(floorplan, hall);
  onProgress('room', 1, 1);
  return {
    simulation: reportOf(prepare(scenario, floorplan, seed), own, engine),
    comparison:
      against.length === 0
        ? null
        : compareRuns(
            [request, ...against].map((one) => ({
              scenario: one.scenario,
              floorplan: one.floorplan?.id ?? null,
            })),
            seed,
            runs,
          ),
    search,
    inspection: inspected && {
      profile: inspected.profile,
      windows: inspected.windows,
      people: inspected.sight.crowd.people,
    },
    check,
  };
}

/** Replications of all scenarios, or why one could not be run; null when told to stop. */
async function runsOf(
  request: ReportRequest,
  evaluator: Evaluator,
  onProgress: (step: ReportStep, done: number, of: number) => void,
): Promise<(ReplicationFigures[] | string)[] | null> {
  const { seed, replications, against } = request;
  const variants = [request, ...against].map(({ scenario, floorplan }) => ({
    scenario,
    floorplan,
    seed,
  }));
  const runs = variants.map((): ReplicationFigures[] | string => []);
  for (let done = 0; done < replications; ) {
    onProgress('simulation', done, replications);
    const to = Math.min(done + ROUND, replications);
    const open = variants.flatMap((variant, i) =>
      typeof runs[i] === 'string' ? [] : [{ variant, i }],
    );
    const answers = await evaluator.evaluate(
      'full',
      open.map(({ variant }) => ({ variant, from: done, to })),
    );
    if (!answers) return null;
    for (const [k, { i }] of open.entries()) {
      const answer = answers[k]!;
      if (answer.ok) (runs[i] as ReplicationFigures[]).push(...answer.figures);
      else runs[i] = answer.reason;
    }
    if (typeof runs[0] === 'string') break;
    done = to;
  }
  return runs;
}

/** What is searched for; null if nothing, or nothing can be. */
function searchOf({ scenario, floorplan, seed, search }: ReportRequest): WindowsRequest | null {
  const { from, to } = WINDOWS;
  if (!search || designsOf(scenario, floorplan, ORGANISATIONS, from, to).length === 0) return null;
  return {
    base: { scenario, floorplan, seed },
    promise: {
      withinS: numberOf(scenario.targetWaitS),
      share: PROMISED_SHARE,
      mostAbandoned: null,
    },
    judging: JUDGING,
    from,
    to,
    organisations: ORGANISATIONS,
    mostReplications: MOST_REPLICATIONS,
  };
}
