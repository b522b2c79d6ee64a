import type { scenariosOf } from '../../scenarios/tours/hall';
import type { Tour } from '../../scenarios/tours/tour';
import type { Duo, PlayedDay } from '../compare/duo';
import type { LoadPlan } from '../state/left';
import type { Question, TwinStore } from '../state/store';

/** Does what asks for a day, and waits until it is recorded; null if that failed. */
export function recorded(twin: TwinStore, ask: () => Promise<void>): Promise<Question | null> {
  const asked = twin.getState().question;
  return new Promise((resolve) => {
    const settle = () => {
      const { question, day, notice } = twin.getState();
      if (question === asked && notice === null) return;
      const isDone = day.status === 'ready' && day.timeline !== null && day.answers === question;
      if (!isDone && notice === null) return;
      stop();
      resolve(isDone && question !== asked ? question : null);
    };
    const stop = twin.subscribe(settle);
    void ask().then(settle);
  });
}

/** The recorded days of both halls of a tour. */
export async function daysBeside(
  tour: Tour,
  scenarios: ReturnType<typeof scenariosOf>,
  duo: Duo,
  loadPlan: LoadPlan,
): Promise<readonly [PlayedDay, PlayedDay]> {
  const subjects = await Promise.all(
    scenarios.map(async (scenario) => {
      const named = scenario.floorplan;
      const floorplan = typeof named === 'string' ? await loadPlan(named) : named;
      return { scenario, floorplan, seed: tour.seed };
    }),
  );
  await duo.show(subjects[0]!, subjects[1]!);
  const { days, reason } = duo.store.getState();
  if (!days) throw new Error(reason ?? 'the two halls could not be recorded');
  return days;
}
