import type { Peek, PeekOptions } from '../calibration/log/peek';
import type { CalibrationAnswer, CalibrationProgress, CalibrationRequest } from './calibrate-log';

/** Rows that a preview shows. */
export const PREVIEW_ROWS = 30;

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
