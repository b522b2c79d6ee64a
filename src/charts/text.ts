/** Width of a text, px, as near as one comes without a browser: Chinese is square, Latin narrow. */
export function textWidth(text: string, fontSize = 12): number {
  let ems = 0;
  for (const sign of text) ems += sign >= '\u2016' ? 1 : 0.55;
  return ems * fontSize;
}

/** The text, or as much of it as fits followed by "…"; '' where not even that has room. */
export function fitted(text: string, width: number, fontSize = 12): string {
  if (textWidth(text, fontSize) <= width) return text;
  let kept = '';
  for (const sign of text) {
    if (textWidth(`${kept}${sign}…`, fontSize) > width) break;
    kept += sign;
  }
  return kept === '' ? '' : `${kept.trimEnd()}…`;
}
