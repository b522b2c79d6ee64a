import { statSync } from 'node:fs';
import { ENCODINGS } from '../../calibration/log/encoding';
import { openLog } from '../../calibration/log/open';
import { SEPARATORS, type Separator } from '../../calibration/log/peek';
import { LOG_KINDS } from '../../calibration/log/roles';
import { putInPlan } from '../../drawing/put-in-plan';
import { calibrationSheets } from '../../report/calibration-sheets';
import { droppedCsv } from '../../report/dropped-csv';
import { PRODUCT } from '../../scenarios/product';
import type { Scenario } from '../../scenarios/scenario';
import { inLanguage } from '../../scenarios/text';
import { type CalibrationAnswer, calibrateLog } from '../../workers/calibrate-log';
import { calibrationText } from '../calibration-text';
import { loadRun } from '../documents';
import { logFile } from '../log-file';
import { oneOf, plainNumber, wholeNumber } from '../options';
import { answerJson, type Output } from '../output';
import { checkFile, writeFile } from '../output-file';
import { REFUSALS, refusal } from '../refusals';
import { checkTables, type TableFlags, writeTables } from '../tables';

export interface CalibrateFlags extends TableFlags {
  readonly output?: string;
  readonly map: readonly string[];
  readonly outcome: readonly string[];
  readonly kind?: string;
  readonly from?: string;
  readonly until?: string;
  readonly date?: string;
  readonly holdout?: string;
  readonly queue: readonly string[];
  readonly item: readonly string[];
  readonly base?: string;
  readonly dropped?: string;
  readonly separator?: string;
  readonly encoding?: string;
  readonly within: string;
  readonly seed: string;
  readonly json?: boolean;
}

const SEPARATOR_NAMES: Readonly<Record<string, Separator>> = {
  comma: ',',
  tab: '\t',
  semicolon: ';',
  bar: '|',
};
const MOST_MINUTES = 1440;

/** `name=value` pairs of a flag that may be repeated. Throws InputError. */
function pairs(flag: string, given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((text) => {
      const at = text.indexOf('=');
      if (at < 1) throw refusal('hall', flag, REFUSALS.notPair(text));
      return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    }),
  );
}

function separatorOf(given: string | undefined): Separator | undefined {
  if (given === undefined) return undefined;
  const named = SEPARATOR_NAMES[given];
  return named ?? oneOf('--separator', given === '\\t' ? '\t' : given, SEPARATORS);
}

/** Refuses what is no file before anything else is done. */
function checkLog(path: string): void {
  try {
    if (statSync(path).isDirectory()) throw refusal(path, '', REFUSALS.isFolder());
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw refusal(path, '', code === 'ENOENT' ? REFUSALS.noFile(path) : REFUSALS.unreadable(code));
  }
}

/** From a hall's log to a scenario, held against days that the fit did not see. Throws InputError. */
export async function calibrate(
  output: Output,
  path: string,
  flags: CalibrateFlags,
): Promise<void> {
  const { language } = output;
  const seed = wholeNumber('--seed', flags.seed, 0, Number.MAX_SAFE_INTEGER);
  const targetS = plainNumber('--within', flags.within, 0, MOST_MINUTES) * 60;
  const kind = flags.kind === undefined ? undefined : oneOf('--kind', flags.kind, LOG_KINDS);
  const encoding =
    flags.encoding === undefined ? undefined : oneOf('--encoding', flags.encoding, ENCODINGS);
  const separator = separatorOf(flags.separator);
  const base = flags.base === undefined ? null : loadRun(flags.base);
  checkLog(path);
  checkTables(flags);
  for (const [flag, file] of [
    ['--output', flags.output],
    ['--dropped', flags.dropped],
  ] as const)
    if (file !== undefined) checkFile(flag, file);
  const file = logFile(path);
  const answer = await calibrateLog(
    file,
    {
      peek: {
        ...(kind ? { kind } : {}),
        ...(encoding ? { encoding } : {}),
        ...(separator ? { separator } : {}),
      },
      wishes: { columns: pairs('--map', flags.map), outcomes: pairs('--outcome', flags.outcome) },
      wanted: {
        ...(flags.from ? { from: flags.from } : {}),
        ...(flags.until ? { until: flags.until } : {}),
        ...(flags.date ? { firstDay: flags.date } : {}),
        queues: flags.queue,
        items: flags.item,
      },
      holdout: holdoutOf(flags.holdout),
      seed,
      targetS,
    },
    (step, done) => output.progress(`${inLanguage(step, language)} ${Math.round(done * 100)}%`),
  );
  const { calibration } = answer;
  const { scenario, leftOut } = placedIn(calibration.scenario, base, path);
  if (flags.output !== undefined) {
    if (scenario === null) throw refusal(path, '--output', REFUSALS.noScenario());
    writeFile('--output', flags.output, `${JSON.stringify(scenario, null, 2)}\n`);
  }
  if (flags.dropped !== undefined)
    writeFile(
      '--dropped',
      flags.dropped,
      await droppedCsv(await openLog(file), answer.peek, answer.protocol, language),
    );
  await writeTables(flags, () => calibrationSheets(answer, language));
  if (flags.json) answerJson(output, documentOf(answer, scenario, leftOut));
  else output.answer(calibrationText(answer, language, flags.output, leftOut));
}

/** `0` and `none` keep nothing back; nothing said: the last fifth. */
function holdoutOf(given: string | undefined): number | string | null | undefined {
  if (given === undefined) return undefined;
  if (given === '0' || given === 'none') return null;
  return /^\d+$/.test(given) ? wholeNumber('--holdout', given, 1, 100_000) : given;
}

/** The scenario in the plan of another hall, if one was asked for. */
function placedIn(
  scenario: Scenario | null,
  base: ReturnType<typeof loadRun> | null,
  path: string,
): { readonly scenario: Scenario | null; readonly leftOut: readonly string[] } {
  if (scenario === null || base === null || base.plan === null) return { scenario, leftOut: [] };
  return putInPlan(scenario, base.plan, base.scenario, path);
}

/** The answer as the JSON document prints it. */
function documentOf(
  answer: CalibrationAnswer,
  scenario: Scenario | null,
  leftOut: readonly string[],
) {
  const { peek, mapping, protocol, calibration, validation, notValidated, read, name } = answer;
  const guessed = new Map(peek.guess.columns.map((one) => [one.role, one]));
  const { lines: _lines, reasons: _reasons, ...told } = protocol;
  return {
    product: PRODUCT,
    log: {
      name,
      kind: read.kind,
      kindReason: peek.guess.kindReason,
      encoding: peek.encoding,
      separator: peek.separator,
      headerLine: peek.headerLine,
      columns: peek.headers,
      days: read.days,
      rows: read.rows,
      windows: read.windows,
      items: read.items,
      queues: read.queues,
    },
    mapping: Object.entries(mapping.columns).map(([role, column]) => {
      const guess = guessed.get(role as never);
      const own = guess?.column === column;
      return {
        role,
        column: peek.headers[column],
        by: own ? 'guess' : 'user',
        ...(own ? { confidence: guess.confidence, reason: guess.reason } : {}),
        ...(mapping.units[role as never] ? { unit: mapping.units[role as never] } : {}),
      };
    }),
    protocol: told,
    calibration: { ...calibration, scenario },
    validation,
    notValidated,
    windowsWithoutPlace: leftOut,
  };
}
