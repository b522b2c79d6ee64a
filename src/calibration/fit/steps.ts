import type { LocalText } from '../../scenarios/text';
import { type CalibrateOptions, CalibrationStopped } from './types';

/** Tells what is done now and asks whether to go on. Throws CalibrationStopped if not. */
export function stepper(options: CalibrateOptions): (zh: string, en: string, done: number) => void {
  return (zh, en, done) => {
    if (options.shouldStop?.()) throw new CalibrationStopped();
    const step: LocalText = { zh, en };
    options.onProgress?.(step, done);
  };
}
