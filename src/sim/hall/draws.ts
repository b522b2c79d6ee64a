import type { Stream, Streams } from '../kernel/streams';

/** What is drawn for a visitor; each purpose of each class has a stream of its own. */
const PURPOSES = [
  'arrival',
  'mobility',
  'speed',
  'guide',
  'guideService',
  'kiosk',
  'kioskService',
  'ticketService',
  'patience',
  'seat',
  'service',
  'outcome',
  'approval',
  'issue',
  'rating',
  'ratingTime',
] as const;
type Purpose = (typeof PURPOSES)[number];

/** The streams of one class. */
export type ClassDraws = Readonly<Record<Purpose, Stream>>;

/** The streams of every class of a replication, keyed by the class's id, not its position. */
export function drawsOf(streams: Streams, classIds: readonly string[]): ClassDraws[] {
  return classIds.map(
    (id) =>
      Object.fromEntries(
        PURPOSES.map((purpose) => [purpose, streams.stream(purpose, id)]),
      ) as unknown as ClassDraws,
  );
}
