import type { Assumption } from '../../scenarios/assumptions';
import type { Formatter } from '../format';

/** A value of an assumption: a factor as ×1.2, a share in per cent, anything else as a number. */
export function valueText(kind: Assumption['kind'], value: number, format: Formatter): string {
  if (kind === 'factor') return `×${format.number(value, 2)}`;
  return kind === 'share' ? format.percent(value) : format.number(value, 2);
}
