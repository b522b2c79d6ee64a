import type { Timeline } from '../hall/timeline';

/**
 * Where two days differ most in the people waiting: when, and by how many (the second less the
 * first). Of several such spells the longest, in its middle; null where they never differ.
 */
export function largestDifference(
  a: Timeline,
  b: Timeline,
): { readonly timeUs: number; readonly difference: number } | null {
  const times = [a, b]
    .flatMap(({ record: { events } }) => [...events.timeUs.subarray(0, events.length)])
    .sort((s, t) => s - t);
  let best: { timeUs: number; difference: number; lasts: number } | null = null;
  let since = 0;
  let difference = 0;
  const ends = (timeUs: number) => {
    const lasts = timeUs - since;
    const more = Math.abs(difference) - Math.abs(best?.difference ?? 0);
    if (lasts > 0 && difference !== 0 && (more > 0 || (more === 0 && lasts > (best?.lasts ?? 0))))
      best = { timeUs: since + lasts / 2, difference, lasts };
  };
  for (const timeUs of times) {
    const now = b.waiting(timeUs) - a.waiting(timeUs);
    if (now === difference) continue;
    ends(timeUs);
    since = timeUs;
    difference = now;
  }
  return best;
}
