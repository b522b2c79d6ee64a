import { calibrate } from '../calibration/fit/calibrate';
import { withPastWaits } from '../calibration/fit/past-waits';
import type { Calibration } from '../calibration/fit/types';
import { validate } from '../calibration/fit/validate';
import type { Validation } from '../calibration/fit/validation-types';
import { type Mapping, type MappingWishes, mappingOf } from '../calibration/log/mapping';
import { LOG_MESSAGES } from '../calibration/log/messages';
import { type LogFile, openLog } from '../calibration/log/open';
import { type Peek, type PeekOptions, peekLog } from '../calibration/log/peek';
import { readLog } from '../calibration/log/read';
import type { Protocol } from '../calibration/log/reasons';
import type { LogKind } from '../calibration/log/roles';
import { dayOfIso, type Wanted } from '../calibration/log/row-reader';
import type { Log } from '../calibration/log/types';
import { InputError } from '../scenarios/problem';
import type { LocalText } from '../scenarios/text';

/** What is asked of a log. */
export interface CalibrationRequest {
  readonly peek: PeekOptions;
  readonly wishes: MappingWishes;
  readonly wanted: Wanted;
  /** Days kept back for the validation: how many of the last, or from a date; null for none, absent: the last fifth. */
  readonly holdout?: number | string | null | undefined;
  readonly seed: number;
  /** Waits up to this are within target. */
  readonly targetS: number;
}

/** What a log became. */
export interface CalibrationAnswer {
  readonly name: string;
  readonly peek: Omit<Peek, 'sample'>;
  readonly mapping: Mapping;
  readonly read: {
    readonly kind: LogKind;
    readonly days: readonly string[];
    readonly rows: number;
    readonly windows: readonly string[];
    readonly items: readonly string[];
    readonly queues: readonly string[];
  };
  readonly protocol: Protocol;
  readonly calibration: Calibration;
  readonly validation: Validation | null;
  /** Why there is no validation though one was wanted. */
  readonly notValidated: LocalText | null;
}

/** Hears how far the work has got: what is done now, and the share of it that is behind. */
export type CalibrationProgress = (step: LocalText, done: number) => void;

const READING: LocalText = { zh: '读取与清洗', en: 'Reading and cleaning' };
/** Shares of the work that reading and fitting take; the rest is validation. */
const READ_SHARE = 0.4;
const FIT_SHARE = 0.7;

/**
 * From a file to a fitted scenario, held against days that the fit did not see.
 *
 * @throws InputError where the file can't be used
 */
export async function calibrateLog(
  file: LogFile,
  request: CalibrationRequest,
  progress: CalibrationProgress,
): Promise<CalibrationAnswer> {
  const source = await openLog(file);
  const peek = await peekLog(source, request.peek);
  const mapping = mappingOf(peek, request.wishes);
  const { log, protocol } = await readLog(source, peek, mapping, request.wanted, {
    progress: (share) => progress(READING, share * READ_SHARE),
  });
  const until = request.holdout === null ? 1 : FIT_SHARE;
  const name = file.name.replace(/^.*[\\/]/, '');
  const options = { name, seed: request.seed, targetWaitS: request.targetS };
  const calibration = calibrate(log, {
    ...options,
    onProgress: (step, done) => progress(step, READ_SHARE + done * (until - READ_SHARE)),
  });
  const { validation, notValidated } = held(log);
  const { sample: _, ...seen } = peek;
  return {
    name,
    peek: seen,
    mapping,
    read: {
      kind: log.kind,
      days: log.days,
      rows: log.rows,
      windows: log.kind === 'tickets' ? log.windows : [],
      items: log.kind === 'tickets' || log.kind === 'cases' ? log.items : [],
      queues: log.kind === 'snapshots' || log.kind === 'intervals' ? log.queues : [],
    },
    protocol,
    calibration: withPastWaits(calibration, validation?.combined ?? null),
    validation,
    notValidated,
  };

  function held(all: Log): Pick<CalibrationAnswer, 'validation' | 'notValidated'> {
    if (request.holdout === null) return { validation: null, notValidated: null };
    const days = heldBack(all, request.holdout, file.name);
    if (all.days.length < 2) return { validation: null, notValidated: ONE_DAY };
    return {
      validation: validate(all, {
        ...options,
        heldBack: days,
        onProgress: (step, done) => progress(step, until + done * (1 - until)),
      }),
      notValidated: null,
    };
  }
}

const ONE_DAY: LocalText = {
  zh: '记录只有一天，没有可以留出来核对的日子：拟合未经检验，请导出更多天',
  en: 'The log has one day, so none can be kept back: the fit has not been tested; export more days',
};

/** The days kept back; undefined leaves the choice to the fit. */
function heldBack(
  log: Log,
  holdout: number | string | undefined,
  source: string,
): readonly string[] | number | undefined {
  if (holdout === undefined) return undefined;
  if (typeof holdout === 'number') {
    if (log.days.length > 1 && holdout >= log.days.length)
      throw new InputError(source, [
        {
          path: 'holdout',
          ...LOG_MESSAGES.holdout(log.days[0]!, log.days.at(-1)!, log.days.length),
        },
      ]);
    return holdout;
  }
  if (Number.isNaN(dayOfIso(holdout)))
    throw new InputError(source, [{ path: 'holdout', ...LOG_MESSAGES.notADate(holdout) }]);
  const days = log.days.filter((day) => day >= holdout);
  if (days.length === 0 || days.length === log.days.length)
    throw new InputError(source, [
      { path: 'holdout', ...LOG_MESSAGES.holdout(log.days[0]!, log.days.at(-1)!, log.days.length) },
    ]);
  return days;
}
