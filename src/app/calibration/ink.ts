/** What was observed, and what was made of it. */
export const INK = { observed: '#33475b', fitted: '#c2622d', other: '#2f7d6b' } as const;
