import { applyAssumption } from '../../scenarios/assumptions';
import type { FloorPlan } from '../../scenarios/floorplan';
import type { Scenario } from '../../scenarios/scenario';
import type { Variant } from '../../sim/experiments/evaluator';
import { acceptingWindows, designsOf, type Organisation } from '../../sim/planning/design';

/** How people are brought to the windows, or as the scenario has it. */
export const QUEUEINGS = ['asIs', 'pooled', 'separateLines', 'jockeying'] as const;
export type QueueingChoice = (typeof QUEUEINGS)[number];

/** Where the hall of a variant comes from. */
export type Source =
  /** As the hall's page showed it when it was taken; `hall`: which of the 13 it was, if any. */
  | { readonly kind: 'open'; readonly hall: string | null }
  | { readonly kind: 'hall'; readonly hall: string }
  | { readonly kind: 'file'; readonly hall: null; readonly name: string }
  /** Of a comparison that was begun on an earlier visit. */
  | { readonly kind: 'kept'; readonly hall: null };

/** A variant as put together on the page: a hall, and what is changed of it. */
export interface VariantForm {
  /** Distinguishes variants on the page. */
  readonly id: string;
  /** What the user calls it; '' for the name made of its changes. */
  readonly name: string;
  readonly source: Source;
  /** The hall before the changes. */
  readonly scenario: Scenario;
  /** The plan that it runs in; null: walking takes no time. */
  readonly floorplan: FloorPlan | null;
  /** Accepting windows; null: as they are. */
  readonly windows: number | null;
  readonly organisation: Organisation;
  readonly queueing: QueueingChoice;
  /** Factors; 1 leaves it. */
  readonly demand: number;
  readonly service: number;
}

/** A hall as it is, to begin with. */
export function formOf(
  id: string,
  source: Source,
  scenario: Scenario,
  floorplan: FloorPlan | null,
): VariantForm {
  return {
    id,
    name: '',
    source,
    scenario,
    floorplan,
    windows: null,
    organisation: 'asArranged',
    queueing: 'asIs',
    demand: 1,
    service: 1,
  };
}

const QUEUEING: Readonly<Record<QueueingChoice, Scenario['queueing'] | null>> = {
  asIs: null,
  pooled: { kind: 'pooled' },
  separateLines: { kind: 'separateLines', choice: 'shortest', jockeyAt: null },
  jockeying: { kind: 'separateLines', choice: 'shortest', jockeyAt: 2 },
};

/** Numbers of windows that a form may choose from. */
export function windowChoices({ scenario, floorplan, organisation }: VariantForm): number[] {
  const most = floorplan
    ? floorplan.windows.filter(({ area }) => area !== 'issuing').length
    : Math.max(20, acceptingWindows(scenario));
  return designsOf(scenario, floorplan, [organisation], 1, most).map(({ windows }) => windows);
}

/** Accepting windows of a form. */
export function windowsOf({ scenario, windows }: VariantForm): number {
  return windows ?? acceptingWindows(scenario);
}

/**
 * The variant that a form describes; null if its windows can't be arranged so.
 *
 * @throws RangeError if the scenario cannot hold what a factor makes of it
 */
export function variantOf(form: VariantForm, seed: number): Variant | null {
  const { floorplan, organisation, queueing, demand, service } = form;
  let { scenario } = form;
  if (form.windows !== null || organisation !== 'asArranged') {
    const windows = windowsOf(form);
    const [design] = designsOf(scenario, floorplan, [organisation], windows, windows);
    if (!design) return null;
    scenario = design.scenario;
  }
  const chosen = QUEUEING[queueing];
  if (chosen) scenario = { ...scenario, queueing: chosen };
  if (floorplan && typeof scenario.floorplan === 'string' && scenario.floorplan !== floorplan.id)
    scenario = { ...scenario, floorplan: floorplan.id };
  scenario = applyAssumption(scenario, 'demand', demand);
  scenario = applyAssumption(scenario, 'service', service);
  return { scenario, floorplan, seed };
}
