import * as Comlink from 'comlink';
import { openLog } from '../calibration/log/open';
import { type PeekOptions, peekLog } from '../calibration/log/peek';
import { browserLogFile } from './browser-log-file';
import {
  type CalibrationAnswer,
  type CalibrationProgress,
  type CalibrationRequest,
  calibrateLog,
} from './calibrate-log';
import { PREVIEW_ROWS, type Preview } from './calibration-api';
import { type Reply, replyOf } from './reply';

const thread = {
  peek(file: File, options: PeekOptions): Promise<Reply<Preview>> {
    return replyOf(async () => {
      const peek = await peekLog(await openLog(browserLogFile(file)), options);
      return { ...peek, sample: peek.sample.slice(0, PREVIEW_ROWS) };
    });
  },
  calibrate(
    file: File,
    request: CalibrationRequest,
    progress: CalibrationProgress,
  ): Promise<Reply<CalibrationAnswer>> {
    return replyOf(() => calibrateLog(browserLogFile(file), request, progress));
  },
};
export type CalibrationThread = typeof thread;

Comlink.expose(thread);
