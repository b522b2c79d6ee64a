import type { Calibration } from './types';

/** A calibration: what a log of its kind tells, and nothing of all that it doesn't. */
export function calibrationOf(
  told: Pick<Calibration, 'kind' | 'source' | 'unknowns'> & Partial<Calibration>,
): Calibration {
  return {
    scenario: null,
    service: [],
    arrivals: [],
    dayFactorCv: null,
    specialDays: [],
    patience: [],
    noShow: null,
    credit: [],
    staffing: null,
    queues: [],
    cases: [],
    doubts: { arrivals: {}, service: {}, staffing: 0 },
    ...told,
  };
}
