import type { TFunction } from 'i18next';
import { type Item, type ItemRef, itemOf } from '../../drawing/edit/items';
import type { FloorPlan } from '../../scenarios/floorplan';
import { inLanguage, type Language } from '../../scenarios/text';

/** What a thing is called on the page: by its number, its name or its text, else by its id. */
export function labelOf(plan: FloorPlan, ref: ItemRef, language: Language, t: TFunction): string {
  const { list, id } = ref;
  const kind = t(`studio.list.${list}`);
  const item = itemOf(plan, ref);
  switch (item && list) {
    case 'windows':
      return t('studio.called.window', { number: (item as Item<'windows'>).number });
    case 'displays':
    case 'pickups': {
      const { window } = item as Item<'displays' | 'pickups'>;
      const number = plan.windows.find((one) => one.id === window)?.number;
      return number === undefined
        ? `${kind} ${shortId(id)}`
        : t('studio.called.ofWindow', { kind, number });
    }
    case 'doors':
      return distinct(plan.doors, item as Item<'doors'>, (door) => t(`studio.kind.${door.kind}`));
    case 'zones':
      return distinct(plan.zones, item as Item<'zones'>, (zone) => inLanguage(zone.name, language));
    case 'fixtures':
      return distinct(plan.fixtures, item as Item<'fixtures'>, (fixture) =>
        fixture.name ? inLanguage(fixture.name, language) : t(`studio.kind.${fixture.kind}`),
      );
    case 'signs':
      return distinct(plan.signs, item as Item<'signs'>, (sign) =>
        t('studio.called.sign', { text: inLanguage(sign.text, language) }),
      );
    default:
      return `${kind} ${shortId(id)}`;
  }
}

/** The number that an id ends with; the id itself where it tells more than a number. */
function shortId(id: string): string {
  return /^(?:s|seat-?|wall-|column-|counter-|camera-|display-|pickup-)(\d+)$/.exec(id)?.[1] ?? id;
}

/** What something is called; where others are called the same, with its place among them. */
function distinct<T>(all: readonly T[], one: T, nameOf: (item: T) => string): string {
  const name = nameOf(one);
  const same = all.filter((other) => nameOf(other) === name);
  return same.length > 1 ? `${name} ${same.indexOf(one) + 1}` : name;
}
