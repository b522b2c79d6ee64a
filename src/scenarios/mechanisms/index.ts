import type { Scenario } from '../scenario';
import { ARRIVALS } from './arrivals';
import { BACK_OFFICE } from './back-office';
import type { Mechanism } from './mechanism';
import { QUALITY } from './quality';
import { QUEUEING } from './queueing';
import { RECEPTION } from './reception';
import { STAFF } from './staff';

export { GROUPS, type Mechanism } from './mechanism';

/** Every mechanism of the process, each with a hall that shows what it does. */
export const MECHANISMS: readonly Mechanism[] = [
  ...ARRIVALS,
  ...RECEPTION,
  ...QUEUEING,
  ...STAFF,
  ...BACK_OFFICE,
  ...QUALITY,
];

const WITH = '-with';
const WITHOUT = '-without';

/** Ids of the demonstration scenarios: each mechanism's without and with it. */
export const DEMONSTRATIONS: readonly string[] = MECHANISMS.flatMap(({ id }) => [
  `${id}${WITHOUT}`,
  `${id}${WITH}`,
]);

/**
 * A demonstration scenario.
 *
 * @param id one of `DEMONSTRATIONS`
 * @throws RangeError if there is no such demonstration
 */
export function demonstration(id: string): Scenario {
  const without = id.endsWith(WITHOUT);
  const found = MECHANISMS.find((m) => id === `${m.id}${without ? WITHOUT : WITH}`);
  if (!found) throw new RangeError(`no demonstration "${id}"`);
  return without ? found.base() : found.variant();
}
