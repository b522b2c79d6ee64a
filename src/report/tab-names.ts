/** Excel allows no more, counted in UTF-16 units. */
const LONGEST_NAME = 31;

/** The beginning of a text, no character cut in half. */
function cut(text: string, length: number): string {
  let kept = '';
  for (const char of text) {
    if (kept.length + char.length > length) break;
    kept += char;
  }
  return kept;
}

/** What Excel lets a tab be called: no `[]:*?/\`, no apostrophe at either end, not "History". */
function allowed(name: string): string {
  const clean = name
    .replace(/[[\]:*?/\\\p{C}\uFFFD]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+/, '');
  const short = cut(clean, LONGEST_NAME).replace(/[' ]+$/, '');
  if (short === '') return 'Sheet';
  return short.toLowerCase() === 'history' ? `${short}_` : short;
}

/** Names of tabs that Excel takes, in their order, no two the same (capitals do not tell apart). */
export function tabNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const base = allowed(name);
    let unique = base;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) {
      const ending = ` (${n})`;
      unique = cut(base, LONGEST_NAME - ending.length) + ending;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}
