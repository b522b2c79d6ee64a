import type { HallFloor } from './floor';
import { Origin } from './record';

/** Above every class's own priority: called before everybody without the right to it. */
const GREEN_RANK = 100;

/** What is settled as a ticket is taken: whose ticket it is, its place in the order, and whether one stays. */
export class TicketChoices {
  constructor(private readonly floor: HallFloor) {}

  /**
   * Gives the ticket its place in the order of calls.
   *
   * @returns whether the green channel has moved it forward
   */
  rank(slot: number): boolean {
    const { visitors: v, model, draws, calendar } = this.floor;
    const c = v.classIndex[slot]!;
    const kind = model.classes[c]!;
    let rank = kind.priority;
    let creditUs = kind.creditUs;
    if (v.origin[slot] === Origin.Appointment) rank = kind.appointments!.priority;
    const { green } = model;
    const goesFirst = green !== null && draws[c]!.green.at(v.key[slot]!) < green.share;
    if (goesFirst) {
      if (green.creditUs === null) rank += GREEN_RANK;
      else creditUs += green.creditUs;
    }
    v.rank[slot] = rank;
    v.orderUs[slot] = calendar.nowUs - creditUs;
    return goesFirst;
  }

  /** The class whose ticket somebody takes: who has not been guided takes a wrong one now and then. */
  classOf(slot: number): number {
    const { visitors: v, model, draws: all } = this.floor;
    const c = v.classIndex[slot]!;
    if (!model.wrongTicket) return c;
    const draws = all[c]!;
    const key = v.key[slot]!;
    const first = v.ticketed[slot] === 0 && v.toGuide[slot] === 0;
    if (!first || draws.wrong.at(key) >= model.wrongTicket.share) return c;
    const { series } = model.classes[c]!;
    const others = model.classes.flatMap((other, i) => (other.series === series ? [] : [i]));
    if (others.length === 0) return c;
    return others[Math.floor(draws.wrongClass.at(key) * others.length)]!;
  }

  /**
   * Whether somebody turns back at the sight of the queue.
   *
   * @param ahead people who wait for the same windows
   */
  balks(slot: number, ahead: number): boolean {
    const { visitors: v, model, draws } = this.floor;
    const c = v.classIndex[slot]!;
    const step = model.classes[c]!.balking.find(({ waiting }) => ahead >= waiting);
    return step !== undefined && draws[c]!.balk.at(v.key[slot]!) < step.share;
  }
}
