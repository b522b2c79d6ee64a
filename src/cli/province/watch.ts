import type { SweepStore } from '../../workers/province/store';
import type { Output } from '../output';

/** Shortest time between two lines of progress, ms. */
const PROGRESS_MS = 200;

/** Tells how far a sweep is: pieces, rate, time left, and what else there is to say. */
export function sweepWatch(output: Output, store: SweepStore): { tell(words?: string): void } {
  const beganAt = Date.now();
  const before = store.count;
  const { slice, pieces } = store;
  const of = slice ? Math.ceil((pieces.count - slice.index) / slice.of) : pieces.count;
  let saidAt = 0;
  return {
    tell(words = '') {
      const now = Date.now();
      if (now - saidAt < PROGRESS_MS) return;
      saidAt = now;
      const done = store.count;
      const rate = ((done - before) * 1000) / Math.max(1, now - beganAt);
      const parts = [`${done}/${of}`];
      if (rate > 0) parts.push(PACE[output.language](rate, Math.ceil((of - done) / rate)));
      output.progress([...parts, words].filter(Boolean).join('  '));
    },
  };
}

const PACE = {
  zh: (rate: number, leftS: number) => `每秒 ${rate.toFixed(1)} 块，约剩 ${timeText(leftS)}`,
  en: (rate: number, leftS: number) => `${rate.toFixed(1)} pieces/s, ${timeText(leftS)} left`,
};

function timeText(seconds: number): string {
  if (seconds < 100) return `${seconds} s`;
  if (seconds < 6000) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
