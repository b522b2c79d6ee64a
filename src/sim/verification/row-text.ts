import type { Language } from '../../scenarios/text';
import type { VerificationRow } from './types';

const WORDS = {
  zh: { seconds: '秒', minutes: '分', exact: '无抽样误差' },
  en: { seconds: 's', minutes: 'min', exact: 'no chance in it' },
} as const;

/** Figures of one row as text. */
export interface RowText {
  readonly expected: string;
  readonly simulated: string;
  readonly interval: string;
}

/** Digits after the point that show four significant ones of a number. */
function digitsOf(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 1;
  return Math.min(12, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value)))));
}

/** Figures of one row, all with the digits that the simulated one deserves. */
export function rowText(row: VerificationRow, language: Language): RowText {
  const words = WORDS[language];
  const share = row.unit === 'share';
  const scaled = (value: number) => (share ? 100 * value : value);
  const digits = digitsOf(scaled(row.simulated));
  const suffix = {
    s: ` ${words.seconds}`,
    min: ` ${words.minutes}`,
    share: ' %',
    number: '',
    '': '',
  };
  const plain = (value: number, places = digits) => scaled(value).toFixed(places);
  const shown = (value: number) => `${plain(value)}${suffix[row.unit]}`;
  const { expected } = row;
  if (expected.kind === 'pValue')
    return {
      expected: `p ≥ ${expected.atLeast}`,
      simulated: `p = ${row.simulated.toPrecision(2)}`,
      interval: '',
    };
  const interval = row.interval
    ? `${plain(row.interval[0])} … ${plain(row.interval[1])}`
    : words.exact;
  if (expected.kind === 'between') {
    const bound = (value: number | null) => (value === null ? '' : plain(value));
    return {
      expected: `${bound(expected.low)} … ${bound(expected.high)}${suffix[row.unit]}`,
      simulated: shown(row.simulated),
      interval,
    };
  }
  // A tolerance that only covers rounding in the last digits would be noise.
  const opens = row.interval !== null && expected.tolerance > 0;
  const tolerance = opens
    ? ` ± ${plain(expected.tolerance, digitsOf(scaled(expected.tolerance)) - 2)}`
    : '';
  return {
    expected: `${plain(expected.value)}${tolerance}${suffix[row.unit]}`,
    simulated: shown(row.simulated),
    interval,
  };
}
