import { useMemo } from 'react';
import { useStore } from 'zustand';
import { inLanguage } from '../../scenarios/text';
import type { Variant } from '../../sim/experiments/evaluator';
import { useTwin, useTwinState } from '../context';
import type { PlanningForm } from './form';

export function useForm<T>(select: (form: PlanningForm) => T): T {
  return useStore(useTwin().planningForm, select);
}

/** The open hall as the search's starting point, with the page's assumptions; null while opening. */
export function useBase(): Variant | null {
  const question = useTwinState((state) => state.question);
  return useMemo(
    () =>
      question && {
        scenario: question.scenario,
        floorplan: question.floorplan,
        seed: question.seed,
      },
    [question],
  );
}

/** Name of a scenario in the page's language. */
export function useHallName(base: Variant | null): string {
  const language = useTwinState((state) => state.language);
  return base ? inLanguage(base.scenario.name, language) : '';
}

/** Whether an answer speaks of something else than what the fields now ask. */
export function isOld(asked: unknown, request: unknown): boolean {
  return asked !== null && JSON.stringify(asked) !== JSON.stringify(request);
}
