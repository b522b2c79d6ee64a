import type { HallFloor } from './floor';
import { TicketQueue } from './queue';
import { LeaveReason } from './record';
import { State } from './visitors';
import type { Duties } from './windows';

/** The one list of this queue. */
const LIST = 0;

/** Who acts on what the queue for the issuing windows decides. */
export interface IssuingClients {
  call(window: number, slot: number): void;
  /** The result is collected another day. */
  collectLater(slot: number): void;
}

/** The queue for the issuing windows: decided cases whose visitors wait, and those who come to collect. */
export class Issuing {
  private readonly queue: TicketQueue;
  /** Accepted cases that still need an issuing window. */
  private pending = 0;
  private dayIsOver = false;

  constructor(
    private readonly floor: HallFloor,
    private readonly duties: Duties,
    private readonly clients: IssuingClients,
  ) {
    this.queue = new TicketQueue(floor.visitors, 1);
  }

  get anyPending(): boolean {
    return this.pending > 0;
  }

  /** Somebody inside will need an issuing window. */
  expect(): void {
    this.pending++;
  }

  /** A result has been handed over. */
  done(): void {
    this.pending--;
  }

  /** A case is decided while its visitor waits, or somebody has come to collect. */
  join(slot: number): void {
    const { visitors: v, calendar } = this.floor;
    v.state[slot] = State.AwaitingIssue;
    const window = this.duties.longestIdle(this.duties.issuing);
    if (window >= 0) this.clients.call(window, slot);
    else if (this.isOver()) this.leaveUncollected(slot);
    else {
      v.orderUs[slot] = calendar.nowUs;
      this.queue.push(LIST, slot);
      if (v.seat[slot]! < 0) this.floor.sitDown(slot);
    }
  }

  /** Takes out whoever is next, −1 if nobody waits. */
  next(): number {
    const slot = this.queue.first(LIST);
    if (slot >= 0) this.queue.remove(slot);
    return slot;
  }

  startDay(): void {
    this.dayIsOver = false;
  }

  /** A session ends; after the last one nobody waits for a window that stays empty. */
  closeDoors(last: boolean): void {
    this.dayIsOver = last;
    if (!this.isOver()) return;
    for (let slot = this.next(); slot >= 0; slot = this.next()) this.leaveUncollected(slot);
  }

  /** Nobody issues any more today. */
  private isOver(): boolean {
    return this.dayIsOver && !this.duties.anyTaking(this.duties.issuing);
  }

  private leaveUncollected(slot: number): void {
    this.pending--;
    this.floor.standUp(slot);
    this.clients.collectLater(slot);
    this.floor.leave(slot, LeaveReason.Promised);
  }
}
