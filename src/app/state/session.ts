import { fitted } from '../../drawing/fit-scenario';
import { checkFloorPlan } from '../../geometry/check';
import type { FloorPlan } from '../../scenarios/floorplan';
import { HALLS, hallScenario } from '../../scenarios/halls';
import { demonstration } from '../../scenarios/mechanisms';
import type { Problem } from '../../scenarios/problem';
import { UNSTATED } from '../../scenarios/provenance';
import { MAX_INPUT_BYTES, readScenario, tooLarge } from '../../scenarios/read';
import type { Scenario } from '../../scenarios/scenario';
import { validateScenario } from '../../scenarios/validate';
import { validateAgainstPlan } from '../../scenarios/validate-plan';
import { createTimeline } from '../../sim/hall/timeline';
import type { SimulationWorker } from '../../workers/api';
import { Superseded } from '../../workers/lane';
import type { PlaybackClock } from '../playback/clock';
import { dayRange, openingUs } from '../playback/day';
import { type Left, type LoadPlan, planOf, readied, refuseIfAny } from './left';
import { noticeOf } from './notice';
import { applySettings, type Settings, settingsOf } from './settings';
import {
  NO_DAY,
  NO_FIGURES,
  NO_OFFICE,
  type Notice,
  type Origin,
  PLAYED_REPLICATION,
  type Question,
  type TwinStore,
} from './store';

export interface SessionParts {
  readonly store: TwinStore;
  readonly clock: PlaybackClock;
  readonly worker: SimulationWorker;
  readonly loadPlan: LoadPlan;
  /** Whether the first day plays without being told to. */
  readonly playsByItself: () => boolean;
}

/** A file as browsers hand it over. */
export interface InputFile {
  readonly name: string;
  readonly size: number;
  text(): Promise<string>;
}

/** What the user can do, without the page: every promise settles when the doing is done. */
export interface Session {
  /** Opens one of the 13 halls; the hall at hand stays if that fails. */
  openHall(id: string): Promise<void>;
  /** Opens the hall that shows a mechanism, one of `DEMONSTRATIONS`. */
  openDemonstration(id: string): Promise<void>;
  /** Puts the scenario at hand into another shipped floor plan; assumptions stay. */
  openPlan(id: string): Promise<void>;
  /**
   * Puts the scenario at hand into a drawn floor plan; assumptions, the hour and what is picked stay,
   * and old results until there are new ones.
   *
   * @returns why it can't be simulated, paths being the scenario's or the plan's; empty if it can
   */
  changePlan(plan: FloorPlan): Promise<readonly PlanProblem[]>;
  /**
   * Changes which business a window serves; plans that are drawn later keep it.
   *
   * @returns why it can't be, by paths of the scenario; empty if it was done
   */
  changeServes(window: string, serves: readonly string[]): Promise<readonly Problem[]>;
  /** Opens a scenario file; the hall at hand stays, and plays on, if the file is not good. */
  openFile(file: InputFile): Promise<void>;
  /** Opens a scenario that is at hand, as what it is; the hall that is open stays if it is not good. */
  openScenario(scenario: Scenario, origin: Origin, seed?: number): Promise<void>;
  /** Opens again what was open before. */
  reopen(left: Left): Promise<void>;
  /** Changes assumptions: records and simulates anew, old results stay until then. */
  changeSettings(change: Partial<Settings>): Promise<void>;
  /** Stops the replications under way; what was measured before stays. */
  stopFigures(): void;
  /** Asks again what failed or was stopped. */
  retry(): Promise<void>;
}

/** Why a scenario can't be simulated in a plan. */
export interface PlanProblem extends Problem {
  readonly of: 'plan' | 'scenario';
}

