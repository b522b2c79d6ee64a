/** Whether XML 1.0 can't hold a character, not even as a reference. */
function isForbidden(code: number): boolean {
  if (code < 32) return code !== 9 && code !== 10 && code !== 13;
  return (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;
}

/** Text as it may stand in XML or HTML, between tags or in quotes: always text, never markup. */
export function escaped(text: string): string {
  let safe = '';
  for (const char of text) {
    if (isForbidden(char.codePointAt(0)!)) continue;
    safe += ENTITIES[char] ?? char;
  }
  return safe;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
