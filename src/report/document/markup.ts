import { escaped } from '../../drawing/export/xml-text';

/** Finished markup: what came into it from outside was escaped on the way. */
export class Markup {
  constructor(readonly text: string) {}
}

type Piece = Markup | string | number | null | undefined | readonly Piece[];

function textOf(piece: Piece): string {
  if (piece === null || piece === undefined) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece));
  return piece.map(textOf).join('');
}

/** HTML with its values put in as text; only what is markup already stays markup. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  return new Markup(
    strings.reduce((all, string, i) => all + textOf(values[i - 1] as Piece) + string),
  );
}

/** Data for a script element that is never run: no text can end it early. */
export function dataText(value: unknown): Markup {
  return new Markup(JSON.stringify(value).replace(/</g, '\\u003c').replace(/-->/g, '--\\u003e'));
}

/** A text as a string of CSS, which nothing in it can end. */
export function cssString(text: string): Markup {
  const safe = [...text].map((char) =>
    /[\p{L}\p{N} ·.,:()-]/u.test(char) ? char : `\\${char.codePointAt(0)!.toString(16)} `,
  );
  return new Markup(`"${safe.join('')}"`);
}
