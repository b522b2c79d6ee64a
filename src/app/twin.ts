import { createBrowserWorker, createStudyWorker } from '../workers/browser';
import { createCalibrationWorker } from '../workers/browser-calibration';
import { createCoverageWorker } from '../workers/browser-coverage';
import { createOutlookWorker } from '../workers/browser-outlook';
import { createReportWorker } from '../workers/browser-report';
import { createStudioWorker } from '../workers/browser-studio';
import { createSweepWorker } from '../workers/browser-sweeps';
import type { StudioWorker } from '../workers/studio-api';
import { type CalibrationDesk, createCalibration } from './calibration/store';
import { createDayWatch, type DayWatch } from './cameras/day-watch';
import { createDrafts } from './cameras/drafts';
import { createLibrary, type Library } from './cameras/library/store';
import { createPlacementSearch, type PlacementSearch } from './cameras/placement';
import { type Cameras, createCameras } from './cameras/store';
import { createDuo } from './compare/duo';
import { type Compare, createCompare } from './compare/store';
import { createForecastForm, type ForecastFormStore } from './forecast/form';
import { createTranslation, firstLanguage, keepLanguage } from './i18n';
import { createOutlook, type Outlook } from './live/outlook';
import { createLive, type Live } from './live/store';
import { prefersLessMotion } from './motion';
import { createPlanningForm, type PlanningFormStore } from './planning/form';
import { loadShippedPlan } from './plans';
import { driveByFrames, PlaybackClock } from './playback/clock';
import { createReportDesk, type ReportDesk } from './report/desk';
import { type Capture, createCapture } from './show/capture';
import { createShow, type Show } from './show/store';
import { driveToursByFrames } from './show/tour-frames';
import { createTours, type Tours } from './show/tours';
import { createVoice, type Voice } from './show/voice';
import { keepPlaces } from './state/here';
import { browserPlaces, createKeptPlaces, type KeptPlaces } from './state/kept-places';
import { keepLayout } from './state/layout';
import { hashOf, pageOf } from './state/page';
import { createSession, type Session } from './state/session';
import { createTwinStore, type TwinStore } from './state/store';
import { createStudies, type Studies } from './state/studies';
import { createSweepRunner, type SweepRunner } from './state/sweeps';
import { PlanArchive } from './studio/archive';
import { type Crowds, createCrowds } from './studio/crowds';
import { claimByLock, createStudio, type Studio } from './studio/store';
import { createLayoutSearch, type LayoutSearch } from './studio/suggestions';
import { createUnderlay, type UnderlayDesk } from './studio/underlay';

/** Everything behind the page. */
export interface Twin {
  readonly store: TwinStore;
  readonly clock: PlaybackClock;
  readonly session: Session;
  readonly studies: Studies;
  readonly sweeps: SweepRunner;
  readonly planningForm: PlanningFormStore;
  readonly forecastForm: ForecastFormStore;
  readonly compare: Compare;
  readonly cameras: Cameras;
  readonly placement: PlacementSearch;
  readonly dayWatch: DayWatch;
  readonly library: Library;
  readonly studio: Studio;
  readonly layoutSearch: LayoutSearch;
  readonly crowds: Crowds;
  readonly underlay: UnderlayDesk;
  readonly live: Live;
  readonly calibration: CalibrationDesk;
  readonly outlook: Outlook;
  readonly studioWorker: StudioWorker;
  readonly reportDesk: ReportDesk;
  readonly show: Show;
  readonly tours: Tours;
  readonly capture: Capture;
  readonly voice: Voice;
  /** Shows an instant in the hall, µs, and stands still there. */
  readonly jumpTo: (timeUs: number) => void;
  /** What was open at the last visit. */
  readonly places: KeptPlaces;
  readonly translation: ReturnType<typeof createTranslation>;
}

declare global {
  interface Window {
    /**
     * The page's scripting handle: the state and the playback clock, for macros and recordings.
     * `hallTwin.clock.seek(10 * 3600e6)` shows ten o'clock.
     */
    hallTwin?: Pick<Twin, 'store' | 'clock' | 'cameras' | 'studio' | 'show' | 'live' | 'tours'>;
  }
}

