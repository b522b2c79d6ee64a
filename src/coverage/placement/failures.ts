import { coverersOf, timesCovered } from './instance';
import { type CoveringProblem, instanceOf } from './problem';

/**
 * The same problem for a choice that meets every requirement though some of its cameras fail,
 * whichever these are.
 *
 * That is: each requirement by that many cameras more. A choice that meets a requirement by
 * `times + failures` different cameras still has `times` of them when any `failures` are out; one
 * that meets it by fewer loses it when `failures` of just these are out. So with a requirement of
 * one camera, "every window by two cameras" and "still covered when any one fails" are the same
 * covering with k = 2: candidates are chosen once at most, so the two are different cameras, and,
 * where candidates name their place, at different mounting places. What several share (a switch, a
 * recorder) is not a camera: its failure is not withstood.
 */
export function withstanding<Site>(
  { requirements, candidates }: CoveringProblem<Site>,
  failures = 1,
): CoveringProblem<Site> {
  if (!Number.isInteger(failures) || failures < 0)
    throw new RangeError(`failures: ${failures} is not a whole number`);
  return {
    requirements: requirements.map(({ id, times }) => ({ id, times: times + failures })),
    candidates,
  };
}

/** A camera of a choice, and what is no longer met without it. */
export interface Loss {
  readonly candidate: number;
  readonly lost: readonly string[];
}

/** Every camera of a choice whose failure alone loses a requirement that is met with it. */
export function lossesOf<Site>(problem: CoveringProblem<Site>, chosen: readonly number[]): Loss[] {
  const instance = instanceOf(problem);
  const times = timesCovered(instance, chosen);
  const coverers = coverersOf(instance).map((all) => new Set(all));
  return chosen.flatMap((candidate) => {
    const lost = problem.requirements.flatMap(({ id }, e) =>
      times[e] === instance.need[e] && coverers[e]!.has(candidate) ? [id] : [],
    );
    return lost.length > 0 ? [{ candidate, lost }] : [];
  });
}
