import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { PlaybackClock } from '../../src/app/playback/clock';
import { createShow } from '../../src/app/show/store';
import { createTours } from '../../src/app/show/tours';
import { type ArrivalParts, arrive } from '../../src/app/state/arrival';
import { keepPlaces, placeNow } from '../../src/app/state/here';
import { createKeptPlaces, type PlaceArchive } from '../../src/app/state/kept-places';
import { linkOf, placeIn } from '../../src/app/state/link';
import { createSession } from '../../src/app/state/session';
import { createTwinStore } from '../../src/app/state/store';
import { memoryStorage } from './cameras/memory-storage';
import { inThread, loadPlanFile } from './in-thread';

/** A database in memory that forgets nothing. */
function memoryArchive(): PlaceArchive {
  const kept = new Map<string, Parameters<PlaceArchive['put']>[0]>();
  return {
    of: async (tab) => kept.get(tab),
    newest: async () => [...kept.values()].sort((a, b) => b.at - a.at)[0],
    put: async (one) => void kept.set(one.tab, structuredClone(one)),
  };
}

/** A browser with its storage: pages come and go in it. */
function browser(archive = memoryArchive()) {
  let tabs = 0;
  let now = 0;
  return {
    archive,
    tab() {
      const session = memoryStorage();
      return {
        session,
        page(hash = '') {
          const store = createTwinStore('en');
          const clock = new PlaybackClock();
          const twinSession = createSession({
            store,
            clock,
            loadPlan: loadPlanFile,
            playsByItself: () => true,
            worker: {
              ...inThread,
              simulate: (request, heard) =>
                inThread.simulate({ ...request, replications: 2 }, heard),
            },
          });
          const show = createShow({ twin: store, clock });
          const tours = createTours({
            twin: store,
            clock,
            session: twinSession,
            show,
            duo: { close() {} } as never,
            loadPlan: loadPlanFile,
          });
          const places = createKeptPlaces({
            archive,
            session: () => session,
            newTab: () => `tab-${++tabs}`,
            now: () => ++now,
          });
          const { keepTime } = keepPlaces({ store, clock, tours }, places, loadPlanFile);
          const address = { at: hash };
          const aside: string[] = [];
          const parts: ArrivalParts = {
            store,
            session: twinSession,
            show,
            places,
            loadPlan: loadPlanFile,
            setAside: async (id) => void aside.push(id),
            address: {
              hash: () => address.at,
              replace: (next) => void Object.assign(address, { at: next }),
            },
          };
          return {
            store,
            clock,
            session: twinSession,
            show,
            places,
            keepTime,
            address,
            aside,
            parts,
          };
        },
      };
    },
  };
}

/** As version 1 made them. */
const LINK_1 = readFileSync(new URL('../formats/link-1-hall.txt', import.meta.url), 'utf8').trim();

describe('a link that is opened', () => {
  it('shows the same question at the same time, still, seen from the same place', async () => {
    const sender = browser().tab().page();
    await arrive(sender.parts);
    await sender.session.openHall('putian');
    await sender.session.openPlan('hall-150-u');
    await sender.session.changeSettings({ visitsPerDay: 250, seed: 11, replications: 12 });
    sender.clock.seek(10.5 * 3600e6);
    const pose = { position: [1, 8, 2], target: [5, 0, -5] } as const;
    sender.show.offerPose(() => pose);
    sender.show.layHeat('waiting');
    sender.store.setState({ selection: { kind: 'visitor', visitor: 40 } });
    const link = await linkOf((await placeNow(sender, loadPlanFile))!);

    const receiver = browser().tab().page(link);
    await arrive(receiver.parts);
    expect(receiver.store.getState().question).toEqual(sender.store.getState().question);
    expect(receiver.clock.timeUs()).toBe(10.5 * 3600e6);
    expect(receiver.clock.playing()).toBe(false);
    expect(receiver.store.getState().selection).toEqual({ kind: 'visitor', visitor: 40 });
    expect(receiver.show.store.getState()).toMatchObject({
      heat: 'waiting',
      following: false,
      sent: { view: 'orbit', framing: pose },
    });
    expect(receiver.address.at).toBe('#/');
    expect(receiver.store.getState().day.timeline!.record).toEqual(
      sender.store.getState().day.timeline!.record,
    );
    expect(receiver.store.getState().notice).toBeNull();
    // The hall is as shipped: nothing that was drawn here is put aside.
    expect(receiver.aside).toEqual([]);
  });

  it('shows the same place from above', async () => {
    const sender = browser().tab().page();
    await arrive(sender.parts);
    sender.store.setState({ view: 'top' });
    const pose = { position: [6, 20, -4], target: [6, 0, -4.003] } as const;
    sender.show.offerPose(() => pose);
    const receiver = browser()
      .tab()
      .page(await linkOf((await placeNow(sender, loadPlanFile))!));
    await arrive(receiver.parts);
    expect(receiver.store.getState().view).toBe('top');
    expect(receiver.show.store.getState().sent).toMatchObject({ view: 'top', framing: pose });
  });

  it('follows whom its sender followed, from above if that is how it was seen', async () => {
    const sender = browser().tab().page();
    await arrive(sender.parts);
    sender.store.setState({ selection: { kind: 'visitor', visitor: 7 }, view: 'top' });
    sender.show.follow();
    const receiver = browser()
      .tab()
      .page(await linkOf((await placeNow(sender, loadPlanFile))!));
    await arrive(receiver.parts);
    expect(receiver.show.store.getState()).toMatchObject({ following: true, sent: null });
    expect(receiver.store.getState().view).toBe('top');
  });

  it('of version 1 opens its hall in the studio, with its own drawing', async () => {
    const { parts, store, address, aside, clock } = browser().tab().page(LINK_1);
    await arrive(parts);
    expect(store.getState().question).toMatchObject({
      origin: { kind: 'file' },
      floorplan: { id: 'room' },
      seed: 1,
    });
    expect(store.getState().page).toBe('studio');
    expect(address.at).toBe('#/studio');
    expect(aside).toEqual(['room']);
    expect(clock.playing()).toBe(true);
  });

  it.each([
    ['cut off', (link: string) => link.slice(0, -9)],
    ['too new', (link: string) => link.replace('/1/', '/3/')],
  ])('says so if it is %s, and the first hall opens', async (_, harm) => {
    const { parts, store, address } = browser().tab().page(harm(LINK_1));
    await arrive(parts);
    expect(store.getState().question?.origin).toEqual({ kind: 'shipped', id: 'quxi' });
    expect(store.getState().notice).toMatchObject({ kind: 'input', source: '链接 link' });
    expect(address.at).toBe('#/');
  });

  it('leaves the hall at hand alone if it is broken', async () => {
    const { parts, store, session, address } = browser().tab().page();
    await session.openHall('baita');
    address.at = '#/open/2/none';
    await arrive(parts);
    expect(store.getState().question?.origin).toEqual({ kind: 'shipped', id: 'baita' });
    expect(store.getState().notice?.kind).toBe('input');
  });

  it('tells that the hall it names is shipped otherwise by now', async () => {
    const sender = browser().tab().page();
    await arrive(sender.parts);
    const place = (await placeNow(sender, loadPlanFile))!;
    const older = { ...place, hall: { ...place.hall, mark: '0123abcd' } };
    const link = await linkOf(older as typeof place);
    expect(await placeIn(link)).toEqual(older);
    const receiver = browser().tab().page(link);
    await arrive(receiver.parts);
    expect(receiver.store.getState().notice).toEqual({ kind: 'otherHall' });
  });
});

