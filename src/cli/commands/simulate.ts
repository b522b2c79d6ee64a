import { recordText } from '../../report/event-log/formats';
import { simulationSheets } from '../../report/simulation-sheet';
import { ticketLogCsv } from '../../report/ticket-log';
import { UNSTATED } from '../../scenarios/provenance';
import type { Scenario } from '../../scenarios/scenario';
import { prepare, recordDay, simulate as runReplications } from '../../sim/experiments/simulate';
import { ENGINES } from '../../sim/kernel/calendar';
import { loadRun } from '../documents';
import { MAX_REPLICATIONS, oneOf, plainNumber, wholeNumber } from '../options';
import { answerJson, type Output, progressOf } from '../output';
import { checkFile, writeFile } from '../output-file';
import { REFUSALS, refusal } from '../refusals';
import { reportText } from '../report-text';
import { checkTables, type TableFlags, writeTables } from '../tables';

const MAX_VISITS = 1_000_000;
const MAX_LOG_DAYS = 1000;

export interface SimulateFlags extends TableFlags {
  readonly replications: string;
  readonly seed: string;
  readonly engine: string;
  readonly floorplan?: string;
  readonly visitsPerDay?: string;
  readonly record?: string;
  readonly log?: string;
  readonly logDays: string;
  readonly json?: boolean;
}

/** The scenario with another demand, which then is the user's own figure. */
function withVisits(scenario: Scenario, source: string, given: string): Scenario {
  const value = plainNumber('--visits-per-day', given, 0, MAX_VISITS);
  if (!scenario.demand) throw refusal(source, 'demand', REFUSALS.noDemand());
  return {
    ...scenario,
    demand: { ...scenario.demand, visitsPerDay: { value, provenance: UNSTATED } },
  };
}

/** Replications of a scenario: measures with their confidence. Throws InputError. */
export async function simulate(output: Output, name: string, flags: SimulateFlags): Promise<void> {
  const replications = wholeNumber('--replications', flags.replications, 1, MAX_REPLICATIONS);
  const seed = wholeNumber('--seed', flags.seed, 0, Number.MAX_SAFE_INTEGER);
  const engine = oneOf('--engine', flags.engine, ENGINES);
  const logDays = wholeNumber('--log-days', flags.logDays, 1, MAX_LOG_DAYS);
  checkTables(flags);
  if (flags.log !== undefined) checkFile('--log', flags.log);
  const run = loadRun(name, flags.floorplan);
  const scenario =
    flags.visitsPerDay === undefined
      ? run.scenario
      : withVisits(run.scenario, run.source, flags.visitsPerDay);
  if (flags.record !== undefined)
    writeFile(
      '--record',
      flags.record,
      recordText(recordDay(prepare(scenario, run.plan, seed), 0, engine), 'json'),
    );
  if (flags.log !== undefined)
    writeFile('--log', flags.log, ticketLogCsv(scenario, run.plan, seed, logDays, output.language));
  const report = runReplications(
    { scenario, floorplan: run.plan, seed, replications, engine },
    progressOf(output),
  );
  await writeTables(flags, () => simulationSheets(report, scenario, output.language));
  if (flags.json) answerJson(output, report);
  else output.answer(reportText(report, scenario, output.language));
}
