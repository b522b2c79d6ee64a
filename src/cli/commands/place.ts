import { CAMERA_MODELS, type CameraModel, modelOfEntry } from '../../coverage/library';
import { type Placement, placeCameras } from '../../coverage/placement/place';
import { SUPPORTS, type Support } from '../../coverage/placement/places';
import { PROFILE_IDS, PROFILES } from '../../coverage/profiles';
import { POSTURES } from '../../coverage/space/people';
import { InputError } from '../../scenarios/problem';
import { loadProgrammeSolver } from '../../workers/integer-programme';
import { loadCameraLibrary, loadFloorPlan } from '../documents';
import { oneOf, plainNumber, wholeNumber } from '../options';
import { answerJson, type Output, sayProblems } from '../output';
import { placeText } from '../place-text';
import { REFUSALS, refusal } from '../refusals';
import { tidy } from '../tidy';

export interface PlaceFlags {
  readonly models: string;
  readonly on: string;
  readonly heights: string;
  readonly step: string;
  readonly times: string;
  readonly spare: string;
  readonly library?: string;
  readonly profile: string;
  readonly posture: string;
  readonly queue: string;
  readonly json?: boolean;
}

/** Shipped models, and those of the user's own library. Throws InputError. */
function modelsKnown(output: Output, library: string | undefined): readonly CameraModel[] {
  if (library === undefined) return CAMERA_MODELS;
  const { models, problems } = loadCameraLibrary(library);
  // Models that are wrong are named; the others serve.
  if (problems.length > 0) sayProblems(output, new InputError(library, problems.slice(0, 50)));
  const shipped = new Set(CAMERA_MODELS.map(({ id }) => id));
  return [...CAMERA_MODELS, ...models.filter(({ id }) => !shipped.has(id)).map(modelOfEntry)];
}

/** Names in a list with commas, none twice. */
const listed = (given: string) => [...new Set(given.split(',').map((one) => one.trim()))];

function answerOf(plan: string, placement: Placement, settings: object) {
  const { cameras, inspection, ...rest } = placement;
  return tidy({
    floorplan: plan,
    ...settings,
    ...rest,
    cameras: cameras.map(({ camera, model, support, purpose, covers }) => ({
      ...camera,
      model: model.id,
      support,
      purpose,
      covers,
    })),
    windows: inspection.windows.map(({ id, verdict }) => ({ id, verdict })),
    models: [...new Set(cameras.map(({ model }) => model))],
  });
}

/**
 * The fewest cameras by which every window of a floor plan is clearly monitored.
 *
 * @returns whether there are such
 * @throws InputError for a plan or an option that is wrong
 */
export async function place(output: Output, name: string, flags: PlaceFlags): Promise<boolean> {
  const known = modelsKnown(output, flags.library);
  const ids = known.map(({ id }) => id);
  const models = listed(flags.models).map((given): CameraModel => {
    const id = oneOf('--models', given, ids);
    return known.find((model) => model.id === id)!;
  });
  const supports = listed(flags.on).map((given): Support => oneOf('--on', given, SUPPORTS));
  const profile = PROFILES[oneOf('--profile', flags.profile, PROFILE_IDS)];
  const posture = oneOf('--posture', flags.posture, POSTURES);
  const queueing = wholeNumber('--queue', flags.queue, 0, 500);
  const times = wholeNumber('--times', flags.times, 1, 4);
  const spare = wholeNumber('--spare', flags.spare, 0, 20);
  const stepM = plainNumber('--step', flags.step, 0.25, 20);
  const plan = loadFloorPlan(name);
  const heightsM = listed(flags.heights).map((given) =>
    plainNumber('--heights', given, 0.5, plan.ceilingHeightM),
  );
  if (plan.windows.length === 0) throw refusal(name, 'windows', REFUSALS.noWindows());
  const solver = await loadProgrammeSolver();
  const placement = placeCameras(
    {
      plan,
      models,
      places: { supports, heightsM, stepM },
      profile,
      posture,
      queueing,
      times,
      spare,
    },
    solver,
  );
  const settings = {
    profile: profile.id,
    posture,
    times,
    clear: placement.uncoverable.length === 0,
  };
  if (flags.json) answerJson(output, answerOf(plan.id, placement, settings));
  else output.answer(placeText(plan, placement, profile, times, output.language));
  return placement.uncoverable.length === 0;
}
