import { districtSheets } from '../../report/district-sheets';
import { staffingProposal } from '../../report/staffing-proposal';
import { staffingSheets } from '../../report/staffing-sheets';
import { windowsProposal } from '../../report/windows-proposal';
import { windowsSheets } from '../../report/windows-sheets';
import { HALLS } from '../../scenarios/halls';
import { inLanguage } from '../../scenarios/text';
import type { Variant } from '../../sim/experiments/evaluator';
import { designsOf, ORGANISATIONS, type Organisation } from '../../sim/planning/design';
import { type HallPlan, planDistrict } from '../../sim/planning/district';
import { planWindows } from '../../sim/planning/fewest-windows';
import type { Judging, ServicePromise } from '../../sim/planning/promise';
import {
  halfHourPatterns,
  halfHoursOf,
  hoursOf,
  readPatterns,
  type ShiftPattern,
} from '../../sim/planning/shifts';
import { planStaffing } from '../../sim/planning/staffing';
import type { WindowsRequest } from '../../sim/planning/windows-plan';
import { loadShiftCover } from '../../workers/shift-cover';
import { loadRun, loadVariant } from '../documents';
import { MAX_REPLICATIONS, plainNumber, wholeNumber } from '../options';
import { answerJson, type Output } from '../output';
import { districtText, staffingText, windowsText } from '../plan-text';
import { REFUSALS, refusal } from '../refusals';
import { type SweepFlags, seedOf, withSweep } from '../sweep';
import { checkTables, type TableFlags, writeTables } from '../tables';

/** What a search has to say. */
export type Answered = 'yes' | 'no' | 'stopped';

/** Names the whole district. */
const DISTRICT = 'all';

export interface PromiseFlags {
  readonly within: string;
  readonly share: string;
  readonly abandoned?: string;
  readonly confidence: string;
  readonly tolerance: string;
  readonly mostReplications: string;
}

export interface PlanFlags extends SweepFlags, TableFlags, PromiseFlags {
  readonly windows: string;
  readonly organisation?: string;
  readonly staffing?: boolean;
  readonly shifts?: string;
  readonly floorplan?: string;
  readonly json?: boolean;
}

/** The promise as flags give it. Throws InputError. */
export function promiseOf(flags: PromiseFlags): {
  promise: ServicePromise;
  judging: Judging;
  mostReplications: number;
} {
  const inside = (flag: string, given: string) => plainNumber(flag, given, 0.0001, 0.9999);
  return {
    promise: {
      withinS: plainNumber('--within', flags.within, 0, 1440) * 60,
      share: inside('--share', flags.share),
      mostAbandoned: flags.abandoned === undefined ? null : inside('--abandoned', flags.abandoned),
    },
    judging: {
      confidence: plainNumber('--confidence', flags.confidence, 0.5, 0.9999),
      tolerance: plainNumber('--tolerance', flags.tolerance, 0.0001, 0.5),
    },
    mostReplications: wholeNumber(
      '--most-replications',
      flags.mostReplications,
      50,
      MAX_REPLICATIONS,
    ),
  };
}

const MOST_WINDOWS = 500;

/** "3-13", or one number. Throws InputError. */
function rangeOf(given: string): { from: number; to: number } {
  const [first = '', ...rest] = given.split('-');
  const last = rest.length > 0 ? rest.join('-') : first;
  const from = wholeNumber('--windows', first, 1, MOST_WINDOWS);
  return { from, to: wholeNumber('--windows', last, from, MOST_WINDOWS) };
}

/** Organisations by name, separated by commas. Throws InputError. */
function organisationsOf(given: string | undefined): readonly Organisation[] {
  if (given === undefined) return ORGANISATIONS;
  return given.split(',').map((word) => {
    const found = ORGANISATIONS.find((one) => one === word.trim());
    if (!found) throw refusal('hall', '--organisation', REFUSALS.notChoice(word, ORGANISATIONS));
    return found;
  });
}

/** "09:00-12:00+13:00-17:00,09:00-12:00": shift patterns; "half-hours": any. Throws InputError. */
function patternsOf(given: string | undefined, base: Variant): readonly ShiftPattern[] | undefined {
  if (given === undefined) return undefined;
  if (given === 'half-hours') return halfHourPatterns(base.scenario);
  const read = readPatterns(given);
  if (!read.ok) throw refusal('hall', '--shifts', REFUSALS.notShift(read.wrong));
  return read.patterns;
}

function variantOf(name: string, flags: PlanFlags, seed: number): Variant {
  const run = flags.floorplan === undefined ? loadVariant(name) : loadRun(name, flags.floorplan);
  return { scenario: run.scenario, floorplan: run.plan, seed };
}

