import { Activity, type StoryStep, type Timeline } from '../../sim/hall/timeline';

/** Lays what the record knows of one visitor at one instant out for the page. */
export interface VisitorNow {
  readonly story: readonly StoryStep[];
  /** Index of the present step; −1 before the visitor has come, the number of steps after. */
  readonly present: number;
  /** Waited for the first call so far, µs. */
  readonly waitedUs: number;
  /** In the hall so far, µs. */
  readonly insideUs: number;
}

/** What a visitor does at `timeUs`, and how long they have waited by then. */
export function visitorAt(timeline: Timeline, visitor: number, timeUs: number): VisitorNow {
  const story = timeline.story(visitor);
  const first = story[0];
  const last = story.at(-1);
  if (!first || !last || timeUs < first.startUs)
    return { story, present: -1, waitedUs: 0, insideUs: 0 };
  const found = story.findIndex((step) => timeUs < step.endUs);
  const waitedUs = story
    .filter((step) => step.activity === Activity.Waiting)
    .reduce((sum, step) => sum + Math.max(0, Math.min(timeUs, step.endUs) - step.startUs), 0);
  return {
    story,
    present: found === -1 ? story.length : found,
    waitedUs,
    insideUs: Math.min(timeUs, last.endUs) - first.startUs,
  };
}
