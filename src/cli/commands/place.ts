import { CAMERA_MODELS, type CameraModel } from '../../coverage/library';
import { type Placement, placeCameras } from '../../coverage/placement/place';
import { SUPPORTS, type Support } from '../../coverage/placement/places';
import { PROFILE_IDS, PROFILES } from '../../coverage/profiles';
import { POSTURES } from '../../coverage/space/people';
import { loadProgrammeSolver } from '../../workers/integer-programme';
import { loadFloorPlan } from '../documents';
import { oneOf, plainNumber, wholeNumber } from '../options';
import { answerJson, type Output } from '../output';
import { placeText } from '../place-text';
import { REFUSALS, refusal } from '../refusals';
import { tidy } from '../tidy';

export interface PlaceFlags {
  readonly models: string;
  readonly on: string;
  readonly heights: string;
  readonly step: string;
  readonly times: string;
  readonly profile: string;
  readonly posture: string;
  readonly queue: string;
  readonly json?: boolean;
}

/** Camera models placed from, unless others are named: one wide, one narrower. */
export const FIRST_MODELS = 'hik-2143-2.8,hik-2143-4';

/** Names in a list with commas, none twice. */
const listed = (given: string) => [...new Set(given.split(',').map((one) => one.trim()))];

function answerOf(plan: string, placement: Placement, settings: object) {
  const { cameras, inspection, ...rest } = placement;
  return tidy({
    floorplan: plan,
    ...settings,
    ...rest,
    cameras: cameras.map(({ camera, model, support, covers }) => ({
      ...camera,
      model: model.id,
      support,
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
  const ids = CAMERA_MODELS.map(({ id }) => id);
  const models = listed(flags.models).map((given): CameraModel => {
    const id = oneOf('--models', given, ids);
    return CAMERA_MODELS.find((model) => model.id === id)!;
  });
  const supports = listed(flags.on).map((given): Support => oneOf('--on', given, SUPPORTS));
  const profile = PROFILES[oneOf('--profile', flags.profile, PROFILE_IDS)];
  const posture = oneOf('--posture', flags.posture, POSTURES);
  const queueing = wholeNumber('--queue', flags.queue, 0, 500);
  const times = wholeNumber('--times', flags.times, 1, 4);
  const stepM = plainNumber('--step', flags.step, 0.25, 20);
  const plan = loadFloorPlan(name);
  const heightsM = listed(flags.heights).map((given) =>
    plainNumber('--heights', given, 0.5, plan.ceilingHeightM),
  );
  if (plan.windows.length === 0) throw refusal(name, 'windows', REFUSALS.noWindows());
  const solver = await loadProgrammeSolver();
  const placement = placeCameras(
    { plan, models, places: { supports, heightsM, stepM }, profile, posture, queueing, times },
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
