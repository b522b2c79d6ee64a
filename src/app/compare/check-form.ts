import type { Problem } from '../../scenarios/problem';
import type { Scenario } from '../../scenarios/scenario';
import { validateScenario } from '../../scenarios/validate';
import { validateAgainstPlan } from '../../scenarios/validate-plan';
import type { Variant } from '../../sim/experiments/evaluator';
import { type VariantForm, variantOf, windowChoices, windowsOf } from './variant-form';

/** Why a variant cannot be run. */
export type FormProblem =
  /** The windows cannot be arranged so; `choices`: numbers that can. */
  | { readonly kind: 'windows'; readonly windows: number; readonly choices: readonly number[] }
  /** A factor makes something larger than a scenario can hold. */
  | { readonly kind: 'factor' }
  /** The hall does not fit its floor plan, or its parts do not go together. */
  | { readonly kind: 'hall'; readonly problems: readonly Problem[] };

export type CheckedForm =
  | { readonly scenario: Scenario; readonly problem: null }
  | { readonly scenario: null; readonly problem: FormProblem };

const checked = new WeakMap<VariantForm, CheckedForm>();

/** The scenario that a form comes to, or why it comes to none. */
export function checkForm(form: VariantForm): CheckedForm {
  let known = checked.get(form);
  if (!known) {
    known = check(form);
    checked.set(form, known);
  }
  return known;
}

function check(form: VariantForm): CheckedForm {
  let variant: Variant | null;
  try {
    variant = variantOf(form, 0);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { scenario: null, problem: { kind: 'factor' } };
  }
  if (!variant) {
    const [windows, choices] = [windowsOf(form), windowChoices(form)];
    return { scenario: null, problem: { kind: 'windows', windows, choices } };
  }
  const { scenario, floorplan } = variant;
  const problems = [
    ...validateScenario(scenario),
    ...(floorplan ? validateAgainstPlan(scenario, floorplan) : []),
  ];
  return problems.length > 0
    ? { scenario: null, problem: { kind: 'hall', problems } }
    : { scenario, problem: null };
}
