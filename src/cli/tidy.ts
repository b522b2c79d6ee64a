/** Numbers of a document to a thousandth, so that it reads well and compares exactly. */
export function tidy(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 1e3) / 1e3;
  if (Array.isArray(value)) return value.map(tidy);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, tidy(child)]));
}
