import { HALLS, hallScenario } from '../halls';
import { DEMONSTRATIONS, demonstration, MECHANISMS } from '../mechanisms';
import { InputError, type Problem } from '../problem';
import { nearest } from '../problems-nearest';
import { meant, problemAt, say } from '../problems-text';
import type { Scenario } from '../scenario';
import { assumption } from '../sources';
import { validateScenario } from '../validate';
import type { Tour, TourHall } from './tour';

const FOR_THE_TOUR = assumption('导览中设定，供演示', 'set for the tour, to show what it does');

/**
 * The scenario that a hall of a tour is: the named or written one, with the tour's changes.
 *
 * @param source what messages call the tour
 * @param field where in the tour the hall stands
 * @throws InputError if something is named that there is not, or the whole does not hold together
 */
export function scenarioOf(hall: TourHall, source: string, field: 'hall' | 'beside'): Scenario {
  const fail = (path: readonly PropertyKey[], words: Parameters<typeof problemAt>[1]) =>
    new InputError(source, [problemAt([field, ...path], words)]);
  let scenario: Scenario;
  if (typeof hall.scenario === 'string') {
    const ids = [...HALLS.map(({ id }) => id), ...DEMONSTRATIONS];
    if (!ids.includes(hall.scenario))
      throw fail(['scenario'], unknown(hall.scenario, '大厅或演示', 'hall or demonstration', ids));
    scenario = DEMONSTRATIONS.includes(hall.scenario)
      ? demonstration(hall.scenario)
      : hallScenario(hall.scenario);
  } else scenario = hall.scenario;

  const known = MECHANISMS.map(({ id }) => id);
  for (const [i, rule] of hall.rules.entries()) {
    const mechanism = MECHANISMS.find(({ id }) => id === rule);
    if (!mechanism) throw fail(['rules', i], unknown(rule, '规则', 'rule', known));
    try {
      scenario = mechanism.within(scenario);
    } catch {
      throw fail(['rules', i], unfit(rule));
    }
  }
  if (hall.visitsPerDay !== undefined) {
    if (!scenario.demand) throw fail(['visitsPerDay'], NO_DEMAND);
    const visitsPerDay = { value: hall.visitsPerDay, provenance: FOR_THE_TOUR };
    scenario = { ...scenario, demand: { ...scenario.demand, visitsPerDay } };
  }
  const windows = scenario.windows.map(({ id }) => id);
  for (const [i, id] of hall.absent.entries())
    if (!windows.includes(id)) throw fail(['absent', i], unknown(id, '窗口', 'window', windows));
  if (hall.absent.length > 0)
    scenario = {
      ...scenario,
      windows: scenario.windows.map((window) =>
        hall.absent.includes(window.id)
          ? { ...window, absence: { share: 1, cover: null, provenance: FOR_THE_TOUR } }
          : window,
      ),
    };
  const problems = validateScenario(scenario);
  if (problems.length > 0) throw new InputError(source, under(field, problems));
  return scenario;
}

/** The scenarios of a tour: one, or two beside each other. Throws InputError. */
export function scenariosOf(
  { hall, beside }: Pick<Tour, 'hall' | 'beside'>,
  source: string,
): readonly [Scenario] | readonly [Scenario, Scenario] {
  const first = scenarioOf(hall, source, 'hall');
  return beside ? [first, scenarioOf(beside, source, 'beside')] : [first];
}

function under(field: string, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({
    ...problem,
    path: [field, 'scenario', problem.path].filter((part) => part !== '').join('.'),
  }));
}

const unknown = (name: string, zh: string, en: string, known: readonly string[]) => {
  const [remedyZh, remedyEn] = meant(nearest(name, known), known);
  return say(`没有叫 "${name}" 的${zh}`, `There is no ${en} "${name}"`, remedyZh, remedyEn);
};

const unfit = (rule: string) =>
  say(
    `规则 "${rule}" 加不到这个方案上`,
    `The rule "${rule}" can't be added to this scenario`,
    '它要求方案里有的东西，这里没有；可改用所附的大厅',
    'The scenario lacks what it builds on; take one of the shipped halls',
  );

const NO_DEMAND = say(
  '方案没有写全天来访量，无法改',
  'The scenario states no visits of the whole day to be changed',
  '删去 visitsPerDay，或给方案写 demand',
  'Leave visitsPerDay out, or give the scenario a demand',
);
