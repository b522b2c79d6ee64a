import { createStore, type StoreApi } from 'zustand/vanilla';
import { MAX_INPUT_BYTES, tooLarge } from '../../scenarios/read';
import { inLanguage } from '../../scenarios/text';
import { scenariosOf } from '../../scenarios/tours/hall';
import { readTour } from '../../scenarios/tours/read';
import type { Tour } from '../../scenarios/tours/tour';
import { type SceneView, type Selection, sameSelection } from '../../scene/types';
import type { Shot } from '../../scene/view/shot';
import type { Timeline } from '../../sim/hall/timeline';
import { captionOf, type FoundStep, momentsOf, type TourDay } from '../../sim/story/moments';
import type { Duo, PlayedDay } from '../compare/duo';
import type { PlaybackClock } from '../playback/clock';
import type { Left, LoadPlan } from '../state/left';
import { noticeOf } from '../state/notice';
import type { InputFile, Session } from '../state/session';
import type { TwinStore } from '../state/store';
import { shotFor } from './shot-for';
import type { Show } from './store';
import { daysBeside, recorded } from './tour-days';

/** A tour that is being shown. */
export interface TourShow {
  readonly tour: Tour;
  readonly steps: readonly FoundStep[];
  /** Which step is shown, and whether time goes on by itself. */
  readonly at: number;
  readonly running: boolean;
  readonly finished: boolean;
  readonly shot: Shot | null;
  readonly days: readonly TourDay[];
  /** The two recorded days, where two halls are shown. */
  readonly beside: readonly [PlayedDay, PlayedDay] | null;
}

export interface ToursState {
  /** Name of the tour that is being opened. */
  readonly opening: string | null;
  readonly shown: TourShow | null;
}

/** Guided tours: opening one, going through its steps, looking round meanwhile, and leaving. */
export interface Tours {
  readonly store: StoreApi<ToursState>;
  open(tour: Tour, source?: string): Promise<void>;
  openFile(file: InputFile): Promise<void>;
  /** Lets it run, from where it was left; at the end from its beginning. */
  goOn(): void;
  pause(): void;
  toggle(): void;
  /** Goes to a step, first 0. */
  goTo(step: number): void;
  next(): void;
  back(): void;
  /** Ends it; the hall that was open before comes back as it was. */
  leave(): Promise<void>;
  /** The clock that it plays on. */
  clock(): PlaybackClock;
  /** Lets wall time pass, ms since any beginning. Called by frames. */
  tick(nowMs: number): void;
}

export interface TourParts {
  readonly twin: TwinStore;
  readonly clock: PlaybackClock;
  readonly session: Session;
  readonly show: Show;
  readonly duo: Duo;
  readonly loadPlan: LoadPlan;
}

/** Time that a caption stays for its reader, ms: to begin with, and for each letter. */
const READING = { firstMs: 1800, byLetterMs: { zh: 190, en: 52 } } as const;

/** What was open before a tour, to come back to. */
interface Before extends Left {
  readonly timeUs: number;
  readonly speed: number;
  readonly playing: boolean;
  readonly view: SceneView;
}

