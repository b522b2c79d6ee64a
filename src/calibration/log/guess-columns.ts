import { headerScore, speaksOfTime, wordsOf } from './headers';
import type { Profile } from './profile';
import { CELL_KIND, type LogKind, ROLES, type Role } from './roles';

/** What a column is taken for, how surely (0 to 1), and why. */
export interface ColumnGuess {
  readonly role: Role;
  readonly column: number;
  readonly confidence: number;
  readonly reason: { readonly zh: string; readonly en: string };
}

const percent = (share: number) => `${Math.round(share * 100)}%`;
const NEEDED = 0.5;

/** How well a column's values fit a role, from 0 to 1; with plain digits only under a header of time. */
function valueScore(profile: Profile, role: Role, words: string): number {
  if (profile.cells === 0) return 0;
  const timely = speaksOfTime(words);
  switch (CELL_KIND[role]) {
    case 'moment': {
      if (profile.short && !profile.days && headerScore(words, role, 'tickets') < 0.9) return 0;
      return Math.max(profile.moments, timely ? profile.digitClocks : 0);
    }
    case 'day':
      return Math.max(profile.days, profile.digitDays);
    case 'duration':
      if (profile.days > 0.1) return 0;
      return profile.moments > 0.9 && !profile.short ? 0 : profile.durations;
    case 'count':
      return profile.days > 0.1 ? 0 : profile.counts;
    case 'range':
      return Math.max(
        profile.ranges,
        profile.counts > 0.99 && profile.median <= 24 ? profile.counts : 0,
      );
    case 'ticket':
      return profile.moments > 0.5 ? 0 : profile.tickets > 0.5 ? profile.tickets : 0.3;
    case 'name':
      return profile.moments > 0.5 && profile.clocks > 0.5 ? 0 : 1;
  }
}

/** Assigns columns to the roles of one kind: the best pair first, each column and role once. */
export function columnsByHeader(
  kind: LogKind,
  headers: readonly string[],
  profiles: readonly Profile[],
): ColumnGuess[] {
  const pairs: (ColumnGuess & { readonly rank: number })[] = [];
  headers.forEach((header, column) => {
    const words = wordsOf(header);
    const profile = profiles[column]!;
    for (const role of ROLES[kind]) {
      const named = headerScore(words, role, kind);
      if (named === 0) continue;
      const fits = valueScore(profile, role, words);
      if (fits < NEEDED && !(profile.cells === 0 && named >= 0.9)) continue;
      const rank = (named * 0.75 + fits * 0.25) * (fits < 0.8 ? 0.8 : 1);
      pairs.push({
        rank,
        role,
        column,
        confidence: Math.round(Math.min(1, rank) * 100) / 100,
        reason: {
          zh: `表头“${header}”，${percent(fits)} 的样本值相符`,
          en: `header "${header}", ${percent(fits)} of the sample fits`,
        },
      });
    }
  });
  pairs.sort((a, b) => b.rank - a.rank || a.column - b.column);
  const taken = new Set<number>();
  const roles = new Map<Role, ColumnGuess>();
  for (const { rank: _, ...pair } of pairs) {
    if (taken.has(pair.column) || roles.has(pair.role)) continue;
    roles.set(pair.role, pair);
    taken.add(pair.column);
  }
  return [...roles.values()];
}
