import type { FloorPlan } from '../../scenarios/floorplan';
import { acceptingWindows } from '../../sim/planning/design';
import type { Question } from '../state/store';
import { checkForm } from './check-form';
import { formOf, type VariantForm } from './variant-form';

/** The open hall as a variant, with the page's assumptions in it. */
export function openForm(id: string, { origin, scenario, floorplan }: Question): VariantForm {
  const hall = origin.kind === 'shipped' ? origin.id : null;
  return formOf(id, { kind: 'open', hall }, scenario, floorplan);
}

/** The other of the two layouts of 150 m²; null for a plan that is neither. */
export function otherLayout(plan: FloorPlan | null): string | null {
  if (plan?.id === 'hall-150-l') return 'hall-150-u';
  return plan?.id === 'hall-150-u' ? 'hall-150-l' : null;
}

/**
 * The open hall beside one that differs in a telling way: in its floor plan where there is
 * another of the kind, else with windows that serve everything, else with fewer of them.
 */
export function firstForms(
  question: Question,
  other: FloorPlan | null,
  newId: () => string,
): VariantForm[] {
  const open = openForm(newId(), question);
  const beside = { ...open, id: newId() };
  const windows = acceptingWindows(question.scenario);
  const changes: Partial<VariantForm>[] = [
    ...(other ? [{ floorplan: other }] : []),
    { organisation: 'onePool' },
    { windows: Math.max(1, windows - 2) },
  ];
  const before = JSON.stringify(checkForm(open).scenario);
  const good = changes
    .map((change) => ({ ...beside, ...change }))
    .find((form) => {
      const { scenario } = checkForm(form);
      return scenario !== null && JSON.stringify(scenario) !== before;
    });
  return [open, good ?? beside];
}