/**
 * What a hall, or every hall, needs to keep a promise.
 *
 * @returns whether the promise can be met, or that it was stopped before that was known
 * @throws InputError
 */
export async function plan(output: Output, name: string, flags: PlanFlags): Promise<Answered> {
  const { promise, judging, mostReplications } = promiseOf(flags);
  const seed = seedOf(flags);
  checkTables(flags);
  if (flags.shifts !== undefined && !flags.staffing)
    throw refusal('hall', '--shifts', REFUSALS.shiftsAlone());
  if (flags.staffing) {
    if (name === DISTRICT) throw refusal('hall', '--staffing', REFUSALS.oneHall());
    return staffing(output, name, flags);
  }
  const designs = { ...rangeOf(flags.windows), organisations: organisationsOf(flags.organisation) };
  const requestFor = (base: Variant): WindowsRequest => ({
    base,
    promise,
    judging,
    ...designs,
    mostReplications,
  });
  if (name === DISTRICT) return district(output, flags, seed, requestFor);

  const base = variantOf(name, flags, seed);
  const request = requestFor(base);
  const { scenario, floorplan } = base;
  const { organisations, from, to } = request;
  if (designsOf(scenario, floorplan, organisations, from, to).length === 0)
    throw refusal(name, '--windows', REFUSALS.noDesign(flags.windows));
  const answer = await withSweep(output, flags, 'plan', [base], request, (sweep, watch) =>
    planWindows(request, sweep, ({ judged, of, replications }) =>
      watch.tell(judged, of, String(replications)),
    ),
  );
  await writeTables(flags, () => windowsSheets(answer, base.scenario.name, output.language));
  if (flags.json)
    answerJson(output, {
      ...answer,
      proposal: {
        zh: windowsProposal(answer, base.scenario.name, 'zh'),
        en: windowsProposal(answer, base.scenario.name, 'en'),
      },
    });
  else output.answer(windowsText(answer, base.scenario.name, output.language));
  if (answer.recommended !== null) return 'yes';
  return answer.ending === 'stopped' ? 'stopped' : 'no';
}

async function staffing(output: Output, name: string, flags: PlanFlags): Promise<Answered> {
  const base = variantOf(name, flags, seedOf(flags));
  const patterns = patternsOf(flags.shifts, base);
  const request = { base, ...promiseOf(flags), ...(patterns ? { patterns } : {}) };
  if (base.scenario.horizon.kind === 'continuous')
    throw refusal(name, 'horizon', REFUSALS.noHalfHours());
  const halfHours = halfHoursOf(base.scenario);
  const idle = patterns?.find((pattern) => hoursOf(pattern, halfHours) === 0);
  if (idle)
    throw refusal('hall', '--shifts', REFUSALS.shiftClosed(inLanguage(idle.name, output.language)));
  const cover = await loadShiftCover();
  const answer = await withSweep(output, flags, 'staffing', [base], request, (sweep, watch) =>
    planStaffing(request, sweep, cover, (judged, of) => watch.tell(judged, of)),
  );
  await writeTables(flags, () => staffingSheets(answer, base.scenario.name, output.language));
  if (flags.json)
    answerJson(output, {
      ...answer,
      proposal: {
        zh: staffingProposal(answer, base.scenario.name, 'zh'),
        en: staffingProposal(answer, base.scenario.name, 'en'),
      },
    });
  else output.answer(staffingText(answer, base.scenario.name, output.language));
  if (answer.recommended !== null) return 'yes';
  return answer.ending === 'stopped' ? 'stopped' : 'no';
}

async function district(
  output: Output,
  flags: PlanFlags,
  seed: number,
  requestFor: (base: Variant) => WindowsRequest,
): Promise<Answered> {
  const requests = HALLS.map(({ id }) => ({
    hall: id,
    request: requestFor(variantOf(id, flags, seed)),
  }));
  const bases = requests.map(({ request }) => request.base);
  const contents = { ...requests[0]!.request, base: null };
  const halls: readonly HallPlan[] = await withSweep(
    output,
    flags,
    'district',
    bases,
    contents,
    (sweep, watch) => planDistrict(requests, sweep, (done, of) => watch.tell(done, of)),
  );
  await writeTables(flags, () => districtSheets(halls, output.language));
  if (flags.json) answerJson(output, { halls });
  else output.answer(districtText(halls, output.language));
  if (halls.length < HALLS.length) return 'stopped';
  return halls.every((h) => h.ok && h.plan.recommended !== null) ? 'yes' : 'no';
}
