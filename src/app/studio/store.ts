import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HallCheck } from '../../coverage/hall-check';
import { type Fragment, removed } from '../../drawing/edit/change';
import { type ItemRef, itemOf } from '../../drawing/edit/items';
import type { FloorPlan } from '../../scenarios/floorplan';
import { HALLS } from '../../scenarios/halls';
import type { SaveGltf } from '../../scene/edit/Gltf';
import { Superseded } from '../../workers/lane';
import type { StudioWorker } from '../../workers/studio-api';
import type { PlanProblem, Session } from '../state/session';
import type { TwinStore } from '../state/store';
import type { PlanArchive, PlanVersion } from './archive';
import { begun, edited, type PlanHistory, redone, undone } from './history';

export const STUDIO_TABS = ['object', 'rules', 'crowd', 'layout', 'file'] as const;
export type StudioTab = (typeof STUDIO_TABS)[number];

export const STUDIO_TOOLS = ['select', 'outline', 'measure'] as const;
export type StudioTool = (typeof STUDIO_TOOLS)[number];

/** How much of the page plan and room take. */
export const STUDIO_VIEWS = ['plan', 'both', 'room'] as const;
export type StudioView = (typeof STUDIO_VIEWS)[number];

export interface StudioState {
  readonly tab: StudioTab;
  readonly tool: StudioTool;
  readonly view: StudioView;
  /** Grid that things are drawn to, metres; 0 for none. */
  readonly gridM: number;
  /** Null while no hall with a plan is open. */
  readonly history: PlanHistory | null;
  /** The plan as the hall was opened with. */
  readonly opened: FloorPlan | null;
  readonly selection: readonly ItemRef[];
  readonly clipboard: Fragment | null;
  /** Of the plan at hand or, while that is being worked out, of an earlier one. */
  readonly check: HallCheck | null;
  readonly checkedPlan: FloorPlan | null;
  /** Why the plan at hand can't be simulated; empty if it can. */
  readonly problems: readonly PlanProblem[];
  /** When what was left in an earlier visit was taken up again, ms since 1970. */
  readonly recoveredAt: number | null;
  readonly keeping: 'kept' | 'keeping' | 'full' | 'refused';
  /** The plan is open in another tab of this browser too. */
  readonly elsewhere: boolean;
  readonly versions: readonly PlanVersion[];
  readonly failure: string | null;
  /** Saves the room as it is shown; null while it is not. */
  readonly saveGltf: SaveGltf | null;
}

/** What a user can do to a plan. */
export interface Studio {
  readonly store: StoreApi<StudioState>;
  /** Changes the plan. Changes of one gesture are one step to undo. */
  edit(plan: FloorPlan, gesture?: string): void;
  undo(): void;
  redo(): void;
  select(refs: readonly ItemRef[]): void;
  removeSelected(): void;
  /** The plan as the hall was opened with; may be undone. */
  restore(): void;
  /** How the room is saved, from whoever shows it; null when it is shown no more. */
  readonly offerGltf: (save: SaveGltf | null) => void;
  /** Puts aside what was left of a plan, as a version: it is not taken up by itself any more. */
  setAside(planId: string): Promise<void>;
  keepVersion(): Promise<void>;
  loadVersions(): Promise<void>;
  /** Keeps a change that no hand has rested from yet: the page may be about to go. */
  keepNow(): void;
}

/** A hand that has not moved for this long rests, ms. */
const REST_MS = 250;

