import type { Problem } from '../../scenarios/problem';

/** One sentence in both languages. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

/** A problem from its path, what is wrong, and what to do. */
export function problem(path: string, message: Said, remedy: Said): Problem {
  return { path, message, remedy };
}

/** Metres as people read them: two decimals. */
export function metres(value: number): string {
  return `${value.toFixed(2)} m`;
}

/** Square metres as people read them: two decimals. */
export function squareMetres(value: number): string {
  return `${value.toFixed(2)} m²`;
}
