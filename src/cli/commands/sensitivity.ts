import { sensitivitySheets } from '../../report/sensitivity-sheets';
import { ASSUMPTIONS, type AssumptionId, assumptionsOf } from '../../scenarios/assumptions';
import type { Scenario } from '../../scenarios/scenario';
import type { Variant } from '../../sim/experiments/evaluator';
import { ORGANISATIONS } from '../../sim/planning/design';
import { gridOf, type SensitivityRequest, studySensitivity } from '../../sim/planning/sensitivity';
import { loadRun, loadVariant } from '../documents';
import { MAX_REPLICATIONS, wholeNumber } from '../options';
import { answerJson, type Output } from '../output';
import { sensitivityText } from '../plan-text';
import { REFUSALS, refusal } from '../refusals';
import { type SweepFlags, seedOf, withSweep } from '../sweep';
import { checkTables, type TableFlags, writeTables } from '../tables';
import { type PromiseFlags, promiseOf } from './plan';

export interface SensitivityFlags extends SweepFlags, TableFlags, PromiseFlags {
  readonly replications: string;
  readonly needs?: boolean;
  readonly map?: string;
  readonly floorplan?: string;
  readonly json?: boolean;
}

/** Fewest and most windows tried at each end. */
const NEEDS = { from: 3, to: 13, organisations: ORGANISATIONS } as const;

/** "demand,service": two assumptions of the scenario. Throws InputError. */
function mapOf(given: string | undefined, scenario: Scenario): SensitivityRequest['map'] {
  if (given === undefined) return undefined;
  const words = given.split(',').map((word) => word.trim());
  const there = assumptionsOf(scenario);
  const [x, y] = words.map((word) => there.find(({ id }) => id === word));
  for (const [i, found] of [x, y].entries())
    if (!found && words[i] !== undefined)
      throw refusal(
        'hall',
        '--map',
        ASSUMPTIONS.includes(words[i] as AssumptionId)
          ? REFUSALS.notAssumed(
              words[i],
              there.map(({ id }) => id),
            )
          : REFUSALS.notChoice(
              words[i],
              there.map(({ id }) => id),
            ),
      );
  if (!x || !y || x === y || words.length !== 2)
    throw refusal('hall', '--map', REFUSALS.notMap(given));
  return {
    x: { id: x.id, values: gridOf(x) },
    y: { id: y.id, values: gridOf(y) },
  };
}

/** Which assumption moves the answer most. Throws InputError. */
export async function sensitivity(
  output: Output,
  name: string,
  flags: SensitivityFlags,
): Promise<void> {
  const { promise, judging, mostReplications } = promiseOf(flags);
  const seed = seedOf(flags);
  checkTables(flags);
  const run = flags.floorplan === undefined ? loadVariant(name) : loadRun(name, flags.floorplan);
  const base: Variant = { scenario: run.scenario, floorplan: run.plan, seed };
  const map = mapOf(flags.map, run.scenario);
  const request: SensitivityRequest = {
    base,
    promise,
    judging,
    replications: wholeNumber('--replications', flags.replications, 2, MAX_REPLICATIONS),
    ...(flags.needs ? { windows: { ...NEEDS, mostReplications } } : {}),
    ...(map ? { map } : {}),
  };
  const report = await withSweep(output, flags, 'sensitivity', [base], request, (sweep, watch) =>
    studySensitivity(request, sweep, (done, of) => watch.tell(done, of)),
  );
  await writeTables(flags, () => sensitivitySheets(report, base.scenario.name, output.language));
  if (flags.json) answerJson(output, report);
  else output.answer(sensitivityText(report, base.scenario.name, output.language));
}
