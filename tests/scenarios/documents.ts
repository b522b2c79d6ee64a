import { readdirSync, readFileSync } from 'node:fs';
import { hallScenario } from '../../src/scenarios/halls';
import { InputError, type Problem } from '../../src/scenarios/problem';

/** JSON that tests take apart: any field, any depth. */
// biome-ignore lint/suspicious/noExplicitAny: broken documents have no type
export type Loose = any;

/** A shipped scenario, free to be broken. */
export function scenarioDocument(change: (document: Loose) => void = () => {}): Loose {
  const document = JSON.parse(JSON.stringify(hallScenario('yuhu')));
  change(document);
  return document;
}

/** Ids of the shipped floor plans. */
export const FLOOR_PLANS = readdirSync('public/floorplans')
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));

/** A shipped floor plan, free to be broken. */
export function floorPlanDocument(
  change: (document: Loose) => void = () => {},
  id = 'hall-200',
): Loose {
  const document = JSON.parse(readFileSync(`public/floorplans/${id}.json`, 'utf8'));
  change(document);
  return document;
}

/** The problems that reading refuses with. */
export function problemsOf(read: () => unknown): readonly Problem[] {
  try {
    read();
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

const HAN = /\p{Script=Han}/u;

/** What is said to people: both languages, each in its own letters. */
export function saysItInBoth({ message, remedy }: Problem): boolean {
  return [message, remedy].every(
    ({ zh, en }) => HAN.test(zh) && en.length > 0 && !HAN.test(en) && zh !== en,
  );
}
