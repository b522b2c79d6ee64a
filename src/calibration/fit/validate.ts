import type { Log } from '../log/types';
import { validateCases } from './validate-cases';
import { validateIntervals } from './validate-intervals';
import { validateSnapshots } from './validate-snapshots';
import { validateTickets } from './validate-tickets';
import type { ValidateOptions, Validation } from './validation-types';

/**
 * Fits a log without some of its days and holds the fit against them: waits by half hour as they
 * were and as the fitted scenario foresees them, with prediction intervals and naive forecasts
 * beside them.
 *
 * @throws RangeError if no day would be left on either side
 * @throws CalibrationStopped when `options.shouldStop` says so
 */
export function validate(log: Log, options: ValidateOptions): Validation {
  switch (log.kind) {
    case 'tickets':
      return validateTickets(log, options);
    case 'snapshots':
      return validateSnapshots(log, options);
    case 'intervals':
      return validateIntervals(log, options);
    case 'cases':
      return validateCases(log, options);
  }
}
