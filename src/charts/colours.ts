/** How the charts of studies tell things apart: always by colour and by something else. */

/** A decision about a promise: kept, broken, or not to be told from so few replications. */
export type State = 'meets' | 'fails' | 'undecided';
export const STATES: readonly State[] = ['meets', 'undecided', 'fails'];

export const STATE_COLOURS: Readonly<Record<State, string>> = {
  meets: '#23705f',
  undecided: '#8a6a10',
  fails: '#b8442a',
};

export interface VariantStyle {
  readonly letter: string;
  readonly colour: string;
  /** An SVG dash array; '' for a solid line. */
  readonly dash: string;
}

/** Eight lines that differ in hue, lightness and dash. */
const VARIANT_STYLES: readonly VariantStyle[] = [
  { letter: 'A', colour: '#1f5f8b', dash: '' },
  { letter: 'B', colour: '#d4702a', dash: '8 3' },
  { letter: 'C', colour: '#16212b', dash: '2 2.5' },
  { letter: 'D', colour: '#2a9a80', dash: '10 3 2 3' },
  { letter: 'E', colour: '#8a3a8f', dash: '5 2' },
  { letter: 'F', colour: '#c03048', dash: '13 4' },
  { letter: 'G', colour: '#6b8bd4', dash: '1.5 3.5' },
  { letter: 'H', colour: '#7a6a12', dash: '8 2 2 2 2 2' },
];

/** The look of the n-th variant; a ninth looks like the first again, with a letter of its own. */
export function variantStyle(index: number): VariantStyle {
  const style = VARIANT_STYLES[index % VARIANT_STYLES.length]!;
  return { ...style, letter: String.fromCharCode(65 + (index % 26)) };
}

/** The two ends of an assumption. */
export const END_COLOURS = { low: '#a9cbe0', high: '#1f5f8b' } as const;

/** From little to much: lightness falls in even steps, so that it survives a grey print. */
export const HEAT_STOPS = ['#f5f2dc', '#b2cdac', '#6da799', '#3b7d8e', '#23527c'] as const;

/** Dark or white, whichever reads better on a fill given as "rgb(r, g, b)". */
export function inkOn(fill: string): string {
  const [r, g, b] = (fill.match(/\d+/g) ?? []).map((part) => linear(Number(part) / 255));
  const luminance = 0.2126 * (r ?? 1) + 0.7152 * (g ?? 1) + 0.0722 * (b ?? 1);
  return 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.0726 ? '#ffffff' : '#1d2b36';
}

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

/** What a window does with its time. */
export const WINDOW_COLOURS = {
  serving: '#2f7d6b',
  walking: '#e0a43b',
  idle: '#c5d3dc',
  closed: '#eceff2',
} as const;
