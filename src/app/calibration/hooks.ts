import { useStore } from 'zustand';
import { useTwin } from '../context';
import type { CalibrationState } from './store';

/** A part of what the calibration page holds. */
export function useCalibration<T>(select: (state: CalibrationState) => T): T {
  return useStore(useTwin().calibration.store, select);
}
