import { useMemo } from 'react';
import { useStore } from 'zustand';
import { RULES } from '../../geometry/rules/catalogue';
import type { Finding } from '../../geometry/rules/finding';
import type { FloorPlan } from '../../scenarios/floorplan';
import { useTwin } from '../context';
import type { StudioState } from './store';

/** A part of the studio's state. */
export function useStudio<T>(select: (state: StudioState) => T): T {
  return useStore(useTwin().studio.store, select);
}

/** The plan at hand; null while no hall with a plan is open. */
export function usePlan(): FloorPlan | null {
  return useStudio((state) => state.history?.plan ?? null);
}

/** What breaks a rule, with how much the rule weighs. */
export function useFindings(): readonly (Finding & { readonly severity: 'must' | 'advice' })[] {
  const check = useStudio((state) => state.check);
  return useMemo(
    () =>
      (check?.rules ?? []).flatMap(({ id, findings }) =>
        findings.map((finding) => ({ ...finding, severity: RULES[id].severity })),
      ),
    [check],
  );
}
