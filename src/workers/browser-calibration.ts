import * as Comlink from 'comlink';
import type { CalibrationAnswer } from './calibrate-log';
import type { CalibrationThread } from './calibration.worker';
import type { CalibrationWorker, Preview } from './calibration-api';
import { Lane } from './lane';
import { type Reply, unwrapReply } from './reply';
import { openThread } from './warm-thread';

/** The thread that reads and fits logs; it is started with the first file. */
export function createCalibrationWorker(): CalibrationWorker {
  const lane = new Lane(() =>
    openThread<CalibrationThread>(
      new Worker(new URL('./calibration.worker.ts', import.meta.url), { type: 'module' }),
    ),
  );
  return {
    peek: async (file, options) =>
      unwrapReply<Preview>(
        await lane.run<Reply<Preview>>(async (thread) => thread.peek(file, options)),
      ),
    calibrate: async (file, request, progress) =>
      unwrapReply<CalibrationAnswer>(
        await lane.run<Reply<CalibrationAnswer>>(async (thread) =>
          thread.calibrate(file, request, Comlink.proxy(progress)),
        ),
      ),
    stop: () => lane.close(),
  };
}
