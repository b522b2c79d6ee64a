import type { CalibrateOptions, LogSource } from './types';

/** Where a log comes from. */
export function sourceOf(
  log: { readonly days: readonly string[]; readonly rows: number },
  { name }: CalibrateOptions,
): LogSource {
  return {
    name,
    from: log.days[0] ?? '',
    to: log.days.at(-1) ?? '',
    days: log.days.length,
    rows: log.rows,
  };
}