/** Waits until something is kept as newest that holds a text. */
const kept = (archive: PlaceArchive, text: string) =>
  vi.waitFor(async () => expect(JSON.stringify(await archive.newest())).toContain(text), 5000);

describe('a page that is opened again', () => {
  it('comes back to hall, assumptions and time of its own tab; another tab to the newest hall', async () => {
    const at = browser();
    const [one, two] = [at.tab(), at.tab()];
    const first = one.page();
    await arrive(first.parts);
    await first.session.openHall('yuhu');
    await first.session.changeSettings({ seed: 3 });
    first.clock.seek(14 * 3600e6);
    first.clock.pause();
    first.keepTime();
    await kept(at.archive, '"seed":3');
    const second = two.page();
    await arrive(second.parts);
    expect(second.store.getState().question?.origin).toEqual({ kind: 'shipped', id: 'yuhu' });
    // A new visit is not a reload: the day begins with its doors.
    expect(second.clock.timeUs()).toBeLessThan(9 * 3600e6);
    await second.session.openHall('linpan');
    await kept(at.archive, 'linpan');
    const again = one.page();
    await arrive(again.parts);
    expect(again.store.getState().question).toEqual(first.store.getState().question);
    expect(again.clock.timeUs()).toBe(14 * 3600e6);
    expect(again.clock.playing()).toBe(false);
  });

  it('comes back to a file of the user’s own', async () => {
    const { archive, ...at } = browser();
    const tab = at.tab();
    const first = tab.page();
    await arrive(first.parts);
    const { scenario, floorplan } = first.store.getState().question!;
    const own = { ...scenario, id: 'ours', floorplan };
    const text = JSON.stringify(own);
    await first.session.openFile({ name: 'ours.json', size: text.length, text: async () => text });
    await kept(archive, 'ours.json');
    const again = tab.page();
    await arrive(again.parts);
    expect(again.store.getState().question).toEqual(first.store.getState().question);
    expect(again.store.getState().question?.origin).toEqual({ kind: 'file', name: 'ours.json' });
  });

  it.each([
    ['nonsense', { of: async () => ({ tab: 'a', at: 1, place: 'nonsense' }) }],
    [
      'a hall that is not shipped any more',
      {
        newest: async () => ({
          tab: 'a',
          at: 1,
          place: {
            hall: { as: 'named', kind: 'shipped', id: 'gone', plan: null, mark: '00000000' },
            settings: null,
            view: { kind: 'orbit', pose: null, heat: null, selection: null, following: false },
            page: 'hall',
          },
        }),
      },
    ],
    [
      'nothing, for storage refuses',
      {
        of: () => Promise.reject(new Error('refused')),
        newest: () => Promise.reject(new Error('refused')),
        put: () => Promise.reject(new Error('refused')),
      },
    ],
  ])('opens the first hall where %s was kept', async (_, over: Partial<PlaceArchive>) => {
    const { parts, store } = browser({ ...memoryArchive(), ...over })
      .tab()
      .page();
    await arrive(parts);
    expect(store.getState().question?.origin).toEqual({ kind: 'shipped', id: 'quxi' });
    expect(store.getState().notice).toBeNull();
  });

  it('gives up a hall that never came as far as its day', async () => {
    const { archive, ...at } = browser();
    const tab = at.tab();
    const first = tab.page();
    await arrive(first.parts);
    await first.session.openHall('baita');
    await kept(archive, 'baita');
    for (let i = 0; i < 3; i++) expect(await tab.page().places.last()).not.toBeNull();
    expect(await tab.page().places.last()).toBeNull();
  });
});