export function createTours({ twin, clock, session, show, duo, loadPlan }: TourParts): Tours {
  const store = createStore<ToursState>(() => ({ opening: null, shown: null }));
  let before: Before | null = null;
  let openings = 0;
  let lastMs: number | null = null;
  /** How long the caption has been read, ms. */
  let readMs = 0;
  /** Whether the clock should be running now, and who should be picked: else somebody took over. */
  let playing = false;
  let picked: Selection | null = null;
  /** Where time stood when the tour was paused, µs. */
  let pausedUs: number | null = null;
  let timeline: Timeline | null = null;

  const shown = () => store.getState().shown;
  const own = () => (shown()?.beside ? duo.clock : clock);
  const change = (part: Partial<TourShow>) => {
    const now = shown();
    if (now) store.setState({ shown: { ...now, ...part } });
  };

  /** Puts view, speed and who is picked as a step has them. */
  function arrange(at: number): void {
    const now = shown();
    const found = now?.steps[at];
    if (!now || !found) return;
    const { camera, speed } = found.step;
    show.unfollow();
    picked = found.visitor >= 0 ? { kind: 'visitor', visitor: found.visitor } : null;
    const view: SceneView = camera.kind === 'top' ? 'top' : 'orbit';
    const { selection } = twin.getState();
    twin.setState({ view, ...(sameSelection(selection, picked) ? {} : { selection: picked }) });
    show.store.setState({ following: camera.kind === 'follow' && picked !== null });
    own().setSpeed(speed);
    change({ at, shot: shotFor(found, now.days[0]!) });
  }

  function goTo(step: number, run = true): void {
    const now = shown();
    if (!now) return;
    const at = Math.min(Math.max(step, 0), now.steps.length - 1);
    const { timeUs, step: asked } = now.steps[at]!;
    const fromUs = timeUs - asked.leadS * 1e6;
    arrange(at);
    // Whoever is on the way there already is not thrown back.
    const isOnTheWay = own().timeUs() >= fromUs && own().timeUs() <= timeUs && at === now.at + 1;
    if (!isOnTheWay) own().seek(fromUs);
    readMs = 0;
    pausedUs = null;
    change({ running: run, finished: false });
    setPlaying(run);
  }

  function setPlaying(run: boolean): void {
    playing = run;
    if (run && !own().playing()) own().play();
    else if (!run && own().playing()) own().pause();
  }

  function pause(): void {
    if (!shown()?.running) return;
    setPlaying(false);
    pausedUs = own().timeUs();
    lastMs = null;
    change({ running: false });
  }

  function goOn(): void {
    const now = shown();
    if (!now || now.running) return;
    if (now.finished) {
      goTo(0);
      return;
    }
    const timeUs = pausedUs;
    arrange(now.at);
    if (timeUs !== null) own().seek(timeUs);
    pausedUs = null;
    change({ running: true });
    setPlaying(!isOver(now.steps[now.at]!));
  }

  const endUs = ({ timeUs, step }: FoundStep) => Math.min(timeUs + step.stayS * 1e6, own().endUs);
  const isOver = (found: FoundStep) => own().timeUs() >= endUs(found);

  function tick(nowMs: number): void {
    const passedMs = lastMs === null ? 0 : nowMs - lastMs;
    lastMs = nowMs;
    const now = shown();
    const found = now?.steps[now.at];
    if (!now?.running || !found) return;
    if (playing && isOver(found)) {
      setPlaying(false);
      // At a high speed one frame runs past the end.
      own().seek(endUs(found));
    } else if (playing !== own().playing() || !sameSelection(twin.getState().selection, picked)) {
      // Somebody has stopped the clock, let it run or picked somebody: the tour waits for them.
      const isPlaying = own().playing();
      pause();
      if (isPlaying && !playing) own().play();
      return;
    }
    readMs += passedMs;
    const { language } = twin.getState();
    const letters = captionOf(found, language).length;
    if (playing || readMs < READING.firstMs + letters * READING.byLetterMs[language]) return;
    if (now.at + 1 < now.steps.length) goTo(now.at + 1);
    else change({ running: false, finished: true });
  }

  async function open(tour: Tour, source = tour.id): Promise<void> {
    const opening = ++openings;
    const { language } = twin.getState();
    store.setState({ opening: inLanguage(tour.name, language) });
    twin.setState({ notice: null });
    try {
      const scenarios = scenariosOf(tour, source);
      // Going from tour to tour one comes back to what was open before the first.
      before ??= leftNow(twin, clock);
      if (shown()) store.setState({ shown: null });
      clock.pause();
      const origin = { kind: 'demonstration' as const, id: tour.id };
      const asked = recorded(twin, () => session.openScenario(scenarios[0], origin, tour.seed));
      const beside = scenarios[1] ? await daysBeside(tour, scenarios, duo, loadPlan) : null;
      const question = await asked;
      if (opening !== openings || !question) return;
      timeline = twin.getState().day.timeline;
      const days: readonly TourDay[] = beside
        ? beside.map(({ subject: { scenario, floorplan: plan }, timeline }) => ({
            scenario,
            plan,
            timeline,
          }))
        : [{ scenario: question.scenario, plan: question.floorplan, timeline: timeline! }];
      const steps = momentsOf(tour, days as [TourDay], source);
      clock.pause();
      const start = { tour, steps, at: 0, running: false, finished: false, shot: null };
      store.setState({ opening: null, shown: { ...start, days, beside } });
      goTo(0);
    } catch (error) {
      if (opening !== openings) return;
      store.setState({ opening: null, shown: null });
      await comeBack();
      twin.setState({ notice: noticeOf(error) });
    }
  }

  /** Opens again what was open before the first tour. */
  async function comeBack(): Promise<void> {
    const back = before;
    before = null;
    duo.close();
    if (!back) return;
    if (twin.getState().plain !== back.scenario) await recorded(twin, () => session.reopen(back));
    clock.setSpeed(back.speed);
    clock.seek(back.timeUs);
    if (back.playing) clock.play();
    else clock.pause();
    twin.setState({ view: back.view });
  }

  function drop(): void {
    store.setState({ shown: null });
    show.unfollow();
    duo.close();
    before = null;
  }

  // Whoever opens another hall, or changes the assumptions, has left the tour.
  twin.subscribe(({ question, day }) => {
    const now = shown();
    if (!now) return;
    const { origin } = question ?? {};
    const isOwn = origin?.kind === 'demonstration' && origin.id === now.tour.id;
    if (!isOwn || (day.timeline !== null && day.timeline !== timeline)) drop();
  });

  return {
    store,
    open,
    async openFile(file) {
      try {
        if (file.size > MAX_INPUT_BYTES) throw tooLarge(file.name);
        await open(readTour(await file.text(), file.name), file.name);
      } catch (error) {
        twin.setState({ notice: noticeOf(error) });
      }
    },
    goOn,
    pause,
    toggle: () => (shown()?.running ? pause() : goOn()),
    goTo,
    next: () => goTo((shown()?.at ?? 0) + 1, shown()?.running || shown()?.finished === false),
    back: () => goTo((shown()?.at ?? 0) - 1, true),
    async leave() {
      openings++;
      store.setState({ opening: null, shown: null });
      show.unfollow();
      twin.setState({ selection: null });
      await comeBack();
    },
    clock: own,
    tick,
  };
}

/** What is open now, to be opened again later; null for nothing. */
function leftNow(twin: TwinStore, clock: PlaybackClock): Before | null {
  const { question, plain, plan, settings, view } = twin.getState();
  if (!question || !plain || !settings) return null;
  return {
    origin: question.origin,
    scenario: plain,
    plan,
    settings,
    timeUs: clock.timeUs(),
    speed: clock.speed,
    playing: clock.playing(),
    view,
  };
}
