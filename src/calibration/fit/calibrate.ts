import type { Log } from '../log/types';
import { calibrateCases } from './cases';
import { calibrateIntervals } from './intervals';
import { calibrateSnapshots } from './snapshots';
import { calibrateTickets } from './tickets';
import type { CalibrateOptions, Calibration } from './types';

/**
 * From a cleaned log to a scenario with its doubts.
 *
 * @throws CalibrationStopped when `options.shouldStop` says so
 */
export function calibrate(log: Log, options: CalibrateOptions): Calibration {
  switch (log.kind) {
    case 'tickets':
      return calibrateTickets(log, options);
    case 'snapshots':
      return calibrateSnapshots(log, options);
    case 'intervals':
      return calibrateIntervals(log, options);
    case 'cases':
      return calibrateCases(log, options);
  }
}
