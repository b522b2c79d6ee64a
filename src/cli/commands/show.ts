import { nearest } from '../../scenarios/problems-nearest';
import {
  shippedFloorPlans,
  shippedFloorPlanText,
  shippedScenario,
  shippedScenarios,
} from '../documents';
import { answerJson, type Output } from '../output';
import { REFUSALS, refusal } from '../refusals';

/** A shipped scenario or floor plan as JSON, ready to be edited. Throws InputError. */
export function show(output: Output, id: string): void {
  const scenarios = shippedScenarios();
  const plans = shippedFloorPlans();
  if (scenarios.includes(id)) answerJson(output, shippedScenario(id));
  else if (plans.includes(id)) output.answer(shippedFloorPlanText(id).trimEnd());
  else {
    const ids = [...scenarios, ...plans];
    throw refusal('hall', '<id>', REFUSALS.unknownDocument(id, nearest(id, ids), ids));
  }
}
