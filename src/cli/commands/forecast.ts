import { forecastSheets, nowSheets } from '../../report/forecast-sheets';
import { effectText, forecastWords, nowWords } from '../../report/forecast-words';
import type { Variant } from '../../sim/experiments/evaluator';
import { forecastDay } from '../../sim/forecast/day-forecast';
import type { DayFan } from '../../sim/forecast/fan';
import { forecastNow } from '../../sim/forecast/now';
import type { ServicePromise } from '../../sim/planning/promise';
import { loadRun, loadState } from '../documents';
import { forecastTable } from '../forecast-text';
import { MAX_REPLICATIONS, plainNumber, wholeNumber } from '../options';
import { answerJson, type Output } from '../output';
import { REFUSALS, refusal } from '../refusals';
import { type SweepFlags, seedOf, withSweep } from '../sweep';
import { checkTables, type TableFlags, writeTables } from '../tables';

export interface ForecastFlags extends SweepFlags, TableFlags {
  readonly date?: string;
  readonly visits?: string;
  readonly marketDay?: string;
  readonly within: string;
  readonly share: string;
  readonly replications: string;
  readonly state?: string;
  readonly floorplan?: string;
  readonly json?: boolean;
}

const MOST_VISITS = 1_000_000;

/**
 * The waits of a day to come, or of the rest of a day from a hall as it is.
 *
 * @returns whether the promise is kept in every half hour; null if it was stopped before that was known
 * @throws InputError
 */
export async function forecast(
  output: Output,
  name: string,
  flags: ForecastFlags,
): Promise<boolean | null> {
  const run = loadRun(name, flags.floorplan);
  const base: Variant = { scenario: run.scenario, floorplan: run.plan, seed: seedOf(flags) };
  const promise: ServicePromise = {
    withinS: plainNumber('--within', flags.within, 0, 1440) * 60,
    share: plainNumber('--share', flags.share, 0.0001, 0.9999),
    mostAbandoned: null,
  };
  const replications = wholeNumber('--replications', flags.replications, 20, MAX_REPLICATIONS);
  checkTables(flags);
  return flags.state === undefined
    ? ofDay(output, { base, promise, replications }, flags)
    : ofNow(output, { base, promise, replications }, flags.state, flags);
}

interface Asked {
  readonly base: Variant;
  readonly promise: ServicePromise;
  readonly replications: number;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A date that exists. Throws InputError. */
function dateOf(given: string | undefined): string {
  if (given === undefined) throw refusal('hall', '--date', REFUSALS.needsDateOrState());
  const day = new Date(`${given}T00:00:00Z`);
  if (!DATE.test(given) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(given))
    throw refusal('hall', '--date', REFUSALS.notDate(given));
  return given;
}

async function ofDay(output: Output, asked: Asked, flags: ForecastFlags): Promise<boolean | null> {
  const { scenario } = asked.base;
  const day = {
    date: dateOf(flags.date),
    visitsPerDay:
      flags.visits === undefined
        ? undefined
        : plainNumber('--visits', flags.visits, 0, MOST_VISITS),
    marketFactor:
      flags.marketDay === undefined
        ? undefined
        : plainNumber('--market-day', flags.marketDay, 0, 100),
  };
  const answer = await withSweep(output, flags, 'forecast', [asked.base], { day }, (sweep, watch) =>
    forecastDay({ ...asked, day }, sweep, (done, of) => watch.tell(done, of)),
  );
  const { language } = output;
  await writeTables(flags, () => forecastSheets(answer, scenario, language));
  if (flags.json)
    answerJson(output, {
      ...answer,
      words: {
        zh: forecastWords(answer, scenario, 'zh'),
        en: forecastWords(answer, scenario, 'en'),
      },
    });
  else {
    output.answer(forecastWords(answer, scenario, language).join('\n'));
    output.answer(forecastTable(answer.fan, language, answer.windows));
  }
  return answer.fan.replications === 0 ? null : answer.broken.length === 0;
}

async function ofNow(
  output: Output,
  asked: Asked,
  file: string,
  flags: ForecastFlags,
): Promise<boolean | null> {
  for (const [flag, given] of [
    ['--visits', flags.visits],
    ['--market-day', flags.marketDay],
  ] as const)
    if (given !== undefined) throw refusal('hall', flag, REFUSALS.notWithState(flag));
  const { scenario } = asked.base;
  const state = loadState(file, scenario);
  const date = flags.date === undefined ? undefined : dateOf(flags.date);
  const answer = await withSweep(output, flags, 'now', [asked.base], { state }, (sweep, watch) =>
    forecastNow({ ...asked, state, date }, sweep, ({ fan }) =>
      watch.tell(fan.replications, fan.replications),
    ),
  );
  const { language } = output;
  await writeTables(flags, () => nowSheets(answer, scenario, language));
  if (flags.json)
    answerJson(output, {
      ...answer,
      words: { zh: nowWords(answer, scenario, 'zh'), en: nowWords(answer, scenario, 'en') },
    });
  else {
    output.answer(nowWords(answer, scenario, language).join('\n'));
    output.answer(forecastTable(answer.fan, language));
    output.answer(answer.effects.map((e) => effectText(e, scenario, language)).join('\n'));
  }
  if (answer.fan.replications === 0) return null;
  return keepsPromise(answer.fan, asked.promise.share);
}

const keepsPromise = ({ halfHours }: DayFan, share: number) =>
  halfHours.every((half) => (half.share.mean ?? 1) >= share);
