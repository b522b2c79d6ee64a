import type { Peek, PeekOptions } from '../calibration/log/peek';
import type { CalibrationAnswer, CalibrationProgress, CalibrationRequest } from './calibrate-log';

/** Rows that a preview brings: the first are shown, names to choose from are those of all. */
export const PREVIEW_ROWS = 1000;

/** What was seen of a log, with its first rows. */
export type Preview = Peek;

/** What the calibration page asks of its threads. Both reject with `InputError`, or `Superseded`. */
export interface CalibrationWorker {
  peek(file: File, options: PeekOptions): Promise<Preview>;
  calibrate(
    file: File,
    request: CalibrationRequest,
    progress: CalibrationProgress,
  ): Promise<CalibrationAnswer>;
  /** Ends what is under way. */
  stop(): void;
}
