/** Number of single-letter edits between two words (Levenshtein 1966). */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row.push(
        Math.min(
          previous[j]! + 1,
          row[j - 1]! + 1,
          previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    previous = row;
  }
  return previous[b.length]!;
}

/** The known word that `word` was probably meant to be; null when none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  if (word.length > 60) return null;
  let best: string | null = null;
  let least = Math.max(1, Math.floor(word.length * 0.4)) + 1;
  for (const candidate of known) {
    const a = word.toLowerCase();
    const b = candidate.toLowerCase();
    const contained = a.length >= 3 && b.length >= 3 && (b.startsWith(a) || a.startsWith(b));
    const distance = a === b ? 0 : contained ? 1 : editDistance(a, b);
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}
