import type { Level } from '../sim/crowding/level-of-service';

/** Colours of the levels of service, calm to hot; A is left uncoloured where nobody ever stood. */
export const LEVEL_COLOURS: Readonly<Record<Level, string>> = {
  A: '#bfe3c0',
  B: '#e4ea9a',
  C: '#fbd45c',
  D: '#f79a3e',
  E: '#e4552f',
  F: '#a3123a',
};
