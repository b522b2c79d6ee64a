import type { Stream, Streams } from '../kernel/streams';

/**
 * What is drawn for the visitors of one class: each purpose has a stream of its own, keyed by the
 * class's id and not its position.
 */
export class ClassDraws {
  readonly arrival: Stream;
  readonly mobility: Stream;
  readonly speed: Stream;
  readonly guide: Stream;
  readonly guideService: Stream;
  readonly kiosk: Stream;
  readonly kioskService: Stream;
  readonly ticketService: Stream;
  readonly patience: Stream;
  readonly seat: Stream;
  readonly service: Stream;
  readonly outcome: Stream;
  readonly approval: Stream;
  readonly issue: Stream;
  readonly rating: Stream;
  readonly ratingTime: Stream;

  constructor(streams: Streams, classId: string) {
    const stream = (purpose: string) => streams.stream(purpose, classId);
    this.arrival = stream('arrival');
    this.mobility = stream('mobility');
    this.speed = stream('speed');
    this.guide = stream('guide');
    this.guideService = stream('guideService');
    this.kiosk = stream('kiosk');
    this.kioskService = stream('kioskService');
    this.ticketService = stream('ticketService');
    this.patience = stream('patience');
    this.seat = stream('seat');
    this.service = stream('service');
    this.outcome = stream('outcome');
    this.approval = stream('approval');
    this.issue = stream('issue');
    this.rating = stream('rating');
    this.ratingTime = stream('ratingTime');
  }
}
