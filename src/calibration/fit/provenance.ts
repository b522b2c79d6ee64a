import type { Provenance } from '../../scenarios/provenance';
import type { LogSource } from './types';

/** What every number of a fitted scenario says of itself. */
export function provenanceOf(
  source: LogSource,
  what?: { readonly zh: string; readonly en: string },
  confidence?: Provenance['confidence'],
): Provenance {
  const { name, from, to, days, rows } = source;
  const zh = `由记录「${name}」拟合（${from} 至 ${to}，${days} 天，${rows} 条）`;
  const en = `fitted to the log "${name}" (${from} to ${to}, ${days} days, ${rows} rows)`;
  return {
    kind: 'source',
    note: what ? { zh: `${zh}：${what.zh}`, en: `${en}: ${what.en}` } : { zh, en },
    ...(confidence ? { confidence } : {}),
  };
}

/** A number that the log does not hold and that had to be set. */
export function assumed(zh: string, en: string): Provenance {
  return { kind: 'assumption', note: { zh, en } };
}

/** Rounded to so many digits that count, so that a scenario can be read. */
export function readable(x: number, digits = 5): number {
  return x === 0 || !Number.isFinite(x) ? x : Number(x.toPrecision(digits));
}
