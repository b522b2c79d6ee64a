import { hallScenario } from '../halls';
import { type Scenario, type ScenarioInput, scenarioSchema } from '../scenario';
import { assumption } from '../sources';

export const GROUPS = [
  'arrivals',
  'reception',
  'queueing',
  'staff',
  'backOffice',
  'quality',
] as const;
export type MechanismGroup = (typeof GROUPS)[number];

interface Text {
  readonly zh: string;
  readonly en: string;
}

/** One mechanism of the process, shown by a hall without it and the same hall with it. */
export interface Mechanism {
  readonly id: string;
  readonly group: MechanismGroup;
  readonly name: Text;
  /** What it does, and where it comes from. */
  readonly about: Text;
  readonly base: () => Scenario;
  readonly variant: () => Scenario;
  /**
   * A scenario that has it besides; names and numbers of the scenario stay.
   *
   * @throws TypeError, or zod's, if the scenario lacks what it builds on
   */
  readonly within: (scenario: Scenario) => Scenario;
  /** Ids of the measures to look at, the most telling first. */
  readonly watch: readonly string[];
}

/** A scenario to be changed. */
export type Draft = ScenarioInput & Pick<Scenario, 'classes' | 'windows'>;

/** A number that nobody published, for the demonstration only. */
export const demo = assumption(
  '仅供演示，未见公开数据，可修改',
  'for the demonstration; nobody published it; change it at will',
);

/** A number with that provenance. */
export const assumed = (value: number) => ({ value, provenance: demo });

/** A third more visits than on an ordinary day: waits that one can see. */
const BUSY = 1.35;

/**
 * A mechanism shown in the hall of 曲溪.
 *
 * @param setting what both scenarios have in common
 * @param change what the variant has besides
 */
export function mechanism(
  parts: Omit<Mechanism, 'base' | 'variant' | 'within'> & {
    readonly setting?: (draft: Draft) => void;
    readonly change: (draft: Draft) => void;
  },
): Mechanism {
  const { setting, change, ...rest } = parts;
  const make = (suffix: string, with_: boolean) => (): Scenario => {
    const hall = hallScenario('quxi');
    const draft = hall as Draft;
    const visits = hall.demand!.visitsPerDay as { readonly value: number };
    draft.demand = {
      ...draft.demand!,
      visitsPerDay: { value: Math.round(visits.value * BUSY), provenance: demo },
    };
    setting?.(draft);
    if (with_) change(draft);
    draft.id = `${rest.id}-${suffix}`;
    draft.name = with_
      ? { zh: `${rest.name.zh}：有`, en: `${rest.name.en}: with` }
      : { zh: `${rest.name.zh}：无`, en: `${rest.name.en}: without` };
    draft.description = rest.about;
    return scenarioSchema.parse(draft);
  };
  const within = (scenario: Scenario): Scenario => {
    const draft = scenarioSchema.parse(scenario) as Draft;
    change(draft);
    return scenarioSchema.parse(draft);
  };
  return { ...rest, base: make('without', false), variant: make('with', true), within };
}

/** Working days in a row instead of one, from a Monday without holidays near. */
export function overDays(draft: Draft, workingDays: number): void {
  const { horizon } = draft;
  if (horizon.kind !== 'day') return;
  draft.horizon = {
    kind: 'days',
    firstDate: '2026-03-02',
    workingDays,
    warmUpDays: 5,
    sessions: horizon.sessions,
    closing: horizon.closing,
    ...(horizon.provenance ? { provenance: horizon.provenance } : {}),
  };
}

/** The class of an id. */
export function classOf(draft: Draft, id: string) {
  return draft.classes.find((c) => c.id === id)!;
}
