import type { LensModel } from '../../coverage/optics/lens-of';
import type { Profile } from '../../coverage/profiles';
import type { Posture } from '../../coverage/space/people';
import { watchDay } from '../../workers/watch-day';
import { dayCoverageText } from '../day-coverage-text';
import { loadRun } from '../documents';
import { plainNumber, wholeNumber } from '../options';
import { answerJson, type Output, progressOf } from '../output';
import { tidy } from '../tidy';

export interface DayFlags {
  readonly seed: string;
  readonly every: string;
  readonly json?: boolean;
}

/** How windows are looked at. */
export interface Looking {
  readonly profile: Profile;
  readonly posture: Posture;
  readonly lens: LensModel;
}

/**
 * How clearly every window is monitored over the recorded day of a scenario in a floor plan whose
 * cameras can look.
 *
 * @returns whether every window was clear whenever it was open
 * @throws InputError for a scenario or an option that is wrong
 */
export function coverageDay(
  output: Output,
  floorplan: string,
  day: string,
  looking: Looking,
  flags: DayFlags,
): boolean {
  const seed = wholeNumber('--seed', flags.seed, 0, Number.MAX_SAFE_INTEGER);
  const everyS = plainNumber('--every', flags.every, 0.1, 60);
  const { scenario, plan } = loadRun(day, floorplan);
  // The plan was named: there is one.
  const request = { scenario, plan: plan!, seed, replication: 0, everyS, ...looking };
  const progress = progressOf(output);
  const answer = watchDay(request, (share) => progress(Math.round(100 * share), 100));
  if (flags.json)
    answerJson(
      output,
      tidy({
        floorplan: plan!.id,
        scenario: scenario.id,
        seed,
        profile: looking.profile.id,
        posture: looking.posture,
        lens: looking.lens,
        ...answer,
      }),
    );
  else
    output.answer(dayCoverageText(plan!, scenario, seed, looking.profile, answer, output.language));
  return answer.windows.every(({ share }) => share === null || share === 1);
}