/** The user's doings over a store, a clock and a simulation thread. */
export function createSession(parts: SessionParts): Session {
  const { store, clock, worker, loadPlan, playsByItself } = parts;
  /** Where the day begins that is being opened. */
  let start: Left['start'];
  /** Counts openings, so that the last one wins whatever comes in when. */
  let openings = 0;

  function ask(opened: Left, settings: Settings): Question {
    return {
      origin: opened.origin,
      scenario: applySettings(opened.scenario, settings),
      floorplan: opened.plan,
      seed: settings.seed,
      replications: settings.replications,
    };
  }

  function fail(error: unknown): Notice | null {
    if (error instanceof Superseded) return null;
    return noticeOf(error);
  }

  async function record(question: Question): Promise<void> {
    if (question.floorplan === null) {
      clock.pause();
      clock.setRange(0, 0);
      store.setState({ day: { status: 'ready', timeline: null, answers: question } });
      return;
    }
    store.setState((s) => ({ day: { ...s.day, status: 'working' } }));
    try {
      const timeline = createTimeline(await worker.record(question, PLAYED_REPLICATION));
      if (store.getState().question !== question) return;
      const first = store.getState().day.timeline === null;
      const range = dayRange(question.scenario, timeline);
      clock.setRange(range.startUs, range.endUs);
      store.setState((s) => ({
        day: { status: 'ready', timeline, answers: question },
        // Another day has other visitors: nobody is picked any more.
        selection: s.selection?.kind === 'visitor' ? null : s.selection,
      }));
      if (first) {
        clock.seek(start?.timeUs ?? openingUs(question.scenario, timeline));
        if ((start?.playing ?? true) && playsByItself()) clock.play();
      }
    } catch (error) {
      if (store.getState().question !== question) return;
      const notice = fail(error);
      if (notice) store.setState((s) => ({ notice, day: { ...s.day, status: 'failed' } }));
    }
  }

  async function measure(question: Question): Promise<void> {
    const current = () => store.getState().question === question;
    store.setState((s) => ({
      figures: { ...s.figures, status: 'working', done: 0, of: question.replications },
    }));
    try {
      const report = await worker.simulate(question, (done, of) => {
        if (current()) store.setState((s) => ({ figures: { ...s.figures, done, of } }));
      });
      if (!current()) return;
      store.setState((s) => ({
        figures: { ...s.figures, status: 'ready', done: s.figures.of, report, answers: question },
      }));
    } catch (error) {
      if (!current()) return;
      const notice = fail(error);
      const status = notice ? 'failed' : 'stopped';
      store.setState((s) => ({
        notice: notice ?? s.notice,
        figures: { ...s.figures, status },
      }));
    }
  }

  async function keepBooks(question: Question): Promise<void> {
    const current = () => store.getState().question === question;
    store.setState((s) => ({ office: { ...s.office, status: 'working' } }));
    try {
      const office = await worker.supervise(question, PLAYED_REPLICATION);
      if (current())
        store.setState({ office: { status: 'ready', record: office, answers: question } });
    } catch (error) {
      if (!current()) return;
      const notice = fail(error);
      if (notice) store.setState((s) => ({ notice, office: { ...s.office, status: 'failed' } }));
    }
  }

  /** The day to be played first, for that is what is looked at; then the office's books of it. */
  const answer = async (question: Question): Promise<void> => {
    await Promise.all([record(question).then(() => keepBooks(question)), measure(question)]);
  };

  async function show(opened: Left): Promise<void> {
    const settings = opened.settings ?? settingsOf(opened.scenario);
    start = opened.start;
    const question = ask(opened, settings);
    clock.pause();
    store.setState({
      question,
      opened: opened.scenario,
      plain: opened.scenario,
      plan: opened.plan,
      settings,
      opening: null,
      notice: null,
      selection: null,
      day: NO_DAY,
      figures: NO_FIGURES,
      office: NO_OFFICE,
    });
    await answer(question);
  }

  /** Takes in what `read` gives unless a later opening has begun; else says what is wrong. */
  async function open(name: string, read: () => Promise<Left>): Promise<void> {
    const opening = ++openings;
    store.setState({ opening: name });
    try {
      const opened = await read();
      if (opening === openings) await show(opened);
    } catch (error) {
      if (opening === openings) store.setState({ opening: null, notice: fail(error) });
    }
  }

  return {
    openHall: (id) =>
      open(id, async () => {
        if (!HALLS.some((hall) => hall.id === id)) throw new RangeError(`no hall "${id}"`);
        const scenario = hallScenario(id);
        return {
          origin: { kind: 'shipped', id },
          scenario,
          plan: await planOf(scenario, loadPlan),
        };
      }),
    openDemonstration: (id) =>
      open(id, async () => {
        const scenario = demonstration(id);
        return {
          origin: { kind: 'demonstration', id },
          scenario,
          plan: await planOf(scenario, loadPlan),
        };
      }),
    openPlan: (id) =>
      open(id, async () => {
        const { opened, question, settings } = store.getState();
        if (!opened || !question || !settings) throw new RangeError('no hall is open');
        const scenario = { ...opened, floorplan: id };
        const plan = await loadPlan(id);
        refuseIfAny(id, validateAgainstPlan(scenario, plan));
        return { origin: question.origin, scenario, plan, settings };
      }),
    openFile: (file) =>
      open(file.name, async () => {
        if (file.size > MAX_INPUT_BYTES) throw tooLarge(file.name);
        const scenario = readScenario(await file.text(), file.name);
        return readied(scenario, { kind: 'file', name: file.name }, file.name, loadPlan);
      }),
    openScenario: (scenario, origin, seed) =>
      open(origin.kind === 'file' ? origin.name : origin.id, async () => {
        const settings = settingsOf(scenario);
        return {
          ...(await readied(scenario, origin, scenario.id, loadPlan)),
          settings: { ...settings, seed: seed ?? settings.seed },
        };
      }),
    reopen: (left) => open(left.scenario.id, async () => left),
    async changePlan(plan) {
      const { opened, question, settings } = store.getState();
      if (!opened || !question || !settings) return [];
      const scenario = { ...fitted(opened, plan), floorplan: plan };
      const problems = [
        // A hall that is too small can still be tried; the rules say that it is.
        ...checkFloorPlan(plan, false).map((one) => ({ ...one, of: 'plan' as const })),
        ...validateAgainstPlan(scenario, plan).map((one) => ({ ...one, of: 'scenario' as const })),
      ];
      if (problems.length > 0) return problems;
      const asked = ask({ origin: question.origin, scenario, plan }, settings);
      store.setState({ plain: scenario, plan, question: asked, notice: null });
      await answer(asked);
      return [];
    },
    async changeServes(window, serves) {
      const { opened, plain, plan, question, settings } = store.getState();
      if (!opened || !plain || !question || !settings) return [];
      const changed = (scenario: Scenario): Scenario => ({
        ...scenario,
        windows: scenario.windows.map((one) =>
          one.id === window ? { ...one, serves: [...serves], provenance: UNSTATED } : one,
        ),
      });
      const scenario = changed(plain);
      const problems = validateScenario(scenario);
      if (problems.length > 0) return problems;
      const asked = ask({ origin: question.origin, scenario, plan }, settings);
      store.setState({ opened: changed(opened), plain: scenario, question: asked, notice: null });
      await answer(asked);
      return [];
    },
    async changeSettings(change) {
      const { settings, plain, plan, question } = store.getState();
      if (!settings || !plain || !question) return;
      const next = { ...settings, ...change };
      if (JSON.stringify(next) === JSON.stringify(settings)) return;
      const asked = ask({ origin: question.origin, scenario: plain, plan }, next);
      store.setState({ settings: next, question: asked, notice: null });
      await answer(asked);
    },
    stopFigures: () => worker.cancelSimulate(),
    async retry() {
      const { question, day, figures, office } = store.getState();
      if (!question) return;
      store.setState({ notice: null });
      await Promise.all([
        day.status === 'failed' ? record(question) : null,
        figures.status === 'failed' || figures.status === 'stopped' ? measure(question) : null,
        office.status === 'failed' ? keepBooks(question) : null,
      ]);
    },
  };
}
