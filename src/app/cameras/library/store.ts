import { createStore, type StoreApi } from 'zustand/vanilla';
import { CAMERA_MODELS, type CameraModel, modelOfEntry } from '../../../coverage/library';
import { type CameraEntry, readCameraLibrary } from '../../../scenarios/camera-library';
import { InputError, type Problem } from '../../../scenarios/problem';

export interface LibraryState {
  /** The user's own models, as written down. */
  readonly own: readonly CameraEntry[];
  /** Those and the shipped ones. */
  readonly models: readonly CameraModel[];
  /** What was wrong with the file that was read last, and how many of its models were taken in. */
  readonly read: {
    readonly name: string;
    readonly taken: number;
    readonly problems: readonly Problem[];
  } | null;
  /** The browser does not keep the models. */
  readonly unkept: boolean;
}

/** The models that cameras may be of. */
export interface Library {
  readonly store: StoreApi<LibraryState>;
  /** Adds a model, or puts it in the place of the own one of that id. */
  put(entry: CameraEntry): void;
  remove(id: string): void;
  /** Takes in a file: good models are kept, those that are wrong are told of. */
  read(name: string, text: string): void;
  /** Forgets what was said of the last file. */
  dismiss(): void;
  /** The user's own models as a file. */
  text(): string;
}

const KEY = 'hall-twin/camera-models';
const SHIPPED: ReadonlySet<string> = new Set(CAMERA_MODELS.map(({ id }) => id));

/** Whether a model is shipped, and so not the user's to change. */
export function isShipped(id: string): boolean {
  return SHIPPED.has(id);
}

/**
 * A library in the browser's storage.
 *
 * @param storage asked each time, because a browser may refuse it
 */
export function createLibrary(storage: () => Storage): Library {
  const shown = (own: readonly CameraEntry[]) => ({
    own,
    models: [...CAMERA_MODELS, ...own.map(modelOfEntry)],
  });
  const store = createStore<LibraryState>(() => ({
    ...shown(keptIn(storage)),
    read: null,
    unkept: false,
  }));
  const renew = (own: readonly CameraEntry[]) => {
    let unkept = false;
    try {
      storage().setItem(KEY, JSON.stringify(own));
    } catch {
      unkept = true;
    }
    store.setState({ ...shown(own), unkept });
  };
  /** Own models with others put in: by id, in the place of those that were there. */
  const joined = (entries: readonly CameraEntry[]) => {
    const byId = new Map(store.getState().own.map((entry) => [entry.id, entry]));
    for (const entry of entries) byId.set(entry.id, entry);
    return [...byId.values()];
  };
  return {
    store,
    put: (entry) => renew(joined([entry])),
    remove: (id) => renew(store.getState().own.filter((entry) => entry.id !== id)),
    read(name, text) {
      try {
        const { models, problems } = readCameraLibrary(text, name);
        const own = models.filter(({ id }) => !isShipped(id));
        renew(joined(own));
        store.setState({
          read: {
            name,
            taken: own.length,
            problems: [
              ...problems,
              ...models.filter(({ id }) => isShipped(id)).map(shippedAlready),
            ],
          },
        });
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        store.setState({ read: { name, taken: 0, problems: error.problems } });
      }
    },
    dismiss: () => store.setState({ read: null }),
    text: () => JSON.stringify({ models: store.getState().own }, null, 2),
  };
}

function keptIn(storage: () => Storage): readonly CameraEntry[] {
  try {
    const text = storage().getItem(KEY);
    return text === null ? [] : readCameraLibrary(text, KEY).models;
  } catch {
    return [];
  }
}

function shippedAlready({ id }: CameraEntry): Problem {
  return {
    path: id,
    message: { zh: '与内置型号同名', en: 'A shipped model has this id' },
    remedy: { zh: '改成不同的编号', en: 'Give another id' },
  };
}