/** Builds the page's parts and joins them to the browser: frames, language, storage. */
export function createTwin(): Twin {
  const storage = () => window.localStorage;
  const store = createTwinStore(firstLanguage(storage, navigator.language));
  const clock = new PlaybackClock();
  const session = createSession({
    store,
    clock,
    worker: createBrowserWorker(),
    loadPlan: loadShippedPlan,
    playsByItself: () => !prefersLessMotion(),
  });
  const studies = createStudies({ worker: createStudyWorker(), loadPlan: loadShippedPlan });
  const sweeps = createSweepRunner(createSweepWorker());
  const compare = createCompare({
    twin: store,
    sweeps,
    worker: createBrowserWorker,
    loadPlan: loadShippedPlan,
  });
  const coverage = createCoverageWorker();
  const cameras = createCameras({ twin: store, worker: coverage, drafts: createDrafts(storage) });
  const placement = createPlacementSearch(coverage);
  const dayWatch = createDayWatch(coverage);
  const library = createLibrary(storage);
  const studioWorker = createStudioWorker();
  const layoutSearch = createLayoutSearch(store, studioWorker);
  const archive = new PlanArchive();
  const studio = createStudio({
    twin: store,
    session,
    worker: studioWorker,
    archive,
    claim: claimByLock,
  });
  // Safari tells of a page that goes by pagehide only; a phone's or a frozen tab by hiding.
  window.addEventListener('pagehide', studio.keepNow);
  document.addEventListener('visibilitychange', studio.keepNow);
  const crowds = createCrowds({ twin: store, studio, worker: studioWorker });
  followAddress(store);
  keepLayout(storage, store, studio);
  const jumpTo = restWhileAway(store, clock);
  const translation = createTranslation(store.getState().language);
  const showLanguage = () => {
    document.documentElement.lang = store.getState().language === 'zh' ? 'zh-CN' : 'en';
    document.title = translation.t('app.title');
  };
  showLanguage();
  store.subscribe((state, before) => {
    if (state.language === before.language) return;
    keepLanguage(storage, state.language);
    void translation.changeLanguage(state.language).then(showLanguage);
  });
  driveByFrames(clock);
  const show = createShow({ twin: store, clock, fullScreen: askForScreen });
  const capture = createCapture();
  const voice = createVoice({
    twin: store,
    clock,
    storage,
    speaker: window.speechSynthesis ?? null,
    utterance: (text) => new SpeechSynthesisUtterance(text),
    nowMs: () => performance.now(),
  });
  const live = createLive({
    fetch: (path, init) => window.fetch(path, init),
    open: (path) => new EventSource(path),
    nowMs: () => performance.now(),
  });
  const duo = createDuo(createBrowserWorker);
  const tours = createTours({ twin: store, clock, session, show, duo, loadPlan: loadShippedPlan });
  driveToursByFrames(tours);
  const places = createKeptPlaces({
    archive: browserPlaces(),
    session: () => window.sessionStorage,
    newTab: () => crypto.randomUUID(),
    now: Date.now,
  });
  const { keepTime } = keepPlaces({ store, clock, tours }, places, loadShippedPlan);
  window.addEventListener('pagehide', keepTime);
  document.addEventListener('visibilitychange', keepTime);
  window.hallTwin = { store, clock, cameras, studio, show, live, tours };
  const planningForm = createPlanningForm();
  return {
    store,
    clock,
    session,
    studies,
    sweeps,
    compare,
    cameras,
    placement,
    dayWatch,
    library,
    studio,
    layoutSearch,
    crowds,
    underlay: createUnderlay(studio, archive),
    studioWorker,
    reportDesk: createReportDesk({
      worker: createReportWorker(),
      loadPlan: loadShippedPlan,
      today: localDate(new Date()),
    }),
    live,
    calibration: createCalibration(createCalibrationWorker()),
    outlook: createOutlook(live.store, createOutlookWorker(), () => performance.now()),
    show,
    tours,
    capture,
    voice,
    jumpTo,
    places,
    planningForm,
    forecastForm: createForecastForm(),
    translation,
  };
}

/** Asks for the whole screen or gives it back; a browser that refuses shows the page as large as it is. */
function askForScreen(on: boolean): void {
  const done = on
    ? document.documentElement.requestFullscreen?.()
    : document.fullscreenElement && document.exitFullscreen();
  if (done) done.catch(() => {});
}

/** A date as the user's calendar has it, "YYYY-MM-DD". */
function localDate(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The address names the page, so that the browser's own back and forward turn them. */
function followAddress(store: TwinStore): void {
  const turn = () => store.setState({ page: pageOf(window.location.hash) });
  turn();
  window.addEventListener('hashchange', turn);
}

/**
 * The day stands still while another page is looked at, and plays on afterwards.
 *
 * @returns shows an instant in the hall, µs, and stands still there
 */
function restWhileAway(store: TwinStore, clock: PlaybackClock): (timeUs: number) => void {
  let played = false;
  const rest = () => {
    if (store.getState().page === 'hall' || !clock.playing()) return;
    played = true;
    clock.pause();
  };
  clock.subscribe(rest);
  store.subscribe(({ page }, before) => {
    if (page === before.page) return;
    rest();
    if (page !== 'hall') return;
    if (played) clock.play();
    played = false;
  });
  return (timeUs) => {
    played = false;
    clock.pause();
    clock.seek(timeUs);
    window.location.hash = hashOf('hall');
  };
}
