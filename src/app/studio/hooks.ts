import { useMemo } from 'react';
import { useStore } from 'zustand';
import { refKey, refOfPath } from '../../drawing/edit/items';
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
function useFindings(): readonly (Finding & { readonly severity: 'must' | 'advice' })[] {
  const check = useStudio((state) => state.check);
  return useMemo(
    () =>
      (check?.rules ?? []).flatMap(({ id, findings }) =>
        findings.map((finding) => ({ ...finding, severity: RULES[id].severity })),
      ),
    [check],
  );
}

/** How much the worst rule weighs that something breaks, by the key of the thing. */
export function useFlagged(): ReadonlyMap<string, 'must' | 'advice'> {
  const findings = useFindings();
  const checked = useStudio((state) => state.checkedPlan);
  return useMemo(() => {
    const found = new Map<string, 'must' | 'advice'>();
    // Paths are those of the plan that was checked.
    for (const { path, severity } of checked ? findings : []) {
      const ref = refOfPath(checked!, path);
      if (ref && found.get(refKey(ref)) !== 'must') found.set(refKey(ref), severity);
    }
    return found;
  }, [findings, checked]);
}
