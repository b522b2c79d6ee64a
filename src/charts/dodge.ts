/**
 * Moves places along a line apart until neighbours are `gap` from each other, keeping their order
 * and staying between the bounds. Where there is no room for that gap, a smaller one is kept.
 */
export function dodged(
  places: readonly number[],
  gap: number,
  least: number,
  most: number,
): number[] {
  if (places.length === 0) return [];
  const kept = Math.min(gap, Math.max(0, most - least) / Math.max(1, places.length - 1));
  const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]! || a - b);
  const moved = [...places];
  let free = least;
  for (const i of order) {
    moved[i] = Math.max(moved[i]!, free);
    free = moved[i]! + kept;
  }
  let bound = most;
  for (const i of order.reverse()) {
    moved[i] = Math.min(moved[i]!, bound);
    bound = moved[i]! - kept;
  }
  return moved;
}
