import type { Language } from '../../scenarios/text';
import { html, Markup } from './markup';

/** A cell: text, a figure to be set at the right, or markup. */
export type TableCell = Markup | string | number | null;

/** A column of a table on paper. */
export interface TableColumn {
  readonly name: string;
  /** Figures stand at the right, digits under digits. */
  readonly figure?: boolean;
  /** Share of the table's width, per cent; tables with such columns keep to them. */
  readonly share?: number;
}

/** Tables up to so many rows stay on one page. */
const MOST_WHOLE = 24;

/** A table whose head comes again on every page and whose rows are not cut. */
export function table(
  columns: readonly TableColumn[],
  rows: readonly (readonly TableCell[])[],
  caption?: string,
): Markup {
  const figure = (i: number) => new Markup(columns[i]?.figure ? ' class="figure"' : '');
  const classes = [
    ...(rows.length <= MOST_WHOLE ? ['short'] : []),
    ...(columns.some(({ share }) => share !== undefined) ? ['laid'] : []),
  ].join(' ');
  return html`<table class="${classes}">${caption ? html`<caption>${caption}</caption>` : null}
<colgroup>${columns.map(({ share }) => (share === undefined ? html`<col>` : html`<col style="width:${share}%">`))}</colgroup>
<thead><tr>${columns.map(({ name }, i) => html`<th scope="col"${figure(i)}>${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr>${row.map((cell, i) =>
        i === 0 ? html`<th scope="row">${cell}</th>` : html`<td${figure(i)}>${cell}</td>`,
      )}</tr>
`,
  )}</tbody></table>`;
}

/** What is said below a table or a chart. */
export function note(text: string | readonly string[]): Markup {
  const all = typeof text === 'string' ? [text] : text;
  return html`${all.map((one) => html`<p class="note">${one}</p>`)}`;
}

/** A mark that says with a sign and a colour how something stands. */
export function mark(state: 'good' | 'bad' | 'open', text: string): Markup {
  const sign = { good: '✓', bad: '✗', open: '–' }[state];
  return html`<span class="mark ${state}">${sign} ${text}</span>`;
}

/** A figure with so many decimals; a dash where there is none. */
export function fixed(value: number | null, digits: number): string {
  return value === null || !Number.isFinite(value) ? '–' : value.toFixed(digits);
}

export const percent = (share: number | null, language: Language): string =>
  share === null ? '–' : `${(share * 100).toFixed(0)}${language === 'zh' ? '%' : ' %'}`;
