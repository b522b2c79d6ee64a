import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LogKind, Role } from '../../calibration/log/roles';
import { InputError, type Problem } from '../../scenarios/problem';
import type { LocalText } from '../../scenarios/text';
import type { CalibrationAnswer } from '../../workers/calibrate-log';
import type { CalibrationWorker, Preview } from '../../workers/calibration-api';
import { Superseded } from '../../workers/lane';
import { isBackwards, type Wishes, wantedOf } from './wanted';

/** What the user has chosen; it stays whatever the log turns out to be. */
export interface CalibrationForm extends Wishes {
  /** As the user says; null: as guessed. */
  readonly kind: LogKind | null;
  /** Column by role that the user has chosen, by number from 1; '' for none. */
  readonly columns: Readonly<Partial<Record<Role, string>>>;
  /** Meanings of outcome words. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** Days kept back; null: the last fifth. */
  readonly holdout: number | null;
}

export interface CalibrationState {
  readonly file: File | null;
  readonly preview: Preview | null;
  readonly form: CalibrationForm;
  readonly status: 'idle' | 'looking' | 'ready' | 'working';
  readonly step: LocalText | null;
  readonly done: number;
  readonly answer: CalibrationAnswer | null;
  /** The form that the answer is of. */
  readonly answered: CalibrationForm | null;
  readonly problems: readonly Problem[];
  /** A fault of the thread itself. */
  readonly failure: string | null;
}

export const NO_WISHES: CalibrationForm = {
  kind: null,
  columns: {},
  outcomes: {},
  holdout: null,
  from: '',
  until: '',
  queues: [],
  items: [],
};
const SEED = 1;
const TARGET_S = 900;

export interface CalibrationDesk {
  readonly store: StoreApi<CalibrationState>;
  /** Looks at a file; what was chosen for another one goes. */
  take(file: File): Promise<void>;
  /** Changes what the user has chosen; another kind is looked at anew. */
  change(change: Partial<CalibrationForm>): Promise<void>;
  run(): Promise<void>;
  stop(): void;
}

/** The calibration page's doings over its thread. What is on it survives other pages. */
export function createCalibration(worker: CalibrationWorker): CalibrationDesk {
  const store = createStore<CalibrationState>(() => ({
    file: null,
    preview: null,
    form: NO_WISHES,
    status: 'idle',
    step: null,
    done: 0,
    answer: null,
    answered: null,
    problems: [],
    failure: null,
  }));

  const failed = (error: unknown): Partial<CalibrationState> => {
    if (error instanceof Superseded) return {};
    if (error instanceof InputError) return { problems: error.problems };
    return { failure: error instanceof Error ? error.message : String(error) };
  };

  async function look(file: File, kind: LogKind | null): Promise<void> {
    store.setState({ status: 'looking', problems: [], failure: null });
    try {
      const preview = await worker.peek(file, kind === null ? {} : { kind });
      if (store.getState().file === file) store.setState({ preview, status: 'ready' });
    } catch (error) {
      if (store.getState().file === file && !(error instanceof Superseded))
        store.setState({ ...failed(error), preview: null, status: 'idle' });
    }
  }

  return {
    store,
    async take(file) {
      store.setState({ file, preview: null, form: NO_WISHES, answer: null, answered: null });
      await look(file, null);
    },
    async change(change) {
      const { form, file } = store.getState();
      const next = { ...form, ...change };
      store.setState({ form: next });
      if (file !== null && change.kind !== undefined && change.kind !== form.kind) {
        store.setState({ form: { ...next, columns: {} } });
        await look(file, change.kind);
      }
    },
    async run() {
      const { file, form, status } = store.getState();
      if (file === null || status === 'working' || isBackwards(form)) return;
      store.setState({ status: 'working', done: 0, step: null, problems: [], failure: null });
      const columns = Object.fromEntries(
        Object.entries(form.columns).filter((one): one is [string, string] => one[1] !== undefined),
      );
      try {
        const answer = await worker.calibrate(
          file,
          {
            peek: form.kind === null ? {} : { kind: form.kind },
            wishes: { columns, outcomes: form.outcomes },
            wanted: wantedOf(form),
            holdout: form.holdout ?? undefined,
            seed: SEED,
            targetS: TARGET_S,
          },
          (step, done) => {
            if (store.getState().status === 'working') store.setState({ step, done });
          },
        );
        if (store.getState().file === file)
          store.setState({ answer, answered: form, status: 'ready' });
      } catch (error) {
        if (store.getState().file === file) store.setState({ ...failed(error), status: 'ready' });
      }
    },
    stop() {
      worker.stop();
      store.setState({ status: 'ready', step: null });
    },
  };
}
