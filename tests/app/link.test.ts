import { describe, expect, test } from 'vitest';
import { carriesPlace, LONG_LINK, linkOf, placeIn } from '../../src/app/state/link';
import { hallOf, leftOf, PLAIN_VIEW, type Place } from '../../src/app/state/place';
import { hallScenario } from '../../src/scenarios/halls';
import { InputError } from '../../src/scenarios/problem';
import { shippedPlan } from '../plans';
import { loadPlanFile } from './in-thread';

const quxi = hallScenario('quxi');
const origin = { kind: 'shipped', id: 'quxi' } as const;
const plan = shippedPlan('hall-200');

async function placeOf(drawn = plan): Promise<Place> {
  return {
    hall: await hallOf(origin, quxi, drawn, loadPlanFile),
    settings: { visitsPerDay: 400, targetWaitS: 900, replications: 20, seed: 5 },
    timeUs: 36_000e6,
    view: {
      ...PLAIN_VIEW,
      pose: { position: [1, 7.125, 3], target: [4, 0, -6] },
      heat: 'crowding',
      selection: { kind: 'visitor', visitor: 12 },
    },
    page: 'hall',
  };
}

describe('a link', () => {
  test('names a shipped hall and carries where one stands in it, in few letters', async () => {
    const place = await placeOf();
    const link = await linkOf(place);
    expect(carriesPlace(link)).toBe(true);
    expect(link).toMatch(/^#\/open\/2\/[A-Za-z0-9_-]+$/);
    expect(link.length).toBeLessThan(600);
    expect(await placeIn(link)).toEqual(place);
    const { left, isOther } = await leftOf(place, 'link', loadPlanFile);
    expect(left).toEqual({
      origin,
      scenario: quxi,
      plan,
      settings: place.settings,
      start: { timeUs: 36_000e6, playing: false },
    });
    expect(isOther).toBe(false);
  });

  test('carries a hall whole once anything in it was drawn otherwise', async () => {
    const drawn = { ...plan, ceilingHeightM: plan.ceilingHeightM + 0.5 };
    const link = await linkOf(await placeOf(drawn));
    expect(link.length).toBeGreaterThan(LONG_LINK / 4);
    const { left } = await leftOf(await placeIn(link), 'link', loadPlanFile);
    expect(left.plan).toEqual(drawn);
    expect(left.scenario).toEqual({ ...quxi, floorplan: drawn });
  });

  test('tells a hall that is shipped otherwise by now', async () => {
    const place = await placeOf();
    const older = { ...place, hall: { ...place.hall, mark: '00000000' } } as Place;
    expect((await leftOf(older, 'link', loadPlanFile)).isOther).toBe(true);
  });

  test.each([
    ['cut off', (link: string) => link.slice(0, -40)],
    ['changed', (link: string) => `${link.slice(0, 60)}AAAA${link.slice(64)}`],
    ['no letters of a link', () => '#/open/2/%%%'],
    ['of a later version', (link: string) => link.replace('/2/', '/9/')],
  ])('%s is refused in words', async (_, harm) => {
    const refused = await placeIn(harm(await linkOf(await placeOf()))).catch((error) => error);
    expect(refused).toBeInstanceOf(InputError);
    expect((refused as InputError).problems[0]!.remedy.zh.length).toBeGreaterThan(3);
  });

  test.each([
    ['a page that is none', { page: 'nowhere' }, 'page'],
    ['a seed that is none', { settings: { seed: -1 } }, 'settings.seed'],
    ['a time before the day', { timeUs: -1 }, 'timeUs'],
    ['a field that nobody knows', { more: 1 }, 'more'],
  ])('with %s is refused by its path', async (_, change, path) => {
    const place = await placeOf();
    const settings = { ...place.settings, ...('settings' in change ? change.settings : {}) };
    const odd = { ...place, ...change, settings } as unknown as Place;
    const refused = await placeIn(await linkOf(odd)).catch((error) => error);
    expect(refused).toBeInstanceOf(InputError);
    expect((refused as InputError).problems.map((problem) => problem.path)).toEqual([path]);
  });

  test('with a scenario that is none, or a hall that is not shipped, is refused', async () => {
    const place = await placeOf();
    const odd: Place = {
      ...place,
      hall: { as: 'whole', origin, scenario: { ...quxi, windows: [] } },
    };
    await expect(leftOf(odd, 'link', loadPlanFile)).rejects.toThrow(InputError);
    const other = { ...place, hall: { ...place.hall, id: 'elsewhere' } } as Place;
    await expect(leftOf(other, 'link', loadPlanFile)).rejects.toThrow(InputError);
  });

  test('a bomb is stopped while it unpacks', async () => {
    const hall = { as: 'whole' as const, origin, scenario: '0'.repeat(40 * 1024 * 1024) };
    const bomb = await linkOf({ ...(await placeOf()), hall });
    expect(bomb.length).toBeLessThan(100_000);
    await expect(placeIn(bomb)).rejects.toThrow(InputError);
  });

  test('an ordinary address carries nothing', () => {
    for (const hash of ['', '#/', '#/studio', '#/open/']) expect(carriesPlace(hash)).toBe(false);
  });
});