/** The studio over a hall: follows the hall that is open, and gives it what is drawn. */
export function createStudio(parts: {
  readonly twin: TwinStore;
  readonly session: Session;
  readonly worker: StudioWorker;
  readonly archive: PlanArchive;
  /** Holds a name for as long as the page lives; calls back if another tab has it. */
  readonly claim: (name: string, taken: () => void) => void;
}): Studio {
  const { twin, session, worker, archive, claim } = parts;
  const store = createStore<StudioState>(() => ({
    tab: 'object',
    tool: 'select',
    view: 'both',
    gridM: 0.05,
    history: null,
    opened: null,
    selection: [],
    clipboard: null,
    check: null,
    checkedPlan: null,
    problems: [],
    recoveredAt: null,
    keeping: 'kept',
    elsewhere: false,
    versions: [],
    failure: null,
    saveGltf: null,
  }));
  /** Plans that this studio gave to the hall: they are not opened anew when they come back. */
  const given = new WeakSet<FloorPlan>();
  let resting: ReturnType<typeof setTimeout> | undefined;
  /** A change that the hand has not rested from yet: not kept so far. */
  let unkept: FloorPlan | null = null;
  /** The hall's plan that the drawing began with, or that it gave to the hall last. */
  let openFor: FloorPlan | null = null;
  /** The id under which the plan is kept, whatever it is called now. */
  let keptAs = '';

  const planAtHand = () => store.getState().history?.plan ?? null;

  const keep = (plan: FloorPlan) => stored(() => archive.keep(keptAs, plan, Date.now()));

  /** Puts something into the browser's storage, and says how that went. */
  async function stored(put: () => Promise<void>): Promise<void> {
    store.setState({ keeping: 'keeping' });
    try {
      await put();
      store.setState({ keeping: 'kept' });
    } catch (error) {
      const full = error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
      store.setState({ keeping: full ? 'full' : 'refused' });
    }
  }

  async function check(plan: FloorPlan): Promise<void> {
    const { origin } = twin.getState().question ?? {};
    const hall = HALLS.find(({ id }) => origin?.kind === 'shipped' && id === origin.id);
    try {
      const found = await worker.check(
        plan,
        hall ? { marriageRegistration: hall.marriageRegistration } : {},
      );
      if (planAtHand() === plan) store.setState({ check: found, checkedPlan: plan, failure: null });
    } catch (error) {
      if (!(error instanceof Superseded))
        store.setState({ failure: error instanceof Error ? error.message : String(error) });
    }
  }

  /** What follows a change once the hand rests: rules, storage, and the simulation of what is drawn. */
  function settle(plan: FloorPlan): void {
    clearTimeout(resting);
    unkept = plan;
    resting = setTimeout(() => {
      unkept = null;
      void check(plan);
      void keep(plan);
      given.add(plan);
      void session.changePlan(plan).then((problems) => {
        if (planAtHand() === plan) store.setState({ problems });
      });
    }, REST_MS);
  }

  function keepNow(): void {
    if (unkept) void keep(unkept);
    unkept = null;
  }

  function renew(history: PlanHistory): void {
    const before = store.getState();
    if (history === before.history) return;
    store.setState({
      history,
      selection: before.selection.filter((ref) => itemOf(history.plan, ref) !== undefined),
    });
    settle(history.plan);
  }

  async function open(plan: FloorPlan | null): Promise<void> {
    clearTimeout(resting);
    // The last change of the hall before is kept under its own name, though no hand rested.
    keepNow();
    store.setState({
      history: plan && begun(plan),
      opened: plan,
      selection: [],
      check: null,
      checkedPlan: null,
      problems: [],
      recoveredAt: null,
      elsewhere: false,
      versions: [],
    });
    if (!plan) return;
    keptAs = plan.id;
    claim(plan.id, () => {
      if (keptAs === plan.id) store.setState({ elsewhere: true });
    });
    const left = await archive.draft(plan.id).catch(() => null);
    if (planAtHand() !== plan) return;
    if (left && JSON.stringify(left.plan) !== JSON.stringify(plan)) {
      store.setState({ recoveredAt: left.at });
      renew(edited(begun(plan), left.plan));
    } else void check(plan);
  }

  /** Opens the hall's plan when the page is first looked at, and whenever another hall is opened. */
  function follow(turned: boolean): void {
    const { page, question, plan } = twin.getState();
    if (page !== 'studio') return;
    const asked = question?.floorplan ?? null;
    const own = asked === openFor || (asked !== null && given.has(asked));
    openFor = asked;
    if (!own) void open(asked && (plan ?? asked));
    else if (turned) takeCameras();
  }

  /** Cameras that were hung otherwise on their own page come into the drawing as one step. */
  function takeCameras(): void {
    const { history } = store.getState();
    const { plan } = twin.getState();
    if (!history || !plan || JSON.stringify(plan.cameras) === JSON.stringify(history.plan.cameras))
      return;
    renew(edited(history, { ...history.plan, cameras: plan.cameras }));
  }

  twin.subscribe(({ page }, before) => follow(page !== before.page));

  return {
    store,
    edit(plan, gesture) {
      const { history } = store.getState();
      if (history) renew(edited(history, plan, gesture));
    },
    undo() {
      const { history } = store.getState();
      if (history) renew(undone(history));
    },
    redo() {
      const { history } = store.getState();
      if (history) renew(redone(history));
    },
    select: (selection) => store.setState({ selection }),
    removeSelected() {
      const { history, selection } = store.getState();
      if (history && selection.length > 0) renew(edited(history, removed(history.plan, selection)));
    },
    restore() {
      const { history, opened } = store.getState();
      if (history && opened) renew(edited(history, opened));
      store.setState({ recoveredAt: null });
    },
    offerGltf: (saveGltf) => store.setState({ saveGltf }),
    async setAside(planId) {
      try {
        const left = await archive.draft(planId);
        if (!left) return;
        await archive.addVersion(planId, left.plan, 'auto', left.at);
        await archive.forget(planId);
      } catch {
        // Storage that refuses has nothing to be put aside.
      }
    },
    async keepVersion() {
      const plan = planAtHand();
      if (!plan) return;
      await stored(async () => {
        await archive.addVersion(keptAs, plan, 'manual', Date.now());
        store.setState({ versions: await archive.versions(keptAs) });
      });
    },
    async loadVersions() {
      const versions = await archive.versions(keptAs).catch(() => []);
      store.setState({ versions });
    },
    keepNow,
  };
}

/** Names that this tab holds. */
const held = new Set<string>();

/** Holds a name by the browser's locks, which all tabs of a browser share. */
export function claimByLock(name: string, taken: () => void): void {
  if (held.has(name) || !('locks' in navigator)) return;
  void navigator.locks.request(`hall-twin/plan/${name}`, { ifAvailable: true }, (lock) => {
    if (lock) {
      held.add(name);
      return new Promise<void>(() => {});
    }
    taken();
    return undefined;
  });
}
