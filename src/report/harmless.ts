/**
 * What a spreadsheet may take for the beginning of a formula: `=`, `+`, `-`, `@`, half or full
 * width, a tab or a line break, or `_x003D_`, which is how a workbook writes `=`; also behind
 * blanks and characters that cannot be seen, which some programs drop.
 */
const STARTS_LIKE_A_FORMULA = /^[\s\p{C}\uFFFD]*(?:[=+\-@＝＋－＠﹦﹢﹣﹫\t\r\n]|_x[0-9a-f]{4}_)/iu;

/**
 * The text, with an apostrophe before it if a spreadsheet could take it for a formula. Source:
 * OWASP, CSV Injection. Numbers are never passed here: −3 stays a number.
 */
export function harmless(text: string): string {
  return STARTS_LIKE_A_FORMULA.test(text) ? `'${text}` : text;
}
